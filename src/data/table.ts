import type { CitationKey } from '../citations.ts'

/** How a number from outside came to us. */
export type Provenance = 'printed' | 'HEPData' | `via ${string}` | 'computed' | 'from memory: check'

/** What a set of numbers is and where it stands. */
export interface Sourced {
  readonly title: string
  readonly citation: CitationKey | readonly CitationKey[]
  /** Where in the publication the numbers stand. */
  readonly where: string
  readonly provenance: Provenance
  /** How to interpolate, what was thinned, what was checked. */
  readonly note?: string
}

/**
 * Numbers from outside, one typed table a file.
 * `rows` follow `columns`; `units` says what each column is in.
 */
export interface Table<Column extends string = string> extends Sourced {
  readonly columns: readonly Column[]
  readonly units: Readonly<Record<Column, string>>
  readonly rows: readonly (readonly number[])[]
}

/** The same where rows hold names besides numbers: one typed object a row. */
export interface Records<Row> extends Sourced {
  readonly units: Readonly<Partial<Record<keyof Row, string>>>
  readonly rows: readonly Row[]
}

/**
 * One column of a table, as a typed array.
 *
 * @example
 * column(spectrum8BWinter, 'energy') // Float64Array [0, 0.1, 0.2, …] in MeV
 */
export function column<Column extends string>(table: Table<Column>, name: Column): Float64Array {
  const index = table.columns.indexOf(name)
  return Float64Array.from(table.rows, (row) => row[index])
}
