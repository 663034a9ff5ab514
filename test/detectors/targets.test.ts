import { describe, expect, it } from 'vitest'
import { AVOGADRO } from '../../src/constants.ts'
import { atomsPerTonne, electronTarget, freeElectrons } from '../../src/detectors/targets.ts'

describe('electron targets', () => {
  it.each([
    ['Xe', 54, 131.293],
    ['Ar', 18, 39.948],
    ['Ge', 32, 72.63],
  ] as const)('%s: %i electrons an atom, of %f g a mole', (element, protons, grams) => {
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
    for (const element of ['Xe', 'Ar', 'Ge'] as const) {
      const { breaks_keV } = electronTarget(element)
      expect([...breaks_keV].sort((a, b) => a - b)).toEqual(breaks_keV)
      expect(electronTarget(element, 'free').breaks_keV).toEqual([])
      expect(electronTarget(element, 'neutrino-step').breaks_keV).toEqual([])
    }
  })
})
