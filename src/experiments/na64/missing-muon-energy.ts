import type { Assumptions } from '../../assumptions.ts'
import type { CitationKey } from '../../citations.ts'
import { AVOGADRO, HBARC_GEV_CM, HBARC_GEV_M, M_MUON } from '../../constants.ts'
import type { Constraint, CountsModel, Entry, EventSpectrum, Interval, Silent } from '../../constraints/constraint.ts'
import { formulaConstraint, powerLawIntervals } from '../../constraints/formula.ts'
import { stretchesAbove } from '../../constraints/intervals.ts'
import { binnedLikelihood } from '../../constraints/likelihood.ts'
import { remembered, signalOf } from '../../constraints/signal.ts'
import { binsBetween, evenEdges } from '../../constraints/spectrum.ts'
import type { Boson, Ray } from '../../couplings/boson.ts'
import { electronDumpTargets } from '../../data/electron-dump-targets.ts'
import { fermionWidth } from '../../decays/leptons.ts'
import { InputError } from '../../errors.ts'
import { gaussLegendre, integrate } from '../../numerics/index.ts'
import { type MuonBeam, muonBremsstrahlung } from '../../processes/bremsstrahlung/muon.ts'

/** Muons of one energy on a slab, a search for those that lose much of it to nothing seen. */
export interface MuonRun {
  readonly muons: number
  readonly beam_GeV: number
  /** What the slab is of, by its name among the materials of beam dumps. */
  readonly target: (typeof electronDumpTargets.rows)[number]['name']
  readonly radiationLengths: number
  /** Energies [GeV] of the outgoing muon that count. */
  readonly window: readonly [least: number, greatest: number]
  readonly efficiency: number
  /** Events at the limit. */
  readonly limit: number
  /** From where the boson is made to where a visible decay is no longer seen. */
  readonly detector_m: number
  /** A Dirac fermion that the boson may decay to as well, unseen. */
  readonly darkMatter?: { readonly charge: number; readonly mass_GeV: number }
}

/** Above this mass [GeV] nuclei do not stay whole, and an elastic form factor is not enough. */
export const HEAVIEST_GEV = 3
/** Points in the fraction of energy: enough for 1e-5 over the window, and over one of its bins. */
const FRACTIONS = 12
const FRACTIONS_OF_BIN = 4

const materialOf = ({ target }: MuonRun) => electronDumpTargets.rows.find(({ name }) => name === target)!

/** Beam and nucleus of a run. */
export function beamOf(run: MuonRun): MuonBeam {
  const { protons, molarMass_g } = materialOf(run)
  return { energy: run.beam_GeV, nucleus: { protons, massNumber: molarMass_g } }
}

/** Muons times nuclei per area [GeV²]: events are this times a cross section [GeV⁻²]. */
export function luminosity(run: MuonRun): number {
  const { molarMass_g, radiationLength } = materialOf(run)
  return (run.muons * run.radiationLengths * radiationLength * AVOGADRO * HBARC_GEV_CM ** 2) / molarMass_g
}

/** What of a boson's decays is seen and unseen, as widths [GeV]; a boson that does not decay is unseen. */
function widthsOf(boson: Boson, { darkMatter }: MuonRun) {
  const signal = signalOf(boson)
  const neutrinos = signal.widthInto('invisible')
  const dark = darkMatter && fermionWidth({ vector: darkMatter.charge * boson.coupling, axial: 0 }, boson.mass, darkMatter.mass_GeV)
  const total = signal.widths.total + (dark ?? 0)
  return { total, visibleShare: total === 0 ? 0 : (signal.widths.total - neutrinos) / total }
}

/**
 * Energies of outgoing muons in a run, where the boson goes unseen,
 * $$\frac{dN}{dE'} = \epsilon\,N_\mu\,\frac{\rho N_A}{A} L_T\,\frac{1}{E}\frac{d\sigma}{dx} \left(\mathcal{B}_{\mathrm{inv}} + \mathcal{B}_{\mathrm{vis}}\,
 * e^{-L_{\det}/\ell(x)}\right), \qquad x = 1 - \frac{E'}{E},\quad \ell = \frac{|\vec k|}{m\,\Gamma}$$
 * (foldenauer-2021, slide “NA64μ”). All energies, also outside the window. Muons lose nothing else in the target.
 *
 * @returns a function of E′ [GeV], in events per GeV
 * @example
 * outgoingMuons(bosonAt(resolveModel('mu-tau'), 0.01, 5e-4, assume()), NA64MU_1E11)(140) // 22.06
 */
export function outgoingMuons(boson: Boson, run: MuonRun): (energy_GeV: number) => number {
  const events = eventsPerFraction(boson, run)
  return (energy) => events(1 - energy / run.beam_GeV) / run.beam_GeV
}

