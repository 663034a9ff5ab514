import type { Boson, Ray } from '../couplings/boson.ts'
import { brentRoot, minimise } from '../numerics/index.ts'
import {
  discoveryDeficit,
  discoverySignal,
  exclusionSignal,
  meanAtDeviance,
  sensitivityDeficit,
  sensitivityExcess,
} from '../statistics/counting.ts'
import type { Statistic } from '../statistics/limits.ts'
import { type BinnedModel, type ProfileLikelihood, profileLikelihood } from '../statistics/profile.ts'
import type { Interval, Likelihood, Silent, Verdict } from './constraint.ts'
import { describedIntervals, genericIntervals, quadraticIntervals, stretchesAbove } from './intervals.ts'

/** How counts grow along a ray whose couplings are linear in g: $N(g) = N_0 + g^2 N_1 + g^4 N_2$, each laid out like `standard`. */
export interface CountsGrowth {
  readonly linear: Float64Array
  readonly quadratic: Float64Array
}

/** What an experiment expects to count with the boson. */
export interface CountsModel {
  /** Without the boson: component c (signals and backgrounds) in bin b at `c * bins + b`. */
  readonly standard: Float64Array
  /** Why there is no signal at all, or undefined. */
  silence(ray: Ray): Silent | undefined
  /** The closed form along a ray, where there is one. */
  growth(ray: Ray): CountsGrowth | undefined
  /** The counts of one boson, always; written into `out`. */
  counts(boson: Boson, out: Float64Array): void
}

/**
 * How a limit is drawn from $-2\ln L$ of binned data.
 *
 * The origin of Δχ² is the best point on the same side of the Standard Model in the number of counts (`minimum`), the Standard Model (`sm`), or literally
 * the best coupling, zero included (`global`): a coupling that vanishes may then be excluded itself.
 */
export type BinnedStatistic = Pick<Statistic, 'threshold' | 'direction'> & { readonly reference: 'minimum' | 'sm' | 'global' }

/** What was counted, and which numbers besides the boson the expectation depends on. */
export interface BinnedData {
  readonly observed: Float64Array
  readonly model: BinnedModel
}

/** Points per decade of g where a likelihood is scanned. */
const POINTS_PER_DECADE = 12
/** Between them lies all that is interesting of a signal: a share of the fluctuation of every bin, and that many times everything else in one. */
const FAINT = 0.01
const BRIGHT = 30
/** Of ln g where −2 ln L is least: its value is then good to the square of that. */
const EXTREMUM = 1e-5
/** Strengths below this are all alike. */
const FEEBLE = 1e-9
/** A likelihood that this many counts do not change is exceeded by none. */
const MOST_COUNTS = 1e15

/** −2 ln L and change of the total counts against the Standard Model along a ray, and what Δχ² is measured from. */
interface Profile {
  readonly grid: readonly number[]
  readonly points: readonly Point[]
  readonly excessOrigin: number
  readonly deficitOrigin: number
  /** Change of the total counts at the best coupling: above it is an excess, below a deficit. */
  readonly bestChange: number
  at(coupling: number): Point
}

/** −2 ln L and the change of the total counts. */
interface Point {
  readonly value: number
  readonly change: number
}

/**
 * Verdict, intervals and likelihood of binned counts, with the nuisances profiled: $\Delta\chi^2(g) = -2\ln L(g) - \text{origin}$ over the threshold.
 *
 * A single bin in which one component grows needs no scan: Δχ² depends on its counts alone, so that the two counts at the edge are found once, and
 * couplings follow from a quadratic.
 *
 * @example
 * const limit = binnedLimit(counts, { observed, model }, { threshold: ONE_SIDED_90, reference: 'minimum', direction: 'two-sided' })
 * limit.intervals(ray) // [[6.34e-4, 2.315e-3], [2.703e-3, Infinity]]: an island is allowed
 */
