import type { Bound, Gaps } from '../../constraints/published.ts'
import { InputError } from '../../errors.ts'

/** What a column of a limit file is; `coupling` is the vertex of a contour, or another word for `lower` where there is no upper edge. */
export const ROLES = ['mass', 'coupling', 'lower', 'upper', 'silent'] as const
export type Role = (typeof ROLES)[number]

/** Roles in the order of the columns (`_` for one to pass over), or for each role the name or number (from 1) of its column. */
export type Columns = readonly (Role | '_')[] | Readonly<Partial<Record<Role, string | number>>>

/** What is wrong with a choice of columns: both edges under two names, or one twice, or none. */
export function wrongRoles(words: readonly string[]): string | undefined {
  const roles = words.filter((word) => word !== '_')
  const has = (role: Role): boolean => roles.includes(role)
  if (new Set(roles).size < roles.length) return 'one role stands twice'
  if (!has('mass')) return 'no mass'
  if (has('coupling') && (has('lower') || has('upper'))) return 'coupling, or lower and upper, not both'
  if (!has('coupling') && !has('lower')) return 'no coupling (or lower, where there is an upper too)'
  return undefined
}

/** One row as it was written: text by role, empty where there is no value. */
export interface RawRow {
  readonly line: number
  readonly cells: Readonly<Partial<Record<Role, string>>>
}

/** The rows of a data file, whose name messages begin with. */
export interface RawTable {
  readonly name: string
  /** What the file itself says that its curve is. */
  readonly kind?: 'exclusion' | 'projection'
  readonly rows: readonly RawRow[]
}

/** Turns a number of a file into GeV, or into the coupling of the published model. */
export type Convert = (value: number) => number

