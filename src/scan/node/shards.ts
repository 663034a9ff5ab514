import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { FailureError } from '../../errors.ts'
import { type Chunk, decodeChunk } from '../chunk.ts'
import { chunkRange, type ScanPlan, shardChunks } from '../plan.ts'
import { fileProblem, removeParts, type Write, writeAll, writeWhole } from './files.ts'

const DIGEST_BYTES = 32

const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** Where the chunks of a shard lie while it is not complete. */
const folderOf = (dir: string, shard: number): string => join(dir, 'shards', `${shard}`)
const chunkPath = (dir: string, shard: number, chunk: number): string => join(folderOf(dir, shard), `${chunk}.chunk`)
/** All of them in one file, once it is. */
const shardPath = (dir: string, shard: number): string => join(dir, 'shards', `${shard}.shard`)

/** What the first line of a shard says. */
interface ShardHeader {
  readonly plan: string
  readonly shard: number
  readonly shards: number
  readonly chunk: number
  /** Bytes of each of its chunks, in order. */
  readonly lengths: readonly number[]
}

/** The chunk that stored bytes are, if they are whole and of this plan. */
function wholeChunk(stored: Uint8Array, plan: ScanPlan, index: number): (Chunk & { readonly plan: string }) | undefined {
  const payload = stored.subarray(DIGEST_BYTES)
  if (stored.length <= DIGEST_BYTES || !digestOf(payload).equals(stored.subarray(0, DIGEST_BYTES))) return undefined
  const chunk = decodeChunk(payload)
  const { first, rows } = chunkRange(plan, index)
  return chunk.plan === plan.hash && chunk.first === first && chunk.rows === rows ? chunk : undefined
}

/** What a folder holds; nothing where there is none. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw fileProblem(error, folder)
  }
}

/** Reads exactly so many bytes of a file, or undefined where it ends before. */
async function bytesAt(file: Awaited<ReturnType<typeof open>>, position: number, length: number): Promise<Buffer | undefined> {
  const bytes = Buffer.alloc(length)
  let at = 0
  while (at < length) {
    const { bytesRead } = await file.read(bytes, at, length - at, position + at)
    if (bytesRead === 0) return undefined
    at += bytesRead
  }
  return bytes
}

/** The head of a complete shard: where its chunks lie. */
async function shardHeader(file: Awaited<ReturnType<typeof open>>): Promise<{ header: ShardHeader; start: number } | undefined> {
  const pieces: Buffer[] = []
  for (let position = 0; ; position += pieces[pieces.length - 1].length) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(1 << 16), 0, 1 << 16, position)
    if (bytesRead === 0) return undefined
    const piece = buffer.subarray(0, bytesRead)
    const end = piece.indexOf(0x0a)
    if (end < 0) {
      pieces.push(piece)
      continue
    }
    const header = JSON.parse(Buffer.concat([...pieces, piece.subarray(0, end)]).toString('utf8')) as ShardHeader
    return { header, start: position + end + 1 }
  }
}

/** A complete shard, open for reading chunk by chunk. */
export interface ShardReader {
  /** @throws FailureError where the chunk is damaged */
  chunk(index: number): Promise<Chunk>
}

/**
 * A complete shard, or undefined where it is not complete, or of another plan.
 */
export async function readShard(dir: string, plan: ScanPlan, shard: number): Promise<ShardReader | undefined> {
  const path = shardPath(dir, shard)
  const withFile = async <T>(read: (file: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> => {
    const file = await open(path, 'r')
    try {
      return await read(file)
    } finally {
      await file.close()
    }
  }
  let head: { header: ShardHeader; start: number } | undefined
  try {
    head = await withFile(shardHeader)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    if (error instanceof SyntaxError) head = undefined
    else throw fileProblem(error, path)
  }
  if (head === undefined) return undefined
  const { header, start } = head
  const isOurs = header.plan === plan.hash && header.shard === shard && header.shards === plan.shards && header.chunk === plan.chunk
  if (!isOurs) return undefined
  const starts = [start]
  for (const length of header.lengths) starts.push(starts[starts.length - 1] + length)
  return {
    async chunk(index) {
      const place = (index - shard) / plan.shards
      const stored = await withFile((file) => bytesAt(file, starts[place], header.lengths[place]))
      const chunk = stored && wholeChunk(stored, plan, index)
      if (chunk === undefined) throw new FailureError(`${path} is damaged: remove it, and zest scan run computes it anew`)
      return chunk
    },
  }
}

/** How much of a shard there is, by the names of its files alone. */
export async function shardProgress(
  dir: string,
  plan: ScanPlan,
  shard: number,
): Promise<{ done: number; of: number; isComplete: boolean }> {
  const of = shardChunks(plan, shard).length
  if ((await readShard(dir, plan, shard)) !== undefined) return { done: of, of, isComplete: true }
  const done = (await namesIn(folderOf(dir, shard))).filter((name) => /^\d+\.chunk$/.test(name)).length
  return { done: Math.min(done, of), of, isComplete: false }
}

/** A shard that is being computed, under its lock. */
export interface OpenShard {
  readonly missing: readonly number[]
  /** Stores a chunk, whole or not at all. */
  put(index: number, payload: Uint8Array): Promise<void>
  /** Makes one file of all chunks, once none is missing. */
  finish(): Promise<void>
}

/**
 * Opens a shard to go on with it: every chunk that was stored is read and checked; what is damaged, or of another plan, counts as missing. Whoever calls holds the
 * lock.
 */
export async function openShard(dir: string, plan: ScanPlan, shard: number, write: Write = writeAll): Promise<OpenShard> {
  const folder = folderOf(dir, shard)
  const isComplete = (await readShard(dir, plan, shard)) !== undefined
  if (isComplete) {
    await rm(folder, { recursive: true, force: true })
    return { missing: [], put: async () => {}, finish: async () => {} }
  }
  try {
    await mkdir(folder, { recursive: true })
    await removeParts(folder)
  } catch (error) {
    throw fileProblem(error, folder)
  }
  const stored = new Set(await namesIn(folder))
  const missing: number[] = []
  for (const index of shardChunks(plan, shard)) {
    const name = `${index}.chunk`
    if (!stored.has(name) || wholeChunk(await readFile(join(folder, name)), plan, index) === undefined) missing.push(index)
  }
  return {
    missing,
    put: (index, payload) =>
      writeWhole(chunkPath(dir, shard, index), async (file) => {
        await write(file, digestOf(payload))
        await write(file, payload)
      }),
    async finish() {
      await writeShard(dir, plan, shard, write)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function writeShard(dir: string, plan: ScanPlan, shard: number, write: Write): Promise<void> {
  const paths = shardChunks(plan, shard).map((index) => chunkPath(dir, shard, index))
  const lengths: number[] = []
  for (const path of paths) {
    const file = await open(path, 'r')
    lengths.push((await file.stat()).size)
    await file.close()
  }
  const header: ShardHeader = { plan: plan.hash, shard, shards: plan.shards, chunk: plan.chunk, lengths }
  await writeWhole(shardPath(dir, shard), async (file) => {
    await write(file, Buffer.from(`${JSON.stringify(header)}\n`))
    for (const path of paths) await write(file, await readFile(path))
  })
}
