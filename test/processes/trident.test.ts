import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALPHA, G_FERMI, HIGGS_VEV, M_MUON, SIN2_WEINBERG } from '../../src/constants.ts'
import { gaussLegendre, integrate } from '../../src/numerics/index.ts'
import {
  photonNeutrinoCrossSection,
  symmetrisedFermi,
  type TridentCoefficients,
  tridentCoefficients,
  tridentCrossSection,
} from '../../src/processes/trident.ts'
import { pairTensors } from './pair-tensors.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const iron = (energy: number) => ({ protons: 26, nucleons: 56, spectrum: [[energy, 1]] as const })
const [C_V, C_A] = [0.5 + 2 * SIN2_WEINBERG, 0.5]
const standard = C_V ** 2 + C_A ** 2

/** The product of vector couplings at which the cross section reaches a multiple of the Standard Model's. */
function productAt({ vector: { interference: a, square: b } }: TridentCoefficients, ratio: number): number {
  return (-a + Math.sqrt(a * a + 4 * b * (ratio - 1))) / (2 * b)
}

describe('γ ν → ν μ⁺ μ⁻', () => {
  it.each([
    [1, 2.2304e-14],
    [5, 2.2009e-13],
    [30, 2.0507e-12],
  ])('at s = %d GeV², against an independent integration over three-body phase space', (s, expected) => {
    expect(relative(photonNeutrinoCrossSection(s), expected)).toBeLessThan(1e-3)
  })

  it('from spin sums over explicit spinors, integrated in another order', () => {
    const s = 5
    const [low, mu2] = [4 * M_MUON ** 2, M_MUON ** 2]
    const rule = gaussLegendre(14)
    let sum = 0
    // pairs of squared mass w, then virtuality, then the angle within the pair
    for (let i = 0; i < 14; i++) {
      const z = (1 + rule.nodes[i]) / 2
      const w = low * (s / low) ** (z * z)
      const jacobian = rule.weights[i] * z * Math.log(s / low) * w
      for (let j = 0; j < 14; j++) {
        const u = (1 + rule.nodes[j]) / 2
        const length = Math.log1p((s - w) / mu2)
        const q2 = mu2 * Math.expm1(u * length)
        const weight = jacobian * (rule.weights[j] / 2) * length * (q2 + mu2)
        const y = (w + q2) / s
        const { vector, axial } = pairTensors(w, q2, 20)
        const transverse = C_V ** 2 * vector.transverse + C_A ** 2 * axial.transverse
        const longitudinal = C_V ** 2 * vector.longitudinal + C_A ** 2 * axial.longitudinal
        sum += (weight * q2 * ((1 + (1 - y) ** 2) * transverse + 2 * (1 - y) * longitudinal)) / (w + q2) ** 2
      }
    }
    const sigma = (G_FERMI ** 2 / (8 * Math.PI ** 2)) * 4 * Math.PI * ALPHA * sum
    expect(relative(photonNeutrinoCrossSection(s), sigma)).toBeLessThan(2e-4)
  })

  it('goes as s (ln s/m² − 8/3) at high energy', () => {
    for (const s of [1e4, 1e6]) {
      const expected = (standard / 2) * ((2 * G_FERMI ** 2 * ALPHA * s) / (9 * Math.PI ** 2)) * (Math.log(s / M_MUON ** 2) - 8 / 3)
      expect(relative(photonNeutrinoCrossSection(s), expected)).toBeLessThan(s < 1e5 ? 3e-4 : 1e-5)
    }
  })

  it('begins at 4 m_μ²', () => {
    const threshold = 4 * M_MUON ** 2
    expect(photonNeutrinoCrossSection(threshold)).toBe(0)
    expect(photonNeutrinoCrossSection(1.01 * threshold)).toBeGreaterThan(0)
    // three-body phase space with a massless particle, and an axial current that makes pairs in an s wave
    expect(photonNeutrinoCrossSection(1.001 * threshold) / photonNeutrinoCrossSection(1.002 * threshold)).toBeLessThan(0.13)
  })
})

describe('the charge of a nucleus', () => {
  it('is the Fourier transform of a symmetrised Fermi distribution', () => {
    const [c, a, hbarc] = [1.126 * Math.cbrt(56), 0.523, 0.1973269804]
    const density = (r: number) => Math.sinh(c / a) / (Math.cosh(r / a) + Math.cosh(c / a))
    const charge = integrate((r) => r * r * density(r), 0, 30)
    for (const momentum of [1e-5, 0.01, 0.05, 0.1, 0.2, 0.4]) {
      const q = momentum / hbarc
      const transform = integrate((r) => (r * Math.sin(q * r) * density(r)) / q, 0, 30)
      expect(Math.abs(symmetrisedFermi(56, momentum) - transform / charge)).toBeLessThan(1e-9)
    }
    expect(symmetrisedFermi(56, 0)).toBe(1)
  })
})

