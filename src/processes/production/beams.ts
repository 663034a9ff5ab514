import { E_CHARGE, M_PROTON } from '../../constants.ts'
import type { Couplings } from '../../couplings/coupling.ts'
import { InputError } from '../../errors.ts'
import { monotoneLogLogInterpolator } from '../../numerics/index.ts'
import { bosonsPerElectron, type Material } from '../bremsstrahlung/electron.ts'
import {
  type FormFactor,
  fixedTargetEnergySquared,
  PHOTON_LIKE,
  protonBremsstrahlung,
  protonCouplingSquared,
} from '../bremsstrahlung/proton.ts'
import type { MomentumSpectrum } from '../bremsstrahlung/spectrum.ts'
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
  /** How bremsstrahlung shares out its momenta, whatever the couplings; bosons from mesons have others. */
  momenta(mass_GeV: number): MomentumSpectrum
  /** Above this mass the beam can make none. */
  readonly heaviest_GeV: number
  /** Of bremsstrahlung at 100 MeV, over the squared coupling to what radiates: $\sigma^*_{\rm prod}/g^2$ of coy-2021 eq. (3.15). */
  readonly reference: number
}

/**
 * How many bosons a beam makes.
 *
 * - Electrons: `bosonsPerElectron` times $(c_e^2 + a_e^2)/e^2$.
 * - Protons: `protonBremsstrahlung` times `protonCouplingSquared` over $e^2$; or, where there is a table of cross sections, its ratio times what
 *   bremsstrahlung gives at 100 MeV. And $n_P\,\mathcal B(P \to \gamma X)$ of mesons.
 *
 * @throws InputError (field `beam.energy`) for protons below $\sqrt s = 3.87$ GeV, where what they radiate is no longer collinear and little is left to collide with (8 GeV on a target, 1.94 GeV each
 * where two beams collide), and for electrons of 100 MeV or less, where production is compared
 * @example
 * const { bosons } = beamProduction({ particle: 'proton', energy_GeV: 400, formFactor: 'dipole-step' })
 * const { couplings } = bosonAt(resolveModel('dark-photon'), 0.1, 1e-6, assume())
 * bosons(couplings, 0.1) // 1.2505e-14
 */
export function beamProduction(beam: Beam): BeamProduction {
  return beam.particle === 'electron' ? fromElectrons(beam) : fromProtons(beam)
}

const CHARGE_SQUARED = E_CHARGE * E_CHARGE

/** Of two protons [GeV], 8 GeV on a target: below it too little is left to collide where a boson takes much of the momentum. */
const LEAST_CENTRE_OF_MASS = 3.87
/** Of two protons [GeV], 13.4 GeV on a target: from here their cross section is fitted. */
const FITTED_CENTRE_OF_MASS = 5

/** Energy squared of two protons in their centre of mass [GeV²]. */
const energySquaredOf = ({ energy_GeV, isCollider }: ProtonBeam): number =>
  isCollider ? (2 * energy_GeV) ** 2 : fixedTargetEnergySquared(energy_GeV)

/** Whether bremsstrahlung of a beam is known to a factor of two only: that of slow protons, which is hardly collinear and whose cross section is extrapolated. */
export const isRough = (beam: Beam): boolean => beam.particle === 'proton' && energySquaredOf(beam) < FITTED_CENTRE_OF_MASS ** 2

const tooSlow = (energy_GeV: number, allowed: string): InputError =>
  new InputError(`${energy_GeV} GeV is too little for bremsstrahlung along the beam; allowed: ${allowed}`, 'beam.energy')

function fromElectrons({ energy_GeV, target }: ElectronBeam): BeamProduction {
  if (!(energy_GeV > REFERENCE_MASS)) throw tooSlow(energy_GeV, `above ${REFERENCE_MASS} GeV for electrons`)
  const momenta = bosonsPerElectron(energy_GeV, target)
  return {
    bosons: (couplings, mass) => (momenta(mass).total * productionStrength('electron-bremsstrahlung', couplings, mass)) / CHARGE_SQUARED,
    momenta,
    heaviest_GeV: energy_GeV,
    reference: momenta(REFERENCE_MASS).total / CHARGE_SQUARED,
  }
}

function fromProtons(beam: ProtonBeam): BeamProduction {
  const { energy_GeV, isCollider, formFactor, mesons = {} } = beam
  const energySquared = energySquaredOf(beam)
  if (!(energySquared >= LEAST_CENTRE_OF_MASS ** 2)) {
    const least = isCollider
      ? Math.ceil(50 * LEAST_CENTRE_OF_MASS) / 100
      : Math.ceil((10 * LEAST_CENTRE_OF_MASS ** 2) / (2 * M_PROTON)) / 10
    throw tooSlow(energy_GeV, `at least ${least} GeV for protons ${isCollider ? 'that collide' : 'on a target'}`)
  }
  const momenta = (mass: number) => protonBremsstrahlung(mass, energySquared, energy_GeV)
  const pointlike = momenta(REFERENCE_MASS).total / CHARGE_SQUARED
  const shaped = (shape: FormFactor) => (couplings: Couplings, mass: number) =>
    (momenta(mass).total * protonCouplingSquared(shape, couplings, mass)) / CHARGE_SQUARED
  const tabulated = (rows: CrossSectionRatios) => {
    const ratioAt = interpolated(rows)
    return (couplings: Couplings, mass: number) => pointlike * ratioAt(mass) * protonCouplingSquared('none', couplings, mass)
  }
  const isTable = typeof formFactor !== 'string'
  const radiated = isTable ? tabulated(formFactor) : shaped(formFactor)
  return {
    bosons(couplings, mass) {
      let sum = radiated(couplings, mass)
      for (const name of PSEUDOSCALAR_NAMES) {
        const number = mesons[name] ?? 0
        if (number > 0) sum += number * photonDecayShare(name, couplings, mass)
      }
      return sum
    },
    momenta,
    heaviest_GeV: Math.sqrt(energySquared) - 2 * M_PROTON,
    reference: isTable ? pointlike : pointlike * protonCouplingSquared(formFactor, PHOTON_LIKE, REFERENCE_MASS),
  }
}

const interpolated = (rows: CrossSectionRatios): ((mass: number) => number) =>
  monotoneLogLogInterpolator(
    rows.map(([mass]) => mass),
    rows.map(([, ratio]) => ratio),
    'zero',
  )
