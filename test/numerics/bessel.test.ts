import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { integrate, sphericalBesselJ1 } from '../../src/numerics/index.ts'
import { expectClose } from './close.ts'

describe('the spherical Bessel function j₁', () => {
  // 40 digits of sin and cos
  it.each([
    [1e-8, 3.333333333333333e-9],
    [1e-3, 0.000333333300000001],
    [0.1, 0.03330001190255757],
    [0.5, 0.1625370306360666],
    [0.999, 0.3009294567857256],
    [1, 0.3011686789397568],
    [2, 0.4353977749799916],
    [10, 0.07846694179875155],
    [100, -0.008673825286987815],
  ])('at %f', (x, value) => {
    expectClose(sphericalBesselJ1(x), value, 5e-15)
    expect(sphericalBesselJ1(-x)).toBe(-sphericalBesselJ1(x))
  })

  it('vanishes at zero and where tan x = x', () => {
    expect(sphericalBesselJ1(0)).toBe(0)
    for (const zero of [4.493409457909064, 7.725251836937707, 10.904121659428899]) {
      expect(Math.abs(sphericalBesselJ1(zero))).toBeLessThan(1e-15)
      expect(sphericalBesselJ1(zero * 0.999) * sphericalBesselJ1(zero * 1.001)).toBeLessThan(0)
    }
  })

  it('is the form factor of a ball: 3 j₁(x)/x = ∫₀¹ 3 r sin(xr)/x dr', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 30, noNaN: true }), (x) => {
        const ball = integrate((r) => (3 * r * Math.sin(x * r)) / x, 0, 1, { relTol: 1e-13, absTol: 1e-15 })
        expect(Math.abs((3 * sphericalBesselJ1(x)) / x - ball)).toBeLessThan(1e-13)
      }),
    )
  })
})