/** Events per fraction x of the beam's energy that the boson takes. */
function eventsPerFraction(boson: Boson, run: MuonRun): (x: number) => number {
  const [beam, scale] = [beamOf(run), run.efficiency * luminosity(run)]
  const { total, visibleShare } = widthsOf(boson, run)
  return (x) => {
    const rate = scale * muonBremsstrahlung(boson.couplings.mu, boson.mass, x, beam)
    if (rate === 0 || visibleShare === 0) return rate
    return rate * (1 - visibleShare * -Math.expm1(-total * lengthPerWidth(boson.mass, x * run.beam_GeV, run)))
  }
}

/** The detector's length in mean flight paths, per width [1/GeV]: $L m/(\hbar c\,|\vec k|)$. */
const lengthPerWidth = (mass: number, energy: number, { detector_m }: MuonRun): number =>
  (detector_m * mass) / (HBARC_GEV_M * Math.sqrt((energy - mass) * (energy + mass)))

/** The rate in the window, or a part of it, at one mass, in pieces of the fraction of energy. */
interface Rates {
  /** Events for unit couplings. */
  readonly vector: Float64Array
  readonly axial: Float64Array
  /** How many mean flight paths the detector is long, per width [1/GeV]. */
  readonly lengths: Float64Array
}

function ratesAt(mass: number, run: MuonRun, [least, greatest] = run.window, fractions = FRACTIONS): Rates {
  const { nodes, weights } = gaussLegendre(fractions)
  const [from, to] = [Math.max(1 - greatest / run.beam_GeV, mass / run.beam_GeV), 1 - least / run.beam_GeV]
  const half = Math.max(0, 0.5 * (to - from))
  const [beam, scale] = [beamOf(run), run.efficiency * luminosity(run) * half]
  const rates = { vector: new Float64Array(fractions), axial: new Float64Array(fractions), lengths: new Float64Array(fractions) }
  for (let i = 0; i < fractions; i++) {
    const x = 0.5 * (from + to) + half * nodes[i]
    rates.vector[i] = scale * weights[i] * muonBremsstrahlung({ vector: 1, axial: 0 }, mass, x, beam)
    rates.axial[i] = scale * weights[i] * muonBremsstrahlung({ vector: 0, axial: 1 }, mass, x, beam)
    rates.lengths[i] = lengthPerWidth(mass, x * run.beam_GeV, run)
  }
  return rates
}

/** Events when all couplings of a boson are scaled by a factor, the widths by its square; if this share of the decays were visible. */
type EventsScaled = (factor: number, visibleShare?: number) => number

function eventsScaled(boson: Boson, { vector, axial, lengths }: Rates, run: MuonRun): EventsScaled {
  const { mu } = boson.couplings
  const [vector2, axial2] = [mu.vector * mu.vector, mu.axial * mu.axial]
  const { total, visibleShare: ownShare } = widthsOf(boson, run)
  return (factor, visibleShare = ownShare) => {
    const square = factor * factor
    let sum = 0
    for (let i = 0; i < vector.length; i++) {
      const lost = visibleShare === 0 ? 0 : visibleShare * -Math.expm1(-square * total * lengths[i])
      sum += (vector2 * vector[i] + axial2 * axial[i]) * (1 - lost)
    }
    return square * sum
  }
}

/**
 * Events that a boson would make in a run: `outgoingMuons` integrated over the window.
 *
 * @example
 * expectedEvents(bosonAt(resolveModel('mu-tau'), 0.01, 1e-4, assume()), NA64MU_1E11) // 12.04
 */
export const expectedEvents = (boson: Boson, run: MuonRun): number => eventsScaled(boson, ratesAt(boson.mass, run), run)(1)

/** Into about how many bins the energy of the beam is cut. */
const BINS = 32

/**
 * Events in bins of the outgoing muon's energy over the window, where nothing is expected without the boson.
 *
 * @example
 * const counts = muonCounts(NA64MU_1E11)
 * const out = new Float64Array(counts.standard.length)
 * counts.counts(bosonAt(resolveModel('mu-tau'), 0.01, 1e-4, assume()), out)
 * out.reduce((sum, events) => sum + events, 0) // 12.04
 */
