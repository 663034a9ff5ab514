import type { Table } from './table.ts'

/** DARWIN, the projected two-neutrino double beta decay of ¹³⁶Xe. */
export const darwinErXe136: Table<'energy' | 'rate'> = {
  title: 'DARWIN, two-neutrino double beta decay of xenon-136',
  citation: 'darwin-2014',
  where: 'figure with 99.5 % of electron recoils rejected',
  provenance: 'via SNuDD',
  columns: ['energy', 'rate'],
  units: { energy: 'keVee', rate: '1/(t yr keV)' },
  note: 'Before rejection: digitised and divided by 0.005. Linear in the logarithm of the energy; flat outside. Thinned to 0.4 % of the maximum.',
  // biome-ignore format: rows
  rows: [
    [1.0199, 0.1187], [3.9297, 0.47851], [9.4314, 1.1631], [13.207, 1.6438], [18.495, 2.322], [24.212, 3.0683], [31.697, 4.082],
    [41.495, 5.4398], [50.785, 6.7585], [62.154, 8.4302], [76.068, 10.533], [93.096, 13.227], [106.52, 15.408], [121.87, 17.999],
    [147.34, 22.374],
  ],
}
