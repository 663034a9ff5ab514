import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import {
  chi2Cdf,
  chi2Isf,
  chi2LogPdf,
  chi2Pdf,
  chi2Quantile,
  chi2Sf,
  integrate,
  logPoisson,
  normalCdf,
  normalIsf,
  normalLogPdf,
  normalLogSf,
  normalPdf,
  normalQuantile,
  normalSf,
  poissonCdf,
  poissonIsf,
  poissonPmf,
  poissonQuantile,
  poissonSf,
} from '../../src/numerics/index.ts'
import { expectClose } from './close.ts'
import tables from './tables.json' with { type: 'json' }

describe('normal distribution', () => {
  it('agrees with mpmath in both tails', () => {
    for (const [z, cdf, sf] of tables.normal) {
      expectClose(normalCdf(z), cdf, 1e-15, z)
      expectClose(normalSf(z), sf, 1e-15, z)
      expectClose(normalCdf(-z), sf, 1e-15, -z)
      expectClose(normalLogSf(z), Math.log(sf), 1e-14, z)
    }
  })

  it('has quantiles that agree with mpmath down to the smallest p', () => {
    for (const [p, z] of tables.normalQuantile) {
      expectClose(normalQuantile(p), z, 1e-15, p)
      expectClose(normalIsf(p), -z, 1e-15, p)
    }
  })

  it('has the quantiles everyone knows', () => {
    expect(normalQuantile(0.5)).toBe(0)
    expect(normalIsf(0.05)).toBeCloseTo(1.6448536269514722, 14)
    expectClose(normalSf(5), 2.866515718791939e-7, 1e-15)
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity])
  })

  it('brings z back', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 37, noNaN: true }), (z) => Math.abs(normalIsf(normalSf(z)) - z) < 1e-14))
  })

  it('has a density that is the slope of its cumulative', () => {
    expectClose(integrate(normalPdf, 2, 3), normalCdf(3) - normalCdf(2), 1e-12)
    for (const z of [-3, 0, 0.1, 11.7]) expectClose(normalPdf(z), Math.exp(normalLogPdf(z)), 1e-13, z)
  })

  it('keeps its logarithm where the tail itself underflows', () => {
    // Mills' ratio: log sf(z) = log pdf(z) - log z - 1/z² + 5/(2 z⁴) …
    expectClose(normalLogSf(1000), normalLogPdf(1000) - Math.log(1000) - 1e-6, 1e-15)
    expect(Math.abs(normalLogSf(-50))).toBe(0)
  })

  it('refuses what is not a probability', () => {
    for (const p of [-1e-9, 1.0001, Number.NaN]) expect(() => normalQuantile(p)).toThrow(InputError)
  })
})

describe('χ² distribution', () => {
  it('has quantiles that agree with mpmath', () => {
    for (const [degrees, p, quantile, isf] of tables.chi2) {
      expectClose(chi2Quantile(p, degrees), quantile, 1e-13, `${p}, ${degrees}`)
      expectClose(chi2Isf(p, degrees), isf, 1e-13, `${p}, ${degrees}`)
    }
  })

  it('is the square of a normal at one degree of freedom, an exponential at two', () => {
    for (const z of [0.01, 0.5, 1, 3, 10]) {
      expectClose(chi2Sf(z * z, 1), 2 * normalSf(z), 1e-13, z)
      expectClose(chi2Sf(z, 2), Math.exp(-z / 2), 1e-14, z)
    }
    expectClose(chi2Quantile(0.9, 1), normalIsf(0.05) ** 2, 1e-14)
    expectClose(chi2Quantile(0.9, 2), 2 * Math.log(10), 1e-14)
  })

  it('has a density that is the slope of its cumulative', () => {
    for (const degrees of [1, 2, 3.5, 80]) {
      expectClose(
        integrate((x) => chi2Pdf(x, degrees), 1, 2 * degrees + 1),
        chi2Cdf(2 * degrees + 1, degrees) - chi2Cdf(1, degrees),
        1e-10,
        degrees,
      )
    }
    expect([chi2Pdf(0, 1), chi2Pdf(0, 2), chi2Pdf(0, 3), chi2Pdf(Infinity, 3)]).toEqual([Infinity, 0.5, 0, 0])
    expectClose(chi2LogPdf(5000, 2), -2500 - Math.LN2, 1e-15)
  })

  it('refuses what is out of range', () => {
    expect(() => chi2Cdf(1, 0)).toThrow(InputError)
    expect(() => chi2Sf(-1, 2)).toThrow(InputError)
    expect(() => chi2Quantile(1.5, 2)).toThrow(InputError)
    expect(() => chi2Pdf(Number.NaN, 2)).toThrow(InputError)
  })
})

