import { ATOMIC_MASS_UNIT } from '../constants.ts'
import { bindingEnergies, type Shell } from '../data/binding-energies.ts'
import { isotopes } from '../data/isotopes.ts'

/**
 * Which electrons of an atom scatter neutrinos as if free: all of them (`free`); those bound less than the recoil energy
 * (`recoil-step`); or those bound less than the neutrino energy (`neutrino-step`, the words of amaral-2020, footnote 12, which
 * frees nearly all electrons for every solar neutrino).
 */
export type ElectronCounting = 'free' | 'recoil-step' | 'neutrino-step'

/** Electrons of one shell. */
export interface ElectronShell {
  readonly electronsPerTonne: number
  /** The recoil has to exceed this [keV]. */
  readonly recoilThreshold_keV: number
  /** The neutrino has to exceed this [MeV]. */
  readonly neutrinoThreshold_MeV: number
}

/** The electrons of a tonne of a natural element. */
export interface ElectronTarget {
  readonly element: Shell['element']
  readonly counting: ElectronCounting
  readonly shells: readonly ElectronShell[]
  /** Recoil energies at which the number of electrons steps: integrals over recoil energy break there [keV], ascending. */
  readonly breaks_keV: readonly number[]
}

const KG_PER_GEV = 1.78266192163e-27

/** Atoms in a tonne of a natural element, by the mean mass of its isotopes. */
export function atomsPerTonne(element: string): number {
  const rows = isotopes.rows.filter((row) => row.element === element)
  const abundance = rows.reduce((sum, row) => sum + row.abundance, 0)
  const mass_u = rows.reduce((sum, row) => sum + row.abundance * row.mass_u, 0) / abundance
  return 1e3 / (mass_u * ATOMIC_MASS_UNIT * KG_PER_GEV)
}

/**
 * The electrons of xenon, argon or germanium.
 *
 * @example
 * freeElectrons(electronTarget('Xe'), 5) / atomsPerTonne('Xe') // 48: the K and half of the L shell stay out at 5 keV
 */
export function electronTarget(element: Shell['element'], counting: ElectronCounting = 'recoil-step'): ElectronTarget {
  const atoms = atomsPerTonne(element)
  const shells = bindingEnergies.rows
    .filter((row) => row.element === element)
    .map(({ energy_eV, electrons }) => ({
      electronsPerTonne: atoms * electrons,
      recoilThreshold_keV: counting === 'recoil-step' ? 1e-3 * energy_eV : 0,
      neutrinoThreshold_MeV: counting === 'neutrino-step' ? 1e-6 * energy_eV : 0,
    }))
  const breaks_keV = counting === 'recoil-step' ? shells.map((shell) => shell.recoilThreshold_keV).sort((a, b) => a - b) : []
  return { element, counting, shells, breaks_keV }
}

/** Electrons per tonne that take part at a recoil energy, whatever the neutrino's. */
export function freeElectrons(target: ElectronTarget, recoil_keV: number): number {
  return target.shells.reduce((sum, shell) => sum + (recoil_keV > shell.recoilThreshold_keV ? shell.electronsPerTonne : 0), 0)
}
