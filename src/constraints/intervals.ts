import { type Boson, type Ray, ResonanceError } from '../couplings/boson.ts'
import { brentRoot, minimise } from '../numerics/index.ts'
import { type Constraint, type Interval, isSilent, type Silent, type Verdict } from './constraint.ts'

const POINTS_PER_DECADE = 12
/** Strengths below this (zero for a deficit in an excess test, or rounding) are far on the allowed side, and all alike. */
export const FEEBLE = 1e-9
/** A height that falls by less in the last step of a grid is on a plateau. */
const PLATEAU = 0.02
/** A stretch shorter than this, relative to where it lies, is rounding on a plateau of strength 1. */
const SHORTEST = 1e-12

/**
 * The stretches of a ray where `inside` holds: bracketed crossings of ln strength = 0 on a log grid, refined by Brent.
 * Local extrema between grid points are followed, so that a narrow island is not stepped over.
 * A stretch that touches the end of the range is open there: it starts at 0 or ends at Infinity.
 *
 * @param strength 1 on the contour; silent at both ends of the ray means silent all along it, and where it is silent it is outside
 * @param where `above`: strength ≥ 1 (exclusions) · `below`: strength ≤ 1 (preferred bands)
 * @param strengthAt the same against the coupling, where that is known without a boson for each
 */
export function genericIntervals(
  strength: (boson: Boson) => Verdict,
  ray: Ray,
  where: 'above' | 'below' = 'above',
  strengthAt?: (coupling: number) => Verdict,
): Silent | readonly Interval[] {
  const height = heightOf(where)
  const bosonAt = bosonsOf(ray)
  const [first, last] = [0, gridOf(ray).logs.length - 1].map((i) => strength(bosonAt(i)))
  if (isSilent(first) && isSilent(last)) return first
  if (strengthAt !== undefined)
    return heightIntervals(
      (coupling) => height(strengthAt(coupling)),
      ray,
      () => first as Silent,
    )
  return heightIntervals(
    (coupling) => height(strength(ray.at(coupling))),
    ray,
    () => first as Silent,
    (i) => height(strength(bosonAt(i))),
  )
}

/** The same of a strength that is known against the coupling. */
export function strengthIntervals(strengthAt: (coupling: number) => Verdict, ray: Ray): Silent | readonly Interval[] {
  const height = heightOf('above')
  return heightIntervals(
    (coupling) => height(strengthAt(coupling)),
    ray,
    () => strengthAt(ray.range[0]) as Silent,
  )
}

/** Height where a strength is silent. */
export const SILENT = Number.NEGATIVE_INFINITY
const LOG_FEEBLE = Math.log(FEEBLE)

function heightOf(where: 'above' | 'below'): (verdict: Verdict) => number {
  const sign = where === 'above' ? 1 : -1
  return (verdict) => (isSilent(verdict) ? SILENT : sign * Math.log(Math.max(verdict, FEEBLE)))
}

/**
 * The stretches of a ray where a height, ln strength or minus that, is zero or more.
 *
 * @param heightAt against the coupling; `SILENT` where nothing is said, which is outside
 * @param silence why nothing is said, asked for where that is so at both ends
 * @param heightOfPoint at a point of the grid
 */
export function heightIntervals(
  heightAt: (coupling: number) => number,
  ray: Ray,
  silence: () => Silent,
  heightOfPoint?: (i: number) => number,
): Silent | readonly Interval[] {
  const { logs, couplings } = gridOf(ray)
  const of = heightOfPoint ?? ((i: number) => heightAt(couplings[i]))
  const last = logs.length - 1
  const ends = [of(0), of(last)]
  if (ends[0] === SILENT && ends[1] === SILENT) return silence()
  const outside = (height: number): number => (height === SILENT ? LOG_FEEBLE : height)
  const heights = new Array<number>(last + 1)
  heights[0] = outside(ends[0])
  for (let i = 1; i < last; i++) heights[i] = outside(of(i))
  heights[last] = outside(ends[1])
  return stretchesAbove((x) => outside(heightAt(Math.exp(x))), logs, heights)
}

/** Couplings along a ray that strengths are looked at. */
interface Grid {
  readonly logs: readonly number[]
  readonly couplings: readonly number[]
}

const grids = new WeakMap<Ray, Grid>()
function gridOf(ray: Ray): Grid {
  let grid = grids.get(ray)
  if (grid === undefined) {
    const [lo, hi] = ray.range.map(Math.log)
    const n = Math.max(8, Math.ceil(((hi - lo) / Math.LN10) * POINTS_PER_DECADE))
    const logs: number[] = []
    for (let i = 0; i <= n; i++) logs.push(lo + ((hi - lo) * i) / n)
    const couplings = logs.map(Math.exp)
    couplings[0] = ray.range[0]
    couplings[n] = ray.range[1]
    grids.set(ray, (grid = { logs, couplings }))
  }
  return grid
}

const bosons = new WeakMap<Ray, (Boson | undefined)[]>()

/** The bosons there, made when first asked for: constraints share them, and what is computed of each. */
function bosonsOf(ray: Ray): (i: number) => Boson {
  const { couplings } = gridOf(ray)
  let made = bosons.get(ray)
  if (made === undefined) bosons.set(ray, (made = new Array(couplings.length)))
  const known = made
  return (i) => (known[i] ??= ray.at(couplings[i]))
}

/**
 * The stretches where a height in $x = \ln g$ is zero or more, as couplings: crossings on a grid, refined by Brent. Local extrema between grid
 * points are followed, so that a narrow island is not stepped over. A stretch that touches an end of the grid is open there.
 *
 * @param heights at the points of the grid, where they are known already
 */
