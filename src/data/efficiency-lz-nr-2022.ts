import type { Table } from './table.ts'

/** LZ, efficiency for nuclear recoils of the first results. */
export const efficiencyLzNr2022: Table<'energy' | 'efficiency'> = {
  title: 'LZ, efficiency for nuclear recoils of the first results',
  citation: 'lz-2022',
  where: 'data release',
  provenance: 'via SNuDD',
  columns: ['energy', 'efficiency'],
  units: { energy: 'keVnr', efficiency: '1' },
  note: 'Linear in the logarithm of the energy; zero outside. 200 thinned to 34 points; max difference 0.36% of the maximum.',
  // biome-ignore format: rows
  rows: [
    [0.25, 0], [1.75, 0.003641], [2.25, 0.02408], [2.75, 0.07633], [3.25, 0.1509], [3.75, 0.2416], [6.25, 0.6401],
    [6.75, 0.6913], [7.75, 0.7682], [8.75, 0.8118], [10.25, 0.8455], [12.75, 0.8683], [21.75, 0.8948], [37.75, 0.9052],
    [40.75, 0.9035], [43.75, 0.8891], [45.25, 0.8701], [46.75, 0.836], [48.25, 0.7842], [48.75, 0.7631],
    [50.25, 0.6866], [52.25, 0.5576], [53.25, 0.4813], [53.75, 0.4547], [54.25, 0.4123], [56.75, 0.2494],
    [57.25, 0.2228], [58.75, 0.152], [60.25, 0.09838], [61.25, 0.07037], [62.75, 0.0427], [65.75, 0.01143],
    [69.75, 0.001608], [99.75, 0],
  ],
}
