import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type ChainProperties, chainSamples, readChain, type Samples } from '../inference/index.ts'
import { readText } from './io.ts'

/** Chains grow with what was sampled. */
const LARGEST_MB = 200
const PART = /(_\d+\.txt|\.paramnames|\.ranges|\.properties\.ini)$/

/**
 * The chain that a path names, as its root or as one of its files; nothing where there is none.
 *
 * @throws InputError for a chain that lacks a file, or holds what is no number
 */
export async function openChain(path: string): Promise<{ root: string; samples: Samples; properties: ChainProperties } | undefined> {
  const root = path.replace(PART, '')
  const beside = await readdir(dirname(root)).catch((): string[] => [])
  const name = basename(root)
  const own = beside.filter((file) => file.startsWith(name) && PART.exec(file)?.index === name.length).sort()
  if (own.length === 0) return undefined
  const paths = own.map((file) => join(dirname(root), file))
  const files = await Promise.all(paths.map(async (file) => ({ path: file, content: await readText(file, 'chain', LARGEST_MB) })))
  const chain = readChain(files)
  return { root, samples: chainSamples(chain), properties: chain.properties }
}

/** What is said under figures of a chain: what it was sampled of, as far as it tells. */
export function chainRemarks(root: string, { model, likelihood, assumptions, data }: ChainProperties): string[] {
  const name = `chain ${basename(root)}`
  if (model === undefined || likelihood === undefined) return [`${name}, which does not say what it is of`]
  const said = assumptions === undefined || assumptions === 'default' ? [] : [`assumptions: ${assumptions}`]
  return [`${name} · ${model} · likelihood of ${likelihood}`, ...said, ...(data === undefined ? [] : [data])]
}
