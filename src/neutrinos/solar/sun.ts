import type { Assumptions } from '../../assumptions.ts'
import type { CitationKey } from '../../citations.ts'
import { OSCILLATION } from '../../data/nufit.ts'
import { solarLines } from '../../data/solar-lines.ts'
import { column } from '../../data/table.ts'
import { InputError } from '../../errors.ts'
import type { Triple } from '../../models/model.ts'
import { sharedBy } from '../../sharing.ts'
import { type Complex3x3, pmns } from '../pmns.ts'
import { flavourDensity } from './density.ts'
import { type SolarSource, solarFlux } from './fluxes.ts'
import {
  flavourEvolution,
  type MatterPotential,
  type OscillationParameters,
  type ProductionZone,
  productionZone,
  STANDARD_POTENTIAL,
} from './oscillation.ts'
import { type SolarSpectrum, solarSpectra } from './spectra.ts'

/** The Sun as a source of neutrinos, under one set of assumptions. Immutable. */
export interface Sun {
  readonly assumptions: Assumptions
  readonly oscillation: OscillationParameters
  /** Where the densities, production regions, line energies and oscillation parameters come from. */
  readonly citations: readonly CitationKey[]
  /** Total flux at the Earth, all flavours [cm⁻² s⁻¹]. */
  flux(source: SolarSource): number
  /** Fractional 1σ of the flux. */
  fluxSigma(source: SolarSource): number
  spectrum(source: SolarSource): SolarSpectrum
  zone(source: SolarSource): ProductionZone
  /** Neutrons per proton at the centre, by the tables or by the number assumed. */
  readonly centralNeutronsPerProton: number
  /**
   * $P_{ee}, P_{e\mu}, P_{e\tau}$ at the Earth by day.
   *
   * @param potential what a boson adds in the Sun; nothing unless given
   * @throws InputError for an energy that is not above zero
   */
  probabilities(source: SolarSource, energy_MeV: number, potential?: MatterPotential): Triple<number>
  /** The same, written into `out`; energies are not checked. */
  probabilitiesInto(source: SolarSource, energy_MeV: number, potential: MatterPotential, out: Float64Array): void
  /**
   * The flavour density matrix at the Earth, $\rho_{\alpha\beta} = \sum_i w_i\,U_{\alpha i}U^*_{\beta i}$, for mass states that arrive incoherently:
   * what couplings between flavours see. Its diagonal is `probabilitiesInto`.
   */
  densityInto(source: SolarSource, energy_MeV: number, potential: MatterPotential, out: Complex3x3): void
  /** Shares of the mass states that leave the Sun, written into `out`; for `survival: 'equal-thirds'` a third each. */
  massWeightsInto(source: SolarSource, energy_MeV: number, potential: MatterPotential, out: Float64Array): void
}

async function solarTables(model: Assumptions['solarModel']) {
  if (model === 'b16-gs98') {
    const [density, production] = await Promise.all([
      import('../../data/solar-density-b16-gs98.ts'),
      import('../../data/solar-production-b16-gs98.ts'),
    ])
    return { density: density.solarDensityB16Gs98, production: production.solarProductionB16Gs98 }
  }
  const [density, production] = await Promise.all([
    import('../../data/solar-density-b16-agss09.ts'),
    import('../../data/solar-production-b16-agss09.ts'),
  ])
  return { density: density.solarDensityB16Agss09, production: production.solarProductionB16Agss09 }
}

/** Each value worked out when it is first asked for: few results need every source. */
function bySource<T>(value: (source: SolarSource) => T): (source: SolarSource) => T {
  const known: Partial<Record<SolarSource, T>> = {}
  return (source) => (known[source] ??= value(source))
}

/**
 * Loads what the assumptions name (`solarModel`, `boron8`, `oscillation`, `survival`, `neutronsPerProton`), nothing else.
 *
 * @param oscillation in place of the set the assumptions name
 * @example
 * const sun = await loadSun(assume())
 * sun.probabilities('8B', 10) // [0.326, 0.402, 0.272]
 */
export async function loadSun(
  assumptions: Assumptions,
  oscillation: OscillationParameters = OSCILLATION[assumptions.oscillation],
): Promise<Sun> {
  const [{ density, production }, spectra] = await Promise.all([solarTables(assumptions.solarModel), solarSpectra(assumptions)])
  const zone = bySource((source) => productionZone(density, production, source, assumptions.neutronsPerProton))
  const evolution = flavourEvolution(oscillation, assumptions.survival)
  const mixing = pmns(oscillation)
  const weights = new Float64Array(3)
  const massWeightsInto: Sun['massWeightsInto'] = (source, energy_MeV, potential, out) => {
    if (assumptions.survival === 'equal-thirds') out.fill(1 / 3)
    else evolution.massWeights(zone(source), energy_MeV, potential, out)
  }
  return {
    assumptions,
    oscillation,
    citations: [
      ...new Set([density.citation, production.citation, solarLines.citation, OSCILLATION[assumptions.oscillation].citation].flat()),
    ],
    flux: (source) => solarFlux(assumptions.solarModel, source).flux_cm2s,
    fluxSigma: (source) => solarFlux(assumptions.solarModel, source).fractionalSigma,
    spectrum: (source) => spectra[source],
    zone,
    centralNeutronsPerProton:
      assumptions.neutronsPerProton === 'profile'
        ? column(density, 'neutrons')[0] / column(density, 'electrons')[0]
        : Number(assumptions.neutronsPerProton),
    probabilities(source, energy_MeV, potential = STANDARD_POTENTIAL) {
      if (!(energy_MeV > 0 && energy_MeV < Infinity)) {
        throw new InputError(`${energy_MeV} MeV is not allowed; allowed: above zero and finite`, 'energy')
      }
      const out = new Float64Array(3)
      evolution.probabilities(zone(source), energy_MeV, potential, out)
      return [out[0], out[1], out[2]]
    },
    probabilitiesInto: (source, energy_MeV, potential, out) => evolution.probabilities(zone(source), energy_MeV, potential, out),
    densityInto(source, energy_MeV, potential, out) {
      massWeightsInto(source, energy_MeV, potential, weights)
      flavourDensity(weights, mixing, out)
    },
    massWeightsInto,
  }
}

/** All assumptions that {@link loadSun} looks at. */
export const OF_SUN = [
  'solarModel',
  'boron8',
  'oscillation',
  'survival',
  'neutronsPerProton',
] as const satisfies readonly (keyof Assumptions)[]

/**
 * The Sun that the assumptions name, one for all that agree on it.
 *
 * @example
 * (await sharedSun(assume())) === (await sharedSun(assume('default', { gMinus2: 'fnal-2021' }))) // true
 */
export const sharedSun: (assumptions: Assumptions) => Promise<Sun> = sharedBy(OF_SUN, (assumptions) => loadSun(assumptions))
