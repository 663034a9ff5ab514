import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { chainSamples, readChain, type Samples } from '../inference/index.ts'
import { readText } from './io.ts'

/** Chains grow with what was sampled. */
const LARGEST_MB = 200
const PART = /(_\d+\.txt|\.paramnames|\.ranges)$/

/**
 * The chain that a path names, as its root or as one of its files; nothing where there is none.
 *
 * @throws InputError for a chain that lacks a file, or holds what is no number
 */
export async function openChain(path: string): Promise<{ root: string; samples: Samples } | undefined> {
  const root = path.replace(PART, '')
  const beside = await readdir(dirname(root)).catch((): string[] => [])
  const name = basename(root)
  const own = beside.filter((file) => file.startsWith(name) && PART.exec(file)?.index === name.length).sort()
  if (own.length === 0) return undefined
  const paths = own.map((file) => join(dirname(root), file))
  const files = await Promise.all(paths.map(async (file) => ({ path: file, content: await readText(file, 'chain', LARGEST_MB) })))
  return { root, samples: chainSamples(readChain(files)) }
}
