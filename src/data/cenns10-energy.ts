import type { Table } from './table.ts'

/** CENNS-10, analysis A projected on energy, steady-state background subtracted. */
export const cenns10Energy: Table<'energy' | 'counts' | 'sigma' | 'signal' | 'neutrons'> = {
  title: 'CENNS-10, counts against energy',
  citation: 'cenns10-2020',
  where: 'Fig. 3 and data release (arXiv:2006.12659)',
  provenance: 'via a public copy of the data release',
  columns: ['energy', 'counts', 'sigma', 'signal', 'neutrons'],
  units: { energy: 'keVee', counts: 'counts', sigma: 'counts', signal: 'counts', neutrons: 'counts' },
  note: 'Centres of bins 10 keVee wide; statistical errors. Signal and beam neutrons as fitted by the collaboration: 159.5 and 563.5 in all.',
  // biome-ignore format: rows
  rows: [
    [5, 180.88, 37.371, 98.071, 100.89], [15, 168.28, 28.333, 46.069, 106.12], [25, 84.605, 22.043, 12.322, 77.175],
    [35, 48.24, 18.621, 2.9468, 59.188], [45, 14.945, 16.119, 0.097677, 44.308], [55, 23.338, 15.183, 3.3694e-5, 36.833],
    [65, 8.7051, 13.17, 0, 35.33], [75, 20.805, 12.94, 0, 28.217], [85, 26.303, 12.423, 0, 22.763],
    [95, 15.629, 11.405, 0, 19.426], [105, 21.974, 11.243, 0, 16.784], [115, 6.537, 10.212, 0, 16.492],
  ],
}
