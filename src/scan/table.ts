import { InputError, unknownWord } from '../errors.ts'
import type { Column } from './chunk.ts'
import { isSilence, partsOfLikelihood, SILENT } from './silences.ts'
import { type Axis, CONSTRAINT_LISTS, type ScanSpec } from './spec.ts'

/** A merged scan: what it was, and its numbers column by column. */
export interface ScanTable {
  readonly spec: ScanSpec
  /** SHA-256 of its plan's content. */
  readonly hash: string
  /** Of Zest, which computed it. */
  readonly version: string
  /** Keys of the publications that it rests on. */
  readonly citations: readonly string[]
  /** What there is: parameters first, by their names in the scan file (`mass` is `mass_GeV` in the Parquet file). */
  readonly columns: readonly Column[]
  readonly points: number
  /**
   * The numbers of some columns, point by point; NaN where there is nothing.
   *
   * @throws InputError (field `column`) for a column that there is not, or one of words; (field `scan`) where the file is cut short or damaged
   */
  numbers(names: readonly string[]): Promise<Float64Array[]>
  /** At how many points nobody of the likelihood has anything to say; 0 where none was computed. */
  silent(): Promise<number>
}

/** Bytes that are read piece by piece: a file, or an ArrayBuffer. */
export interface ByteSource {
  readonly byteLength: number
  slice(start: number, end?: number): ArrayBuffer | Promise<ArrayBuffer>
}

/**
 * Reads a merged scan, `result.parquet`: only what is asked for, when it is. Runs in Node and in a browser (an ArrayBuffer is a source).
 *
 * @throws InputError (field `scan`) for what is no Parquet file, or not of a scan
 */
export async function openScan(source: ByteSource): Promise<ScanTable> {
  const { parquetMetadataAsync, parquetRead } = await import('hyparquet')
  const metadata = await parquetMetadataAsync(source).catch((error: Error) => {
    throw new InputError(`it is no Parquet file (${error.message})`, 'scan')
  })
  const text = metadata.key_value_metadata?.find(({ key }) => key === 'zest')?.value
  if (text === undefined) throw new InputError('it is a Parquet file, but not of zest scan merge', 'scan')
  const content = contentOf(text)
  const { spec, columns: stored } = content
  const columns = stored.map((column, i) => (i < spec.parameters.length ? { ...column, name: spec.parameters[i].name } : column))
  const points = Number(metadata.num_rows)
  const inSchema = new Set(metadata.schema.map(({ name }) => name))
  if (stored.some(({ name }) => !inSchema.has(name)) || !Number.isSafeInteger(points) || points < 0) throw damaged()
  return {
    ...content,
    columns,
    points,
    async numbers(names) {
      checkNumbers(columns, names)
      const inFile = names.map((name) => stored[columns.findIndex((column) => column.name === name)].name)
      const wanted = [...new Set(inFile)]
      const found = new Map(wanted.map((name) => [name, new Float64Array(points).fill(Number.NaN)]))
      await parquetRead({
        file: source,
        metadata,
        columns: wanted,
        onChunk({ columnName, columnData, rowStart }) {
          const column = found.get(columnName)!
          for (let i = 0; i < columnData.length; i++) {
            const value: unknown = columnData[i]
            column[rowStart + i] = typeof value === 'number' ? value : Number.NaN
          }
        },
      }).catch((error: Error) => {
        throw new InputError(`its numbers cannot be read (${error.message}); is the file whole?`, 'scan')
      })
      return inFile.map((name) => found.get(name)!)
    },
    async silent() {
      if (!columns.some(({ name }) => name === SILENT)) return 0
      const parts = partsOfLikelihood(spec)
      let count = 0
      await parquetRead({
        file: source,
        metadata,
        columns: [SILENT],
        onChunk({ columnData }) {
          for (const value of columnData as ArrayLike<unknown> & Iterable<unknown>) {
            if (typeof value === 'string' && isSilence(value, parts)) count++
          }
        },
      }).catch((error: Error) => {
        throw new InputError(`its words cannot be read (${error.message}); is the file whole?`, 'scan')
      })
      return count
    },
  }
}

type Content = Pick<ScanTable, 'spec' | 'hash' | 'version' | 'citations' | 'columns'>

const damaged = (): InputError => new InputError('what it says about itself is not what zest scan merge writes', 'scan')

/** What a file says about itself, as far as anything here depends on its shape. */
function contentOf(text: string): Content {
  const isText = (value: unknown): value is string => typeof value === 'string'
  const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText)
  try {
    const { spec, hash, version, citations, columns } = JSON.parse(text) as Content
    const isWhole =
      [spec.title, hash, version].every(isText) &&
      (isText(spec.model) || (typeof spec.model === 'object' && spec.model !== null)) &&
      typeof spec.assumptions === 'object' &&
      spec.parameters.length <= columns.length &&
      spec.parameters.every(({ name, axis }) => isText(name) && isRun(axis)) &&
      columns.every(({ name, type }) => isText(name) && (type === 'number' || type === 'text')) &&
      [citations, ...CONSTRAINT_LISTS.map((list) => spec.compute[list])].every(areTexts)
    if (isWhole) return { spec, hash, version, citations, columns }
  } catch {
    // Told below.
  }
  throw damaged()
}

/** Whether a parameter runs in a way that there is. */
function isRun(axis: Axis): boolean {
  switch (axis.kind) {
    case 'fixed':
      return Number.isFinite(axis.value)
    case 'list':
      return axis.values.length > 0 && axis.values.every(Number.isFinite)
    default:
      return Number.isFinite(axis.to - axis.from) && (axis.scale === 'linear' || (axis.scale === 'log' && axis.from > 0))
  }
}

function checkNumbers(columns: readonly Column[], names: readonly string[]): void {
  for (const name of names) {
    const column = columns.find((one) => one.name === name)
    const numbers = columns.flatMap((one) => (one.type === 'number' ? [one.name] : []))
    if (column === undefined) throw unknownWord('column', name, numbers, 'column')
    if (column.type !== 'number')
      throw new InputError(`'${name}' holds words, not numbers; some that do: ${numbers.slice(0, 8).join(', ')}`, 'column')
  }
}
