import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cenns10Quenching,
  csi2017Quenching,
  csi2021Quenching,
  electronEquivalent,
  lindhard,
  lindhardK,
  nuclearEquivalent,
  phononQuenching,
} from '../../src/detectors/index.ts'
import { expectClose } from '../numerics/close.ts'

const xenon = lindhard(54, lindhardK(54, 131.293))
const germanium = lindhard(32, lindhardK(32, 72.628))
const argon = lindhard(18, lindhardK(18, 39.948))

describe('Lindhard', () => {
  it.each([
    ['Xe', 54, 131.293, 0.166],
    ['Ge', 32, 72.628, 0.157],
    ['Si', 14, 28.086, 0.146],
    ['Ar', 18, 39.948, 0.144],
  ] as const)('k of %s', (_, protons, nucleons, k) => {
    expect(Math.abs(lindhardK(protons, nucleons) - k)).toBeLessThan(7e-4)
  })

  it('100 keV of a xenon nucleus look like 30 keV of an electron (amaral-2020)', () => {
    expect(Math.round(electronEquivalent(xenon, 100) / 5) * 5).toBe(30)
    expectClose(nuclearEquivalent(xenon, 30), 100, 0.06)
  })

  it('a germanium nucleus of 272 eV keeps 14 % in ionisation', () => {
    expectClose(germanium(0.272), 0.144, 0.01)
  })

  it('argon: 15 keV of a nucleus are 4.4 keV of an electron', () => {
    expectClose(electronEquivalent(argon, 15), 4.36, 0.002)
  })

  it('stays below one, grows with energy and k', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e3, noNaN: true }), fc.double({ min: 0.05, max: 0.3, noNaN: true }), (energy, k) => {
        const [less, more] = [lindhard(54, k), lindhard(54, 1.1 * k)]
        expect(less(energy)).toBeGreaterThan(0)
        expect(less(energy)).toBeLessThan(more(energy))
        expect(more(energy)).toBeLessThan(1)
        expect(less(energy)).toBeLessThan(less(1.1 * energy))
      }),
    )
    expect(() => lindhard(54, 0)).toThrow(expect.objectContaining({ field: 'k' }))
  })

  it('is undone by the nuclear equivalent', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (energy) => {
        for (const quenching of [xenon, germanium, cenns10Quenching, csi2017Quenching]) {
          expectClose(nuclearEquivalent(quenching, electronEquivalent(quenching, energy)), energy, 1e-11)
        }
      }),
    )
    expect(() => nuclearEquivalent(xenon, 0)).toThrow(expect.objectContaining({ field: 'energy' }))
    expect(() => nuclearEquivalent(() => 1e-9, 100)).toThrow(expect.objectContaining({ field: 'energy' }))
  })
})

describe('measured quenching', () => {
  it('CENNS-10: the two energy scales of its efficiency', () => {
    for (const [keVee, keVnr] of [
      [0.25, 1.013],
      [5.75, 21.852],
      [14.25, 49.969],
      [39.75, 117.55],
    ]) {
      expectClose(electronEquivalent(cenns10Quenching, keVnr), keVee, 2e-3)
    }
  })

  it('CsI: 1.17 photoelectrons per keV in 2017, 13.35 of them per keVee', () => {
    expectClose(electronEquivalent(csi2017Quenching, 1) * 13.348, 1.17, 2e-3)
  })

  it('CsI in 2021: from 6 % at rest to 10 % around 20 keV, and down again', () => {
    expect(csi2021Quenching(0)).toBe(0.055463)
    expectClose(csi2021Quenching(15), 0.0977665325, 1e-9)
    expect(csi2021Quenching(25)).toBeGreaterThan(csi2021Quenching(10))
    expect(csi2021Quenching(25)).toBeGreaterThan(csi2021Quenching(60))
  })
})

describe('phonons', () => {
  const at = (recoil: number, bias: number) => electronEquivalent(phononQuenching(germanium, bias, 2.96), recoil)

  it('272 eV of a germanium nucleus at 6 V are 120 eV of an electron in Table II of amaral-2020, 116 eV by Lindhard', () => {
    expectClose(at(0.272, 6), 0.116, 0.005)
    expectClose(at(0.272, 6), 0.12, 0.05)
  })

  it('count all energy without bias, ionisation alone at high bias', () => {
    expect(at(2, 0)).toBe(2)
    expectClose(at(2, 1e9), electronEquivalent(germanium, 2), 1e-7)
    expectClose(nuclearEquivalent(phononQuenching(germanium, 100, 2.96), at(0.04, 100)), 0.04, 1e-11)
  })

  it('refuse what is no detector', () => {
    expect(() => phononQuenching(germanium, -1, 2.96)).toThrow(expect.objectContaining({ field: 'bias' }))
    expect(() => phononQuenching(germanium, 6, 0)).toThrow(expect.objectContaining({ field: 'pair' }))
  })
})