export function binnedLimit(
  counts: CountsModel,
  { observed, model }: BinnedData,
  statistic: BinnedStatistic,
): { strength(boson: Boson): Verdict; intervals(ray: Ray): Silent | readonly Interval[]; readonly likelihood: Likelihood } {
  const likelihood = profileLikelihood(model)
  const expected = new Float64Array(counts.standard.length)
  const oneBin = singleBin(counts, observed, model, likelihood, statistic)
  const strengthOf = (
    { value, change }: { value: number; change: number },
    { excessOrigin, deficitOrigin, bestChange }: Profile,
  ): number => {
    const isExcess = change >= bestChange
    if (statistic.direction === (isExcess ? 'deficit' : 'excess')) return 0
    return Math.max(0, (value - (isExcess ? excessOrigin : deficitOrigin)) / statistic.threshold)
  }

  // Keyed by the ray object, which carries all that the profile depends on besides what this closure holds.
  const profiles = new WeakMap<Ray, Profile>()
  function profileOf(ray: Ray): Profile {
    let known = profiles.get(ray)
    if (known === undefined) {
      const line = countsAlong(counts, ray, model.bins)
      known = scan(line.grid, statistic.reference, (coupling) => ({
        change: line.into(coupling, expected),
        value: likelihood.minimum(observed, expected),
      }))
      profiles.set(ray, known)
    }
    return known
  }

  return {
    strength(boson) {
      const silence = counts.silence(boson.ray)
      if (silence !== undefined) return silence
      const simple = oneBin(boson.ray)
      if (simple !== undefined) return simple.strength(boson.coupling)
      const profile = profileOf(boson.ray)
      return strengthOf(profile.at(boson.coupling), profile)
    },
    intervals(ray) {
      const silence = counts.silence(ray)
      if (silence !== undefined) return silence
      const simple = oneBin(ray)
      if (simple !== undefined) return describedIntervals(simple.intervals(), ray)
      const profile = profileOf(ray)
      const height = (point: Point): number => Math.log(Math.max(FEEBLE, strengthOf(point, profile)))
      const heights = profile.points.map(height)
      return describedIntervals(
        stretchesAbove((x) => height(profile.at(Math.exp(x))), profile.grid, heights),
        ray,
      )
    },
    likelihood: {
      nuisances: model.nuisances,
      minus2LogL(boson, nuisances) {
        counts.counts(boson, expected)
        return likelihood.minus2LogL(observed, expected, nuisances)
      },
    },
  }
}

/** Expected counts along a ray, and the couplings worth looking at. */
function countsAlong(counts: CountsModel, ray: Ray, bins: number) {
  const { standard } = counts
  const growth = counts.growth(ray)
  const into = (coupling: number, out: Float64Array): number => {
    if (growth === undefined) counts.counts(ray.at(coupling), out)
    const square = coupling * coupling
    let change = 0
    for (let i = 0; i < standard.length; i++) {
      if (growth !== undefined) out[i] = standard[i] + square * (growth.linear[i] + square * growth.quadratic[i])
      change += out[i] - standard[i]
    }
    return change
  }
  const [lo, hi] = growth === undefined ? ray.range : window(standard, growth, bins, ray.range)
  const points = Math.max(8, Math.ceil(Math.log10(hi / lo) * POINTS_PER_DECADE))
  const grid = Array.from({ length: points + 1 }, (_, i) => Math.log(lo) + (Math.log(hi / lo) * i) / points)
  if (lo > ray.range[0]) grid.unshift(Math.log(ray.range[0]))
  if (hi < ray.range[1]) grid.push(Math.log(ray.range[1]))
  return { into, grid }
}

/** From where a signal is too faint for every bin to where it outshines one by far, and interference with it. */
function window(standard: Float64Array, { linear, quadratic }: CountsGrowth, bins: number, range: readonly [number, number]) {
  let faintest = range[1]
  let brightest = range[1]
  for (let b = 0; b < bins; b++) {
    let [total, first, second] = [1, 0, 0]
    for (let i = b; i < standard.length; i += bins) {
      total += standard[i]
      first += Math.abs(linear[i])
      second += quadratic[i]
    }
    const noise = Math.sqrt(total)
    if (first > 0) faintest = Math.min(faintest, Math.sqrt((FAINT * noise) / first))
    if (second > 0) {
      faintest = Math.min(faintest, ((FAINT * noise) / second) ** 0.25)
      brightest = Math.min(brightest, Math.max(((BRIGHT * (noise + total)) / second) ** 0.25, Math.sqrt((10 * first) / second)))
    }
  }
  const lo = Math.max(range[0], Math.min(faintest, 0.5 * range[1]))
  return [lo, Math.min(range[1], Math.max(brightest, 2 * lo))] as const
}

