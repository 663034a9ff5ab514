import type { Table } from './table.ts'

/** XENON1T, efficiency for electron recoils. */
export const efficiencyXenon1tEr: Table<'energy' | 'efficiency'> = {
  title: 'XENON1T, efficiency for electron recoils',
  citation: 'xenon1t-2020',
  where: 'Fig. 2',
  provenance: 'via pyCEvNS',
  columns: ['energy', 'efficiency'],
  units: { energy: 'keVee', efficiency: '1' },
  note: 'Linear; flat from the last point to 210 keV. 50% at 1.58 keV.',
  // biome-ignore format: rows
  rows: [
    [0, 0], [0.21021, 5.1035e-05], [0.42042, 0.0040889], [0.63063, 0.025356], [0.84084, 0.067289], [1.0511, 0.14663],
    [1.2613, 0.26812], [1.4715, 0.42272], [1.6817, 0.57176], [1.8919, 0.68716], [2.1021, 0.75997], [2.3123, 0.80468],
    [2.5225, 0.82909], [2.7327, 0.84374], [2.9429, 0.85304], [3.3634, 0.86431], [3.7838, 0.87158], [4.2042, 0.87677],
    [4.6246, 0.88021], [5.2553, 0.8829], [6.3063, 0.88453], [7.5676, 0.88561], [10.09, 0.88715], [15.135, 0.88872],
    [20.18, 0.88924], [25.015, 0.88931], [27.327, 0.88927],
  ],
}
