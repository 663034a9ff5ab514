import { FailureError } from '../errors.ts'

/** A column of a result: numbers or words, either of them absent where there is nothing to say. */
export interface Column {
  readonly name: string
  readonly type: 'number' | 'text'
  /** What it is, with its unit. */
  readonly about: string
}

/** NaN where there is nothing: no computed number is one. */
export type Numbers = Float64Array

/** Words by number; `NO_WORD` where there is none. */
export interface Words {
  readonly words: readonly string[]
  readonly codes: Uint32Array
}

/** Stands for no word. */
export const NO_WORD = 0xffffffff

/** A stretch of the points of a scan, column by column. */
export interface Chunk {
  readonly first: number
  readonly rows: number
  readonly columns: readonly (Numbers | Words)[]
}

/** What a column holds in one row. */
export function cell(column: Numbers | Words, row: number): number | string | null {
  if (column instanceof Float64Array) return Number.isNaN(column[row]) ? null : column[row]
  return column.codes[row] === NO_WORD ? null : column.words[column.codes[row]]
}

/** A chunk that is being filled, cell by cell. */
export interface ChunkBuilder {
  set(column: number, row: number, value: number | string): void
  /** Takes back what a row has from a column on. */
  clear(row: number, from: number): void
  readonly chunk: Chunk
}

/** @throws FailureError when NaN is set: it means nothing, and stands for nothing. */
export function chunkBuilder(columns: readonly Column[], first: number, rows: number): ChunkBuilder {
  const lists = columns.map((): string[] => [])
  const known = columns.map(() => new Map<string, number>())
  const data = columns.map(({ type }, i) =>
    type === 'number' ? new Float64Array(rows).fill(Number.NaN) : { words: lists[i], codes: new Uint32Array(rows).fill(NO_WORD) },
  )
  const code = (column: number, word: string): number => {
    let place = known[column].get(word)
    if (place === undefined) known[column].set(word, (place = lists[column].push(word) - 1))
    return place
  }
  return {
    set(column, row, value) {
      const target = data[column]
      if (target instanceof Float64Array) {
        if (Number.isNaN(value)) throw new FailureError(`${columns[column].name} is not a number: please report this`)
        target[row] = value as number
      } else target.codes[row] = code(column, value as string)
    },
    clear(row, from) {
      for (const target of data.slice(from)) {
        if (target instanceof Float64Array) target[row] = Number.NaN
        else target.codes[row] = NO_WORD
      }
    },
    chunk: { first, rows, columns: data },
  }
}

/** What the first line of a chunk says. */
interface Header {
  readonly plan: string
  readonly first: number
  readonly rows: number
  /** Of every column in turn; nothing for numbers. */
  readonly words: readonly (readonly string[] | null)[]
}

/**
 * A chunk as bytes, the same for the same chunk: a line of JSON, then the columns, little-endian.
 *
 * @param plan the content hash of the plan it belongs to
 */
export function encodeChunk(plan: string, { first, rows, columns }: Chunk): Uint8Array {
  const words = columns.map((column) => (column instanceof Float64Array ? null : column.words))
  const header = new TextEncoder().encode(`${JSON.stringify({ plan, first, rows, words } satisfies Header)}\n`)
  const width = columns.reduce((sum, column) => sum + (column instanceof Float64Array ? 8 : 4), 0)
  const bytes = new Uint8Array(header.length + rows * width)
  bytes.set(header)
  const view = new DataView(bytes.buffer)
  let at = header.length
  for (const column of columns) {
    if (column instanceof Float64Array) for (let row = 0; row < rows; row++, at += 8) view.setFloat64(at, column[row], true)
    else for (let row = 0; row < rows; row++, at += 4) view.setUint32(at, column.codes[row], true)
  }
  return bytes
}

/**
 * The chunk that bytes are, with the hash of its plan. Bytes that are whole are taken for granted: whoever stores them checks that.
 *
 * @param from the first column that is wanted, counted from the end where negative; those before it are left out
 */
export function decodeChunk(bytes: Uint8Array, from = 0): Chunk & { readonly plan: string } {
  const end = bytes.indexOf(0x0a)
  const { plan, first, rows, words } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Header
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const wanted = words.slice(from)
  let at = bytes.length - rows * wanted.reduce((sum, list) => sum + (list === null ? 8 : 4), 0)
  const columns = wanted.map((list) => {
    if (list === null) return Float64Array.from({ length: rows }, () => view.getFloat64((at += 8) - 8, true))
    return { words: list, codes: Uint32Array.from({ length: rows }, () => view.getUint32((at += 4) - 4, true)) }
  })
  return { plan, first, rows, columns }
}
