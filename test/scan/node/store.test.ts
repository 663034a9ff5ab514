import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { FailureError, InputError } from '../../../src/errors.ts'
import { contentHash, decodeChunk, encodeChunk, planText, type ScanPlan, scanPlan, sumOfRefusals } from '../../../src/scan/index.ts'
import { type Computer, inProcess, mergeScan, readPlan, runScan, scanStatus, writePlan } from '../../../src/scan/node/index.ts'
import { planner, SMALL } from './small.ts'

const planned = planner()
const LAYOUT = { shards: 3, chunk: 16 }
const POINTS = 320

/** The merged file of a scan that nothing interrupted, cut in another way. */
let whole: Buffer
beforeAll(async () => {
  const { dir, plan } = await planned({ shards: 1, chunk: 97 })
  await runScan(dir, inProcess)
  whole = readFileSync(await mergeScan(dir, plan))
})

/** Computes so many chunks, then throws. */
const breaking =
  (chunks: number, error = new Error('broken')) =>
  async (plan: ScanPlan): Promise<Computer> => {
    const computer = await inProcess(plan)
    let left = chunks
    return { ...computer, compute: (first, rows) => (left-- > 0 ? computer.compute(first, rows) : Promise.reject(error)) }
  }

/** Goes on with a scan to its end; gives how much that took, and what came of it. */
async function finished(dir: string, plan: ScanPlan) {
  const { computed, found, of } = await runScan(dir, inProcess)
  expect(computed + found).toBe(of)
  expect(of).toBe(POINTS)
  const file = await mergeScan(dir, plan)
  expect(readFileSync(file).equals(whole)).toBe(true)
  return { computed, found }
}

const chunksIn = (dir: string, shard: number) => readdirSync(join(dir, 'shards', `${shard}`)).filter((name) => name.endsWith('.chunk'))

const headerOf = (shard: Buffer) => JSON.parse(shard.subarray(0, shard.indexOf(0x0a)).toString())

/** The same bytes but for one bit, so many bytes before the end. */
function flipped(bytes: Buffer, before: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[copy.length - before] ^= 1
  return copy
}

describe('a scan that is broken off', () => {
  it('goes on where it was, and ends as if it had not been', async () => {
    const { dir, plan } = await planned(LAYOUT)
    for (const chunks of [1, 3, 4]) await expect(runScan(dir, breaking(chunks))).rejects.toThrow('broken')
    expect(await scanStatus(dir, plan)).toEqual([
      { shard: 0, state: 'complete', done: 7, of: 7, refused: [] },
      { shard: 1, state: 'incomplete', done: 1, of: 7 },
      { shard: 2, state: 'incomplete', done: 0, of: 6 },
    ])
    expect(await finished(dir, plan)).toEqual({ computed: POINTS - 8 * 16, found: 8 * 16 })
    expect(await runScan(dir, inProcess)).toMatchObject({ computed: 0, found: POINTS })
  })

  it('may be interrupted, keeps what is in hand, and says so', async () => {
    const { dir, plan } = await planned(LAYOUT)
    const stop = new AbortController()
    const onProgress = ({ computed }: { computed: number }) => computed >= 48 && stop.abort()
    expect(await runScan(dir, inProcess, { signal: stop.signal, onProgress })).toMatchObject({ computed: 48, isInterrupted: true })
    expect(readdirSync(join(dir, 'locks')).map((name) => readFileSync(join(dir, 'locks', name), 'utf8'))).toEqual(['free'])
    expect(await finished(dir, plan)).toEqual({ computed: POINTS - 48, found: 48 })
  })

  it('counts what is refused once, and after it is broken off too', async () => {
    const parameters = SMALL.parameters.map((one) =>
      one.name === 'mass' ? ({ name: 'mass', axis: { kind: 'list', values: [0.01, 1e20] } } as const) : one,
    )
    const { dir, plan } = await planned({ shards: 2, chunk: 5 }, { ...SMALL, parameters })
    await expect(runScan(dir, breaking(4))).rejects.toThrow('broken')
    const refused = [{ reason: expect.stringMatching(/^mass: 100000000000000000000 /), points: 32 }]
    expect((await runScan(dir, inProcess)).refused).toEqual(refused)
    expect((await runScan(dir, inProcess)).refused).toEqual(refused)
    const statuses = await scanStatus(dir, plan)
    expect(sumOfRefusals(statuses.map(({ refused = [] }) => refused))).toEqual(refused)
  })

  it('may be shared out, shard by shard', async () => {
    const { dir, plan } = await planned(LAYOUT)
    const parts = [await runScan(dir, inProcess, { shards: [2] }), await runScan(dir, inProcess, { shards: [0, 1] })]
    expect(parts.map(({ computed }) => computed)).toEqual([96, 224])
    await finished(dir, plan)
  })
})

