import type { Table } from './table.ts'

/** LZ, electron recoils of the run of 2024: counts in bins of 1 keV up to 20 keV. */
export const lzErWs2024: Table<'energy' | 'observed' | 'background'> = {
  title: 'LZ, electron recoils up to 20 keV in the run of 2024',
  citation: 'lz-2025',
  where: 'histogram of the one-dimensional region of interest',
  provenance: 'via SNuDD',
  columns: ['energy', 'observed', 'background'],
  units: { energy: 'keVee, middle of a bin of 1 keV', observed: 'counts', background: 'counts' },
  note: 'The background is the fit of the collaboration, digitised; solar neutrinos are taken to be part of it.',
  // biome-ignore format: rows
  rows: [
    [0.5, 0, 0], [1.5, 54, 48.649], [2.5, 82, 90.722], [3.5, 100, 93.348], [4.5, 115, 95.659], [5.5, 91, 98.221],
    [6.5, 88, 97.372], [7.5, 100, 96.556], [8.5, 100, 97.368], [9.5, 109, 98.357], [10.5, 94, 97.704], [11.5, 92, 96.042],
    [12.5, 88, 95.391], [13.5, 103, 94.359], [14.5, 91, 94.131], [15.5, 88, 93.915], [16.5, 91, 94.297], [17.5, 99, 94.081],
    [18.5, 107, 94.876], [19.5, 95, 94.856],
  ],
}
