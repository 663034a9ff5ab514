import type { Table } from './table.ts'

/**
 * The lightest thermal vector boson (three spin states) that primordial nucleosynthesis and the cosmic microwave background allow,
 * at 2σ, against the ratio in which it annihilates to electrons and to neutrinos. Not monotonic: it falls steeply around 10⁴.
 */
export const bbnMassBound: Table<'electronsOverNeutrinos' | 'mass'> = {
  title: 'Lowest mass of a thermal vector boson from BBN and the CMB',
  citation: 'sabti-2020',
  where: 'vector row of Table VI, recomputed from the abundance tables published by the authors',
  provenance: 'computed',
  columns: ['electronsOverNeutrinos', 'mass'],
  units: { electronsOverNeutrinos: '1', mass: 'MeV' },
  note:
    'Interpolate the mass linearly in the logarithm of the ratio; the ends of the table are not the limits, which are in ' +
    'BBN_MASS_LIMITS_MEV. Δχ² = 4 (95.45 %) with the primordial helium and deuterium abundances and the Planck values of Ω_b h², ' +
    'N_eff and Y_p, profiled over Ω_b. The printed table was not seen; its range, 1.3 to 9.4 MeV, is that of this row.',
  // biome-ignore format: rows
  rows: [
    [1e-6, 8.177], [1e-5, 6.871], [1e-4, 3.54], [1e-3, 2.934], [1e-2, 3.125], [0.1, 3.515], [1, 3.839],
    [10, 3.366], [100, 2.747], [1e3, 2.044], [1e4, 1.277], [1e5, 8.465], [1e6, 9.385],
  ],
}

/** The bound [MeV] for a boson that annihilates to neutrinos only, or to electrons only. */
export const BBN_MASS_LIMITS_MEV = { neutrinosOnly: 8.342, electronsOnly: 9.757 } as const
