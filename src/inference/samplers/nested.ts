import { FailureError, InputError } from '../../errors.ts'
import { randomStream } from '../../numerics/index.ts'
import { type Evidence, evidenceOf, logAdd } from './evidence.ts'
import { drawnPoints, inOrder, rankOf, worstOf } from './live-points.ts'
import { sliceSampler } from './slice.ts'
import { checkCount, checkedLikelihood, type Samples, type Target } from './target.ts'

/** What {@link nested} may be told. */
export interface NestedOptions {
  /** Which random numbers; 0 where not given. */
  readonly seed?: number
  /** Live points: the error of ln Z goes as one over the square root of their number. 400 where not given. */
  readonly livePoints?: number
  /** Slices between a live point and the new one that is begun there; five for each parameter where not given. */
  readonly slices?: number
  /** It ends when the live points can hold no more than this share of the evidence; they are counted in. 0.001 where not given. */
  readonly remainder?: number
  /** Calls of the likelihood after which it is given up; $10^7$ where not given. */
  readonly mostEvaluations?: number
}

/** What {@link nested} gives: samples of the posterior in the order of their likelihood, their weights of sum one, and the evidence. */
export interface NestedRun extends Samples, Evidence {
  readonly evaluations: number
  /**
   * Correlation of the ranks, among the live points, of each new point and of the one its slices began at: within a few hundredths of zero where the slices
   * were enough to forget it. Peaks of other heights add to it, for each point stays with its own.
   */
  readonly kinship: number
}

/**
 * Nested sampling (Skilling 2006, Bayesian Anal. 1, 833): the evidence $Z = \int L\,dX$ over the share X of the prior with a likelihood above L, and the
 * posterior with it. Of n live points, drawn from the prior, the worst is taken out again and again, by which $\ln X$ falls by 1/n, and replaced by a
 * draw from the prior where the likelihood is larger, made by slices that begin at another live point. Stretches of equal likelihood, zero
 * included, count for what they are.
 *
 * For posteriors of any shape, with several peaks too, in up to some twenty dimensions. A peak that none of the first live points has a way to is missed.
 *
 * @throws InputError for options out of range; FailureError where ln L is NaN, or the evaluations run out
 * @example
 * const x = { name: 'x', prior: uniformPrior(-5, 5) }
 * const run = nested({ parameters: [x], logLikelihood: (theta) => -0.5 * theta[0] ** 2 }, { livePoints: 100 })
 * const pull = (run.logEvidence - Math.log(Math.sqrt(2 * Math.PI) / 10)) / run.logEvidenceError
 * Math.abs(pull) < 3 // true
 */
export function nested(target: Target, options: NestedOptions = {}): NestedRun {
  const { parameters } = target
  const dimensions = parameters.length
  const { seed = 0, livePoints = 400, slices = 5 * dimensions, remainder = 1e-3, mostEvaluations = 1e7 } = options
  const likelihood = checkedLikelihood(target)
  checkCount(livePoints, 2 * dimensions + 2, 'livePoints')
  checkCount(slices, 1, 'slices')
  if (!(remainder > 0 && remainder < 1)) throw new InputError(`${remainder} is not allowed; allowed: above 0, below 1`, 'remainder')

  const random = randomStream(seed)
  const theta = new Float64Array(dimensions)
  let evaluations = 0
  const valueAt = (cube: Float64Array): number => {
    if (evaluations++ >= mostEvaluations) {
      throw new FailureError(`nested sampling has not ended after ${mostEvaluations} evaluations; is ln L -Infinity almost everywhere?`)
    }
    for (let k = 0; k < dimensions; k++) theta[k] = parameters[k].prior.quantile(cube[k])
    return likelihood(theta)
  }

  const live = drawnPoints(livePoints, dimensions, random, valueAt)
  const cubeOf = (i: number): Float64Array => live.cubes.subarray(i * dimensions, (i + 1) * dimensions)
  const points: number[] = []
  const values: number[] = []
  const [parents, children]: [number[], number[]] = [[], []]
  const families = Int32Array.from({ length: livePoints }, (_, i) => i)
  const [taken, begun]: [number[], number[]] = [[], []]
  const bury = (i: number): void => {
    taken.push(families[i])
    for (const [k, u] of cubeOf(i).entries()) points.push(parameters[k].prior.quantile(u))
    values.push(live.values[i])
  }

  const sampler = sliceSampler(dimensions, random)
  const place = new Float64Array(dimensions)
  let [floor, floorLabel, value, label] = [-Infinity, 0, 0, 0]
  const isAbove = (cube: Float64Array): boolean => {
    value = valueAt(cube)
    return value > floor || (value === floor && label > floorLabel)
  }
  const drawLabel = (): number => (value > floor ? random.uniform() : floorLabel + random.uniform() * (1 - floorLabel))

  let [logSum, logShare, logBest] = [-Infinity, 0, live.values.reduce((a, b) => Math.max(a, b))]
  const logShell = Math.log(-Math.expm1(-1 / livePoints))
  while (logSum === -Infinity || logBest + logShare > logSum + Math.log(remainder)) {
    if (values.length % livePoints === 0) sampler.learn(live.cubes)
    const worst = worstOf(live)
    bury(worst)
    floor = live.values[worst]
    floorLabel = live.labels[worst]
    logSum = logAdd(logSum, floor + logShare + logShell)
    logShare -= 1 / livePoints

    const parent = (worst + 1 + random.below(livePoints - 1)) % livePoints
    parents.push(rankOf(live, parent))
    place.set(cubeOf(parent))
    value = live.values[parent]
    for (let slice = 0; slice < slices; slice++) {
      label = drawLabel()
      sampler.move(place, isAbove)
    }
    cubeOf(worst).set(place)
    live.values[worst] = value
    live.labels[worst] = drawLabel()
    families[worst] = families[parent]
    begun.push(families[worst])
    children.push(rankOf(live, worst))
    logBest = Math.max(logBest, value)
  }

  for (const i of inOrder(live)) bury(i)
  const { weights, ...evidence } = evidenceOf(values, livePoints, { taken, begun }, random)
  return {
    ...evidence,
    parameters,
    points: Float64Array.from(points),
    weights,
    logLikelihoods: Float64Array.from(values),
    evaluations,
    kinship: correlation(parents, children),
  }
}

/** Pearson's correlation coefficient. */
function correlation(a: readonly number[], b: readonly number[]): number {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    sumA += a[i]
    sumB += b[i]
    squaresA += a[i] ** 2
    squaresB += b[i] ** 2
    products += a[i] * b[i]
  }
  const variances = (squaresA - sumA ** 2 / a.length) * (squaresB - sumB ** 2 / a.length)
  return variances > 0 ? (products - (sumA * sumB) / a.length) / Math.sqrt(variances) : 0
}
