import { FailureError, InputError } from '../../errors.ts'
import { type Random, randomStream } from '../../numerics/index.ts'
import { checkCount, checkedLikelihood, type SampledParameter, type Samples, type Target } from './target.ts'

/** What {@link ensemble} may be told. */
export interface EnsembleOptions {
  /** Which random numbers; 0 where not given. */
  readonly seed?: number
  /** How many points move together; eight for each parameter, and 16 at least, where not given. */
  readonly walkers?: number
  /** How many steps of each walker are kept. 2000 where not given. */
  readonly steps?: number
  /** How many are made before that and forgotten; as many as are kept where not given. */
  readonly burnIn?: number
  /** One step out of so many is kept; 1 where not given. */
  readonly thin?: number
  /** Where each walker begins, values of the parameters; drawn from the prior where not given. */
  readonly start?: readonly ArrayLike<number>[]
}

/** What {@link ensemble} gives: samples of equal weight, those of walker w at step s in row `s * walkers + w`. */
export interface EnsembleRun extends Samples {
  readonly walkers: number
  /** Share of the moves proposed that were made: about 0.2 to 0.5 in a run that works. */
  readonly acceptance: number
  readonly evaluations: number
}

/** The largest stretch, and one over the smallest: the usual choice. */
const LARGEST_STRETCH = 2
/** Draws from the prior in search of a likelihood above zero before a walker gives up. */
const MOST_DRAWS = 10_000

/**
 * The affine-invariant ensemble sampler (Goodman and Weare 2010, Commun. Appl. Math. Comput. Sci. 5, 65): each walker in turn is moved along the line
 * through another one chosen at random, $Y = X_j + z\,(X_k - X_j)$ with z from 1/2 to 2 drawn as $g(z) \propto 1/\sqrt z$, and the move is made with
 * probability $\min\left(1, z^{d-1}\,p(Y)/p(X_k)\right)$. Walkers move in the coordinates of the priors, x or $\ln x$; stretching and turning those
 * changes nothing.
 *
 * For posteriors with one peak in up to some ten dimensions; look at {@link splitRhat} and {@link effectiveSampleSize} of {@link walkerChains}.
 *
 * @throws InputError for options out of range, or a start where the posterior is zero; FailureError where ln L is NaN, or zero likelihood wherever the
 * prior was tried
 * @example
 * const x: SampledParameter = { name: 'x', prior: uniformPrior(-5, 5) }
 * const run = ensemble({ parameters: [x], logLikelihood: (theta) => -0.5 * theta[0] ** 2 }, { steps: 500 })
 * run.points.length // 8000
 */
