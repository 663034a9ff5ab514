import { encodeChunk } from './chunk.ts'
import type { Evaluator } from './evaluate.ts'

/** What a scan costs, measured on some of its points. */
export interface Cost {
  readonly perPoint_s: number
  /** On disk while it runs. */
  readonly perPoint_B: number
  /** Points that take about a second, when a scan is cut into shards. */
  chunkFor(shards: number): number
}

/** Stretches that are computed, spread evenly over the scan: those at even places to warm up, those between to measure. */
const STRETCHES = 33
const POINTS = 64
const LONGEST_s = 4
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
  const rows = Math.min(count, POINTS)
  const first = (i: number): number => Math.floor((i * (count - rows)) / (STRETCHES - 1))
  const perPoint_B = encodeChunk('', chunk(0, rows)).length / rows
  const start = now()
  const measure = (from: number): number => {
    const begin = now()
    let points = 0
    for (let i = from; i < STRETCHES && now() - start < LONGEST_s; i += 2, points += rows) chunk(first(i), rows)
    return (now() - begin) / points
  }
  const warmUp = measure(0)
  const measured = measure(1)
  const perPoint_s = Math.max(Number.isFinite(measured) ? measured : warmUp, 1e-9)
  return {
    perPoint_s,
    perPoint_B,
    chunkFor(shards) {
      const largest = Math.min(CHUNK_s / perPoint_s, LARGEST_CHUNK, LARGEST_CHUNK_B / perPoint_B, count / (FEWEST * shards))
      return 2 ** Math.max(0, Math.floor(Math.log2(largest)))
    },
  }
}
