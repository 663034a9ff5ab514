import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FailureError, InputError } from '../../src/errors.ts'
import { gaussLegendre, integrate, integrateGL, integrateWithError, normalCdf, normalSf } from '../../src/numerics/index.ts'
import { expectClose } from './close.ts'

describe('gaussLegendre', () => {
  it('has the rules of two and three points', () => {
    const { nodes, weights } = gaussLegendre(3)
    expectClose(nodes[2], Math.sqrt(0.6), 1e-15)
    expect(nodes[1]).toBe(0)
    expectClose(weights[0], 5 / 9, 1e-15)
    expectClose(weights[1], 8 / 9, 1e-15)
    expectClose(gaussLegendre(2).nodes[0], -Math.sqrt(1 / 3), 1e-15)
  })

  it('is exact for polynomials up to degree 2n − 1, and not beyond', () => {
    for (const n of [1, 2, 3, 4, 7, 10, 21, 64, 200]) {
      for (let degree = 0; degree < 2 * n; degree += 2) {
        expectClose(
          integrateGL((x) => x ** degree, 0, 1, n),
          1 / (degree + 1),
          1e-13,
          `x^${degree} with ${n} points`,
        )
      }
    }
    for (const n of [1, 2, 5]) expect(Math.abs(integrateGL((x) => x ** (2 * n), -1, 1, n) * (n + 0.5) - 1)).toBeGreaterThan(1e-3)
  })

  it('is ascending, symmetric and sums to two for any n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (n) => {
        const { nodes, weights } = gaussLegendre(n)
        expectClose(
          weights.reduce((sum, w) => sum + w, 0),
          2,
          1e-14,
          n,
        )
        for (let i = 0; i < n; i++) {
          expect(nodes[i] + nodes[n - 1 - i]).toBe(0)
          expect(weights[i]).toBe(weights[n - 1 - i])
          if (i > 0) expect(nodes[i]).toBeGreaterThan(nodes[i - 1])
        }
      }),
      { numRuns: 30 },
    )
  })

  it('keeps the outermost weights accurate at many points', () => {
    // The outermost node tends to 1 − j²/2(n + ½)², with j the first zero of the Bessel function J₀; its weight to 2 / [(n + ½) J₁(j)]².
    const n = 4000
    const { nodes, weights } = gaussLegendre(n)
    expectClose(1 - nodes[n - 1], 0.5 * (2.404825557695773 / (n + 0.5)) ** 2, 1e-6)
    expectClose(weights[0], 2 / ((n + 0.5) * 0.5191474972894669) ** 2, 1e-6)
  })

  it('refuses a number of points that is none', () => {
    for (const n of [0, -3, 2.5, Number.NaN]) expect(() => gaussLegendre(n)).toThrow(InputError)
  })
})

describe('integrate', () => {
  it('integrates polynomials of degree 31 exactly in one piece: the Kronrod nodes and weights are right', () => {
    for (let degree = 0; degree <= 31; degree++) {
      const { value, intervals } = integrateWithError((x) => x ** degree, 0, 2, { relTol: 1, absTol: 1e9 })
      expect(intervals).toBe(1)
      expectClose(value, 2 ** (degree + 1) / (degree + 1), 2e-15, degree)
    }
  })

  it('resolves kinks, narrow peaks and singular ends, within its own error estimate', () => {
    const cases: [(x: number) => number, number, number, number][] = [
      [(x) => Math.abs(x - Math.LN2), 0, 1, 0.5 * (Math.LN2 ** 2 + (1 - Math.LN2) ** 2)],
      [(x) => 1 / (1e-8 + (x - 0.3) ** 2), 0, 1, 1e4 * (Math.atan(7e3) + Math.atan(3e3))],
      [(x) => 1 / Math.sqrt(x), 0, 1, 2],
      [(x) => Math.log(x), 0, 1, -1],
      [(x) => Math.sin(50 * x), 0, 1, (1 - Math.cos(50)) / 50],
    ]
    for (const [f, a, b, expected] of cases) {
      const { value, error } = integrateWithError(f, a, b)
      expectClose(value, expected, 1e-10, String(f))
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(error + 1e-14 * Math.abs(expected))
    }
  })

  it('resolves a jump', () => {
    const jump = (x: number) => (x > 1 / 3 ? 1 : 0)
    expectClose(integrate(jump, 0, 1), 2 / 3, 1e-10)
    expectClose(integrate(jump, 0, 1, { breaks: [1 / 3] }), 2 / 3, 1e-15)
  })

  it('needs fewer pieces with the kink given as a break', () => {
    const kink = (x: number) => Math.abs(x - Math.LN2)
    const free = integrateWithError(kink, 0, 1)
    const told = integrateWithError(kink, 0, 1, { breaks: [Math.LN2, 7, Math.LN2, -1] })
    expect(told.intervals).toBe(2)
    expect(free.intervals).toBeGreaterThan(2)
  })

  it('finds with a break the peak it would otherwise step over', () => {
    const peak = (x: number) => Math.exp(-(((x - 0.7) / 1e-6) ** 2))
    expectClose(integrate(peak, 0, 1, { breaks: [0.7 - 1e-5, 0.7, 0.7 + 1e-5] }), 1e-6 * Math.sqrt(Math.PI), 1e-9)
  })

  it('integrates over infinite ranges, with breaks', () => {
    const gauss = (x: number) => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI)
    expectClose(integrate(gauss, -Infinity, Infinity), 1, 1e-10)
    expectClose(integrate(gauss, 2, Infinity, { breaks: [3] }), normalSf(2), 1e-10)
    expectClose(integrate(gauss, -Infinity, 1, { breaks: [-1, 0] }), normalCdf(1), 1e-10)
    expectClose(
      integrate((x) => Math.exp(-Math.abs(x - 4)), -Infinity, Infinity, { breaks: [4] }),
      2,
      1e-10,
    )
    expectClose(
      integrate((x) => 1 / (1 + x * x), -Infinity, Infinity),
      Math.PI,
      1e-10,
    )
  })

  it('is odd under exchange of the ends and zero over nothing', () => {
    expect(integrate(Math.exp, 1, 0)).toBe(-integrate(Math.exp, 0, 1))
    expect(integrate(Math.exp, 2, 2)).toBe(0)
    expect(Math.abs(integrate(Math.sin, 0, 2 * Math.PI))).toBeLessThan(1e-15)
    expect(integrate(() => 0, 0, 1)).toBe(0)
  })

  it('throws where it cannot keep its word', () => {
    expect(() => integrate((x) => 1 / x, 0, 1)).toThrow(FailureError)
    expect(() => integrate((x) => Math.sin(1 / x), 0, 1, { maxIntervals: 20 })).toThrow(/did not converge in 20 pieces/)
    expect(() => integrate((x) => Math.sqrt(x - 0.5), 0, 1)).toThrow(/integrand is NaN/)
    expect(() => integrate(Math.exp, 0, Number.NaN)).toThrow(InputError)
  })

  it('stops early at a loose absolute tolerance', () => {
    const f = (x: number) => Math.sqrt(x)
    expect(integrateWithError(f, 0, 1, { absTol: 1e-3 }).intervals).toBeLessThan(integrateWithError(f, 0, 1).intervals)
  })
})
