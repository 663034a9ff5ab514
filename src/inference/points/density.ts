import { InputError } from '../../errors.ts'
import type { GridDensity, Samples } from '../samplers/index.ts'
import { summaries } from '../samplers/index.ts'
import { placeOn } from '../space.ts'
import { type Cells, cellsOfPoints, columnOf } from './cells.ts'

/**
 * How many points of weight one would tell as much, $(\sum w)^2/\sum w^2$ (Kish 1965).
 *
 * @example
 * effectiveCount([1, 1, 0, 0]) // 2
 */
export function effectiveCount(weights: ArrayLike<number>): number {
  let [sum, squares] = [0, 0]
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]
    squares += weights[i] ** 2
  }
  return squares === 0 ? 0 : sum ** 2 / squares
}

/**
 * The density of weighted points over one or more parameters, whatever the others are: the weight in each cell over its width in the coordinate of the
 * prior and over that of all points in the cells.
 *
 * @throws InputError (field `parameters`) for a parameter that the samples have not, or where no point with weight is in the cells
 * @example
 * const x = { name: 'x', prior: uniformPrior(0, 4) }
 * const samples = { parameters: [x], points: Float64Array.of(1, 3, 3.5), weights: Float64Array.of(1, 1, 2), logLikelihoods: new Float64Array(3) }
 * pointDensity(samples, [evenCells(x, 2)]).density // [0.125, 0.375]
 */
export function pointDensity(samples: Samples, cells: readonly Cells[]): GridDensity {
  const names = samples.parameters.map(({ name }) => name)
  const columns = cells.map(({ parameter }) => {
    const k = names.indexOf(parameter.name)
    if (k < 0) throw new InputError(`'${parameter.name}' is not allowed; allowed: ${names.join(', ')}`, 'parameters')
    return columnOf(samples, k)
  })
  const density = new Float64Array(cells.reduce((product, { values }) => product * values.length, 1))
  let total = 0
  cellsOfPoints(cells, columns).forEach((cell, i) => {
    if (cell < 0) return
    density[cell] += samples.weights[i]
    total += samples.weights[i]
  })
  if (!(total > 0)) throw new InputError('no point with any weight has such values', 'parameters')
  const widths = cells.map(({ edges }) => edges.slice(1).map((end, i) => end - edges[i]))
  forEachCell(widths, (cell, width) => {
    density[cell] /= total * width
  })
  return { parameters: cells.map(({ parameter }) => parameter), axes: cells.map(({ values }) => values), widths, density }
}

function forEachCell(widths: readonly Float64Array[], visit: (cell: number, width: number) => void): void {
  const count = widths.reduce((product, { length }) => product * length, 1)
  for (let cell = 0; cell < count; cell++) {
    let [rest, width] = [cell, 1]
    for (let k = widths.length - 1; k >= 0; k--) {
      width *= widths[k][rest % widths[k].length]
      rest = Math.floor(rest / widths[k].length)
    }
    visit(cell, width)
  }
}

/**
 * The same density, smooth: a Gaussian kernel on each axis, reflected where the axis ends, of the width that is best for a Gaussian,
 * $\sigma\,n^{-1/(d+4)}$ with the effective count n of points in d dimensions (Scott 1992). It widens the density by a part $n^{-2/(d+4)}/2$. Cells of a grid
 * stay as they are.
 *
 * @example
 * const x = { name: 'x', prior: uniformPrior(0, 4) }
 * const samples = { parameters: [x], points: Float64Array.of(1, 3, 3.5), weights: Float64Array.of(1, 1, 2), logLikelihoods: new Float64Array(3) }
 * const { density, widths } = smoothDensity(samples, [evenCells(x, 40)])
 * density.reduce((sum, value, i) => sum + value * widths[0][i], 0) // 1.000
 */
export function smoothDensity(samples: Samples, cells: readonly Cells[]): GridDensity {
  const found = pointDensity(samples, cells)
  const names = samples.parameters.map(({ name }) => name)
  const known = summaries(samples)
  const narrowing = effectiveCount(samples.weights) ** (-1 / (cells.length + 4))
  let density = found.density
  let stride = density.length
  for (const { parameter, values, edges, isGrid } of cells) {
    stride /= values.length
    if (isGrid) continue
    const { quantile } = known[names.indexOf(parameter.name)]
    const [low, high] = [0.16, 0.84].map((share) => placeOn(parameter.prior, quantile(share)))
    density = smoothedAlong(density, values.length, stride, (0.5 * (high - low) * narrowing) / (edges[1] - edges[0]))
  }
  return { ...found, density }
}

/** Kernels end after so many widths. */
const FAR = 4

/** Along one axis, by a kernel of a width in cells. */
function smoothedAlong(density: Float64Array, length: number, stride: number, width: number): Float64Array {
  if (!(width > 0)) return density
  const reach = Math.min(length - 1, Math.ceil(FAR * width))
  const kernel = Float64Array.from({ length: 2 * reach + 1 }, (_, k) => Math.exp(-0.5 * ((k - reach) / width) ** 2))
  const sum = kernel.reduce((a, b) => a + b, 0)
  const smooth = new Float64Array(density.length)
  for (let cell = 0; cell < density.length; cell++) {
    if (density[cell] === 0) continue
    const i = Math.floor(cell / stride) % length
    const start = cell - i * stride
    for (let k = -reach; k <= reach; k++) {
      const to = i + k
      const reflected = to < 0 ? -1 - to : to >= length ? 2 * length - 1 - to : to
      smooth[start + reflected * stride] += (density[cell] * kernel[k + reach]) / sum
    }
  }
  return smooth
}