export interface Reading {
  readonly shape: 'curve' | 'contour'
  readonly mass: Convert
  readonly coupling: Convert
  /** Masses [GeV] the search left out. */
  readonly gaps?: Gaps
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** Whether a text is a plain decimal number, and nothing besides. */
export const isNumber = (text: string): boolean => NUMBER.test(text)

/** At most this much of a file's own words stands in a message. */
const SHOWN = 40

/** A file's own words in quotes, cut where they are long. */
export const quoted = (text: string): string => `'${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}'`

/** The mistake of one line of a data file. */
export const lineError = (name: string, line: number, message: string): InputError => new InputError(`${name}:${line}: ${message}`)

/**
 * Refuses a line that has not as many cells as the others.
 *
 * @throws InputError that begins with `file:line`
 */
export function checkWidth(name: string, line: number, found: number, wanted: number): void {
  if (found !== wanted) throw lineError(name, line, `${found} ${found === 1 ? 'column' : 'columns'}, where ${wanted} are expected`)
}

/**
 * Which role each column has where it is said by position; with nothing said, two columns are mass and coupling, three mass and both edges.
 *
 * @param width how many columns there are
 * @throws InputError that begins with `file:line`
 */
export function rolesByPosition(columns: Columns | undefined, width: number, name: string, line: number): (Role | '_')[] {
  if (columns === undefined) {
    if (width === 2) return ['mass', 'coupling']
    if (width === 3) return ['mass', 'lower', 'upper']
    if (width === 1) throw lineError(name, line, 'one column only; columns are parted by blanks, or by commas where format: csv says so')
    throw lineError(name, line, `${width} columns; say which is what, such as columns: [mass, lower, _, _]`)
  }
  if (Array.isArray(columns)) return [...columns]
  const roles = new Array<Role | '_'>(width).fill('_')
  for (const [role, place] of Object.entries(columns)) {
    if (typeof place !== 'number') throw lineError(name, line, `no column has the name ${quoted(place)} here; write its number, from 1`)
    if (place > width) throw lineError(name, line, `there is no column ${place} for '${role}', only ${width}`)
    if (roles[place - 1] !== '_') throw lineError(name, line, `column ${place} cannot be both ${roles[place - 1]} and ${role}`)
    roles[place - 1] = role as Role
  }
  return roles
}

/** Cells by role. */
export function cellsOf(roles: readonly (Role | '_')[], cells: readonly string[]): RawRow['cells'] {
  const found: Partial<Record<Role, string>> = {}
  for (let i = 0; i < roles.length; i++) {
    const role = roles[i]
    if (role !== '_') found[role] = cells[i]
  }
  return found
}

/**
 * The published curve of a data file, every row of it: in GeV and in couplings of the published model, checked line by line. Rows that say
 * why they are silent become gaps.
 *
 * @throws InputError that begins with `file:line`
 * @example
 * const row = (line: number, mass: string, coupling: string) => ({ line, cells: { mass, coupling } })
 * const table = { name: 'my.lmt', rows: [row(1, '10', '1e-3'), row(2, '20', '2e-3')] }
 * const reading = { shape: 'curve', mass: (x: number) => x / 1000, coupling: (x: number) => x } as const
 * boundOf(table, reading) // { shape: 'upper-limit', rows: [[0.01, 1e-3], [0.02, 2e-3]] }
 */
export function boundOf(table: RawTable, reading: Reading): Bound {
  return reading.shape === 'contour' ? contourOf(table, reading) : curveOf(table, reading)
}

function contourOf({ name, rows }: RawTable, reading: Reading): Bound {
  const vertices = rows.map(({ line, cells }) => {
    if (cells.silent) throw lineError(name, line, 'a contour has no silent points')
    if (cells.upper !== undefined) throw lineError(name, line, '3 columns, a contour has 2: mass and coupling of a vertex')
    return [quantity(name, line, 'mass', cells.mass, reading.mass), quantity(name, line, 'coupling', vertexOf(cells), reading.coupling)]
  })
  const masses = new Set(vertices.map(([mass]) => mass))
  if (vertices.length < 3 || masses.size < 2) throw new InputError(`${name}: a contour needs three vertices or more, at different masses`)
  return { shape: 'contour', rows: vertices }
}

const vertexOf = ({ coupling, lower }: RawRow['cells']): string | undefined => coupling ?? lower

/** One row of a curve in GeV and couplings; without edges where it is silent. */
interface CurveRow {
  readonly line: number
  readonly mass: number
  readonly edges?: readonly [lower: number, upper: number | undefined]
}

function curveOf({ name, rows }: RawTable, reading: Reading): Bound {
  const curve = rows.map((row) => curveRow(name, row, reading))
  for (let i = 1; i < curve.length; i++) checkStep(name, curve, i)
  const spoken = curve.filter(({ edges }) => edges !== undefined)
  if (spoken.length === 0) throw new InputError(`${name}: there is no limit in it`)
  const open = spoken.find(({ edges }) => edges?.[1] === undefined)
  const closed = spoken.find(({ edges }) => edges?.[1] !== undefined)
  if (open !== undefined && closed !== undefined) {
    throw lineError(name, open.line, `there is no upper edge here, but one in line ${closed.line}; every row needs one, or none`)
  }
  const gaps = [...gapsIn(curve), ...(reading.gaps ?? [])]
  const more = gaps.length === 0 ? {} : { gaps }
  if (closed === undefined) return { shape: 'upper-limit', rows: spoken.map(({ mass, edges }) => [mass, edges?.[0] as number]), ...more }
  return { shape: 'two-sided', rows: spoken.map(({ mass, edges }) => [mass, ...(edges as [number, number])]), ...more }
}

function curveRow(name: string, { line, cells }: RawRow, reading: Reading): CurveRow {
  const mass = quantity(name, line, 'mass', cells.mass, reading.mass)
  const edge = cells.coupling === undefined ? 'lower' : 'coupling'
  const below = cells[edge]
  if (cells.silent) {
    if (below || cells.upper) throw lineError(name, line, `a limit and a reason for none (${quoted(cells.silent)}) at one mass`)
    return { line, mass }
  }
  const lower = quantity(name, line, edge, below, reading.coupling)
  if (!cells.upper) return { line, mass, edges: [lower, undefined] }
  const upper = quantity(name, line, 'upper', cells.upper, reading.coupling)
  if (lower > upper)
    throw lineError(name, line, `the lower edge ${quoted(below as string)} lies above the upper edge ${quoted(cells.upper)}`)
  return { line, mass, edges: [lower, upper] }
}

/** Masses ascend; at a step of the curve a mass stands twice, and the intervals overlap. */
function checkStep(name: string, curve: readonly CurveRow[], i: number): void {
  const [before, here] = [curve[i - 1], curve[i]]
  if (here.mass > before.mass) return
  if (here.mass < before.mass) {
    throw lineError(name, here.line, `masses must ascend, but ${here.mass} GeV follows ${before.mass} GeV; a closed line is shape: contour`)
  }
  if (before.edges === undefined || here.edges === undefined) throw lineError(name, here.line, `${here.mass} GeV stands twice`)
  if (i > 1 && curve[i - 2].mass === here.mass) throw lineError(name, here.line, `${here.mass} GeV stands three times; a step has two ends`)
  const [one, other] = [before.edges, here.edges]
  if (one[0] > (other[1] ?? Number.POSITIVE_INFINITY) || other[0] > (one[1] ?? Number.POSITIVE_INFINITY)) {
    throw lineError(name, here.line, `two separate intervals at ${here.mass} GeV; draw them as shape: contour`)
  }
}

/** From the last mass with a limit to the next one, wherever silent rows stand between. */
function gapsIn(curve: readonly CurveRow[]): [number, number][] {
  const gaps: [number, number][] = []
  let last: CurveRow | undefined
  let isSilent = false
  for (const row of curve) {
    if (row.edges === undefined) {
      isSilent = true
      continue
    }
    if (isSilent && last !== undefined) gaps.push([last.mass, row.mass])
    last = row
    isSilent = false
  }
  return gaps
}

/** What the fourth power of can still be computed with. */
const COUPLINGS = [1e-40, 1e16] as const

function quantity(name: string, line: number, what: Role, text: string | undefined, convert: Convert): number {
  if (text === undefined || text === '') throw lineError(name, line, `no ${what === 'lower' || what === 'upper' ? `${what} edge` : what}`)
  if (!isNumber(text)) throw lineError(name, line, `${what} ${quoted(text)} is not a number`)
  const value = convert(Number(text))
  if (!(value > 0)) throw lineError(name, line, `${what} ${quoted(text)} is not above zero`)
  if (!Number.isFinite(value)) throw lineError(name, line, `${what} ${quoted(text)} is too large`)
  if (what !== 'mass' && !(value >= COUPLINGS[0] && value <= COUPLINGS[1])) {
    throw lineError(
      name,
      line,
      `${what} ${quoted(text)} is out of range; allowed: couplings from ${COUPLINGS[0]} to ${COUPLINGS[1].toExponential()}`,
    )
  }
  return value
}
