import { readFileSync } from 'node:fs'
import { asyncBufferFromFile, parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { cell, evaluator } from '../../../src/scan/index.ts'
import { inProcess, mergeScan, runScan } from '../../../src/scan/node/index.ts'
import { VERSION } from '../../../src/version.ts'
import { planner, SMALL } from './small.ts'

const planned = planner()

describe('the merged file', () => {
  it('holds every point once, in order, with what was computed of it', async () => {
    const { dir, plan } = await planned({ shards: 3, chunk: 7 })
    await runScan(dir, inProcess)
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(await mergeScan(dir, plan)) })
    const { columns, chunk } = await evaluator(SMALL)
    const { columns: data } = chunk(0, plan.points)
    expect(rows.length).toBe(plan.points)
    for (const [i, row] of rows.entries()) {
      expect(row.point).toBe(BigInt(i))
      for (const [c, { name }] of columns.entries()) expect(row[name] ?? null, `${name} of point ${i}`).toBe(cell(data[c], i))
    }
    expect(new Set(rows.map((row) => row['status.n-eff']))).toEqual(new Set(['silent', 'allowed', 'excluded']))
  })

  it('says what it was computed from, and neither when nor where', async () => {
    const { dir, plan } = await planned({ shards: 1, chunk: 100 })
    await runScan(dir, inProcess)
    const bytes = readFileSync(await mergeScan(dir, plan))
    const metadata = parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
    expect(metadata.created_by).toBe('zest')
    const [{ key, value }] = metadata.key_value_metadata ?? []
    expect(key).toBe('zest')
    const said = JSON.parse(value as string)
    expect(said).toMatchObject({ version: VERSION, hash: plan.hash, build: plan.build, spec: JSON.parse(JSON.stringify(SMALL)) })
    expect(said.citations).toContain('borexino-2017')
    expect(said.columns.map(({ name }: { name: string }) => name)).toContain('strength.g-2-muon')
    const text = bytes.toString('latin1')
    for (const word of [dir, process.cwd(), new Date().getFullYear().toString().concat('-')]) expect(text.includes(word)).toBe(false)
    // What every reader knows: no encoding but plain and dictionaries.
    const encodings = new Set(metadata.row_groups.flatMap(({ columns }) => columns.flatMap(({ meta_data }) => meta_data?.encodings ?? [])))
    for (const encoding of encodings) expect(['PLAIN', 'RLE', 'RLE_DICTIONARY']).toContain(encoding)
  })
})
