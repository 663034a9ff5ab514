import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OSCILLATION } from '../../src/data/nufit.ts'
import { massBasisCouplings, mixingProbabilities, neutrinoDecayWidth, pmns } from '../../src/neutrinos/pmns.ts'

const angle = fc.double({ min: 0, max: 90, noNaN: true })
const angles = fc.record({
  theta12_deg: angle,
  theta13_deg: angle,
  theta23_deg: angle,
  deltaCP_deg: fc.double({ min: 0, max: 360, noNaN: true }),
})

describe('the mixing matrix', () => {
  it('is unitary', () => {
    fc.assert(
      fc.property(angles, (set) => {
        const { re, im } = pmns(set)
        for (let a = 0; a < 3; a++) {
          for (let b = 0; b < 3; b++) {
            let real = 0
            let imaginary = 0
            for (let i = 0; i < 3; i++) {
              real += re[3 * a + i] * re[3 * b + i] + im[3 * a + i] * im[3 * b + i]
              imaginary += im[3 * a + i] * re[3 * b + i] - re[3 * a + i] * im[3 * b + i]
            }
            expect(Math.abs(real - (a === b ? 1 : 0))).toBeLessThan(1e-14)
            expect(Math.abs(imaginary)).toBeLessThan(1e-14)
          }
        }
      }),
    )
  })

  it('has the elements that define the angles, and the Jarlskog invariant', () => {
    const set = OSCILLATION['nufit-4.0']
    const u = mixingProbabilities(pmns(set))
    const [t12, t13, t23, delta] = [set.theta12_deg, set.theta13_deg, set.theta23_deg, set.deltaCP_deg].map((x) => (x * Math.PI) / 180)
    expect(u[2]).toBeCloseTo(Math.sin(t13) ** 2, 14)
    expect(u[1] / (u[0] + u[1])).toBeCloseTo(Math.sin(t12) ** 2, 14)
    expect(u[5] / (u[5] + u[8])).toBeCloseTo(Math.sin(t23) ** 2, 14)
    const { re, im } = pmns(set)
    // Im(U_e1 U_μ2 U*_e2 U*_μ1)
    const [xr, xi] = [re[0] * re[4] - im[0] * im[4], re[0] * im[4] + im[0] * re[4]]
    const [yr, yi] = [re[1] * re[3] - im[1] * im[3], re[1] * im[3] + im[1] * re[3]]
    const jarlskog = 0.125 * Math.sin(2 * t12) * Math.sin(2 * t13) * Math.sin(2 * t23) * Math.cos(t13) * Math.sin(delta)
    expect(xi * yr - xr * yi).toBeCloseTo(jarlskog, 14)
  })
})

describe('couplings in the mass basis', () => {
  const mixing = pmns(OSCILLATION['nufit-6.0'])

  it('leave universal ones alone', () => {
    const { re, im } = massBasisCouplings([0.3, 0.3, 0.3], mixing)
    for (let n = 0; n < 9; n++) {
      expect(re[n]).toBeCloseTo(n % 4 === 0 ? 0.3 : 0, 14)
      expect(im[n]).toBeCloseTo(0, 14)
    }
  })

  it('of charges (0, 1, 1) are δ_ij − U*_ei U_ej', () => {
    const { re, im } = massBasisCouplings([0, 1, 1], mixing)
    const u = mixing
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        expect(re[3 * i + j]).toBeCloseTo((i === j ? 1 : 0) - u.re[i] * u.re[j] - u.im[i] * u.im[j], 14)
        expect(im[3 * i + j]).toBeCloseTo(-(u.re[i] * u.im[j] - u.im[i] * u.re[j]), 14)
      }
    }
  })
})

describe('the decay of neutrinos through the boson', () => {
  const mixing = pmns(OSCILLATION['nufit-6.0'])
  const couplings = (g: number) => massBasisCouplings([0, g, g], mixing)

  it('goes as g⁴ m_ν⁵ / m⁴', () => {
    const width = neutrinoDecayWidth(3, 0.05e-9, couplings(1e-3), 0.04)
    expect(neutrinoDecayWidth(3, 0.05e-9, couplings(2e-3), 0.04) / width).toBeCloseTo(16, 12)
    expect(neutrinoDecayWidth(3, 0.1e-9, couplings(1e-3), 0.04) / width).toBeCloseTo(32, 12)
    expect(neutrinoDecayWidth(3, 0.05e-9, couplings(1e-3), 0.08) / width).toBeCloseTo(1 / 16, 14)
  })

  it('needs couplings off the diagonal, and a lighter neutrino', () => {
    expect(
      neutrinoDecayWidth(3, 0.05e-9, massBasisCouplings([1, 1, 1], pmns({ ...OSCILLATION['nufit-6.0'], deltaCP_deg: 0 })), 0.04),
    ).toBeLessThan(1e-80)
    expect(neutrinoDecayWidth(1, 0.05e-9, couplings(1e-3), 0.04)).toBe(0)
  })

  it('is the width of muon decay where one lepton of each pair is its own: C = 2√2 G_F', () => {
    // ν_2 → ν_1 ν_1 ν̄_1 with c_11 = c_12 = c: ½ |2 c²|² = 2 c⁴, twice the width of three distinct leptons at C = c²/m².
    const re = Float64Array.of(1, 1, 0, 1, 1, 0, 0, 0, 0)
    const width = neutrinoDecayWidth(2, 0.1, { re, im: new Float64Array(9) }, 100)
    const gFermi = 1 / 100 ** 2 / (2 * Math.SQRT2)
    expect(width / ((2 * gFermi ** 2 * 0.1 ** 5) / (192 * Math.PI ** 3))).toBeCloseTo(1, 13)
  })

  it('takes far longer than the age of the Universe', () => {
    const lifetime = 6.582e-25 / neutrinoDecayWidth(3, 0.05e-9, couplings(5.9e-4), 0.04)
    expect(lifetime).toBeGreaterThan(1e38)
  })

  it('refuses a mass of zero', () => {
    expect(() => neutrinoDecayWidth(3, 0.05e-9, couplings(1e-3), 0)).toThrow('bosonMass')
    expect(() => neutrinoDecayWidth(3, 0, couplings(1e-3), 1)).toThrow('neutrinoMass')
  })
})
