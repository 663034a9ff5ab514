import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALPHA, M_PROTON } from '../../src/constants.ts'
import { integrate } from '../../src/numerics/index.ts'
import {
  fixedTargetEnergySquared,
  PHOTON_LIKE,
  protonBremsstrahlung,
  protonCouplingSquared,
  protonProtonCrossSection,
  splittingProbability,
} from '../../src/processes/bremsstrahlung/proton.ts'

const off = (value: number, expected: number): number => Math.abs(value / expected - 1)
const AT_SHIP = fixedTargetEnergySquared(400)
const AT_FERMILAB = fixedTargetEnergySquared(120)
const bosons = (mass: number, energySquared: number): number => protonBremsstrahlung(mass, energySquared, 400).total

describe('the cross section of protons on protons', () => {
  it.each([
    [50, 38.4, 0.01],
    [400, 39.9, 0.01],
  ])('is measured at %d GeV', (energy, mb, tolerance) => {
    expect(off(protonProtonCrossSection(fixedTargetEnergySquared(energy)), mb)).toBeLessThan(tolerance)
  })

  it('rises to some 100 mb at the LHC', () => {
    expect(off(protonProtonCrossSection(13000 ** 2), 110)).toBeLessThan(0.05)
  })
})

describe('proton bremsstrahlung', () => {
  // The double integral over z and transverse momentum, 400 × 400 points.
  it.each([
    [0.001, 0.012831951, 0.012687543],
    [0.01, 0.012829772, 0.012685378],
    [0.1, 0.012647966, 0.012504812],
    [0.5, 0.010669338, 0.010541819],
    [1, 0.0083398841, 0.0082343868],
    [2, 0.0053865435, 0.0053137377],
    [3, 0.0037060678, 0.0036538267],
  ])('at %f GeV makes %f bosons of unit mixing per collision at 120 GeV, %f at 400 GeV', (mass, low, high) => {
    expect(off(bosons(mass, AT_FERMILAB), low)).toBeLessThan(2e-7)
    expect(off(bosons(mass, AT_SHIP), high)).toBeLessThan(2e-7)
  })

  // Another computation, with a cross section that differs by 4 % at 400 GeV and more below: it matters less the lighter the boson.
  it.each([
    [0.01, 1.0145, 1e-3],
    [0.05, 1.0105, 1e-3],
    [0.2, 0.9683, 1e-3],
    [0.5, 0.8426, 1e-3],
    [1, 0.6579, 1e-3],
    [1.5, 0.5234, 1.5e-3],
    [2, 0.4242, 2e-3],
  ])('at %f GeV makes %f of what it makes at 0.1 GeV', (mass, ratio, tolerance) => {
    expect(off(bosons(mass, AT_SHIP) / bosons(0.1, AT_SHIP), ratio)).toBeLessThan(tolerance)
  })

  it('integrates over transverse momenta in closed form', () => {
    const M2 = 0.93827208943 ** 2
    for (const [z, mass] of [
      [0.2, 0.01],
      [0.5, 0.3],
      [0.8, 2],
    ]) {
      const m2 = mass * mass
      const rest = 1 - z
      const weight = (transverse2: number) => {
        const H = transverse2 + rest * m2 + z * z * M2
        const inner =
          (1 + rest * rest) / z -
          2 * z * rest * ((2 * M2 + m2) / H - (2 * z * z * M2 * M2) / (H * H)) +
          (2 * z * rest * (z + rest * rest) * M2 * m2) / (H * H) +
          (2 * z * rest * rest * m2 * m2) / (H * H)
        return (ALPHA * inner) / (2 * Math.PI * H)
      }
      expect(off(splittingProbability(z, mass), integrate(weight, 0, 16))).toBeLessThan(1e-9)
    }
  })

  it('is never negative, and grows with the transverse momenta allowed', () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true })
    const mass = fc.double({ min: 1e-3, max: 5, noNaN: true })
    fc.assert(
      fc.property(
        share,
        mass,
        (z, m) => splittingProbability(z, m, 1) > 0 && splittingProbability(z, m, 4) > splittingProbability(z, m, 1),
      ),
    )
  })
})

