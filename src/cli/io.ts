import { randomUUID } from 'node:crypto'
import { access, constants, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { FailureError, InputError } from '../errors.ts'

/** Reads a user's file; a missing one is a mistake of input, not a crash. */
export async function readText(path: string, field: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new InputError(`cannot read '${path}': ${reason(error)}`, field)
  }
}

/**
 * Refuses, before anything is computed, an output that cannot be written.
 *
 * @throws InputError where the folder does not exist or may not be written, or the path is a folder
 */
export async function checkWritable(path: string): Promise<void> {
  const folder = dirname(resolve(path))
  try {
    await access(folder, constants.W_OK)
    if (!(await stat(folder)).isDirectory()) throw new Error('not a folder')
  } catch (error) {
    throw new InputError(`cannot write '${path}': ${reason(error)}`, 'out')
  }
  const existing = await stat(path).catch(() => undefined)
  if (existing?.isDirectory()) throw new InputError(`cannot write '${path}': it is a folder`, 'out')
}

/** Writes a file whole or not at all: beside it first, then renamed over it. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  try {
    await writeFile(beside, content)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw new FailureError(`cannot write '${path}': ${reason(error)}`)
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  const known: Record<string, string> = {
    ENOENT: 'no such file or folder',
    EACCES: 'permission denied',
    EROFS: 'read-only file system',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of the path is not a folder',
    ENOSPC: 'no space left on the disk',
  }
  return (code && known[code]) ?? (error as Error).message
}
