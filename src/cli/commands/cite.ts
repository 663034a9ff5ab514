import { bibtex, CITATIONS, type Citation, type CitationKey, reference } from '../../citations.ts'
import { unknownWord } from '../../errors.ts'
import { MISSING } from '../../experiments/index.ts'
import { Session } from '../../session.ts'
import { type CommonOptions, chosenAssumptions, print, printJson } from '../options.ts'
import { chosenConstraints } from '../own-limits.ts'

interface Options extends CommonOptions {
  constraint?: string[]
}

/** References of the keys or constraints named; a constraint stands for what it rests on under the assumptions, a missing one for its publication. */
export async function cite(names: string[], options: Options): Promise<void> {
  const assumptions = await chosenAssumptions(options)
  const { own, specs = [] } = await chosenConstraints([...names, ...(options.constraint ?? [])])
  const session = new Session(assumptions, own)
  const found = await Promise.all(specs.map((name) => citedBy(name, session)))
  const keys = specs.length === 0 ? (Object.keys(CITATIONS) as CitationKey[]) : [...new Set(found.flatMap(({ citations }) => citations))]
  const others = [...new Set(found.flatMap(({ otherwise }) => otherwise ?? []))]
  if (options.json) {
    for (const source of others) process.stderr.write(`warning: no citation key: ${source}\n`)
    printJson(keys.map((key) => ({ key, ...CITATIONS[key], reference: reference(key), bibtex: bibtex(key) })))
    return
  }
  // Outside its entries BibTeX takes everything for a comment.
  print([...others.map((source) => `% ${source}`), ...keys.map((key) => bibtex(key))].join('\n\n'))
}

/** The key of what has an arXiv number. */
export const keyOf = (arXiv: string): CitationKey | undefined =>
  (Object.keys(CITATIONS) as CitationKey[]).find((key) => (CITATIONS[key] as Citation).arXiv === arXiv)

/** Citation keys, or the source in words of what has none. */
async function citedBy(name: string, session: Session): Promise<{ citations: readonly CitationKey[]; otherwise?: string }> {
  if (Object.hasOwn(CITATIONS, name)) return { citations: [name as CitationKey] }
  const missing = MISSING.find(({ id }) => id === name)
  if (missing !== undefined) {
    const key = keyOf(missing.arXiv)
    return key === undefined ? { citations: [], otherwise: `${name}: ${missing.title}, arXiv:${missing.arXiv}` } : { citations: [key] }
  }
  const ids = session.catalogue.map(({ id }) => id)
  if (!ids.includes(name.split('@')[0])) {
    const known = [...Object.keys(CITATIONS), ...ids, ...MISSING.map(({ id }) => id)]
    throw unknownWord('citation or constraint', name, known, 'cite')
  }
  const { citations, entry } = await session.constraint(name)
  return citations.length > 0 ? { citations } : { citations, otherwise: `${entry.id}: ${entry.source.where}` }
}
