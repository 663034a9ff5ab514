import { createHash } from 'node:crypto'
import { type FileHandle, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Chunk, decodeChunk } from '../chunk.ts'
import { chunkRange, type ScanPlan, shardChunks } from '../plan.ts'
import { type Refusal, refusalsIn, sumOfRefusals } from '../refusals.ts'
import { fileProblem, makeFolder, removeParts, type Write, writeAll, writeWhole } from './files.ts'
import { isLock, takeLock } from './lock.ts'

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
  readonly refused: readonly Refusal[]
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
async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer | undefined> {
  const bytes = Buffer.alloc(length)
  let at = 0
  while (at < length) {
    const { bytesRead } = await file.read(bytes, at, length - at, position + at)
    if (bytesRead === 0) return undefined
    at += bytesRead
  }
  return bytes
}

/** The first line of a complete shard, and where its chunks begin. */
async function shardHeader(file: FileHandle): Promise<{ line: string; start: number; size: number } | undefined> {
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
    const line = Buffer.concat([...pieces, piece.subarray(0, end)]).toString('utf8')
    return { line, start: position + end + 1, size: (await file.stat()).size }
  }
}

const isRefusal = (value: Partial<Refusal> | null): boolean => typeof value?.reason === 'string' && Number.isSafeInteger(value.points)

/** What the first line of a shard says, or undefined where it is not this shard, and whole to the last byte. */
function checkedHeader({ line, start, size }: { line: string; start: number; size: number }, plan: ScanPlan, shard: number) {
  let header: Partial<ShardHeader> | null
  try {
    header = JSON.parse(line)
  } catch {
    return undefined
  }
  const isOurs = header?.plan === plan.hash && header.shard === shard && header.shards === plan.shards && header.chunk === plan.chunk
  const { lengths, refused } = header ?? {}
  if (!isOurs || !Array.isArray(lengths) || lengths.length !== shardChunks(plan, shard).length) return undefined
  if (!Array.isArray(refused) || !refused.every(isRefusal)) return undefined
  const isWhole = lengths.every((length) => Number.isSafeInteger(length) && length > 0)
  return isWhole && lengths.reduce((sum, length) => sum + length, start) === size ? { lengths, refused } : undefined
}

/** A complete shard, open for reading chunk by chunk. */
export interface ShardReader {
  /** Points of it that could not be computed. */
  readonly refused: readonly Refusal[]
  /** A chunk of it, or undefined where that is damaged. */
  chunk(index: number): Promise<Chunk | undefined>
}

/**
 * A complete shard, or undefined where it is not complete, or of another plan.
 */
export async function readShard(dir: string, plan: ScanPlan, shard: number): Promise<ShardReader | undefined> {
  const path = shardPath(dir, shard)
  const withFile = async <T>(read: (file: FileHandle) => Promise<T>): Promise<T> => {
    const file = await open(path, 'r')
    try {
      return await read(file)
    } finally {
      await file.close()
    }
  }
  let head: { line: string; start: number; size: number } | undefined
  try {
    head = await withFile(shardHeader)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw fileProblem(error, path)
  }
  const header = head && checkedHeader(head, plan, shard)
  if (head === undefined || header === undefined) return undefined
  const { lengths, refused } = header
  const starts = [head.start]
  for (const length of lengths) starts.push(starts[starts.length - 1] + length)
  return {
    refused,
    async chunk(index) {
      const place = (index - shard) / plan.shards
      try {
        const stored = await withFile((file) => bytesAt(file, starts[place], lengths[place]))
        return stored && wholeChunk(stored, plan, index)
      } catch (error) {
        throw fileProblem(error, path)
      }
    },
  }
}

/** How much of a shard there is, by the names of its files alone; and what of it is refused, once it is complete. */
export async function shardProgress(
  dir: string,
  plan: ScanPlan,
  shard: number,
): Promise<{ done: number; of: number; refused?: readonly Refusal[] }> {
  const of = shardChunks(plan, shard).length
  const complete = await readShard(dir, plan, shard)
  if (complete !== undefined) return { done: of, of, refused: complete.refused }
  const done = (await namesIn(folderOf(dir, shard))).filter((name) => /^\d+\.chunk$/.test(name)).length
  return { done: Math.min(done, of), of }
}

