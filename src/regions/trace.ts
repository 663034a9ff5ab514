import { type Constraint, type Interval, isSilent } from '../constraints/constraint.ts'
import { unionOfIntervals } from '../constraints/intervals.ts'
import { intervalsIn, type Plane } from './plane.ts'
import { type Column, refinedColumns } from './refine.ts'

/** Constraints drawn as one region, and what they cover together. */
export interface Traced {
  readonly constraints: readonly Constraint[]
  readonly columns: readonly Column[]
  /** What each of them says anywhere, from the least to the most; or why it says nothing. */
  readonly extents: readonly (Interval | { readonly silent: string })[]
}

const NOTHING = 'nothing within these axes'

/**
 * What constraints exclude (or prefer) together in a plane: in each column the union of their intervals, with columns added where that
 * changes. A constraint that is silent leaves the word to the others.
 */
export function traced(plane: Plane, constraints: readonly Constraint[]): Traced {
  const lowest = constraints.map(() => Number.POSITIVE_INFINITY)
  const highest = constraints.map(() => 0)
  const reasons: (string | undefined)[] = constraints.map(() => undefined)
  const speaks = constraints.map(() => false)
  const resultAt = (value: number): Column['result'] => {
    const found: Interval[] = []
    let speaking = constraints.length
    constraints.forEach((constraint, i) => {
      const result = intervalsIn(plane, constraint, value)
      if (isSilent(result)) {
        speaking--
        reasons[i] ??= result.silent
        return
      }
      speaks[i] = true
      for (const interval of result) {
        lowest[i] = Math.min(lowest[i], interval[0])
        highest[i] = Math.max(highest[i], interval[1])
        found.push(interval)
      }
    })
    return speaking === 0 ? { silent: reasons[0] ?? '' } : unionOfIntervals(found)
  }
  const { values, scale } = plane.parameter
  const columns = refinedColumns(resultAt, values, scale).filter(({ at }) => scale === 'log' || at !== 0)
  const extents = constraints.map((_, i) => {
    if (highest[i] > 0) return [lowest[i], highest[i]] as const
    return { silent: speaks[i] ? NOTHING : (reasons[i] ?? NOTHING) }
  })
  return { constraints, columns, extents }
}
