import type { Assumptions } from '../assumptions.ts'
import type { CitationKey } from '../citations.ts'
import type { Boson, Ray } from '../couplings/boson.ts'
import type { BinnedData, Nuisance } from '../statistics/binned-model.ts'

/** A constraint that has nothing to say, and why. */
export interface Silent {
  readonly silent: string
}

/** Signal over the signal at the limit (or Δχ²/threshold): 1 on the contour; or silent. */
export type Verdict = number | Silent

/** A stretch of couplings; 0 and Infinity where open. */
export type Interval = readonly [lo: number, hi: number]

export type Kind = 'exclusion' | 'preferred' | 'projection'

/** Where a constraint's numbers come from and what a user should know of them. */
export interface Source {
  /** Every publication the entry may rest on; which of them it does is up to the assumptions. */
  readonly citations: readonly CitationKey[]
  /** Where in the publication the numbers stand, and how they came here. */
  readonly where: string
  readonly notes?: string
}

/** Which couplings of a boson a constraint speaks about; `invisible` where the boson must escape unseen. */
export const SUBJECTS = ['electron', 'muon', 'neutrinos', 'quarks', 'invisible'] as const
export type Subject = (typeof SUBJECTS)[number]

/** A catalogue entry: plain data and one function. `prepare` loads tables and folds responses, once per assumptions. */
export interface Entry {
  readonly id: string
  /** Short, for labels on curves: text with TeX between dollars. */
  readonly label: string
  readonly title: string
  readonly group:
    | 'scattering'
    | 'precision'
    | 'cosmology'
    | 'astrophysics'
    | 'meson decays'
    | 'colliders'
    | 'fixed target'
    | 'beam dumps'
    | 'flavour'
    | 'theory'
  /** Who measured or will, as the legend names it; several entries may share one. */
  readonly experiment?: string
  /** What it speaks about; every constraint of the catalogue says so. */
  readonly subjects?: readonly Subject[]
  readonly source: Source
  /** Whether it is another plan of a detector that has one already, or rests on a number that is assumed: plots draw it when it is named. */
  readonly isVariant?: boolean
  /** Whether what it prepares is a `projection`, whatever the assumptions: plots draw it where projections are asked for. */
  readonly isProjection?: boolean
  /** Palette slot, so that an experiment keeps its colour in every figure. */
  readonly colour?: number
  prepare(assumptions: Assumptions): Promise<Constraint>
}

/** What a constraint computes of a boson, in the words of the field: `N_eff` 3.54. */
export interface Quantity {
  readonly name: string
  readonly value: number
  readonly unit?: string
  /** The assumption that it was computed under, where another would move it: `neutrinoTemperatures=split`. */
  readonly under?: string
}

/** How strongly do these data speak against this boson? */
export interface Constraint {
  readonly entry: Entry
  readonly assumptions: Assumptions
  readonly kind: Kind
  /** 0.9, 0.9545, …; always shown with the curve. Null where the bound is a convention without a confidence level. */
  readonly confidence: number | null
  /** What was compared with what under these assumptions, in one line. */
  readonly statement: string
  /** The publications it rests on under these assumptions, and no others. */
  readonly citations: readonly CitationKey[]
  /** What of it is not confirmed at its source: shown with every result. */
  readonly unverified?: string
  /** 1 on the contour, above it excluded; for `preferred`, at most 1 inside the band. */
  strength(boson: Boson): Verdict
  /** What is compared, as a number, where one is of interest by itself; asked for where the verdict is not silent. */
  quantity?(boson: Boson): Quantity
  /** What the data exclude (or prefer) along a ray: disjoint, ascending; or silent. */
  intervals(ray: Ray): Silent | readonly Interval[]
  readonly likelihood?: Likelihood
  /** What it records against energy, where it counts events in bins: recoils, outgoing muons. Computed when asked for. */
  spectra?(): readonly EventSpectrum[]
}