/** Finds the origins of Δχ² along a ray: the grid, extrema between its points, and where the total counts are those of the Standard Model. */
function scan(grid: readonly number[], reference: BinnedStatistic['reference'], at: Profile['at']): Profile {
  const standard = at(0).value
  let [best, bestChange, excessOrigin, deficitOrigin] = [standard, 0, standard, standard]
  const meet = ({ value, change }: Point, side: 'both' | 'own'): void => {
    if (value < best) [best, bestChange] = [value, change]
    if (side === 'both' || change >= 0) excessOrigin = Math.min(excessOrigin, value)
    if (side === 'both' || change <= 0) deficitOrigin = Math.min(deficitOrigin, value)
  }
  const points = grid.map((x) => at(Math.exp(x)))
  for (const [i, x] of grid.entries()) {
    const { value, change } = points[i]
    meet(points[i], 'own')
    if (i === 0) continue
    if (change >= 0 !== points[i - 1].change >= 0) {
      meet(at(Math.exp(brentRoot((y) => at(Math.exp(y)).change, grid[i - 1], x))), 'both')
    }
    if (i + 1 < grid.length && value <= points[i - 1].value && value <= points[i + 1].value) {
      meet(at(Math.exp(minimise((y) => at(Math.exp(y)).value, grid[i - 1], grid[i + 1], EXTREMUM).x)), 'own')
    }
  }
  if (reference === 'sm') [excessOrigin, deficitOrigin] = [standard, standard]
  else if (reference === 'global') [excessOrigin, deficitOrigin] = [best, best]
  return { grid, points, excessOrigin, deficitOrigin, bestChange, at }
}

/** Δχ² of a ray where it depends on one number alone. */
interface OneBin {
  strength(coupling: number): number
  intervals(): Interval[]
}

/** One bin whose counts grow in one component: closed forms along a ray, or undefined where they do not apply. */
function singleBin(
  counts: CountsModel,
  observed: Float64Array,
  model: BinnedModel,
  likelihood: ProfileLikelihood,
  { threshold, reference, direction }: BinnedStatistic,
): (ray: Ray) => OneBin | undefined {
  if (model.bins !== 1) return () => undefined
  const { standard } = counts
  const components = standard.map((_, c) => c)
  const levels = Array.from(components, (c) => levelsOf(c, standard, observed, model, likelihood))

  function along(ray: Ray): OneBin | undefined {
    const growth = counts.growth(ray)
    if (growth === undefined) return undefined
    const growing = components.filter((c) => growth.linear[c] !== 0 || growth.quadratic[c] !== 0)
    if (growing.length !== 1) return undefined
    const [c] = growing
    const { best, value, above, below } = levels[c]
    const [n0, n1, n2] = [standard[c], growth.linear[c], growth.quadratic[c]]
    const least = n1 < 0 && n2 > 0 ? n0 - (n1 * n1) / (4 * n2) : n0
    const reached = Math.max(best, least)
    const excessOrigin = value(reference === 'sm' ? n0 : reference === 'global' ? reached : Math.max(best, n0))
    const deficitOrigin = value(reference === 'sm' ? n0 : reference === 'global' ? reached : Math.min(best, n0))
    return {
      strength(coupling) {
        const n = n0 + coupling * coupling * (n1 + n2 * coupling * coupling)
        const isExcess = n >= best
        if (direction === (isExcess ? 'deficit' : 'excess')) return 0
        return Math.max(0, (value(n) - (isExcess ? excessOrigin : deficitOrigin)) / threshold)
      },
      intervals() {
        const upper = direction === 'deficit' ? Number.POSITIVE_INFINITY : above(excessOrigin + threshold)
        const lower = direction === 'excess' ? Number.NEGATIVE_INFINITY : below(deficitOrigin + threshold)
        return changeIntervals(n1, n2, lower - n0, upper - n0)
      },
    }
  }

  // Keyed by the ray object, which carries all that the answer depends on besides what this closure holds.
  const known = new WeakMap<Ray, { readonly line: OneBin | undefined }>()
  return (ray) => {
    let found = known.get(ray)
    if (found === undefined) known.set(ray, (found = { line: along(ray) }))
    return found.line
  }
}

