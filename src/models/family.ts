import type { CitationKey } from '../citations.ts'
import { InputError, unknownWord } from '../errors.ts'
import { assemble } from './define.ts'
import type { Model } from './model.ts'
import { parseCharges } from './parse.ts'

export interface ParameterRule {
  readonly name: string
  readonly about: string
  /** Text as a user would type it; absent where leaving the parameter out means something of its own. */
  readonly default?: string
  /** What is allowed, in words. */
  readonly range: string
}

/** Parameters as typed, by name. */
export type ParameterValues = Readonly<Record<string, string | undefined>>

/** An entry of the catalogue: one model, or a family of them with parameters. */
export interface ModelFamily {
  readonly id: string
  /** Other spellings that resolve to the same model. */
  readonly aliases?: readonly string[]
  readonly title: string
  readonly tex: string
  readonly summary: string
  readonly citations: readonly CitationKey[]
  readonly parameters?: readonly ParameterRule[]
  make(values: ParameterValues): Model
}

/** A catalogue entry without parameters, from a charge expression. */
export function preset(
  entry: Omit<ModelFamily, 'make' | 'parameters'> & {
    readonly couplingTex: string
    readonly charges: string
    readonly treeMixing?: Partial<Model['treeMixing']>
  },
): ModelFamily {
  const { couplingTex, charges, treeMixing, ...family } = entry
  const { id, title, tex } = family
  return { ...family, make: () => assemble({ spec: id, id, title, tex, couplingTex, fields: parseCharges(charges), treeMixing }) }
}

/**
 * Reads `key=value,key=value`.
 *
 * @throws InputError for an unknown or repeated key, a missing `=`, an empty value.
 */
export function parseParameters(text: string, { id, parameters = [] }: Pick<ModelFamily, 'id' | 'parameters'>): ParameterValues {
  const names = parameters.map(({ name }) => name)
  if (names.length === 0) throw new InputError(`'${id}' has no parameters; write ${id} alone`, 'model')
  const values: Record<string, string> = {}
  for (const part of text.split(',')) {
    const equals = part.indexOf('=')
    const [name, value] = [part.slice(0, equals).trim(), part.slice(equals + 1).trim()]
    if (equals < 0 || value === '') {
      throw new InputError(`'${part}' is not a parameter of '${id}'; write name=value with ${names.join(', ')}`, 'model')
    }
    if (!names.includes(name)) throw unknownWord(`${id} parameter`, name, names, 'model')
    if (name in values) throw new InputError(`parameter '${name}' is given twice`, 'model')
    values[name] = value
  }
  return values
}
