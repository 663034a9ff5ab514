import type { Table } from './table.ts'

/** LZ, projected efficiency for nuclear recoils. */
export const efficiencyLzNr: Table<'energy' | 'efficiency'> = {
  title: 'LZ, projected efficiency for nuclear recoils',
  citation: 'lz-2018',
  where: 'figure, digitised',
  provenance: 'via SNuDD',
  columns: ['energy', 'efficiency'],
  units: { energy: 'keVnr', efficiency: '1' },
  note: 'Linear in the logarithm of the energy; zero outside. 71 thinned to 28 points; max difference 0.38% of the maximum.',
  // biome-ignore format: rows
  rows: [
    [0.75269, 0.0011111], [1.067, 0.0063261], [1.376, 0.020403], [1.7228, 0.053005], [2.0695, 0.10489],
    [2.3993, 0.16735], [2.6064, 0.21138], [2.8315, 0.26585], [3.4622, 0.41603], [5.0553, 0.72911], [5.7578, 0.81379],
    [6.558, 0.88675], [7.4693, 0.93467], [8.5073, 0.96805], [11.036, 0.998], [12.57, 0.99984], [40.545, 0.99984],
    [46.18, 0.98791], [52.287, 0.88692], [56.801, 0.71149], [64.695, 0.27949], [66.243, 0.21463], [67.829, 0.15826],
    [70.418, 0.08417], [73.685, 0.04017], [76.347, 0.019334], [79.889, 0.006064], [84.423, 0.0015655],
  ],
}
