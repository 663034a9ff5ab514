import fc from 'fast-check'
import { mapFields } from '../../src/models/fields.ts'
import type { FieldCharges } from '../../src/models/model.ts'
import { parseRational, rational } from '../../src/models/rational.ts'

/** Family charges of quarks and leptons, the same for left- and right-handed fields. */
export function vectorlike(quark: readonly string[], lepton: readonly string[]): FieldCharges {
  return mapFields((field, i) => parseRational(['Q', 'u', 'd'].includes(field) ? quark[i] : lepton[i]))
}

/** Eighteen charges in twelfths. */
export const twelfths = fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 18, maxLength: 18 })

/** The same numbers as exact charges, field by field. */
export function fromTwelfths(numbers: readonly number[]): FieldCharges {
  const order = ['Q', 'u', 'd', 'L', 'e', 'nuR']
  return mapFields((field, i) => rational(numbers[3 * order.indexOf(field) + i], 12))
}
