import { InputError } from '../../src/index.ts'
import {
  expression,
  type FieldCharges,
  parseCharges,
  parseRational,
  type Rational,
  resolveModel,
  toFraction,
} from '../../src/models/index.ts'

export type Field = keyof FieldCharges

/** A row of the editor: fields that are given one charge in each family. */
export interface ChargeRow {
  readonly name: string
  readonly fields: readonly Field[]
  /** What each family of it is called. */
  readonly families: readonly [string, string, string]
}

/** Left and right alike: lepton numbers count ν_R as well. */
export const ALIKE: readonly ChargeRow[] = [
  { name: 'quarks', fields: ['Q', 'u', 'd'], families: ['u, d', 'c, s', 't, b'] },
  { name: 'leptons', fields: ['L', 'e', 'nuR'], families: ['e, ν_e', 'μ, ν_μ', 'τ, ν_τ'] },
]

/** Each Weyl field by itself. */
export const APART: readonly ChargeRow[] = [
  { name: 'quarks, left', fields: ['Q'], families: ['u, d', 'c, s', 't, b'] },
  { name: 'up, right', fields: ['u'], families: ['u', 'c', 't'] },
  { name: 'down, right', fields: ['d'], families: ['d', 's', 'b'] },
  { name: 'leptons, left', fields: ['L'], families: ['e, ν_e', 'μ, ν_μ', 'τ, ν_τ'] },
  { name: 'charged, right', fields: ['e'], families: ['e', 'μ', 'τ'] },
  { name: 'neutrinos, right', fields: ['nuR'], families: ['ν_e', 'ν_μ', 'ν_τ'] },
]

export const NEUTRAL: FieldCharges = parseCharges('0')

const isSame = (a: Rational, b: Rational): boolean => toFraction(a) === toFraction(b)

/** Whether left and right carry the same charges, so that one row says it all. */
export const isAlike = (charges: FieldCharges): boolean =>
  ALIKE.every(({ fields: [first, ...rest] }) => rest.every((field) => charges[field].every((one, i) => isSame(one, charges[first][i]))))

/** The charges with those of one row and family changed. */
export function withCharge(charges: FieldCharges, fields: readonly Field[], family: number, charge: Rational): FieldCharges {
  const changed = fields.map((field) => [field, charges[field].map((one, i) => (i === family ? charge : one))])
  return { ...charges, ...Object.fromEntries(changed) }
}

/** The charges with right-handed fields made like their left-handed partners. */
export const madeAlike = (charges: FieldCharges): FieldCharges => ({
  Q: charges.Q,
  u: charges.Q,
  d: charges.Q,
  L: charges.L,
  e: charges.L,
  nuR: charges.L,
})

/**
 * The model text of charges: what the address and the command line take.
 *
 * @throws InputError where it is longer than a charge expression may be.
 */
export function textOf(charges: FieldCharges): string {
  const text = expression(charges)
  resolveModel(text)
  return text
}

/** A charge as typed, or what is wrong with it. */
export function readCharge(text: string): { readonly charge: Rational } | { readonly problem: string } {
  try {
    return { charge: parseRational(text) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { problem: error.message }
  }
}
