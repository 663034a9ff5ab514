import { type Interval, isSilent } from '../constraints/constraint.ts'
import type { Column } from './refine.ts'

export type Vertex = readonly [mass: number, coupling: number]

interface Strip {
  readonly lower: Vertex[]
  readonly upper: Vertex[]
}

/**
 * Closed outlines of the regions that intervals cover, column by column, clipped to a window in the coupling.
 * Intervals of neighbouring columns that overlap belong to one region; where one splits in two (an allowed island opens) or two merge,
 * the outlines meet at the column before.
 */
export function outlines(columns: readonly Column[], window: readonly [number, number]): Vertex[][] {
  const finished: Strip[] = []
  let open: { strip: Strip; interval: Interval }[] = []
  let previousMass = Number.NaN

  for (const column of columns) {
    const intervals = isSilent(column.result) ? [] : column.result.map((i) => clip(i, window)).filter((i) => i !== undefined)
    const next: { strip: Strip; interval: Interval }[] = []
    const continued = new Set<number>()
    for (const interval of intervals) {
      const parents = open.flatMap((candidate, index) => (overlap(candidate.interval, interval) ? [index] : []))
      const only = parents.length === 1 ? open[parents[0]] : undefined
      const siblings = only === undefined ? 0 : intervals.filter((other) => overlap(only.interval, other)).length
      if (only !== undefined && siblings === 1) {
        continued.add(parents[0])
        extend(only.strip, column.mass, interval)
        next.push({ strip: only.strip, interval })
        continue
      }
      const strip: Strip = { lower: [], upper: [] }
      if (parents.length > 0) {
        const from = Math.max(open[parents[0]].interval[0], siblings > 1 ? boundary(intervals, interval, 'below') : 0)
        const to = Math.min(open[parents[parents.length - 1]].interval[1], siblings > 1 ? boundary(intervals, interval, 'above') : Number.POSITIVE_INFINITY)
        extend(strip, previousMass, [from, to])
      }
      extend(strip, column.mass, interval)
      next.push({ strip, interval })
    }
    open.forEach((candidate, index) => {
      if (!continued.has(index)) finished.push(candidate.strip)
    })
    open = next
    previousMass = column.mass
  }
  finished.push(...open.map((candidate) => candidate.strip))
  return finished.filter((strip) => strip.lower.length > 1).map((strip) => [...strip.lower, ...strip.upper.slice().reverse()])
}

function clip([lo, hi]: Interval, [min, max]: readonly [number, number]): Interval | undefined {
  const clipped: Interval = [Math.max(lo, min), Math.min(hi, max)]
  return clipped[0] < clipped[1] ? clipped : undefined
}

const overlap = (a: Interval, b: Interval): boolean => a[0] <= b[1] && b[0] <= a[1]

/** The middle of the gap between an interval and its neighbour on one side: where a parent region is cut in two. */
function boundary(intervals: readonly Interval[], interval: Interval, side: 'below' | 'above'): number {
  const index = intervals.indexOf(interval)
  const neighbour = intervals[side === 'below' ? index - 1 : index + 1]
  if (neighbour === undefined) return side === 'below' ? 0 : Number.POSITIVE_INFINITY
  return side === 'below' ? Math.sqrt(neighbour[1] * interval[0]) : Math.sqrt(interval[1] * neighbour[0])
}

function extend(strip: Strip, mass: number, [lo, hi]: Interval): void {
  strip.lower.push([mass, lo])
  strip.upper.push([mass, hi])
}
