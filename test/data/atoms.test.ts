import { describe, expect, it } from 'vitest'
import { bindingEnergies } from '../../src/data/binding-energies.ts'
import { isotopes } from '../../src/data/isotopes.ts'
import { expectWithin, sumBy } from './sums.ts'

describe('atoms', () => {
  it('isotope fractions sum to 1 in the elements that are complete', () => {
    const sums = sumBy(
      isotopes.rows,
      ({ element }) => element,
      ({ abundance }) => abundance,
    )
    for (const element of ['H', 'C', 'Na', 'Si', 'Ar', 'Ge', 'I', 'Xe', 'Cs'])
      expect(Math.abs(sums[element] - 1), element).toBeLessThan(2e-5)
  })

  it('mean atomic weights are the standard ones', () => {
    const weights = sumBy(
      isotopes.rows,
      ({ element }) => element,
      ({ mass_u, abundance }) => mass_u * abundance,
    )
    for (const [element, weight] of Object.entries({ C: 12.0107, Si: 28.0855, Ar: 39.9478, Ge: 72.628, Xe: 131.293 }))
      expectWithin(weights[element], weight, 2e-5)
  })

  it('masses lie within 0.1 u of the nucleon number, and protons do not outnumber nucleons', () => {
    for (const { protons, nucleons, mass_u } of isotopes.rows) {
      expect(Math.abs(mass_u - nucleons)).toBeLessThan(0.1)
      expect(protons).toBeLessThanOrEqual(nucleons)
    }
  })
  it('atoms are neutral, shells from the outermost to the deepest', () => {
    const electrons = sumBy(
      bindingEnergies.rows,
      ({ element }) => element,
      (shell) => shell.electrons,
    )
    expect(electrons).toEqual({ Xe: 54, Ar: 18, Ge: 32, Si: 14, Na: 11, I: 53, Cs: 55 })
    for (const element of Object.keys(electrons)) {
      const energies = bindingEnergies.rows.filter((shell) => shell.element === element).map(({ energy_eV }) => energy_eV)
      expect(energies).toEqual([...energies].sort((a, b) => a - b))
    }
  })
})
