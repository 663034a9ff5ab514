import type { Assumptions } from '../assumptions.ts'
import { type Constraint, confidenceText, fullStatement, type Interval, isSilent, type Kind } from '../constraints/constraint.ts'
import { couplingRays } from '../couplings/boson.ts'
import { InputError } from '../errors.ts'
import type { Model } from '../models/index.ts'
import type { LimitCurve } from '../session.ts'
import { sourceJson, sourcesOf } from './sources.ts'

/** What a curve of each kind says of couplings, and what where there are none. */
const SAYS = {
  exclusion: { verb: 'excludes', nothing: 'nothing excluded' },
  preferred: { verb: 'prefers', nothing: 'nothing preferred' },
  projection: { verb: 'reaches', nothing: 'nothing reached' },
} as const satisfies Record<Kind, unknown>

const edge = (value: number): number | null => (value === 0 || !Number.isFinite(value) ? null : value)

/** An interval with null where it is open: at no coupling, or beyond all. */
export const open = ([lo, hi]: Interval): [number | null, number | null] => [edge(lo), edge(hi)]

/** The stable JSON of limit curves: intervals `[lo, hi]`, null where open; a silent mass says why. */
export function limitsJson(model: Model, assumptions: Assumptions, curves: readonly LimitCurve[]) {
  return {
    model: { id: model.id, title: model.title },
    assumptions,
    curves: curves.map(({ constraint, points }) => ({
      ...curveJson(constraint, assumptions),
      points: points.map(({ mass, result }) => ({ mass_GeV: mass, ...resultJson(constraint, result) })),
    })),
  }
}

/** What a curve is, in JSON. */
export const curveJson = (constraint: Constraint, assumptions: Assumptions) => ({
  id: constraint.entry.id,
  title: constraint.entry.title,
  kind: constraint.kind,
  confidence: constraint.confidence,
  statement: constraint.statement,
  ...(constraint.assumptions === assumptions ? {} : { ownAssumptions: differences(constraint.assumptions, assumptions) }),
  ...sourceJson(constraint),
  ...(constraint.unverified === undefined ? {} : { unverified: constraint.unverified }),
})

/** What it says at one point, in JSON. */
export const resultJson = ({ kind }: Constraint, result: LimitCurve['points'][number]['result']) =>
  isSilent(result) ? { silent: result.silent } : { [kind === 'preferred' ? 'preferred' : 'excluded']: result.map(open) }

/** Assumptions in which a curve differs from the rest of the result. */
function differences(own: Assumptions, shared: Assumptions): Partial<Assumptions> {
  return Object.fromEntries(Object.entries(own).filter(([key, value]) => shared[key as keyof Assumptions] !== value))
}

const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * One row an interval: constraint, kind, confidence, mass, lower and upper edge (empty where open), why silent, and the source: citation keys, for
 * `zest cite`, or the words of one that has none.
 */
export function limitsCsv(assumptions: Assumptions, curves: readonly LimitCurve[]): string {
  const points = curves.map(({ constraint, points }) => ({
    constraint,
    points: points.map(({ mass, result }) => ({ at: mass, result })),
  }))
  return intervalsCsv(['mass_GeV', 'lower', 'upper'], assumptions, points)
}

/** One row an interval, its edges against the value of a parameter. */
export function intervalsCsv(
  [at, lower, upper]: readonly [at: string, lower: string, upper: string],
  assumptions: Assumptions,
  curves: readonly {
    readonly constraint: Constraint
    readonly points: readonly { readonly at: number; readonly result: LimitCurve['points'][number]['result'] }[]
  }[],
): string {
  const rows = [`constraint,kind,confidence,${at},${lower},${upper},silent,source,unverified`]
  for (const { constraint, points } of curves) {
    const { kind, confidence, unverified } = constraint
    const source = `${quote(constraint.citations.join(' ') || constraint.entry.source.where)},${quote(unverified ?? '')}`
    for (const { at, result } of points) {
      const head = `${quote(curveName(constraint, assumptions))},${kind},${confidence ?? ''},${at}`
      if (isSilent(result)) rows.push(`${head},,,${quote(result.silent)},${source}`)
      else if (result.length === 0) rows.push(`${head},,,${SAYS[kind].nothing},${source}`)
      else
        for (const interval of result)
          rows.push(
            `${head},${open(interval)
              .map((edge) => edge ?? '')
              .join(',')},,${source}`,
          )
    }
  }
  return `${rows.join('\n')}\n`
}

/** The id of a curve, with the assumptions in which it differs from the rest: unique even where one constraint is drawn twice. */
export function curveName(constraint: Constraint, shared: Assumptions): string {
  const own = Object.entries(differences(constraint.assumptions, shared)).map(([key, value]) => `${key}=${value}`)
  return own.length === 0 ? constraint.entry.id : `${constraint.entry.id}@${own.join(',')}`
}

/** One row of a format that holds at most one interval a mass: none where the constraint is silent or excludes nothing. */
interface Row {
  readonly mass: number
  readonly interval: Interval | undefined
}

