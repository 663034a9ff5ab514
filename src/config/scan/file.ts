import { assume } from '../../assumptions.ts'
import type { OwnLimit } from '../../constraints/index.ts'
import { InputError } from '../../errors.ts'
import { EXPERIMENTS } from '../../experiments/index.ts'
import type { ModelDefinition, ModelSpec } from '../../models/index.ts'
import {
  type Axis,
  CONSTRAINT_LISTS,
  type ConstraintList,
  checkParameterNames,
  type Parameter,
  type Samples,
  type Scale,
  type ScanSpec,
  scanSpec,
} from '../../scan/index.ts'
import { parsePositive } from '../../units.ts'
import { modelSchema } from '../schema.ts'
import { type Located, parseLocated, parseYaml } from '../yaml.ts'
import { type ScanFile, scanFileSchema } from './schema.ts'

/** What a scan names and does not hold: files beside it, read by whoever has them. */
export interface ScanLoader {
  /** The text of a file, by the name that the scan calls it. */
  text(file: string): Promise<string>
  /** A limit or a dump of the user's own. */
  limit(file: string): Promise<OwnLimit>
}

type Path = readonly (string | number)[]

/** Runs what may refuse a part of the file, and says where that stands. */
async function at<T>(file: Located<unknown>, path: Path, attempt: () => T | Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    throw error instanceof InputError ? file.refusal(path, error.message) : error
  }
}

const isYaml = (text: string): boolean => /\.ya?ml(@|$)/i.test(text)

function numberIn(name: string, value: string | number, field: string): number {
  if (name === 'mass') return parsePositive(String(value), 'energy', field)
  const number = typeof value === 'number' ? value : value.trim() === '' ? Number.NaN : Number(value)
  if (!Number.isFinite(number)) throw new InputError(`'${value}' is not a number`, field)
  if (name === 'coupling' && !(number > 0)) throw new InputError(`${number} is not allowed; allowed: above zero`, field)
  return number
}

const KINDS = {
  grid: ['grid', 'linear'],
  logGrid: ['grid', 'log'],
  uniform: ['sampled', 'linear'],
  logUniform: ['sampled', 'log'],
} as const

async function axisOf(file: Located<ScanFile>, name: string): Promise<Axis> {
  const path = ['parameters', name]
  const given = file.value.parameters[name]
  const field = path.join('.')
  if (Array.isArray(given)) {
    return {
      kind: 'list',
      values: await Promise.all(given.map((one, i) => at(file, [...path, i], () => numberIn(name, one, `${field}[${i + 1}]`)))),
    }
  }
  if (typeof given !== 'object') return { kind: 'fixed', value: await at(file, path, () => numberIn(name, given, field)) }
  const words = Object.keys(KINDS) as (keyof typeof KINDS)[]
  const chosen = words.filter((word) => given[word] !== undefined)
  const [word] = chosen
  if (chosen.length !== 1) throw file.refusal(path, `${field}: write one of ${words.join(', ')}, not ${chosen.join(' and ') || 'none'}`)
  const [kind, scale]: readonly ['grid' | 'sampled', Scale] = KINDS[word]
  const read = (i: number): Promise<number> =>
    at(file, [...path, word, i], () => numberIn(name, (given[word] as (string | number)[])[i], `${field}.${word}[${i + 1}]`))
  const [from, to] = [await read(0), await read(1)]
  const refuse = (message: string): InputError => file.refusal([...path, word], `${field}.${word}: ${message}`)
  if (!(to > from)) throw refuse('the range is reversed or empty; write the smaller end first')
  if (scale === 'log' && !(from > 0)) throw refuse('a logarithm needs ends above zero')
  if (kind === 'sampled') {
    if (given.points !== undefined) throw file.refusal([...path, 'points'], `${field}.points: samples says how many; leave it out`)
    return { kind, scale, from, to }
  }
  if (given.points === undefined) throw file.refusal(path, `${field}.points: missing; write how many, such as points: 50`)
  return { kind, scale, from, to, points: given.points }
}

function samplesOf(file: Located<ScanFile>): Samples | undefined {
  const { samples } = file.value
  if (samples === undefined) return undefined
  const refuse = (message: string): InputError => file.refusal(['samples'], message)
  const { sobol, random, seed } = samples
  if ((sobol === undefined) === (random === undefined)) throw refuse('samples: write one of {sobol: 4096} and {random: 10000, seed: 1}')
  if (sobol !== undefined && seed !== undefined) throw refuse('samples.seed: a Sobol sequence has none; leave it out')
  if (random !== undefined && seed === undefined) throw refuse('samples.seed: missing; write a number, such as seed: 1')
  return sobol === undefined ? { sequence: 'random', points: random as number, seed } : { sequence: 'sobol', points: sobol }
}

