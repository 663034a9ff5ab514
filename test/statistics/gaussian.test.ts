import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brentRoot, chi2Isf } from '../../src/numerics/index.ts'
import { bestRatio, ONE_SIDED_90, type RateComparison, rateChi2, ratiosAtChi2, TWO_SIDED_90 } from '../../src/statistics/index.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)

const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const comparison = fc.record({
  predicted: positive(1, 1000),
  predictedSigma: positive(0.01, 300),
  measured: positive(1, 1000),
  measuredSigma: positive(0.01, 300),
  theoryError: fc.constantFrom('scaled' as const, 'fixed' as const),
})
const level = positive(0.01, 30)

const SEVEN_BE: RateComparison = {
  predicted: 47.9,
  predictedSigma: 2.8,
  measured: 48.3,
  measuredSigma: Math.hypot(1.1, 0.7),
  theoryError: 'scaled',
}

describe('χ² of a rate', () => {
  it('vanishes at the best ratio, and nowhere else', () => {
    fc.assert(
      fc.property(comparison, positive(0, 10), (data, ratio) => {
        expect(rateChi2(data, bestRatio(data))).toBeLessThan(1e-20)
        if (Math.abs(ratio - bestRatio(data)) > 1e-6) expect(rateChi2(data, ratio)).toBeGreaterThan(0)
      }),
    )
  })

  it('is amaral-2020 eq. (33), by hand', () => {
    // (1.1 · 47.9 − 48.3)² / (1.1² + 0.7² + (1.1 · 2.8)²) = 4.39² / (1.7 + 9.4864)
    expect(relative(rateChi2(SEVEN_BE, 1.1), 19.2721 / 11.1864)).toBeLessThan(1e-12)
    expect(relative(rateChi2({ ...SEVEN_BE, theoryError: 'fixed' }, 1.1), 19.2721 / (1.7 + 7.84))).toBeLessThan(1e-12)
  })

  it('with a scaled theory error never exceeds the square of its significance', () => {
    for (const ratio of [10, 1e3, 1e6, 1e150]) expect(rateChi2(SEVEN_BE, ratio)).toBeLessThan((47.9 / 2.8) ** 2 * (1 + 1e-12))
    expect(relative(rateChi2(SEVEN_BE, 1e9), (47.9 / 2.8) ** 2)).toBeLessThan(1e-7)
  })
})

describe('ratios at a level of χ²', () => {
  it('are roots', () => {
    fc.assert(
      fc.property(comparison, level, (data, q) => {
        const { lower, upper } = ratiosAtChi2(data, q)
        expect(lower).toBeLessThanOrEqual(bestRatio(data))
        expect(upper).toBeGreaterThanOrEqual(bestRatio(data))
        // A root is as good as the distance of numerator and denominator from cancelling.
        for (const root of [lower, upper]) {
          if (!Number.isFinite(root) || root > 1e6) continue
          const slack = 1e-12 * (1 + Math.abs(root * data.predicted) / Math.abs(root * data.predicted - data.measured))
          expect(Math.abs(rateChi2(data, root) / q - 1)).toBeLessThan(1e-9 + slack)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('agree with a numerical search', () => {
    for (const theoryError of ['scaled', 'fixed'] as const) {
      const data = { ...SEVEN_BE, theoryError }
      for (const q of [0.5, ONE_SIDED_90, TWO_SIDED_90, 9]) {
        const { lower, upper } = ratiosAtChi2(data, q)
        const excess = (ratio: number) => rateChi2(data, ratio) - q
        expect(relative(upper, brentRoot(excess, bestRatio(data), 10))).toBeLessThan(1e-11)
        expect(relative(lower, brentRoot(excess, 0, bestRatio(data)))).toBeLessThan(1e-11)
      }
    }
  })

  it('bracket exactly what χ² allows', () => {
    fc.assert(
      fc.property(comparison, level, positive(0, 20), (data, q, ratio) => {
        const { lower, upper } = ratiosAtChi2(data, q)
        fc.pre([lower, upper].every((edge) => !(Math.abs(ratio / edge - 1) < 1e-6)))
        expect(rateChi2(data, ratio) < q).toBe(ratio > lower && ratio < upper)
      }),
      { numRuns: 500 },
    )
  })

  it('lie further out, and lopsided, where the theory error grows with the rate', () => {
    const scaled = ratiosAtChi2(SEVEN_BE, TWO_SIDED_90)
    const fixed = ratiosAtChi2({ ...SEVEN_BE, theoryError: 'fixed' }, TWO_SIDED_90)
    expect(scaled.upper).toBeGreaterThan(fixed.upper)
    const best = bestRatio(SEVEN_BE)
    expect(scaled.upper - best).toBeGreaterThan(best - scaled.lower)
    expect(relative(fixed.upper - best, best - fixed.lower)).toBeLessThan(1e-12)
  })

  it('go to infinity where a scaled error swallows any excess', () => {
    const vague = { ...SEVEN_BE, predictedSigma: 40 }
    // 47.9² / 40² = 1.434: no excess ever reaches 1.642
    expect(ratiosAtChi2(vague, ONE_SIDED_90).upper).toBe(Number.POSITIVE_INFINITY)
    expect(relative(rateChi2(vague, ratiosAtChi2(vague, ONE_SIDED_90).lower), ONE_SIDED_90)).toBeLessThan(1e-12)
    let last = 0
    for (const threshold of [1.4, 1.43, 1.433, 1.434]) {
      const { upper } = ratiosAtChi2(vague, threshold)
      expect(upper).toBeGreaterThan(2 * last)
      last = upper
    }
    expect(ratiosAtChi2({ ...vague, theoryError: 'fixed' }, ONE_SIDED_90).upper).toBeLessThan(10)
  })

  it('are minus and plus infinity for a level that no ratio reaches', () => {
    expect(ratiosAtChi2(SEVEN_BE, 1e6)).toEqual({ lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY })
  })
})

describe('thresholds', () => {
  it('are quantiles of χ² with one degree of freedom, to the digits printed', () => {
    expect(Math.abs(ONE_SIDED_90 - chi2Isf(0.2, 1))).toBeLessThan(5e-4)
    expect(Math.abs(TWO_SIDED_90 - chi2Isf(0.1, 1))).toBeLessThan(5e-4)
  })
})
