import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { FailureError } from '../../errors.ts'

/** How bytes get into an open file. Tests of full disks put another in its place. */
export type Write = (file: FileHandle, bytes: Uint8Array) => Promise<void>

export const writeAll: Write = async (file, bytes) => {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten
}

/** What ends an unfinished file's name. */
const PART = '.part'

/** @returns what went wrong with a file, in words that say what to do */
export function fileProblem(error: unknown, path: string): Error {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === undefined) return error as Error
  const known: Record<string, string> = {
    ENOSPC: 'no space left on the disk; what was stored is kept: make room, then go on',
    EDQUOT: 'the quota of the disk is used up; what was stored is kept: make room, then go on',
    EACCES: 'permission denied',
    EROFS: 'the file system is read-only',
    EPERM: 'not permitted',
    ENOENT: 'no such file or folder',
    ENOTDIR: 'a part of the path is no folder',
    EISDIR: 'a folder is there, where a file should be',
    EEXIST: 'a file is there, where a folder should be',
  }
  return new FailureError(`${path}: ${known[code] ?? message}`, { cause: error })
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isDirectory() ?? false

/**
 * Makes a folder, and those above it. Node's own way to do that never ends where nothing can be made, as in /proc, and calls a read-only file system a missing folder.
 *
 * @throws FailureError that says why it cannot
 */
export async function makeFolder(path: string): Promise<void> {
  const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'
  const make = async (mayLack: boolean): Promise<boolean> => {
    try {
      await mkdir(path)
    } catch (error) {
      if (mayLack && isMissing(error)) return false
      if (isMissing(error)) throw new FailureError(`${path}: no folder can be made there`, { cause: error })
      if (!(await isFolder(path))) throw fileProblem(error, path)
    }
    return true
  }
  if (await make(true)) return
  await makeFolder(dirname(path))
  await make(false)
}

/** Makes the renames in a folder last. Where folders cannot be opened or synchronised, there is nothing to do. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/**
 * Writes a file whole or not at all: beside its place as `.part`, synchronised with the disk, then renamed. Whoever is killed in between leaves a `.part` that
 * nobody reads.
 *
 * @param fill writes what the file holds
 * @param beside the folder of the `.part`, on the same file system
 * @throws FailureError that says what to do about a full disk
 */
export async function writeWhole(path: string, fill: (file: FileHandle) => Promise<void>, beside = dirname(path)): Promise<void> {
  const part = join(beside, `${basename(path)}.${randomUUID()}${PART}`)
  try {
    const file = await open(part, 'wx')
    try {
      await fill(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw fileProblem(error, path)
  }
}

/** Removes what killed runs left unfinished in a folder: of one file, or of all. Nobody else may be writing it. */
export async function removeParts(folder: string, of = ''): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(of) && name.endsWith(PART)) await rm(join(folder, name), { force: true })
  }
}
