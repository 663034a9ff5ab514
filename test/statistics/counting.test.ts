import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { normalSf, poissonCdf, poissonSf } from '../../src/numerics/index.ts'
import {
  asymptoticCls,
  clsUpperLimit,
  countingCls,
  discoveryDeficit,
  discoverySignal,
  discoverySignificance,
  excessLog,
  exclusionSignal,
  exclusionSignificance,
  meanAtDeviance,
  poissonDeviance,
  poissonUpperLimit,
  sensitivityDeficit,
  sensitivityExcess,
} from '../../src/statistics/counting.ts'
import { toys } from './toys.ts'

const close = (value: number, expected: number, tolerance: number, what = ''): void =>
  expect(Math.abs(value / expected - 1), `${what} ${value} ${expected}`).toBeLessThan(tolerance)
const counts = fc.double({ min: 0, max: 1e5, noNaN: true })
const whole = fc.integer({ min: 0, max: 1000 })

describe('the signal that 90 per cent of experiments see', () => {
  it('is ln 10 without background, and 1.28 √b for many counts', () => {
    close(sensitivityExcess(0), Math.LN10, 1e-15)
    close(sensitivityExcess(1e10) / 1e5, 1.2815515655446004, 1e-4)
    close(sensitivityDeficit(1e10) / 1e5, 1.2815515655446004, 1e-4)
  })

  it('is that of the projections of amaral-2020: Standard Model plus background', () => {
    for (const [background, signal] of [
      [1238 + 6305, 112.5],
      [0.57 + 0.5, 2.9],
      [1288 + 2860 + 6537, 133.7],
      [16503 + 21620, 251],
      [7.6 + 1.2, 5.2],
      [17204 + 48057 + 22182, 380],
      [6.6 + 4.6e4, 276],
      [13.8, 6.1],
      [0.04 + 18.2 + 375, 26.6],
    ]) {
      close(sensitivityExcess(background), signal, 0.011, `b = ${background}`)
    }
  })

  it('solves its own equation, for excess and deficit', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (background, confidence) => {
        expect(Math.abs(poissonSf(background, background + sensitivityExcess(background, confidence)) - confidence)).toBeLessThan(1e-9)
        if (background >= 1) {
          const mean = background - sensitivityDeficit(background, confidence)
          expect(Math.abs(poissonCdf(background - 1, mean) - confidence)).toBeLessThan(1e-9)
        }
      }),
    )
    expect(sensitivityDeficit(0)).toBe(Number.POSITIVE_INFINITY)
  })

  it('is what toy experiments find', () => {
    const { poisson } = toys(11)
    const background = 12
    const mean = background + sensitivityExcess(background)
    let seen = 0
    for (let n = 0; n < 20000; n++) if (poisson(mean) > background) seen++
    // √(0.9 · 0.1 / 20000) = 0.002
    expect(Math.abs(seen / 20000 - 0.9)).toBeLessThan(0.007)
  })
})