describe('Poisson distribution', () => {
  it('agrees with mpmath, at means of 1e5 and 1e6 too', () => {
    for (const [n, mean, cdf, sf, log] of tables.poisson) {
      expectClose(poissonCdf(n, mean), cdf, 5e-14, `cdf ${n}, ${mean}`)
      expectClose(poissonSf(n, mean), sf, 5e-14, `sf ${n}, ${mean}`)
      expectClose(logPoisson(n, mean), log, 1e-14, `log ${n}, ${mean}`)
    }
  })

  it('is the sum of its probabilities', () => {
    for (const mean of [0.3, 7, 60]) {
      let sum = 0
      for (let n = 0; n <= 100; n++) {
        sum += poissonPmf(n, mean)
        expectClose(poissonCdf(n, mean), sum, 1e-13, `${n}, ${mean}`)
      }
    }
  })

  it('has the quantile of a whole count, and the least count', () => {
    const mean = fc.double({ min: 1e-3, max: 1e5, noNaN: true })
    const p = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true })
    fc.assert(
      fc.property(mean, p, (mean, p) => {
        const n = poissonQuantile(p, mean)
        expect(poissonCdf(n, mean)).toBeGreaterThanOrEqual(p)
        expect(poissonCdf(n - 1, mean)).toBeLessThan(p)
        const m = poissonIsf(p, mean)
        expect(poissonSf(m, mean)).toBeLessThanOrEqual(p)
        expect(poissonSf(m - 1, mean)).toBeGreaterThan(p)
      }),
    )
    for (const n of [0, 1, 9, 30]) expect(poissonQuantile(poissonCdf(n, 10), 10)).toBe(n)
    expect([poissonQuantile(0, 10), poissonIsf(1, 10), poissonQuantile(0.3, 0)]).toEqual([0, 0, 0])
  })

  it('keeps quantiles apart where the cumulative is one', () => {
    expect(poissonIsf(1e-16, 10)).toBeLessThan(poissonIsf(1e-18, 10))
    expect(poissonIsf(1e-300, 1e5)).toBeGreaterThan(1e5 + 37 * Math.sqrt(1e5))
  })

  it('grows with the count and falls with the mean, between whole counts too', () => {
    const count = fc.double({ min: 0, max: 500, noNaN: true })
    const mean = fc.double({ min: 0.01, max: 500, noNaN: true })
    fc.assert(
      fc.property(count, mean, (n, mean) => {
        expect(poissonSf(n + 0.5, mean)).toBeLessThanOrEqual(poissonSf(n, mean))
        expect(poissonCdf(n, 1.01 * mean)).toBeLessThanOrEqual(poissonCdf(n, mean))
      }),
    )
  })

  it('has its limits', () => {
    expect([poissonCdf(-1, 3), poissonSf(-1, 3), poissonCdf(0, 0), poissonSf(0, 0)]).toEqual([0, 1, 1, 0])
    expect([logPoisson(0, 0), logPoisson(0, 3), logPoisson(2, 0), poissonPmf(2, 0)]).toEqual([0, -3, -Infinity, 0])
  })

  it('refuses what is out of range', () => {
    expect(() => poissonCdf(-2, 1)).toThrow(InputError)
    expect(() => poissonSf(1, -1)).toThrow(InputError)
    expect(() => logPoisson(-0.5, 1)).toThrow(InputError)
    expect(() => logPoisson(1, Number.NaN)).toThrow(InputError)
    expect(() => poissonQuantile(1, 3)).toThrow(InputError)
    expect(() => poissonIsf(0, 3)).toThrow(InputError)
  })
})
