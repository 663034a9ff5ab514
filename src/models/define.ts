import { InputError, unknownWord } from '../errors.ts'
import { FIELDS, fermionCharges, mapFields } from './fields.ts'
import type { Charges, ChargeValue, FieldCharges, HiddenScalar, Model, ModelDefinition, ModelSpec, Triple } from './model.ts'
import { expression, parseCharges, texExpression } from './parse.ts'
import { parseRational, type Rational, ZERO } from './rational.ts'
import { warnings } from './warnings.ts'

/** What a family file states about a model; everything else follows. */
export interface ModelParts {
  readonly spec: ModelSpec
  readonly id: string
  readonly title: string
  readonly tex: string
  readonly couplingTex: string
  readonly fields: FieldCharges
  readonly treeMixing?: Partial<Model['treeMixing']>
  readonly massMixing?: number
  readonly hiddenScalar?: HiddenScalar
  readonly notes?: readonly string[]
}

/** A model from exact Weyl-field charges. */
export function assemble({ fields, treeMixing, ...parts }: ModelParts): Model {
  return effective({ ...parts, treeMixing, fields, charges: fermionCharges(fields), warnings: warnings(fields) })
}

/** A model from the charges of the fermions themselves, which need not respect SU(2). */
export function effective(
  parts: Omit<ModelParts, 'fields'> & Pick<Model, 'charges' | 'warnings'> & Partial<Pick<Model, 'fields' | 'tauRegulatedLoop'>>,
): Model {
  const { treeMixing, massMixing = 0, tauRegulatedLoop = false, notes = [], charges, ...rest } = parts
  const mixing = { epsilonOverG: 0, epsilon: 0, ...treeMixing }
  return Object.freeze({ ...rest, charges: freeze(charges), treeMixing: Object.freeze(mixing), massMixing, tauRegulatedLoop, notes })
}

function freeze(charges: Charges): Charges {
  for (const charge of Object.values(charges)) Object.freeze(charge)
  return Object.freeze(charges)
}

const KEYS = [
  'id',
  'title',
  'tex',
  'charges',
  'kineticMixing',
  'massMixing',
  'hiddenScalar',
] as const satisfies readonly (keyof ModelDefinition)[]

/**
 * A model from its written-out definition. Fields left out follow the vectorlike rule: `u` and `d` take the charge of `Q`,
 * `e` and `nuR` that of `L`; `Q` and `L` are neutral.
 *
 * @throws InputError naming the field: an unknown key, a charge that is not a finite number, `epsilon` together with `epsilonOverG`,
 *   |sin θ| above 1, a hidden scalar whose mass ratio is not above 0.
 * @example
 * defineModel({ charges: { L: [0, 1, -1] }, kineticMixing: { epsilonOverG: -0.0144329 } }).id // 'Lmu-Ltau'
 */
export function defineModel(spec: ModelDefinition): Model {
  checkKeys(spec, KEYS, 'model')
  const fields = readCharges(spec.charges)
  const id = spec.id ?? expression(fields)
  const { hiddenScalar } = spec
  for (const key of ['id', 'title', 'tex'] as const) {
    if (spec[key] !== undefined && (typeof spec[key] !== 'string' || spec[key] === '')) throw new InputError('write some text', key)
  }
  return assemble({
    spec: structuredClone(spec),
    id,
    title: spec.title ?? `Gauged ${id}`,
    tex: spec.tex ?? `U(1)_{${texExpression(fields)}}`,
    couplingTex: "g_{Z'}",
    fields,
    treeMixing: readMixing(spec.kineticMixing),
    massMixing: readMassMixing(spec.massMixing),
    ...(hiddenScalar === undefined ? {} : { hiddenScalar: checkHiddenScalar(hiddenScalar, 'hiddenScalar') }),
  })
}

function readCharges(charges: ModelDefinition['charges'] | undefined): FieldCharges {
  if (typeof charges === 'string') return parseCharges(charges)
  checkKeys(charges, FIELDS, 'charges')
  const read = (field: keyof FieldCharges, otherwise: Triple<Rational>): Triple<Rational> => {
    const value = charges[field]
    return value === undefined ? otherwise : readTriple(value, `charges.${field}`)
  }
  const Q = read('Q', [ZERO, ZERO, ZERO])
  const L = read('L', [ZERO, ZERO, ZERO])
  const rows: FieldCharges = { Q, u: read('u', Q), d: read('d', Q), L, e: read('e', L), nuR: read('nuR', L) }
  return mapFields((field, i) => rows[field][i])
}

function readTriple(value: ChargeValue | readonly ChargeValue[], field: string): Triple<Rational> {
  if (!Array.isArray(value)) {
    const charge = readCharge(value, field)
    return [charge, charge, charge]
  }
  if (value.length !== 3) throw new InputError(`${value.length} charges given; write one, or three (one a family)`, field)
  return [readCharge(value[0], `${field}[1]`), readCharge(value[1], `${field}[2]`), readCharge(value[2], `${field}[3]`)]
}

function readCharge(value: unknown, field: string): Rational {
  if (typeof value !== 'number' && typeof value !== 'string') throw new InputError(`a charge is a number or text such as '-2/3'`, field)
  return parseRational(value, field)
}

function readMixing(mixing: ModelDefinition['kineticMixing']): Partial<Model['treeMixing']> {
  if (mixing === undefined) return {}
  checkKeys(mixing, ['epsilon', 'epsilonOverG'], 'kineticMixing')
  const { epsilon, epsilonOverG } = mixing
  if (epsilon !== undefined && epsilonOverG !== undefined) {
    throw new InputError('give epsilon (absolute) or epsilonOverG, not both', 'kineticMixing')
  }
  if (epsilon !== undefined) return { epsilon: finite(epsilon, 'kineticMixing.epsilon') }
  return epsilonOverG === undefined ? {} : { epsilonOverG: finite(epsilonOverG, 'kineticMixing.epsilonOverG') }
}

function readMassMixing(sine: number | undefined): number {
  if (sine === undefined) return 0
  if (!(Math.abs(finite(sine, 'massMixing')) <= 1)) throw new InputError(`${sine} is not a sine; allowed: -1 to 1`, 'massMixing')
  return sine
}

/** @throws InputError unless the charge is finite and the mass ratio above zero. Above 1/2 the decay is closed. */
export function checkHiddenScalar(scalar: HiddenScalar, field: string): HiddenScalar {
  checkKeys(scalar, ['charge', 'massRatio', 'decaysTo'], field)
  const charge = finite(scalar.charge, `${field}.charge`)
  const massRatio = finite(scalar.massRatio, `${field}.massRatio`)
  if (!(massRatio > 0))
    throw new InputError(`${massRatio} is not allowed; allowed: above 0 (in units of the boson's mass)`, `${field}.massRatio`)
  const { decaysTo } = scalar
  if (decaysTo === undefined) return { charge, massRatio }
  if (decaysTo !== 'ee')
    throw new InputError(`'${decaysTo}' is not known; allowed: ee, or nothing for a scalar that escapes`, `${field}.decaysTo`)
  return { charge, massRatio, decaysTo }
}

function finite(value: unknown, field: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new InputError(`'${value}' is not a finite number`, field)
  return value
}

function checkKeys(record: unknown, known: readonly string[], field: string): asserts record is Readonly<Record<string, unknown>> {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw new InputError(`write ${known.join(', ')}, as a record`, field)
  }
  for (const key of Object.keys(record)) if (!known.includes(key)) throw unknownWord('key', key, known, field)
}
