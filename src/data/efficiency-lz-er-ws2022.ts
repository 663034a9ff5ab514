import type { Table } from './table.ts'

/** LZ, efficiency for electron recoils in the run of 2022. */
export const efficiencyLzErWs2022: Table<'energy' | 'efficiency'> = {
  title: 'LZ, efficiency for electron recoils in the run of 2022',
  citation: 'lz-2025',
  where: 'one-dimensional region of interest',
  provenance: 'via SNuDD',
  columns: ['energy', 'efficiency'],
  units: { energy: 'keVee', efficiency: '1' },
  note: 'Linear in the logarithm of the energy; zero outside. 80 thinned to 20 points; max difference 0.29% of the maximum.',
  // biome-ignore format: rows
  rows: [
    [0.25, 0], [0.75, 0.017], [1, 0.136], [1.25, 0.255], [1.5, 0.453], [1.75, 0.651], [2, 0.742], [2.25, 0.833],
    [2.75, 0.893], [3.75, 0.918], [6.25, 0.935], [13.5, 0.937], [14.75, 0.935], [15.75, 0.924], [16.75, 0.891],
    [17.25, 0.86], [17.75, 0.809], [18.25, 0.755], [19.25, 0.613], [20, 0.475],
  ],
}
