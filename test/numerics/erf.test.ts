import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { erf, erfc, erfcInverse, erfcx, erfInverse, gammaP, gammaQ } from '../../src/numerics/index.ts'
import { expectClose } from './close.ts'
import tables from './tables.json' with { type: 'json' }

describe('error functions', () => {
  it('agree with mpmath', () => {
    for (const [x, plain, complement, scaled] of tables.erf) {
      expectClose(erf(x), plain, 2e-15, `erf ${x}`)
      expectClose(erfc(x), complement, 2e-15, `erfc ${x}`)
      expectClose(erfcx(x), scaled, 2e-15, `erfcx ${x}`)
    }
  })

  it('are incomplete gamma functions of one half', () => {
    for (const x of [0.1, 0.4999, 0.5, 0.5001, 0.9999, 1, 1.0001, 2, 5, 9]) {
      expectClose(erf(x), gammaP(0.5, x * x), 1e-13, x)
      expectClose(erfc(x), gammaQ(0.5, x * x), 1e-13, x)
    }
  })

  it('are odd, and complement each other', () => {
    fc.assert(
      fc.property(fc.double({ min: -7, max: 7, noNaN: true }), (x) => {
        expect(erf(-x) + erf(x)).toBe(0)
        expect(Math.abs(erf(x) + erfc(x) - 1)).toBeLessThan(4e-16)
      }),
    )
  })

  it('have their limits', () => {
    expect([erf(0), erf(Infinity), erf(-Infinity), erfc(Infinity), erfc(-Infinity)]).toEqual([0, 1, -1, 0, 2])
    expectClose(erfcx(1e10), 1 / (1e10 * Math.sqrt(Math.PI)), 1e-15)
    // Asymptotic series at the join to it.
    expectClose(erfcx(1e5), (1 / (1e5 * Math.sqrt(Math.PI))) * (1 - 0.5e-10), 1e-15)
  })

  it('are brought back by their inverses', () => {
    fc.assert(fc.property(fc.double({ min: 1e-300, max: 0.8, noNaN: true }), (x) => expectClose(erfInverse(erf(x)), x, 1e-14, x)))
    fc.assert(fc.property(fc.double({ min: 0.3, max: 26, noNaN: true }), (x) => expectClose(erfcInverse(erfc(x)), x, 3e-15, x)))
    expect([erfInverse(1), erfInverse(-1), erfcInverse(0), erfcInverse(2), erfcInverse(1)]).toEqual([
      Infinity,
      -Infinity,
      Infinity,
      -Infinity,
      0,
    ])
  })

  it('have inverses that join smoothly', () => {
    for (const y of [0.4, 0.6]) {
      const step = 1e-9
      const slope = (erfcInverse(y + step) - erfcInverse(y - step)) / (2 * step)
      expectClose(slope, -0.5 * Math.sqrt(Math.PI) * Math.exp(erfcInverse(y) ** 2), 1e-6, y)
    }
  })

  it('refuse what they cannot invert', () => {
    expect(() => erfInverse(1.01)).toThrow(InputError)
    expect(() => erfcInverse(-0.01)).toThrow(InputError)
    expect(() => erfcInverse(Number.NaN)).toThrow(InputError)
  })
})
