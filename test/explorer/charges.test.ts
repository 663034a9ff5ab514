import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALIKE, APART, isAlike, madeAlike, NEUTRAL, readCharge, textOf, withCharge } from '../../explorer/model/charges.ts'
import { readAddress, writeAddress } from '../../explorer/state/address.ts'
import { DEFAULT_VIEW } from '../../explorer/state/view.ts'
import { InputError } from '../../src/index.ts'
import { type FieldCharges, rational, resolveModel, toFraction } from '../../src/models/index.ts'

const charge = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 })).map(([n, d]) => rational(n, d))
const edit = fc.record({ row: fc.constantFrom(...APART), family: fc.nat({ max: 2 }), value: charge })
const charges: fc.Arbitrary<FieldCharges> = fc
  .array(edit, { maxLength: 18 })
  .map((edits) => edits.reduce((all, { row, family, value }) => withCharge(all, row.fields, family, value), NEUTRAL))
const plain = (fields: FieldCharges | undefined) =>
  fields && Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, v.map(toFraction)]))

describe('charges written family by family', () => {
  it('are in the address, and come back exactly', () => {
    fc.assert(
      fc.property(charges, (fields) => {
        const { view, problems } = readAddress(`#${writeAddress({ ...DEFAULT_VIEW, model: textOf(fields) })}`)
        expect(problems).toEqual([])
        expect(plain(resolveModel(view.model).fields)).toEqual(plain(fields))
      }),
      { numRuns: 300 },
    )
  })

  it('change where they are changed, and nowhere else', () => {
    fc.assert(
      fc.property(charges, fc.constantFrom(...ALIKE, ...APART), fc.nat({ max: 2 }), charge, (before, { fields }, family, value) => {
        const after = withCharge(before, fields, family, value)
        for (const field of ['Q', 'u', 'd', 'L', 'e', 'nuR'] as const) {
          after[field].forEach((one, i) => {
            expect(one).toEqual(fields.includes(field) && i === family ? value : before[field][i])
          })
        }
      }),
    )
  })

  it('are alike where right is as left', () => {
    expect(isAlike(resolveModel('B-3Lmu').fields!)).toBe(true)
    expect(isAlike(resolveModel('B-3Lmu+e_R').fields!)).toBe(false)
    expect(isAlike(madeAlike(resolveModel('B-3Lmu+e_R-2t_R').fields!))).toBe(true)
    expect(textOf(madeAlike(resolveModel('B-3Lmu+e_R-2t_R').fields!))).toBe('B-3Lmu')
  })

  it('are told where they are no numbers, or too long for an expression', () => {
    expect(readCharge('-1/3')).toEqual({ charge: rational(-1, 3) })
    for (const text of ['', 'x', '1/0', '1/2/3', '<b>', '1e999']) expect(readCharge(text)).toEqual({ problem: expect.any(String) })
    const long = APART.reduce((all, { fields }, i) => withCharge(all, fields, i % 3, rational(10n ** 90n + 7n, 10n ** 90n + 9n)), NEUTRAL)
    expect(() => textOf(long)).toThrow(InputError)
  })
})
