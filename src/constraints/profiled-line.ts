import type { Statistic } from '../statistics/limits.ts'
import type { ProfileLikelihood } from '../statistics/profile.ts'
import type { Interval } from './constraint.ts'
import type { CountsPath } from './counts-path.ts'
import { crossing, isMonotone, type Slope, turningPoint } from './turning.ts'

/** Δχ² along one line of couplings. */
export interface Line {
  /** Δχ² over the threshold. */
  strength(coupling: number): number
  intervals(): readonly Interval[]
}

/** −2 ln L, its slope in ln g, and the change of the total counts against the Standard Model; x is ln g. */
interface Point extends Slope {
  readonly change: number
}

/** Points per decade of g to begin with, and the shortest distance in ln g at which hidden turns are looked for. */
const POINTS_PER_DECADE = 4
const FINEST = Math.LN10 / 40
/** A stretch shorter than this, relative to where it lies, is rounding on a plateau of strength 1. */
const SHORTEST = 1e-12

/**
 * Δχ² of binned counts along a ray, the nuisances profiled.
 *
 * The slope of −2 ln L in ln g comes free with each value. Values and slopes at few points, all turning points between them and where the total counts turn or are those of the
 * Standard Model cut the line into pieces on which −2 ln L rises or falls all the way; each holds one edge or none.
 *
 * @param range of couplings
 */
export function profiledLine(
  standard: Float64Array,
  path: CountsPath,
  observed: Float64Array,
  likelihood: ProfileLikelihood,
  range: readonly [number, number],
  { threshold, reference, direction }: Pick<Statistic, 'threshold' | 'reference' | 'direction'>,
): Line {
  const expected = standard.slice()
  const moving = new Float64Array(standard.length)
  const { from, to, growing, balances } = path

  function valueAt(coupling: number): number {
    path.counts(coupling, expected)
    return likelihood.minimum(observed, expected)
  }
  function at(x: number): Point {
    const coupling = Math.exp(x)
    const value = valueAt(coupling)
    if (!Number.isFinite(value)) return { x, value, slope: Number.NaN, change: path.change(coupling) }
    path.speeds(coupling, moving)
    return { x, value, slope: likelihood.slope(moving), change: path.change(coupling) }
  }

  function turnBetween(left: Point, right: Point): Point {
    const turn = turningPoint(at, left, right, threshold)
    return { ...turn, change: path.change(Math.exp(turn.x)) }
  }

  const origin = likelihood.minimum(observed, standard)
  const [lowest, highest] = range.map(Math.log)
  const steps = Math.max(3, Math.ceil(((to - from) / Math.LN10) * POINTS_PER_DECADE))
  const places = [
    lowest,
    ...Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps),
    ...[...balances, ...path.places].filter((x) => x > lowest && x < highest),
    highest,
  ].sort((a, b) => a - b)

  const points: Point[] = []
  /** Adds a point and, before it, all turning points since the last, as far as they are told from a rise or a fall. */
  function add(point: Point): void {
    const last = points[points.length - 1]
    let inner: Point | undefined
    if (last !== undefined && point.x > last.x) {
      const distance = point.x - last.x
      const turns = last.slope * point.slope < 0
      // Where signals are faint, −2 ln L goes as g² and turns, if it does, near the bright end.
      if (last.x < from && turns && distance > 2) inner = at(point.x - 1)
      else if (turns) inner = turnBetween(last, point)
      else if (distance > FINEST && last.x >= from && point.x <= to && !isMonotone(last, point, origin, threshold))
        inner = at(last.x + 0.5 * distance)
    }
    if (inner !== undefined) {
      add(inner)
      add(point)
    } else points.push(point)
  }
  /** Where −2 ln L rises with all bins, above any level: it does not come down again. */
  const isLost = ({ x, value, slope, change }: Point): boolean => x >= growing && slope > 0 && change > 0 && value > origin + threshold
  for (const x of places) {
    add(at(x))
    if (isLost(points[points.length - 1])) break
  }

  let best: Point = { x: Number.NEGATIVE_INFINITY, value: origin, slope: 0, change: 0 }
  let [excessOrigin, deficitOrigin] = [origin, origin]
  for (const point of points) {
    if (point.value < best.value) best = point
    const isStandard = balances.includes(point.x)
    if (isStandard || point.change >= 0) excessOrigin = Math.min(excessOrigin, point.value)
    if (isStandard || point.change <= 0) deficitOrigin = Math.min(deficitOrigin, point.value)
  }
  if (reference === 'sm') [excessOrigin, deficitOrigin] = [origin, origin]
  else if (reference === 'global') [excessOrigin, deficitOrigin] = [best.value, best.value]

  const isExcess = (change: number): boolean => change >= best.change
  const originOf = (change: number): number => (isExcess(change) ? excessOrigin : deficitOrigin)
  const levelOf = (change: number): number =>
    direction === (isExcess(change) ? 'deficit' : 'excess') ? Number.POSITIVE_INFINITY : originOf(change) + threshold

  // Where the counts are those of the best coupling a second time, the origin may change.
  for (const twin of path.twins(best.x)) {
    const index = points.findIndex(({ x }) => x > twin)
    if (index > 0 && points[index - 1].x < twin) points.splice(index, 0, at(twin))
  }

  const levelBetween = (a: Point, b: Point): number => levelOf(path.change(Math.exp(0.5 * (a.x + b.x))))
  function intervals(): readonly Interval[] {
    const result: Interval[] = []
    let start: number | undefined
    let isInside = false
    const meet = (x: number): void => {
      const edge = Math.exp(x)
      if (!isInside) start = edge
      else if (edge > start! * (1 + SHORTEST)) result.push([start!, edge])
      isInside = !isInside
    }
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1], points[i]]
      const level = levelBetween(a, b)
      const inside = [a.value >= level, b.value >= level]
      if (i === 1 && inside[0]) [start, isInside] = [0, true]
      if (inside[0] !== isInside) meet(a.x)
      if (inside[1] !== isInside) meet(crossing(at, a, b, level, threshold))
    }
    if (isInside) result.push([start!, Number.POSITIVE_INFINITY])
    return result
  }

  return {
    strength(coupling) {
      const change = path.change(coupling)
      return Number.isFinite(levelOf(change)) ? Math.max(0, (valueAt(coupling) - originOf(change)) / threshold) : 0
    },
    intervals,
  }
}
