import type { Table } from './table.ts'

/** LZ, efficiency for electron recoils in the run of 2024. */
export const efficiencyLzErWs2024: Table<'energy' | 'efficiency'> = {
  title: 'LZ, efficiency for electron recoils in the run of 2024',
  citation: 'lz-2025',
  where: 'one-dimensional region of interest',
  provenance: 'via SNuDD',
  columns: ['energy', 'efficiency'],
  units: { energy: 'keVee', efficiency: '1' },
  note: 'Linear in the logarithm of the energy; zero outside. 80 thinned to 20 points; max difference 0.31% of the maximum.',
  // biome-ignore format: rows
  rows: [
    [0.25, 0], [0.75, 0.019], [1, 0.144], [1.25, 0.273], [1.5, 0.466], [1.75, 0.657], [2.25, 0.852], [2.75, 0.907],
    [4.25, 0.939], [8.25, 0.957], [14.5, 0.96], [16, 0.951], [16.5, 0.94], [17, 0.92], [17.5, 0.886], [18, 0.838],
    [18.25, 0.809], [18.75, 0.735], [19.5, 0.595], [20, 0.494],
  ],
}
