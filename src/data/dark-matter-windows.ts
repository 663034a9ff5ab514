import type { Records } from './table.ts'

/** A projected search with solar neutrinos as the signal. Windows are [least, greatest]; those not given are not searched. */
export interface DetectorWindow {
  readonly id: string
  readonly material: 'Xe' | 'Ar' | 'Ge'
  readonly exposure_t_yr: number
  readonly nuclear_keVnr?: readonly [number, number]
  readonly electron_keVee?: readonly [number, number]
  /** Both kinds of recoil together, in nuclear-recoil energy. */
  readonly both_keVnr?: readonly [number, number]
  /** Share of signal events that the selection keeps, in any window. */
  readonly signalEfficiency: number
}

/** Exposures and windows of the direct-detection projections of amaral-2020. */
export const darkMatterWindows: Records<DetectorWindow> = {
  title: 'Dark-matter detectors as observatories of solar neutrinos',
  citation: 'amaral-2020',
  where: 'Table II and section III.3.2',
  provenance: 'printed',
  units: {
    exposure_t_yr: 't yr',
    nuclear_keVnr: 'keV of a nuclear recoil',
    electron_keVee: 'keV of an electron',
    both_keVnr: 'keV of a nuclear recoil',
    signalEfficiency: '1',
  },
  note:
    'No energy resolution. In xenon nuclear recoils are kept at 50 % with 99.5 % of the electron recoils rejected; in the window of both ' +
    'kinds thresholds are the same number for electrons and nuclei, and end at 30 keV of an electron.',
  rows: [
    {
      id: 'supercdms-izip',
      material: 'Ge',
      exposure_t_yr: 0.056,
      nuclear_keVnr: [0.272, 10.4],
      electron_keVee: [0.12, 50],
      signalEfficiency: 0.75,
    },
    { id: 'supercdms-hv', material: 'Ge', exposure_t_yr: 0.044, both_keVnr: [0.04, 2], signalEfficiency: 0.85 },
    {
      id: 'lz',
      material: 'Xe',
      exposure_t_yr: 15,
      nuclear_keVnr: [3, 5.8],
      electron_keVee: [2, 30],
      both_keVnr: [0.7, 100],
      signalEfficiency: 1,
    },
    {
      id: 'darwin',
      material: 'Xe',
      exposure_t_yr: 200,
      nuclear_keVnr: [3, 5.8],
      electron_keVee: [2, 30],
      both_keVnr: [0.6, 100],
      signalEfficiency: 1,
    },
    { id: 'darkside', material: 'Ar', exposure_t_yr: 100, electron_keVee: [7, 50], both_keVnr: [0.6, 15], signalEfficiency: 1 },
  ],
}
