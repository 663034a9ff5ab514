import type { Records } from './table.ts'

/** A detector that is to stand beside a spallation source. */
export interface SpallationProjection {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly experiment: string
  readonly material: 'Ar' | 'CsI' | 'NaI'
  readonly exposure_t_yr: number
  /** Nuclear recoils below are not seen; sharp. */
  readonly threshold_keV: number
  readonly protonsPerYear: number
  readonly pionsPerProton: number
  readonly distance_m: number
  /** Relative error of the expectation. */
  readonly systematic: number
}

/** The detectors that foldenauer-2021 lists. */
export const spallationProjections: Records<SpallationProjection> = {
  title: 'Future coherent scattering at spallation sources',
  citation: 'foldenauer-2021',
  where: 'table on the slides on spallation sources',
  provenance: 'printed',
  units: { exposure_t_yr: 't yr', threshold_keV: 'keV', protonsPerYear: '1/yr', distance_m: 'm' },
  note: 'CENNS610 and CCM of liquid argon, those at the ESS of CsI. One year; the table has no backgrounds.',
  // biome-ignore format: rows
  rows: [
    { id: 'cenns610', label: 'CENNS610', title: 'CENNS610 at the SNS: 610 kg of argon', experiment: 'COHERENT', material: 'Ar',
      exposure_t_yr: 0.61, threshold_keV: 20, protonsPerYear: 1.5e23, pionsPerProton: 0.08, distance_m: 28.4, systematic: 0.085 },
    { id: 'ess10', label: 'ESS10', title: 'ESS10 at the ESS: 10 kg of CsI', experiment: 'ESS', material: 'CsI',
      exposure_t_yr: 0.01, threshold_keV: 0.1, protonsPerYear: 2.8e23, pionsPerProton: 0.3, distance_m: 20, systematic: 0.05 },
    { id: 'ccm', label: 'CCM', title: 'Coherent CAPTAIN-Mills at LANSCE: 7 t of argon', experiment: 'CCM', material: 'Ar',
      exposure_t_yr: 7, threshold_keV: 10, protonsPerYear: 0.177e23, pionsPerProton: 0.0425, distance_m: 20, systematic: 0.05 },
    { id: 'ess', label: 'ESS', title: 'A detector at the ESS: 1 t of CsI', experiment: 'ESS', material: 'CsI',
      exposure_t_yr: 1, threshold_keV: 20, protonsPerYear: 2.8e23, pionsPerProton: 0.3, distance_m: 20, systematic: 0.05 },
  ],
}

/** Ten tonne-years of COHERENT's plans. */
export const coherentPlans: Records<SpallationProjection> = {
  title: 'COHERENT, 10 t yr of sodium iodide and of argon',
  citation: 'coherent-csi-2017',
  where: 'plans of the collaboration at the SNS',
  provenance: 'from memory: check',
  units: { exposure_t_yr: 't yr', threshold_keV: 'keV', protonsPerYear: '1/yr', distance_m: 'm' },
  note: 'No backgrounds.',
  // biome-ignore format: rows
  rows: [
    { id: 'coherent-nai-10t', label: 'COHERENT NaI', title: 'COHERENT, 10 t yr of NaI at the SNS', experiment: 'COHERENT', material: 'NaI',
      exposure_t_yr: 10, threshold_keV: 13, protonsPerYear: 1.5e23, pionsPerProton: 0.08, distance_m: 28, systematic: 0.085 },
    { id: 'coherent-lar-10t', label: 'COHERENT LAr', title: 'COHERENT, 10 t yr of argon at the SNS', experiment: 'COHERENT', material: 'Ar',
      exposure_t_yr: 10, threshold_keV: 20, protonsPerYear: 1.5e23, pionsPerProton: 0.08, distance_m: 29, systematic: 0.085 },
  ],
}
