import { type Assumptions, assume } from '../assumptions.ts'
import type { CitationKey } from '../citations.ts'
import { HBARC_GEV_M } from '../constants.ts'
import { type Boson, bosonAt } from '../couplings/boson.ts'
import { InputError } from '../errors.ts'
import { resolveModel } from '../models/index.ts'
import { type Beam, beamProduction } from '../processes/production/beams.ts'
import { type Constraint, type Entry, type Interval, isSilent, type Kind, type Silent, type Verdict } from './constraint.ts'
import { describedIntervals, genericIntervals } from './intervals.ts'
import type { FinalState } from './published.ts'
import { finalStateText } from './recast.ts'
import { signalOf } from './signal.ts'
import { type Level, type LifetimeWindow, lifetimeWindow, type Yield } from './window.ts'

/** What a dump needs to exclude a boson. */
export type Reach =
  /** As much as the dark photon of this mass [GeV] gives at the lower edge ε of what is excluded: acceptance and efficiency come along. */
  | { readonly anchor: { readonly mass_GeV: number; readonly epsilon: number } }
  /** $\bar R = g^2 \frac{\sigma_{\rm prod}}{\sigma^*_{\rm prod}} P\,\mathcal B$ as coy-2021 eq. (3.15) counts it. */
  | { readonly reducedRate: number }
  /** So many decays, seen with an efficiency, of bosons made by so many beam particles (for protons: inelastic collisions). */
  | { readonly particles: number; readonly decays: number; readonly efficiency: number }

/** Beam, shield, decay volume and what they reach: everything about a dump. */
export interface DumpSetup {
  readonly shield_m: number
  readonly volume_m: number
  readonly beam: Beam
  /** Of the bosons, all alike [GeV]. */
  readonly momentum_GeV: number
  readonly finalState: FinalState
  readonly reach: Reach
}

/** A beam dump from first principles, as plain data: no curve of its authors but what its reach is calibrated with. */
export interface BeamDump extends DumpSetup {
  readonly id: string
  /** As the legend names it. */
  readonly experiment: string
  readonly label: string
  readonly title: string
  readonly colour?: number
  readonly kind: Exclude<Kind, 'preferred'>
  readonly confidence: number | null
  readonly citations: readonly CitationKey[]
  /** Where its numbers stand. */
  readonly where: string
  readonly notes?: string
  readonly unverified?: string
  /** What a paper did otherwise, for `recipe: as-printed`. */
  readonly asPrinted?: Partial<DumpSetup>
}

/** A catalogue entry that also shows what it was made of. */
export interface DumpEntry extends Entry {
  readonly dump: BeamDump
}

/**
 * Fixes what a lifetime window leaves open, for a window that starts behind a shield of known length and bosons of known momentum: x counts the
 * lifetimes that pass in the shield, $x = L_{\rm sh}\,\Gamma\,m/p$, and the yield is seen where yield × P exceeds a threshold.
 *
 * @param logThreshold ln of the yield × P needed
 */
export function flightLevel(
  { shield_m, momentum_GeV }: Pick<DumpSetup, 'shield_m' | 'momentum_GeV'>,
  mass: number,
  logThreshold: number,
): Level {
  const time = (shield_m * mass) / (momentum_GeV * HBARC_GEV_M)
  return { logRate: logThreshold + Math.log(time), time, brightness: 1 }
}

/** The window of a dump; its edges are found by Newton's steps in logarithms, over as many decades as wanted. */
export const flightWindow = ({ shield_m, volume_m }: Pick<DumpSetup, 'shield_m' | 'volume_m'>): LifetimeWindow =>
  lifetimeWindow({ kind: 'displaced', shield_m, volume_m })

/** What the dark photon of an anchor is taken to do: formulas as they are right. */
const ANCHOR_UNDER = assume()
/** A share of the decays that no search sees, where it is the same for all couplings. */
const FEEBLE = 1e-12

/** A dump ready for any boson. */
export interface PreparedDump {
  readonly window: LifetimeWindow
  /** Bosons made and decaying as the search needs, per beam particle; and the width [GeV]. */
  yieldOf(boson: Boson): Yield | Silent
  /** What is just excluded. */
  levelAt(mass: number): Level
  /** $\bar R$ on the contour (coy-2021 eq. 3.15). */
  readonly reducedRate: number
}

/**
 * Production, window and threshold of a dump.
 *
 * @example
 * prepareDump({ ...ship.dump, momentum_GeV: 200 }).reducedRate // 2.1961e-20
 */