describe('what is stored', () => {
  it('counts only whole: a chunk that is cut short, changed or of another plan is computed anew', async () => {
    const { dir, plan } = await planned(LAYOUT)
    await expect(runScan(dir, breaking(6), { shards: [0] })).rejects.toThrow('broken')
    const [short, changed, foreign, misplaced, ...rest] = chunksIn(dir, 0).map((name) => join(dir, 'shards', '0', name))
    expect(rest.length).toBe(2)
    const bytes = readFileSync(short)
    writeFileSync(short, bytes.subarray(0, bytes.length - 1))
    writeFileSync(changed, flipped(readFileSync(changed), 1))
    writeFileSync(misplaced, readFileSync(rest[0]))
    const other = await planned(LAYOUT, { ...SMALL, title: 'another' })
    await expect(runScan(other.dir, breaking(6), { shards: [0] })).rejects.toThrow('broken')
    writeFileSync(foreign, readFileSync(foreign.replace(dir, other.dir)))
    writeFileSync(join(dir, 'shards', '0', '0.chunk.1234.part'), 'left by a killed run')
    expect(await finished(dir, plan)).toEqual({ computed: POINTS - 2 * 16, found: 2 * 16 })
  })

  it('is merged only when it is complete, and not when it is damaged', async () => {
    const { dir, plan } = await planned(LAYOUT)
    await runScan(dir, inProcess, { shards: [1] })
    await expect(mergeScan(dir, plan)).rejects.toThrow(/2 of 3 shards are not complete \(0,2\): nothing is merged; zest scan run/)
    expect(existsSync(join(dir, 'result.parquet'))).toBe(false)
    await runScan(dir, inProcess)
    const shard = join(dir, 'shards', '1.shard')
    const bytes = readFileSync(shard)
    writeFileSync(shard, flipped(bytes, 100))
    await expect(mergeScan(dir, plan)).rejects.toThrow(
      /shard 1 is damaged on the disk: nothing is merged; zest scan run .* computes it anew/,
    )
    expect(readdirSync(dir).sort()).toEqual(['locks', 'plan.json', 'shards'])
    const notes: string[] = []
    expect(await runScan(dir, inProcess, { onNote: (note) => notes.push(note) })).toMatchObject({
      computed: 7 * 16,
      found: POINTS - 7 * 16,
    })
    expect(notes).toEqual(['shard 1 was complete, but is damaged on the disk; it is computed anew'])
    expect(readFileSync(shard).equals(bytes)).toBe(true)
    expect(await finished(dir, plan)).toEqual({ computed: 0, found: POINTS })
  })

  it.each<[string, (bytes: Buffer) => Buffer | string]>([
    ['is cut short', (bytes) => bytes.subarray(0, -10)],
    ['is cut in its first line', (bytes) => bytes.subarray(0, 20)],
    ['holds null', () => 'null\n'],
    ['holds a number', () => '5\n'],
    ['does not say how long its chunks are', (bytes) => `${JSON.stringify({ ...headerOf(bytes), lengths: undefined })}\n`],
    ['says that they are longer than it is', (bytes) => `${JSON.stringify({ ...headerOf(bytes), lengths: Array(7).fill(2 ** 40) })}\n`],
    ['says that they are shorter than nothing', (bytes) => `${JSON.stringify({ ...headerOf(bytes), lengths: [5, -5, 0, 0, 0, 0, 0] })}\n`],
    ['is empty', () => ''],
  ])('is not taken for a shard where the file %s', async (_, damaged) => {
    const { dir, plan } = await planned(LAYOUT)
    await runScan(dir, inProcess, { shards: [1] })
    const shard = join(dir, 'shards', '1.shard')
    const bytes = readFileSync(shard)
    writeFileSync(shard, damaged(bytes))
    expect((await scanStatus(dir, plan))[1]).toEqual({ shard: 1, state: 'incomplete', done: 0, of: 7 })
    await expect(mergeScan(dir, plan)).rejects.toThrow(/3 of 3 shards are not complete/)
    await runScan(dir, inProcess, { shards: [1] })
    expect(readFileSync(shard).equals(bytes)).toBe(true)
  })

  it('is left alone by what a killed run or merge leaves, which is cleared away', async () => {
    const { dir, plan } = await planned(LAYOUT)
    await expect(runScan(dir, breaking(6), { shards: [0] })).rejects.toThrow('broken')
    const left = ['shards/0/0.shard.1234.part', 'shards/0/9.chunk.1234.part', 'result.parquet.1234.part'].map((name) => join(dir, name))
    for (const path of left) writeFileSync(path, 'half')
    await runScan(dir, inProcess)
    // A run that was killed when the shard was complete, but its chunks were still there.
    mkdirSync(join(dir, 'shards', '2'))
    writeFileSync(join(dir, 'shards', '2', '2.chunk'), 'stored')
    writeFileSync(join(dir, 'locks', '1.1'), 'free')
    await finished(dir, plan)
    expect(readdirSync(dir, { recursive: true }).sort()).toEqual(
      ['locks', 'plan.json', 'result.parquet', 'shards', ...[0, 1, 2].map((shard) => join('shards', `${shard}.shard`))].sort(),
    )
  })

  it('is where it is written: a shard that is being closed leaves its half in the folder that its lock guards', async () => {
    const { dir } = await planned(LAYOUT)
    let seen: string[] = []
    await runScan(dir, inProcess, {
      shards: [0],
      async write(file, bytes) {
        if (bytes[0] === 0x7b)
          seen = readdirSync(join(dir, 'shards'), { recursive: true })
            .map(String)
            .filter((name) => name.endsWith('.part'))
        await file.write(bytes)
      },
    })
    expect(seen).toEqual([expect.stringMatching(/^0[/\\]0\.shard\..*\.part$/)])
  })

  it('is merged by one process at a time', async () => {
    const { dir, plan } = await planned(LAYOUT)
    await runScan(dir, inProcess)
    const [first, second] = await Promise.allSettled([mergeScan(dir, plan), mergeScan(dir, plan)])
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
    const { reason } = [first, second].find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(reason.message).toMatch(/process \d+ on .* is merging this scan; let it end/)
    // A merge that was killed on another machine, almost a minute ago.
    const lock = join(dir, 'locks', 'merge.1')
    writeFileSync(lock, JSON.stringify({ pid: 1, host: 'elsewhere', started: '1' }))
    utimesSync(lock, Date.now() / 1e3 - 59, Date.now() / 1e3 - 59)
    await finished(dir, plan)
  })

  it('is the same chunk when it is encoded again', async () => {
    const { plan } = await planned(LAYOUT)
    const bytes = await (await inProcess(plan)).compute(5, 9)
    expect(encodeChunk(plan.hash, decodeChunk(bytes))).toEqual(bytes)
    for (const last of [1, 2, 5, 9]) expect(decodeChunk(bytes, -last).columns).toEqual(decodeChunk(bytes).columns.slice(-last))
  })
})

