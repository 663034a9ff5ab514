import type { Boson, Ray } from '../couplings/boson.ts'
import { brentRoot, minimise } from '../numerics/index.ts'
import type { BinnedData, BinnedModel } from '../statistics/binned-model.ts'
import type { Statistic } from '../statistics/limits.ts'
import { type ProfileLikelihood, profileLikelihood } from '../statistics/profile.ts'
import type { CountsModel, Interval, Likelihood, Silent, Verdict } from './constraint.ts'
import { changeIntervals, countsAlong } from './counts.ts'
import { type CountsPath, growthPath, polynomialPath } from './counts-path.ts'
import { describedIntervals, FEEBLE, stretchesAbove } from './intervals.ts'
import { binnedLikelihood } from './likelihood.ts'
import { type Line, profiledLine } from './profiled-line.ts'

export type { BinnedData } from '../statistics/binned-model.ts'
export type { CountsGrowth, CountsModel } from './constraint.ts'

/**
 * How a limit is drawn from $-2\ln L$ of binned data.
 *
 * The origin of Δχ² is the best point on the same side of the Standard Model in the number of counts (`minimum`), the Standard Model (`sm`), or literally
 * the best coupling, zero included (`global`): a coupling that vanishes may then be excluded itself.
 */
export type BinnedStatistic = Pick<Statistic, 'threshold' | 'direction' | 'reference'>

/** Of ln g where −2 ln L is least: its value is then good to the square of that. */
const EXTREMUM = 1e-5
/** Of ln g where the total counts are those of the Standard Model. */
const ROOT = 1e-10
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
 * const growth = { linear: Float64Array.of(-4.295e7), quadratic: Float64Array.of(7.456e12) }
 * const counts = { standard: Float64Array.of(128.2), silence: () => undefined, growth: () => growth, counts: () => {} }
 * const normalisation = { id: 'normalisation', central: 1, sigma: 0.085 }
 * const model = { bins: 1, components: [[0]], nuisances: [normalisation], sigmas: Float64Array.of(26.87) }
 * const data = { observed: Float64Array.of(159), model }
 * const limit = binnedLimit(counts, data, { threshold: TWO_SIDED_90, reference: 'global', direction: 'two-sided' })
 * limit.intervals(couplingRays(resolveModel('b-l'), assume())(0.01)) // [[0.0006348, 0.0023146], [0.0027025, Infinity]]
 */
export function binnedLimit(
  counts: CountsModel,
  data: BinnedData,
  statistic: BinnedStatistic,
): { strength(boson: Boson): Verdict; intervals(ray: Ray): Silent | readonly Interval[]; readonly likelihood: Likelihood } {
  const { observed, model } = data
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

  // Keyed by the ray object, which carries all that they depend on besides what this closure holds.
  const lines = new WeakMap<Ray, { readonly line: Line | undefined }>()
  function lineOf(ray: Ray): Line | undefined {
    let known = lines.get(ray)
    if (known === undefined) {
      const path = pathAlong(counts, ray, model.bins)
      const line = path && profiledLine(counts.standard, path, observed, likelihood, ray.range, statistic)
      lines.set(ray, (known = { line }))
    }
    return known.line
  }
  const profiles = new WeakMap<Ray, Profile>()
  function profileOf(ray: Ray): Profile {
    let known = profiles.get(ray)
    if (known === undefined) {
      const line = countsAlong(counts, ray, model.bins)
      const changeAt = (coupling: number): number => line.into(coupling, expected)
      known = scan(line.grid, statistic.reference, changeAt, (coupling) => ({
        change: changeAt(coupling),
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
      const simple = oneBin(boson.ray) ?? lineOf(boson.ray)
      if (simple !== undefined) return simple.strength(boson.coupling)
      const profile = profileOf(boson.ray)
      return strengthOf(profile.at(boson.coupling), profile)
    },
    intervals(ray) {
      const silence = counts.silence(ray)
      if (silence !== undefined) return silence
      const simple = oneBin(ray) ?? lineOf(ray)
      if (simple !== undefined) return describedIntervals(simple.intervals(), ray)
      const profile = profileOf(ray)
      const height = (point: Point): number => Math.log(Math.max(FEEBLE, strengthOf(point, profile)))
      const heights = profile.points.map(height)
      return describedIntervals(
        stretchesAbove((x) => height(profile.at(Math.exp(x))), profile.grid, heights),
        ray,
      )
    },
    likelihood: binnedLikelihood(counts, data),
  }
}

/** The closed form of counts along a ray, where there is one. */
function pathAlong(counts: CountsModel, ray: Ray, bins: number): CountsPath | undefined {
  const growth = counts.growth(ray)
  if (growth !== undefined) return growthPath(counts.standard, growth, bins, ray.range)
  const polynomials = counts.polynomials?.(ray)
  return polynomials && polynomialPath(counts.standard, polynomials, bins, ray.range)
}

/** Finds the origins of Δχ² along a ray: the grid, extrema between its points, and where the total counts are those of the Standard Model. */
function scan(
  grid: readonly number[],
  reference: BinnedStatistic['reference'],
  changeAt: (coupling: number) => number,
  at: Profile['at'],
): Profile {
  const standard = at(0).value
  let [best, bestChange, excessOrigin, deficitOrigin] = [standard, 0, standard, standard]
  const meet = ({ value, change }: Point, side: 'both' | 'own'): void => {
    if (value < best) [best, bestChange] = [value, change]
    if (side === 'both' || change >= 0) excessOrigin = Math.min(excessOrigin, value)
    if (side === 'both' || change <= 0) deficitOrigin = Math.min(deficitOrigin, value)
  }
  const points = grid.map((x) => at(Math.exp(x)))
  // What is found between points joins them: where counts are those of the Standard Model a hole in what is excluded may be too narrow for the grid.
  const places = grid.map((x, i) => ({ x, point: points[i] }))
  const find = (x: number, side: 'both' | 'own'): void => {
    const point = at(Math.exp(x))
    meet(point, side)
    places.push({ x, point })
  }
  for (const [i, x] of grid.entries()) {
    const { value, change } = points[i]
    meet(points[i], 'own')
    if (i === 0) continue
    if (change >= 0 !== points[i - 1].change >= 0)
      find(
        brentRoot((y) => changeAt(Math.exp(y)), grid[i - 1], x, ROOT, [points[i - 1].change, change]),
        'both',
      )
    if (i + 1 < grid.length && value <= points[i - 1].value && value <= points[i + 1].value) {
      find(minimise((y) => at(Math.exp(y)).value, grid[i - 1], grid[i + 1], EXTREMUM).x, 'own')
    }
  }
  places.sort((a, b) => a.x - b.x)
  if (reference === 'sm') [excessOrigin, deficitOrigin] = [standard, standard]
  else if (reference === 'global') [excessOrigin, deficitOrigin] = [best, best]
  return { grid: places.map(({ x }) => x), points: places.map(({ point }) => point), excessOrigin, deficitOrigin, bestChange, at }
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
