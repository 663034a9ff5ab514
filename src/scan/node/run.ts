import { join } from 'node:path'
import { chunkRange, type ScanPlan, shardPoints } from '../plan.ts'
import { type Refusal, sumOfRefusals } from '../refusals.ts'
import { eachOf } from './at-once.ts'
import { type Write, writeAll } from './files.ts'
import { type Holder, isHere, isLock, type Lock, takeLock, untilKnown } from './lock.ts'
import { readPlan } from './plan-file.ts'
import { type OpenShard, openShard } from './shards.ts'
import { rangesText } from './status.ts'
import type { Computer } from './threads.ts'

export interface RunOptions {
  /** Which shards; all of them where not given. */
  readonly shards?: readonly number[]
  /** Interrupts: chunks that are being computed are finished and kept. */
  readonly signal?: AbortSignal
  /** Hears of every chunk that was stored. */
  readonly onProgress?: (progress: Progress) => void
  /** Hears of what is worth a line. */
  readonly onNote?: (note: string) => void
  readonly write?: Write
}

/** Points of the shards that a run has opened so far. */
export interface Progress {
  /** Stored by this run. */
  readonly computed: number
  /** Found stored. */
  readonly found: number
  /** Of all the shards that it was asked for, those that other runs compute left out. */
  readonly of: number
  /** Those of them, found or computed, that could not be computed. */
  readonly refused: readonly Refusal[]
}

/** What came of a run. */
export interface RunResult extends Progress {
  /** Shards that other runs are computing. */
  readonly busy: readonly { readonly shard: number; readonly holder: Holder }[]
  readonly isInterrupted: boolean
}

interface Task {
  readonly shard: ShardAtWork
  readonly chunk: number
}

/** A shard that this run holds. */
interface ShardAtWork {
  readonly lock: Lock
  readonly store: OpenShard
  left: number
}

const pointsOf = (plan: ScanPlan, chunks: readonly number[]): number => chunks.reduce((sum, chunk) => sum + chunkRange(plan, chunk).rows, 0)

/**
 * Computes what is missing of a planned scan and stores it chunk by chunk, each shard under its lock. May be killed at any moment and called again: what was
 * stored is kept, and nothing is computed or counted twice.
 *
 * @param dir the folder of the plan
 * @param computerOf makes what computes it
 * @throws InputError where there is no plan for this Zest; FailureError where something cannot be stored, or the plan was changed under way
 */
export async function runScan(
  dir: string,
  computerOf: (plan: ScanPlan) => Computer | Promise<Computer>,
  options: RunOptions = {},
): Promise<RunResult> {
  const { signal, onProgress, onNote, write = writeAll } = options
  const { plan, check } = await readPlan(dir)
  const wanted = options.shards ?? Array.from({ length: plan.shards }, (_, shard) => shard)
  const locks = join(dir, 'locks')
  const busy = new Map<number, Holder>()
  const atWork = new Set<ShardAtWork>()
  const progress = {
    computed: 0,
    found: 0,
    refused: [] as readonly Refusal[],
    of: wanted.reduce((sum, shard) => sum + shardPoints(plan, shard), 0),
  }

  async function finish(shard: ShardAtWork): Promise<void> {
    await shard.store.finish()
    atWork.delete(shard)
    await shard.lock.release(true)
  }

  async function* tasksOf(number: number): AsyncGenerator<Task> {
    const lock = await takeLock(locks, `${number}`)
    if (!isLock(lock)) {
      busy.set(number, lock)
      progress.of -= shardPoints(plan, number)
      return
    }
    if (lock.tookOverFrom !== undefined)
      onNote?.(`shard ${number} was left by a run that ended (process ${lock.tookOverFrom.pid}); going on with it`)
    const shard: ShardAtWork = { lock, store: NOTHING, left: 0 }
    atWork.add(shard)
    const store = await openShard(dir, plan, number, write)
    if (store.wasDamaged) onNote?.(`shard ${number} was complete, but is damaged on the disk; it is computed anew`)
    Object.assign(shard, { store, left: store.missing.length })
    progress.found += shardPoints(plan, number) - pointsOf(plan, store.missing)
    progress.refused = sumOfRefusals([progress.refused, store.refused])
    onProgress?.({ ...progress })
    if (store.missing.length === 0) await finish(shard)
    for (const chunk of store.missing) yield { shard, chunk }
  }

  async function* tasks(): AsyncGenerator<Task> {
    for (const number of wanted) {
      if (stopped()) return
      yield* tasksOf(number)
    }
    const elsewhere = [...busy].flatMap(([number, holder]) => (isHere(holder) ? [] : [number]))
    if (elsewhere.length === 0) return
    onNote?.(`locked from another machine: shards ${rangesText(elsewhere)}; waiting for a sign of life from there, a minute at most`)
    await eachOf(elsewhere.length, (i) => untilKnown(locks, `${elsewhere[i]}`, signal))
    for (const number of elsewhere) {
      if (stopped()) return
      busy.delete(number)
      progress.of += shardPoints(plan, number)
      yield* tasksOf(number)
    }
  }

  const queue = tasks()
  let failure: { error: unknown } | undefined
  const stopped = (): boolean => failure !== undefined || signal?.aborted === true

  async function work(computer: Computer): Promise<void> {
    while (!stopped()) {
      const next = await queue.next()
      if (next.done) return
      if (stopped()) return
      const { shard, chunk } = next.value
      const { first, rows } = chunkRange(plan, chunk)
      const bytes = await computer.compute(first, rows)
      await check()
      shard.lock.check()
      const refused = await shard.store.put(chunk, bytes)
      progress.refused = sumOfRefusals([progress.refused, refused])
      progress.computed += rows
      onProgress?.({ ...progress })
      if (--shard.left === 0) await finish(shard)
    }
  }

  const computer = await computerOf(plan)
  try {
    const loops = Array.from({ length: computer.atOnce }, () =>
      work(computer).catch((error: unknown) => {
        failure ??= { error }
      }),
    )
    await Promise.all(loops)
  } finally {
    for (const { lock } of atWork) await lock.release(false)
    await computer.close()
  }
  if (failure !== undefined) throw failure.error
  const left = [...busy].map(([shard, holder]) => ({ shard, holder }))
  return { ...progress, busy: left, isInterrupted: signal?.aborted === true && progress.computed + progress.found < progress.of }
}

const NOTHING: OpenShard = { missing: [], wasDamaged: false, refused: [], put: async () => [], finish: async () => {} }
