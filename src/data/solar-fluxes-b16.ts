import type { Assumptions } from '../assumptions.ts'
import type { Records } from './table.ts'

export const SOLAR_SOURCES = ['pp', 'pep', '7Be', '8B', 'hep', '13N', '15O', '17F'] as const
export type SolarSource = (typeof SOLAR_SOURCES)[number]

export interface SolarFlux {
  readonly model: Assumptions['solarModel']
  readonly source: SolarSource
  /** At the Earth, all flavours. */
  readonly flux_cm2s: number
  /** 1σ over the flux. */
  readonly fractionalSigma: number
}

/** Solar neutrino fluxes of the standard solar models B16, high (GS98) and low (AGSS09met) metallicity. */
export const solarFluxesB16: Records<SolarFlux> = {
  title: 'Solar neutrino fluxes of the standard solar models B16',
  citation: 'b16-2017',
  where: 'Table 6',
  provenance: 'via PEANUTS and SNuDD',
  units: { flux_cm2s: 'cm^-2 s^-1', fractionalSigma: '1σ / flux' },
  note:
    'Both compilations agree but for ¹⁷F in GS98 (5.28e6 against 5.29e6; the latter kept). The errors are fractions of the flux. ' +
    'Correlations between the fluxes are not included.',
  // biome-ignore format: rows
  rows: [
    { model: 'b16-gs98', source: 'pp', flux_cm2s: 5.98e10, fractionalSigma: 0.006 },
    { model: 'b16-gs98', source: 'pep', flux_cm2s: 1.44e8, fractionalSigma: 0.01 },
    { model: 'b16-gs98', source: 'hep', flux_cm2s: 7.98e3, fractionalSigma: 0.3 },
    { model: 'b16-gs98', source: '7Be', flux_cm2s: 4.93e9, fractionalSigma: 0.06 },
    { model: 'b16-gs98', source: '8B', flux_cm2s: 5.46e6, fractionalSigma: 0.12 },
    { model: 'b16-gs98', source: '13N', flux_cm2s: 2.78e8, fractionalSigma: 0.15 },
    { model: 'b16-gs98', source: '15O', flux_cm2s: 2.05e8, fractionalSigma: 0.17 },
    { model: 'b16-gs98', source: '17F', flux_cm2s: 5.29e6, fractionalSigma: 0.2 },
    { model: 'b16-agss09', source: 'pp', flux_cm2s: 6.03e10, fractionalSigma: 0.005 },
    { model: 'b16-agss09', source: 'pep', flux_cm2s: 1.46e8, fractionalSigma: 0.009 },
    { model: 'b16-agss09', source: 'hep', flux_cm2s: 8.25e3, fractionalSigma: 0.3 },
    { model: 'b16-agss09', source: '7Be', flux_cm2s: 4.5e9, fractionalSigma: 0.06 },
    { model: 'b16-agss09', source: '8B', flux_cm2s: 4.5e6, fractionalSigma: 0.12 },
    { model: 'b16-agss09', source: '13N', flux_cm2s: 2.04e8, fractionalSigma: 0.14 },
    { model: 'b16-agss09', source: '15O', flux_cm2s: 1.44e8, fractionalSigma: 0.16 },
    { model: 'b16-agss09', source: '17F', flux_cm2s: 3.26e6, fractionalSigma: 0.18 },
  ],
}
