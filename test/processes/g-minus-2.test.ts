import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { G_FERMI, M_ELECTRON, M_MUON, M_TAU, M_Z, SIN2_WEINBERG } from '../../src/constants.ts'
import { bosonAt } from '../../src/couplings/boson.ts'
import { kineticMixingCoupling, massMixingCoupling } from '../../src/couplings/mass-mixing.ts'
import { defineModel, resolveModel } from '../../src/models/index.ts'
import { integrate } from '../../src/numerics/index.ts'
import { anomalousMoment, axialLoopIntegral, type ChargedLepton, couplingForMoment, loopIntegral } from '../../src/processes/g-minus-2.ts'
import table from './g-minus-2-table.json' with { type: 'json' }

const MASS: Record<ChargedLepton, number> = { e: M_ELECTRON, mu: M_MUON, tau: M_TAU }
const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const DELTA_A = 251e-11

/** mass [GeV], I(r), coupling for 251e-11: 50-digit arithmetic. */
const PUBLISHED_MASSES = [
  [0.001, 0.4859258042540711, 0.000451576931342],
  [0.002, 0.4729495343527766, 0.000457729947949],
  [0.003, 0.4608037800902024, 0.000463723080886],
  [0.005, 0.4385025029979641, 0.000475368818155],
  [0.01, 0.3913221422931426, 0.000503210295338],
  [0.02, 0.3205896620359267, 0.00055595798507],
  [0.03, 0.2692204254627442, 0.000606684257693],
  [0.05, 0.1992024782498323, 0.000705292654131],
  [0.1, 0.110680018181807, 0.000946198201436],
  [0.2, 0.0487038793292812, 0.00142637905078],
  [0.211316751, 0.04517744447956248, 0.00148100286503],
  [0.25, 0.03560490996282352, 0.00166825249546],
  [0.3, 0.0271203981433143, 0.00191147533597],
  [0.5, 0.01181830957826282, 0.00289560320112],
  [1, 0.003395254219083632, 0.00540232341818],
  [2, 0.0009001599009847471, 0.0104919665601],
  [3, 0.0004063201595288024, 0.0156164582308],
  [5, 0.000147723191251669, 0.0258995601492],
  [10, 3.712479465005585e-5, 0.0516636040258],
] as const

describe('loop integrals', () => {
  it('agree with 40-digit arithmetic from 1 keV to 1 TeV for every lepton', () => {
    for (const [lepton, mass, vector, axial] of table as unknown as [ChargedLepton, number, number, number][]) {
      const r = (mass / MASS[lepton]) ** 2
      expect(relative(loopIntegral(r), vector), `vector, ${lepton}, ${mass} GeV`).toBeLessThan(5e-14)
      expect(relative(axialLoopIntegral(r), axial), `axial, ${lepton}, ${mass} GeV`).toBeLessThan(5e-14)
    }
  })

  it.each(PUBLISHED_MASSES)('at %f GeV', (mass, integral, coupling) => {
    expect(relative(loopIntegral((mass / M_MUON) ** 2), integral)).toBeLessThan(1e-13)
    expect(relative(couplingForMoment(mass, DELTA_A), coupling)).toBeLessThan(4e-12)
  })

  it('are smooth where two methods meet, and equal adaptive quadrature on both sides', () => {
    for (const r of [0.25 * (1 - 1e-12), 0.25 * (1 + 1e-12), 8 * (1 - 1e-12), 8 * (1 + 1e-12), 0.1, 1, 4, 20]) {
      const options = { relTol: 1e-14 }
      const vector = integrate((u) => (u * u * (1 - u)) / (u * u + r * (1 - u)), 0, 1, options)
      const axial = -integrate((u) => (u * (1 - u) * (4 - u) + (2 * u ** 3) / r) / (u * u + r * (1 - u)), 0, 1, options)
      expect(relative(loopIntegral(r), vector)).toBeLessThan(3e-14)
      expect(relative(axialLoopIntegral(r), axial)).toBeLessThan(3e-14)
    }
  })

  it('agree with the other published form, ∫ 2(1−x)x²/… over the other Feynman parameter', () => {
    // coy-2021 eq. (2.13): (1/r) ∫ (1−x)x² / (1 − x + x²/r)
    const r = 2.7
    const printed = integrate((x) => ((1 - x) * x * x) / (1 - x + (x * x) / r), 0, 1) / r
    expect(relative(loopIntegral(r), printed)).toBeLessThan(1e-12)
  })

  it('have the light and heavy limits', () => {
    expect(relative(loopIntegral(1e-12), 0.5 - (Math.PI / 2) * 1e-6)).toBeLessThan(1e-10)
    expect(relative(axialLoopIntegral(1e-12), -1e12)).toBeLessThan(1e-5)
    expect(relative(loopIntegral(1e12), 1 / 3e12)).toBeLessThan(1e-9)
    expect(relative(axialLoopIntegral(1e12), -5 / 3e12)).toBeLessThan(1e-9)
    expect(relative(couplingForMoment(1e-9, DELTA_A), 4.45175983599603e-4)).toBeLessThan(2e-8)
    expect(relative(couplingForMoment(1e6, DELTA_A) / 1e6, 0.00516028190098683)).toBeLessThan(1e-12)
  })

  it('fall with the mass of the boson, vector and axial of opposite sign', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 30, noNaN: true }), (ln) => {
        const r = Math.exp(ln)
        expect(loopIntegral(r * 1.001)).toBeLessThan(loopIntegral(r))
        expect(loopIntegral(r)).toBeGreaterThan(0)
        expect(axialLoopIntegral(r * 1.001)).toBeGreaterThan(axialLoopIntegral(r))
        expect(axialLoopIntegral(r)).toBeLessThan(0)
      }),
    )
  })
})

