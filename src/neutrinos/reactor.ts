import { FISSILE, type Fissile, reactorLowEnergy, reactorSpectra } from '../data/reactor-antineutrinos.ts'
import { column } from '../data/table.ts'
import { InputError } from '../errors.ts'
import { linearInterpolator } from '../numerics/index.ts'
import { tableEdges } from './solar/spectra.ts'
import type { NeutrinoComponent } from './source.ts'
import { legendreTails } from './tails.ts'

export { FISSILE, type Fissile } from '../data/reactor-antineutrinos.ts'

/** Shares of the fissions, summing to one: a pressurised-water reactor in the middle of its cycle (from memory: unverified). */
export const TYPICAL_FISSIONS: Readonly<Record<Fissile, number>> = { '235U': 0.55, '238U': 0.07, '239Pu': 0.32, '241Pu': 0.06 }

/** From where the parametrisations hold, and where the spectrum is cut off [MeV]: they were fitted between 2 and 8 MeV. */
const PARAMETRISED_MeV = 1.8
const REACTOR_END_MeV = 10
const JOULE_PER_MEV = 1.602176634e-13

/** A reactor and how far away it is. */
export interface Reactor {
  readonly thermalPower_GW: number
  readonly distance_m: number
  /** Shares of the fissions; {@link TYPICAL_FISSIONS} unless given. */
  readonly fissions?: Readonly<Record<Fissile, number>>
}

const PARAMETRISATION = Object.fromEntries(reactorSpectra.rows.map((row) => [row.nucleus, row])) as Readonly<
  Record<Fissile, (typeof reactorSpectra.rows)[number]>
>

function parametrised(nucleus: Fissile, energy_MeV: number): number {
  return Math.exp(PARAMETRISATION[nucleus].coefficients.reduceRight((sum, coefficient) => sum * energy_MeV + coefficient, 0))
}

const LOW_ENERGIES = column(reactorLowEnergy, 'energy').filter((energy) => energy < PARAMETRISED_MeV)
const BELOW = Object.fromEntries(
  FISSILE.map((nucleus) => [
    nucleus,
    linearInterpolator(
      [0, ...LOW_ENERGIES, PARAMETRISED_MeV],
      [0, ...column(reactorLowEnergy, nucleus).subarray(0, LOW_ENERGIES.length), parametrised(nucleus, PARAMETRISED_MeV)],
    ),
  ]),
) as Readonly<Record<Fissile, (energy_MeV: number) => number>>

/**
 * Antineutrinos per MeV and fission of one nucleus: from 1.8 MeV the exponentials of polynomials of Huber (2011) and, for ²³⁸U, Mueller et al.
 * (2011); below, straight lines through the points of Vogel and Engel (1989), the last of them at 1.5 MeV, up to the parametrisation at 1.8 MeV. Zero
 * from 10 MeV on. Uncertain by 2 to 3 per cent between 2 and 8 MeV and by some ten per cent elsewhere; neutron capture on ²³⁸U, which adds one
 * antineutrino to six below 1.3 MeV, is left out.
 *
 * @example
 * fissionSpectrum('235U', 4) // 0.2923 per MeV and fission
 */
export function fissionSpectrum(nucleus: Fissile, energy_MeV: number): number {
  if (!(energy_MeV > 0 && energy_MeV < REACTOR_END_MeV)) return 0
  return energy_MeV < PARAMETRISED_MeV ? BELOW[nucleus](energy_MeV) : parametrised(nucleus, energy_MeV)
}

const EDGES = tableEdges([
  0,
  ...LOW_ENERGIES,
  ...Array.from({ length: 25 }, (_, i) => PARAMETRISED_MeV + ((REACTOR_END_MeV - PARAMETRISED_MeV) * i) / 24),
])

/**
 * Antineutrinos of a reactor, without oscillation: $\Phi(E) = \frac{W_{\rm th}}{4\pi L^2}\,\frac{\sum_i f_i S_i(E)}{\sum_i f_i E_i}$ with the energy E_i per
 * fission of Ma et al. (2013).
 *
 * @throws InputError for a power or distance that is not above zero, or shares that are negative or do not sum to one
 * @example
 * const [antineutrinos] = reactor({ thermalPower_GW: 3.9, distance_m: 17.1 })
 * const out = new Float64Array(3)
 * antineutrinos.tail(1.8, out) // out[0]: about 6e12 per cm² and second above 1.8 MeV
 */
export function reactor({ thermalPower_GW, distance_m, fissions = TYPICAL_FISSIONS }: Reactor): readonly [NeutrinoComponent] {
  for (const [field, value] of Object.entries({ thermalPower_GW, distance_m })) {
    if (!(value > 0 && value < Infinity)) throw new InputError(`${value} is not allowed; allowed: finite numbers above zero`, field)
  }
  const total = FISSILE.reduce((sum, nucleus) => sum + fissions[nucleus], 0)
  if (!(FISSILE.every((nucleus) => fissions[nucleus] >= 0) && Math.abs(total - 1) < 1e-6)) {
    throw new InputError(`shares that sum to ${total} are not allowed; allowed: shares from zero up that sum to one`, 'fissions')
  }
  const energyPerFission = FISSILE.reduce((sum, nucleus) => sum + fissions[nucleus] * PARAMETRISATION[nucleus].energyPerFission_MeV, 0)
  const perArea = (1e9 * thermalPower_GW) / (energyPerFission * JOULE_PER_MEV) / (4 * Math.PI * (1e2 * distance_m) ** 2)
  const tail = legendreTails(EDGES, 1, (energy, out) => {
    out[0] = 0
    for (const nucleus of FISSILE) out[0] += perArea * fissions[nucleus] * fissionSpectrum(nucleus, energy)
  })
  return [{ id: 'anti-nu_e', flavour: 0, antineutrino: true, maximum_MeV: REACTOR_END_MeV, tail }]
}
