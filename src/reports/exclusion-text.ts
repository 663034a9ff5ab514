import { type Assumptions, departuresText } from '../assumptions.ts'
import { type Constraint, fullStatement, type Interval, isSilent } from '../constraints/constraint.ts'
import type { Model } from '../models/index.ts'
import type { LimitCurve } from '../session.ts'
import { numberedSources } from './sources.ts'
import { formatEnergy, textTable, trim } from './text.ts'

/** How many masses of a curve the summary shows. */
const SHOWN = 5

/** A readable summary of a set of curves: the assumptions, each constraint at a few masses, and every source. */
export function exclusionText(model: Model, assumptions: Assumptions, curves: readonly LimitCurve[], files: readonly string[]): string {
  const masses = curves[0]?.points.map(({ mass }) => mass) ?? []
  const summary = { title: model.title, heading: 'Coupling excluded (or preferred) at each mass', heads: masses.map(formatEnergy) }
  const lines = curves.map(({ constraint, points }) => ({ constraint, results: points.map(({ result }) => result) }))
  return summaryText(summary, assumptions, lines, files)
}

/** What constraints say at the values that `heads` names, and where it comes from. */
export function summaryText(
  { title, heading, heads }: { readonly title: string; readonly heading: string; readonly heads: readonly string[] },
  assumptions: Assumptions,
  lines: readonly { readonly constraint: Constraint; readonly results: readonly Result[] }[],
  files: readonly string[],
): string {
  const sources = numberedSources()
  const shown = [...new Set(Array.from({ length: SHOWN }, (_, i) => Math.round((i * (heads.length - 1)) / (SHOWN - 1))))]
  const speaking = lines.filter(({ results }) => !results.every(isSilent))
  const silent = lines.flatMap(({ constraint: { entry }, results: [first] }, i) =>
    speaking.includes(lines[i]) || first === undefined || !isSilent(first) ? [] : [[`  ${entry.id}`, first.silent]],
  )
  const rows = speaking.map(({ constraint, results }) => [
    `  ${constraint.entry.id}`,
    constraint.kind,
    ...shown.map((i) => cell(results[i])),
  ])
  const compared = speaking.map(({ constraint }) => [
    `  ${constraint.entry.id}`,
    `${fullStatement(constraint)} ${sources.cite(constraint)}`,
  ])
  return [
    title,
    `assumptions: ${departuresText(assumptions)}`,
    '',
    heading,
    textTable([['  constraint', 'kind', ...shown.map((i) => heads[i])], ...rows]),
    '',
    'What was compared',
    textTable(compared),
    ...(silent.length === 0 ? [] : ['', 'Silent throughout', textTable(silent)]),
    '',
    'Sources',
    ...sources.lines(),
    ...(files.length === 0 ? [] : ['', `wrote ${files.join(', ')}`]),
  ].join('\n')
}

type Result = LimitCurve['points'][number]['result']

function cell(result: Result): string {
  if (isSilent(result)) return 'silent'
  return result.length === 0 ? 'none' : result.map(intervalText).join(' and ')
}

function intervalText([lo, hi]: Interval): string {
  if (hi <= 0) return Number.isFinite(lo) ? (hi === 0 ? `> ${trim(lo)}` : `${trim(lo)} to ${trim(hi)}`) : hi === 0 ? 'all' : `< ${trim(hi)}`
  if (lo === 0) return Number.isFinite(hi) ? `< ${trim(hi)}` : 'all'
  return Number.isFinite(hi) ? `${trim(lo)}–${trim(hi)}` : `> ${trim(lo)}`
}
