import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FailureError } from '../../src/errors.ts'
import { brentRoot, minimise } from '../../src/numerics/index.ts'
import { expectClose } from './close.ts'

describe('brentRoot', () => {
  it('finds roots of hard functions', () => {
    expectClose(
      brentRoot((x) => x * x - 2, 0, 2),
      Math.SQRT2,
      1e-14,
    )
    expectClose(
      brentRoot((x) => Math.cos(x) - x, 0, 1),
      0.7390851332151607,
      1e-14,
    )
    expectClose(
      brentRoot((x) => Math.exp(x) - 1e30, 0, 700),
      Math.log(1e30),
      1e-14,
    )
    expectClose(
      brentRoot((x) => Math.atan(1e6 * (x - 0.123)), -100, 50),
      0.123,
      1e-13,
    )
    expectClose(
      brentRoot((x) => (x < 1 / 3 ? -1 : 1), 0, 1),
      1 / 3,
      1e-14,
    )
    expectClose(
      brentRoot((x) => 1 / (x - 3) - 1e-3, 3.0000001, 1e6),
      1003,
      1e-13,
    )
  })

  it('converges to a multiple root, as far as round-off lets it be seen', () => {
    expect(Math.abs(brentRoot((x) => (x - 1) ** 9, 0, 2.5) - 1)).toBeLessThan(1e-12)
    expect(Math.abs(brentRoot((x) => x ** 3, -1, 2.5))).toBeLessThan(1e-100)
  })

  it('is relative: small roots in wide brackets keep their digits', () => {
    expectClose(
      brentRoot((x) => x - 1e-12, 0, 1),
      1e-12,
      1e-14,
    )
    expectClose(
      brentRoot((x) => Math.log10(x) + 30, 1e-40, 1),
      1e-30,
      1e-13,
    )
  })

  it('needs few evaluations of a smooth function', () => {
    let calls = 0
    brentRoot(
      (x) => {
        calls++
        return Math.exp(x) - 5
      },
      0,
      4,
    )
    expect(calls).toBeLessThan(15)
  })

  it('returns a bracket end that is a root', () => {
    expect(brentRoot((x) => x, 0, 1)).toBe(0)
    expect(brentRoot((x) => x - 1, 0, 1)).toBe(1)
  })

  it('finds the root of any rising cubic', () => {
    const number = fc.double({ min: -50, max: 50, noNaN: true })
    fc.assert(
      fc.property(number, fc.double({ min: 0, max: 10, noNaN: true }), (root, slope) => {
        const found = brentRoot((x) => (x - root) * ((x - root) ** 2 + slope + 1e-3), -60, 70)
        expect(Math.abs(found - root)).toBeLessThanOrEqual(2e-14 * Math.abs(root) + 1e-300)
      }),
    )
  })

  it('takes ends that are known, and refuses those that are not a number', () => {
    const asked: number[] = []
    const square = (x: number): number => {
      asked.push(x)
      return x * x - 2
    }
    expect(brentRoot(square, 0, 2, 1e-14, [-2, 2])).toBeCloseTo(Math.SQRT2, 14)
    expect(asked).not.toContain(0)
    expect(asked).not.toContain(2)
    expect(() => brentRoot(square, 0, 2, 1e-14, [Number.NaN, 2])).toThrow('not a number')
    expect(() => brentRoot(square, 0, 2, 1e-14, [-2, Number.NaN])).toThrow('not a number')
  })

  it('throws when nothing is bracketed or the function is not a number', () => {
    expect(() => brentRoot((x) => x * x + 1, -1, 1)).toThrow(/no change of sign between -1 and 1/)
    expect(() => brentRoot((x) => Math.sqrt(x), -1, 1)).toThrow(FailureError)
  })
})

describe('minimise', () => {
  it('finds minima, smooth and kinked', () => {
    expect(minimise((x) => (x - 2) ** 2 + 3, 0, 5)).toEqual({ x: expect.closeTo(2, 7), value: expect.closeTo(3, 14) })
    expect(minimise((x) => Math.abs(x - 1.2345), -10, 10, 1e-12).x).toBeCloseTo(1.2345, 10)
    expect(minimise((x) => x - Math.log(x), 1e-3, 1e3).x).toBeCloseTo(1, 6)
    expect(minimise((x) => (x - 1) ** 8, -3, 6).value).toBeLessThan(1e-14)
  })

  it('takes an end when the function is monotone, whichever way the ends are given', () => {
    expect(minimise((x) => x, 1, 4)).toEqual({ x: 1, value: 1 })
    expect(minimise((x) => -x, 4, 1)).toEqual({ x: 4, value: -4 })
  })

  it('is never above any point it could have looked at, for a convex function', () => {
    const number = fc.double({ min: -10, max: 10, noNaN: true })
    fc.assert(
      fc.property(number, number, (centre, probe) => {
        const f = (x: number) => Math.cosh(x - centre)
        expect(minimise(f, -10, 10).value).toBeLessThanOrEqual(f(probe) + 1e-12)
      }),
    )
  })

  it('throws on a function that is not a number', () => {
    expect(() => minimise((x) => Math.log(x), -2, -1)).toThrow(FailureError)
  })
})
