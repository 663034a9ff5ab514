import { type Assumptions, assume } from '../../src/assumptions.ts'
import { type Constraint, type Interval, isSilent, type PublishedLimit, recast, type Silent } from '../../src/constraints/index.ts'
import { couplingRay, type Ray } from '../../src/couplings/boson.ts'
import { type Model, resolveModel } from '../../src/models/index.ts'

export const OPEN = Number.POSITIVE_INFINITY
export const relative = (value: number, expected: number): number => (value === expected ? 0 : Math.abs(value / expected - 1))

/** Bremsstrahlung to e⁺e⁻ at any lifetime, published for dark photons, unless told otherwise. */
export function toyLimit(changes: Partial<PublishedLimit>): PublishedLimit {
  return {
    id: 'toy',
    experiment: 'toy',
    label: 'toy',
    title: 'A toy',
    group: 'fixed target',
    kind: 'exclusion',
    confidence: 0.9,
    citations: ['darkcast-2018'],
    where: 'nowhere: a toy',
    provenance: 'computed',
    model: 'dark-photon',
    production: 'electron-bremsstrahlung',
    finalState: ['ee'],
    window: 'any',
    bound: { shape: 'upper-limit', rows: UPPER_LIMIT },
    ...changes,
  }
}

export const UPPER_LIMIT = [
  [0.003, 2e-4],
  [0.01, 4e-5],
  [0.05, 1e-4],
  [0.3, 1e-3],
  [1.5, 3e-3],
] as const
export const TWO_SIDED = [
  [0.003, 1e-7, 2e-3],
  [0.01, 5e-8, 1e-4],
  [0.05, 8e-8, 9e-6],
  [0.2, 3e-7, 1e-6],
  [0.3, 5e-7, 5.01e-7],
] as const
/** Down along the upper edge, back along a lower edge with a tongue: two intervals between 0.05 and 0.15 GeV. */
export const CONTOUR = [
  [0.003, 1e-7],
  [0.003, 2e-3],
  [0.02, 1e-4],
  [0.2, 8e-6],
  [0.05, 5e-6],
  [0.15, 1e-6],
  [0.1, 2e-7],
  [0.02, 4e-8],
] as const
export const ISLANDS = [
  [0.22, 1e-5, 4e-5, 0.5],
  [0.2215, 1.2e-5, 5e-5, 0.7],
  [0.2215, 9e-5, 1e-4, 0.99],
  [0.3, 2e-5, 3e-5, 0.01],
] as const
export const SHIELDED = { kind: 'displaced', shield_m: 179, volume_m: 204 } as const

export const toyConstraint = (changes: Partial<PublishedLimit>, assumptions: Assumptions = assume()): Promise<Constraint> =>
  recast(toyLimit(changes)).prepare(assumptions)

export const rayOf = (model: Model | string, mass: number, assumptions: Assumptions = assume()): Ray =>
  couplingRay(typeof model === 'string' ? resolveModel(model) : model, mass, assumptions)

/** What is excluded; silence is an error that says its reason. */
export function spoken(found: Silent | readonly Interval[]): readonly Interval[] {
  if (isSilent(found)) throw new Error(`silent: ${found.silent}`)
  return found
}

/** The largest relative difference of two lists of intervals; Infinity where their numbers differ. */
export function difference(found: readonly Interval[], expected: readonly Interval[]): number {
  if (found.length !== expected.length) return OPEN
  return Math.max(0, ...found.flatMap(([lo, hi], i) => [relative(lo, expected[i][0]), relative(hi, expected[i][1])]))
}