/** −2 ln L of one bin against the counts of component c: the best counts, and where it reaches a level above and below them. */
function levelsOf(c: number, standard: Float64Array, observed: Float64Array, model: BinnedModel, likelihood: ProfileLikelihood) {
  const weights = model.components.map((indices) => indices.reduce((product, k) => product * model.nuisances[k].central, 1))
  const others = standard.reduce((sum, n, i) => (i === c ? sum : sum + weights[i] * n), 0)
  const best = Math.max(0, (observed[0] - others) / weights[c])
  const expected = standard.slice()
  const value = (n: number): number => {
    expected[c] = Math.max(0, n)
    return likelihood.minimum(observed, expected)
  }
  return {
    best,
    value,
    above: remembered((level) => {
      let step = Math.sqrt(observed[0] + 1)
      while (value(best + step) < level) {
        step *= 2
        if (step > MOST_COUNTS) return Number.POSITIVE_INFINITY
      }
      return brentRoot((n) => value(n) - level, best, best + step)
    }),
    below: remembered((level) =>
      best === 0 || value(0) <= level ? Number.NEGATIVE_INFINITY : brentRoot((n) => value(n) - level, 0, best),
    ),
  }
}

/** A function that does not repeat itself when asked the same again. */
function remembered(compute: (level: number) => number): (level: number) => number {
  let [asked, answer] = [Number.NaN, Number.NaN]
  return (level) => {
    if (level !== asked) [asked, answer] = [level, compute(level)]
    return answer
  }
}

/** Couplings at which $g^2 N_1 + g^4 N_2$ lies below one change of the counts or above another. */
function changeIntervals(linear: number, quadratic: number, lower: number, upper: number): Interval[] {
  return quadraticIntervals(linear, quadratic, 1 + lower, 1 + upper)
}

/** By which rule a future counting experiment is said to be sensitive. */
export type SensitivityRule =
  /** That share of experiments sees an excess: {@link sensitivityExcess}, the rule of amaral-2020. */
  | { readonly kind: 'ninety-percent'; readonly confidence: number }
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
    case 'ninety-percent':
      return { excess: sensitivityExcess(background, rule.confidence), deficit: sensitivityDeficit(background, rule.confidence) }
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

/**
 * Verdict and intervals of a future experiment that counts, all bins and components added up: the change of the counts against the Standard Model over
 * the change at the edge of sensitivity.
 *
 * @example
 * const limit = sensitivityLimit(counts, { kind: 'ninety-percent', confidence: 0.9 }, 'excess')
 * limit.intervals(ray) // [[1.2e-3, Infinity]]
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
      if (growth === undefined) return genericIntervals(strength, ray)
      const upper = direction === 'deficit' ? Number.POSITIVE_INFINITY : excess
      const lower = direction === 'excess' ? Number.NEGATIVE_INFINITY : -deficit
      return describedIntervals(changeIntervals(growth[0], growth[1], lower, upper), ray)
    },
  }
}

/** The data set of the Standard Model itself: counts as expected, not whole (Asimov). With it {@link binnedLimit} draws the median exclusion. */
export function asimovData(counts: CountsModel, model: BinnedModel): BinnedData {
  return { observed: binTotals(counts.standard, model, new Float64Array(model.bins)), model }
}

/**
 * Verdict and intervals of the couplings that a median experiment discovers: data as the boson has them on average, the Standard Model with its nuisances
 * profiled as the hypothesis, $\sqrt{q_0} = Z$ (Cowan et al. 2011, section 5). Excess and deficit count alike.
 *
 * @param significance in σ
 * @example
 * discoveryLimit(counts, model, 5).intervals(ray) // where a median experiment sees 5σ
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
function binTotals(expected: Float64Array, { bins, components, nuisances }: BinnedModel, out: Float64Array): Float64Array {
  out.fill(0)
  for (const [c, indices] of components.entries()) {
    let weight = 1
    for (const k of indices) weight *= nuisances[k].central
    for (let b = 0; b < bins; b++) out[b] += weight * expected[c * bins + b]
  }
  return out
}
