import { config } from 'zod'
import { isDumpYaml, type NamedText, parseDumpYaml, parseLimitYaml } from '../../src/config/index.ts'
import { beamDump, recast } from '../../src/constraints/index.ts'
import { plainText } from '../../src/figures/index.ts'
import { type Entry, EXPERIMENTS, InputError, MISSING } from '../../src/index.ts'
import type { OwnFile, OwnRow } from '../engine/protocol.ts'

// Under the policy of many a server functions may not be made out of text.
config({ jitless: true })

const HEADER_NEEDED =
  'a table by itself does not say what was measured: add the YAML file that heads it, with the publication, the model and the units of the columns'
const HEADER_WRONG = 'waits for the YAML file that heads it, in which something is wrong'

const NO_TEXT = 'it is no text: a limit is a YAML file with its table, a scan a Parquet file'
const A_CHAIN = 'a chain of samples is not shown here; zest scan corner draws it'

/** Why a file that nothing heads is nothing by itself. */
function whyNot({ name, text }: OwnFile): string {
  // What UTF-8 does not have is read as U+FFFD.
  if (/[\0\uFFFD]/.test(text.slice(0, 1000))) return NO_TEXT
  return /(_\d+\.txt|\.paramnames|\.ranges|\.properties\.ini)$/.test(name) ? A_CHAIN : HEADER_NEEDED
}

/** A HEPData table is YAML too. */
const isHeader = ({ name, text }: OwnFile): boolean => /\.ya?ml$/i.test(name) && !/^["']?independent_variables/m.test(text)

const lastPart = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** The user's own limits: what every file is, or what is wrong with it. */
export async function readOwn(files: readonly OwnFile[]): Promise<{ entries: Entry[]; rows: OwnRow[] }> {
  const entries: Entry[] = []
  const used = new Set<string>()
  const load = (name: string): NamedText => {
    const file = files.find((one) => one.name === lastPart(name))
    if (file === undefined) throw new InputError(`'${lastPart(name)}' is missing: add that file too`)
    used.add(file.name)
    return file
  }
  const headed = new Map<OwnFile, OwnRow>()
  for (const file of files.filter(isHeader)) {
    try {
      const entry = await ownEntry(file, load, entries)
      entries.push(entry)
      headed.set(file, { file: file.name, id: entry.id, label: plainText(entry.label), isProjection: entry.isProjection === true })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      headed.set(file, { file: file.name, problem: error.message })
    }
  }
  const isNamedBy = (file: OwnFile, [header, row]: readonly [OwnFile, OwnRow]): boolean =>
    row.problem !== undefined && header.text.includes(file.name)
  const rows = files.map((file): OwnRow => {
    const row = headed.get(file)
    if (row !== undefined) return row
    if (used.has(file.name)) return { file: file.name }
    return [...headed].some((one) => isNamedBy(file, one))
      ? { file: file.name, label: HEADER_WRONG }
      : { file: file.name, problem: whyNot(file) }
  })
  return { entries, rows }
}

/** A published curve, or a dump to be computed: what the file has in it tells. */
async function ownEntry({ name, text }: OwnFile, load: (file: string) => NamedText, others: readonly Entry[]): Promise<Entry> {
  const entry = isDumpYaml(text, name) ? beamDump(parseDumpYaml(text, name)) : recast(await parseLimitYaml(text, name, load))
  if ([...EXPERIMENTS, ...MISSING].some(({ id }) => id === entry.id)) {
    throw new InputError(`${name}: the id '${entry.id}' is one of the catalogue; choose another`)
  }
  if (others.some(({ id }) => id === entry.id))
    throw new InputError(`${name}: the id '${entry.id}' is that of another of these files; choose another`)
  return entry
}