describe('ν N → ν N μ⁺ μ⁻', () => {
  it('folds real photons with the form factor', () => {
    const energy = 160
    const end = 3
    const photons = (s: number) => integrate((l) => 2 * symmetrisedFermi(56, Math.exp(l)) ** 2, Math.log(s / (2 * energy)), Math.log(1.5))
    const folded = integrate(
      (l) => photonNeutrinoCrossSection(Math.exp(l)) * photons(Math.exp(l)),
      Math.log(0.0446527),
      Math.log(320 * end),
      {
        relTol: 1e-5,
      },
    )
    expect(relative(tridentCrossSection(iron(energy)), ((26 ** 2 * ALPHA) / Math.PI) * folded)).toBeLessThan(1e-4)
  })

  it('averages over a spectrum, and grows with the energy', () => {
    const [low, high] = [100, 200].map((energy) => tridentCrossSection(iron(energy)))
    const both = tridentCrossSection({
      ...iron(1),
      spectrum: [
        [100, 3],
        [200, 1],
      ],
    })
    expect(relative(both, (3 * low + high) / 4)).toBeLessThan(1e-5)
    expect(low).toBeLessThan(high)
  })
})

describe('what makes no sense', () => {
  it('is refused', () => {
    expect(() => tridentCrossSection(iron(0.01))).toThrow(/no neutrino has the energy/)
    expect(() => tridentCoefficients(iron(10), 0)).toThrow(/above zero/)
    expect(() => tridentCoefficients(iron(10), Number.NaN)).toThrow(/above zero/)
  })
})

describe('what a boson changes', () => {
  const masses = [0.001, 0.01, 0.1, 0.4, 1, 10]

  it('agrees with an independent integration at 160 GeV', () => {
    const interference = [194396, 193396, 164812, 91724, 39958, 942.86]
    const square = [5.1745e11, 2.664e11, 5.4451e10, 6.2138e9, 7.1398e8, 2.8852e5]
    masses.forEach((mass, i) => {
      const { vector } = tridentCoefficients(iron(160), mass)
      expect(relative(vector.interference, interference[i])).toBeLessThan(5e-4)
      expect(relative(vector.square, square[i])).toBeLessThan(1e-3)
    })
  })

  it('is a contact interaction when heavy: g/m from shifted C_V where muons are light', () => {
    // [1 + (1 + 4 s² + 2 v² x)²] / [1 + (1 + 4 s²)²] = 1.369
    const x = (Math.sqrt(1.369 * (1 + (2 * C_V) ** 2) - 1) - 2 * C_V) / (2 * HIGGS_VEV ** 2)
    expect(relative(Math.sqrt(x), 0.00183393)).toBeLessThan(1e-5)
    const far = Math.sqrt(productAt(tridentCoefficients(iron(1e6), 1e5), 1.369)) / 1e5
    expect(relative(far, Math.sqrt(x))).toBeLessThan(2e-4)
    // muons are not light at 160 GeV
    expect(relative(Math.sqrt(productAt(tridentCoefficients(iron(160), 1e3), 1.369)) / 1e3, Math.sqrt(x))).toBeLessThan(0.012)
  })

  it('grows only with a logarithm towards a light vector boson, and as 1/m² towards an axial one', () => {
    const [a, b, c] = [1e-5, 1e-4, 1e-3].map((mass) => tridentCoefficients(iron(160), mass))
    expect(relative(a.vector.interference, b.vector.interference)).toBeLessThan(1e-5)
    expect(relative(a.vector.square - b.vector.square, b.vector.square - c.vector.square)).toBeLessThan(1e-3)
    expect(relative(a.axial.square / b.axial.square, 100)).toBeLessThan(0.01)
  })

  it('never makes a cross section negative, and fades with the mass', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 2, noNaN: true }), fc.double({ min: 0.3, max: 3, noNaN: true }), (logMass, logEnergy) => {
        const at = (mass: number) => tridentCoefficients(iron(10 ** logEnergy), mass)
        const [light, heavy] = [at(10 ** logMass), at(1.1 * 10 ** logMass)]
        for (const current of ['vector', 'axial'] as const) {
          expect(light[current].interference ** 2).toBeLessThan(4 * light[current].square)
          expect(heavy[current].square).toBeLessThan(light[current].square)
        }
        expect(light.vector.interference).toBeGreaterThan(0)
        expect(light.axial.interference).toBeLessThan(0)
      }),
      { numRuns: 12, seed: 5 },
    )
  })

  it('interferes alike for left-handed muons, whose share of the Standard Model is larger', () => {
    const { vector, axial } = tridentCoefficients(iron(1e6), 1e4)
    const chiral = (v: number, a: number) => v * vector.interference + a * axial.interference
    // C_V ± C_A: left-handed couplings have axial = −vector
    expect(relative(chiral(0.5, -0.5) / chiral(0.5, 0.5), (C_V + C_A) / (C_V - C_A))).toBeLessThan(0.01)
  })
})
