import type { Assumptions } from '../assumptions.ts'
import type { Boson, Ray } from '../couplings/boson.ts'
import { normalQuantile } from '../numerics/index.ts'
import type { BinnedData, BinnedModel } from '../statistics/binned-model.ts'
import {
  discoveryDeficit,
  discoverySignal,
  exclusionSignal,
  meanAtDeviance,
  sensitivityDeficit,
  sensitivityExcess,
} from '../statistics/counting.ts'
import { confidenceOf, type Statistic } from '../statistics/limits.ts'
import { profileLikelihood } from '../statistics/profile.ts'
import type { Interval, Silent, Verdict } from './constraint.ts'
import { type CountsModel, changeIntervals, countsAlong } from './counts.ts'
import { describedIntervals, FEEBLE, stretchesAbove } from './intervals.ts'

/** A relative error of the expected counts: of what there is with the boson (`scaled`), or without it (`fixed`). */
export interface ScaleError {
  readonly sigma: number
  readonly theoryError: Statistic['theoryError']
}

/** By which rule a future counting experiment is said to be sensitive. */
export type SensitivityRule =
  /** That share of experiments sees an excess: `sensitivityExcess`, the rule of amaral-2020; counts known to a fraction of themselves. */
  | { readonly kind: 'ninety-percent'; readonly confidence: number; readonly scale?: ScaleError }
  /** The median experiment without the boson excludes it at this Δχ², by the Asimov data set. */
  | { readonly kind: 'asimov'; readonly threshold: number }
  /** The median experiment with the boson discovers it with this significance [σ]; the background known to that fraction of itself. */
  | { readonly kind: 'discovery'; readonly significance: number; readonly backgroundSigma?: number }

/**
 * The excess and the deficit of counts at the edge of sensitivity, both positive; Infinity where no deficit is large enough.
 *
 * @param background counts without the boson, Standard Model neutrinos included
 * @example
 * sensitivityEdges(7543, { kind: 'ninety-percent', confidence: 0.9 }) // { excess: 112.5, deficit: 111.1 }
 */
export function sensitivityEdges(background: number, rule: SensitivityRule): { readonly excess: number; readonly deficit: number } {
  switch (rule.kind) {
    case 'ninety-percent': {
      const fluctuation = {
        excess: sensitivityExcess(background, rule.confidence),
        deficit: sensitivityDeficit(background, rule.confidence),
      }
      if (rule.scale === undefined) return fluctuation
      const share = normalQuantile(rule.confidence) * rule.scale.sigma
      const { excess, deficit } = fluctuation
      return rule.scale.theoryError === 'fixed'
        ? { excess: Math.hypot(excess, share * background), deficit: reachable(Math.hypot(deficit, share * background), background) }
        : { excess: scaledExcess(excess, share, background), deficit: reachable(-scaledExcess(deficit, share, background, -1), background) }
    }
    case 'asimov':
      return {
        excess: exclusionSignal(background, rule.threshold),
        deficit: background - meanAtDeviance(background, rule.threshold, 'below'),
      }
    case 'discovery': {
      const sigma = (rule.backgroundSigma ?? 0) * background
      return {
        excess: discoverySignal(background, rule.significance, sigma),
        deficit: discoveryDeficit(background, rule.significance, sigma),
      }
    }
  }
}

/** More than all counts cannot be missing. */
const reachable = (deficit: number, background: number): number => (deficit <= background ? deficit : Number.POSITIVE_INFINITY)

/** The change s, above or below zero, with $s^2 = \text{fluctuation}^2 + \text{share}^2(b + s)^2$. */
function scaledExcess(fluctuation: number, share: number, background: number, sign: 1 | -1 = 1): number {
  const rest = 1 - share * share
  if (rest <= 0 || fluctuation === Number.POSITIVE_INFINITY) return sign * Number.POSITIVE_INFINITY
  const spread = Math.sqrt((share * background) ** 2 + rest * fluctuation ** 2)
  return (share * share * background + sign * spread) / rest
}

/** A rule, in words, and its confidence level. */
export interface PlannedRule {
  readonly rule: SensitivityRule
  readonly words: string
  readonly confidence: number
}

const SHARE = 0.9
const FIVE_SIGMA = 5

