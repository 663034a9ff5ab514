import { bibtex, CITATIONS, type CitationKey, reference } from '../../citations.ts'
import { unknownWord } from '../../errors.ts'
import { EXPERIMENTS } from '../../experiments/index.ts'
import { Session } from '../../session.ts'
import { type CommonOptions, chosenAssumptions, print, printJson } from '../options.ts'

interface Options extends CommonOptions {
  constraint?: string[]
}

/** References of the keys or constraints named; a constraint stands for what it rests on under the assumptions. */
export async function cite(names: string[], options: Options): Promise<void> {
  const session = new Session(await chosenAssumptions(options))
  const wanted = [...names, ...(options.constraint ?? [])]
  const found = await Promise.all(wanted.map((name) => keysOf(name, session)))
  const keys = wanted.length === 0 ? (Object.keys(CITATIONS) as CitationKey[]) : [...new Set(found.flat())]
  if (options.json) printJson(keys.map((key) => ({ key, ...CITATIONS[key], reference: reference(key), bibtex: bibtex(key) })))
  else print(keys.map((key) => bibtex(key)).join('\n\n'))
}

async function keysOf(name: string, session: Session): Promise<readonly CitationKey[]> {
  if (Object.hasOwn(CITATIONS, name)) return [name as CitationKey]
  const ids = EXPERIMENTS.map(({ id }) => id)
  if (!ids.includes(name.split('@')[0])) throw unknownWord('citation or constraint', name, [...Object.keys(CITATIONS), ...ids], 'cite')
  return (await session.constraint(name)).citations
}
