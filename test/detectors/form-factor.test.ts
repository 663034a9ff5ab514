import { describe, expect, it } from 'vitest'
import { formFactor, helm, kleinNystrand } from '../../src/detectors/index.ts'
import { integrate } from '../../src/numerics/index.ts'
import { expectClose } from '../numerics/close.ts'

/** [GeV fm]. */
const HBARC = 0.197326980459

describe('Helm’s form factor', () => {
  it.each([
    [40, 37.22472417629867, 20e-6, 0.92863288],
    [131, 122.02572741702, 1e-6, 0.97633027],
  ])('A = %i, M = %f GeV, recoil %f GeV: an independent calculation', (nucleons, mass, recoil, value) => {
    expectClose(helm(nucleons, Math.sqrt(2 * mass * recoil)), value, 1e-8)
  })

  // SNuDD
  it.each([
    [0.2, 0.8562254623085402],
    [1.5, 0.013449426102330162],
  ])('A = 131 at %f per fm', (q, value) => {
    expectClose(helm(131, q * HBARC), value, 1e-10)
  })
})

describe('form factors', () => {
  it.each(['helm', 'klein-nystrand'] as const)('%s: one at zero, falling by the mean square radius', (kind) => {
    for (const nucleons of [28, 40, 73, 131]) {
      expect(formFactor(kind, nucleons, 0)).toBe(1)
      const q = 1e-4
      const radius2 = (6 * (1 - formFactor(kind, nucleons, q * HBARC))) / q ** 2
      const [c, surface, skin] = [1.23 * Math.cbrt(nucleons) - 0.6, (Math.PI * 0.52) ** 2, 0.9 ** 2]
      const expected =
        kind === 'helm' ? 0.6 * (c * c + (7 / 3) * surface - 5 * skin) + 3 * skin : 0.6 * 1.5129 * nucleons ** (2 / 3) + 6 * 0.49
      expectClose(radius2, expected, 1e-5)
      // 0.9 to 1.2 fm of A^(1/3)
      expect(Math.sqrt(expected) / Math.cbrt(nucleons)).toBeGreaterThan(0.9)
      expect(Math.sqrt(expected) / Math.cbrt(nucleons)).toBeLessThan(1.2)
    }
  })

  it('Klein and Nystrand’s is a ball folded with a Yukawa potential', () => {
    // ∫ 4π r² (e^(−r/a)/4π a² r) sin(qr)/(qr) dr = 1/(1 + a²q²)
    const [q, a] = [0.7, 0.7]
    const yukawa = integrate((r) => (Math.exp(-r / a) * Math.sin(q * r)) / (a * a * q), 0, 40, { relTol: 1e-12, absTol: 1e-14 })
    const radius = 1.23 * Math.cbrt(133)
    const ball = integrate((r) => (3 * r * Math.sin(q * r)) / (q * radius ** 3), 0, radius, { relTol: 1e-12, absTol: 1e-14 })
    expectClose(kleinNystrand(133, q * HBARC), ball * yukawa, 1e-10)
  })

  it('agree within 3 % up to the end of solar recoils, and differ beyond', () => {
    for (const [nucleons, momentum] of [
      [131, 0.038],
      [40, 0.038],
    ] as const) {
      expect(Math.abs(helm(nucleons, momentum) / kleinNystrand(nucleons, momentum) - 1)).toBeLessThan(0.03)
    }
    expect(Math.abs(helm(131, 0.2) / kleinNystrand(131, 0.2) - 1)).toBeGreaterThan(0.02)
    expect(formFactor('none', 131, 1)).toBe(1)
  })
})