/** Events in bins of what is recorded of them: recoils in a detector, muons that have made a boson. */
export interface EventSpectrum {
  /** Recoils of electrons or of nuclei, or outgoing muons. */
  readonly channel: 'er' | 'nr' | 'muon'
  /** Which of them, where not those that the detector is after: `electron recoils that leak in`. */
  readonly about?: string
  /** Where they come from and what is assumed of them, where the statement of the constraint leaves that open. */
  readonly remark?: string
  /** Of what is recorded. */
  readonly unit: 'keV' | 'keVee' | 'keVnr' | 'photoelectrons' | 'GeV'
  readonly bins: readonly (readonly [from: number, to: number])[]
  /** What the constraint counts, where bins go beyond it; edges of it are edges of bins. */
  readonly window?: readonly [from: number, to: number]
  /** Counts of neutrinos without the boson; zeros where nothing happens without it. */
  readonly neutrinos: Float64Array
  /** Counts of all else; zeros where there is nothing. */
  readonly background: Float64Array
  /** Counts as measured. */
  readonly observed?: Float64Array
  /** Their 1σ errors, where those are not √N. */
  readonly errors?: Float64Array
  /**
   * Counts of neutrinos, or muons, with the boson; or why it changes nothing.
   *
   * @throws InputError for a mass at which nothing is computed
   */
  withBoson(boson: Boson): Silent | Float64Array
}

/** $-2\ln L$ of data against a boson. */
export interface Likelihood {
  readonly nuisances: readonly Nuisance[]
  /**
   * Over that of a perfect description, without the constraints of the nuisances: whoever combines experiments adds up what each gives at common values of the
   * nuisances that share an id (`flux.sns`, `flux.electrons`), and $(\theta - \theta_0)^2/\sigma^2$ once for every id.
   */
  minus2LogL(boson: Boson, nuisances: ArrayLike<number>): number
  /** What was measured and what is expected: every likelihood with nuisances says so, for fits to profile them and for mock data in their place. */
  readonly binned?: { readonly counts: CountsModel; readonly data: BinnedData }
}

/** How counts grow along a ray whose couplings are linear in g: $N(g) = N_0 + g^2 N_1 + g^4 N_2$, each laid out like `standard`. */
export interface CountsGrowth {
  readonly linear: Float64Array
  readonly quadratic: Float64Array
}

/** How counts grow where couplings are lines in g: count i is $\sum_k N_k g^k$, $N_k$ at `POWERS * i + k`, the Standard Model in $N_0$. */
export interface CountsPolynomials {
  readonly coefficients: Float64Array
  /** Couplings at which a charge vanishes, around which counts may change on the scale of the distance from there. */
  readonly zeros?: readonly number[]
}

/** What an experiment expects to count with the boson. */
export interface CountsModel {
  /** Without the boson: component c (signals and backgrounds) in bin b at `c * bins + b`. */
  readonly standard: Float64Array
  /** Why there is no signal at all, or undefined. */
  silence(ray: Ray): Silent | undefined
  /** The closed form along a ray, where there is one. */
  growth(ray: Ray): CountsGrowth | undefined
  /** The same where couplings are lines in g. */
  polynomials?(ray: Ray): CountsPolynomials | undefined
  /** Where there is neither: roughly how counts grow, to a factor of some tens. It tells which couplings to look at. */
  rough?(ray: Ray): CountsGrowth | CountsPolynomials | undefined
  /** The counts of one boson, always; written into `out`. */
  counts(boson: Boson, out: Float64Array): void
}

/** What normal errors leave out beyond 1σ to 5σ, two-sided. */
const BEYOND = [0.3173, 0.0455, 0.0027, 6.334e-5, 5.733e-7]

/** A confidence level in the words of the field: `2σ` for 0.9545, `5σ` for 0.9999994, `90 %` for 0.9, nothing for a convention. */
export function confidenceText(confidence: number | null): string {
  if (confidence === null) return ''
  const sigma = BEYOND.findIndex((beyond) => Math.abs((1 - confidence) / beyond - 1) < 0.01)
  if (sigma >= 0) return `${sigma + 1}σ`
  // As many digits as tell it from certainty.
  const digits = Math.max(3, 1 + Math.ceil(-Math.log10(1 - confidence)))
  return `${Number((100 * confidence).toPrecision(digits))} %`
}

/** What was compared with what, and what of it is not confirmed at its source. */
export function fullStatement({ statement, unverified }: Constraint): string {
  return unverified === undefined ? statement : `${statement} (unverified: ${unverified})`
}

/** Whether there is nothing to say here. */
export function isSilent(value: unknown): value is Silent {
  return typeof value === 'object' && value !== null && 'silent' in value
}