describe('anomalous moment', () => {
  const boson = (id: string, mass: number, coupling: number) => bosonAt(resolveModel(id), mass, coupling, assume())

  it('of the muon reaches 251e-11 in L_mu − L_tau at the published coupling', () => {
    expect(relative(anomalousMoment(boson('mu-tau', 0.01, 5.03210295338e-4), 'mu'), DELTA_A)).toBeLessThan(1e-10)
  })

  it('of the electron takes the loop-induced coupling at contact', () => {
    const moment = anomalousMoment(boson('mu-tau', 0.01, 1e-3), 'e')
    const expected = (0.0043706047e-3 ** 2 * loopIntegral((0.01 / M_ELECTRON) ** 2)) / (4 * Math.PI ** 2)
    expect(relative(moment, expected)).toBeLessThan(1e-6)
  })

  it('of Schwinger: a photon of no mass gives α/2π', () => {
    const epsilon = 1
    const moment = anomalousMoment(boson('dark-photon', 1e-12, epsilon), 'mu')
    expect(relative(moment, 7.2973525643e-3 / (2 * Math.PI))).toBeLessThan(1e-9)
  })

  it('of the Z boson: vector and axial together give the electroweak one-loop term', () => {
    // a_μ(Z) = G_F m_μ² [(1 − 4s²)² − 5] / (24 √2 π²)
    const { vector, axial } = massMixingCoupling('mu')
    const r = (M_Z / M_MUON) ** 2
    const moment = (vector ** 2 * loopIntegral(r) + axial ** 2 * axialLoopIntegral(r)) / (4 * Math.PI ** 2)
    const ratio = vector / axial
    expect(relative(ratio ** 2, (1 - 4 * SIN2_WEINBERG) ** 2)).toBeLessThan(1e-12)
    // with g_Z²/m_Z² = 4√2 G_F at tree level
    const tree = (axial * 4) ** 2 / (4 * Math.SQRT2 * G_FERMI * M_Z ** 2)
    const expected = (G_FERMI * M_MUON ** 2 * ((1 - 4 * SIN2_WEINBERG) ** 2 - 5)) / (24 * Math.SQRT2 * Math.PI ** 2)
    expect(relative(moment / tree, expected)).toBeLessThan(1e-4)
  })

  it('of an axial coupling is negative and grows as the boson gets light', () => {
    const model = defineModel({ id: 'axial-muon', charges: { L: [0, 1, 0], e: [0, -1, 0] } })
    const heavy = anomalousMoment(bosonAt(model, 0.1, 1e-4, assume({ kineticMixing: 'none' })), 'mu')
    const light = anomalousMoment(bosonAt(model, 1e-4, 1e-4, assume({ kineticMixing: 'none' })), 'mu')
    expect(heavy).toBeLessThan(0)
    expect(relative(light, (-1e-8 * (M_MUON / 1e-4) ** 2) / (4 * Math.PI ** 2))).toBeLessThan(1e-2)
    expect(kineticMixingCoupling('mu', 1e-4).axial).toBeCloseTo(0, 12)
  })

  it('refuses a negative moment', () => {
    expect(() => couplingForMoment(0.01, -1e-10)).toThrow(/zero or above/)
  })
})