/**
 * The rule that `statistic.projection` names, or the plan's own where it says `as-published`.
 *
 * @param threshold Δχ² of the median exclusion
 * @param scale error of the expected counts, where there is one; the median exclusion takes it from the likelihood instead
 * @example
 * plannedRule('asimov', 2.706, assume()).confidence // 0.9
 */
export function plannedRule(
  published: SensitivityRule['kind'],
  threshold: number,
  { 'statistic.projection': chosen }: Pick<Assumptions, 'statistic.projection'>,
  scale?: ScaleError,
): PlannedRule {
  switch (chosen === 'as-published' ? published : chosen === 'five-sigma' ? 'discovery' : chosen) {
    case 'ninety-percent':
      return { rule: { kind: 'ninety-percent', confidence: SHARE, scale }, words: '90 % of experiments see it', confidence: SHARE }
    case 'asimov':
      return {
        rule: { kind: 'asimov', threshold },
        words: `the median experiment excludes it, Δχ² ${threshold}`,
        confidence: confidenceOf(threshold),
      }
    case 'discovery':
      return {
        rule: { kind: 'discovery', significance: FIVE_SIGMA, backgroundSigma: scale?.sigma },
        words: `the median experiment discovers it at ${FIVE_SIGMA}σ`,
        confidence: confidenceOf(FIVE_SIGMA * FIVE_SIGMA),
      }
  }
}

/** Numbers as sentences have them. */
const rounded = (count: number): string => String(Number(count.toPrecision(4)))

/**
 * The changes of the counts that are sought, in words.
 *
 * @example
 * soughtText({ excess: 112.53, deficit: 111.12 }, 'two-sided') // '112.5 more or 111.1 fewer'
 */
export function soughtText({ excess, deficit }: ReturnType<typeof sensitivityEdges>, direction: Statistic['direction']): string {
  const more = `${rounded(excess)} more`
  if (direction === 'excess') return more
  if (!Number.isFinite(deficit)) return direction === 'deficit' ? 'no deficit is large enough' : more
  return direction === 'deficit' ? `${rounded(deficit)} fewer` : `${more} or ${rounded(deficit)} fewer`
}

/**
 * Verdict and intervals of a future experiment that counts, all bins and components added up: the change of the counts against the Standard Model over
 * the change at the edge of sensitivity.
 *
 * @example
 * const growth = { linear: Float64Array.of(0), quadratic: Float64Array.of(1e15) }
 * const counts = { standard: Float64Array.of(7543), silence: () => undefined, growth: () => growth, counts: () => {} }
 * const limit = sensitivityLimit(counts, { kind: 'ninety-percent', confidence: 0.9 }, 'excess')
 * limit.intervals(couplingRays(resolveModel('b-l'), assume())(0.01)) // [[0.0005792, Infinity]]
 */
export function sensitivityLimit(counts: CountsModel, rule: SensitivityRule, direction: Statistic['direction']) {
  const { standard } = counts
  const { excess, deficit } = sensitivityEdges(
    standard.reduce((sum, n) => sum + n, 0),
    rule,
  )
  const sum = (values: Float64Array): number => values.reduce((total, n) => total + n, 0)
  const expected = new Float64Array(standard.length)

  // Keyed by the ray object, as everywhere.
  const known = new WeakMap<Ray, { readonly growth: readonly [linear: number, quadratic: number] | undefined }>()
  function growthOf(ray: Ray): readonly [linear: number, quadratic: number] | undefined {
    let found = known.get(ray)
    if (found === undefined) {
      const growth = counts.growth(ray)
      known.set(ray, (found = { growth: growth && [sum(growth.linear), sum(growth.quadratic)] }))
    }
    return found.growth
  }
  function changeOf(boson: Boson): number {
    const growth = growthOf(boson.ray)
    const square = boson.coupling * boson.coupling
    if (growth !== undefined) return square * (growth[0] + square * growth[1])
    counts.counts(boson, expected)
    return expected.reduce((total, n, i) => total + n - standard[i], 0)
  }
  const strength = (boson: Boson): Verdict => {
    const silence = counts.silence(boson.ray)
    if (silence !== undefined) return silence
    const change = changeOf(boson)
    if (change >= 0) return direction === 'deficit' ? 0 : change === 0 ? 0 : change / excess
    return direction === 'excess' ? 0 : -change / deficit
  }
  return {
    strength,
    intervals(ray: Ray): Silent | readonly Interval[] {
      const silence = counts.silence(ray)
      if (silence !== undefined) return silence
      const growth = growthOf(ray)
      if (growth === undefined) {
        const { grid } = countsAlong(counts, ray, 1)
        const changes = grid.map((x) => changeOf(ray.at(Math.exp(x))))
        // Followed with its sign: where it passes zero twice between two points, a deficit may hide.
        const beyond = (edge: number): readonly Interval[] => {
          const height = (change: number): number => (change / edge > 1 ? Math.log(change / edge) : change / edge - 1)
          return stretchesAbove((x) => height(changeOf(ray.at(Math.exp(x)))), grid, changes.map(height))
        }
        const more = direction === 'deficit' ? [] : beyond(excess)
        const fewer = direction === 'excess' || deficit === Number.POSITIVE_INFINITY ? [] : beyond(-deficit)
        return [...more, ...fewer].sort(([a], [b]) => a - b)
      }
      const upper = direction === 'deficit' ? Number.POSITIVE_INFINITY : excess
      const lower = direction === 'excess' ? Number.NEGATIVE_INFINITY : -deficit
      return describedIntervals(changeIntervals(growth[0], growth[1], lower, upper), ray)
    },
  }
}

