import { existsSync } from 'node:fs'
import { Command, Option } from 'commander'
import { ASSUMPTION_PRESETS, type Assumptions, assume } from '../assumptions.ts'
import { InputError, unknownWord } from '../errors.ts'
import { defineModel, type Model, resolveModel } from '../models/index.ts'
import { parsePositive } from '../units.ts'
import { readText } from './io.ts'

export interface CommonOptions {
  json?: boolean
  assume?: string
  set?: string[]
}

const collect = (value: string, previous: string[] = []): string[] => [...previous, value]

/** A command with the options every one takes. */
export function command(name: string, about: string): Command {
  return new Command(name)
    .description(about)
    .option('--json', 'print stable JSON instead of text')
    .option('--assume <preset|file.yaml>', `assumptions to start from (${Object.keys(ASSUMPTION_PRESETS).join(', ')})`)
    .option('--set <key=value>', 'change one assumption; may be repeated', collect)
}

export const modelOption = (): Option => new Option('--model <model>', 'preset id, charge expression or YAML file')

/** A comma-separated list of constraints. */
export const idList =
  (field: string) =>
  (text: string): string[] => {
    const ids = text.split(',').map((id) => id.trim())
    if (ids.includes('')) throw new InputError(`'${text}' is no list of constraints; write ids such as borexino-2017,g-2-muon`, field)
    return ids
  }

export const constraintOption = (): Option =>
  new Option(
    '--constraint <ids>',
    'constraints, comma-separated: ids, YAML files of your own, or all; all of them where not given',
  ).argParser(idList('constraint'))

export const isYamlPath = (text: string): boolean => /\.ya?ml$/i.test(text)

export async function chosenAssumptions({ assume: base = 'default', set = [] }: CommonOptions): Promise<Assumptions> {
  const start = isYamlPath(base)
    ? await import('../config/index.ts').then(async (c) => c.parseAssumptionsYaml(await readText(base, 'assume'), base))
    : assume(base)
  const pairs = set.map((pair) => {
    const at = pair.indexOf('=')
    if (at < 1) throw new InputError(`'${pair}' is not key=value`, 'set')
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const
  })
  return assume({ ...start }, Object.fromEntries(pairs))
}

/** The model meant by `--model`. */
export async function chosenModel(text: string | undefined): Promise<Model> {
  if (text === undefined)
    throw new InputError('missing; give a preset id, a charge expression or a YAML file, such as --model mu-tau', 'model')
  return isYamlPath(text) || (text.includes('/') && existsSync(text))
    ? defineModel((await import('../config/index.ts')).parseModelYaml(await readText(text, 'model'), text))
    : resolveModel(text)
}

/**
 * What a user should know of the model, on stderr: after everything that may still be refused, before the results. That a divergent loop
 * counts as zero is left out where the assumptions give the mixing otherwise.
 */
export function warnAbout(model: Model, { kineticMixing }: Assumptions): void {
  const isGiven = /^(fixed|log|none)/.test(kineticMixing)
  const warnings = model.warnings.filter((warning) => !(isGiven && warning.includes('log-divergent')))
  for (const warning of warnings) process.stderr.write(`warning: ${model.id}: ${warning}\n`)
}

export function chosenMass(text: string | undefined): number {
  if (text === undefined) throw new InputError('missing; write a quantity such as --mass 15MeV', 'mass')
  return parsePositive(text, 'energy', 'mass')
}

/** A dimensionless coupling above zero. */
export function chosenCoupling(text: string | undefined): number {
  if (text === undefined) throw new InputError('missing; write a number such as --coupling 4.6e-4', 'coupling')
  return positiveNumber(text, 'coupling', 'a coupling')
}

/** A number without a unit, above zero. */
export function positiveNumber(text: string, field: string, what = 'a number'): number {
  const value = /^\s*[+-]?[\d.]+(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN
  if (!Number.isFinite(value) || value <= 0) throw new InputError(`'${text}' is not ${what}; allowed: a number above zero`, field)
  return value
}

/** A number without a unit, of fifteen digits at most. */
export function wholeNumber(text: string, field: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InputError(`'${text}' is not a whole number from 0 on`, field)
  return Number(text)
}

/** How many of something, above zero; undefined where none is given. */
export function wholeCount(text: string | undefined, field: string): number | undefined {
  if (text === undefined) return undefined
  const value = /^\s*\d+\s*$/.test(text) ? Number(text) : 0
  if (!(value >= 1 && value <= 1e6)) throw new InputError(`'${text}' is not allowed; allowed: a whole number from 1 to 1000000`, field)
  return value
}

/** One word of those that are allowed. */
export function oneOf<T extends string>(field: string, value: string | undefined, allowed: readonly T[]): T {
  if (value === undefined) throw new InputError(`missing; one of ${allowed.join(', ')}`, field)
  const known = allowed.find((word) => word === value)
  if (known === undefined) throw unknownWord(field, value, allowed, field)
  return known
}

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

export function printJson(value: unknown): void {
  process.stdout.write(jsonText(value))
}

export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}
