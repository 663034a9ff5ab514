import type { Table } from './table.ts'

/** Projected backgrounds of electron recoils in the 5.6 t of LZ, before nuclear recoils are told apart; solar neutrinos left out. */
export const LZ_ER_BACKGROUNDS = {
  '222Rn': {
    title: 'LZ, radon-222',
    citation: ['lz-tdr-2017', 'lz-2018'],
    where: 'projected spectra of electron recoils',
    provenance: 'via SNuDD',
    columns: ['energy', 'rate'],
    units: { energy: 'keVee', rate: '1/(t yr keV)' },
    note: 'Linear in the logarithm of the energy; flat outside. Digitised, thinned to 0.4 % of the maximum.',
    // biome-ignore format: rows
    rows: [
      [0.98746, 9.2159], [37.28, 9.1901], [39.693, 9.259], [42.478, 9.1815], [99.283, 9.2267],
    ],
  },
  '220Rn': {
    title: 'LZ, radon-220',
    citation: ['lz-tdr-2017', 'lz-2018'],
    where: 'projected spectra of electron recoils',
    provenance: 'via SNuDD',
    columns: ['energy', 'rate'],
    units: { energy: 'keVee', rate: '1/(t yr keV)' },
    note: 'Linear in the logarithm of the energy; flat outside. Digitised, thinned to 0.4 % of the maximum.',
    // biome-ignore format: rows
    rows: [
      [0.093379, 1.3153], [26.884, 1.3085], [34.681, 1.3073], [37.28, 1.3], [39.879, 1.3073], [47.676, 1.3073], [50.275, 1.299],
      [54.776, 1.3148], [56.626, 1.3085], [99.971, 1.3085],
    ],
  },
  '85Kr': {
    title: 'LZ, krypton-85',
    citation: ['lz-tdr-2017', 'lz-2018'],
    where: 'projected spectra of electron recoils',
    provenance: 'via SNuDD',
    columns: ['energy', 'rate'],
    units: { energy: 'keVee', rate: '1/(t yr keV)' },
    note: 'Linear in the logarithm of the energy; flat outside. Digitised, thinned to 0.4 % of the maximum.',
    // biome-ignore format: rows
    rows: [
      [0.80183, 0.34397], [5.9997, 0.34094], [8.5987, 0.34414], [16.395, 0.34414], [24.192, 0.35063], [31.896, 0.35063],
      [34.495, 0.35326], [37.094, 0.35194], [44.891, 0.35724], [52.688, 0.35724], [60.485, 0.36364], [81.276, 0.36432],
      [86.474, 0.36739], [96.777, 0.36739], [99.376, 0.36285],
    ],
  },
  '136Xe': {
    title: 'LZ, two-neutrino double beta decay of xenon-136',
    citation: ['lz-tdr-2017', 'lz-2018'],
    where: 'projected spectra of electron recoils',
    provenance: 'via SNuDD',
    columns: ['energy', 'rate'],
    units: { energy: 'keVee', rate: '1/(t yr keV)' },
    note: 'Linear in the logarithm of the energy; flat outside. Digitised, thinned to 0.4 % of the maximum.',
    // biome-ignore format: rows
    rows: [
      [0.96258, 0.20145], [2.6582, 0.54218], [6.4638, 1.3615], [9.6286, 2.0322], [14.03, 2.953], [18.252, 3.9093],
      [22.336, 4.8215], [28.462, 6.2097], [36.63, 8.0938], [46.84, 10.602], [52.966, 12.032], [59.092, 13.527], [73.387, 17.496],
      [85.639, 20.647], [97.891, 23.832], [100, 24.207],
    ],
  },
  detector: {
    title: 'LZ, detector, surfaces and surroundings',
    citation: ['lz-tdr-2017', 'lz-2018'],
    where: 'projected spectra of electron recoils',
    provenance: 'via SNuDD',
    columns: ['energy', 'rate'],
    units: { energy: 'keVee', rate: '1/(t yr keV)' },
    note: 'Linear in the logarithm of the energy; flat outside. Digitised, thinned to 0.4 % of the maximum.',
    // biome-ignore format: rows
    rows: [
      [0.07269, 0.70823], [99.871, 0.70878],
    ],
  },
} as const satisfies Readonly<Record<string, Table<'energy' | 'rate'>>>
