import { type Assumptions, departures } from '../assumptions.ts'
import { fullStatement, type Interval, isSilent } from '../constraints/constraint.ts'
import type { Model } from '../models/index.ts'
import type { LimitCurve } from '../session.ts'
import { numberedSources } from './sources.ts'
import { formatEnergy, textTable, trim } from './text.ts'

/** How many masses of a curve the summary shows. */
const SHOWN = 5

/** A readable summary of a set of curves: the assumptions, each constraint at a few masses, and every source. */
export function exclusionText(model: Model, assumptions: Assumptions, curves: readonly LimitCurve[], files: readonly string[]): string {
  const sources = numberedSources()
  const changed = Object.entries(departures(assumptions)).map(([key, value]) => `${key}=${value}`)
  const masses = curves[0]?.points.map(({ mass }) => mass) ?? []
  const shown = [...new Set(Array.from({ length: SHOWN }, (_, i) => Math.round((i * (masses.length - 1)) / (SHOWN - 1))))]
  const rows = curves.map(({ constraint, points }) => [
    `  ${constraint.entry.id}`,
    constraint.kind,
    ...shown.map((i) => cell(points[i].result)),
  ])
  const compared = curves.map(({ constraint, points }) => [
    `  ${constraint.entry.id}`,
    `${silentThroughout(points) ?? fullStatement(constraint)} ${sources.cite(constraint)}`,
  ])
  return [
    `${model.title}`,
    `assumptions: ${changed.length === 0 ? 'default' : changed.join(', ')}`,
    '',
    'Coupling excluded (or preferred) at each mass',
    textTable([['  constraint', 'kind', ...shown.map((i) => formatEnergy(masses[i]))], ...rows]),
    '',
    'What was compared',
    textTable(compared),
    '',
    'Sources',
    ...sources.lines(),
    ...(files.length === 0 ? [] : ['', `wrote ${files.join(', ')}`]),
  ].join('\n')
}

/** Why a constraint has nothing to say, where it says nothing at any mass. */
function silentThroughout(points: LimitCurve['points']): string | undefined {
  const [first] = points
  return first !== undefined && isSilent(first.result) && points.every(({ result }) => isSilent(result))
    ? `silent: ${first.result.silent}`
    : undefined
}

function cell(result: LimitCurve['points'][number]['result']): string {
  if (isSilent(result)) return 'silent'
  return result.length === 0 ? 'none' : result.map(intervalText).join(' and ')
}

function intervalText([lo, hi]: Interval): string {
  if (lo === 0) return Number.isFinite(hi) ? `< ${trim(hi)}` : 'all'
  return Number.isFinite(hi) ? `${trim(lo)}–${trim(hi)}` : `> ${trim(lo)}`
}
