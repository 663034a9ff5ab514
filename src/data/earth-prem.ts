import type { Table } from './table.ts'

/** Density of the Earth, shell by shell, from the centre out: the preliminary reference Earth model. */
export const earthPrem: Table<'outerRadius' | 'constant' | 'linear' | 'quadratic' | 'cubic' | 'electronsPerNucleon'> = {
  title: 'Density of the Earth (PREM)',
  citation: 'prem-1981',
  where: 'Table I; electrons per nucleon as usual in the field: iron core, mantle of rock',
  provenance: 'via public programs for oscillations in the Earth',
  columns: ['outerRadius', 'constant', 'linear', 'quadratic', 'cubic', 'electronsPerNucleon'],
  units: {
    outerRadius: 'km',
    constant: 'g/cm^3',
    linear: 'g/cm^3 per (r/6371 km)',
    quadratic: 'g/cm^3 per (r/6371 km)^2',
    cubic: 'g/cm^3 per (r/6371 km)^3',
    electronsPerNucleon: '1',
  },
  note:
    'Inside a shell the density is a polynomial in r/6371 km. The ocean is the outermost shell, everywhere. Mass and moment of inertia come ' +
    'out as those of the Earth.',
  rows: [
    [1221.5, 13.0885, 0, -8.8381, 0, 0.466],
    [3480, 12.5815, -1.2638, -3.6426, -5.5281, 0.466],
    [5701, 7.9565, -6.4761, 5.5283, -3.0807, 0.494],
    [5771, 5.3197, -1.4836, 0, 0, 0.494],
    [5971, 11.2494, -8.0298, 0, 0, 0.494],
    [6151, 7.1089, -3.8045, 0, 0, 0.494],
    [6346.6, 2.691, 0.6924, 0, 0, 0.494],
    [6356, 2.9, 0, 0, 0, 0.494],
    [6368, 2.6, 0, 0, 0, 0.494],
    [6371, 1.02, 0, 0, 0, 0.555],
  ],
}
