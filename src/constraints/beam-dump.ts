import { type Assumptions, assume } from '../assumptions.ts'
import type { CitationKey } from '../citations.ts'
import { HBARC_GEV_M } from '../constants.ts'
import { type Boson, bosonAt, type Ray } from '../couplings/boson.ts'
import { quadraticAlong } from '../couplings/quadratic.ts'
import { InputError } from '../errors.ts'
import { resolveModel } from '../models/index.ts'
import { minimise } from '../numerics/index.ts'
import type { MomentumSpectrum } from '../processes/bremsstrahlung/spectrum.ts'
import { logDecayProbability } from '../processes/decay-in-flight.ts'
import { type Beam, beamProduction, isRough } from '../processes/production/beams.ts'
import { type Constraint, type Entry, type Interval, isSilent, type Kind, type Silent, type Verdict } from './constraint.ts'
import { describedIntervals, FEEBLE, genericIntervals, heightIntervals, SILENT, stretchesAbove } from './intervals.ts'
import { type FinalState, finalStateText, subjectsOf } from './published.ts'
import { remembered, signalOf } from './signal.ts'
import { signalAlong } from './signal-along.ts'
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
  /** Of the bosons: all alike [GeV], or as bremsstrahlung shares them out, which mesons do not. */
  readonly momentum_GeV: number | 'spectrum'
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

/** A dump whose bosons all have one momentum. */
type Flight = Pick<DumpSetup, 'shield_m' | 'volume_m'> & { readonly momentum_GeV: number }

/**
 * Fixes what a lifetime window leaves open, for a window that starts behind a shield of known length and bosons of known momentum: x counts the
 * lifetimes that pass in the shield, $x = L_{\rm sh}\,\Gamma\,m/p$, and the yield is seen where yield × P exceeds a threshold.
 *
 * @param logThreshold ln of the yield × P needed
 */
export function flightLevel({ shield_m, momentum_GeV }: Flight, mass: number, logThreshold: number): Level {
  const time = (shield_m * mass) / (momentum_GeV * HBARC_GEV_M)
  return { logRate: logThreshold + Math.log(time), time, brightness: 1 }
}

/** The window of a dump; its edges are found by Newton's steps in logarithms, over as many decades as wanted. */
export const flightWindow = ({ shield_m, volume_m }: Flight): LifetimeWindow => lifetimeWindow({ kind: 'displaced', shield_m, volume_m })

/** Which part of what a dump makes it sees, and where that is enough. */
interface Sight {
  /** ln of the bosons seen. */
  logSeen(made: Yield, mass: number): number
  /** Couplings at which as many are seen as needed, for a boson given at unit coupling. */
  couplings(unit: Yield, ray: Ray, logThreshold: number): readonly Interval[]
}

/** Bosons of one momentum: closed forms. */
function atOneMomentum(flight: Flight): Sight {
  const window = flightWindow(flight)
  return {
    logSeen: (made, mass) => window.excess(made, flightLevel(flight, mass, 0)),
    couplings(unit, { mass }, logThreshold) {
      const found = window.couplings(unit, flightLevel(flight, mass, logThreshold))
      return found === undefined ? [] : [found]
    },
  }
}

/** Steps of ln g in which edges are looked for where momenta are spread: a tenth of a decade. */
const STEP = 0.1 * Math.LN10

/** Bosons of many momenta: $\sum_k n_k P(p_k)$. */
function overMomenta({ shield_m, volume_m }: DumpSetup, momenta: (mass: number) => MomentumSpectrum): Sight {
  const logProbability = (lives: number, momentum: number): number =>
    logDecayProbability((lives / momentum) * shield_m, (lives / momentum) * volume_m)
  /** ln of the mean of P, added up relative to that of the fastest, which is the last to vanish. */
  const logMean = (lives: number, { momenta_GeV, numbers, total }: MomentumSpectrum): number => {
    const fastest = logProbability(lives, momenta_GeV[momenta_GeV.length - 1])
    let sum = 0
    for (let k = 0; k < numbers.length; k++) sum += numbers[k] * Math.exp(logProbability(lives, momenta_GeV[k]) - fastest)
    return fastest + Math.log(sum / total)
  }
  const spectrumAt = remembered(momenta)
  /** Lifetimes that pass in a metre, times the momentum. */
  const livesOf = (width: number, mass: number): number => (width * mass) / HBARC_GEV_M
  return {
    logSeen: ({ rate, width }, mass) => Math.log(rate) + logMean(livesOf(width, mass), spectrumAt(mass)),
    couplings({ rate, width }, { mass, range: [lo, hi] }, logThreshold) {
      const spectrum = spectrumAt(mass)
      const height = (logCoupling: number): number => {
        const squared = Math.exp(2 * logCoupling)
        return Math.log(rate * squared) + logMean(livesOf(width * squared, mass), spectrum) - logThreshold
      }
      const steps = Math.ceil(Math.log(hi / lo) / STEP)
      return stretchesAbove(
        height,
        Array.from({ length: steps + 1 }, (_, i) => Math.log(lo) + (Math.log(hi / lo) * i) / steps),
      )
    },
  }
}

