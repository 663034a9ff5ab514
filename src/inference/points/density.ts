import { InputError } from '../../errors.ts'
import type { GridDensity, Samples } from '../samplers/index.ts'
import { summaries } from '../samplers/index.ts'
import { placeOn } from '../space.ts'
import { type Cells, cellsOfPoints, columnOf } from './cells.ts'
import { gaussianKernel, spreadBy } from './kernel.ts'

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

/** Correlations beyond this are taken for it. */
const CORRELATED = 0.999

/** How two columns of weighted points go together: Pearson's coefficient. */
function correlation(weights: Float64Array, xs: Float64Array, ys: Float64Array): number {
  let [total, meanX, meanY] = [0, 0, 0]
  for (let i = 0; i < weights.length; i++) {
    total += weights[i]
    meanX += weights[i] * xs[i]
    meanY += weights[i] * ys[i]
  }
  meanX /= total
  meanY /= total
  let [xx, yy, xy] = [0, 0, 0]
  for (let i = 0; i < weights.length; i++) {
    const [x, y] = [xs[i] - meanX, ys[i] - meanY]
    xx += weights[i] * x * x
    yy += weights[i] * y * y
    xy += weights[i] * x * y
  }
  return xx > 0 && yy > 0 ? Math.min(CORRELATED, Math.max(-CORRELATED, xy / Math.sqrt(xx * yy))) : 0
}

/**
 * The same density, smooth. Its kernel is a Gaussian as correlated as the points are; the widening by it is divided out to leading order, by smoothing once more
 * how far the points are from the smooth density (Jones, Linton, Nielsen 1995), and what the kernel has beyond the ends of an axis is not counted. What is left
 * goes with the fourth power of the width, which therefore is $\sigma\,n^{-1/(d+8)}$ with the effective count n of points in d dimensions. Cells of a grid stay as
 * they are.
 *
 * @param cells of one or two parameters
 * @throws InputError as {@link pointDensity} does, and (field `parameters`) for more than two
 * @example
 * const x = { name: 'x', prior: uniformPrior(0, 4) }
 * const samples = { parameters: [x], points: Float64Array.of(1, 3, 3.5), weights: Float64Array.of(1, 1, 2), logLikelihoods: new Float64Array(3) }
 * const { density, widths } = smoothDensity(samples, [evenCells(x, 40)])
 * density.reduce((sum, value, i) => sum + value * widths[0][i], 0) // 1.000
 */
export function smoothDensity(samples: Samples, cells: readonly Cells[]): GridDensity {
  if (cells.length > 2) throw new InputError(`${cells.length} of them at once; allowed: 1 or 2`, 'parameters')
  const found = pointDensity(samples, cells)
  const names = samples.parameters.map(({ name }) => name)
  const known = summaries(samples)
  const narrowing = effectiveCount(samples.weights) ** (-1 / (cells.length + 8))
  const places = cells.map(({ parameter }) =>
    columnOf(samples, names.indexOf(parameter.name)).map((value) => placeOn(parameter.prior, value)),
  )
  /** Half of the central 68 %, in cells. */
  const spreads = cells.map(({ parameter, edges }) => {
    const { quantile } = known[names.indexOf(parameter.name)]
    const [low, high] = [0.16, 0.84].map((share) => placeOn(parameter.prior, quantile(share)))
    return (0.5 * (high - low)) / (edges[1] - edges[0])
  })
  const lengths = cells.map(({ values }) => values.length)
  const [x, y] = cells.map(({ isGrid }, k) => ({ k, isGrid })).filter(({ isGrid }) => !isGrid)
  if (x === undefined) return found
  const together = cells.length === 2 ? correlation(samples.weights, places[0], places[1]) : 0
  // Along a single axis, beside that of a grid, what is left at each value of the other.
  const alone = y === undefined && cells.length === 2 ? Math.sqrt(1 - together ** 2) : 1
  const widths = cells.map(({ isGrid }, k) => (isGrid ? 0 : alone * narrowing * spreads[k]))
  const kernel = gaussianKernel(widths, y === undefined ? 0 : together)
  const inside = spreadBy(
    kernel,
    found.density.map(() => 1),
    lengths,
  )
  const pilot = spreadBy(kernel, found.density, lengths).map((value, i) => value / inside[i])
  const excess = spreadBy(
    kernel,
    found.density.map((value, i) => (value === 0 ? 0 : value / pilot[i])),
    lengths,
  )
  const density = pilot.map((value, i) => (value * excess[i]) / inside[i])
  let total = 0
  forEachCell(found.widths, (cell, width) => {
    total += density[cell] * width
  })
  return { ...found, density: density.map((value) => value / total) }
}
