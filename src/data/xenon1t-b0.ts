import type { Table } from './table.ts'

/** XENON1T, the best background fit B₀ as a curve. */
export const xenon1tB0: Table<'energy' | 'rate'> = {
  title: 'XENON1T, background B₀ below 30 keV',
  citation: 'xenon1t-2020',
  where: 'Fig. 4',
  provenance: 'via pyCEvNS',
  columns: ['energy', 'rate'],
  units: { energy: 'keVee', rate: '1/(t yr keV)' },
  note: 'Linear. Efficiency, resolution and solar neutrinos included. 69 thinned to 34 points.',
  // biome-ignore format: rows
  rows: [
    [0.54536, 1.7275], [0.64424, 2.9072], [0.74424, 4.0168], [0.80388, 5.1489], [0.85351, 6.4065], [0.95439, 8.7009],
    [1.0181, 11.247], [1.0848, 13.576], [1.1468, 15.855], [1.1862, 18.187], [1.2291, 20.437], [1.2721, 22.711], [1.3042, 24.868],
    [1.3525, 27.096], [1.3955, 29.502], [1.4473, 32.044], [1.4867, 34.497], [1.5356, 36.836], [1.5747, 39.241], [1.6423, 41.92],
    [1.6992, 44.95], [1.7657, 47.667], [1.9148, 52.828], [2.0145, 55.378], [2.1377, 57.633], [2.3023, 60.108], [2.5813, 62.291],
    [2.9247, 63.643], [3.955, 65.188], [5.3287, 66.057], [7.7326, 66.692], [9.7931, 68.336], [12.54, 67.018], [30.017, 69.457],
  ],
}