describe('a full disk', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })

  it('stops a run in the middle of a chunk, with words that say what to do; nothing is lost', async () => {
    const { dir, plan } = await planned(LAYOUT)
    let writes = 0
    const run = runScan(dir, inProcess, {
      async write(file, bytes) {
        if (++writes < 8) return void (await file.write(bytes))
        await file.write(bytes.subarray(0, bytes.length / 2))
        throw full
      },
    })
    await expect(run).rejects.toThrow(/9\.chunk: no space left on the disk; what was stored is kept: make room, then go on/)
    await expect(run).rejects.toBeInstanceOf(FailureError)
    expect(chunksIn(dir, 0)).toEqual(['0.chunk', '3.chunk', '6.chunk'])
    expect(readdirSync(join(dir, 'shards', '0')).length).toBe(3)
    expect(await finished(dir, plan)).toEqual({ computed: POINTS - 48, found: 48 })
  })

  it('while a shard is closed or merged leaves what was there before', async () => {
    const { dir, plan } = await planned(LAYOUT)
    const refuse = (when: (bytes: Uint8Array) => boolean) => ({
      async write(file: { write(bytes: Uint8Array): Promise<unknown> }, bytes: Uint8Array) {
        if (when(bytes)) throw full
        await file.write(bytes)
      },
    })
    await expect(
      runScan(
        dir,
        inProcess,
        refuse((bytes) => bytes[0] === 0x7b && bytes.includes(0x5b)),
      ),
    ).rejects.toThrow(/0\.chunk|0\.shard: no space/)
    await runScan(dir, inProcess)
    await expect(
      mergeScan(
        dir,
        plan,
        refuse(() => true),
      ),
    ).rejects.toThrow(/result\.parquet: no space left/)
    expect(readdirSync(dir).sort()).toEqual(['locks', 'plan.json', 'shards'])
    await finished(dir, plan)
    await expect(
      mergeScan(
        dir,
        plan,
        refuse(() => true),
      ),
    ).rejects.toThrow(/no space left/)
    expect(readFileSync(join(dir, 'result.parquet')).equals(whole)).toBe(true)
  })
})

