import type { Assumptions } from '../assumptions.ts'
import { type Constraint, isSilent } from '../constraints/constraint.ts'
import { type Column, intervalsIn, type Plane, signed } from '../regions/index.ts'
import { summaryText } from './exclusion-text.ts'
import { curveJson, intervalsCsv, resultJson } from './limits.ts'
import { formatEnergy, trim } from './text.ts'

/** What one constraint says in the columns of a plane. */
export interface PlaneCurve {
  readonly constraint: Constraint
  readonly points: readonly Column[]
}

/** What constraints exclude or prefer in each column of a plane, in the quantity that runs along it, with its sign. */
export function planeCurves(plane: Plane, constraints: readonly Constraint[]): PlaneCurve[] {
  return constraints.map((constraint) => ({
    constraint,
    points: plane.parameter.values.map((at): Column => {
      const result = intervalsIn(plane, constraint, at)
      if (isSilent(result)) return { at, result }
      const intervals = result.map((interval) => signed(plane, interval))
      return { at, result: plane.sign === 1 ? intervals : intervals.reverse() }
    }),
  }))
}

/** The stable JSON of curves in a plane other than that of mass and coupling. */
export function planeJson(plane: Plane, assumptions: Assumptions, curves: readonly PlaneCurve[]) {
  return {
    model: { id: plane.model.id, title: plane.model.title },
    plane: plane.name,
    assumptions,
    curves: curves.map(({ constraint, points }) => ({
      ...curveJson(constraint, assumptions),
      points: points.map(({ at, result }) => ({ [plane.parameter.key]: at, ...resultJson(constraint, result) })),
    })),
  }
}

/** One row an interval: constraint, kind, confidence, the parameter, lower and upper edge of what runs along it, why silent, source. */
export function planeCsv({ parameter, along }: Plane, assumptions: Assumptions, curves: readonly PlaneCurve[]): string {
  return intervalsCsv([parameter.key, `${along.key}_lower`, `${along.key}_upper`], assumptions, curves)
}

/** A readable summary of curves in a plane. */
export function planeText(plane: Plane, assumptions: Assumptions, curves: readonly PlaneCurve[], files: readonly string[]): string {
  const isMass = plane.parameter.key === 'mass_GeV'
  const summary = {
    title: plane.model.title,
    heading: `${plane.along.key} excluded (or preferred) at each ${isMass ? 'mass' : plane.parameter.key}`,
    heads: plane.parameter.values.map((value) => (isMass ? formatEnergy(value) : trim(value))),
  }
  const lines = curves.map(({ constraint, points }) => ({ constraint, results: points.map(({ result }) => result) }))
  return summaryText(summary, assumptions, lines, files)
}