export function stretchesAbove(
  height: (x: number) => number,
  grid: readonly number[],
  heights: readonly number[] = grid.map(height),
): readonly Interval[] {
  // Copied where something comes between, which is rare.
  let [x, y] = [grid, heights]
  const insert = (at: number, places: readonly number[], values: readonly number[]): void => {
    x = [...x.slice(0, at), ...places, ...x.slice(at)]
    y = [...y.slice(0, at), ...values, ...y.slice(at)]
  }
  const last = x.length - 1
  if (y[last] >= 0 && y[last] < y[last - 1] - PLATEAU) {
    // Where the height falls at the upper end, an island may hide that no neighbour beyond tells of.
    const between = [0.25, 0.5, 0.75].map((share) => x[last - 1] + share * (x[last] - x[last - 1]))
    insert(last, between, between.map(height))
  }
  for (let i = 1; i < x.length - 1; i++) {
    // An extremum on the far side of zero from its neighbours' common sign is where an island may hide.
    const isFlat = y[i] === y[i - 1] && y[i] === y[i + 1]
    const peak = !isFlat && y[i] < 0 && y[i] >= y[i - 1] && y[i] >= y[i + 1]
    const dip = !isFlat && y[i] >= 0 && y[i] <= y[i - 1] && y[i] <= y[i + 1]
    if (!peak && !dip) continue
    const extremum = minimise((t) => (peak ? -height(t) : height(t)), x[i - 1], x[i + 1], 1e-7)
    const value = peak ? -extremum.value : extremum.value
    if (value >= 0 !== y[i] >= 0 && extremum.x !== x[i]) {
      const at = extremum.x < x[i] ? i : i + 1
      insert(at, [extremum.x], [value])
      i = at
    }
  }

  const result: Interval[] = []
  let start = y[0] >= 0 ? 0 : undefined
  for (let i = 1; i < x.length; i++) {
    const isInside = y[i] >= 0
    if (isInside === (start !== undefined)) continue
    const edge = Math.exp(brentRoot(height, x[i - 1], x[i], 1e-14, [y[i - 1], y[i]]))
    if (isInside) start = edge
    else {
      if (edge > start! * (1 + SHORTEST)) result.push([start!, edge])
      start = undefined
    }
  }
  if (start !== undefined) result.push([start, Number.POSITIVE_INFINITY])
  return result
}

/**
 * Where a quadratic $r(g) = 1 + a g^2 + b g^4$ leaves the allowed band [lower, upper]: the closed form of a counting rate along a ray.
 * `b ≥ 0`; edges that the rate never reaches drop out.
 */
export function quadraticIntervals(a: number, b: number, lower: number, upper: number): Interval[] {
  const edges: number[] = []
  for (const level of [lower, upper]) {
    for (const x of positiveRoots(a, b, 1 - level)) edges.push(Math.sqrt(x))
  }
  edges.sort((p, q) => p - q)
  const excluded = (g: number) => {
    const r = 1 + g * g * (a + b * g * g)
    return r < lower || r > upper
  }
  const result: Interval[] = []
  let start = excluded(0) ? 0 : undefined
  for (let i = 0; i < edges.length; i++) {
    const next = i + 1 < edges.length ? (edges[i] + edges[i + 1]) / 2 : edges[i] * 2
    const isExcluded = excluded(next)
    if (isExcluded && start === undefined) start = edges[i]
    else if (!isExcluded && start !== undefined) {
      result.push([start, edges[i]])
      start = undefined
    }
  }
  if (start !== undefined) result.push([start, Number.POSITIVE_INFINITY])
  return result
}

/** Positive roots of b x² + a x + c = 0, without cancellation. */
function positiveRoots(a: number, b: number, c: number): number[] {
  if (b === 0) return a === 0 ? [] : [-c / a].filter((x) => x > 0)
  const discriminant = a * a - 4 * b * c
  if (discriminant < 0) return []
  const q = -0.5 * (a + Math.sign(a || 1) * Math.sqrt(discriminant))
  return [q / b, q === 0 ? 0 : c / q].filter((x) => x > 0 && Number.isFinite(x))
}

/**
 * A constraint's intervals at one mass; silent, with the reason, where mixing is not described so near the Z.
 *
 * @param rayAt `couplingRays(model, assumptions)`
 */
export function intervalsAt(constraint: Constraint, rayAt: (mass: number) => Ray, mass: number): Silent | readonly Interval[] {
  try {
    return constraint.intervals(rayAt(mass))
  } catch (error) {
    if (error instanceof ResonanceError) return { silent: error.message.replace(/^mass: /, '') }
    throw error
  }
}

/** The union of intervals, disjoint and ascending. */
export function unionOfIntervals(intervals: readonly Interval[]): readonly Interval[] {
  if (intervals.length < 2) return intervals
  const union: [number, number][] = []
  for (const [lo, hi] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = union[union.length - 1]
    if (last !== undefined && lo <= last[1]) last[1] = Math.max(last[1], hi)
    else union.push([lo, hi])
  }
  return union
}

/**
 * Closed forms know no end of a ray: intervals that would begin beyond what the ray describes are none, and one that would end there is open,
 * as on a grid.
 */
export function describedIntervals(intervals: readonly Interval[], { described }: Ray): readonly Interval[] {
  return intervals.flatMap(([lo, hi]): Interval[] => (lo < described ? [[lo, hi < described ? hi : Number.POSITIVE_INFINITY]] : []))
}
