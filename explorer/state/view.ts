import type { Assumptions } from '../../src/index.ts'
import type { SolarSource } from '../../src/neutrinos/index.ts'
import type { PlaneName } from '../../src/regions/index.ts'

export type Range = readonly [lo: number, hi: number]

export const isSame = (a: Range, b: Range): boolean => a[0] === b[0] && a[1] === b[1]

/** What may be drawn against the mass of the pinned boson. */
export const GRAPHS = ['branching', 'widths', 'couplings', 'decay-length', 'g-2', 'n-eff'] as const
export type Graph = (typeof GRAPHS)[number]

/** What is looked at beside the plane, which it does not change. */
export interface Beside {
  readonly graph: Graph
  /** The experiment whose events are shown, where any are. */
  readonly spectrum: string | undefined
  /** The source whose neutrinos are shown, where any are. */
  readonly solar: SolarSource | undefined
  /** The published figure that is shown, where one is. */
  readonly figure: string | undefined
  readonly theme: 'auto' | 'light' | 'dark'
}

/** Everything a reader of the page has chosen: plain data, which the address of the page holds. */
export interface View extends Beside {
  /** A name, a family with parameters, or a charge expression, as the command line takes it. */
  readonly model: string
  /** What differs from the default. */
  readonly assumptions: Partial<Assumptions>
  readonly plane: PlaneName
  /** Axes; those that may be absent are fitted to the curves. */
  readonly mass_GeV: Range
  readonly coupling: Range | undefined
  readonly epsMedium: Range | undefined
  readonly tanEta: Range
  /** Of the plane that is drawn at one mass. */
  readonly fixedMass_GeV: number
  readonly projections: boolean
  /** Constraints that are switched off. */
  readonly hidden: readonly string[]
  /** The only constraints that are shown, where any are named. */
  readonly only: readonly string[]
  /** A place in the plane: across, upwards. */
  readonly pin: readonly [x: number, y: number] | undefined
}

export const DEFAULT_VIEW: View = {
  model: 'mu-tau',
  assumptions: {},
  plane: 'mass,coupling',
  mass_GeV: [1e-3, 10],
  coupling: undefined,
  epsMedium: undefined,
  tanEta: [-2, 2],
  fixedMass_GeV: 0.04,
  projections: false,
  hidden: [],
  only: [],
  pin: undefined,
  graph: 'branching',
  spectrum: undefined,
  solar: undefined,
  figure: undefined,
  theme: 'auto',
}

const { mass_GeV, coupling, epsMedium, tanEta } = DEFAULT_VIEW
/** Axes as they are until someone chooses others. */
export const WHOLE_PLANE: Partial<View> = { mass_GeV, coupling, epsMedium, tanEta }

/** What the plane and its bosons depend on. */
export function queryOf({ graph: _g, spectrum: _r, solar: _s, figure: _f, theme: _t, ...query }: View): Omit<View, keyof Beside> {
  return query
}
