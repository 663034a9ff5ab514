import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { link, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { FailureError } from '../../errors.ts'
import { fileProblem, makeFolder } from './files.ts'

/** Who holds a lock. */
export interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process began, in the clock of its machine, so that another of the same number is not taken for it; empty where that cannot be known. */
  readonly started: string
  /** Of the machine since it was switched on, as machines may share a name; empty where that cannot be known, missing in locks that do not say. */
  readonly boot?: string
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
/** How often one waits to see whether it is. */
const LOOK_ms = 1_000
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

const BOOT = orEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim())

/** Whether a process is, or was, of this machine, so that one knows whether it is alive. */
export const isHere = ({ host, boot = BOOT }: Holder): boolean => host === HOST && boot === BOOT

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

/** Who a lock names; nobody where it was given back, or the power or the disk failed while it was written. */
function holderIn(text: string): Holder | undefined {
  let holder: Partial<Holder> | null
  try {
    holder = JSON.parse(text)
  } catch {
    return undefined
  }
  return typeof holder?.pid === 'number' && typeof holder.host === 'string' ? (holder as Holder) : undefined
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
    const holder = holderIn(await readFile(path, 'utf8'))
    if (holder === undefined) return { generation }
    const alive = isHere(holder) ? isAlive(holder) : !(await isSilentFor(path, folder))
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

/** What changes whenever a lock gives a sign of life. It is opened, so that a network file system looks anew. */
async function lastSign(folder: string, name: string): Promise<string> {
  const generation = (await generations(folder, name)).at(-1)
  const file = await open(join(folder, `${name}.${generation}`), 'r').catch(() => undefined)
  try {
    return `${generation} ${(await file?.stat())?.mtimeMs}`
  } finally {
    await file?.close()
  }
}

/** Waits while a lock may be of a run on another machine that was killed: until it gives a sign of life, or a minute has gone by without one. */
export async function untilKnown(folder: string, name: string, signal?: AbortSignal): Promise<void> {
  const first = await lastSign(folder, name)
  for (;;) {
    const alive = await lockHolder(folder, name)
    if (alive === undefined || isHere(alive) || signal?.aborted || (await lastSign(folder, name)) !== first) return
    await sleep(LOOK_ms, undefined, { signal }).catch(() => undefined)
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
  const me = JSON.stringify({ pid: process.pid, host: HOST, started: startOf(process.pid), boot: BOOT } satisfies Holder)
  const draft = join(folder, `draft.${randomUUID()}`)
  try {
    await makeFolder(folder)
    await writeFile(draft, me, { flush: true })
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
  let beating = Promise.resolve()
  const heartbeat = setInterval(() => {
    beating = beat().catch((error: NodeJS.ErrnoException) => {
      isLost ||= error.code === 'ENOENT'
    })
  }, HEARTBEAT_ms)
  heartbeat.unref()
  return {
    tookOverFrom,
    check() {
      if (isLost) throw new FailureError(`${path}: another run has taken this over; nothing more is written here`)
    },
    async release(isDone) {
      clearInterval(heartbeat)
      await beating
      if (isLost) return
      // On a full disk an empty lock is left, which is nobody's either.
      await (isDone ? rm(path, { force: true }) : writeFile(path, FREE)).catch(() => undefined)
    },
  }
}
