import { ATOMIC_MASS_UNIT, M_ELECTRON } from '../constants.ts'
import { bindingEnergies } from '../data/binding-energies.ts'
import { type Isotope, isotopes } from '../data/isotopes.ts'
import { type FormFactorKind, formFactor } from './form-factor.ts'

/** What detectors are made of. */
export const MATERIALS = ['Xe', 'Ar', 'Ge', 'Si', 'CsI', 'NaI'] as const
export type Material = (typeof MATERIALS)[number]

const ELEMENTS: Readonly<Record<Material, readonly string[]>> = {
  Xe: ['Xe'],
  Ar: ['Ar'],
  Ge: ['Ge'],
  Si: ['Si'],
  CsI: ['Cs', 'I'],
  NaI: ['Na', 'I'],
}

const KG_PER_GEV = 1.78266192163e-27

const isotopesOf = (element: string): readonly Isotope[] => isotopes.rows.filter((row) => row.element === element)

/** Mean mass of the atoms of a natural element [u]. */
function atomicMass_u(element: string): number {
  const rows = isotopesOf(element)
  const abundance = rows.reduce((sum, row) => sum + row.abundance, 0)
  return rows.reduce((sum, row) => sum + row.abundance * row.mass_u, 0) / abundance
}

/**
 * Atoms in a tonne of a natural element, or formula units in a tonne of a salt, by the mean mass of the isotopes.
 *
 * @example
 * atomsPerTonne('Xe') // 4.5868e27
 */
export function atomsPerTonne(material: string): number {
  const elements = ELEMENTS[material as Material] ?? [material]
  const mass_u = elements.reduce((sum, element) => sum + atomicMass_u(element), 0)
  return 1e3 / (mass_u * ATOMIC_MASS_UNIT * KG_PER_GEV)
}

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

/** The electrons of a tonne of a natural material. */
export interface ElectronTarget {
  readonly material: Material
  readonly counting: ElectronCounting
  readonly shells: readonly ElectronShell[]
  /** Recoil energies at which the number of electrons steps: integrals over recoil energy break there [keV], ascending. */
  readonly breaks_keV: readonly number[]
}

/**
 * The electrons of a material, all atoms neutral.
 *
 * @example
 * freeElectrons(electronTarget('Xe'), 5) / atomsPerTonne('Xe') // 48: the K and half of the L shell stay out at 5 keV
 */
export function electronTarget(material: Material, counting: ElectronCounting = 'recoil-step'): ElectronTarget {
  const atoms = atomsPerTonne(material)
  const shells = bindingEnergies.rows
    .filter((row) => ELEMENTS[material].includes(row.element))
    .map(({ energy_eV, electrons }) => ({
      electronsPerTonne: atoms * electrons,
      recoilThreshold_keV: counting === 'recoil-step' ? 1e-3 * energy_eV : 0,
      neutrinoThreshold_MeV: counting === 'neutrino-step' ? 1e-6 * energy_eV : 0,
    }))
  const breaks_keV = counting === 'recoil-step' ? shells.map((shell) => shell.recoilThreshold_keV).sort((a, b) => a - b) : []
  return { material, counting, shells, breaks_keV }
}

/** Electrons per tonne that take part at a recoil energy, whatever the neutrino's. */
export function freeElectrons(target: ElectronTarget, recoil_keV: number): number {
  return target.shells.reduce((sum, shell) => sum + (recoil_keV > shell.recoilThreshold_keV ? shell.electronsPerTonne : 0), 0)
}

/** One kind of nucleus in a tonne of material. */
export interface Nucleus {
  readonly protons: number
  readonly neutrons: number
  /** Mass of the nucleus [GeV]. */
  readonly mass_GeV: number
  readonly perTonne: number
  /** Form factors of the protons and of the neutrons at a three-momentum transfer [GeV], 1 at zero. */
  protonFormFactor(momentum_GeV: number): number
  neutronFormFactor(momentum_GeV: number): number
}

/** The nuclei of a tonne of material. A list of one's own will do: other isotopes, other form factors. */
export interface NuclearTarget {
  readonly material: string
  readonly nuclei: readonly Nucleus[]
}

/**
 * The nuclei of a natural material. Masses are those of the atoms less their electrons; binding of the electrons, below 3e-7 of the mass,
 * is left out. Protons and neutrons share the form factor.
 *
 * @example
 * nuclearTarget('Ar').nuclei.map(({ neutrons }) => neutrons) // [18, 20, 22]
 */
export function nuclearTarget(material: Material, kind: FormFactorKind = 'helm'): NuclearTarget {
  const units = atomsPerTonne(material)
  const nuclei = ELEMENTS[material].flatMap((element) => {
    const rows = isotopesOf(element)
    const abundance = rows.reduce((sum, row) => sum + row.abundance, 0)
    return rows.map((row) => {
      const shape = (momentum_GeV: number): number => formFactor(kind, row.nucleons, momentum_GeV)
      return {
        protons: row.protons,
        neutrons: row.nucleons - row.protons,
        mass_GeV: row.mass_u * ATOMIC_MASS_UNIT - row.protons * M_ELECTRON,
        perTonne: (units * row.abundance) / abundance,
        protonFormFactor: shape,
        neutronFormFactor: shape,
      }
    })
  })
  return { material, nuclei }
}
