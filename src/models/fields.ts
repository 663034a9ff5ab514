import { InputError } from '../errors.ts'
import { type Charges, FERMIONS, type FieldCharges, type Triple } from './model.ts'
import { type Rational, toNumber, ZERO } from './rational.ts'

/** The Weyl fields of one family, in the order tables print them. */
export const FIELDS = ['Q', 'u', 'd', 'L', 'e', 'nuR'] as const satisfies readonly (keyof FieldCharges)[]

/** Charges from a rule: one value a field and family. */
export function mapFields(value: (field: keyof FieldCharges, family: 0 | 1 | 2) => Rational): FieldCharges {
  const row = (field: keyof FieldCharges): Triple<Rational> => [value(field, 0), value(field, 1), value(field, 2)]
  return { Q: row('Q'), u: row('u'), d: row('d'), L: row('L'), e: row('e'), nuR: row('nuR') }
}

/** No field charged. */
export const NEUTRAL: FieldCharges = mapFields(() => ZERO)

/** Which Weyl fields hold the left- and right-handed parts of each fermion, and in which family. */
const PARTS = {
  e: ['L', 'e', 0],
  mu: ['L', 'e', 1],
  tau: ['L', 'e', 2],
  nu_e: ['L', 'nuR', 0],
  nu_mu: ['L', 'nuR', 1],
  nu_tau: ['L', 'nuR', 2],
  u: ['Q', 'u', 0],
  d: ['Q', 'd', 0],
  s: ['Q', 'd', 1],
  c: ['Q', 'u', 1],
  b: ['Q', 'd', 2],
  t: ['Q', 'u', 2],
} as const

/**
 * The charges of the fermions, as numbers, from those of the Weyl fields.
 *
 * @throws InputError for a charge too large for a double.
 */
export function fermionCharges(fields: FieldCharges): Charges {
  const charges = FERMIONS.map((fermion) => {
    const [left, right, family] = PARTS[fermion]
    return [fermion, { left: finite(fields[left][family]), right: finite(fields[right][family]) }]
  })
  return Object.fromEntries(charges) as Charges
}

function finite(charge: Rational): number {
  const value = toNumber(charge)
  if (!Number.isFinite(value)) throw new InputError('a charge is too large; allowed: below 1e308 in magnitude', 'charges')
  return value
}
