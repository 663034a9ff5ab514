import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { E_CHARGE } from '../../src/constants.ts'
import { bosonAt } from '../../src/couplings/boson.ts'
import { resolveModel } from '../../src/models/index.ts'
import { fixedTargetEnergySquared, protonBremsstrahlung } from '../../src/processes/bremsstrahlung/proton.ts'
import { beamProduction, type ProtonBeam } from '../../src/processes/production/beams.ts'
import { photonDecayShare } from '../../src/processes/production/photon-decays.ts'

const off = (value: number, expected: number): number => Math.abs(value / expected - 1)
const couplingsOf = (model: string, mass: number, coupling: number) => bosonAt(resolveModel(model), mass, coupling, assume()).couplings
const darkPhoton = (mass: number, epsilon: number) => couplingsOf('dark-photon', mass, epsilon)

const protons: ProtonBeam = { particle: 'proton', energy_GeV: 400, formFactor: 'none' }

describe('decays of pseudoscalars to a photon and a boson', () => {
  it.each([
    ['pi0', 0.1349768, 0.98823],
    ['eta', 0.547862, 0.3936],
    ['etaPrime', 0.95778, 0.02307],
  ] as const)('of %s: twice the share of two photons, ε², and the phase space cubed', (name, parent, photons) => {
    const mass = 0.05
    const expected = 2 * photons * 1e-6 * (1 - (mass / parent) ** 2) ** 3
    expect(off(photonDecayShare(name, darkPhoton(mass, 1e-3), mass), expected)).toBeLessThan(1e-3)
    expect(photonDecayShare(name, darkPhoton(parent * 1.001, 1e-3), parent * 1.001)).toBe(0)
  })

  it('tell quarks apart: a boson of baryon number goes with (2c_u + c_d)² of the π⁰, far below the mesons', () => {
    const mass = 1e-3
    const ratio = photonDecayShare('pi0', couplingsOf('B', mass, E_CHARGE), mass) / photonDecayShare('pi0', darkPhoton(mass, 1), mass)
    expect(off(ratio, 1)).toBeLessThan(0.03)
  })
})

describe('a beam of protons', () => {
  it('makes ε² as many dark photons as bremsstrahlung at unit mixing does', () => {
    const { bosons } = beamProduction(protons)
    expect(
      off(bosons(darkPhoton(0.1, 1e-6), 0.1), 1e-12 * protonBremsstrahlung(0.1, fixedTargetEnergySquared(400), 400).total),
    ).toBeLessThan(1e-5)
  })

  it('adds what mesons make', () => {
    const withMesons = beamProduction({ ...protons, mesons: { pi0: 2, eta: 0.3 } })
    const couplings = darkPhoton(0.05, 1e-4)
    const added = withMesons.bosons(couplings, 0.05) - beamProduction(protons).bosons(couplings, 0.05)
    expect(off(added, 2 * photonDecayShare('pi0', couplings, 0.05) + 0.3 * photonDecayShare('eta', couplings, 0.05))).toBeLessThan(1e-10)
    expect(withMesons.reference).toBe(beamProduction(protons).reference)
  })

  it('takes a table of cross sections over that at 100 MeV instead', () => {
    const flat = beamProduction({
      ...protons,
      formFactor: [
        [0.01, 1],
        [0.1, 1],
        [1, 0.25],
      ],
    })
    const couplings = darkPhoton(0.1, 1e-4)
    const [light, middle, heavy] = [0.01, 0.1, 1].map((mass) => flat.bosons(couplings, mass))
    expect(off(light, middle)).toBeLessThan(1e-12)
    expect(off(heavy, middle / 4)).toBeLessThan(1e-12)
    expect(off(middle, flat.reference * (1e-4 * E_CHARGE) ** 2)).toBeLessThan(1e-5)
    expect(flat.bosons(couplings, 1.01)).toBe(0)
  })

  it('meets another at a collider', () => {
    const bosons = (isCollider: boolean) => beamProduction({ ...protons, energy_GeV: 7000, isCollider }).reference
    expect(off(bosons(true), protonBremsstrahlung(0.1, 14000 ** 2, 7000).total / E_CHARGE ** 2)).toBeLessThan(1e-12)
    expect(off(bosons(true), bosons(false))).toBeLessThan(0.05)
  })
})

describe('a beam of electrons', () => {
  it('makes bosons by their coupling to electrons alone', () => {
    const { bosons, reference } = beamProduction({ particle: 'electron', energy_GeV: 20, target: 'tungsten' })
    expect(off(bosons(darkPhoton(0.1, 1e-4), 0.1), reference * (1e-4 * E_CHARGE) ** 2)).toBeLessThan(1e-5)
    expect(bosons(couplingsOf('B', 0.1, 1e-4), 0.1)).toBeLessThan(1e-3 * bosons(couplingsOf('b-l', 0.1, 1e-4), 0.1))
  })
})
