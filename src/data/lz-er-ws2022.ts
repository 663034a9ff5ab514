import type { Table } from './table.ts'

/** LZ, electron recoils of the run of 2022: counts in bins of 1 keV up to 20 keV. */
export const lzErWs2022: Table<'energy' | 'observed' | 'background'> = {
  title: 'LZ, electron recoils up to 20 keV in the run of 2022',
  citation: 'lz-2025',
  where: 'histogram of the one-dimensional region of interest',
  provenance: 'via SNuDD',
  columns: ['energy', 'observed', 'background'],
  units: { energy: 'keVee, middle of a bin of 1 keV', observed: 'counts', background: 'counts' },
  note: 'The background is the fit of the collaboration, digitised; solar neutrinos are taken to be part of it.',
  // biome-ignore format: rows
  rows: [
    [0.5, 0, 0.11793], [1.5, 12, 11.044], [2.5, 50, 48.924], [3.5, 36, 37.538], [4.5, 21, 24.511], [5.5, 33, 26.373],
    [6.5, 23, 22.972], [7.5, 18, 21.759], [8.5, 21, 22.128], [9.5, 21, 22.925], [10.5, 20, 22.91], [11.5, 20, 22.392],
    [12.5, 22, 21.992], [13.5, 28, 22.228], [14.5, 23, 22.316], [15.5, 24, 22.507], [16.5, 21, 22.506], [17.5, 25, 22.609],
    [18.5, 31, 22.712], [19.5, 22, 22.918],
  ],
}
