import { type Axis, position, valueAt } from '../../src/figures/index.ts'
import type { Range } from '../state/view.ts'

/** Axes are never shorter than this: a factor on a log scale, a length on a linear one. */
const SHORTEST_FACTOR = 1.05
const SHORTEST_LENGTH = 1e-6
/** Masses and couplings that a plot may reach. */
const FARTHEST: Range = [1e-20, 1e16]

/** An axis along the unit interval: where a value falls, and what stands there. */
const along = (axis: Axis) => ({ place: position(axis, 0, 1), value: valueAt(axis, 0, 1) })

function between(axis: Axis, from: number, to: number): Range {
  const { value } = along(axis)
  const [lo, hi] = [rounded(value(from)), rounded(value(to))]
  const isLong = axis.scale === 'log' ? hi / lo >= SHORTEST_FACTOR || lo / hi >= SHORTEST_FACTOR : hi - lo >= SHORTEST_LENGTH
  const isNear =
    axis.scale === 'linear' || (Math.min(Math.abs(lo), Math.abs(hi)) > FARTHEST[0] && Math.max(Math.abs(lo), Math.abs(hi)) < FARTHEST[1])
  return isLong && isNear && Number.isFinite(lo) && Number.isFinite(hi) && lo < hi ? [lo, hi] : [axis.min, axis.max]
}

/** Ends of axes are as exact as a reader can see. */
const rounded = (value: number): number => Number(value.toPrecision(4))

/**
 * The ends of an axis that is zoomed about a part of its length.
 *
 * @param factor below 1 to look closer
 */
export const zoomed = (axis: Axis, about: number, factor: number): Range =>
  between(axis, about - about * factor, about + (1 - about) * factor)

/** The ends of an axis that is moved by a part of its length. */
export const moved = (axis: Axis, by: number): Range => between(axis, by, 1 + by)

/** The ends of an axis cut down to a stretch between two parts of its length. */
export const cut = (axis: Axis, a: number, b: number): Range => between(axis, Math.min(a, b), Math.max(a, b))

/** The part of its length at which a value lies. */
export const partIn = (axis: Axis, value: number): number => along(axis).place(value)

/** The value at a part of its length. */
export const valueIn = (axis: Axis, part: number): number => along(axis).value(part)
