import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { inProcess, runScan, scanStatus } from '../../../src/scan/node/index.ts'
import { isLock, type Lock, lockHolder, takeLock } from '../../../src/scan/node/lock.ts'
import { planner } from './small.ts'

const home = mkdtempSync(join(tmpdir(), 'zest-lock-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
let count = 0
const folder = (): string => join(home, `${count++}`)

async function taken(where: string): Promise<Lock> {
  const lock = await takeLock(where, '3')
  if (!isLock(lock)) throw new Error('held')
  return lock
}

/** Rewrites who holds a lock. */
function rewrite(where: string, change: (holder: Record<string, unknown>) => unknown): void {
  const [name] = readdirSync(where)
  const path = join(where, name)
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')))))
}

/** The number of a process that has just ended. */
const endedProcess = (): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
    child.once('exit', () => resolve(child.pid as number))
  })

describe('a lock', () => {
  it('is held by one at a time, and free when it is given back', async () => {
    const where = folder()
    const lock = await taken(where)
    expect(await takeLock(where, '3')).toMatchObject({ pid: process.pid })
    expect(await lockHolder(where, '3')).toMatchObject({ pid: process.pid })
    expect(isLock(await takeLock(where, '33'))).toBe(true)
    await lock.release(false)
    expect(await lockHolder(where, '3')).toBeUndefined()
    const next = await taken(where)
    expect(next.tookOverFrom).toBeUndefined()
    await next.release(true)
    expect(readdirSync(where)).toEqual(['33.1'])
  })

  it('of a run that was killed is taken over, and is told', async () => {
    const where = folder()
    await taken(where)
    const pid = await endedProcess()
    rewrite(where, (holder) => ({ ...holder, pid }))
    expect((await taken(where)).tookOverFrom).toMatchObject({ pid })
  })

  it('of a process whose number another has now is taken over', async () => {
    const where = folder()
    await taken(where)
    rewrite(where, (holder) => ({ ...holder, started: '1' }))
    expect(isLock(await takeLock(where, '3'))).toBe(true)
  })

  it('on another machine is respected for a minute after its last sign of life', async () => {
    const where = folder()
    await taken(where)
    rewrite(where, (holder) => ({ ...holder, host: 'elsewhere', pid: 1 }))
    expect(await takeLock(where, '3')).toMatchObject({ host: 'elsewhere' })
    const before = Date.now() / 1e3 - 61
    utimesSync(join(where, '3.1'), before, before)
    expect((await taken(where)).tookOverFrom).toMatchObject({ host: 'elsewhere' })
    expect(readdirSync(where)).toEqual(['3.2'])
  })

  it('of a machine of the same name, but started at another time, is respected for that minute too', async () => {
    const where = folder()
    await taken(where)
    const pid = await endedProcess()
    rewrite(where, (holder) => ({ ...holder, pid, boot: 'another' }))
    expect(await takeLock(where, '3')).toMatchObject({ pid })
    const before = Date.now() / 1e3 - 61
    utimesSync(join(where, '3.1'), before, before)
    expect((await taken(where)).tookOverFrom).toMatchObject({ pid })
  })

  it('that does not say since when its machine runs is taken by name', async () => {
    const where = folder()
    await taken(where)
    rewrite(where, ({ boot: _, ...holder }) => holder)
    expect(await takeLock(where, '3')).toMatchObject({ pid: process.pid })
    const pid = await endedProcess()
    rewrite(where, (holder) => ({ ...holder, pid }))
    expect((await taken(where)).tookOverFrom).toMatchObject({ pid })
  })

  it.each(['', '\0\0\0\0', '{"pid":12,"ho', 'null', '12', '{}', 'free'])('that holds %j is nobody’s', async (text) => {
    const where = folder()
    const lock = await taken(where)
    await lock.release(false)
    writeFileSync(join(where, '3.1'), text)
    expect(await lockHolder(where, '3')).toBeUndefined()
    expect((await taken(where)).tookOverFrom).toBeUndefined()
  })

  it('that many find stale at once goes to one of them', async () => {
    for (let round = 0; round < 20; round++) {
      const where = folder()
      const old = await taken(where)
      await old.release(false)
      const all = await Promise.all(Array.from({ length: 12 }, () => takeLock(where, '3')))
      const locks = all.filter(isLock)
      expect(locks.length).toBe(1)
      await locks[0].release(false)
    }
  })
})

describe('two runs of the same shard', () => {
  const planned = planner()

  it('do not compute it twice: the second one leaves it and says who has it', async () => {
    const { dir, plan } = await planned({ shards: 2, chunk: 16 })
    const lock = await takeLock(join(dir, 'locks'), '1')
    expect((await scanStatus(dir, plan)).map(({ state }) => state)).toEqual(['incomplete', 'running'])
    const result = await runScan(dir, inProcess)
    expect(result.busy).toMatchObject([{ shard: 1, holder: { pid: process.pid } }])
    expect(result).toMatchObject({ computed: 160, found: 0, of: 160 })
    await (lock as Lock).release(false)
    expect(await runScan(dir, inProcess)).toMatchObject({ computed: 160, found: 160, busy: [] })
  })

  /** A shard that a run on another machine holds, which gave its last sign of life so many seconds ago. */
  async function heldElsewhere(seconds: number): Promise<{ dir: string; sign: (seconds: number) => void }> {
    const { dir } = await planned({ shards: 2, chunk: 16 })
    const path = join(dir, 'locks', '1.1')
    mkdirSync(join(dir, 'locks'))
    writeFileSync(path, JSON.stringify({ pid: 1, host: 'elsewhere', started: '1' }))
    const sign = (ago: number): void => utimesSync(path, Date.now() / 1e3 - ago, Date.now() / 1e3 - ago)
    sign(seconds)
    return { dir, sign }
  }

  it('on two machines wait to see whether the other was killed, and go on with what it left', async () => {
    const { dir } = await heldElsewhere(59)
    const notes: string[] = []
    const result = await runScan(dir, inProcess, { onNote: (note) => notes.push(note) })
    expect(result).toMatchObject({ computed: 320, of: 320, busy: [] })
    expect(notes).toEqual([
      'locked from another machine: shards 1; waiting for a sign of life from there, a minute at most',
      'shard 1 was left by a run that ended (process 1); going on with it',
    ])
  })

  it('on two machines leave each other alone once there is a sign of life', async () => {
    const { dir, sign } = await heldElsewhere(30)
    let beat: NodeJS.Timeout | undefined
    const onNote = (): void => {
      beat = setInterval(() => sign(0), 50)
    }
    const result = await runScan(dir, inProcess, { onNote }).finally(() => clearInterval(beat))
    expect(result).toMatchObject({ computed: 160, of: 160, busy: [{ shard: 1, holder: { host: 'elsewhere' } }] })
  })

  it('on two machines do not wait for each other when they are interrupted', async () => {
    const { dir } = await heldElsewhere(0)
    const stop = new AbortController()
    const result = await runScan(dir, inProcess, { signal: stop.signal, onNote: () => stop.abort() })
    expect(result).toMatchObject({ computed: 160, busy: [{ shard: 1 }] })
  })

  it('share all shards between them', async () => {
    const { dir } = await planned({ shards: 10, chunk: 16 })
    const runs = await Promise.all([runScan(dir, inProcess), runScan(dir, inProcess)])
    const computed = runs.map((run) => run.computed)
    expect(computed[0] + computed[1]).toBe(320)
    expect(Math.min(...computed)).toBeGreaterThan(0)
  })
})
