import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where numbers from outside stand: tables, published curves, and the declarations of experiments. */
const ROOMS = ['data', 'experiments'] as const

/**
 * SHA-256 of the tables that Zest came with, file by file, so that a plan knows when a number from outside has changed since. The files of this installation
 * are read; another build of the same version may have another digest.
 */
export async function tablesDigest(): Promise<string> {
  const hash = createHash('sha256')
  for (const room of ROOMS) {
    const folder = fileURLToPath(new URL(`../../${room}/`, import.meta.url))
    const names = (await readdir(folder, { recursive: true })).filter((name) => /(?<!\.d)\.[jt]s$/.test(name)).sort()
    for (const name of names) {
      const content = createHash('sha256').update(await readFile(join(folder, name)))
      hash.update(`${room}/${name.replaceAll('\\', '/')} ${content.digest('hex')}\n`)
    }
  }
  return hash.digest('hex')
}
