import type { Records } from './table.ts'

type Window = readonly [from: number, to: number]

/** One future detector of dark matter as amaral-2020 simplifies it. */
export interface DarkMatterConfiguration {
  readonly id: 'supercdms-izip' | 'supercdms-hv' | 'lz' | 'darwin' | 'darkside'
  readonly material: 'Xe' | 'Ar' | 'Ge'
  readonly exposure: number
  /** Nuclear recoils where they are told from electrons, electron recoils, and both where they are not. */
  readonly nuclear?: Window
  readonly electron?: Window
  readonly combined?: Window
}

/** Windows and exposures of future detectors of dark matter, as amaral-2020 takes them. */
export const darkMatterConfigurations: Records<DarkMatterConfiguration> = {
  title: 'Simplified configurations of future detectors of dark matter',
  citation: 'amaral-2020',
  where: 'Table II',
  provenance: 'printed',
  units: { exposure: 't yr', nuclear: 'keVnr', electron: 'keVee', combined: 'keVnr' },
  note: 'Signal efficiency 75 % (iZIP) and 85 % (HV) after cuts; half the nuclear recoils kept in xenon with 99.5 % of electron recoils rejected.',
  rows: [
    { id: 'supercdms-izip', material: 'Ge', exposure: 0.056, nuclear: [0.272, 10.4], electron: [0.12, 50] },
    { id: 'supercdms-hv', material: 'Ge', exposure: 0.044, combined: [0.04, 2] },
    { id: 'lz', material: 'Xe', exposure: 15, nuclear: [3, 5.8], electron: [2, 30], combined: [0.7, 100] },
    { id: 'darwin', material: 'Xe', exposure: 200, nuclear: [3, 5.8], electron: [2, 30], combined: [0.6, 100] },
    { id: 'darkside', material: 'Ar', exposure: 100, electron: [7, 50], combined: [0.6, 15] },
  ],
}
