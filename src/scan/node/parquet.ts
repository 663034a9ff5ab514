import type { FileHandle } from 'node:fs/promises'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { type Column, cell, type Numbers, type Words } from '../chunk.ts'
import type { Write } from './files.ts'

/** Rows in a group: the same for every scan, so that the file does not show how the scan was cut. */
export const ROWS_IN_GROUP = 65_536

/** Takes rows, column by column, in their order. */
export interface ParquetFile {
  add(columns: readonly (Numbers | Words)[], rows: number): Promise<void>
  finish(): Promise<void>
}

/**
 * A Parquet file that anything reads: flat columns DOUBLE and UTF8, nulls where there is nothing, plain or dictionary-encoded, Snappy, and `point` (INT64), the
 * number of the point, before them.
 *
 * @param metadata what the file says about itself, by key
 */
export function parquetFile(
  file: FileHandle,
  columns: readonly Column[],
  metadata: Readonly<Record<string, string>>,
  write: Write,
): ParquetFile {
  const bytes = new ByteWriter()
  const writer = Object.assign(bytes, {
    async flush() {
      await write(file, new Uint8Array(bytes.buffer, 0, bytes.index))
      bytes.index = 0
    },
  })
  const parquet = new ParquetWriter({
    writer,
    createdBy: 'zest',
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    schema: [
      { name: 'root', num_children: columns.length + 1 },
      { name: 'point', type: 'INT64', repetition_type: 'REQUIRED' },
      ...columns.map(({ name, type }) =>
        type === 'number'
          ? ({ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' } as const)
          : ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' }, repetition_type: 'OPTIONAL' } as const),
      ),
    ],
  })
  let written = 0
  let pending = 0
  const group: (number | string | null)[][] = columns.map(() => new Array(ROWS_IN_GROUP))

  async function flushGroup(): Promise<void> {
    if (pending === 0) return
    const from = written
    const points = BigInt64Array.from({ length: pending }, (_, i) => BigInt(from + i))
    const data = [{ name: 'point', data: points }, ...columns.map(({ name }, i) => ({ name, data: group[i].slice(0, pending) }))]
    await parquet.write({ columnData: data, rowGroupSize: ROWS_IN_GROUP })
    written += pending
    pending = 0
  }

  return {
    async add(data, rows) {
      for (let row = 0; row < rows; row++) {
        for (const [i, column] of data.entries()) group[i][pending] = cell(column, row)
        if (++pending === ROWS_IN_GROUP) await flushGroup()
      }
    },
    async finish() {
      await flushGroup()
      await parquet.finish()
      await writer.flush()
    },
  }
}
