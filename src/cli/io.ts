import { randomUUID } from 'node:crypto'
import { access, constants, mkdir, open, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { FailureError, InputError } from '../errors.ts'

/** No text of a user's that Zest reads is larger, but for chains. */
const LARGEST_MB = 5

/**
 * Reads a user's file. A missing one is a mistake of input, not a crash; what is no regular file, or too large, is refused unread.
 *
 * @throws InputError
 */
export async function readText(path: string, field: string, largest_MB = LARGEST_MB): Promise<string> {
  try {
    // A pipe that nobody writes to would else be waited for.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const status = await file.stat()
      if (status.isDirectory()) throw new Error('it is a folder')
      if (!status.isFile()) throw new Error('it is no regular file')
      const size = status.size / 1e6
      if (size > largest_MB) throw new Error(`${size.toFixed(1)} MB are more than the ${largest_MB} MB that a file may have`)
      return await file.readFile('utf8')
    } finally {
      await file.close()
    }
  } catch (error) {
    throw new InputError(`cannot read '${path}': ${reason(error)}`, field)
  }
}

/**
 * Refuses, before anything is computed, an output that cannot be written.
 *
 * @throws InputError where the folder does not exist or may not be written, the path is a folder, or the file there may not be written
 */
export async function checkWritable(path: string, field = 'out'): Promise<void> {
  try {
    const target = await followed(path)
    const existing = await stat(target).catch(() => undefined)
    if (existing?.isDirectory() || /[\\/]$/.test(path)) throw new Error('it is a folder')
    if (existing !== undefined) await access(target, constants.W_OK)
    if (existing?.isFile() ?? true) await access(dirname(target), constants.W_OK)
  } catch (error) {
    throw new InputError(`cannot write '${path}': ${reason(error)}`, field)
  }
}

export interface OutputFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** Writes files whole, and all of them or none: each beside its place first, then renamed over it. What is no file (a pipe) is written to. */
export async function writeFiles(files: readonly OutputFile[]): Promise<void> {
  const staged: { beside: string; target: string }[] = []
  const step = async (path: string, act: () => Promise<void>): Promise<void> => {
    await act().catch((error: unknown) => {
      throw new FailureError(`cannot write '${path}': ${reason(error)}`)
    })
  }
  try {
    const places = await Promise.all(files.map(async (file) => ({ ...file, target: await followed(file.path) })))
    for (const { path, target, content } of places) {
      const existing = await stat(target).catch(() => undefined)
      if (existing !== undefined && !existing.isFile()) {
        await step(path, () => writeFile(target, content))
        continue
      }
      const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}`)
      staged.push({ beside, target })
      await step(path, () => writeFile(beside, content))
    }
    for (const { beside, target } of staged) await step(target, () => rename(beside, target))
  } finally {
    for (const { beside } of staged) await rm(beside, { force: true })
  }
}

/**
 * Refuses, before anything is computed, a folder that is there and holds something, or that cannot be made.
 *
 * @throws InputError
 */
export async function checkNewFolder(path: string, field: string): Promise<void> {
  try {
    const target = await followed(path)
    if ((await stat(target).catch(() => undefined)) !== undefined && (await readdir(target)).length > 0)
      throw new Error('it is there and not empty; name a new folder')
    await access(dirname(target), constants.W_OK)
  } catch (error) {
    throw new InputError(`cannot write '${path}': ${reason(error)}`, field)
  }
}

/** Writes a new folder with files in it, named from it: whole, or not at all. */
export async function writeFolder(path: string, files: readonly OutputFile[], field: string): Promise<void> {
  await checkNewFolder(path, field)
  const target = await followed(path)
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}`)
  try {
    await mkdir(beside)
    for (const file of files) await writeFile(join(beside, file.path), file.content)
    await rename(beside, target)
  } catch (error) {
    throw new FailureError(`cannot write '${path}': ${reason(error)}`)
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

/** Where a path leads, through symbolic links. */
const followed = (path: string): Promise<string> => realpath(path).catch(() => resolve(path))

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  const known: Record<string, string> = {
    ENOENT: 'no such file or folder',
    ENXIO: 'it is no regular file',
    EACCES: 'permission denied',
    EROFS: 'read-only file system',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of the path is not a folder',
    ENOSPC: 'no space left on the disk',
  }
  return (code && known[code]) ?? (error as Error).message
}
