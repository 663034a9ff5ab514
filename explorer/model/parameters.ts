import { InputError } from '../../src/index.ts'
import {
  MODEL_CATALOGUE,
  type ModelFamily,
  type ParameterRule,
  parseParameters,
  parseRational,
  resolveModel,
  toNumber,
} from '../../src/models/index.ts'
import type { SliderRange } from '../controls/slider.tsx'

/** How far parameters of the catalogue's families are slid, and what they are called. */
const RANGES: Readonly<Record<string, SliderRange & { readonly symbol: string }>> = {
  ratio: { symbol: 'gν / gμ', scale: 'signed-log', min: -10, max: 10, smallest: 1e-3 },
  c: { symbol: 'c', scale: 'linear', min: -1, max: 1 },
  tanEta: { symbol: 'tan η', scale: 'linear', min: -3, max: 3 },
  epsilon: { symbol: 'ε', scale: 'signed-log', min: -1, max: 1, smallest: 1e-6 },
  cPhi: { symbol: 'cφ', scale: 'linear', min: 0, max: 20 },
  mPhiOverM: { symbol: 'mφ / m', scale: 'linear', min: 0.01, max: 0.6 },
}

/** Parameters of which a model takes one or the other. */
const EITHER: Readonly<Record<string, string>> = { tanEta: 'epsilon', epsilon: 'tanEta' }

export interface Parameter {
  readonly rule: ParameterRule
  readonly symbol: string
  readonly range: SliderRange
  readonly value: number
  /** The parameter that may be given in its place. */
  readonly instead: string | undefined
}

/** The family a model text names, if it is one of the catalogue's. */
export function familyOf(text: string): ModelFamily | undefined {
  const name = text.split(':')[0].trim()
  return MODEL_CATALOGUE.find(({ id, aliases = [] }) => id === name || aliases.includes(name))
}

function valuesOf(text: string, family: ModelFamily): Readonly<Record<string, string | undefined>> {
  const colon = text.indexOf(':')
  if (colon < 0) return {}
  try {
    return parseParameters(text.slice(colon + 1), family)
  } catch (error) {
    if (error instanceof InputError) return {}
    throw error
  }
}

function numberOf(text: string): number {
  try {
    return toNumber(parseRational(text))
  } catch (error) {
    if (error instanceof InputError) return Number.NaN
    throw error
  }
}

/** The parameters of a model text that can be slid, with their values. */
export function parametersOf(text: string): Parameter[] {
  const family = familyOf(text)
  if (family?.parameters === undefined) return []
  const values = valuesOf(text, family)
  return family.parameters.flatMap((rule): Parameter[] => {
    const slider = RANGES[rule.name]
    const instead = EITHER[rule.name]
    const given = values[rule.name]
    if (slider === undefined || (given === undefined && (rule.default === undefined || values[instead] !== undefined))) return []
    if (rule.name === 'mPhiOverM' && numberOf(values.cPhi ?? '0') === 0) return []
    return [{ rule, symbol: slider.symbol, range: slider, value: numberOf(given ?? rule.default!), instead }]
  })
}

/**
 * The model text with one parameter changed; the one that it replaces is dropped.
 *
 * @throws InputError for a value that the model does not take
 */
export function withParameter(text: string, name: string, value: number): string {
  const family = familyOf(text)
  if (family === undefined) return text
  const changed: Record<string, string | undefined> = { ...valuesOf(text, family), [name]: String(value) }
  if (EITHER[name] !== undefined) changed[EITHER[name]] = undefined
  if (numberOf(changed.cPhi ?? '0') === 0) changed.mPhiOverM = undefined
  const parts = Object.entries(changed).flatMap(([key, part]) => (part === undefined ? [] : [`${key}=${part}`]))
  const changedText = `${family.id}:${parts.join(',')}`
  resolveModel(changedText)
  return changedText
}
