import type { Boson, Ray } from '../couplings/boson.ts'
import { minimise } from '../numerics/index.ts'
import { bestRatio, type RateComparison, rateChi2, ratiosAtChi2 } from '../statistics/gaussian.ts'
import type { Statistic } from '../statistics/limits.ts'
import type { Interval, Silent, Verdict } from './constraint.ts'
import { genericIntervals, quadraticIntervals } from './intervals.ts'

/** Steps in ln g of the search for the best coupling where the rate has no closed form. */
const MINIMUM_STEPS = 100

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
 * With `reference: 'minimum'`, Δχ² is measured from the best coupling on the boson's own ray (couplings at or above zero); deficits as
 * `deficitFrom` says.
 */
export function countingLimit(model: RateModel, comparison: RateComparison, statistic: Statistic) {
  // Keyed by the ray object, which carries all that the answer depends on besides what this closure holds.
  const memo = new WeakMap<Ray, { growth: RateGrowth | undefined; minimum: number }>()

  function along(ray: Ray): { growth: RateGrowth | undefined; minimum: number } {
    let known = memo.get(ray)
    if (known === undefined) {
      const growth = model.growth(ray)
      known = { growth, minimum: statistic.reference === 'sm' ? rateChi2(comparison, 1) : minimumChi2(ray, growth) }
      memo.set(ray, known)
    }
    return known
  }

  function minimumChi2(ray: Ray, growth: RateGrowth | undefined): number {
    if (growth !== undefined) {
      const { linear, quadratic } = growth
      const lowest = linear < 0 && quadratic > 0 ? 1 - linear ** 2 / (4 * quadratic) : 1
      return best >= lowest ? 0 : rateChi2(comparison, lowest)
    }
    const [lo, hi] = ray.range.map(Math.log)
    const x = Array.from({ length: MINIMUM_STEPS + 1 }, (_, i) => lo + ((hi - lo) * i) / MINIMUM_STEPS)
    const ratioAt = (logCoupling: number): number => model.ratio(ray.at(Math.exp(logCoupling)))
    const ratios = x.map(ratioAt)
    if (Math.min(1, ...ratios) <= best && Math.max(1, ...ratios) >= best) return 0
    const distances = ratios.map((ratio) => Math.abs(ratio - best))
    const nearest = distances.indexOf(Math.min(...distances))
    const chi2 = (logCoupling: number): number => rateChi2(comparison, ratioAt(logCoupling))
    return Math.min(standard, minimise(chi2, x[Math.max(nearest - 1, 0)], x[Math.min(nearest + 1, MINIMUM_STEPS)]).value)
  }

  const best = bestRatio(comparison)
  const standard = rateChi2(comparison, 1)
  /** χ² from which a deficit is measured. */
  const deficitOrigin = (minimum: number): number => (statistic.deficitFrom === 'sm' && best > 1 ? Math.max(minimum, standard) : minimum)

  const ratioOf = (boson: Boson, growth: RateGrowth | undefined): number => {
    const g2 = boson.coupling ** 2
    return growth === undefined ? model.ratio(boson) : 1 + g2 * (growth.linear + growth.quadratic * g2)
  }

  function strength(boson: Boson): Verdict {
    const silence = model.silence(boson.ray)
    if (silence !== undefined) return silence
    const { growth, minimum } = along(boson.ray)
    const ratio = ratioOf(boson, growth)
    const isExcess = ratio >= best
    if (statistic.direction === (isExcess ? 'deficit' : 'excess')) return 0
    const origin = isExcess ? minimum : deficitOrigin(minimum)
    return Math.max(0, (rateChi2(comparison, ratio) - origin) / statistic.threshold)
  }

  function intervals(ray: Ray): Silent | readonly Interval[] {
    const silence = model.silence(ray)
    if (silence !== undefined) return silence
    const { growth, minimum } = along(ray)
    if (growth === undefined) return genericIntervals(strength, ray)
    const { upper } = ratiosAtChi2(comparison, minimum + statistic.threshold)
    const { lower } = ratiosAtChi2(comparison, deficitOrigin(minimum) + statistic.threshold)
    return quadraticIntervals(
      growth.linear,
      growth.quadratic,
      statistic.direction === 'excess' ? Number.NEGATIVE_INFINITY : lower,
      statistic.direction === 'deficit' ? Number.POSITIVE_INFINITY : upper,
    )
  }

  return { strength, intervals }
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
    return quadraticIntervals(growth.linear, growth.quadratic, Number.NEGATIVE_INFINITY, 1 + fraction)
  }
  return { strength, intervals }
}
