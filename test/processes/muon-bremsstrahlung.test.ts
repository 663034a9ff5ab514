import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALPHA, E_CHARGE, M_MUON } from '../../src/constants.ts'
import { gaussLegendre, integrate } from '../../src/numerics/index.ts'
import { type MuonBeam, muonBremsstrahlung, muonBremsstrahlungIn } from '../../src/processes/bremsstrahlung/muon.ts'
import { muonBremsstrahlungExact } from '../../src/processes/bremsstrahlung/muon-exact.ts'
import { elasticFormFactor, photonFlux } from '../../src/processes/bremsstrahlung/weizsaecker-williams.ts'

const off = (value: number, expected: number): number => Math.abs(value / expected - 1)
const LEAD = { protons: 82, massNumber: 207.2 }
const BEAM: MuonBeam = { energy: 160, nucleus: LEAD }
const [VECTOR, AXIAL] = [
  { vector: 1, axial: 0 },
  { vector: 0, axial: 1 },
]
const WINDOW = [10, 100] as const

describe('virtual photons around a nucleus', () => {
  it('see Z² between the electrons and the nucleus, and neither neutral atoms from afar nor nuclei as points', () => {
    expect(off(elasticFormFactor(1e-6, LEAD), 82 ** 2)).toBeLessThan(2e-3)
    expect(elasticFormFactor(0, LEAD)).toBe(0)
    expect(off(elasticFormFactor(0.164 * 207.2 ** (-2 / 3), LEAD), 82 ** 2 / 4)).toBeLessThan(1e-6)
  })

  it('add up to the closed form', () => {
    fc.assert(
      fc.property(fc.double({ min: -25, max: -2, noNaN: true }), fc.double({ min: 0.05, max: 12, noNaN: true }), (logLeast, decades) => {
        const [from, to] = [logLeast, logLeast + decades]
        const [least, greatest] = [Math.exp(from), Math.exp(to)]
        const byHand = integrate((logT) => (1 - least / Math.exp(logT)) * elasticFormFactor(Math.exp(logT), LEAD), from, to)
        expect(off(photonFlux(LEAD)(least, greatest), byHand)).toBeLessThan(1e-6)
      }),
      { numRuns: 60 },
    )
  })

  it('are none where the range is empty', () => {
    expect(photonFlux(LEAD)(0.02, 0.02)).toBe(0)
    expect(photonFlux(LEAD)(0.03, 0.02)).toBe(0)
  })
})

