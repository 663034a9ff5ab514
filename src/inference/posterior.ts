import { isSilent } from '../constraints/index.ts'
import { InputError } from '../errors.ts'
import type { Fit } from './fit.ts'
import { type FitRegion, regionAt } from './region.ts'
import {
  credibleIntervals,
  credibleLevel,
  type GridPosterior,
  gridPosterior,
  logUniformPrior,
  marginal,
  uniformPrior,
} from './samplers/index.ts'

/** What is believed of mass and coupling before: every decade alike, or every GeV and every unit of the coupling alike. */
export const GRID_PRIORS = ['log', 'flat'] as const
export type GridPrior = (typeof GRID_PRIORS)[number]

type Range = readonly [lo: number, hi: number]

/** The posterior of mass and coupling over the ranges of a fit. */
export interface Posterior {
  readonly prior: GridPrior
  readonly grid: GridPosterior
  /** The smallest stretches of a parameter (`mass`, `coupling`) that hold a share of the probability. */
  intervals(name: 'mass' | 'coupling', share: number): readonly (readonly [lo: number, hi: number])[]
  /** The smallest region in the prior's coordinates that holds a share of the probability. */
  region(share: number): FitRegion
}

/** Points on each axis, and the Δχ² beyond which there is nothing. */
const POINTS = 401
const NOTHING = 40

/**
 * The posterior of mass and coupling on a grid, with a prior that is even in both or in the logarithms of both over the ranges of the fit. Levels of regions are good to
 * a few parts in a thousand.
 *
 * Nuisances are profiled, not integrated over. That is the same up to a constant where they are Gaussian and only add to counts that are, as backgrounds do; where one multiplies
 * the signal it is not quite: of CENNS-10 alone, whose scale does, profiled over integrated likelihood grows by 4 % from no coupling to 1.15e-3.
 *
 * The region of a share of the probability has edges of constant −2 ln L, as a profile region has; only the level is another.
 *
 * @throws InputError (field `posterior`) for a fit that varies more than mass and coupling, or an unknown prior
 * @example
 * const session = new Session(assume('foldenauer-2021'))
 * const joint = combine(await session.constraints(['g-2-muon']))
 * const found = fit(joint, modelSpace(resolveModel('mu-tau'), { masses: [0.01, 0.02], couplings: [1e-5, 1e-2] }))
 * posteriorOf(found, 'log').intervals('coupling', 0.9) // [[3.99e-4, 6.31e-4]]
 */
export function posteriorOf(found: Fit, prior: GridPrior): Posterior {
  const { parameters } = found.space
  if (!GRID_PRIORS.includes(prior)) throw new InputError(`'${prior}' is not allowed; allowed: ${GRID_PRIORS.join(', ')}`, 'posterior')
  if (parameters.length > 2) throw new InputError('goes with mass and coupling alone; a sampler takes more parameters', 'posterior')
  const make = prior === 'log' ? logUniformPrior : uniformPrior
  const sampled = parameters.map(({ name, label, range: [lo, hi] }) => ({ name, label, prior: make(lo, hi) }))
  const logLikelihood = (point: ArrayLike<number>): number => -0.5 * found.deltaChi2([point[0], point[1]])
  const grid = gridPosterior({ parameters: sampled, logLikelihood }, { points: POINTS, ranges: somewhere(found) })
  /** ln of the prior density, the same everywhere. */
  const logPrior = sampled.reduce((sum, { prior }) => sum + prior.logDensity(prior.quantile(0.5)), 0)
  return {
    prior,
    grid,
    intervals: (name, share) => credibleIntervals(marginal(grid, [name]), share),
    region(share) {
      const level = -2 * (Math.log(credibleLevel(grid, share)) + grid.logEvidence - logPrior)
      return regionAt(found, share, level)
    },
  }
}

/** The ranges of mass and coupling in which there is anything. */
function somewhere(found: Fit): [Range, Range] {
  const { columns } = regionAt(found, 1, NOTHING)
  const [masses, couplings] = found.space.parameters.map(({ range }) => range)
  const isFilled = columns.map(({ result }) => !isSilent(result) && result.length > 0)
  const [first, last] = [isFilled.indexOf(true), isFilled.lastIndexOf(true)]
  const edges = columns.flatMap(({ result }) => (isSilent(result) ? [] : result.flat()))
  return [
    [columns[Math.max(0, first - 1)].at, columns[Math.min(columns.length - 1, last + 1)].at],
    [Math.max(couplings[0], Math.min(...edges)), Math.min(couplings[1], Math.max(...edges))],
  ].map(([lo, hi], k): Range => (lo < hi ? [lo, hi] : [masses, couplings][k])) as [Range, Range]
}
