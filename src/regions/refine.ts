import { type Constraint, type Interval, isSilent, type Silent } from '../constraints/constraint.ts'
import { intervalsAt } from '../constraints/intervals.ts'
import type { Ray } from '../couplings/boson.ts'

export interface Column {
  readonly mass: number
  readonly result: Silent | readonly Interval[]
}

/** How many intervals a column has and which ends are open: what must agree between neighbours for an outline to run through. */
const shape = ({ result }: Column): string =>
  isSilent(result) ? 'silent' : result.map(([lo, hi]) => `${lo === 0 ? '(' : '['}${hi === Number.POSITIVE_INFINITY ? ')' : ']'}`).join('')

/**
 * A constraint's intervals on a grid of masses, with masses added by bisection where their number changes,
 * or which are open: a mass threshold or the tip of an island then stands where it is, not at the nearest grid point.
 *
 * @param tolerance relative width in mass to which a change is pinned down
 */
export function refinedColumns(
  constraint: Constraint,
  rayAt: (mass: number) => Ray,
  masses: readonly number[],
  tolerance = 1e-4,
): Column[] {
  const at = (mass: number): Column => ({ mass, result: intervalsAt(constraint, rayAt, mass) })
  const between = (a: Column, b: Column): Column[] => {
    if (shape(a) === shape(b) || b.mass / a.mass - 1 <= tolerance) return []
    const middle = at(Math.sqrt(a.mass * b.mass))
    return [...between(a, middle), middle, ...between(middle, b)]
  }
  const grid = masses.map(at)
  return grid.flatMap((column, i) => (i === 0 ? [column] : [...between(grid[i - 1], column), column]))
}