describe('muon bremsstrahlung', () => {
  // Independent integrations: Weizsäcker–Williams, and the exact tree level by 2¹⁵ quasi-random points [GeV⁻²], coupling e.
  const REFERENCE = [
    [0.001, 3.8794, 3.882],
    [0.01, 3.8296, 3.832],
    [0.1, 1.7853, 1.783],
    [0.2, 0.72386, 0.7222],
    [0.5, 0.11056, 0.1104],
    [1, 0.014964, 0.01496],
  ] as const

  it.each(REFERENCE)('of %f GeV in the window is %f GeV⁻², exactly %f', (mass, approximate, exact) => {
    const found = muonBremsstrahlungIn(WINDOW, { vector: E_CHARGE, axial: 0 }, mass, BEAM)
    expect(off(found, approximate)).toBeLessThan(1e-4)
    expect(off(found, exact)).toBeLessThan(5e-3)
  })

  it.each(REFERENCE.filter(([mass]) => mass !== 0.01 && mass !== 0.5))(
    'at tree level of %f GeV is that of the independent integration',
    (mass, _, expected) => {
      const { nodes, weights } = gaussLegendre(6)
      const half = (WINDOW[1] - WINDOW[0]) / (2 * BEAM.energy)
      let sum = 0
      for (let i = 0; i < 6; i++) {
        const x = 1 - (WINDOW[0] + WINDOW[1]) / (2 * BEAM.energy) + half * nodes[i]
        sum += half * weights[i] * muonBremsstrahlungExact({ vector: E_CHARGE, axial: 0 }, mass, x, BEAM)
      }
      expect(off(sum, expected)).toBeLessThan(3e-3)
    },
  )

  it.each([
    ['vector', VECTOR],
    ['axial', AXIAL],
  ] as const)('the %s coupling: the approximation follows the tree level at every fraction', (_, coupling) => {
    for (const mass of [0.001, 0.03, 0.3, 1]) {
      for (const x of [0.1, 0.4, 0.7, 0.92]) {
        const exact = muonBremsstrahlungExact(coupling, mass, x, BEAM)
        expect(off(muonBremsstrahlung(coupling, mass, x, BEAM), exact), `${mass} GeV, ${x}`).toBeLessThan(7e-3)
      }
    }
  })

  it('the approximation holds for other beams and targets, and up to 3 GeV in the window', () => {
    const carbon: MuonBeam = { energy: 40, nucleus: { protons: 6, massNumber: 12.011 } }
    expect(off(muonBremsstrahlung(VECTOR, 0.05, 0.6, carbon), muonBremsstrahlungExact(VECTOR, 0.05, 0.6, carbon))).toBeLessThan(4e-2)
    expect(off(muonBremsstrahlung(VECTOR, 3, 0.8, BEAM), muonBremsstrahlungExact(VECTOR, 3, 0.8, BEAM))).toBeLessThan(1e-2)
  })

  it('vector and axial couplings do not interfere', () => {
    const both = muonBremsstrahlungExact({ vector: 0.6, axial: -0.3 }, 0.05, 0.5, BEAM)
    const apart = 0.36 * muonBremsstrahlungExact(VECTOR, 0.05, 0.5, BEAM) + 0.09 * muonBremsstrahlungExact(AXIAL, 0.05, 0.5, BEAM)
    expect(off(both, apart)).toBeLessThan(1e-6)
    const approximate = muonBremsstrahlung({ vector: 0.6, axial: -0.3 }, 0.05, 0.5, BEAM)
    const sum = 0.36 * muonBremsstrahlung(VECTOR, 0.05, 0.5, BEAM) + 0.09 * muonBremsstrahlung(AXIAL, 0.05, 0.5, BEAM)
    expect(off(approximate, sum)).toBeLessThan(1e-12)
  })

  it('heavy bosons do not tell vector from axial; light ones radiate the latter as Goldstone bosons, with 1/m²', () => {
    const ratio = (mass: number, x: number) => muonBremsstrahlung(AXIAL, mass, x, BEAM) / muonBremsstrahlung(VECTOR, mass, x, BEAM)
    expect(off(ratio(2, 0.3), 1)).toBeLessThan(2e-3)
    expect(off(ratio(1e-4, 0.5) / ratio(2e-4, 0.5), 4)).toBeLessThan(1e-3)
  })

  it('is the printed form of the differential cross section, the angle integrated adaptively', () => {
    const [mass, x] = [0.07, 0.45]
    const [m2, muon2] = [mass * mass, M_MUON * M_MUON]
    const byAngle = (theta: number): number => {
      const u = (BEAM.energy * theta) ** 2 * x + (m2 * (1 - x)) / x + muon2 * x
      const amplitude = (2 * (2 - 2 * x + x * x)) / (1 - x) + (4 * (m2 + 2 * muon2) * (-u * x + m2 * (1 - x) + muon2 * x * x)) / (u * u)
      return (theta * amplitude * photonFlux(LEAD)((u / (2 * BEAM.energy * (1 - x))) ** 2, m2 + muon2)) / (u * u)
    }
    const beta = Math.sqrt(1 - m2 / (x * BEAM.energy) ** 2)
    const integral = integrate((log) => Math.exp(log) * byAngle(Math.exp(log)), Math.log(1e-8), Math.log(0.1), { relTol: 1e-8 })
    const expected = 2 * ALPHA ** 3 * BEAM.energy ** 2 * x * beta * (1 - x) * integral
    expect(off(muonBremsstrahlung({ vector: E_CHARGE, axial: 0 }, mass, x, BEAM), expected)).toBeLessThan(1e-5)
  })

  it('the usual shortcut, one least momentum transfer for all, is 44 to 108 % too high in the window', () => {
    const shortcut = (mass: number): number => {
      const [m2, muon2] = [mass * mass, M_MUON * M_MUON]
      const flux = photonFlux(LEAD)((m2 / (2 * BEAM.energy)) ** 2, m2 + muon2)
      const spectrum = (x: number): number => {
        const gap = m2 * (1 - x) + muon2 * x * x
        const beta = Math.sqrt(1 - m2 / (x * BEAM.energy) ** 2)
        const over = (u: number) => (2 * (2 - 2 * x + x * x)) / (1 - x) / u ** 2 + (4 * (m2 + 2 * muon2) * (gap - u * x)) / u ** 4
        return ALPHA ** 3 * beta * (1 - x) * flux * integrate((log) => Math.exp(log) * over(Math.exp(log)), Math.log(gap / x), 20)
      }
      return integrate(spectrum, 0.375, 0.9375, { relTol: 1e-6 })
    }
    const excess = (mass: number) => shortcut(mass) / muonBremsstrahlungIn(WINDOW, { vector: E_CHARGE, axial: 0 }, mass, BEAM) - 1
    expect(off(excess(0.01), 0.447)).toBeLessThan(0.02)
    expect(off(excess(1), 1.084)).toBeLessThan(0.02)
  })

  it('needs energy for the boson, and grows with the square of the coupling', () => {
    expect(muonBremsstrahlung(VECTOR, 16, 0.1, BEAM)).toBe(0)
    expect(muonBremsstrahlungExact(VECTOR, 16, 0.1, BEAM)).toBe(0)
    expect(muonBremsstrahlung(VECTOR, 0.1, 1, BEAM)).toBe(0)
    expect(muonBremsstrahlungIn([100, 160], VECTOR, 80, BEAM)).toBe(0)
    expect(off(muonBremsstrahlung({ vector: 3, axial: 0 }, 0.1, 0.5, BEAM), 9 * muonBremsstrahlung(VECTOR, 0.1, 0.5, BEAM))).toBeLessThan(
      1e-12,
    )
  })

  it('windows add up', () => {
    const [whole, ...parts] = ([WINDOW, [10, 40], [40, 100]] as const).map((window) => muonBremsstrahlungIn(window, VECTOR, 0.03, BEAM))
    expect(off(parts[0] + parts[1], whole)).toBeLessThan(1e-6)
  })
})
