import { type Interval, isSilent, type Silent } from '../constraints/constraint.ts'

/** What is excluded (or preferred) at one value of a parameter, as intervals of what runs along the column. */
export interface Column {
  readonly at: number
  readonly result: Silent | readonly Interval[]
}

/** Whether columns are even in the parameter or in its logarithm. */
export type Scale = 'log' | 'linear'

/** How many intervals a column has and which ends are open: what must agree between neighbours for an outline to run through. */
const shape = ({ result }: Column): string =>
  isSilent(result) ? 'silent' : result.map(([lo, hi]) => `${lo === 0 ? '(' : '['}${hi === Number.POSITIVE_INFINITY ? ')' : ']'}`).join('')

/** An edge that moves by more than this factor between neighbours is looked at between them. */
const STEEP = 1.5

/** Whether an outline may run straight from one column to the next. */
function runsThrough(a: Column, b: Column): boolean {
  if (shape(a) !== shape(b)) return false
  if (isSilent(a.result) || isSilent(b.result)) return true
  const [after, before] = [b.result, a.result]
  return before.every((interval, i) => interval.every((edge, k) => isNear(edge, after[i][k])))
}

const isNear = (a: number, b: number): boolean => a === b || (a < STEEP * b && b < STEEP * a)

/**
 * Intervals on a grid, with columns added by bisection where their number changes, or which are open, or where an edge jumps: a mass threshold or
 * the tip of an island then stands where it is, not at the nearest grid point.
 *
 * @param grid values of the parameter, ascending
 * @param tolerance width to which a change is pinned down: relative on a log scale, as part of the grid on a linear one
 * @example
 * refinedColumns((mass) => (mass < 2 ? [] : [[1e-3, Infinity]]), [1, 4]).length // 16
 */
export function refinedColumns(
  resultAt: (value: number) => Column['result'],
  grid: readonly number[],
  scale: Scale = 'log',
  tolerance = 1e-4,
): Column[] {
  const at = (value: number): Column => ({ at: value, result: resultAt(value) })
  const span = grid[grid.length - 1] - grid[0]
  const isPinned = (a: Column, b: Column): boolean => (scale === 'log' ? b.at / a.at - 1 <= tolerance : b.at - a.at <= tolerance * span)
  const between = (a: Column, b: Column): Column[] => {
    if (runsThrough(a, b) || isPinned(a, b)) return []
    const middle = at(scale === 'log' ? Math.sqrt(a.at * b.at) : (a.at + b.at) / 2)
    return [...between(a, middle), middle, ...between(middle, b)]
  }
  const columns = grid.map(at)
  return columns.flatMap((column, i) => (i === 0 ? [column] : [...between(columns[i - 1], column), column]))
}
