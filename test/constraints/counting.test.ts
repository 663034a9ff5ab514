import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BinnedData, binnedLimit } from '../../src/constraints/binned.ts'
import { confidenceText } from '../../src/constraints/constraint.ts'
import { countingLimit, type RateModel } from '../../src/constraints/counting.ts'
import type { RateComparison } from '../../src/statistics/gaussian.ts'
import { confidenceOf, type Statistic } from '../../src/statistics/limits.ts'
import { countsOf, edgesOf, listed, rayOf } from './counts-toys.ts'

const rate = (linear: number, quadratic: number, blunt: boolean): RateModel => ({
  silence: () => undefined,
  growth: () => (blunt ? undefined : { linear, quadratic }),
  ratio: ({ coupling }) => 1 + coupling ** 2 * (linear + quadratic * coupling ** 2),
})

describe('a confidence level in words', () => {
  it.each([
    [0.9, '90 %'],
    [0.95, '95 %'],
    [0.6827, '1σ'],
    [0.9545, '2σ'],
    [0.9973, '3σ'],
    [confidenceOf(16), '4σ'],
    [confidenceOf(25), '5σ'],
    [null, ''],
  ])('%s is %s', (level, words) => expect(confidenceText(level)).toBe(words))
})

describe('one measured rate', () => {
  it('with a normalisation is the binned likelihood by Gauss: for every statistic, in closed form and by roots', () => {
    const statistics = fc.record({
      threshold: fc.constantFrom(1.642, 2.706),
      reference: fc.constantFrom('minimum', 'sm', 'global'),
      direction: fc.constantFrom('excess', 'deficit', 'two-sided'),
    })
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 2, noNaN: true }),
        fc.double({ min: -1.8, max: 2, noNaN: true }),
        statistics,
        fc.boolean(),
        (measured, slope, statistic, blunt) => {
          const comparison: RateComparison = {
            predicted: 128,
            predictedSigma: 0.085 * 128,
            measured: 128 * measured,
            measuredSigma: 20,
            theoryError: 'scaled',
          }
          const data: BinnedData = {
            observed: Float64Array.of(128 * measured),
            model: { bins: 1, components: [[0]], nuisances: [{ id: 'n', central: 1, sigma: 0.085 }], sigmas: Float64Array.of(20) },
          }
          const own = { ...statistic, theoryError: 'scaled' } as Statistic
          const single = countingLimit(rate(slope * 1e6, 1e12, blunt), comparison, own)
          const binned = binnedLimit(countsOf([128], [128 * slope * 1e6], [128e12]), data, statistic as Statistic)
          const [a, b] = [edgesOf(listed(single.intervals(rayOf()))), edgesOf(listed(binned.intervals(rayOf())))]
          expect(a.length, `${a} | ${b}`).toBe(b.length)
          for (const [i, edge] of a.entries()) expect(Math.abs(edge / b[i] - 1)).toBeLessThan(2e-5)
        },
      ),
      { numRuns: 100 },
    )
  })
})