/** A shard that is being computed, under its lock. */
export interface OpenShard {
  readonly missing: readonly number[]
  /** Whether it was complete, but not what was stored, so that all of it is missing. */
  readonly wasDamaged: boolean
  /** Points that could not be computed, of the chunks that were stored when it was opened. */
  readonly refused: readonly Refusal[]
  /** Stores a chunk, whole or not at all; gives back which of its points could not be computed. */
  put(index: number, payload: Uint8Array): Promise<readonly Refusal[]>
  /** Makes one file of all chunks, once none is missing. */
  finish(): Promise<void>
}

/**
 * Opens a shard to go on with it: every chunk that was stored is read and checked, whether the shard is complete or not; what is damaged, or of another plan, counts
 * as missing. Whoever calls holds the lock.
 */
export async function openShard(dir: string, plan: ScanPlan, shard: number, write: Write = writeAll): Promise<OpenShard> {
  const folder = folderOf(dir, shard)
  const complete = await readShard(dir, plan, shard)
  const wasDamaged = complete !== undefined && (await isDamaged(complete, shardChunks(plan, shard)))
  if (complete !== undefined && !wasDamaged) {
    await rm(folder, { recursive: true, force: true })
    return { missing: [], wasDamaged, refused: complete.refused, put: async () => [], finish: async () => {} }
  }
  try {
    if (wasDamaged) await rm(shardPath(dir, shard), { force: true })
    await makeFolder(folder)
    await removeParts(folder)
  } catch (error) {
    throw fileProblem(error, folder)
  }
  const stored = new Set(await namesIn(folder))
  const missing: number[] = []
  const refused: (readonly Refusal[])[] = []
  for (const index of shardChunks(plan, shard)) {
    const name = `${index}.chunk`
    const chunk = stored.has(name) ? wholeChunk(await readFile(join(folder, name)), plan, index) : undefined
    if (chunk === undefined) missing.push(index)
    else refused.push(refusalsIn(chunk))
  }
  return {
    missing,
    wasDamaged,
    refused: sumOfRefusals(refused),
    async put(index, payload) {
      await writeWhole(chunkPath(dir, shard, index), async (file) => {
        await write(file, digestOf(payload))
        await write(file, payload)
      })
      const more = refusalsIn(decodeChunk(payload, -1))
      refused.push(more)
      return more
    },
    async finish() {
      await writeShard(dir, plan, shard, sumOfRefusals(refused), write)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Removes, of complete shards, the locks and the chunks that runs were killed over before they could; what a live run holds is left to it. */
export async function removeLeftovers(dir: string): Promise<void> {
  const locks = join(dir, 'locks')
  const names = [...(await namesIn(join(dir, 'shards'))), ...(await namesIn(locks)).map((name) => name.replace(/\.\d+$/, ''))]
  for (const shard of new Set(names.filter((name) => /^\d+$/.test(name)))) {
    const lock = await takeLock(locks, shard)
    if (!isLock(lock)) continue
    await rm(folderOf(dir, Number(shard)), { recursive: true, force: true })
    await lock.release(true)
  }
}

async function isDamaged(shard: ShardReader, chunks: readonly number[]): Promise<boolean> {
  for (const index of chunks) if ((await shard.chunk(index)) === undefined) return true
  return false
}

async function writeShard(dir: string, plan: ScanPlan, shard: number, refused: readonly Refusal[], write: Write): Promise<void> {
  const paths = shardChunks(plan, shard).map((index) => chunkPath(dir, shard, index))
  const lengths: number[] = []
  for (const path of paths) {
    const file = await open(path, 'r')
    lengths.push((await file.stat()).size)
    await file.close()
  }
  const header: ShardHeader = { plan: plan.hash, shard, shards: plan.shards, chunk: plan.chunk, lengths, refused }
  const fill = async (file: FileHandle): Promise<void> => {
    await write(file, Buffer.from(`${JSON.stringify(header)}\n`))
    for (const path of paths) await write(file, await readFile(path))
  }
  // Where the next to hold the lock looks for what this one leaves unfinished.
  await writeWhole(shardPath(dir, shard), fill, folderOf(dir, shard))
}
