import { InputError } from '../../errors.ts'
import { checkCount, checkedLikelihood, type SampledParameter, type Target } from './target.ts'

/** A density over one or more parameters at the points of a grid. */
export interface GridDensity {
  readonly parameters: readonly SampledParameter[]
  /** Values of each parameter, ascending, even in the coordinate of its prior. */
  readonly axes: readonly Float64Array[]
  /** Share of the volume for which each value of each axis stands, in units of the coordinate: the weights of quadrature. */
  readonly widths: readonly Float64Array[]
  /** Probability per unit of the coordinates, of sum one with the widths; the last parameter runs fastest. */
  readonly density: Float64Array
}

/** What {@link gridPosterior} gives: the posterior, and the evidence. */
export interface GridPosterior extends GridDensity {
  readonly logEvidence: number
  /** How much $\ln Z$ changes where every second point is left out: more than the error of the quadrature. */
  readonly logEvidenceError: number
}

/** What {@link gridPosterior} may be told. */
export interface GridOptions {
  /** Points on each axis, or on each of them in turn: odd, 11 or more; 201 where not given. */
  readonly points?: number | readonly number[]
  /** The range of each axis in turn; that of the prior where not given. */
  readonly ranges?: readonly (readonly [lo: number, hi: number] | undefined)[]
}

/** A prior that is open is followed to where a share of this is left. */
const LEFT_OUT = 1e-12
/** Grids larger than this are for samplers. */
const MOST_POINTS = 2e7

/** Weights in units of the step: even, but for corrections of fourth order at the ends (Gregory's rule). */
const gregory = (n: number): Float64Array => {
  const ends = [3 / 8, 7 / 6, 23 / 24]
  return Float64Array.from({ length: n }, (_, i) => ends[Math.min(i, n - 1 - i)] ?? 1)
}

interface Axis {
  readonly values: Float64Array
  readonly logPrior: Float64Array
  readonly step: number
}

function axisOf({ name, prior }: SampledParameter, points: number, range: readonly [number, number] | undefined): Axis {
  const [lowest, highest] = prior.range
  const [lo, hi] = range ?? [
    lowest === -Infinity ? prior.quantile(LEFT_OUT) : lowest,
    highest === Infinity ? prior.quantile(1 - LEFT_OUT) : highest,
  ]
  if (!(lo < hi && lo >= lowest && hi <= highest && Number.isFinite(hi - lo))) {
    throw new InputError(`${lo} to ${hi} is not allowed for ${name}; allowed: ${lowest} to ${highest}`, 'ranges')
  }
  const isLog = prior.scale === 'log'
  const length = isLog ? Math.log(hi / lo) : hi - lo
  const step = length / (points - 1)
  const values = Float64Array.from({ length: points }, (_, i) => {
    if (i === points - 1) return hi
    return isLog ? lo * Math.exp(i * step) : lo + i * step
  })
  return { values, logPrior: values.map((x) => prior.logDensity(x)), step }
}

/** The values of every n-tuple of indices, the last one fastest. */
function forEachPoint(sizes: readonly number[], visit: (indices: Int32Array, point: number) => void): void {
  const indices = new Int32Array(sizes.length)
  const total = sizes.reduce((product, size) => product * size, 1)
  for (let point = 0; point < total; point++) {
    visit(indices, point)
    for (let k = sizes.length - 1; k >= 0 && ++indices[k] === sizes[k]; k--) indices[k] = 0
  }
}

/**
 * The posterior of a few parameters on a grid, exact up to the error of quadrature: $P(\theta) = L(\theta)\,p(\theta)/Z$ and $Z = \int L\,p\,d\theta$ by the
 * trapezoidal rule with corrections at the ends, whose error falls faster than any power of the step for a peak within the grid and with its fourth
 * power for one at its edge. What {@link marginal}, {@link credibleLevel} and {@link credibleIntervals} ask for.
 *
 * @throws InputError for points or ranges that are not allowed; FailureError where ln L is NaN or is −Infinity everywhere
 * @example
 * const x: SampledParameter = { name: 'x', prior: uniformPrior(-8, 8) }
 * const { logEvidence } = gridPosterior({ parameters: [x], logLikelihood: (theta) => -0.5 * theta[0] ** 2 })
 * Math.exp(logEvidence) * 16 // 2.506628274631: the square root of 2π
 */
