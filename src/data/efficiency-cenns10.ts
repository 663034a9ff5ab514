import type { Table } from './table.ts'

/** CENNS-10, efficiency of analysis A. */
export const efficiencyCenns10: Table<'energy' | 'efficiency'> = {
  title: 'CENNS-10, efficiency of analysis A',
  citation: 'cenns10-2020',
  where: 'data release',
  provenance: 'via a public copy of the data release',
  columns: ['energy', 'efficiency'],
  units: { energy: 'keVnr', efficiency: '1' },
  note: 'Linear; flat above the last point. 80 thinned to 30 points, max abs difference 0.0038.',
  // biome-ignore format: rows
  rows: [
    [1.013, 0], [3.0197, 9.2274e-06], [5.0016, 0.031002], [6.9595, 0.16788], [8.8942, 0.29056], [10.807, 0.38138],
    [12.698, 0.45027], [21.852, 0.69097], [25.385, 0.77498], [28.851, 0.8331], [33.932, 0.8866], [42.112, 0.93195],
    [49.969, 0.94573], [59.02, 0.94702], [60.492, 0.95359], [69.122, 0.95154], [70.529, 0.95852], [71.927, 0.95152],
    [74.697, 0.95986], [77.435, 0.95264], [78.792, 0.95915], [80.141, 0.95177], [82.817, 0.9583], [88.08, 0.95321],
    [103.23, 0.9559], [106.88, 0.96348], [108.09, 0.95784], [112.86, 0.96289], [115.22, 0.95739], [117.55, 0.96345],
  ],
}
