import type { Records } from './table.ts'

export interface CryogenicDetector {
  readonly material: 'Ge' | 'Si'
  readonly kind: 'HV' | 'iZIP'
  readonly exposure_kg_yr: number
  readonly threshold_eVnr: number
  readonly phononThreshold_eV: number
  readonly phononResolution_eV: number
  readonly bias_V: number
  /** Flat, of electron recoils. */
  readonly electronBackground: number
  readonly cutEfficiency: number
  readonly lindhardK: number
}

/** What SuperCDMS at SNOLAB expects of its detectors. */
export const supercdmsSnolab: Records<CryogenicDetector> = {
  title: 'SuperCDMS SNOLAB: exposures, thresholds and backgrounds',
  citation: 'supercdms-2017',
  where: 'Tables V and VIII',
  provenance: 'via dddm',
  units: {
    exposure_kg_yr: 'kg yr',
    threshold_eVnr: 'eV',
    phononThreshold_eV: 'eV',
    phononResolution_eV: 'eV',
    bias_V: 'V',
    electronBackground: '1/(kg keV yr)',
    cutEfficiency: '1',
    lindhardK: '1',
  },
  note:
    'The unit of the backgrounds is from memory and unverified, and surface recoils of ²⁰⁶Pb are left out. Exposures and thresholds of ' +
    'nuclear recoils in germanium agree with amaral-2020, Table II. An electron–hole pair takes 2.96 eV in germanium, 3.82 eV in silicon; ' +
    'the program this came through has 3.82 and 3.0.',
  // biome-ignore format: rows
  rows: [
    { material: 'Ge', kind: 'HV', exposure_kg_yr: 44, threshold_eVnr: 40, phononThreshold_eV: 100, phononResolution_eV: 10, bias_V: 100, electronBackground: 27, cutEfficiency: 0.85, lindhardK: 0.162 },
    { material: 'Si', kind: 'HV', exposure_kg_yr: 9.6, threshold_eVnr: 78, phononThreshold_eV: 100, phononResolution_eV: 5, bias_V: 100, electronBackground: 300, cutEfficiency: 0.85, lindhardK: 0.161 },
    { material: 'Ge', kind: 'iZIP', exposure_kg_yr: 56, threshold_eVnr: 272, phononThreshold_eV: 350, phononResolution_eV: 50, bias_V: 6, electronBackground: 22, cutEfficiency: 0.75, lindhardK: 0.162 },
    { material: 'Si', kind: 'iZIP', exposure_kg_yr: 4.8, threshold_eVnr: 166, phononThreshold_eV: 175, phononResolution_eV: 25, bias_V: 8, electronBackground: 370, cutEfficiency: 0.75, lindhardK: 0.161 },
  ],
}
