import { describe, expect, it } from 'vitest'
import { ATOMIC_MASS_UNIT, AVOGADRO } from '../../src/constants.ts'
import { atomsPerTonne, electronTarget, freeElectrons, MATERIALS, nuclearTarget } from '../../src/detectors/targets.ts'

describe('electron targets', () => {
  it.each([
    ['Xe', 54, 131.293],
    ['Ar', 18, 39.948],
    ['Ge', 32, 72.63],
    ['Si', 14, 28.0855],
    ['CsI', 108, 259.81],
    ['NaI', 64, 149.894],
  ] as const)('%s: %i electrons an atom or formula, of %f g a mole', (element, protons, grams) => {
    expect(Math.abs(atomsPerTonne(element) / ((AVOGADRO * 1e6) / grams) - 1)).toBeLessThan(1e-4)
    expect(freeElectrons(electronTarget(element, 'free'), 0.001) / atomsPerTonne(element)).toBeCloseTo(protons, 10)
    expect(freeElectrons(electronTarget(element), 100) / atomsPerTonne(element)).toBeCloseTo(protons, 10)
  })

  it('xenon: shell after shell opens with the recoil energy', () => {
    const target = electronTarget('Xe')
    const perAtom = (recoil_keV: number) => freeElectrons(target, recoil_keV) / atomsPerTonne('Xe')
    expect(perAtom(0.005)).toBe(0)
    expect(perAtom(2)).toBeCloseTo(44, 10)
    expect(perAtom(5)).toBeCloseTo(48, 10)
    expect(perAtom(30)).toBeCloseTo(52, 10)
    expect(perAtom(34.759)).toBeCloseTo(52, 10)
    expect(perAtom(34.76)).toBeCloseTo(54, 10)
    for (const edge of target.breaks_keV) expect(perAtom(edge * 1.000001)).toBeGreaterThan(perAtom(edge))
  })

  it('breaks ascend, and exist only where the recoil decides', () => {
    for (const element of MATERIALS) {
      const { breaks_keV } = electronTarget(element)
      expect([...breaks_keV].sort((a, b) => a - b)).toEqual(breaks_keV)
      expect(electronTarget(element, 'free').breaks_keV).toEqual([])
      expect(electronTarget(element, 'neutrino-step').breaks_keV).toEqual([])
    }
  })
})

describe('nuclear targets', () => {
  it.each(MATERIALS)('%s: a tonne of nuclei and electrons', (material) => {
    const { nuclei } = nuclearTarget(material)
    const kg =
      nuclei.reduce((sum, { perTonne, mass_GeV, protons }) => sum + perTonne * (mass_GeV + protons * 0.51099895e-3), 0) * 1.78266192163e-27
    expect(Math.abs(kg / 1e3 - 1)).toBeLessThan(1e-9)
    const protons = nuclei.reduce((sum, nucleus) => sum + nucleus.perTonne * nucleus.protons, 0)
    expect(Math.abs(protons / freeElectrons(electronTarget(material, 'free'), 1) - 1)).toBeLessThan(1e-12)
  })

  it('xenon is nine isotopes of their own mass and form factor', () => {
    const { nuclei } = nuclearTarget('Xe')
    expect(nuclei.map(({ neutrons }) => neutrons)).toEqual([70, 72, 74, 75, 76, 77, 78, 80, 82])
    const [light, heavy] = [nuclei[0], nuclei[8]]
    // 135.907 u less 54 electrons
    expect(Math.abs(heavy.mass_GeV / (135.90721448 * ATOMIC_MASS_UNIT - 54 * 0.51099895e-3) - 1)).toBeLessThan(1e-12)
    expect(heavy.neutronFormFactor(0.05)).toBeLessThan(light.neutronFormFactor(0.05))
    expect(heavy.protonFormFactor(0.05)).toBe(heavy.neutronFormFactor(0.05))
    expect(nuclearTarget('Xe', 'none').nuclei[8].protonFormFactor(0.05)).toBe(1)
    expect(nuclearTarget('Xe', 'klein-nystrand').nuclei[8].protonFormFactor(0.05)).not.toBe(heavy.protonFormFactor(0.05))
  })

  it('CsI: one caesium for one iodine', () => {
    const [caesium, iodine] = nuclearTarget('CsI').nuclei
    expect([caesium.protons, iodine.protons]).toEqual([55, 53])
    expect(caesium.perTonne).toBe(iodine.perTonne)
  })
})