describe('slow protons', () => {
  it('leave two protons enough to collide, and grow into fast ones without a step', () => {
    const at = (energy: number) => protonBremsstrahlung(0.1, fixedTargetEnergySquared(energy), energy)
    for (const energy of [8, 8.9, 12]) {
      const { momenta_GeV } = at(energy)
      const s = fixedTargetEnergySquared(energy)
      expect((1 - momenta_GeV[momenta_GeV.length - 1] / energy) * s).toBeGreaterThan(4 * M_PROTON ** 2)
    }
    const totals = [8, 8.9, 10, 12, 13.4, 13.5, 20, 30, 40].map((energy) => at(energy).total)
    expect(totals).toEqual(totals.toSorted((a, b) => a - b))
    // The ends of the range meet continuously: at 13.4 GeV of the momentum share, at 45 GeV of the transverse momentum.
    for (const energy of [13.41, 44.7]) expect(off(at(energy * 1.001).total, at(energy * 0.999).total)).toBeLessThan(2e-3)
    // Measured: 40 mb for protons of 8 to 9 GeV on protons at rest.
    for (const energy of [8, 8.9]) expect(off(protonProtonCrossSection(fixedTargetEnergySquared(energy)), 40)).toBeLessThan(0.01)
  })
})

describe('the form factors', () => {
  const baryonic = { u: { vector: 1 / 3, axial: 0 }, d: { vector: 1 / 3, axial: 0 } }

  it('are 1 where the boson is light', () => {
    for (const kind of ['none', 'dipole', 'dipole-step', 'vmd'] as const) {
      expect(off(protonCouplingSquared(kind, PHOTON_LIKE, 1e-6), 1)).toBeLessThan(1e-9)
    }
    for (const kind of ['none', 'dipole', 'dipole-step'] as const) {
      expect(off(protonCouplingSquared(kind, baryonic, 1e-6), 1)).toBeLessThan(1e-9)
    }
    expect(off(protonCouplingSquared('vmd', baryonic, 1e-6), 1)).toBeLessThan(0.05)
  })

  // Ratios of bosons made to those at 0.1 GeV, computed elsewhere with the same mesons.
  it.each([
    [0.030309, 0.97195, 0.012677],
    [0.22446, 1.1605, 0.012003],
    [0.5, 3.2138, 0.010548],
    [0.75, 276.7, 0.0093063],
    [0.95, 10.718, 0.0084388],
    [1.45, 0.51989, 0.0067021],
    [2.05, 0.0036794, 0.0052103],
  ])('through vector mesons make %f GeV as abundant as expected', (mass, ratio, pointlike) => {
    const factor = protonCouplingSquared('vmd', PHOTON_LIKE, mass) / protonCouplingSquared('vmd', PHOTON_LIKE, 0.1)
    expect(off(factor, (ratio * 0.012514) / pointlike)).toBeLessThan(2e-3)
  })

  it('step down as the fourth power above √0.71 GeV, or gently everywhere', () => {
    expect(protonCouplingSquared('dipole-step', PHOTON_LIKE, 0.84)).toBe(protonCouplingSquared('none', PHOTON_LIKE, 0.84))
    expect(off(protonCouplingSquared('dipole-step', PHOTON_LIKE, 2), (4 / 0.71) ** -4)).toBeLessThan(1e-12)
    expect(off(protonCouplingSquared('dipole', PHOTON_LIKE, 0.5), (1 + 0.25 / 0.71) ** -4)).toBeLessThan(1e-12)
  })

  // What the "dipole" curve of SHiP implies, sigma(m)/sigma(0.1 GeV): steps, not the smooth dipole (0.27 at 0.5 GeV).
  it.each([
    [0.2, 0.93, 0.05],
    [0.4, 0.82, 0.1],
    [1.2, 0.021, 0.7],
  ])('agree with the dipole curve of SHiP at %f GeV', (mass, ratio, tolerance) => {
    const shape = (bosons(mass, AT_SHIP) / bosons(0.1, AT_SHIP)) * protonCouplingSquared('dipole-step', PHOTON_LIKE, mass)
    expect(off(shape, ratio)).toBeLessThan(tolerance)
  })

  it('enhance a boson of baryon number on the ω alone', () => {
    const isovector = { u: { vector: 1, axial: 0 }, d: { vector: -1, axial: 0 } }
    expect(protonCouplingSquared('vmd', baryonic, 0.77)).toBeGreaterThan(1e4)
    expect(protonCouplingSquared('vmd', isovector, 0.77)).toBeLessThan(100)
  })
})
