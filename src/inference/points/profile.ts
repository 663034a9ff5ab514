import type { Samples } from '../samplers/index.ts'
import { type Cells, cellsOfPoints } from './cells.ts'

/** Which of the values in a cell is kept. */
export const EXTREMES = ['smallest', 'largest'] as const
export type Extreme = (typeof EXTREMES)[number]

/**
 * The smallest (or largest) of the values that points have in each cell, whatever else distinguishes them: of −2 ln L the profile over all other parameters.
 *
 * @param columns of each parameter of the cells its values, point by point
 * @param values of each point; NaN where it has none
 * @returns cell by cell, the last parameter fastest; NaN where no point is
 * @example
 * const x = { name: 'x', prior: uniformPrior(0, 4) }
 * extremesIn([evenCells(x, 2)], [[1, 1.5, 3]], [5, 4, 7], 'smallest') // [4, 7]
 */
export function extremesIn(
  cells: readonly Cells[],
  columns: readonly ArrayLike<number>[],
  values: ArrayLike<number>,
  which: Extreme,
): Float64Array {
  const found = new Float64Array(cells.reduce((product, { values: own }) => product * own.length, 1)).fill(Number.NaN)
  const sign = which === 'smallest' ? 1 : -1
  cellsOfPoints(cells, columns).forEach((cell, i) => {
    const value = values[i]
    if (cell < 0 || Number.isNaN(value)) return
    if (Number.isNaN(found[cell]) || sign * value < sign * found[cell]) found[cell] = value
  })
  return found
}

/**
 * The point of samples with the largest likelihood.
 *
 * @example
 * const x = { name: 'x', prior: uniformPrior(0, 4) }
 * const samples = { parameters: [x], points: Float64Array.of(1, 3), weights: Float64Array.of(1, 1), logLikelihoods: Float64Array.of(-2, -1) }
 * bestPoint(samples) // { point: [3], logLikelihood: -1 }
 */
export function bestPoint({ parameters, points, logLikelihoods }: Samples): { point: number[]; logLikelihood: number } {
  const best = logLikelihoods.reduce((at, value, i) => (value > logLikelihoods[at] ? i : at), 0)
  const [from, to] = [best * parameters.length, (best + 1) * parameters.length]
  return { point: Array.from(points.subarray(from, to)), logLikelihood: logLikelihoods[best] }
}
