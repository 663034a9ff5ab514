import { InputError, unknownWord } from '../errors.ts'
import type { ModelSpec } from '../models/index.ts'
import { parseRational, toDecimal } from '../models/rational.ts'

const PLACE = /\{([^{}]*)\}/g

/** What a number is in a charge expression, which knows no exponents. */
const decimal = (value: number): string => toDecimal(parseRational(String(value)))

/**
 * The parameters that a model names in braces, each once.
 *
 * @example
 * placesIn('bernal:c={c},tanEta={t}') // ['c', 't']
 */
export function placesIn(model: unknown): string[] {
  if (typeof model === 'string') return [...new Set([...model.matchAll(PLACE)].map(([, name]) => name.trim()))]
  if (typeof model !== 'object' || model === null) return []
  return [...new Set(Object.values(model).flatMap(placesIn))]
}

/**
 * A model with numbers where it names parameters in braces. A text that is nothing but one becomes a number, so that `epsilonOverG: "{ratio}"` is one.
 *
 * @throws InputError (field `model`) for a name that is no parameter
 * @example
 * filledModel('muon-nu:ratio={ratio}', { ratio: 0.1 }) // 'muon-nu:ratio=0.1'
 */
export function filledModel(model: ModelSpec, values: Readonly<Record<string, number>>): ModelSpec {
  const read = (place: string): number => {
    const name = place.trim()
    if (!Object.hasOwn(values, name)) throw unknownWord('parameter', name, Object.keys(values), 'model')
    return values[name]
  }
  const fill = (part: unknown, isWhole: boolean): unknown => {
    if (typeof part === 'string') {
      const alone = /^\{([^{}]*)\}$/.exec(part.trim())
      return alone !== null && isWhole ? read(alone[1]) : part.replaceAll(PLACE, (_, name: string) => decimal(read(name)))
    }
    if (Array.isArray(part)) return part.map((one) => fill(one, true))
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, fill(value, !TEXTS.includes(key))]))
  }
  if (typeof model === 'string' && /^\s*\{[^{}]*\}\s*$/.test(model)) throw new InputError(`'${model}' is no model; write one`, 'model')
  return fill(model, false) as ModelSpec
}

/** Fields of a definition that are words. */
const TEXTS = ['id', 'title', 'tex']
