import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { M_KAON, M_MUON } from '../../src/constants.ts'
import { bosonAt } from '../../src/couplings/index.ts'
import { defineModel, type ModelDefinition, resolveModel } from '../../src/models/index.ts'
import { leptonicKaonBranching } from '../../src/processes/kaon-leptonic.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const none = assume('default', { kineticMixing: 'none' })
const branching = (charges: ModelDefinition['charges'], mass: number, kineticMixing?: ModelDefinition['kineticMixing']) =>
  leptonicKaonBranching(bosonAt(defineModel({ id: 'x', charges, kineticMixing }), mass, 1, none))

describe('K → μ ν Z′', () => {
  // per g²: muon and neutrino charged alike, the neutrino alone, the muon alone; from traces done by machine
  it.each([
    [0.002, 0.471254725101742, 231.8017857631266, 231.68732866488494],
    [0.01, 0.2172916727057792, 9.265547467632956, 9.190329076208734],
    [0.02, 0.13552093004441287, 2.310908230790825, 2.2530817650319586],
    [0.1, 0.0180340895972304, 0.07928916584126564, 0.0626632175082504],
    [0.2, 0.0019371600884738884, 0.008834584294974761, 0.005595953238673313],
  ])('at %f GeV', (mass, both, neutrino, muon) => {
    expect(relative(branching({ L: [0, 1, -1] }, mass), both)).toBeLessThan(2e-4)
    expect(relative(branching({ L: [0, 1, 0], e: [0, -1, 0] }, mass), neutrino)).toBeLessThan(2e-4)
    const alone = leptonicKaonBranching(bosonAt(resolveModel('muon-only'), mass, 1, none))
    expect(relative(alone, muon)).toBeLessThan(2e-4)
  })

  it('of a conserved current has only a logarithm, of another 1/m²', () => {
    expect(branching({ L: [0, 1, -1] }, 1e-3) / branching({ L: [0, 1, -1] }, 2e-3)).toBeLessThan(1.5)
    const alone = [1e-3, 2e-3].map((mass) => leptonicKaonBranching(bosonAt(resolveModel('muon-only'), mass, 1, none)))
    expect(relative(alone[0] / alone[1], 4)).toBeLessThan(0.01)
  })

  it('conserves the charge of kaons too: mixing with the photon alone, or beside charges, has no 1/m²', () => {
    for (const charges of [{ Q: 0 }, { L: [0, 1, -1] as const }, { Q: 1 / 3, L: -1 }]) {
      const [light, heavy] = [1e-3, 2e-3].map((mass) => branching(charges, mass, { epsilonOverG: 0.7 }))
      expect(light / heavy).toBeLessThan(1.5)
      expect(light).toBeGreaterThan(heavy)
    }
  })

  it('of charges that differ between u and s is not conserved', () => {
    const [light, heavy] = [1e-3, 2e-3].map((mass) => branching('B1-B2+Lmu-Ltau', mass))
    expect(relative(light / heavy, 4)).toBeLessThan(0.05)
  })

  it('ends at m_K − m_μ, the boson at rest', () => {
    const end = M_KAON - M_MUON
    expect(branching({ L: [0, 1, -1] }, end)).toBe(0)
    expect(branching({ L: [0, 1, -1] }, end - 1e-6)).toBeGreaterThan(0)
    // three-body phase space of a massless neutrino closes as the third power of the energy left, or faster
    expect(branching({ L: [0, 1, -1] }, end - 1e-4) / branching({ L: [0, 1, -1] }, end - 1e-3)).toBeLessThan(1.1e-3)
  })
})
