import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { gammaP, gammaPInverse, gammaQ, gammaQInverse, integrate, logGamma, logPowerTerm } from '../../src/numerics/index.ts'
import { expectClose } from './close.ts'
import tables from './tables.json' with { type: 'json' }

describe('logGamma', () => {
  it('agrees with mpmath, next to its zeros too', () => {
    for (const [x, expected] of tables.logGamma) expectClose(logGamma(x), expected, 2e-15, x)
  })

  it('obeys Γ(x + 1) = x Γ(x) across its branches', () => {
    const x = fc.double({ min: 1e-3, max: 200, noNaN: true })
    fc.assert(fc.property(x, (x) => Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) <= 1e-14 * (1 + Math.abs(logGamma(x + 1)))))
  })

  it('obeys the duplication formula', () => {
    for (const x of [0.2, 0.5, 0.75, 1.25, 4.9, 5.1, 40]) {
      const left = logGamma(x) + logGamma(x + 0.5)
      expect(left - logGamma(2 * x)).toBeCloseTo((1 - 2 * x) * Math.LN2 + 0.5 * Math.log(Math.PI), 12)
    }
  })

  it('refuses what is not above zero', () => {
    for (const x of [0, -1, Number.NaN, Infinity]) expect(() => logGamma(x)).toThrow(InputError)
  })
})

describe('incomplete gamma function', () => {
  it('agrees with mpmath in both tails', () => {
    for (const [a, x, p, q] of tables.gamma) {
      expectClose(gammaP(a, x), p, 2e-13, `P(${a}, ${x})`)
      expectClose(gammaQ(a, x), q, 2e-13, `Q(${a}, ${x})`)
    }
  })

  it('agrees with mpmath to 3e-14 within six standard deviations of a transition up to a = 1e6', () => {
    const near = tables.gamma.filter(([a, x]) => a >= 10 && Math.abs(x - a) <= 6.01 * Math.sqrt(a))
    expect(near.length).toBeGreaterThan(150)
    for (const [a, x, p, q] of near) {
      expectClose(gammaP(a, x), p, 3e-14, `P(${a}, ${x})`)
      expectClose(gammaQ(a, x), q, 3e-14, `Q(${a}, ${x})`)
    }
  })

  it('is the exponential at a = 1 and sums to one', () => {
    for (const x of [1e-9, 0.3, 1, 5, 80]) {
      expectClose(gammaQ(1, x), Math.exp(-x), 1e-14, x)
      expectClose(gammaP(1, x), -Math.expm1(-x), 1e-14, x)
    }
    const a = fc.double({ min: 1e-3, max: 1e6, noNaN: true })
    const ratio = fc.double({ min: 0, max: 4, noNaN: true })
    fc.assert(fc.property(a, ratio, (a, ratio) => Math.abs(gammaP(a, ratio * a) + gammaQ(a, ratio * a) - 1) < 1e-13))
  })

  it('obeys Q(a + 1, x) = Q(a, x) + x^a e^-x / Γ(a + 1), across the branches as well', () => {
    for (const a of [0.3, 0.9999, 1, 9.5, 10, 23.9999, 24, 24.5, 25, 60, 3000]) {
      for (const ratio of [0.2, 0.7, 0.999, 1, 1.001, 1.1, 2.3, 3]) {
        const x = a * ratio
        expectClose(gammaQ(a + 1, x), gammaQ(a, x) + Math.exp(logPowerTerm(a, x)), 3e-14, `${a}, ${x}`)
      }
    }
  })

  it('does not jump where one method hands over to the next', () => {
    const slope = (a: number, x: number) => (a / x) * Math.exp(logPowerTerm(a, x))
    const edges: [number, number][] = [
      [0.5, 1],
      [7, 7],
      [30, 30 * 0.3017],
      [30, 30 * 2.3577],
      [24.99, 24.99],
      [26, 26],
    ]
    for (const [a, x] of edges) {
      for (const step of [1e-3, 1e-2]) {
        const inside = integrate((t) => slope(a, t), x * (1 - step), x * (1 + step), { relTol: 1e-13 })
        const tolerance = 1e-13 * gammaP(a, x)
        expect(Math.abs(gammaP(a, x * (1 + step)) - gammaP(a, x * (1 - step)) - inside)).toBeLessThan(Math.max(tolerance, 1e-13 * inside))
      }
    }
  })

  it('ends at 0 and 1', () => {
    expect([gammaP(3, 0), gammaQ(3, 0), gammaP(3, Infinity), gammaQ(3, Infinity)]).toEqual([0, 1, 1, 0])
    expect([gammaP(1e6, 1e300), gammaQ(1e6, 1e300), gammaQ(0.5, 1e300)]).toEqual([1, 0, 0])
  })

  it('refuses what is out of range', () => {
    for (const [a, x] of [
      [0, 1],
      [-1, 1],
      [Number.NaN, 1],
      [Infinity, 1],
      [1, -1],
      [1, Number.NaN],
    ]) {
      expect(() => gammaP(a, x)).toThrow(InputError)
      expect(() => gammaQ(a, x)).toThrow(InputError)
    }
  })
})

describe('inverse incomplete gamma function', () => {
  it('brings x back', () => {
    const a = fc.double({ min: 0.05, max: 1e5, noNaN: true })
    const sigma = fc.double({ min: -6, max: 6, noNaN: true })
    fc.assert(
      fc.property(a, sigma, (a, sigma) => {
        const x = a * Math.exp(sigma / Math.sqrt(a + 1))
        const p = gammaP(a, x)
        const q = gammaQ(a, x)
        // Only the smaller of the two holds all digits of x; at small a, 1/a digits of x are in each of p.
        const back = p < q ? gammaPInverse(a, p) : gammaQInverse(a, q)
        expectClose(back, x, 1e-13 * (1 + 1 / a), `${a}, ${x}`)
      }),
    )
  })

  it('agrees between its two sides, and with the exponential', () => {
    for (const p of [1e-10, 0.1, 0.25, 0.5, 0.75]) {
      expectClose(gammaPInverse(1, p), -Math.log1p(-p), 1e-14, p)
      expectClose(gammaQInverse(1, p), -Math.log(p), 1e-14, p)
    }
    for (const a of [0.5, 3, 1000]) expectClose(gammaPInverse(a, 0.75), gammaQInverse(a, 0.25), 1e-14, a)
  })

  it('gives the 90 % upper limits on a Poisson mean that every textbook prints', () => {
    const printed = [2.3, 3.89, 5.32, 6.68, 7.99]
    for (const [n, limit] of printed.entries()) expect(gammaQInverse(n + 1, 0.1)).toBeCloseTo(limit, 2)
  })

  it('ends at zero and infinity', () => {
    expect([gammaPInverse(2, 0), gammaPInverse(2, 1), gammaQInverse(2, 0), gammaQInverse(2, 1)]).toEqual([0, Infinity, Infinity, 0])
    expect(gammaPInverse(1e-3, 1e-10)).toBe(0)
  })

  it('refuses what is not a probability', () => {
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => gammaPInverse(1, p)).toThrow(InputError)
    expect(() => gammaQInverse(0, 0.5)).toThrow(InputError)
  })
})
