import type { Cells } from '../inference/index.ts'
import { placeOn, valueAt } from '../inference/space.ts'
import { contoursBelow } from '../numerics/index.ts'
import type { Axis, Point } from './spec.ts'

/** The axis of a panel along cells. */
export function axisAlong({ parameter, edges }: Cells): Axis {
  const { name, label = name, prior } = parameter
  const [min, max] = [valueAt(prior, edges[0]), valueAt(prior, edges[edges.length - 1])]
  return { label, scale: prior.scale, min, max }
}

/** Rings around where a field over two parameters, cell by cell, is at or below a level; linear between the values of the cells in the coordinates of the priors. */
export function ringsBelow(x: Cells, y: Cells, field: ArrayLike<number>, level: number): Point[][] {
  const [xs, ys] = [x, y].map(({ parameter, values }) => values.map((value) => placeOn(parameter.prior, value)))
  return contoursBelow(xs, ys, field, level).map((ring) =>
    ring.map(([u, v]): Point => [valueAt(x.parameter.prior, u), valueAt(y.parameter.prior, v)]),
  )
}

/** The same at or above a level. */
export const ringsAbove = (x: Cells, y: Cells, field: Float64Array, level: number): Point[][] =>
  ringsBelow(
    x,
    y,
    field.map((value) => -value),
    -level,
  )
