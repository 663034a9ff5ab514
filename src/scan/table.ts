import { InputError, unknownWord } from '../errors.ts'
import type { Column } from './chunk.ts'
import type { ScanSpec } from './spec.ts'

/** A merged scan: what it was, and its numbers column by column. */
export interface ScanTable {
  readonly spec: ScanSpec
  /** What there is: parameters first, by their names in the scan file (`mass` is `mass_GeV` in the Parquet file). */
  readonly columns: readonly Column[]
  readonly points: number
  /**
   * The numbers of some columns, point by point; NaN where there is nothing.
   *
   * @throws InputError (field `column`) for a column that there is not, or one of words
   */
  numbers(names: readonly string[]): Promise<Float64Array[]>
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
  const { spec, columns: stored } = JSON.parse(text) as Pick<ScanTable, 'spec' | 'columns'>
  const columns = stored.map((column, i) => (i < spec.parameters.length ? { ...column, name: spec.parameters[i].name } : column))
  const points = Number(metadata.num_rows)
  return {
    spec,
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
          for (let i = 0; i < columnData.length; i++) column[rowStart + i] = columnData[i] ?? Number.NaN
        },
      })
      return inFile.map((name) => found.get(name)!)
    },
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
