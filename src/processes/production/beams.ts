import { E_CHARGE } from '../../constants.ts'
import type { Couplings } from '../../couplings/coupling.ts'
import { monotoneLogLogInterpolator } from '../../numerics/index.ts'
import { bosonsPerElectron, type Material } from '../bremsstrahlung/electron.ts'
import {
  type FormFactor,
  fixedTargetEnergySquared,
  PHOTON_LIKE,
  protonBremsstrahlung,
  protonCouplingSquared,
} from '../bremsstrahlung/proton.ts'
import { PSEUDOSCALAR_NAMES, type Pseudoscalar, photonDecayShare } from './photon-decays.ts'
import { productionStrength } from './strength.ts'

/** Mass [GeV] at which a table of cross sections is 1, and production is compared (coy-2021 eq. 3.15). */
export const REFERENCE_MASS = 0.1

/** Cross section over that at 100 MeV, of a boson with the same coupling to protons: rows `[mass in GeV, ratio]`, ascending. */
export type CrossSectionRatios = readonly (readonly [mass_GeV: number, ratio: number])[]

/** Protons that radiate a boson, or make mesons which decay to one. */
export interface ProtonBeam {
  readonly particle: 'proton'
  /** On protons at rest; of colliding beams, where `isCollider`, of one of them. */
  readonly energy_GeV: number
  readonly isCollider?: boolean
  readonly formFactor: FormFactor | CrossSectionRatios
  /** Mesons made per inelastic collision. */
  readonly mesons?: Readonly<Partial<Record<Pseudoscalar, number>>>
}

/** Electrons that radiate a boson in a thick target. */
export interface ElectronBeam {
  readonly particle: 'electron'
  readonly energy_GeV: number
  readonly target: Material
}

export type Beam = ProtonBeam | ElectronBeam

/** How a beam makes bosons. */
export interface BeamProduction {
  /** Bosons per electron, or per inelastic collision of a proton. */
  bosons(couplings: Couplings, mass_GeV: number): number
  /** The same of bremsstrahlung at {@link REFERENCE_MASS} over the squared coupling to what radiates: $\sigma^*_{\rm prod}/g^2$ of coy-2021 eq. (3.15). */
  readonly reference: number
}

/**
 * How many bosons a beam makes.
 *
 * - Electrons: {@link bosonsPerElectron} times $(c_e^2 + a_e^2)/e^2$.
 * - Protons: {@link protonBremsstrahlung} times {@link protonCouplingSquared}$/e^2$; or, where there is a table of cross sections, its ratio times what
 *   bremsstrahlung gives at 100 MeV. And $n_P\,\mathcal B(P \to \gamma X)$ of mesons.
 *
 * @example
 * const { bosons } = beamProduction({ particle: 'proton', energy_GeV: 400, formFactor: 'dipole-step' })
 * const { couplings } = bosonAt(resolveModel('dark-photon'), 0.1, 1e-6, assume())
 * bosons(couplings, 0.1) // 1.2505e-14
 */
export function beamProduction(beam: Beam): BeamProduction {
  if (beam.particle === 'electron') {
    const perElectron = bosonsPerElectron(beam.energy_GeV, beam.target)
    return {
      bosons: (couplings, mass) => (perElectron(mass) * productionStrength('electron-bremsstrahlung', couplings, mass)) / E_CHARGE ** 2,
      reference: perElectron(REFERENCE_MASS) / E_CHARGE ** 2,
    }
  }
  const radiated = bremsstrahlungOf(beam)
  const mesons = PSEUDOSCALAR_NAMES.flatMap((name) => {
    const number = beam.mesons?.[name] ?? 0
    return number === 0 ? [] : [{ name, number }]
  })
  return {
    bosons(couplings, mass) {
      let sum = radiated.bosons(couplings, mass)
      for (const { name, number } of mesons) sum += number * photonDecayShare(name, couplings, mass)
      return sum
    },
    reference: radiated.reference,
  }
}

function bremsstrahlungOf({ energy_GeV, isCollider, formFactor }: ProtonBeam): BeamProduction {
  const energySquared = isCollider ? (2 * energy_GeV) ** 2 : fixedTargetEnergySquared(energy_GeV)
  const reference = protonBremsstrahlung(REFERENCE_MASS, energySquared) / E_CHARGE ** 2
  if (typeof formFactor === 'string') {
    return {
      bosons: (couplings, mass) =>
        (protonBremsstrahlung(mass, energySquared) * protonCouplingSquared(formFactor, couplings, mass)) / E_CHARGE ** 2,
      reference: reference * protonCouplingSquared(formFactor, PHOTON_LIKE, REFERENCE_MASS),
    }
  }
  const [masses, ratios] = [0, 1].map((column) => Float64Array.from(formFactor, (row) => row[column]))
  const ratioAt = monotoneLogLogInterpolator(masses, ratios)
  const [lightest, heaviest] = [masses[0], masses[masses.length - 1]]
  return {
    bosons: (couplings, mass) =>
      mass < lightest || mass > heaviest ? 0 : reference * ratioAt(mass) * protonCouplingSquared('none', couplings, mass),
    reference,
  }
}
