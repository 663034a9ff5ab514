import type { Boson, Ray } from '../couplings/boson.ts'
import { minimise } from '../numerics/index.ts'
import { bestRatio, type RateComparison, rateChi2, ratiosAtChi2 } from '../statistics/gaussian.ts'
import type { Statistic } from '../statistics/limits.ts'
import type { CountsModel, Interval, Likelihood, Silent, Verdict } from './constraint.ts'
import { describedIntervals, genericIntervals, quadraticIntervals } from './intervals.ts'
import { binnedLikelihood } from './likelihood.ts'

/** $r(g) = 1 + \text{linear}\, g^2 + \text{quadratic}\, g^4$: how a rate grows along a ray whose couplings are linear in g. */
export interface RateGrowth {
  readonly linear: number
  readonly quadratic: number
}

/** What an experiment's rate becomes with the boson, over the rate without it. */
export interface RateModel {
  /** Why there is no signal at all, or undefined. */
  silence(ray: Ray): Silent | undefined
  /** The closed form along a ray, where there is one (no potential of the boson in the Sun, couplings linear in g). */
  growth(ray: Ray): RateGrowth | undefined
  /** The rate ratio of one boson, always. */
  ratio(boson: Boson): number
}

/**
 * Verdict and intervals of one measured rate under a χ² statistic.
 *
 * An excess is measured from the best rate at or above the Standard Model's, a deficit from the best at or below it (`reference: 'minimum'`),
 * or both from the Standard Model (`sm`): a tension between data and theory is then never held against a coupling that vanishes. From the best rate
 * that any coupling reaches (`global`) it is.
 */
export function countingLimit(model: RateModel, comparison: RateComparison, statistic: Statistic) {
  const best = bestRatio(comparison)
  const standard = rateChi2(comparison, 1)
  // Keyed by the ray object, which carries all that the growth depends on besides what this closure holds.
  const memo = new WeakMap<Ray, { growth: RateGrowth | undefined; excessOrigin: number; deficitOrigin: number }>()
  function along(ray: Ray) {
    let known = memo.get(ray)
    if (known === undefined) {
      const growth = model.growth(ray)
      const reached = statistic.reference === 'global' ? rateChi2(comparison, nearestRatio(model, ray, growth, best)) : 0
      const [excessOrigin, deficitOrigin] =
        statistic.reference === 'global'
          ? [reached, reached]
          : statistic.reference === 'sm'
            ? [standard, standard]
            : [best < 1 ? standard : 0, best > 1 ? standard : 0]
      memo.set(ray, (known = { growth, excessOrigin, deficitOrigin }))
    }
    return known
  }

  function ratioOf(boson: Boson): number {
    const { growth } = along(boson.ray)
    return growth === undefined ? model.ratio(boson) : 1 + boson.coupling ** 2 * (growth.linear + growth.quadratic * boson.coupling ** 2)
  }

  function strength(boson: Boson): Verdict {
    const silence = model.silence(boson.ray)
    if (silence !== undefined) return silence
    const ratio = ratioOf(boson)
    const isExcess = ratio >= best
    if (statistic.direction === (isExcess ? 'deficit' : 'excess')) return 0
    const { excessOrigin, deficitOrigin } = along(boson.ray)
    return Math.max(0, (rateChi2(comparison, ratio) - (isExcess ? excessOrigin : deficitOrigin)) / statistic.threshold)
  }

  function intervals(ray: Ray): Silent | readonly Interval[] {
    const silence = model.silence(ray)
    if (silence !== undefined) return silence
    const { growth, excessOrigin, deficitOrigin } = along(ray)
    if (growth === undefined) return genericIntervals(strength, ray)
    const { upper } = ratiosAtChi2(comparison, excessOrigin + statistic.threshold)
    const { lower } = ratiosAtChi2(comparison, deficitOrigin + statistic.threshold)
    const excluded = quadraticIntervals(
      growth.linear,
      growth.quadratic,
      statistic.direction === 'excess' ? Number.NEGATIVE_INFINITY : lower,
      statistic.direction === 'deficit' ? Number.POSITIVE_INFINITY : upper,
    )
    return describedIntervals(excluded, ray)
  }

  return { strength, intervals }
}