/** The single curve of a format that holds only one, from the first mass with an interval to the last. */
function oneCurve(curves: readonly LimitCurve[], format: string): Row[] {
  if (curves.length !== 1)
    throw new InputError(`${format} holds one constraint, not ${curves.length}; name one with --constraint`, 'constraint')
  const [{ constraint, points }] = curves
  const { id } = constraint.entry
  const rows = points.map(({ mass, result }): Row => {
    if (!isSilent(result) && result.length > 1) {
      throw new InputError(`${format} holds one interval a mass, but ${id} has ${result.length} at ${mass} GeV; use json or csv`, 'out')
    }
    return { mass, interval: isSilent(result) ? undefined : result[0] }
  })
  const first = rows.findIndex(({ interval }) => interval !== undefined)
  if (first < 0) {
    const silent = points.map(({ result }) => result).find((result) => isSilent(result))
    throw new InputError(
      `${id} ${SAYS[constraint.kind].verb} nothing at these masses${silent === undefined ? '' : `: ${silent.silent}`}`,
      'constraint',
    )
  }
  return rows.slice(first, rows.findLastIndex(({ interval }) => interval !== undefined) + 1)
}

/** To ten digits. */
const scientific = (value: number): string => value.toExponential(9)

/** With every digit where ten are too few. */
const exact = (value: number): string => (Number(scientific(value)) === value ? scientific(value) : value.toExponential())

/** Columns under their names, the first of which stands behind a `# `. */
function aligned(names: readonly string[], rows: readonly (readonly string[])[]): [head: string, lines: string[]] {
  const widths = names.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i].length)) + 2)
  const line = (row: readonly string[]): string => row.map((cell, i) => cell.padStart(widths[i])).join('')
  return [line(names).slice(2), rows.map(line)]
}

/**
 * DarkCast's limit file: `mass lower [upper]` in GeV and coupling, one constraint, with its source in comments. The first and last mass have all
 * their digits, so that the table read again holds them. Where some intervals end, those that are open end where the boson is described no more.
 */
export function limitsLmt(model: Model, curves: readonly LimitCurve[]): string {
  const rows = oneCurve(curves, '.lmt').map(({ mass, interval }) => {
    if (interval !== undefined) return { mass, interval }
    const { entry, kind } = curves[0].constraint
    throw new InputError(
      `.lmt holds one unbroken curve, but ${entry.id} ${SAYS[kind].verb} nothing at ${mass} GeV; use json, csv or hepdata`,
      'out',
    )
  })
  const { constraint } = curves[0]
  const bounded = rows.some(({ interval }) => Number.isFinite(interval[1]))
  const rayAt = couplingRays(model, constraint.assumptions)
  const [head, lines] = aligned(
    ['mass', 'lower', ...(bounded ? ['upper'] : [])],
    rows.map(({ mass, interval: [lo, hi] }, i) => [
      i === 0 || i === rows.length - 1 ? exact(mass) : scientific(mass),
      scientific(lo),
      ...(bounded ? [scientific(Number.isFinite(hi) ? hi : rayAt(mass).described)] : []),
    ]),
  )
  const about = [
    head,
    `${constraint.entry.title}, for ${model.title}: mass in GeV, coupling`,
    `${[constraint.kind, confidenceText(constraint.confidence)].filter((text) => text !== '').join(', ')}: ${fullStatement(constraint)}`,
    ...sourcesOf(constraint).map((source) => `source: ${source}`),
  ]
  return `${[...about.map((text) => `# ${text}`), ...lines].join('\n')}\n`
}

/** An edge, unless the interval is open there, or there is none. */
const edgeOf = (edge: number | undefined): number | undefined =>
  edge !== undefined && edge > 0 && Number.isFinite(edge) ? edge : undefined

/** A number as every YAML reader takes it for one: YAML 1.1 wants a point before the exponent. */
const yamlNumber = (value: number): string => String(value).replace(/^(-?\d+)e/, '$1.0e')

/** A HEPData data table (YAML): mass against the lower and upper edge of the excluded interval; both are `-` in a gap. */
export function limitsHepData(model: Model, curves: readonly LimitCurve[]): string {
  const rows = oneCurve(curves, 'HEPData YAML')
  const { entry, confidence, kind } = curves[0].constraint
  const qualifiers = [
    `  - {name: Model, value: ${JSON.stringify(model.title)}}`,
    `  - {name: Constraint, value: ${JSON.stringify(entry.title)}}`,
    `  - {name: Kind, value: ${kind}}`,
    `  - {name: Compared, value: ${JSON.stringify(fullStatement(curves[0].constraint))}}`,
    `  - {name: Sources, value: ${JSON.stringify(sourcesOf(curves[0].constraint).join('; '))}}`,
    `  - {name: Confidence level, value: ${confidence ?? '"-"'}}`,
  ].join('\n')
  const dependent = (name: string, values: (number | undefined)[]): string =>
    `- header: {name: ${JSON.stringify(name)}}\n  qualifiers:\n${qualifiers}\n  values:\n${values
      .map((value) => `  - {value: ${value === undefined ? '"-"' : yamlNumber(value)}}`)
      .join('\n')}`
  return [
    'independent_variables:',
    '- header: {name: "Z\' mass", units: GeV}',
    '  values:',
    ...rows.map(({ mass }) => `  - {value: ${yamlNumber(mass)}}`),
    'dependent_variables:',
    dependent(
      'coupling, lower edge',
      rows.map(({ interval }) => edgeOf(interval?.[0])),
    ),
    dependent(
      'coupling, upper edge',
      rows.map(({ interval }) => edgeOf(interval?.[1])),
    ),
    '',
  ].join('\n')
}
