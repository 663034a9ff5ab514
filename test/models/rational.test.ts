import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import {
  add,
  compare,
  div,
  equal,
  isZero,
  mul,
  neg,
  parseRational,
  rational,
  sub,
  toDecimal,
  toFraction,
  toNumber,
} from '../../src/models/rational.ts'

const rationals = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
  .map(([n, d]) => rational(n, d))

describe('exact rationals', () => {
  it('are in lowest terms with a positive denominator', () => {
    expect(rational(6, -4)).toEqual({ numerator: -3n, denominator: 2n })
    expect(rational(0, -7)).toEqual({ numerator: 0n, denominator: 1n })
  })

  it('form a field', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        expect(mul(a, add(b, c))).toEqual(add(mul(a, b), mul(a, c)))
        expect(sub(add(a, b), b)).toEqual(a)
        expect(add(a, neg(a))).toEqual(rational(0))
        if (!isZero(b)) expect(mul(div(a, b), b)).toEqual(a)
      }),
    )
  })

  it('are ordered as their difference says', () => {
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        expect(compare(a, b)).toBe(Number(sub(a, b).numerator > 0n) - Number(sub(a, b).numerator < 0n))
        expect(equal(a, b)).toBe(compare(a, b) === 0)
      }),
    )
  })

  it('read fractions, decimals, exponents and the typographic minus', () => {
    const cases = {
      '-2/3': [-2, 3],
      '1.5': [3, 2],
      '.25': [1, 4],
      '2.': [2, 1],
      '−0.1': [-1, 10],
      '2e-3': [1, 500],
      '1.5/0.5': [3, 1],
      ' 7 / 14 ': [1, 2],
      '12e2': [1200, 1],
    } as const
    for (const [text, [n, d]] of Object.entries(cases)) expect(parseRational(text), text).toEqual(rational(n, d))
  })

  it('take a double for the simplest number it can be', () => {
    expect(toFraction(parseRational(0.1))).toBe('1/10')
    expect(toFraction(parseRational(1 / 3))).toBe('1/3')
    expect(toFraction(parseRational(-2 / 3))).toBe('-2/3')
    expect(toFraction(parseRational(-2))).toBe('-2')
    expect(toFraction(parseRational(0.3333))).toBe('3333/10000')
  })

  it('give back the very double they were made of', () => {
    const doubles = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e99, max: 1e99 }).filter((x) => x === 0 || Math.abs(x) > 1e-99)
    fc.assert(fc.property(doubles, (x) => toNumber(parseRational(x)) === x || x === 0))
  })

  it('turn into the nearest double, also where numerator and denominator are beyond doubles', () => {
    const big = 10n ** 400n
    expect(toNumber(rational(big + 1n, 3n * big))).toBe(1 / 3)
    expect(toNumber(rational(-7n * big, big * 10n - 1n))).toBe(-0.7)
    // a tie broken upwards only by the last digit: 1 + 2^-53 and a bit
    expect(toNumber(rational(2n ** 200n + 2n ** 147n, 2n ** 200n))).toBe(1)
    expect(toNumber(rational(2n ** 200n + 2n ** 147n + 1n, 2n ** 200n))).toBe(1 + Number.EPSILON)
  })

  it('read back what they print', () => {
    fc.assert(
      fc.property(rationals, (a) => {
        expect(parseRational(toFraction(a))).toEqual(a)
        expect(parseRational(toDecimal(a))).toEqual(a)
      }),
    )
    expect(['-0.1', '2/3', '40', '0.0625', '0', '-12.5'].map((text) => toDecimal(parseRational(text)))).toEqual([
      '-0.1',
      '2/3',
      '40',
      '0.0625',
      '0',
      '-12.5',
    ])
  })

  it('refuse what is no number, naming the field', () => {
    for (const bad of [
      '',
      'x',
      '1/',
      '/2',
      '1/2/3',
      '--1',
      '1,5',
      '.',
      'e3',
      '0x10',
      'Infinity',
      '1e1000',
      '1e-200',
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ]) {
      expect(() => parseRational(bad, 'charge'), String(bad)).toThrow(InputError)
      expect(() => parseRational(bad, 'charge'), String(bad)).toThrow(/^charge: /)
    }
    expect(() => parseRational('1/0')).toThrow('zero denominator')
    expect(() => rational(1, 0)).toThrow(InputError)
    expect(() => div(rational(1), rational(0))).toThrow(InputError)
  })
})