/**
 * The likelihood of one measured rate: χ² as in {@link countingLimit}, a theory error that grows with the rate as a nuisance that multiplies the prediction.
 *
 * Profiled, the nuisance gives back $(R_0 r - R)^2/(\sigma^2 + (\sigma_0 r)^2)$; experiments that share it share the flux.
 *
 * @param id of the nuisance: `flux.7Be`
 */
export function rateLikelihood(
  model: RateModel,
  { predicted, predictedSigma, measured, measuredSigma, theoryError }: RateComparison,
  id: string,
): Likelihood {
  const counts: CountsModel = {
    standard: Float64Array.of(predicted),
    silence: model.silence,
    growth(ray) {
      const growth = model.growth(ray)
      return growth && { linear: Float64Array.of(predicted * growth.linear), quadratic: Float64Array.of(predicted * growth.quadratic) }
    },
    counts(boson, out) {
      out[0] = predicted * model.ratio(boson)
    },
  }
  const isScaled = theoryError === 'scaled'
  return binnedLikelihood(counts, {
    observed: Float64Array.of(measured),
    model: {
      bins: 1,
      components: isScaled ? [[0]] : [[]],
      nuisances: isScaled ? [{ id, central: 1, sigma: predictedSigma / predicted }] : [],
      sigmas: Float64Array.of(isScaled ? measuredSigma : Math.hypot(measuredSigma, predictedSigma)),
    },
  })
}

/** Points per decade of the coupling at which rates without a closed form are looked at. */
const POINTS_PER_DECADE = 12

/** The ratio nearest to the best one that a coupling from zero up reaches along a ray. */
function nearestRatio(model: RateModel, ray: Ray, growth: RateGrowth | undefined, best: number): number {
  if (growth !== undefined) {
    const { linear, quadratic } = growth
    const turning = linear < 0 && quadratic > 0 ? 1 - linear ** 2 / (4 * quadratic) : 1
    const [least, most] = quadratic > 0 || linear > 0 ? [turning, Number.POSITIVE_INFINITY] : [linear < 0 ? Number.NEGATIVE_INFINITY : 1, 1]
    return Math.min(most, Math.max(least, best))
  }
  const [lo, hi] = ray.range.map(Math.log)
  const points = Math.ceil(((hi - lo) / Math.LN10) * POINTS_PER_DECADE)
  const ratioAt = (x: number): number => model.ratio(ray.at(Math.exp(x)))
  let [nearest, at, isAbove] = [1, lo, 1 >= best]
  for (let i = 0; i <= points; i++) {
    const x = lo + ((hi - lo) * i) / points
    const ratio = ratioAt(x)
    // Between two couplings on both sides of it the best ratio itself is reached.
    if (ratio >= best !== isAbove) return best
    isAbove = ratio >= best
    if (Math.abs(ratio - best) < Math.abs(nearest - best)) [nearest, at] = [ratio, x]
  }
  const step = (hi - lo) / points
  const closest = minimise((x) => Math.abs(ratioAt(x) - best), Math.max(lo, at - step), Math.min(hi, at + step))
  return closest.value < Math.abs(nearest - best) ? ratioAt(closest.x) : nearest
}

/** Verdict and intervals of the plain rule "the rate may not exceed the prediction by more than a fraction". */
export function excessLimit(model: RateModel, fraction: number) {
  const strength = (boson: Boson): Verdict => {
    const silence = model.silence(boson.ray)
    return silence ?? Math.max(0, (model.ratio(boson) - 1) / fraction)
  }
  const intervals = (ray: Ray): Silent | readonly Interval[] => {
    const silence = model.silence(ray)
    if (silence !== undefined) return silence
    const growth = model.growth(ray)
    if (growth === undefined) return genericIntervals(strength, ray)
    return describedIntervals(quadraticIntervals(growth.linear, growth.quadratic, Number.NEGATIVE_INFINITY, 1 + fraction), ray)
  }
  return { strength, intervals }
}
