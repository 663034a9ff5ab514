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
 *
 * @param resultIn what a constraint says in a column, where some of that is known already
 */
export function traced(
  plane: Plane,
  constraints: readonly Constraint[],
  resultIn: (constraint: Constraint, value: number) => Column['result'] = (constraint, value) => intervalsIn(plane, constraint, value),
): Traced {
  const union = unionOf(constraints)
  const resultAt = (value: number): Column['result'] => union.add(constraints.map((constraint) => resultIn(constraint, value)))
  const { values, scale } = plane.parameter
  const columns = refinedColumns(resultAt, values, scale).filter(({ at }) => scale === 'log' || at !== 0)
  return { constraints, columns, extents: union.extents() }
}

/**
 * The same in the columns of the plane alone, from what each constraint says there: coarse, but quick.
 *
 * @param results of each constraint, in the columns of the plane
 */
export function joined(
  { parameter }: Plane,
  constraints: readonly Constraint[],
  results: readonly (readonly Column['result'][])[],
): Traced {
  const union = unionOf(constraints)
  const columns = parameter.values
    .map((at, k) => ({ at, result: union.add(results.map((own) => own[k])) }))
    .filter(({ at }) => parameter.scale === 'log' || at !== 0)
  return { constraints, columns, extents: union.extents() }
}

/** Joins what constraints say in one column after the other, and keeps how far each of them reaches. */
function unionOf(constraints: readonly Constraint[]) {
  const lowest = constraints.map(() => Number.POSITIVE_INFINITY)
  const highest = constraints.map(() => 0)
  const reasons: (string | undefined)[] = constraints.map(() => undefined)
  const speaks = constraints.map(() => false)
  const add = (results: readonly Column['result'][]): Column['result'] => {
    const found: Interval[] = []
    let speaking = results.length
    results.forEach((result, i) => {
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
  const extents = (): Traced['extents'] =>
    constraints.map((_, i) => {
      if (highest[i] > 0) return [lowest[i], highest[i]] as const
      return { silent: speaks[i] ? NOTHING : (reasons[i] ?? NOTHING) }
    })
  return { add, extents }
}
