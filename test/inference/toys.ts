import { assume } from '../../src/assumptions.ts'
import { binnedLikelihood, type Constraint, type CountsModel, type Entry } from '../../src/constraints/index.ts'
import type { BinnedData } from '../../src/statistics/index.ts'

export const assumptions = assume()

/** A constraint that nobody published: data, and what is expected of them. */
export function toyConstraint(id: string, counts: CountsModel, data: BinnedData, own = assumptions): Constraint {
  const entry: Entry = {
    id,
    label: id,
    title: id,
    group: 'scattering',
    source: { citations: [], where: 'nowhere' },
    prepare: async () => constraint,
  }
  const constraint: Constraint = {
    entry,
    assumptions: own,
    kind: 'exclusion',
    confidence: 0.9,
    statement: 'a toy',
    citations: [],
    strength: () => 0,
    intervals: () => [],
    likelihood: binnedLikelihood(counts, data),
  }
  return constraint
}

/** Counts that grow as $N_0 + g^2N_1$, the same for every mass. */
export const growingCounts = (standard: readonly number[], perSquare: readonly number[]): CountsModel => ({
  standard: Float64Array.from(standard),
  silence: () => undefined,
  growth: () => ({ linear: Float64Array.from(perSquare), quadratic: new Float64Array(standard.length) }),
  counts(boson, out) {
    for (const [i, n] of standard.entries()) out[i] = n + boson.coupling ** 2 * perSquare[i]
  },
})

/** Values that are linear in ln m and ln g, with Gaussian errors of one. */
export const linearValues = (rows: readonly (readonly [constant: number, perMass: number, perCoupling: number])[]): CountsModel => ({
  standard: new Float64Array(rows.length),
  silence: () => undefined,
  growth: () => undefined,
  counts(boson, out) {
    for (const [i, [constant, a, b]] of rows.entries()) out[i] = constant + a * Math.log(boson.mass) + b * Math.log(boson.coupling)
  },
})

export const close = (value: number, expected: number, tolerance: number, what = ''): void => {
  if (!(Math.abs(value - expected) <= tolerance * (1 + Math.abs(expected)))) throw new Error(`${what} ${value} instead of ${expected}`)
}