export function muonCounts(run: MuonRun): CountsModel {
  const bins = binsOfWindow(run)
  const ratesIn = remembered((mass) => bins.map((bin) => ratesAt(mass, run, bin, FRACTIONS_OF_BIN)))
  const into = (boson: Boson, out: Float64Array): void => {
    for (const [b, rates] of ratesIn(boson.mass).entries()) out[b] = eventsScaled(boson, rates, run)(1)
  }
  return {
    standard: new Float64Array(bins.length),
    silence: ({ mass, unit, at, range }) => (mass > HEAVIEST_GEV ? TOO_HEAVY : isCoupled(unit ?? at(range[1])) ? undefined : NOT_COUPLED),
    growth({ unit }) {
      if (unit === undefined || widthsOf(unit, run).visibleShare > 0) return undefined
      const linear = new Float64Array(bins.length)
      into(unit, linear)
      return { linear, quadratic: new Float64Array(bins.length) }
    },
    counts: into,
  }
}

/** The bins of {@link muonSpectrum} that count. */
const binsOfWindow = (run: MuonRun) => binsBetween(edgesOf(run).filter((edge) => edge >= run.window[0] && edge <= run.window[1]))

/** Edges of bins [GeV] from nothing to the beam's energy, among them those of the window. */
function edgesOf({ beam_GeV, window: [least, greatest] }: MuonRun): number[] {
  const inner = binsBetween([0, least, greatest, beam_GeV]).flatMap(([from, to]) =>
    evenEdges([from, to], Math.ceil((BINS * (to - from)) / beam_GeV)).slice(0, -1),
  )
  return [...inner, beam_GeV]
}

/** A run in words. */
export const runText = ({ muons, beam_GeV, radiationLengths, target, efficiency }: MuonRun): string =>
  `${muons.toExponential().replace('e+', 'e')} muons of ${beam_GeV} GeV on ${radiationLengths} radiation lengths of ${target}, efficiency ${efficiency}`

/**
 * `outgoingMuons` in bins over all energies, with the window that a limit counts. Nothing is expected without the boson: no background is assumed.
 *
 * @returns the spectrum, whose `withBoson` throws InputError above 3 GeV, where nuclei do not stay whole
 * @example
 * const { bins, window, withBoson } = muonSpectrum(NA64MU_1E11)
 * bins[2] // [10, 15]
 * window // [10, 100]
 * Array.from(withBoson(bosonAt(resolveModel('mu-tau'), 0.01, 1e-4, assume())) as Float64Array)[2] // 0.2948
 */
export function muonSpectrum(run: MuonRun): EventSpectrum {
  const bins = binsBetween(edgesOf(run))
  const nothing = new Float64Array(bins.length)
  const [least, greatest] = run.window
  return {
    channel: 'muon',
    remark: `${runText(run)}; ${least} to ${greatest} GeV count; no background is assumed: nothing is expected without the boson`,
    unit: 'GeV',
    bins,
    window: run.window,
    neutrinos: nothing,
    background: nothing,
    withBoson(boson) {
      if (!isCoupled(boson)) return NOT_COUPLED
      if (boson.mass > HEAVIEST_GEV)
        throw new InputError(`${boson.mass} is not allowed; allowed: to ${HEAVIEST_GEV} GeV, above which nuclei do not stay whole`, 'mass')
      const events = eventsPerFraction(boson, run)
      return Float64Array.from(bins, ([from, to]) => {
        const [smallest, largest] = [
          Math.max(run.beam_GeV - to, boson.mass) / run.beam_GeV,
          (run.beam_GeV - Math.max(from, M_MUON)) / run.beam_GeV,
        ]
        if (!(largest > smallest)) return 0
        // A light boson takes little: as the logarithm, all of it is seen.
        const perLog = (u: number): number => Math.exp(u) * events(Math.exp(u))
        return integrate(perLog, Math.log(smallest), Math.log(largest), { relTol: 1e-6 })
      })
    },
  }
}

/** What a run needs to become an entry of the catalogue. */
export interface MuonSearch {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly kind: 'exclusion' | 'projection'
  readonly citations: readonly CitationKey[]
  readonly where: string
  readonly notes: string
  readonly colour?: number
  readonly unverified?: string
  /** Drawn only when named. */
  readonly isVariant?: boolean
  readonly run: MuonRun
}

/** An entry of the catalogue that shows the run it was made of. */
export interface MuonSearchEntry extends Entry {
  readonly run: MuonRun
}

/**
 * A search for missing energy with muons as a constraint: events expected over events at the limit.
 *
 * Silent for bosons without a coupling to muons, and above 3 GeV, where nuclei do not stay whole.
 *
 * @throws InputError for a run that cannot be: a window outside the beam's energy, an efficiency above one, nothing on target
 * @example
 * const mine = missingMuonEnergy({
 *   id: 'na64mu-3e11',
 *   label: 'NA64',
 *   title: 'NA64μ, 3 × 10¹¹ muons, dark matter beside neutrinos',
 *   kind: 'projection',
 *   citations: ['foldenauer-2021'],
 *   where: 'nowhere: an example',
 *   notes: '',
 *   run: { ...NA64MU_1E11, muons: 3e11, darkMatter: { charge: 1, mass_GeV: 1e-3 } },
 * })
 * const constraint = await mine.prepare(assume())
 * constraint.strength(bosonAt(resolveModel('mu-tau'), 0.01, 1e-4, assume())) // 15.69
 */
