import { describe, expect, it } from 'vitest'
import { bosonsPerElectron, electronBremsstrahlung, inelasticFormFactor, MATERIALS } from '../../src/processes/bremsstrahlung/electron.ts'

const off = (value: number, expected: number): number => Math.abs(value / expected - 1)

describe('the inelastic form factor of an atom', () => {
  const tungsten = { protons: 74, massNumber: 184 }

  it('is Z between the electrons and the size of the proton', () => {
    expect(off(inelasticFormFactor(1e-5, tungsten), 74)).toBeLessThan(2e-3)
  })

  it('is screened by the electrons', () => {
    const t = 1e-14
    expect(off(inelasticFormFactor(t, tungsten) / inelasticFormFactor(2 * t, tungsten), 0.25)).toBeLessThan(0.05)
  })

  it('falls off with the dipole of the proton', () => {
    expect(inelasticFormFactor(0.71, tungsten)).toBeLessThan(74 * 0.03)
  })
})

describe('electron bremsstrahlung', () => {
  // Adaptive quadrature of both integrals, independently: [GeV⁻²], mixing 1.
  it.each([
    [0.003, 20, 'tungsten', 9796.8116],
    [0.01, 20, 'tungsten', 1858.2299],
    [0.1, 20, 'tungsten', 27.176531],
    [1, 20, 'tungsten', 0.033911315],
    [0.01, 1.6, 'tungsten', 1650.7458],
    [0.05, 275, 'aluminium', 5.1924584],
  ] as const)('of %f GeV at %f GeV on %s is %f GeV⁻²', (mass, energy, material, expected) => {
    expect(off(electronBremsstrahlung(mass, energy, material), expected)).toBeLessThan(5e-4)
  })

  // The distribution of energies at each depth folded by hand.
  it.each([
    [0.01, 20, 0.06295895],
    [0.05, 9, 0.001980116],
  ])('in thick tungsten makes, of %f GeV at %f GeV, %f bosons per electron', (mass, energy, expected) => {
    expect(off(bosonsPerElectron(energy, 'tungsten')(mass).total, expected)).toBeLessThan(5e-3)
  })

  it('needs energy, and falls as 1/m² but for logarithms', () => {
    expect(electronBremsstrahlung(0.5, 0.5, 'lead')).toBe(0)
    const ratio = electronBremsstrahlung(0.01, 100, 'copper') / electronBremsstrahlung(0.02, 100, 'copper')
    expect(ratio).toBeGreaterThan(2.5)
    expect(ratio).toBeLessThan(4)
  })

  it('per radiation length hardly depends on the material', () => {
    const each = MATERIALS.map((material) => bosonsPerElectron(20, material)(0.02).total)
    expect(Math.max(...each) / Math.min(...each)).toBeLessThan(1.6)
  })
})