describe('upper limits', () => {
  it('are 2.303 for no counts, at 90 %', () => {
    close(poissonUpperLimit(0, 0), Math.LN10, 1e-14)
    close(clsUpperLimit(0, 0), Math.LN10, 1e-14)
    close(clsUpperLimit(0, 7), Math.LN10, 1e-12)
    close(poissonUpperLimit(0, 0, 0.95), 2.995732273553991, 1e-14)
    close(poissonUpperLimit(3, 0), 6.680783, 1e-6)
  })

  it('of CLs are never stronger than the classical ones, and agree with them without background', () => {
    fc.assert(
      fc.property(whole, counts, (observed, background) => {
        expect(clsUpperLimit(observed, background)).toBeGreaterThanOrEqual(poissonUpperLimit(observed, background) - 1e-9)
        close(clsUpperLimit(observed, 0), poissonUpperLimit(observed, 0), 1e-12)
      }),
    )
  })

  it('of CLs solve CLs = 1 − CL', () => {
    fc.assert(
      fc.property(whole, fc.double({ min: 0, max: 900, noNaN: true }), (observed, background) => {
        fc.pre(poissonCdf(observed, background) > 1e-200)
        close(countingCls(observed, clsUpperLimit(observed, background), background), 0.1, 1e-7)
      }),
    )
  })

  it('CLs is never below the p-value', () => {
    fc.assert(
      fc.property(whole, fc.double({ min: 0, max: 500, noNaN: true }), fc.double({ min: 0, max: 500, noNaN: true }), (n, s, b) => {
        fc.pre(poissonCdf(n, b) > 0)
        const cls = countingCls(n, s, b)
        expect(cls).toBeGreaterThanOrEqual(poissonCdf(n, s + b) - 1e-15)
        expect(cls).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
    close(countingCls(0, 3, 5), Math.exp(-3), 1e-12)
  })

  it('cover: at most ten per cent of toys exclude a true signal', () => {
    const { poisson } = toys(5)
    let classical = 0
    let cls = 0
    for (let n = 0; n < 4000; n++) {
      const seen = poisson(4 + 6)
      if (poissonUpperLimit(seen, 6) < 4) classical++
      if (clsUpperLimit(seen, 6) < 4) cls++
    }
    expect(classical / 4000).toBeLessThan(0.115)
    expect(cls).toBeLessThanOrEqual(classical)
  })
})

describe('asymptotic CLs', () => {
  it('is 0.1 for the median experiment at 90 %, one for no sensitivity, and above the p-value', () => {
    const z = 1.2815515655446004
    close(asymptoticCls(z * z, z * z), 0.2, 1e-12)
    close(asymptoticCls(2.705543454095414, 2.705543454095414), 0.1, 1e-12)
    close(asymptoticCls(1e-9, 1e-8), 1, 1e-3)
    fc.assert(
      fc.property(fc.double({ min: 0, max: 60, noNaN: true }), fc.double({ min: 0.01, max: 60, noNaN: true }), (q, qA) => {
        expect(asymptoticCls(q, qA)).toBeGreaterThanOrEqual((q <= qA ? normalSf(Math.sqrt(q)) : 0) * (1 - 1e-12))
      }),
    )
  })

  it('is continuous where its two branches meet', () => {
    for (const qA of [0.3, 2, 9]) close(asymptoticCls(qA * (1 + 1e-9), qA), asymptoticCls(qA * (1 - 1e-9), qA), 1e-7)
  })

  it('is that of the Poisson distribution for many counts', () => {
    const [signal, background] = [400, 1e5]
    for (const observed of [99900, 100000, 100100]) {
      const q = poissonDeviance(observed, signal + background) - poissonDeviance(observed, Math.max(background, observed))
      const asymptotic = asymptoticCls(q, exclusionSignificance(signal, background) ** 2)
      close(asymptotic, countingCls(observed, signal, background), 0.02, `${observed}`)
    }
  })
})

describe('the deviance of a bin', () => {
  it('has its two simple forms where they hold', () => {
    close(poissonDeviance(0, 2.3), 4.6, 1e-15)
    close(poissonDeviance(1e5, 1e5 + 300), 300 ** 2 / 1e5, 3e-3)
    expect(poissonDeviance(7, 7)).toBe(0)
    expect(poissonDeviance(7, 0)).toBe(Number.POSITIVE_INFINITY)
    close(poissonDeviance(5, 8), 2 * (8 - 5 + 5 * Math.log(5 / 8)), 1e-14)
    // Where a plain formula loses every digit: (μ − n)²/n
    close(poissonDeviance(1e5, 1e5 + 1e-3), 1e-11, 1e-7)
  })

  it('is built on x − ln(1 + x), the same on both sides of where the series ends', () => {
    for (const x of [0.0999999, 0.1000001, -0.0999999, -0.1000001, 1e-5, 0.03, -0.03]) {
      const terms = Array.from({ length: 40 }, (_, i) => -((-x) ** (i + 2)) / (i + 2))
      // x²/2 − x³/3 + … = Σ (−x)ⁿ/n from n = 2
      close(excessLog(x), -terms.reduce((sum, term) => sum + term, 0), 1e-13, `${x}`)
    }
  })

  it('is inverted above and below', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1e5, noNaN: true }), fc.double({ min: 0.01, max: 30, noNaN: true }), (count, level) => {
        for (const side of ['above', 'below'] as const) {
          const mean = meanAtDeviance(count, level, side)
          expect(Math.abs(poissonDeviance(count, mean) - level)).toBeLessThan(1e-7 * (1 + level))
          expect(mean > count).toBe(side === 'above')
        }
      }),
    )
    expect(meanAtDeviance(0, 3, 'below')).toBe(Number.NEGATIVE_INFINITY)
    close(meanAtDeviance(0, 3, 'above'), 1.5, 1e-15)
  })
})

