import { type Interval, isSilent } from '../constraints/constraint.ts'
import type { Column } from './refine.ts'

/** A value of the parameter, and of what runs along its column. */
export type Vertex = readonly [at: number, along: number]

interface Strip {
  readonly lower: Vertex[]
  readonly upper: Vertex[]
}

/** A strip that the last column belongs to, and its interval there. */
interface Open {
  readonly strip: Strip
  interval: Interval
}

const NONE: readonly Interval[] = []

/**
 * Closed outlines of the regions that intervals cover, column by column, clipped to a window of what runs along them.
 * Intervals of neighbouring columns that overlap belong to one region; where one splits in two (an allowed island opens) or two merge,
 * the outlines meet at the column before.
 */
export function outlines(columns: readonly Column[], window: readonly [number, number]): Vertex[][] {
  const finished: Strip[] = []
  let open: Open[] = []
  let previous = Number.NaN

  for (const { at, result } of columns) {
    const intervals = isSilent(result) ? NONE : clipped(result, window)
    // As many as before, each touching its predecessor: they go on in order, however narrow and steep the channel between two of them.
    if (open.length === intervals.length && open.every(({ interval }, i) => overlap(interval, intervals[i]))) {
      for (let i = 0; i < open.length; i++) {
        extend(open[i].strip, at, intervals[i])
        open[i].interval = intervals[i]
      }
      previous = at
      continue
    }
    const next = intervals.map((interval, i): Open => {
      const parents = open.filter((candidate) => overlap(candidate.interval, interval))
      const [lowest, highest] = [parents[0], parents[parents.length - 1]]
      const [below, above] = [intervals[i - 1], intervals[i + 1]]
      const isCutBelow = below !== undefined && lowest !== undefined && overlap(lowest.interval, below)
      const isCutAbove = above !== undefined && highest !== undefined && overlap(highest.interval, above)
      const isContinued = parents.length === 1 && !isCutBelow && !isCutAbove
      const strip: Strip = isContinued ? lowest.strip : { lower: [], upper: [] }
      if (parents.length > 0 && !isContinued) {
        const from = isCutBelow ? middleOfGap(below, interval) : lowest.interval[0]
        const to = isCutAbove ? middleOfGap(interval, above) : highest.interval[1]
        extend(strip, previous, [from, to])
      }
      extend(strip, at, interval)
      return { strip, interval }
    })
    finished.push(...open.map(({ strip }) => strip).filter((strip) => next.every((continued) => continued.strip !== strip)))
    open = next
    previous = at
  }
  finished.push(...open.map(({ strip }) => strip))
  return finished.filter(({ lower }) => lower.length > 1).map(({ lower, upper }) => [...lower, ...upper.slice().reverse()])
}

/** How far beyond a frame outlines are followed. */
const MARGIN = 1e3

/**
 * The outlines that show in a frame, followed beyond it: the frame cuts them where they cross it, not at the nearest column.
 */
export function visibleOutlines(columns: readonly Column[], [min, max]: readonly [number, number]): Vertex[][] {
  const reaches = (outline: readonly Vertex[]): boolean => outline.some(([, y]) => y > min) && outline.some(([, y]) => y < max)
  return outlines(columns, [min / MARGIN, max * MARGIN]).filter(reaches)
}

function clipped(intervals: readonly Interval[], [min, max]: readonly [number, number]): readonly Interval[] {
  if (intervals.every(([lo, hi]) => lo >= min && hi <= max && lo < hi)) return intervals
  return intervals.map(([lo, hi]): Interval => [Math.max(lo, min), Math.min(hi, max)]).filter(([lo, hi]) => lo < hi)
}

const overlap = (a: Interval, b: Interval): boolean => a[0] <= b[1] && b[0] <= a[1]

/** Where a region is cut in two that splits into these neighbours. */
const middleOfGap = (below: Interval, above: Interval): number => Math.sqrt(below[1] * above[0])

function extend(strip: Strip, at: number, [lo, hi]: Interval): void {
  strip.lower.push([at, lo])
  strip.upper.push([at, hi])
}
