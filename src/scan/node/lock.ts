import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { link, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { FailureError } from '../../errors.ts'
import { fileProblem } from './files.ts'

/** Who holds a lock. */
export interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process began, in the clock of its machine, so that another of the same number is not taken for it; empty where that cannot be known. */
  readonly started: string
}

/** A shard that nobody else computes while it is held. */
export interface Lock {
  /** Whose lock was taken over, if a run was killed while it held it. */
  readonly tookOverFrom: Holder | undefined
  /** @throws FailureError where another run has taken it over */
  check(): void
  /** @param isDone whether nobody will ever need it again */
  release(isDone: boolean): Promise<void>
}

const HEARTBEAT_ms = 5_000
/** A lock on another machine that was not renewed for so long belongs to a run that ended. */
const STALE_ms = 60_000
const FREE = 'free'

const orEmpty = (read: () => string): string => {
  try {
    return read()
  } catch {
    return ''
  }
}

/** Containers may share a name, but not a namespace of processes. */
const HOST = `${hostname()} ${orEmpty(() => readlinkSync('/proc/self/ns/pid'))}`.trim()

/** When a process of this machine began; empty where there is none, or no /proc. */
function startOf(pid: number): string {
  const line = orEmpty(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? '' : (fields[19] ?? '')
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return started === startOf(pid)
}

/** Whether nothing of a run's has been heard for long, by the clock of the file system. */
async function isSilentFor(path: string, folder: string): Promise<boolean> {
  const now = join(folder, `now.${randomUUID()}`)
  try {
    await writeFile(now, '')
    const [clock, beat] = await Promise.all([stat(now), stat(path)])
    return clock.mtimeMs - beat.mtimeMs > STALE_ms
  } finally {
    await rm(now, { force: true })
  }
}

/** The generations of a lock there are, ascending. */
async function generations(folder: string, name: string): Promise<number[]> {
  const numbers = (await readdir(folder)).flatMap((file) => {
    const number = file.startsWith(`${name}.`) ? file.slice(name.length + 1) : ''
    return /^\d+$/.test(number) ? [Number(number)] : []
  })
  return numbers.sort((a, b) => a - b)
}

/** Who holds a lock now, if anybody alive does; and who did last, if it was not given back. */
async function holderOf(folder: string, name: string): Promise<{ generation: number; alive?: Holder; dead?: Holder }> {
  const generation = (await generations(folder, name)).at(-1) ?? 0
  if (generation === 0) return { generation }
  const path = join(folder, `${name}.${generation}`)
  try {
    const text = await readFile(path, 'utf8')
    if (text === FREE) return { generation }
    const holder = JSON.parse(text) as Holder
    const alive = holder.host === HOST ? isAlive(holder) : !(await isSilentFor(path, folder))
    return alive ? { generation, alive: holder } : { generation, dead: holder }
  } catch (error) {
    // Its holder has finished meanwhile.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { generation }
    throw error
  }
}

/** The live run that computes a shard, if there is one. */
export async function lockHolder(folder: string, name: string): Promise<Holder | undefined> {
  try {
    return (await holderOf(folder, name)).alive
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Takes a lock that nobody holds, or that a killed run left behind: on this machine its process is gone, on another it has not been renewed for a minute.
 *
 * Every taking makes a file of a new generation, which only one can link into place; the one before stays until then. So of two that find the same lock stale
 * one gets it, and one that comes late sees a higher generation and withdraws.
 *
 * @returns the lock, or who holds it
 */
export async function takeLock(folder: string, name: string): Promise<Lock | Holder> {
  const me = JSON.stringify({ pid: process.pid, host: HOST, started: startOf(process.pid) } satisfies Holder)
  const draft = join(folder, `draft.${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(draft, me)
    for (;;) {
      const { generation, alive, dead } = await holderOf(folder, name)
      if (alive !== undefined) return alive
      const path = join(folder, `${name}.${generation + 1}`)
      if (!(await isLinked(draft, path))) continue
      if ((await generations(folder, name)).at(-1) === generation + 1) {
        if (generation > 0) await rm(join(folder, `${name}.${generation}`), { force: true })
        return held(path, me, dead)
      }
      await rm(path, { force: true })
    }
  } catch (error) {
    throw fileProblem(error, folder)
  } finally {
    await rm(draft, { force: true })
  }
}

/** Links a file to a place where there is none; false where there is one. */
async function isLinked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** A lock is a lock, and not its holder. */
export const isLock = (one: Lock | Holder): one is Lock => 'release' in one

function held(path: string, me: string, tookOverFrom: Holder | undefined): Lock {
  let isLost = false
  // Written anew rather than touched, so that the time is that of the file system, which all machines share.
  const beat = async (): Promise<void> => {
    const file = await open(path, 'r+')
    await file.write(me, 0).finally(() => file.close())
  }
  const heartbeat = setInterval(() => {
    beat().catch((error: NodeJS.ErrnoException) => (isLost ||= error.code === 'ENOENT'))
  }, HEARTBEAT_ms)
  heartbeat.unref()
  return {
    tookOverFrom,
    check() {
      if (isLost) throw new FailureError(`${path}: another run has taken this shard over; nothing more is written here`)
    },
    async release(isDone) {
      clearInterval(heartbeat)
      if (isLost) return
      await (isDone ? rm(path, { force: true }) : writeFile(path, FREE)).catch(() => undefined)
    },
  }
}
