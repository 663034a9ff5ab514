import type { CitationKey } from '../citations.ts'
import type { Provenance } from '../data/table.ts'
import type { Channel } from '../decays/index.ts'
import type { Mechanism } from '../processes/index.ts'
import type { Entry, Kind, Subject } from './constraint.ts'

/** Shares of the production mechanisms in the signal of the model a limit was published for; they add up to 1. */
export type Shares = Readonly<Partial<Record<Mechanism, number>>>

/** One mechanism, a mixture, or mixtures that change with the mass [GeV]: each holds below its `below`, the last one above. */
export type Production = Mechanism | Shares | readonly { readonly below?: number; readonly shares: Shares }[]

/**
 * What a search looks for: some of the decay channels, or missing energy (neutrinos and hidden decays that leave nothing behind).
 * `everything` where the final state does not matter.
 */
export type FinalState = 'invisible' | 'everything' | readonly (Channel | 'pion-pair')[]

/**
 * Which proper lifetimes a search sees:
 * - `any`: all of them;
 * - `prompt`: decays within a proper time [s], which may depend on the mass [GeV];
 * - `displaced`: decays behind a shield and within a decay volume, of which only the ratio matters (Infinity: anything behind the shield).
 */
export type Window =
  | 'any'
  | { readonly kind: 'prompt'; readonly longest_s: number | ((mass_GeV: number) => number) }
  | { readonly kind: 'displaced'; readonly shield_m: number; readonly volume_m: number }

/** What the published curve is, row by row; masses in GeV, couplings those of the published model. */
export type Bound =
  /** Rows `[mass, coupling]`: larger couplings are excluded. */
  | { readonly shape: 'upper-limit'; readonly rows: Rows; readonly gaps?: Gaps }
  /** Rows `[mass, geometric mean, strongest, weakest]` of the limits in a bin of mass: what is left of a search that jumps from point to point. */
  | { readonly shape: 'bump-hunt'; readonly rows: Rows; readonly gaps?: Gaps }
  /** Rows `[mass, lower, upper]`: couplings between are excluded. */
  | { readonly shape: 'two-sided'; readonly rows: Rows; readonly gaps?: Gaps }
  /** Rows `[mass, coupling]`: vertices of a closed contour around what is excluded. */
  | { readonly shape: 'contour'; readonly rows: Rows }
  /** Rows `[mass, lower, upper, smallest r]`: islands where the ratio r of the limit on the yield to the expected yield is below 1. */
  | { readonly shape: 'islands'; readonly rows: Rows }
export type Rows = readonly (readonly number[])[]
/** Masses [GeV] the search left out, from and to. */
export type Gaps = readonly (readonly [from: number, to: number])[]

/**
 * A limit or a projection as it was published, and what carries over to another model: everything a recast needs, as plain data.
 * One file of the catalogue holds one of them.
 */
export interface PublishedLimit {
  /** Short and lasting, such as `na48-2-2015`. */
  readonly id: string
  /** As the legend names it. */
  readonly experiment: string
  readonly label: string
  readonly title: string
  readonly group: Entry['group']
  readonly colour?: number
  readonly kind: Exclude<Kind, 'preferred'>
  /** Null for projections that do not state one. */
  readonly confidence: number | null
  /** None for a limit of the user's own, whose publication `where` tells. */
  readonly citations: readonly CitationKey[]
  /** Which figure or table. */
  readonly where: string
  readonly provenance: Provenance
  readonly notes?: string
  readonly unverified?: string
  /** Whether plots draw it only when it is named: `Entry.isVariant`. */
  readonly isVariant?: boolean
  /** The model the curve was published for. */
  readonly model: string
  /** Whether that model was taken to decay invisibly always, as missing-energy searches for dark photons do. */
  readonly decaysUnseen?: boolean
  readonly production: Production
  readonly finalState: FinalState
  readonly window: Window
  readonly bound: Bound
}

const MAKER: Readonly<Record<Mechanism, Subject>> = {
  'electron-bremsstrahlung': 'electron',
  'electron-positron': 'electron',
  'muon-bremsstrahlung': 'muon',
  'muon-pair': 'muon',
  'proton-bremsstrahlung': 'quarks',
  'pion-bremsstrahlung': 'quarks',
  'pi0-photon': 'quarks',
  'eta-photon': 'quarks',
  'eta-prime-photon': 'quarks',
  'omega-pi0': 'quarks',
  'phi-eta': 'quarks',
  'd-star': 'quarks',
  'kaon-pion': 'quarks',
  'j-psi': 'quarks',
  'up-quarks': 'quarks',
  'down-quarks': 'quarks',
  'strange-quarks': 'quarks',
  'charm-quarks': 'quarks',
  'bottom-quarks': 'quarks',
  'rho-mixing': 'quarks',
  'omega-mixing': 'quarks',
  'phi-mixing': 'quarks',
}
const SEEN: Readonly<Partial<Record<Channel | 'pion-pair', Subject>>> = {
  ee: 'electron',
  mumu: 'muon',
  neutrinos: 'neutrinos',
  hadrons: 'quarks',
  'pion-pair': 'quarks',
}

/** Every mechanism of a production, whatever the mass. */
function mechanismsOf(production: Production): Mechanism[] {
  if (typeof production === 'string') return [production]
  const mixtures = Array.isArray(production) ? production.map(({ shares }) => shares) : [production]
  return mixtures.flatMap((shares) => Object.keys(shares) as Mechanism[])
}

/** The couplings that make the boson there, and those it is seen by. */
export function subjectsOf({ production, finalState }: Pick<PublishedLimit, 'production' | 'finalState'>): readonly Subject[] {
  const made = mechanismsOf(production).map((mechanism) => MAKER[mechanism])
  const seen =
    typeof finalState === 'string' ? (finalState === 'invisible' ? ['invisible' as const] : []) : finalState.map((channel) => SEEN[channel])
  return [...new Set([...made, ...seen])].filter((subject) => subject !== undefined)
}

const WORDS: Readonly<Record<string, string>> = {
  ee: 'e⁺e⁻',
  mumu: 'μ⁺μ⁻',
  tautau: 'τ⁺τ⁻',
  neutrinos: 'neutrinos',
  hadrons: 'hadrons',
  hidden: 'hidden particles',
  'pion-pair': 'π⁺π⁻',
}

/** The final state in words. */
export function finalStateText(finalState: FinalState): string {
  if (finalState === 'invisible') return 'invisible particles'
  return finalState === 'everything' ? 'anything' : finalState.map((channel) => WORDS[channel]).join(', ')
}
