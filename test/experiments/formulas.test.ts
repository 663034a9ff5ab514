import { describe, expect, it } from 'vitest'
import { G_FERMI, M_KAON, M_MUON, SIN2_WEINBERG } from '../../src/constants.ts'
import { bbnCmb } from '../../src/experiments/bbn-cmb.ts'
import { na62Kaon } from '../../src/experiments/kaons/na62-kaon.ts'
import { perturbativity } from '../../src/experiments/perturbativity.ts'
import { whiteDwarf } from '../../src/experiments/white-dwarf.ts'
import { ask, only, relative } from './limits.ts'

const OPEN = Number.POSITIVE_INFINITY
const EDGE = Math.sqrt(4 * Math.PI)

describe('white dwarfs', () => {
  it.each([
    ['mu-tau', '1', 0.0507185],
    ['mu-tau', '0.3', 0.0375359],
    ['b-l', '1', 0.00235],
  ] as const)('%s, luminosity %s: g/m = %d /GeV', async (model, fraction, slope) => {
    for (const mass of [1e-3, 0.02, 3]) {
      const [lo, hi] = await only(whiteDwarf, model, mass, { whiteDwarf: fraction })
      expect(relative(lo / mass, slope)).toBeLessThan(model === 'b-l' ? 1e-3 : 2e-6)
      expect(hi).toBe(OPEN)
    }
  })

  it('say nothing below 100 keV, nor of a boson that misses electrons or neutrinos', async () => {
    expect((await ask(whiteDwarf, 'mu-tau', 0.99e-4)).silent).toMatch(/^mass below 100 keV/)
    expect((await ask(whiteDwarf, 'mu-tau', 1.01e-4)).silent).toBeUndefined()
    expect((await ask(whiteDwarf, 'b-3mu', 0.02)).silent).toBe('does not couple to both electrons and neutrinos')
    expect((await ask(whiteDwarf, 'mu', 0.02)).silent).toBe('does not couple to both electrons and neutrinos')
  })

  it('see no deficit: where interference lowers the emission, the square has to make up for it first', async () => {
    // ν_e of charge 1, electron of vector charge −1: (C − x)² + … reaches twice the standard emission at x = C + √(C² + Σ C²)
    const [own, others] = [0.5 + 2 * SIN2_WEINBERG, -0.5 + 2 * SIN2_WEINBERG]
    const x = own + Math.sqrt(2 * own ** 2 + 2 * others ** 2)
    const found = await only(whiteDwarf, 'Le_L - 3 e_R', 0.02)
    expect(relative(found[0], 0.02 * Math.sqrt(x * Math.SQRT2 * G_FERMI))).toBeLessThan(1e-12)
    expect(found[1]).toBe(OPEN)
  })
})

