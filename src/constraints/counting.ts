import type { Boson, Ray } from '../couplings/boson.ts'
import { bestRatio, type RateComparison, rateChi2, ratiosAtChi2 } from '../statistics/gaussian.ts'
import type { Statistic } from '../statistics/limits.ts'
import type { Interval, Silent, Verdict } from './constraint.ts'
import { describedIntervals, genericIntervals, quadraticIntervals } from './intervals.ts'

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
 * or both from the Standard Model (`sm`): a tension between data and theory is never held against a coupling that vanishes.
 */
export function countingLimit(model: RateModel, comparison: RateComparison, statistic: Statistic) {
  const best = bestRatio(comparison)
  const standard = rateChi2(comparison, 1)
  const excessOrigin = statistic.reference === 'sm' || best < 1 ? standard : 0
  const deficitOrigin = statistic.reference === 'sm' || best > 1 ? standard : 0
  // Keyed by the ray object, which carries all that the growth depends on besides what this closure holds.
  const memo = new WeakMap<Ray, { growth: RateGrowth | undefined }>()

  function ratioOf(boson: Boson): number {
    let known = memo.get(boson.ray)
    if (known === undefined) memo.set(boson.ray, (known = { growth: model.growth(boson.ray) }))
    const { growth } = known
    return growth === undefined ? model.ratio(boson) : 1 + boson.coupling ** 2 * (growth.linear + growth.quadratic * boson.coupling ** 2)
  }

  function strength(boson: Boson): Verdict {
    const silence = model.silence(boson.ray)
    if (silence !== undefined) return silence
    const ratio = ratioOf(boson)
    const isExcess = ratio >= best
    if (statistic.direction === (isExcess ? 'deficit' : 'excess')) return 0
    return Math.max(0, (rateChi2(comparison, ratio) - (isExcess ? excessOrigin : deficitOrigin)) / statistic.threshold)
  }

  function intervals(ray: Ray): Silent | readonly Interval[] {
    const silence = model.silence(ray)
    if (silence !== undefined) return silence
    const growth = model.growth(ray)
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