/** What the dark photon of an anchor is taken to do: formulas as they are right. */
const ANCHOR_UNDER = assume()

/** A dump ready for any boson. */
export interface PreparedDump {
  /** Bosons made and decaying as the search needs, per beam particle; and the width [GeV]. */
  yieldOf(boson: Boson): Yield | Silent
  /** ln of the bosons seen over those needed. */
  excess(made: Yield, mass: number): number
  /** The yield against the coupling: undefined where there is none. Undefined where couplings are no lines. */
  yieldAlong(ray: Ray): ((coupling: number) => Yield | undefined) | undefined
  /** What is excluded, for a boson given at the unit coupling of a ray. */
  couplings(unit: Yield, ray: Ray): readonly Interval[]
  /** $\bar R$ on the contour (coy-2021 eq. 3.15). */
  readonly reducedRate: number
}

/**
 * Production, decay in flight and threshold of a dump.
 *
 * @throws InputError (field `anchor`) where the dark photon of the anchor is not seen; (field `anchor.epsilon`) where more would be seen of a smaller ε, so
 * that the anchor lies on no lower edge; (field `momentum`) for a spectrum of what mesons make; (field `beam.energy`) as `beamProduction`
 * @example
 * prepareDump({ ...ship.dump, momentum_GeV: 200 }).reducedRate // 2.1961e-20
 */