export function missingMuonEnergy(search: MuonSearch): MuonSearchEntry {
  const { id, label, title, citations, where, notes, colour, isVariant, run } = search
  checkRun(run)
  const entry: MuonSearchEntry = {
    id,
    label,
    title,
    group: 'fixed target',
    experiment: 'NA64',
    subjects: ['muon', 'invisible'],
    colour,
    isVariant,
    isProjection: search.kind === 'projection',
    source: { citations, where, notes },
    run,
    prepare: async (assumptions) => prepare(entry, search, assumptions),
  }
  return entry
}

function checkRun({ muons, beam_GeV, target, radiationLengths, window: [least, greatest], efficiency, limit, detector_m }: MuonRun): void {
  const refuse = (field: string, value: unknown, allowed: string): never => {
    throw new InputError(`${value} is not allowed; allowed: ${allowed}`, field)
  }
  for (const [field, value] of Object.entries({ muons, beam_GeV, radiationLengths, limit })) {
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) refuse(field, value, 'above 0')
  }
  const names = electronDumpTargets.rows.map(({ name }) => name)
  if (!names.includes(target)) refuse('target', target, names.join(', '))
  if (!(least > M_MUON && greatest > least && greatest <= beam_GeV))
    refuse('window', `${least} to ${greatest}`, `from ${M_MUON} to ${beam_GeV}`)
  if (!(efficiency > 0 && efficiency <= 1)) refuse('efficiency', efficiency, 'above 0, to 1')
  if (!(detector_m >= 0)) refuse('detector_m', detector_m, '0 and above')
}

const isCoupled = ({ couplings: { mu } }: Boson): boolean => mu.vector !== 0 || mu.axial !== 0
const NOT_COUPLED: Silent = { silent: 'does not couple to muons' }
const TOO_HEAVY: Silent = { silent: `heavier than ${HEAVIEST_GEV} GeV: nuclei do not stay whole` }
/** Steps per decade of the coupling where visible decays make more than a power of it. */
const STEPS = 12

function prepare(entry: Entry, { kind, title, run, unverified }: MuonSearch, assumptions: Assumptions): Constraint {
  const rates = remembered((mass) => ratesAt(mass, run))
  const ratioOf = (boson: Boson): EventsScaled => {
    const events = eventsScaled(boson, rates(boson.mass), run)
    return (factor, visibleShare) => events(factor, visibleShare) / run.limit
  }
  const counts = muonCounts(run)
  const none = new Float64Array(counts.standard.length)
  const constraint = formulaConstraint(entry, assumptions, {
    kind,
    confidence: 0.9,
    likelihood: binnedLikelihood(counts, { observed: none, model: { bins: none.length, components: [[]], nuisances: [] } }),
    unverified,
    statement: `${title}: fewer than ${run.limit.toPrecision(4)} events expected, no background, efficiency ${run.efficiency}`,
    strength(boson) {
      if (!isCoupled(boson)) return NOT_COUPLED
      return boson.mass > HEAVIEST_GEV ? TOO_HEAVY : ratioOf(boson)(1)
    },
    closedForm(unit, ray) {
      const ratio = ratioOf(unit)
      const { visibleShare } = widthsOf(unit, run)
      const unseen = ratio(1, 0)
      return visibleShare === 0 ? powerLawIntervals(unseen, 2) : stretches(ratio, unseen, unseen * (1 - visibleShare), ray)
    },
  })
  return { ...constraint, spectra: () => [muonSpectrum(run)] }
}

/** The end of a range lies beyond all edges, rounding included. */
const BEYOND = 1 + 1e-9

/** Edges lie between where there would be events enough with no visible decay seen and with all of them. */
function stretches(ratio: EventsScaled, withNoneSeen: number, withAllSeen: number, { range: [lo, hi] }: Ray): readonly Interval[] {
  const within = (coupling: number): number => Math.log(Math.min(hi, Math.max(lo, coupling)))
  const [from, to] = [within(withNoneSeen ** -0.5 / BEYOND), within(withAllSeen ** -0.5 * BEYOND)]
  const points = Math.max(1, Math.ceil(((to - from) / Math.LN10) * STEPS))
  const height = (x: number): number => Math.log(Math.max(ratio(Math.exp(x)), Number.MIN_VALUE))
  return stretchesAbove(
    height,
    Array.from({ length: points + 1 }, (_, i) => from + ((to - from) * i) / points),
  )
}