export function ensemble(target: Target, options: EnsembleOptions = {}): EnsembleRun {
  const { parameters } = target
  const dimensions = parameters.length
  const { seed = 0, walkers = Math.max(16, 8 * dimensions), steps = 2000, thin = 1, start } = options
  const { burnIn = steps * thin } = options
  const likelihood = checkedLikelihood(target)
  checkCount(walkers, 2 * dimensions + 2, 'walkers')
  checkCount(steps, 1, 'steps')
  checkCount(burnIn, 0, 'burnIn')
  checkCount(thin, 1, 'thin')
  if (start !== undefined) checkStart(start, walkers, parameters)

  const random = randomStream(seed)
  const theta = new Float64Array(dimensions)
  let evaluations = 0
  let logL = 0
  /** ln of the posterior at a place, up to a constant; leaves ln L in `logL` and the values in `theta`. */
  const logPosterior = (place: Float64Array): number => {
    let prior = 0
    for (let k = 0; k < dimensions; k++) {
      theta[k] = isLog[k] ? Math.exp(place[k]) : place[k]
      prior += parameters[k].prior.logDensity(theta[k])
    }
    if (prior === -Infinity) return prior
    evaluations++
    logL = likelihood(theta)
    return prior + logL
  }
  const isLog = parameters.map(({ prior }) => prior.scale === 'log')
  const places = new Float64Array(walkers * dimensions)
  const heights = new Float64Array(walkers)
  const logLs = new Float64Array(walkers)
  const placeOf = (walker: number): Float64Array => places.subarray(walker * dimensions, (walker + 1) * dimensions)
  for (let walker = 0; walker < walkers; walker++) {
    const place = placeOf(walker)
    const toPlace = (values: ArrayLike<number>): void => {
      for (let k = 0; k < dimensions; k++) place[k] = isLog[k] ? Math.log(values[k]) : values[k]
    }
    const willDo = (values: ArrayLike<number>): boolean => {
      toPlace(values)
      return logPosterior(place) > -Infinity
    }
    if (start === undefined) drawStart(parameters, random, willDo)
    else if (!willDo(start[walker])) throw new InputError(`the posterior is zero at [${Array.from(start[walker]).join(', ')}]`, 'start')
    heights[walker] = logPosterior(place)
    logLs[walker] = logL
  }

  const proposal = new Float64Array(dimensions)
  const roots = [Math.sqrt(1 / LARGEST_STRETCH), Math.sqrt(LARGEST_STRETCH)]
  let moves = 0
  const step = (): void => {
    for (let walker = 0; walker < walkers; walker++) {
      const other = (walker + 1 + random.below(walkers - 1)) % walkers
      const stretch = (roots[0] + random.uniform() * (roots[1] - roots[0])) ** 2
      for (let k = 0; k < dimensions; k++) {
        const from = places[other * dimensions + k]
        proposal[k] = from + stretch * (places[walker * dimensions + k] - from)
      }
      const height = logPosterior(proposal)
      if (Math.log(1 - random.uniform()) >= (dimensions - 1) * Math.log(stretch) + height - heights[walker]) continue
      places.set(proposal, walker * dimensions)
      heights[walker] = height
      logLs[walker] = logL
      moves++
    }
  }
  for (let i = 0; i < burnIn; i++) step()
  moves = 0
  const points = new Float64Array(steps * walkers * dimensions)
  const logLikelihoods = new Float64Array(steps * walkers)
  for (let kept = 0; kept < steps; kept++) {
    for (let i = 0; i < thin; i++) step()
    for (let i = 0; i < places.length; i++) points[kept * places.length + i] = isLog[i % dimensions] ? Math.exp(places[i]) : places[i]
    logLikelihoods.set(logLs, kept * walkers)
  }
  return {
    parameters,
    points,
    weights: new Float64Array(steps * walkers).fill(1),
    logLikelihoods,
    walkers,
    acceptance: moves / (steps * thin * walkers),
    evaluations,
  }
}

function checkStart(start: readonly ArrayLike<number>[], walkers: number, parameters: readonly SampledParameter[]): void {
  if (start.length !== walkers) throw new InputError(`${start.length} places for ${walkers} walkers; allowed: one for each`, 'start')
  const wrong = start.find(({ length }) => length !== parameters.length)
  if (wrong !== undefined)
    throw new InputError(`a place of ${wrong.length} numbers; allowed: one for each of ${parameters.length} parameters`, 'start')
}

/** Draws values from the priors until they will do. */
function drawStart(parameters: readonly SampledParameter[], random: Random, willDo: (values: number[]) => boolean): void {
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    if (willDo(parameters.map(({ prior }) => prior.quantile(1 - random.uniform())))) return
  }
  throw new FailureError(`the likelihood is zero at ${MOST_DRAWS} points drawn from the prior; narrow the prior`)
}

/** The values that each walker of a run took of parameter k, step by step: what diagnostics ask for. */
export function walkerChains({ points, walkers, parameters }: EnsembleRun, k: number): Float64Array[] {
  const dimensions = parameters.length
  const steps = points.length / (walkers * dimensions)
  return Array.from({ length: walkers }, (_, walker) =>
    Float64Array.from({ length: steps }, (_, step) => points[(step * walkers + walker) * dimensions + k]),
  )
}