export function prepareDump(setup: DumpSetup): PreparedDump {
  const { beam, momentum_GeV, finalState, reach } = setup
  if (momentum_GeV === 'spectrum' && beam.particle === 'proton' && beam.mesons !== undefined) {
    throw new InputError(
      'the spectrum is that of bremsstrahlung, and mesons make bosons of other momenta; allowed: one momentum',
      'momentum',
    )
  }
  const { bosons, reference, momenta, heaviest_GeV } = beamProduction(beam)
  const sight = momentum_GeV === 'spectrum' ? overMomenta(setup, momenta) : atOneMomentum({ ...setup, momentum_GeV })
  const heaviest = momentum_GeV === 'spectrum' ? 0.1 * beam.energy_GeV : momentum_GeV
  const tooHeavy: Silent = { silent: `too heavy for bosons that fly fast: above ${heaviest} GeV` }
  const outOfReach: Silent = { silent: `too heavy for the energy of the beam: above ${digits(heaviest_GeV)} GeV` }

  const yieldOf = (boson: Boson): Yield | Silent => {
    if (!(boson.mass < heaviest_GeV)) return outOfReach
    if (!(boson.mass < heaviest)) return tooHeavy
    const signal = signalOf(boson)
    const made = bosons(boson.couplings, boson.mass)
    if (!(made > 0)) return NOT_PRODUCED
    const share = signal.seenShare(finalState)
    return isSilent(share) ? share : { rate: made * share, width: signal.widths.total }
  }
  const yieldAlong = (ray: Ray): ((coupling: number) => Yield | undefined) | undefined => {
    const { mass } = ray
    if (!(mass < heaviest_GeV && mass < heaviest)) return () => undefined
    const made = quadraticAlong(ray, ({ couplings }) => bosons(couplings, mass))
    return made && signalAlong(ray)?.yieldOf(made, finalState)
  }
  /** ln of the factor of the squared coupling at which most is seen: for each momentum there are one to two lifetimes in the shield. */
  const logBest = ({ rate, width }: Yield, mass: number): number => {
    const all = momentum_GeV === 'spectrum' ? momenta(mass).momenta_GeV : [momentum_GeV]
    const lives = (setup.shield_m * width * mass) / HBARC_GEV_M
    const unseenAt = (log: number): number => -sight.logSeen({ rate: rate * Math.exp(log), width: width * Math.exp(log) }, mass)
    return minimise(unseenAt, Math.log(all[0] / lives), Math.log((2 * all[all.length - 1]) / lives)).x
  }
  const logNeeded = (): number => {
    if ('reducedRate' in reach) return Math.log(reach.reducedRate * reference)
    if ('particles' in reach) return Math.log(reach.decays / (reach.particles * reach.efficiency))
    const { mass_GeV, epsilon } = reach.anchor
    const made = yieldOf(bosonAt(resolveModel('dark-photon'), mass_GeV, epsilon, ANCHOR_UNDER))
    if (isSilent(made)) throw new InputError(`the dark photon there: ${made.silent}`, 'anchor')
    const most = epsilon * Math.exp(0.5 * logBest(made, mass_GeV))
    if (epsilon > most) {
      const place = `where the dark photon of ${digits(1e3 * mass_GeV)} MeV decays in the shield`
      throw new InputError(
        `${epsilon.toExponential()} is no lower edge: it lies beyond the maximum of R̄, ${place}; allowed: at most ${roundedDown(most)}`,
        'anchor.epsilon',
      )
    }
    return sight.logSeen(made, mass_GeV)
  }
  const logThreshold = logNeeded()
  return {
    yieldOf,
    yieldAlong,
    excess: (made, mass) => sight.logSeen(made, mass) - logThreshold,
    couplings: (unit, ray) => sight.couplings(unit, ray, logThreshold),
    reducedRate: Math.exp(logThreshold) / reference,
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
  const { id, label, title, colour, experiment, citations, where, notes, beam, finalState } = dump
  const entry: DumpEntry = {
    id,
    label,
    title,
    group: beam.particle === 'proton' && beam.isCollider ? 'colliders' : 'beam dumps',
    colour,
    experiment,
    subjects: subjectsOf({ production: `${beam.particle}-bremsstrahlung`, finalState }),
    source: { citations, where, notes },
    dump,
    isProjection: dump.kind === 'projection',
    prepare: async (assumptions) => prepare(entry, assumptions),
  }
  return entry
}

function prepare(entry: DumpEntry, assumptions: Assumptions): Constraint {
  const { dump } = entry
  const { kind, confidence, citations, unverified } = dump
  const isPrinted = assumptions.recipe === 'as-printed' && dump.asPrinted !== undefined
  const setup: DumpSetup = isPrinted ? { ...dump, ...dump.asPrinted } : dump
  const prepared = prepareDump(setup)
  const { yieldOf, yieldAlong, excess, couplings } = prepared

  const strength = (boson: Boson): Verdict => {
    const made = yieldOf(boson)
    return isSilent(made) ? made : Math.exp(excess(made, boson.mass))
  }
  /** Where couplings are no multiples of g. */
  const intervalsAlong = (ray: Ray): Silent | readonly Interval[] => {
    const yieldAt = yieldAlong(ray)
    if (yieldAt === undefined) return genericIntervals(strength, ray)
    const heightAt = (coupling: number): number => {
      const made = yieldAt(coupling)
      return made === undefined ? SILENT : Math.max(FEEBLEST, excess(made, ray.mass))
    }
    return heightIntervals(heightAt, ray, () => strength(ray.at(ray.range[0])) as Silent)
  }
  return {
    entry,
    assumptions,
    kind,
    confidence,
    statement: statementOf(dump.title, setup, prepared) + (isPrinted ? `, as ${citations[0]} prints it` : ''),
    citations,
    unverified,
    strength,
    intervals(ray) {
      if (ray.unit === undefined) return intervalsAlong(ray)
      const made = yieldOf(ray.unit)
      return isSilent(made) ? made : describedIntervals(couplings(made, ray), ray)
    },
  }
}

/** ln of strengths that are all alike. */
const FEEBLEST = Math.log(FEEBLE)

const digits = (value: number, count = 3): string => `${Number(value.toPrecision(count))}`

/** To three digits, not above the value. */
function roundedDown(value: number): string {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 2)
  return (Math.floor(value / unit) * unit).toExponential(2)
}

function statementOf(
  title: string,
  { beam, shield_m, volume_m, momentum_GeV, finalState, reach }: DumpSetup,
  { reducedRate }: PreparedDump,
): string {
  const momentum = momentum_GeV === 'spectrum' ? 'bosons with the momenta of bremsstrahlung' : `bosons of ${digits(momentum_GeV)} GeV`
  const where = `decays to ${finalStateText(finalState)} behind ${digits(shield_m)} m and within ${digits(volume_m)} m`
  // σ* of eq. (3.15) is that of bremsstrahlung: beside mesons R̄ counts bosons in units of those that it makes.
  const unit = beam.particle === 'proton' && beam.mesons !== undefined ? ' per boson of bremsstrahlung, most coming from mesons' : ''
  const rough = isRough(beam) && !('anchor' in reach) ? '; bremsstrahlung of so slow protons is known to a factor of two' : ''
  return `${title}; ${where}, ${momentum}; R̄ = ${digits(reducedRate)}${unit}, ${reachText(reach)}${rough}`
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
