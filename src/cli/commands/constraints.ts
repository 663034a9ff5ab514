import { CITATIONS } from '../../citations.ts'
import { type Constraint, confidenceText, type Entry, fullStatement, type Kind, SUBJECTS } from '../../constraints/index.ts'
import { InputError, unknownWord } from '../../errors.ts'
import { EXPERIMENTS, MISSING } from '../../experiments/index.ts'
import type { MissingLimit } from '../../experiments/missing.ts'
import { sourcesOf } from '../../reports/sources.ts'
import { textTable } from '../../reports/text.ts'
import { Session } from '../../session.ts'
import { type CommonOptions, chosenAssumptions, print, printJson } from '../options.ts'
import { chosenConstraints } from '../own-limits.ts'
import { keyOf } from './cite.ts'

interface Options extends CommonOptions {
  missing?: boolean
  constraint?: string[]
  kind?: string
  group?: string
  experiment?: string
  about?: string
  year?: string
}

const KINDS: readonly Kind[] = ['exclusion', 'preferred', 'projection']

/** When the first of its publications appeared. */
const yearOf = ({ source }: Entry): number | undefined => {
  const [key] = source.citations
  return key === undefined ? undefined : CITATIONS[key].year
}

/** One of the words, or an error that lists them. */
function oneOf(text: string | undefined, words: readonly string[], field: string): string | undefined {
  if (text === undefined) return undefined
  const found = words.find((word) => word.toLowerCase() === text.trim().toLowerCase())
  if (found === undefined) throw unknownWord(field, text, words, field)
  return found
}

/** `2017`, or `2010:2020` with either end left out. */
function yearRange(text: string | undefined): readonly [number, number] {
  const match = /^\s*(\d{4})?\s*(:?)\s*(\d{4})?\s*$/.exec(text ?? ':')
  if (match === null || (text !== undefined && match[1] === undefined && match[3] === undefined)) {
    throw new InputError(`'${text}' is no year; write 2017, or a range such as 2010:2020 or 2015:`, 'year')
  }
  const from = match[1] === undefined ? 0 : Number(match[1])
  const to = match[3] !== undefined ? Number(match[3]) : match[2] === ':' ? Number.POSITIVE_INFINITY : from
  if (to < from) throw new InputError(`range '${text}' is reversed; write the earlier year first`, 'year')
  return [from, to]
}

/** Whether a year lies in a range of them; an unknown one only where nothing is asked. */
function within(range: string | undefined): (year: number | undefined) => boolean {
  const [from, to] = yearRange(range)
  return (year) => range === undefined || (year !== undefined && year >= from && year <= to)
}

function chosen(all: readonly Constraint[], options: Options): Constraint[] {
  const entries = all.map(({ entry }) => entry)
  const words = (pick: (entry: Entry) => string | undefined) => [...new Set(entries.flatMap((entry) => pick(entry) ?? []))].sort()
  const kind = oneOf(options.kind, KINDS, 'kind')
  const group = oneOf(
    options.group,
    words((entry) => entry.group),
    'group',
  )
  const experiment = oneOf(
    options.experiment,
    words((entry) => entry.experiment),
    'experiment',
  )
  const about = oneOf(options.about, SUBJECTS, 'about')
  const isOfTheYears = within(options.year)
  return all.filter(({ entry, kind: its }) => {
    return (
      (kind === undefined || its === kind) &&
      (group === undefined || entry.group === group) &&
      (experiment === undefined || entry.experiment === experiment) &&
      (about === undefined || (entry.subjects as readonly string[] | undefined)?.includes(about)) &&
      isOfTheYears(yearOf(entry))
    )
  })
}

/** The experiment that the title of a missing limit begins with. */
const experimentOf = ({ title }: MissingLimit): string | undefined => /^[A-Z].*?(?=,| with )/.exec(title)?.[0]

/** When a missing limit was published: the year of its citation, or else that of its arXiv number. */
const publishedIn = ({ arXiv }: MissingLimit): number => {
  const key = keyOf(arXiv)
  return key === undefined ? 2000 + Number(arXiv.slice(0, 2)) : CITATIONS[key].year
}

/** Missing limits, of which only experiment and year are known. */
function chosenMissing(options: Options): MissingLimit[] {
  const unknown = (['constraint', 'kind', 'group', 'about'] as const).find((field) => options[field] !== undefined)
  if (unknown !== undefined) throw new InputError('not known of missing limits; choose them by --experiment or --year', unknown)
  const experiments = [...EXPERIMENTS.flatMap((entry) => entry.experiment ?? []), ...MISSING.flatMap((limit) => experimentOf(limit) ?? [])]
  const experiment = oneOf(options.experiment, [...new Set(experiments)].sort(), 'experiment')
  const isOfTheYears = within(options.year)
  return MISSING.filter((limit) => (experiment === undefined || experimentOf(limit) === experiment) && isOfTheYears(publishedIn(limit)))
}

export async function constraints(options: Options): Promise<void> {
  const assumptions = await chosenAssumptions(options)
  if (options.missing) {
    const found = chosenMissing(options)
    if (options.json) printJson(found)
    else if (found.length === 0) print('No missing limit is like that.')
    else print(textTable(found.map(({ id, title, arXiv, why }) => [id, title, `arXiv:${arXiv}`, why])))
    return
  }
  const { own, specs } = await chosenConstraints(options.constraint)
  const found = chosen(await new Session(assumptions, own).constraints(specs), options)
  if (options.json) {
    printJson(
      found.map(({ entry, kind, confidence, statement, citations, unverified }) => ({
        id: entry.id,
        title: entry.title,
        group: entry.group,
        ...(entry.experiment === undefined ? {} : { experiment: entry.experiment }),
        about: entry.subjects ?? [],
        year: yearOf(entry) ?? null,
        kind,
        confidence,
        statement,
        ...entry.source,
        citations,
        ...(unverified === undefined ? {} : { unverified }),
        status: 'available',
      })),
    )
    return
  }
  if (found.length === 0) print('No constraint of the catalogue is like that.')
  else {
    print(
      textTable([
        ['id', 'kind', 'CL', 'compared', 'sources'],
        ...found.map((constraint) => [
          constraint.entry.id,
          constraint.kind,
          confidenceText(constraint.confidence),
          fullStatement(constraint),
          sourcesOf(constraint).join('; '),
        ]),
      ]),
    )
  }
  print('\nzest constraints --missing lists limits known to exist whose numbers are not available.')
}
