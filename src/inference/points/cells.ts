import { InputError } from '../../errors.ts'
import type { SampledParameter, Samples } from '../samplers/index.ts'
import { summaries } from '../samplers/index.ts'
import { placeOn, valueAt } from '../space.ts'

/** Stretches of a parameter, one beside the other, into which points are sorted. */
export interface Cells {
  readonly parameter: SampledParameter
  /** A value in each, ascending. */
  readonly values: Float64Array
  /** Where each ends, in the coordinate of the prior: one more than there are values. */
  readonly edges: Float64Array
  /** Whether the values are all that points have: those of a grid. */
  readonly isGrid: boolean
}

/**
 * So many cells of one width in the coordinate of the prior, with their middles as values.
 *
 * @param range that of the prior where not given
 * @throws InputError (field of the parameter's name) for a range that is empty or open
 * @example
 * evenCells({ name: 'x', prior: logUniformPrior(1, 100) }, 2).values // [3.16, 31.6]
 */
export function evenCells(parameter: SampledParameter, count: number, range: readonly [number, number] = parameter.prior.range): Cells {
  const [lo, hi] = range.map((end) => placeOn(parameter.prior, end))
  if (!(hi > lo && Number.isFinite(hi - lo))) throw new InputError(`range ${range.join(' to ')} is empty or open`, parameter.name)
  const edges = Float64Array.from({ length: count + 1 }, (_, i) => (i === count ? hi : lo + (i / count) * (hi - lo)))
  const values = Float64Array.from({ length: count }, (_, i) => valueAt(parameter.prior, lo + ((i + 0.5) / count) * (hi - lo)))
  return { parameter, values, edges, isGrid: false }
}

/**
 * So many places from one end of a range to the other, both included, each with a cell around it.
 *
 * @param range that of the prior where not given
 * @throws InputError (field of the parameter's name) for a range that is empty or open
 * @example
 * evenPlaces({ name: 'x', prior: logUniformPrior(1, 100) }, 3).values // [1, 10, 100]
 */
export function evenPlaces(parameter: SampledParameter, count: number, range?: readonly [number, number]): Cells {
  const { edges } = evenCells(parameter, count - 1, range)
  return {
    ...gridCells(
      parameter,
      Array.from(edges, (place) => valueAt(parameter.prior, place)),
    ),
    isGrid: false,
  }
}

/**
 * A cell around each of some values, with ends halfway to the next in the coordinate of the prior, and at the first and the last value: the widths are the
 * weights of the trapezoidal rule.
 *
 * @param values two or more, in any order
 * @throws InputError (field of the parameter's name) for fewer
 * @example
 * gridCells({ name: 'x', prior: uniformPrior(0, 4) }, [0, 2, 4]).edges // [0, 1, 3, 4]
 */
export function gridCells(parameter: SampledParameter, values: readonly number[]): Cells {
  const ascending = Float64Array.from(new Set(values)).sort()
  const n = ascending.length
  if (n < 2) throw new InputError('it has one value alone; allowed: a parameter that varies', parameter.name)
  const places = ascending.map((value) => placeOn(parameter.prior, value))
  const edges = Float64Array.from({ length: n + 1 }, (_, i) => 0.5 * (places[Math.max(0, i - 1)] + places[Math.min(n - 1, i)]))
  return { parameter, values: ascending, edges, isGrid: true }
}

/** Rounding at the outer ends. */
const SLACK = 1e-9

/** Finds the cell of a value; −1 outside, and for NaN. */
export function cellFinder({ parameter, edges }: Cells): (value: number) => number {
  const last = edges.length - 2
  const slack = SLACK * (edges[last + 1] - edges[0])
  return (value) => {
    const place = placeOn(parameter.prior, value)
    if (!(place >= edges[0] - slack && place <= edges[last + 1] + slack)) return -1
    let [lo, hi] = [0, last + 1]
    while (hi - lo > 1) {
      const middle = (lo + hi) >> 1
      if (edges[middle] <= place) lo = middle
      else hi = middle
    }
    return lo
  }
}

/** For each point its cell in all of several parameters together, the last one fastest; −1 outside. */
export function cellsOfPoints(cells: readonly Cells[], columns: readonly ArrayLike<number>[]): Int32Array {
  const finders = cells.map(cellFinder)
  const found = new Int32Array(columns[0].length)
  for (let i = 0; i < found.length; i++) {
    let at = 0
    for (let k = 0; k < cells.length && at >= 0; k++) {
      const own = finders[k](columns[k][i])
      at = own < 0 ? -1 : at * cells[k].values.length + own
    }
    found[i] = at
  }
  return found
}

/** Values of one parameter of samples. */
export const columnOf = ({ parameters, points, weights }: Samples, k: number): Float64Array =>
  weights.map((_, i) => points[i * parameters.length + k])

/** The share of the probability beyond either end of a window, what is added to it there, and the part of the range from which on it is the whole. */
const BEYOND = 5e-3
const ADDED = 0.15
const WHOLE = 0.7

/** What to look at of a parameter where all that matters lies between two values: some more to either side, or its whole range where that is most of it. */
export function windowAround({ prior }: SampledParameter, from: number, to: number): [lo: number, hi: number] {
  const [lo, hi] = [placeOn(prior, from), placeOn(prior, to)]
  const [least, most] = prior.range.map((end) => placeOn(prior, end))
  const margin = ADDED * (hi - lo) || 0.5 * Math.abs(hi) || 1
  const window = [Math.max(least, lo - margin), Math.min(most, hi + margin)]
  return window[1] - window[0] > WHOLE * (most - least) ? [...prior.range] : [valueAt(prior, window[0]), valueAt(prior, window[1])]
}

/** The range in which nearly all of the probability lies: the whole one, where that is most of it. */
export function windowOf(samples: Samples, k: number): [lo: number, hi: number] {
  const { quantile } = summaries(samples)[k]
  return windowAround(samples.parameters[k], quantile(BEYOND), quantile(1 - BEYOND))
}

/** Of cells of a grid those within a range, and one more to either side. */
export function cellsWithin(cells: Cells, [lo, hi]: readonly [number, number]): Cells {
  const { parameter, values, edges } = cells
  const first = Math.max(0, values.findIndex((value) => value >= lo) - 1)
  const beyond = values.findIndex((value) => value > hi)
  const last = beyond < 0 ? values.length - 1 : beyond
  return last - first < 1
    ? cells
    : { parameter, values: values.slice(first, last + 1), edges: edges.slice(first, last + 2), isGrid: cells.isGrid }
}
