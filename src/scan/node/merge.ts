import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { FailureError } from '../../errors.ts'
import { canonicalJson } from '../canonical.ts'
import { evaluator } from '../evaluate.ts'
import { chunkCount, type ScanPlan } from '../plan.ts'
import { partsOfLikelihood, silencesIn } from '../silences.ts'
import { eachOf } from './at-once.ts'
import { removeParts, type Write, writeAll, writeWhole } from './files.ts'
import { isHere, isLock, type Lock, takeLock, untilKnown } from './lock.ts'
import { parquetFile } from './parquet.ts'
import { RESULT } from './result.ts'
import { readShard, removeLeftovers, type ShardReader } from './shards.ts'
import { shellWord } from './shell.ts'
import { rangesText } from './status.ts'

export interface MergeOptions {
  /** Hears how many points have been written, and at how many of them nobody of the likelihood has anything to say. */
  readonly onProgress?: (points: number, silent: number) => void
  readonly write?: Write
}

/**
 * Writes `result.parquet` into the folder of a scan, once every shard is complete: the points in their order, each once, however the scan was cut, interrupted or
 * shared out. The file says what it was computed from (`zest` in its metadata: spec, assumptions, version, build, citations) and holds no time, host or path.
 *
 * @returns the path of the file
 * @throws FailureError where a shard is incomplete or damaged, the disk is full, or another process is merging; then there is no file, or the one from before
 */
export async function mergeScan(dir: string, plan: ScanPlan, { onProgress, write = writeAll }: MergeOptions = {}): Promise<string> {
  const shards = await eachOf(plan.shards, (shard) => readShard(dir, plan, shard))
  const incomplete = [...shards.keys()].filter((shard) => shards[shard] === undefined)
  if (incomplete.length > 0) {
    const which = `${incomplete.length} of ${plan.shards} shards are not complete (${rangesText(incomplete)})`
    throw new FailureError(`${which}: nothing is merged; zest scan run ${shellWord(dir)} goes on with them`)
  }
  const { columns, citations } = await evaluator(plan.spec)
  const { hash, version, build, spec } = plan
  const path = join(dir, RESULT)
  const fill = async (file: FileHandle): Promise<void> => {
    const parquet = parquetFile(file, columns, { zest: canonicalJson({ hash, version, build, spec, columns, citations }) }, write)
    const parts = partsOfLikelihood(spec)
    let [points, silent] = [0, 0]
    for (let index = 0; index < chunkCount(plan); index++) {
      const shard = index % plan.shards
      const chunk = await (shards[shard] as ShardReader).chunk(index)
      if (chunk === undefined)
        throw new FailureError(`shard ${shard} is damaged on the disk: nothing is merged; zest scan run ${shellWord(dir)} computes it anew`)
      if (chunk.first !== points) throw new FailureError(`chunk ${index} begins at point ${chunk.first}, not ${points}: please report this`)
      await parquet.add(chunk.columns, chunk.rows)
      points += chunk.rows
      silent += silencesIn(chunk, columns, parts)
      onProgress?.(points, silent)
    }
    if (points !== plan.points) throw new FailureError(`${points} of ${plan.points} points were merged: please report this`)
    await parquet.finish()
    lock.check()
  }
  const lock = await mergeLock(dir)
  try {
    await removeParts(dir, RESULT)
    await writeWhole(path, fill)
    await removeLeftovers(dir)
  } finally {
    await lock.release(true)
  }
  return path
}

/** Nobody else writes the result meanwhile. */
async function mergeLock(dir: string): Promise<Lock> {
  const locks = join(dir, 'locks')
  let lock = await takeLock(locks, 'merge')
  if (!isLock(lock) && !isHere(lock)) {
    await untilKnown(locks, 'merge')
    lock = await takeLock(locks, 'merge')
  }
  if (isLock(lock)) return lock
  throw new FailureError(`process ${lock.pid} on ${lock.host.split(' ')[0]} is merging this scan; let it end`)
}
