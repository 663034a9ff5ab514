import type { Table } from './table.ts'

/** LZ, projected efficiency for electron recoils. */
export const efficiencyLzEr: Table<'energy' | 'efficiency'> = {
  title: 'LZ, projected efficiency for electron recoils',
  citation: 'lz-2018',
  where: 'figure, digitised',
  provenance: 'via SNuDD',
  columns: ['energy', 'efficiency'],
  units: { energy: 'keVee', efficiency: '1' },
  note: 'Linear in the logarithm of the energy; zero outside. 233 thinned to 40 points; max difference 0.40% of the maximum.',
  // biome-ignore format: rows
  rows: [
    [0.31416, 0.0010152], [0.45606, 0.0048614], [0.57545, 0.015683], [0.7328, 0.044521], [0.80163, 0.063528],
    [0.86223, 0.08805], [0.94001, 0.12937], [1.0824, 0.21634], [1.1299, 0.24841], [1.2089, 0.30941], [1.4581, 0.49475],
    [1.7269, 0.68076], [1.7919, 0.71154], [2.002, 0.82358], [2.1556, 0.88442], [2.3212, 0.92769], [2.4995, 0.95564],
    [2.6916, 0.97292], [3.0078, 0.98597], [10.995, 0.98327], [11.841, 0.96637], [12.288, 0.94984], [12.753, 0.92351],
    [13.235, 0.88662], [13.693, 0.83975], [14.124, 0.78763], [14.523, 0.73415], [15.368, 0.59393], [15.638, 0.55768],
    [15.854, 0.51969], [16.132, 0.48271], [17.128, 0.33679], [17.781, 0.2643], [17.939, 0.24127], [19.05, 0.14762],
    [19.575, 0.11481], [20.935, 0.053907], [22.511, 0.021843], [24.173, 0.0077282], [27.319, 0.0010284],
  ],
}