describe('nucleosynthesis and the microwave background', () => {
  it('exclude a boson that was in equilibrium below 4.93 MeV, for g_ν = g_μ and a loop-induced g_e', async () => {
    const model = 'muon-nu:ratio=1'
    const below = await only(bbnCmb, model, 4.9e-3, { recipe: 'as-printed' })
    expect(below).toEqual([0, OPEN])
    expect((await ask(bbnCmb, model, 4.96e-3, { recipe: 'as-printed' })).intervals).toEqual([])
    const [lo, hi] = await only(bbnCmb, model, 4.9e-3)
    expect(lo).toBeGreaterThan(0)
    expect(hi).toBe(OPEN)
    expect((await ask(bbnCmb, model, 4.96e-3)).intervals).toEqual([])
  })

  it('need Γ above H at T = m: g = √(H / Γ₁)', async () => {
    // neutrinos of both flavours, Γ = g² m / 12π; H = 1.66 √10.75 m² / M_Pl
    const mass = 1e-3
    const hubble = (Math.sqrt((8 * Math.PI ** 3 * 10.75) / 90) * mass * mass) / 1.22089e19
    const [lo] = await only(bbnCmb, 'mu-tau', mass, { kineticMixing: 'none' })
    expect(relative(lo, Math.sqrt((hubble * 12 * Math.PI) / mass))).toBeLessThan(1e-9)
    expect(relative(Math.sqrt((8 * Math.PI ** 3) / 90), 1.66)).toBeLessThan(1e-3)
    // feebler by √10 at a tenth of the mass
    expect(relative((await only(bbnCmb, 'mu-tau', mass / 10, { kineticMixing: 'none' }))[0], lo / Math.sqrt(10))).toBeLessThan(1e-9)
  })

  it('know limits of a single channel', async () => {
    expect((await ask(bbnCmb, 'mu-tau', 8.34e-3, { kineticMixing: 'none' })).intervals).toHaveLength(1)
    expect((await ask(bbnCmb, 'mu-tau', 8.345e-3, { kineticMixing: 'none' })).intervals).toEqual([])
    expect((await ask(bbnCmb, 'e_R', 9.75e-3)).intervals).toHaveLength(1)
    expect((await ask(bbnCmb, 'e_R', 9.76e-3)).intervals).toEqual([])
  })

  it('are silent on what they do not describe', async () => {
    expect((await ask(bbnCmb, 'mu_R', 1e-3, { kineticMixing: 'none' })).silent).toBe('decays neither to electrons nor to neutrinos')
    expect((await ask(bbnCmb, 'bernal:c=-0.1,tanEta=-0.75,cPhi=1,mPhiOverM=0.3', 5e-3)).silent).toMatch(/^decays to hidden particles/)
  })
})

describe('NA62', () => {
  const asPrinted = { recipe: 'as-printed' } as const

  it('has nothing to say of a conserved current', async () => {
    expect((await ask(na62Kaon, 'mu-tau', 0.02)).silent).toMatch(/^the printed line does not hold for this model/)
  })

  it('is 0.003 (m / 5 MeV) as printed, up to the end of phase space', async () => {
    for (const [mass, limit] of [
      [5e-3, 0.003],
      [0.01, 0.006],
      [0.1, 0.06],
    ]) {
      const [lo, hi] = await only(na62Kaon, 'mu-tau', mass, asPrinted)
      expect(relative(lo, limit)).toBeLessThan(1e-12)
      expect(hi).toBe(OPEN)
    }
    expect((await ask(na62Kaon, 'mu-tau', M_KAON - M_MUON - 1e-6, asPrinted)).intervals).toHaveLength(1)
    expect((await ask(na62Kaon, 'mu-tau', M_KAON - M_MUON + 1e-6, asPrinted)).silent).toBe('mass above m_K − m_μ')
    expect((await ask(na62Kaon, 'e-tau', 0.02, asPrinted)).silent).toBe('no coupling to the muon neutrino')
  })

  it('asks for the coupling of ν_μ, not g', async () => {
    expect(relative((await only(na62Kaon, 'muon-nu:ratio=0.2', 5e-3, asPrinted))[0], 0.015)).toBeLessThan(1e-12)
  })
})

describe('perturbativity', () => {
  it('keeps the largest coupling below √(4π)', async () => {
    expect(relative((await only(perturbativity, 'mu-tau', 0.02))[0], EDGE)).toBeLessThan(1e-12)
    expect(relative((await only(perturbativity, 'b-3mu', 0.02))[0], EDGE / 3)).toBeLessThan(1e-12)
    // a chiral charge counts whole, though its vector and axial parts are halves
    expect(relative((await only(perturbativity, '2 e_R', 0.02))[0], EDGE / 2)).toBeLessThan(1e-12)
    // ε e Q of the dark photon: up quarks less than leptons
    expect(relative((await only(perturbativity, 'dark-photon', 0.02))[0], EDGE / 0.302822)).toBeLessThan(1e-5)
  })

  it('counts the hidden scalar', async () => {
    const model = 'bernal:c=-0.1,tanEta=-0.75,cPhi=50,mPhiOverM=0.3'
    expect(relative((await only(perturbativity, model, 0.02))[0], EDGE / 50)).toBeLessThan(1e-12)
  })

  it('is a convention without a confidence level', async () => {
    expect((await ask(perturbativity, 'mu-tau', 1)).constraint.confidence).toBeNull()
  })
})