async function modelOf(file: Located<ScanFile>, load: ScanLoader): Promise<ModelSpec> {
  const { model } = file.value
  if (typeof model !== 'string') return model as unknown as ModelDefinition
  return isYaml(model) ? at(file, ['model'], async () => parseYaml(await load.text(model), model, modelSchema)) : model
}

/** Constraints by id, the user's own among them. */
async function namesOf(file: Located<ScanFile>, field: ConstraintList, load: ScanLoader, own: Map<string, OwnLimit>) {
  const given = file.value.compute[field] ?? []
  const mayBeAll = field === 'constraints' || field === 'limits'
  const names: string[] = []
  for (const [i, word] of (typeof given === 'string' ? given.split(',').map((word) => word.trim()) : given).entries()) {
    if (word === 'all' && mayBeAll) {
      names.push(...EXPERIMENTS.map(({ id }) => id))
      continue
    }
    if (!isYaml(word)) {
      names.push(word)
      continue
    }
    const [path, settings] = word.split(/(?<=\.ya?ml)(?=@|$)/i)
    const limit = own.get(path) ?? (await at(file, ['compute', field, i], () => load.limit(path)))
    own.set(path, limit)
    const { id } = 'dump' in limit ? limit.dump : limit.published
    names.push(`${id}${settings ?? ''}`)
  }
  return names
}

/**
 * A scan from YAML text, with the files it names.
 *
 * @param name the file's name, for messages
 * @throws InputError in one line that begins with `file:line:column`
 * @example
 * const yaml = [
 *   'title: One limit',
 *   'model: mu-tau',
 *   'parameters: {mass: {logGrid: [1 MeV, 10 GeV], points: 200}}',
 *   'compute: {limits: [borexino-2017]}',
 * ].join('\n')
 * const nothing = { text: async () => '', limit: async () => { throw new Error() } }
 * const spec = await parseScanYaml(yaml, 'my-scan.yaml', nothing)
 * spec.parameters[0].axis // { kind: 'grid', scale: 'log', from: 0.001, to: 10, points: 200 }
 */
export const parseScanYaml = async (text: string, name: string, load: ScanLoader): Promise<ScanSpec> =>
  (await parseScanFile(text, name, load)).spec

/** A scan from YAML text, and where in it stands what is refused later. */
export interface ScanInFile {
  readonly spec: ScanSpec
  /** A refusal of a part of the scan, in one line that begins with `file:line:column`; any other error as it is. */
  located(error: unknown): unknown
}

/**
 * As {@link parseScanYaml}, for whoever goes on to compute it.
 *
 * @throws InputError in one line that begins with `file:line:column`
 */
export async function parseScanFile(text: string, name: string, load: ScanLoader): Promise<ScanInFile> {
  const file = parseLocated(text, name, scanFileSchema)
  const located = (error: unknown): unknown => (error instanceof InputError ? file.refusal(pathOf(error.field), error.message) : error)
  const { parameters, compute } = file.value
  const samples = samplesOf(file)
  const { preset = 'default', ...keys } = file.value.assumptions ?? {}
  const own = new Map<string, OwnLimit>()
  const bad = Object.keys(parameters).find((one) => !/^[A-Za-z][A-Za-z0-9_]*$/.test(one))
  if (bad !== undefined) throw file.refusal(['parameters', bad], `parameters: '${bad}' is no name; write letters, digits and _`)
  const model = await modelOf(file, load)
  const title = file.value.title ?? (typeof model === 'string' ? model : (model.title ?? model.id ?? 'a scan'))
  try {
    checkParameterNames(Object.keys(parameters), model)
  } catch (error) {
    throw located(error)
  }
  const lists = {} as Record<ConstraintList, string[]>
  for (const list of CONSTRAINT_LISTS) lists[list] = await namesOf(file, list, load, own)
  const spec: ScanSpec = {
    title,
    model,
    parameters: await Promise.all(
      Object.keys(parameters).map(async (name): Promise<Parameter> => ({ name, axis: await axisOf(file, name) })),
    ),
    ...(samples === undefined ? {} : { samples }),
    compute: {
      ...lists,
      quantities: compute.quantities ?? [],
    },
    assumptions: assume(preset, Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, String(value)]))),
    own: [...own.values()],
  }
  try {
    return { spec: scanSpec(spec), located }
  } catch (error) {
    throw located(error)
  }
}

/** `compute.limits[2]`, which counts from one, as a path in the file. */
const pathOf = (field = ''): Path =>
  field
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) - 1 : part))
