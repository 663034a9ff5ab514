import type { Assumptions } from '../assumptions.ts'
import type { OwnLimit } from '../constraints/own.ts'
import type { ModelSpec } from '../models/index.ts'

/** How a parameter runs. */
export type Axis =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'list'; readonly values: readonly number[] }
  /** `points` values, both ends included, evenly spaced or evenly in the logarithm. */
  | { readonly kind: 'grid'; readonly scale: Scale; readonly from: number; readonly to: number; readonly points: number }
  /** Drawn by the samples of the scan, evenly or evenly in the logarithm. */
  | { readonly kind: 'sampled'; readonly scale: Scale; readonly from: number; readonly to: number }
export type Scale = 'linear' | 'log'

/** `mass` [GeV], `coupling`, or a parameter that the model names in braces. */
export interface Parameter {
  readonly name: string
  readonly axis: Axis
}

/** How sampled parameters are drawn, all of them together. */
export interface Samples {
  readonly sequence: 'sobol' | 'random'
  readonly points: number
  /** Of the random numbers; a Sobol sequence has none. */
  readonly seed?: number
}

/** What is computed of every boson by itself. */
export const QUANTITIES = ['couplings', 'kinetic-mixing', 'widths', 'branching', 'lifetime', 'g-minus-2'] as const
export type QuantityName = (typeof QUANTITIES)[number]

/** What is computed at every point. Constraints are named as in a session, with assumptions of their own behind @. */
export interface Compute {
  /** Strength, status, and why a constraint is silent; with what it computes of the boson, where it computes something (N_eff). */
  readonly constraints: readonly string[]
  /** The couplings that are excluded or preferred at the point's mass and model, whatever its coupling. */
  readonly limits: readonly string[]
  readonly quantities: readonly QuantityName[]
  /** $-2\ln L$ of these together, nuisances profiled. */
  readonly likelihood: readonly string[]
  /** Limits without a likelihood that enter it by the approximation that fits declare. */
  readonly approximate: readonly string[]
}

/** Lists of constraints in it. */
export const CONSTRAINT_LISTS = ['constraints', 'limits', 'likelihood', 'approximate'] as const satisfies readonly (keyof Compute)[]
export type ConstraintList = (typeof CONSTRAINT_LISTS)[number]

/** A scan as plain data: all that its numbers depend on besides the build of Zest. */
export interface ScanSpec {
  readonly title: string
  /** With `{name}` where a parameter stands: `muon-nu:ratio={ratio}`. */
  readonly model: ModelSpec
  /** The first runs slowest. Sampled ones run together, at the place of the first of them. */
  readonly parameters: readonly Parameter[]
  readonly samples?: Samples
  readonly compute: Compute
  readonly assumptions: Assumptions
  /** Constraints of the user's own, as data. */
  readonly own: readonly OwnLimit[]
}