/** The data set of the Standard Model itself: counts as expected, not whole (Asimov). With it {@link binnedLimit} draws the median exclusion. */
export function asimovData({ standard }: Pick<CountsModel, 'standard'>, model: BinnedModel): BinnedData {
  return { observed: binTotals(standard, model, new Float64Array(model.bins)), model }
}

/**
 * Verdict and intervals of the couplings that a median experiment discovers: data as the boson has them on average, the Standard Model with its nuisances
 * profiled as the hypothesis, $\sqrt{q_0} = Z$ (Cowan et al. 2011, section 5). Excess and deficit count alike.
 *
 * @param significance in σ
 * @example
 * const growth = { linear: Float64Array.of(0), quadratic: Float64Array.of(1e13) }
 * const counts = { standard: Float64Array.of(100), silence: () => undefined, growth: () => growth, counts: () => {} }
 * const limit = discoveryLimit(counts, { bins: 1, components: [[]], nuisances: [] }, 5)
 * limit.intervals(couplingRays(resolveModel('b-l'), assume())(0.01)) // [[0.0015245, Infinity]]
 */
export function discoveryLimit(counts: CountsModel, model: BinnedModel, significance = 5) {
  const likelihood = profileLikelihood(model)
  const expected = new Float64Array(counts.standard.length)
  const data = new Float64Array(model.bins)
  const verdict = (): number => likelihood.minimum(binTotals(expected, model, data), counts.standard) / (significance * significance)
  const known = new WeakMap<Ray, ReturnType<typeof countsAlong>>()
  function lineOf(ray: Ray): ReturnType<typeof countsAlong> {
    let found = known.get(ray)
    if (found === undefined) known.set(ray, (found = countsAlong(counts, ray, model.bins)))
    return found
  }
  return {
    strength(boson: Boson): Verdict {
      const silence = counts.silence(boson.ray)
      if (silence !== undefined) return silence
      lineOf(boson.ray).into(boson.coupling, expected)
      return verdict()
    },
    intervals(ray: Ray): Silent | readonly Interval[] {
      const silence = counts.silence(ray)
      if (silence !== undefined) return silence
      const line = lineOf(ray)
      const height = (x: number): number => {
        line.into(Math.exp(x), expected)
        return Math.log(Math.max(FEEBLE, verdict()))
      }
      return describedIntervals(stretchesAbove(height, line.grid), ray)
    },
  }
}

/** Counts of all components in every bin, nuisances at their central values. */
export function binTotals(expected: Float64Array, { bins, components, nuisances }: BinnedModel, out: Float64Array): Float64Array {
  out.fill(0)
  for (const [c, indices] of components.entries()) {
    let weight = 1
    for (const k of indices) weight *= nuisances[k].central
    for (let b = 0; b < bins; b++) out[b] += weight * expected[c * bins + b]
  }
  return out
}
