import { unknownWord } from '../../errors.ts'
import { contentLines } from './columns.ts'
import {
  type Columns,
  cellsOf,
  checkWidth,
  lineError,
  quoted,
  type RawRow,
  type RawTable,
  ROLES,
  type Role,
  rolesByPosition,
  wrongRoles,
} from './rows.ts'
import { unitConflictInName } from './units.ts'

/**
 * Comma-separated values. Where `columns` gives names, or is not given, the first line is a header; where it gives positions, there is none.
 *
 * @param name the file's name, for messages
 * @param massUnit as declared; refused where the name of the column of masses says another
 * @throws InputError that begins with `file:line`
 * @example
 * readCsv('m,eps\n1,2e-3', 'my.csv', 'GeV', { mass: 'm', lower: 'eps' }).rows // [{ line: 2, cells: { mass: '1', lower: '2e-3' } }]
 */
export function readCsv(text: string, name: string, massUnit: string, columns?: Columns): RawTable {
  const rows: RawRow[] = []
  const hasHeader = columns === undefined || (!Array.isArray(columns) && Object.values(columns).some((place) => typeof place === 'string'))
  let roles: (Role | '_')[] | undefined
  for (const [line, content] of contentLines(text)) {
    const cells = splitCsv(content, name, line)
    if (roles === undefined) {
      roles = hasHeader ? rolesByName(columns, cells, name, line) : rolesByPosition(columns, cells.length, name, line)
      if (hasHeader) {
        const conflict = unitConflictInName(cells[roles.indexOf('mass')] ?? '', massUnit)
        if (conflict !== undefined) throw lineError(name, line, `the table has masses ${conflict}`)
        continue
      }
    }
    checkWidth(name, line, cells.length, roles.length)
    rows.push({ line, cells: cellsOf(roles, cells) })
  }
  return { name, rows }
}

/** Which role each column has, by the names in the header line; where nothing is said, every name is a role. */
function rolesByName(columns: Columns | undefined, names: readonly string[], name: string, line: number): (Role | '_')[] {
  if (columns === undefined) {
    const strange = names.find((one) => !(ROLES as readonly string[]).includes(one))
    if (strange === undefined) {
      const wrong = wrongRoles(names)
      if (wrong !== undefined) throw lineError(name, line, `columns: ${wrong}`)
      return names as Role[]
    }
    const hint = `say which column is what, such as columns: {mass: ${quoted(names[0])}, lower: …}`
    throw lineError(name, line, `${unknownWord('column', strange, ROLES).message}; or ${hint}`)
  }
  const roles = names.map((): Role | '_' => '_')
  for (const [role, place] of Object.entries(columns)) {
    const index = typeof place === 'number' ? place - 1 : names.indexOf(place)
    if (index < 0 || index >= names.length) throw lineError(name, line, unknownWord('column', `${place}`, names).message)
    if (index !== names.lastIndexOf(names[index])) throw lineError(name, line, `two columns are called ${quoted(names[index])}`)
    if (roles[index] !== '_') throw lineError(name, line, `column ${quoted(names[index])} cannot be both ${roles[index]} and ${role}`)
    roles[index] = role as Role
  }
  return roles
}

/** The cells of one line; a quoted cell may hold commas, and quotes twice. */
function splitCsv(content: string, name: string, line: number): string[] {
  if (!content.includes('"')) return content.split(',').map((cell) => cell.trim())
  const cells: string[] = []
  const cell = /(?: *"((?:[^"]|"")*)" *|([^",]*))(,|$)/y
  for (;;) {
    const match = cell.exec(content)
    if (match === null) throw lineError(name, line, 'quotes do not match')
    cells.push(match[1] === undefined ? match[2].trim() : match[1].replaceAll('""', '"').trim())
    if (match[3] === '') return cells
  }
}
