import type { Table } from './table.ts'

/** XENON1T, electron recoils of the first science run: counts in bins of 1 keV from 1 to 30 keV. */
export const xenon1tEr2020: Table<'energy' | 'observed' | 'background'> = {
  title: 'XENON1T, electron recoils from 1 to 30 keV',
  citation: 'xenon1t-2020',
  where: 'Fig. 4',
  provenance: 'via pyCEvNS',
  columns: ['energy', 'observed', 'background'],
  units: { energy: 'keVee, middle of a bin of 1 keV', observed: 'counts', background: 'counts' },
  note: 'Exposure 0.6473 t yr. The background is the curve of the best fit B₀, solar neutrinos and efficiency included, averaged over each bin; digitised to about 0.3 %. 1 to 7 keV: 285 observed, 231.6 expected; printed 285 and 232.',
  // biome-ignore format: rows
  rows: [
    [1.5, 26, 22.074], [2.5, 61, 39.452], [3.5, 55, 41.834], [4.5, 47, 42.46], [5.5, 49, 42.782], [6.5, 47, 42.962],
    [7.5, 44, 43.141], [8.5, 41, 43.565], [9.5, 40, 44.116], [10.5, 37, 44.043], [11.5, 51, 43.606], [12.5, 41, 43.407],
    [13.5, 42, 43.442], [14.5, 51, 43.488], [15.5, 47, 43.569], [16.5, 48, 43.653], [17.5, 24, 43.744], [18.5, 43, 43.848],
    [19.5, 42, 43.963], [20.5, 34, 44.065], [21.5, 42, 44.152], [22.5, 40, 44.235], [23.5, 38, 44.324], [24.5, 53, 44.427],
    [25.5, 41, 44.543], [26.5, 57, 44.646], [27.5, 39, 44.734], [28.5, 46, 44.818], [29.5, 35, 44.909],
  ],
}