describe('a plan', () => {
  it('that changes under way stops the run, and the new one begins from nothing', async () => {
    const { dir } = await planned(LAYOUT)
    const other = await scanPlan({ ...SMALL, title: 'another' }, LAYOUT, (await readPlan(dir)).plan.build)
    let isFirst = true
    const run = runScan(dir, inProcess, {
      onProgress({ computed }) {
        if (computed === 0 || !isFirst) return
        isFirst = false
        writeFileSync(join(dir, 'plan.json'), planText(other))
      },
    })
    await expect(run).rejects.toThrow(/plan.json was changed while this run was under way: nothing more is written/)
    expect(await runScan(dir, inProcess)).toMatchObject({ computed: POINTS, found: 0 })
    await mergeScan(dir, other)
  })

  it('of another scan, other shards, another version or another build is not taken for this one', async () => {
    const { dir, plan } = await planned(LAYOUT)
    const { build } = plan
    expect(await writePlan(dir, await scanPlan(SMALL, LAYOUT, build))).toBe(false)
    await expect(writePlan(dir, await scanPlan({ ...SMALL, title: 'another' }, LAYOUT, build))).rejects.toThrow(
      /another scan is planned there/,
    )
    await expect(writePlan(dir, await scanPlan(SMALL, { shards: 4, chunk: 16 }, build))).rejects.toThrow(/with other shards or chunks/)
    const old = await planned(LAYOUT)
    writeFileSync(join(old.dir, 'plan.json'), planText(await scanPlan(SMALL, LAYOUT, 'another build')))
    await expect(readPlan(old.dir)).rejects.toThrow(
      /the code or the tables of this Zest .* go on with the build that planned it, or plan it anew/,
    )
    const earlier = { ...plan, version: '0.0.1' }
    const hash = await contentHash({ spec: earlier.spec, version: earlier.version, build })
    writeFileSync(join(old.dir, 'plan.json'), planText({ ...earlier, hash }))
    await expect(readPlan(old.dir)).rejects.toThrow(/it was planned with Zest 0\.0\.1, and this is .*: go on with that version/)
    await expect(readPlan(old.dir)).rejects.toBeInstanceOf(InputError)
    await expect(readPlan(join(dir, 'nowhere'))).rejects.toThrow(/holds no plan; make one with zest scan plan/)
  })
})
