import { bibtex, CITATIONS, type CitationKey, reference } from '../../citations.ts'
import { unknownWord } from '../../errors.ts'
import { EXPERIMENTS } from '../../experiments/index.ts'
import { type CommonOptions, chosenAssumptions, print, printJson } from '../options.ts'

interface Options extends CommonOptions {
  constraint?: string[]
}

/** References of the keys or constraints named; a constraint's id stands for all its sources. */
export async function cite(names: string[], options: Options): Promise<void> {
  await chosenAssumptions(options)
  const wanted = [...names, ...(options.constraint ?? [])]
  const keys = wanted.length === 0 ? (Object.keys(CITATIONS) as CitationKey[]) : [...new Set(wanted.flatMap(keysOf))]
  if (options.json) printJson(keys.map((key) => ({ key, ...CITATIONS[key], reference: reference(key), bibtex: bibtex(key) })))
  else print(keys.map((key) => bibtex(key)).join('\n\n'))
}

function keysOf(name: string): readonly CitationKey[] {
  if (Object.hasOwn(CITATIONS, name)) return [name as CitationKey]
  const entry = EXPERIMENTS.find(({ id }) => id === name.split('@')[0])
  if (entry !== undefined) return entry.source.citations
  throw unknownWord('citation or constraint', name, [...Object.keys(CITATIONS), ...EXPERIMENTS.map(({ id }) => id)], 'cite')
}
