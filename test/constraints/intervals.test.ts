import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Interval, isSilent, type Silent } from '../../src/constraints/index.ts'
import { genericIntervals, quadraticIntervals } from '../../src/constraints/intervals.ts'
import type { Boson } from '../../src/couplings/boson.ts'
import { plainRay } from './rays.ts'

const OPEN = Number.POSITIVE_INFINITY
const relative = (value: number, expected: number) => (value === expected ? 0 : Math.abs(value / expected - 1))
const generic = (strength: (g: number) => number, where?: 'above' | 'below') =>
  genericIntervals(({ coupling }: Boson) => strength(coupling), plainRay, where) as readonly Interval[]

function expectSame(found: Silent | readonly Interval[], expected: readonly Interval[], tolerance = 1e-9): void {
  if (isSilent(found)) throw new Error(found.silent)
  expect(found, `${JSON.stringify(found)} against ${JSON.stringify(expected)}`).toHaveLength(expected.length)
  found.forEach(([lo, hi], i) => {
    expect(relative(lo, expected[i][0])).toBeLessThan(tolerance)
    expect(relative(hi, expected[i][1])).toBeLessThan(tolerance)
  })
}

/** r(g) = 1 + a g² + b g⁴ whose lowest point, 1 − depth, lies at the coupling `at`; no dip for a negative depth. */
const growth = (at: number, depth: number) => {
  const size = Math.abs(depth)
  return { a: (-2 * depth) / at ** 2, b: size / at ** 4 }
}
const ratio = ({ a, b }: { a: number; b: number }, g: number) => 1 + g * g * (a + b * g * g)

/** Where a band of ratios is left: above 1, how far the ratio is from the band's middle in units of its half width. */
const leaving = (lower: number, upper: number) => (r: number) => Math.abs(r - (lower + upper) / 2) / ((upper - lower) / 2)

