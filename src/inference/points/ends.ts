import type { Samples } from '../samplers/index.ts'
import { placeOn } from '../space.ts'
import { type Cells, evenCells, windowOf } from './cells.ts'
import { smoothDensity } from './density.ts'

/** Rounding at the ends, as a part of the axis. */
const SLACK = 1e-6

/** Which ends of cells are those of the range of their parameter. */
export function endsOfRange({ parameter: { prior }, edges }: Cells): [below: boolean, above: boolean] {
  const ends = [edges[0], edges[edges.length - 1]]
  const [below, above] = prior.range.map((end, k) => Math.abs(placeOn(prior, end) - ends[k]) <= SLACK * (ends[1] - ends[0]))
  return [below, above]
}

/** So many cells along a density, which is smooth. */
const CELLS = 64
/** A density as high as this part of the largest is not over where the range ends: that of a Gaussian at one deviation; for a limit at the other end, at two. */
const [HIGH, OVER] = [Math.exp(-0.5), Math.exp(-2)] as const

/**
 * To which sides the range of a parameter, rather than the data, ends what points tell of it: then its median measures the range, and what is known is a limit, or nothing.
 *
 * @param k the parameter's place
 * @param cells of the parameter, where they are those of a grid
 * @example
 * const x = { name: 'x', prior: uniformPrior(0, 4) }
 * const random = randomStream(1)
 * const points = Float64Array.from({ length: 4000 }, () => Math.min(4, -Math.log(random.uniform())))
 * const samples = { parameters: [x], points, weights: new Float64Array(4000).fill(1), logLikelihoods: new Float64Array(4000) }
 * openEnds(samples, 0) // [true, false]
 */
export function openEnds(samples: Samples, k: number, cells?: Cells): [below: boolean, above: boolean] {
  const own = cells ?? evenCells(samples.parameters[k], CELLS, windowOf(samples, k))
  const { density } = smoothDensity(samples, [own])
  const peak = density.reduce((most, value) => Math.max(most, value))
  const heights = [density[0] / peak, density[density.length - 1] / peak]
  const isEnd = endsOfRange(own)
  const isLimit = heights.some((height, end) => isEnd[end] && height >= HIGH)
  const [below, above] = heights.map((height, end) => isLimit && isEnd[end] && height >= OVER)
  return [below, above]
}