export function prepareDump(setup: DumpSetup): PreparedDump {
  const { beam, momentum_GeV, finalState, reach } = setup
  const { bosons, reference } = beamProduction(beam)
  const window = flightWindow(setup)
  const unseen: Silent = { silent: `does not decay to ${finalStateText(finalState)}` }
  const tooHeavy: Silent = { silent: `heavier than the ${momentum_GeV} GeV its momentum is taken to be` }

  const yieldOf = (boson: Boson): Yield | Silent => {
    if (!(boson.mass < momentum_GeV)) return tooHeavy
    const signal = signalOf(boson)
    const made = bosons(boson.couplings, boson.mass)
    if (!(made > 0)) return NOT_PRODUCED
    const width = signal.widths.total
    const into = signal.widthInto(finalState)
    return into > (boson.ray.unit === undefined ? 0 : FEEBLE * width) ? { rate: (made * into) / width, width } : unseen
  }
  const logThreshold = (): number => {
    if ('reducedRate' in reach) return Math.log(reach.reducedRate * reference)
    if ('particles' in reach) return Math.log(reach.decays / (reach.particles * reach.efficiency))
    const { mass_GeV, epsilon } = reach.anchor
    const seen = yieldOf(bosonAt(resolveModel('dark-photon'), mass_GeV, epsilon, ANCHOR_UNDER))
    if (isSilent(seen)) throw new InputError(`the dark photon there: ${seen.silent}`, 'anchor')
    return window.excess(seen, flightLevel(setup, mass_GeV, 0))
  }
  const threshold = logThreshold()
  return {
    window,
    yieldOf,
    levelAt: (mass) => flightLevel(setup, mass, threshold),
    reducedRate: Math.exp(threshold) / reference,
  }
}

const NOT_PRODUCED: Silent = { silent: 'not produced: no coupling to what makes it there' }

/**
 * A beam dump as a constraint on any boson: production × decay in flight behind the shield and within the volume × branching ratio, over what the dump
 * needs (coy-2021 eqs. 3.1–3.15). Every decay shortens the lifetime, those of `finalState` alone are seen. The edges are found in closed form up to a few
 * Newton steps.
 *
 * @example
 * const constraint = await beamDump(ship.dump).prepare(assume())
 * constraint.intervals(couplingRay(resolveModel('dark-photon'), 0.1, assume())) // [[5.28e-8, 3.0e-5]]
 */
export function beamDump(dump: BeamDump): DumpEntry {
  const { id, label, title, colour, experiment, citations, where, notes, beam } = dump
  const entry: DumpEntry = {
    id,
    label,
    title,
    group: 'beam dumps',
    colour,
    experiment,
    subjects: [beam.particle === 'electron' ? 'electron' : 'quarks'],
    source: { citations, where, notes },
    dump,
    prepare: async (assumptions) => prepare(entry, assumptions),
  }
  return entry
}

function prepare(entry: DumpEntry, assumptions: Assumptions): Constraint {
  const { dump } = entry
  const { kind, confidence, citations, unverified } = dump
  const setup: DumpSetup = assumptions.recipe === 'as-printed' ? { ...dump, ...dump.asPrinted } : dump
  const prepared = prepareDump(setup)
  const { window, yieldOf, levelAt } = prepared

  const strength = (boson: Boson): Verdict => {
    const seen = yieldOf(boson)
    return isSilent(seen) ? seen : Math.exp(window.excess(seen, levelAt(boson.mass)))
  }
  return {
    entry,
    assumptions,
    kind,
    confidence,
    statement: statementOf(dump.title, setup, prepared),
    citations,
    unverified,
    strength,
    intervals(ray) {
      if (ray.unit === undefined) return genericIntervals(strength, ray)
      const seen = yieldOf(ray.unit)
      if (isSilent(seen)) return seen
      const excluded: Interval | undefined = window.couplings(seen, levelAt(ray.mass))
      return describedIntervals(excluded === undefined ? [] : [excluded], ray)
    },
  }
}

const digits = (value: number, count = 3): string => `${Number(value.toPrecision(count))}`

function statementOf(
  title: string,
  { shield_m, volume_m, momentum_GeV, finalState, reach }: DumpSetup,
  { reducedRate }: PreparedDump,
): string {
  const where = `decays to ${finalStateText(finalState)} behind ${digits(shield_m)} m and within ${digits(volume_m)} m`
  return `${title}; ${where}, bosons of ${digits(momentum_GeV)} GeV; R̄ = ${digits(reducedRate)}, ${reachText(reach)}`
}

function reachText(reach: Reach): string {
  if ('reducedRate' in reach) return 'as given'
  if ('particles' in reach) {
    const { particles, decays, efficiency } = reach
    const seen = efficiency === 1 ? '' : ` seen with an efficiency of ${digits(efficiency)}`
    return `for ${digits(decays)} decays${seen} of what ${Number(particles.toPrecision(3)).toExponential().replace('+', '')} particles make`
  }
  return `calibrated with a dark photon of ε = ${digits(reach.anchor.epsilon)} at ${digits(1e3 * reach.anchor.mass_GeV, 4)} MeV`
}
