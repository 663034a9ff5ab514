import type { OSCILLATION_SETS } from '../assumptions.ts'
import type { CitationKey } from '../citations.ts'
import type { Provenance } from './table.ts'

/** The three-flavour parameters, normal ordering. */
export interface OscillationParameters {
  readonly theta12_deg: number
  readonly theta13_deg: number
  readonly theta23_deg: number
  readonly deltaCP_deg: number
  readonly dm21_eV2: number
  readonly dm31_eV2: number
  /** 1σ down and up, from the one-dimensional Δχ² profiles; only where the fit includes the Super-Kamiokande atmospheric data. */
  readonly sigma?: Readonly<
    Record<'theta12_deg' | 'theta13_deg' | 'theta23_deg' | 'deltaCP_deg' | 'dm21_eV2' | 'dm31_eV2', readonly [down: number, up: number]>
  >
  readonly citation: CitationKey
  readonly where: string
  readonly provenance: Provenance
}

/**
 * Best fits of the NuFIT collaboration, angles as printed in degrees. Magnus lists sin²θ, whose rounding differs:
 * the two agree within 0.04°.
 */
export const OSCILLATION: Readonly<Record<(typeof OSCILLATION_SETS)[number], OscillationParameters>> = {
  'nufit-6.0-sk': {
    theta12_deg: 33.68,
    theta13_deg: 8.56,
    theta23_deg: 43.3,
    deltaCP_deg: 212,
    dm21_eV2: 7.49e-5,
    dm31_eV2: 0.002513,
    sigma: {
      theta12_deg: [0.704, 0.727],
      theta13_deg: [0.116, 0.111],
      theta23_deg: [0.762, 1.02],
      deltaCP_deg: [41.2, 26.8],
      dm21_eV2: [1.9e-6, 1.97e-6],
      dm31_eV2: [1.99e-5, 2.08e-5],
    },
    citation: 'nufit-6.0',
    where: 'NuFIT 6.0, normal ordering, with the Super-Kamiokande atmospheric data',
    provenance: 'via Magnus',
  },
  'nufit-6.0': {
    theta12_deg: 33.68,
    theta13_deg: 8.52,
    theta23_deg: 48.5,
    deltaCP_deg: 177,
    dm21_eV2: 7.49e-5,
    dm31_eV2: 0.002534,
    citation: 'nufit-6.0',
    where: 'NuFIT 6.0, normal ordering, without the Super-Kamiokande atmospheric data',
    provenance: 'via Magnus',
  },
  'nufit-6.1': {
    theta12_deg: 33.7588,
    theta13_deg: 8.625,
    theta23_deg: 43.2801,
    deltaCP_deg: 207,
    dm21_eV2: 7.537e-5,
    dm31_eV2: 0.002521,
    citation: 'nufit-6.0',
    where: 'NuFIT 6.1, normal ordering, without the Super-Kamiokande atmospheric data; angles from sin²θ',
    provenance: 'via Magnus',
  },
  'nufit-6.1-sk': {
    theta12_deg: 33.7588,
    theta13_deg: 8.6231,
    theta23_deg: 43.2801,
    deltaCP_deg: 212,
    dm21_eV2: 7.537e-5,
    dm31_eV2: 0.002511,
    sigma: {
      theta12_deg: [0.413, 0.416],
      theta13_deg: [0.115, 0.106],
      theta23_deg: [0.789, 0.975],
      deltaCP_deg: [36.2, 25.7],
      dm21_eV2: [1.01e-6, 9.47e-7],
      dm31_eV2: [1.97e-5, 2.18e-5],
    },
    citation: 'nufit-6.0',
    where: 'NuFIT 6.1, normal ordering, with the Super-Kamiokande atmospheric data; angles from sin²θ',
    provenance: 'via Magnus',
  },
  'nufit-5.2-sk': {
    theta12_deg: 33.41,
    theta13_deg: 8.58,
    theta23_deg: 42.2,
    deltaCP_deg: 232,
    dm21_eV2: 7.41e-5,
    dm31_eV2: 0.002507,
    sigma: {
      theta12_deg: [0.721, 0.747],
      theta13_deg: [0.115, 0.11],
      theta23_deg: [0.913, 1.11],
      deltaCP_deg: [26.2, 36.9],
      dm21_eV2: [2.04e-6, 2.11e-6],
      dm31_eV2: [2.7e-5, 2.63e-5],
    },
    citation: 'nufit-5.2',
    where: 'NuFIT 5.2, normal ordering, with the Super-Kamiokande atmospheric data',
    provenance: 'via Magnus',
  },
  'nufit-5.0-sk': {
    theta12_deg: 33.44,
    theta13_deg: 8.57,
    theta23_deg: 49.2,
    deltaCP_deg: 197,
    dm21_eV2: 7.42e-5,
    dm31_eV2: 0.002517,
    sigma: {
      theta12_deg: [0.747, 0.775],
      theta13_deg: [0.125, 0.121],
      theta23_deg: [1.16, 0.952],
      deltaCP_deg: [24, 27.1],
      dm21_eV2: [2.04e-6, 2.11e-6],
      dm31_eV2: [2.83e-5, 2.62e-5],
    },
    citation: 'nufit-5.0',
    where: 'NuFIT 5.0, normal ordering, with the Super-Kamiokande atmospheric data',
    provenance: 'via Magnus',
  },
  'nufit-4.1-sk': {
    theta12_deg: 33.82,
    theta13_deg: 8.6,
    theta23_deg: 48.6,
    deltaCP_deg: 221,
    dm21_eV2: 7.39e-5,
    dm31_eV2: 0.002528,
    sigma: {
      theta12_deg: [0.757, 0.785],
      theta13_deg: [0.127, 0.127],
      theta23_deg: [1.36, 1.05],
      deltaCP_deg: [27.8, 39.2],
      dm21_eV2: [2.04e-6, 2.11e-6],
      dm31_eV2: [3.13e-5, 2.95e-5],
    },
    citation: 'nufit-4.0',
    where: 'NuFIT 4.1, normal ordering, with the Super-Kamiokande atmospheric data',
    provenance: 'via Magnus',
  },
  'nufit-4.0-sk': {
    theta12_deg: 33.82,
    theta13_deg: 8.61,
    theta23_deg: 49.7,
    deltaCP_deg: 217,
    dm21_eV2: 7.39e-5,
    dm31_eV2: 0.002525,
    sigma: {
      theta12_deg: [0.757, 0.785],
      theta13_deg: [0.129, 0.124],
      theta23_deg: [1.07, 0.895],
      deltaCP_deg: [27.9, 40.2],
      dm21_eV2: [2.04e-6, 2.11e-6],
      dm31_eV2: [3.07e-5, 3.28e-5],
    },
    citation: 'nufit-4.0',
    where: 'NuFIT 4.0, normal ordering, with the Super-Kamiokande atmospheric data',
    provenance: 'via Magnus',
  },
  'nufit-4.0': {
    theta12_deg: 33.82,
    theta13_deg: 8.61,
    theta23_deg: 49.6,
    deltaCP_deg: 215,
    dm21_eV2: 7.39e-5,
    dm31_eV2: 0.002525,
    citation: 'nufit-4.0',
    where: 'NuFIT 4.0, normal ordering, without the Super-Kamiokande atmospheric data',
    provenance: 'via Magnus',
  },
}
