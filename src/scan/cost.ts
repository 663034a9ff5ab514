import { encodeChunk } from './chunk.ts'
import type { Evaluator } from './evaluate.ts'
import { type Refusal, refusalsIn, sumOfRefusals } from './refusals.ts'

/** What a scan costs, measured on some of its points. */
export interface Cost {
  readonly perPoint_s: number
  /** On disk while it runs. */
  readonly perPoint_B: number
  /** How many points it was measured on; in a small scan each several times. */
  readonly tried: number
  /** Those of them that cannot be computed. */
  readonly refused: readonly Refusal[]
  /** Points that take about a second, when a scan is cut into shards. */
  chunkFor(shards: number): number
}

/** Seconds until the engine has compiled what it runs often, and until enough has been measured. */
const WARM_UP_s = 0.6
const ENOUGH_s = 1.1
/** A stretch of neighbouring points is as long as this takes, or as many points. */
const STRETCH_s = 0.02
const LONGEST_STRETCH = 2048
/** Of a small scan every point is computed so many times. */
const TIMES = 4
/** Its multiples, without what is before the point, spread stretches evenly over the scan. */
const GOLDEN = (Math.sqrt(5) - 1) / 2
const CHUNK_s = 1
const LARGEST_CHUNK = 65_536
const LARGEST_CHUNK_B = 4e6
/** Chunks that every shard has at least, so that threads share them. */
const FEWEST = 4

/**
 * Measures what a point costs, in time and on disk.
 *
 * @param now a clock, in seconds; one that counts the processor's time is not fooled by what else the machine does
 */
export function costOf({ count, chunk }: Evaluator, now: () => number): Cost {
  let rows = Math.min(count, 16)
  const perPoint_B = encodeChunk('', chunk(0, rows)).length / rows
  const start = now()
  const all = { points: 0, seconds: 0 }
  const warm = { points: 0, seconds: 0 }
  let refused: readonly Refusal[] = []
  for (let i = 0; now() - start < ENOUGH_s && all.points < TIMES * count; i++) {
    const begin = now()
    const computed = chunk(Math.floor(((i * GOLDEN) % 1) * (count - rows)), rows)
    const seconds = now() - begin
    refused = sumOfRefusals([refused, refusalsIn(computed)])
    for (const sum of begin - start < WARM_UP_s ? [all] : [all, warm]) {
      sum.points += rows
      sum.seconds += seconds
    }
    if (seconds < STRETCH_s) rows = Math.min(count, LONGEST_STRETCH, 2 * rows)
  }
  const { points, seconds } = warm.points > 0 ? warm : all
  const perPoint_s = Math.max(seconds / points, 1e-9)
  return {
    perPoint_s,
    perPoint_B,
    tried: all.points,
    refused,
    chunkFor(shards) {
      const largest = Math.min(CHUNK_s / perPoint_s, LARGEST_CHUNK, LARGEST_CHUNK_B / perPoint_B, count / (FEWEST * shards))
      return 2 ** Math.max(0, Math.floor(Math.log2(largest)))
    },
  }
}