describe('median significances', () => {
  it('are s/√b for small signals and the formula of Cowan et al. beyond', () => {
    close(discoverySignificance(1, 1e8), 1e-4, 1e-6)
    close(discoverySignificance(50, 100), Math.sqrt(2 * (150 * Math.log(1.5) - 50)), 1e-12)
    close(exclusionSignificance(50, 100), Math.sqrt(2 * (50 - 100 * Math.log(1.5))), 1e-12)
    close(exclusionSignificance(-40, 100), Math.sqrt(2 * (-40 - 100 * Math.log(0.6))), 1e-12)
    close(exclusionSignificance(3, 0), Math.sqrt(6), 1e-14)
    expect(discoverySignificance(0, 0)).toBe(0)
    expect(discoverySignificance(1, 0)).toBe(Number.POSITIVE_INFINITY)
    close(discoverySignificance(-30, 100), Math.sqrt(2 * (70 * Math.log(0.7) + 30)), 1e-12)
  })

  it('know the background as well as a count beside does', () => {
    const [s, b, v] = [50, 100, 100]
    const square =
      2 * ((s + b) * Math.log(((s + b) * (b + v)) / (b * b + (s + b) * v)) - ((b * b) / v) * Math.log(1 + (v * s) / (b * (b + v))))
    close(discoverySignificance(s, b, Math.sqrt(v)), Math.sqrt(square), 1e-12)
    close(discoverySignificance(s, b, 1e-5), discoverySignificance(s, b), 1e-9)
    // s/√(b + σ²) where both are many
    close(discoverySignificance(300, 1e6, 1000), 300 / Math.sqrt(2e6), 1e-3)
  })

  it('are inverted', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (background, share) => {
        const sigma = share * Math.sqrt(background)
        close(discoverySignificance(discoverySignal(background, 5, sigma), background, sigma), 5, 1e-9)
        const deficit = discoveryDeficit(background, 5, sigma)
        if (deficit < Infinity) close(discoverySignificance(-deficit, background, sigma), 5, 1e-9)
        else expect(discoverySignificance(-background, background, sigma)).toBeLessThan(5)
        close(exclusionSignificance(exclusionSignal(background, 1.642), background), Math.sqrt(1.642), 1e-8)
      }),
    )
    close(exclusionSignal(0, 1.642), 0.821, 1e-14)
    expect(discoverySignal(0)).toBe(0)
  })

  it('are the medians of toy experiments', () => {
    const { poisson } = toys(3)
    const [signal, background] = [30, 100]
    const found = Array.from({ length: 4001 }, () => poisson(signal + background)).sort((p, q) => p - q)[2000]
    const median = Math.sqrt(poissonDeviance(found, background))
    expect(Math.abs(median - discoverySignificance(signal, background))).toBeLessThan(0.1)
    const empty = Array.from({ length: 4001 }, () => poisson(background)).sort((p, q) => p - q)[2000]
    expect(Math.abs(Math.sqrt(poissonDeviance(empty, signal + background)) - exclusionSignificance(signal, background))).toBeLessThan(0.1)
  })
})

describe('counts that make no sense', () => {
  it('are refused with the field', () => {
    expect(() => sensitivityExcess(-1)).toThrow(/background/)
    expect(() => sensitivityExcess(1, 1)).toThrow(/confidence/)
    expect(() => poissonUpperLimit(Number.NaN, 1)).toThrow(/observed/)
    expect(() => countingCls(1, -1, 1)).toThrow(/signal/)
    expect(() => asymptoticCls(1, 0)).toThrow(/asimov/)
    expect(() => discoverySignificance(-2, 1)).toThrow(/signal/)
    expect(() => discoverySignal(1, 0)).toThrow(/significance/)
    expect(() => exclusionSignal(1, Number.NaN)).toThrow(InputError)
    expect(() => poissonDeviance(-1, 1)).toThrow(InputError)
  })
})
