import { YEAR_S } from '../../constants.ts'
import { isotopes } from '../../data/isotopes.ts'
import { DECAYS } from '../../data/radioactivity.ts'
import { atomsPerTonne } from '../targets.ts'
import { betaSpectrum } from './beta-decay.ts'
import { doubleBetaSpectrum } from './double-beta.ts'
import type { BackgroundRate } from './rate.ts'

const TONNE_kg = 1e3

/**
 * Two-neutrino double β decay of ¹³⁶Xe in xenon as nature has it: half-life and abundance, nothing to adjust.
 *
 * @example
 * xenon136Rate().at(10) // 1.53 per t yr keV
 */
export function xenon136Rate(): BackgroundRate {
  const { halfLife_yr, endpoint_keV } = DECAYS['136Xe']
  const { abundance } = isotopes.rows.find(({ element, nucleons }) => element === 'Xe' && nucleons === 136)!
  const perYear = (atomsPerTonne('Xe') * abundance * Math.LN2) / halfLife_yr
  const spectrum = doubleBetaSpectrum(56, 136, endpoint_keV)
  return { at: (energy_keV) => perYear * spectrum(energy_keV), breaks_keV: [], sources: [DECAYS['136Xe']] }
}

/**
 * β decay of ³⁹Ar in argon of a given activity.
 *
 * @example
 * argon39Rate(0.73).at(10) // 4.52e4 per t yr keV
 */
export function argon39Rate(activity_mBq_per_kg: number): BackgroundRate {
  const perYear = 1e-3 * activity_mBq_per_kg * TONNE_kg * YEAR_S
  const spectrum = betaSpectrum({ protons: 19, nucleons: 39, endpoint_keV: DECAYS['39Ar'].endpoint_keV, shape: 'first-forbidden-unique' })
  return { at: (energy_keV) => perYear * spectrum(energy_keV), breaks_keV: [], sources: [DECAYS['39Ar']] }
}

/**
 * Shape of what radon-222 leaves among low-energy electron recoils: the decay of ²¹⁴Pb to the ground state of ²¹⁴Bi, which no γ betrays; the decay is not
 * unique-forbidden, its shape taken as allowed.
 *
 * @param energy_keV where the shape is 1
 * @example
 * lead214Shape(10).at(30) // 1.017
 */
export function lead214Shape(energy_keV: number): BackgroundRate {
  const spectrum = betaSpectrum({ protons: 83, nucleons: 214, endpoint_keV: DECAYS['214Pb'].endpoint_keV, shape: 'allowed' })
  const unit = spectrum(energy_keV)
  return { at: (energy) => spectrum(energy) / unit, breaks_keV: [], sources: [DECAYS['214Pb']] }
}
