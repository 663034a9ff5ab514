import type { Random } from '../../numerics/index.ts'

/**
 * Points spread over the prior above a likelihood. Those of equal likelihood are ordered by a label of their own, from 0 to 1: one more coordinate, on
 * which the likelihood does not depend, so that stretches of equal likelihood shrink as all others do (the remedy of Fowlie, Handley and Su
 * 2021, Mon. Not. R. Astron. Soc. 503, 1199, in another form).
 */
export interface LivePoints {
  /** Places in the unit cube, rows of numbers. */
  readonly cubes: Float64Array
  readonly values: Float64Array
  readonly labels: Float64Array
}

/** Which of two comes first. */
const isBelow = (value: number, label: number, otherValue: number, otherLabel: number): boolean =>
  value < otherValue || (value === otherValue && label < otherLabel)

/** Points drawn from the prior. */
export function drawnPoints(count: number, dimensions: number, random: Random, valueAt: (cube: Float64Array) => number): LivePoints {
  const cubes = Float64Array.from({ length: count * dimensions }, () => 1 - random.uniform())
  const values = Float64Array.from({ length: count }, (_, i) => valueAt(cubes.subarray(i * dimensions, (i + 1) * dimensions)))
  return { cubes, values, labels: Float64Array.from({ length: count }, () => random.uniform()) }
}

/** The index of the first of all. */
export function worstOf({ values, labels }: LivePoints): number {
  let worst = 0
  for (let i = 1; i < values.length; i++) if (isBelow(values[i], labels[i], values[worst], labels[worst])) worst = i
  return worst
}

/** How many others come before one. */
export function rankOf({ values, labels }: LivePoints, index: number): number {
  let rank = 0
  for (let i = 0; i < values.length; i++) if (isBelow(values[i], labels[i], values[index], labels[index])) rank++
  return rank
}

/** Indices from the first to the last. */
export function inOrder({ values, labels }: LivePoints): number[] {
  return Array.from(values.keys()).sort((i, j) => (isBelow(values[i], labels[i], values[j], labels[j]) ? -1 : 1))
}