export function gridPosterior(target: Target, { points = 201, ranges = [] }: GridOptions = {}): GridPosterior {
  const { parameters } = target
  const likelihood = checkedLikelihood(target)
  const sizes = parameters.map((_, k) => (typeof points === 'number' ? points : points[k]))
  for (const size of sizes) {
    checkCount(size, 11, 'points')
    if (size % 2 === 0) throw new InputError(`${size} is not allowed; allowed: odd numbers`, 'points')
  }
  const total = sizes.reduce((product, size) => product * size, 1)
  if (total > MOST_POINTS) throw new InputError(`${total} points are too many; allowed: ${MOST_POINTS} in all, or use nested()`, 'points')

  const grid = parameters.map((parameter, k) => axisOf(parameter, sizes[k], ranges[k]))
  const theta = new Float64Array(sizes.length)
  const density = new Float64Array(total)
  let peak = -Infinity
  forEachPoint(sizes, (indices, point) => {
    let logPrior = 0
    for (let k = 0; k < sizes.length; k++) {
      theta[k] = grid[k].values[indices[k]]
      logPrior += grid[k].logPrior[indices[k]]
    }
    density[point] = likelihood(theta) + logPrior
    if (density[point] > peak) peak = density[point]
  })
  if (peak === -Infinity) throw new InputError('the likelihood is zero at every point of the grid; choose other ranges', 'ranges')

  const widths = grid.map(({ step }, k) => gregory(sizes[k]).map((weight) => weight * step))
  const coarse = grid.map(({ step }, k) => gregory((sizes[k] + 1) / 2).map((weight) => 2 * weight * step))
  let [sum, sparse] = [0, 0]
  forEachPoint(sizes, (indices, point) => {
    density[point] = Math.exp(density[point] - peak)
    let [width, coarseWidth] = [1, 1]
    for (let k = 0; k < sizes.length; k++) {
      width *= widths[k][indices[k]]
      coarseWidth *= indices[k] % 2 === 0 ? coarse[k][indices[k] / 2] : 0
    }
    sum += density[point] * width
    sparse += density[point] * coarseWidth
  })
  for (let point = 0; point < total; point++) density[point] /= sum
  return {
    parameters,
    axes: grid.map(({ values }) => values),
    widths,
    density,
    logEvidence: Math.log(sum) + peak,
    logEvidenceError: Math.abs(Math.log(sparse / sum)),
  }
}

/**
 * The density of some of the parameters, in the order given, whatever the others are: those are integrated over.
 *
 * @throws InputError (field `parameter`) for a name that the grid does not have
 * @example
 * const flat = (name: string): SampledParameter => ({ name, prior: uniformPrior(0, 2) })
 * const posterior = gridPosterior({ parameters: [flat('x'), flat('y')], logLikelihood: () => 0 }, { points: 11 })
 * marginal(posterior, ['y']).density[3] // 0.5
 */
export function marginal({ parameters, axes, widths, density }: GridDensity, names: readonly string[]): GridDensity {
  const kept = names.map((name) => parameters.findIndex((parameter) => parameter.name === name))
  if (kept.length === 0 || kept.includes(-1) || new Set(kept).size < kept.length) {
    const known = parameters.map(({ name }) => name).join(', ')
    throw new InputError(`'${names.join(', ')}' is not allowed; allowed: some of ${known}, each once`, 'parameter')
  }
  const sizes = axes.map(({ length }) => length)
  const left = new Float64Array(kept.reduce((product, k) => product * sizes[k], 1))
  forEachPoint(sizes, (indices, point) => {
    let width = 1
    for (let k = 0; k < sizes.length; k++) if (!kept.includes(k)) width *= widths[k][indices[k]]
    let at = 0
    for (const k of kept) at = at * sizes[k] + indices[k]
    left[at] += density[point] * width
  })
  const of = <T>(all: readonly T[]): T[] => kept.map((k) => all[k])
  return { parameters: of(parameters), axes: of(axes), widths: of(widths), density: left }
}
