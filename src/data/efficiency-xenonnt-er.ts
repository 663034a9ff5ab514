import type { Table } from './table.ts'

/** XENONnT, efficiency for electron recoils in the search of 2022. */
export const efficiencyXenonntEr: Table<'energy' | 'efficiency'> = {
  title: 'XENONnT, efficiency for electron recoils in the search of 2022',
  citation: 'xenonnt-2022',
  where: 'Fig. 1',
  provenance: 'via SNuDD',
  columns: ['energy', 'efficiency'],
  units: { energy: 'keVee', efficiency: '1' },
  note: 'Linear in the logarithm of the energy; zero outside. 141 thinned to 20 points; max difference 0.38% of the maximum.',
  // biome-ignore format: rows
  rows: [
    [0.55966, 0.00015597], [0.71856, 0.0056212], [0.83483, 0.017479], [0.96638, 0.046436], [1.0551, 0.080318],
    [1.177, 0.14834], [1.2689, 0.2192], [1.3587, 0.29394], [1.6232, 0.51407], [1.7904, 0.62], [1.9257, 0.67652],
    [2.0712, 0.71953], [2.2377, 0.74903], [2.4675, 0.7704], [2.727, 0.78168], [3.1682, 0.78907], [9.9968, 0.788],
    [10.145, 0.80532], [56.223, 0.79168], [136.05, 0.76853],
  ],
}