describe('the intervals of a quadratic growth', () => {
  it('are those that bracketing finds', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -9, max: -1, noNaN: true }),
        fc.double({ min: -0.97, max: 0.97, noNaN: true }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        fc.double({ min: 1.01, max: 3, noNaN: true }),
        (logAt, depth, lower, upper) => {
          fc.pre(Math.abs(depth) > 1e-3 && Math.abs(1 - depth - lower) > 1e-3)
          const { a, b } = growth(10 ** logAt, depth)
          expectSame(
            generic((g) => leaving(lower, upper)(ratio({ a, b }, g))),
            quadraticIntervals(a, b, lower, upper),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('leave an island where interference brings the rate back', () => {
    // r falls from 1 to 0.2 at g = 0.1, and is back at 1 at g = 0.1 √2
    const { a, b } = growth(0.1, 0.8)
    const found = quadraticIntervals(a, b, 0.6, 1.3)
    expect(found).toHaveLength(2)
    const [[g1, g2], [g3, top]] = found
    for (const [g, level] of [
      [g1, 0.6],
      [g2, 0.6],
      [g3, 1.3],
    ]) {
      expect(relative(ratio({ a, b }, g), level)).toBeLessThan(1e-12)
    }
    expect(g1 < 0.1 && 0.1 < g2 && g2 < 0.1 * Math.SQRT2 && 0.1 * Math.SQRT2 < g3).toBe(true)
    expect(top).toBe(OPEN)
  })

  it('are none, one or open where the rate only grows, never moves, or starts outside', () => {
    expect(quadraticIntervals(0, 0, 0.5, 1.5)).toEqual([])
    expectSame(quadraticIntervals(3, 4, 0, 8), [[1, OPEN]])
    expectSame(quadraticIntervals(2, 0, 0.5, 3), [[1, OPEN]])
    expectSame(quadraticIntervals(-0.5, 0, 0.5, 3), [[1, OPEN]])
    expect(quadraticIntervals(1, 1, 0.5, 0.9)).toEqual([[0, OPEN]])
    expectSame(quadraticIntervals(3, 4, 2, 8), [
      [0, Math.sqrt((Math.sqrt(25) - 3) / 8)],
      [1, OPEN],
    ])
    expect(quadraticIntervals(1, 1, Number.NEGATIVE_INFINITY, OPEN)).toEqual([])
    expect(quadraticIntervals(-1, 0.1, Number.NEGATIVE_INFINITY, OPEN)).toEqual([])
  })

  it('lose nothing where one root is 1e-14 of the other', () => {
    // 1 + 1e7 g² + 1e-7 g⁴ crosses 1 + 1e-7 at g² = 1e-14 (1 − 1e-28)
    expectSame(quadraticIntervals(1e7, 1e-7, 0, 1 + 1e-7), [[1e-7, OPEN]], 2e-9)
    expectSame(quadraticIntervals(1e7, 1e-7, 0, 2), [[10 ** -3.5, OPEN]], 1e-14)
    const [[lo, hi]] = quadraticIntervals(-1e7, 1e-7, 0.5, OPEN)
    expect(relative(lo, Math.sqrt(0.5e-7))).toBeLessThan(1e-14)
    expect(relative(hi, 1e7)).toBeLessThan(1e-14)
  })
})

describe('intervals by bracketing', () => {
  it('find a power law, to the last digits', () => {
    for (const power of [0.5, 1, 2, 4]) {
      for (const edge of [3e-12, 2e-7, 0.01, 3.5]) {
        expectSame(
          generic((g) => (g / edge) ** power),
          [[edge, OPEN]],
          1e-12,
        )
      }
    }
  })

  it('are open at both ends, or empty', () => {
    expect(generic(() => 2)).toEqual([[0, OPEN]])
    expect(generic(() => 1)).toEqual([[0, OPEN]])
    expect(generic(() => 0.5)).toEqual([])
    expect(generic(() => 0)).toEqual([])
    expect(generic(() => 0.5, 'below')).toEqual([[0, OPEN]])
    expect(generic(() => 0, 'below')).toEqual([[0, OPEN]])
    expect(generic(() => 2, 'below')).toEqual([])
    expectSame(
      generic((g) => 1e-5 / g),
      [[0, 1e-5]],
    )
    expectSame(
      generic((g) => Math.max(1e-5 / g, g / 1e-2)),
      [
        [0, 1e-5],
        [1e-2, OPEN],
      ],
    )
  })

  it('find a preferred band', () => {
    expectSame(
      generic((g) => Math.abs(g * g - 9e-6) / 5e-6, 'below'),
      [[2e-3, Math.sqrt(14e-6)]],
    )
  })

  it('do not step over a narrow island, excluded or allowed', () => {
    fc.assert(
      fc.property(fc.double({ min: -10, max: -1, noNaN: true }), fc.double({ min: -5, max: -1, noNaN: true }), (logAt, logWidth) => {
        const [at, width] = [10 ** logAt, 10 ** logWidth]
        // an allowed island: the strength dips to zero at g = at, as a χ² does where deficit turns to excess
        const dip = (g: number) => (Math.log(g / at) / width) ** 2
        expectSame(
          generic(dip),
          [
            [0, at * Math.exp(-width)],
            [at * Math.exp(width), OPEN],
          ],
          1e-9,
        )
        // an excluded one: a resonance
        expectSame(
          generic((g) => 1 / dip(g)),
          [[at * Math.exp(-width), at * Math.exp(width)]],
          1e-9,
        )
      }),
      { numRuns: 100 },
    )
  })

  it('do not chase what is flat', () => {
    let calls = 0
    generic((g) => {
      calls++
      return g < 1e-3 ? 1e-17 * Math.abs(Math.sin(1e15 * g)) : g / 1e-2
    })
    expect(calls).toBeLessThan(250)
  })

  it('are silent where the strength is', () => {
    expect(genericIntervals(() => ({ silent: 'no coupling' }), plainRay)).toEqual({ silent: 'no coupling' })
  })
})
