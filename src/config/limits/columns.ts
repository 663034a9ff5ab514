import { type Columns, cellsOf, checkWidth, type RawRow, type RawTable, type Role, rolesByPosition } from './rows.ts'

/**
 * The lines of a text, numbered from 1, without blank lines and comments (`#` at the start): the only ones ever passed over.
 *
 * @example
 * contentLines('# mass\n\n1 2') // [[3, '1 2']]
 */
export function contentLines(text: string): [line: number, content: string][] {
  const found: [number, string][] = []
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const content = line.trim()
    if (content !== '' && !content.startsWith('#')) found.push([i + 1, content])
  }
  return found
}

/**
 * Columns parted by blanks, as DarkCast's `.lmt` and the text files of AxionLimits have them.
 *
 * @param name the file's name, for messages
 * @throws InputError that begins with `file:line`
 * @example
 * readColumns('# mass lower\n1 2e-3', 'my.lmt').rows // [{ line: 2, cells: { mass: '1', coupling: '2e-3' } }]
 */
export function readColumns(text: string, name: string, columns?: Columns): RawTable {
  const rows: RawRow[] = []
  let roles: (Role | '_')[] | undefined
  for (const [line, content] of contentLines(text)) {
    const cells = content.split(/\s+/)
    roles ??= rolesByPosition(columns, cells.length, name, line)
    checkWidth(name, line, cells.length, roles.length)
    rows.push({ line, cells: cellsOf(roles, cells) })
  }
  return { name, rows }
}
