import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { M_KAON, M_MUON } from '../../src/constants.ts'
import { type Boson, bosonAt } from '../../src/couplings/index.ts'
import { defineModel, type ModelDefinition, resolveModel } from '../../src/models/index.ts'
import { gaussLegendre, integrate, integrateGL } from '../../src/numerics/index.ts'
import { fourBodyShare, leptonicKaonBranching } from '../../src/processes/kaon-leptonic.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const none = assume('default', { kineticMixing: 'none' })
const branching = (charges: ModelDefinition['charges'], mass: number, kineticMixing?: ModelDefinition['kineticMixing']) =>
  leptonicKaonBranching(bosonAt(defineModel({ id: 'x', charges, kineticMixing }), mass, 1, none))

/** A boson with the couplings asked for and no others, at unit strength. */
function chiral(mass: number, { neutrino = 0, left = 0, right = 0 }): Boson {
  const boson = bosonAt(resolveModel('muon-only'), mass, 1, none)
  const charges = { ...boson.model.charges, mu: { left, right }, nu_mu: { left: neutrino, right: 0 } }
  const couplings = {
    ...boson.couplings,
    mu: { vector: (left + right) / 2, axial: (right - left) / 2 },
    nu_mu: { vector: neutrino, axial: 0 },
  }
  return { ...boson, mass, model: { ...boson.model, charges }, couplings } as Boson
}

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
    expect(relative(leptonicKaonBranching(chiral(mass, { neutrino: 1 })), neutrino)).toBeLessThan(2e-4)
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

  it('keeps the current of a loop conserved, whichever fermions the loop is said to feed', () => {
    for (const model of ['mu-tau', 'mu', 'e-tau', 'muon-nu:ratio=1']) {
      const [light, heavy] = [1e-4, 2e-4].map((mass) => leptonicKaonBranching(bosonAt(resolveModel(model), mass, 1, assume())))
      expect(light / heavy).toBeLessThan(1.5)
      expect(light).toBeGreaterThan(heavy)
    }
    // and so small that it changes the rate by a few per cent
    const [loop, alone] = [assume(), none].map((set) => leptonicKaonBranching(bosonAt(resolveModel('mu-tau'), 0.01, 1, set)))
    expect(relative(loop, alone)).toBeLessThan(0.05)
    expect(loop).not.toBe(alone)
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

  it('is 0.316 g² at 5 MeV and 0.217 g² at 10 MeV where muon and neutrino carry the same charge', () => {
    expect(relative(branching({ L: [0, 1, -1] }, 5e-3), 0.316)).toBeLessThan(3e-3)
    expect(relative(branching({ L: [0, 1, -1] }, 0.01), 0.217)).toBeLessThan(3e-3)
    for (const [mass, alone] of [
      [5e-3, 37],
      [0.01, 9.3],
      [0.02, 2.3],
    ])
      expect(relative(leptonicKaonBranching(chiral(mass, { neutrino: 1 })), alone)).toBeLessThan(6e-3)
  })

  it('of left-handed muons alone is that of a Goldstone boson with their mass for a Yukawa coupling, when light', () => {
    // (m_μ/m)² 8 [l·k − m_μ² l·q / (2 k·q)] / (4 m_μ² (m_K² − m_μ²)), q² = 0
    const [kaon2, muon2, mass] = [M_KAON ** 2, M_MUON ** 2, 1e-4]
    const { nodes, weights } = gaussLegendre(40)
    let sum = 0
    for (let i = 0; i < 40; i++) {
      const s2 = muon2 + ((kaon2 - muon2) * (1 + nodes[i])) / 2
      const end = ((s2 - muon2) * (kaon2 - s2)) / s2
      for (let j = 0; j < 40; j++) {
        const s1 = (end * (1 + nodes[j])) / 2
        const [kq, lq, lk] = [(s2 - muon2) / 2, s1 / 2, (kaon2 - s1 - s2) / 2]
        sum += weights[i] * weights[j] * ((kaon2 - muon2) / 2) * (end / 2) * 8 * (lk - (muon2 * lq) / (2 * kq))
      }
    }
    const rate = (0.6356 * ((muon2 / mass ** 2) * sum)) / (128 * Math.PI ** 3 * kaon2)
    const twoBody = (4 * muon2 * (kaon2 - muon2) * (1 - muon2 / kaon2)) / (8 * Math.PI)
    expect(relative(leptonicKaonBranching(chiral(mass, { neutrino: 1, left: 1 })), rate / twoBody)).toBeLessThan(1e-3)
  })

  it('counts missing masses: all of them together, and none outside phase space', () => {
    const boson = chiral(0.05, { neutrino: 1, left: 1, right: 1 })
    const parts = [
      [0, 0.05],
      [0.05, 0.1],
      [0.1, 0.2],
    ] as const
    const sum = parts.reduce((total, window) => total + leptonicKaonBranching(boson, window), 0)
    expect(relative(sum, leptonicKaonBranching(boson))).toBeLessThan(1e-12)
    expect(leptonicKaonBranching(boson, [0, 0.05 ** 2])).toBe(0)
    expect(leptonicKaonBranching(boson, [(M_KAON - M_MUON) ** 2, 1])).toBe(0)
  })

  it('a window is the integral of narrow ones, to 3e-3', () => {
    const boson = chiral(0.01, { neutrino: 1 })
    const width = 1e-5
    const density = (s: number) => leptonicKaonBranching(boson, [s - width / 2, s + width / 2]) / width
    expect(relative(leptonicKaonBranching(boson, [0.1, 0.15]), integrate(density, 0.1, 0.15, { relTol: 3e-3 }))).toBeLessThan(6e-3)
  })
})

describe('K → μ 3ν by phase space', () => {
  it.each([
    ['neutrino', { neutrino: 1 }],
    ['muon', { left: 1, right: 1 }],
    ['neutrino and muon', { neutrino: 1, left: 1, right: 1 }],
  ])('is near what a contact interaction of the %s with neutrinos gives', (_, charges) => {
    // a boson of mass m decays to two neutrinos: dm² m² of what is emitted
    const end = M_KAON - M_MUON
    const rate = (window: readonly [number, number]) =>
      integrateGL((mass) => mass ** 3 * leptonicKaonBranching(chiral(mass, charges), window), 0.001, end, 40)
    const shares = [[0.1, 0.2] as const, [0.05304, 0.08948] as const].map((window) => rate(window) / rate([0, 1]) / fourBodyShare(window))
    for (const share of shares) {
      expect(share).toBeGreaterThan(0.8)
      expect(share).toBeLessThan(1.25)
    }
  })

  it('is a share of the whole', () => {
    expect(relative(fourBodyShare([0, 0.1]) + fourBodyShare([0.1, 1]), 1)).toBeLessThan(1e-9)
    expect(relative(fourBodyShare([0.1, 0.1507]), 0.36284)).toBeLessThan(1e-4)
  })

  it('is two-body phase space, three times over', () => {
    // K → μ + (s), s → ν + (m²), m² → ν ν̄: momenta over masses, the last one constant
    const rate = (s: number) => {
      const energy = (M_KAON ** 2 + M_MUON ** 2 - s) / (2 * M_KAON)
      return Math.sqrt(Math.max(0, energy ** 2 - M_MUON ** 2)) * integrate((m2) => (s - m2) / (2 * s), 0, s)
    }
    const end = (M_KAON - M_MUON) ** 2
    for (const [from, to] of [
      [0.053, 0.0895],
      [0.1, end],
    ] as const)
      expect(relative(fourBodyShare([from, to]), integrate(rate, from, to) / integrate(rate, 0, end))).toBeLessThan(1e-8)
  })
})
