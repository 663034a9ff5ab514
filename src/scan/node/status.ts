import { join } from 'node:path'
import type { ScanPlan } from '../plan.ts'
import type { Refusal } from '../refusals.ts'
import { eachOf } from './at-once.ts'
import { lockHolder } from './lock.ts'
import { shardProgress } from './shards.ts'

/** How far a shard is. */
export interface ShardStatus {
  readonly shard: number
  readonly state: 'complete' | 'running' | 'incomplete'
  /** Chunks that are stored, and chunks in all. */
  readonly done: number
  readonly of: number
  /** Points that could not be computed; nothing as long as it is not complete. */
  readonly refused?: readonly Refusal[]
}

/** How far every shard of a scan is: counted, not checked. */
export function scanStatus(dir: string, plan: ScanPlan): Promise<ShardStatus[]> {
  return eachOf(plan.shards, async (shard) => {
    const { done, of, refused } = await shardProgress(dir, plan, shard)
    if (refused !== undefined) return { shard, state: 'complete', done, of, refused }
    const holder = await lockHolder(join(dir, 'locks'), `${shard}`)
    return { shard, state: holder === undefined ? 'incomplete' : 'running', done, of }
  })
}

/**
 * Whole numbers as a list of ranges, as Slurm reads them.
 *
 * @example
 * rangesText([0, 1, 2, 5, 7, 8]) // '0-2,5,7-8'
 */
export function rangesText(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}
