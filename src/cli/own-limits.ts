import { dirname, isAbsolute, join } from 'node:path'
import type { Entry } from '../constraints/constraint.ts'
import { type OwnLimit, ownEntry } from '../constraints/index.ts'
import { InputError } from '../errors.ts'
import { EXPERIMENTS, MISSING } from '../experiments/index.ts'
import { readText } from './io.ts'
import { isYamlPath } from './options.ts'

/** What `--constraint` asks for: the user's own entries, and every constraint by id (undefined where the command's default is meant). */
export interface ChosenConstraints {
  readonly own: readonly Entry[]
  readonly specs: readonly string[] | undefined
}

const isTablePath = (text: string): boolean => /\.(lmt|txt|dat|csv|json)$/i.test(text)

/**
 * Reads the YAML files among the constraints asked for, and spells `all` out: the whole catalogue, or alone, as where nothing is said, the
 * default of the command. A command with another default takes the word out before.
 *
 * @throws InputError where a file cannot be read, or is no YAML, or its id is taken
 */
export async function chosenConstraints(words: readonly string[] | undefined): Promise<ChosenConstraints> {
  if (words === undefined || words.every((word) => word === 'all')) return { own: [], specs: undefined }
  const own = new Map<string, Entry>()
  const specs: string[] = []
  for (const word of words) {
    const at = isYamlPath(word) ? word.length : word.lastIndexOf('@')
    const [path, settings] = at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at)]
    if (word === 'all') specs.push(...EXPERIMENTS.map(({ id }) => id))
    else if (isTablePath(path)) throw new InputError(`'${path}': a table needs a YAML header, see docs/limit-files.md`, 'constraint')
    else if (!isYamlPath(path)) specs.push(word)
    else {
      const entry = own.get(path) ?? (await ownLimit(path, own))
      own.set(path, entry)
      specs.push(`${entry.id}${settings}`)
    }
  }
  return { own: [...own.values()], specs }
}

/** The entry of a file whose id nothing else has. */
async function ownLimit(path: string, others: ReadonlyMap<string, Entry>): Promise<Entry> {
  const entry = ownEntry(await readOwnLimit(path))
  for (const [other, { id }] of others) {
    if (id === entry.id) throw new InputError(`${path}: the id '${entry.id}' is that of ${other} too; choose another`, 'constraint')
  }
  return entry
}

/**
 * A published curve, or a dump to be computed, as plain data: what the file has in it tells which.
 *
 * @throws InputError where the file cannot be read, or has an id of the catalogue
 */
export async function readOwnLimit(path: string): Promise<OwnLimit> {
  const { isDumpYaml, parseDumpYaml, parseLimitYaml } = await import('../config/index.ts')
  const text = await readText(path, 'constraint')
  const load = async (file: string) => {
    const name = isAbsolute(file) ? file : join(dirname(path), file)
    return { name, text: await readText(name, 'data.file') }
  }
  const own: OwnLimit = isDumpYaml(text, path) ? { dump: parseDumpYaml(text, path) } : { published: await parseLimitYaml(text, path, load) }
  const { id } = 'dump' in own ? own.dump : own.published
  if ([...EXPERIMENTS, ...MISSING].some((entry) => id === entry.id)) {
    throw new InputError(`${path}: the id '${id}' is one of the catalogue; choose another`, 'constraint')
  }
  return own
}
