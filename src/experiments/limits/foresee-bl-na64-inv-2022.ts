import type { PublishedLimit } from '../../constraints/published.ts'

/** NA64, 3.22 × 10¹¹ electrons on lead, 2022: B−L boson to neutrinos. */
export const foresee_bl_na64_inv_2022: PublishedLimit = {
  id: 'foresee-bl-na64-inv-2022',
  experiment: 'NA64',
  label: 'NA64 (invisible)',
  title: 'NA64, 3.22 × 10¹¹ electrons on lead, 2022: B−L boson to neutrinos',
  group: 'fixed target',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['na64-2022', 'foresee-2021'],
  where: 'curve NA64 (invisible, new) of the compilation',
  provenance: 'via FORESEE',
  notes:
    'Which publication the curve comes from is inferred from the name of its file. The branching ratio into neutrinos is ' +
    'that of B−L. 18 to 28 % stronger than foresee-bl-na64-inv between 10 and 100 MeV. Thinned to 0.4 %. The source states ' +
    'no confidence level; 90 % is that conventionally quoted.',
  model: 'b-l',
  production: 'electron-bremsstrahlung',
  finalState: 'invisible',
  window: 'any',
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [9.7379e-7, 0.0010078], [1.0365e-6, 2.0721e-6], [4.1949e-6, 2.0784e-6], [9.3909e-6, 2.0609e-6], [2.0757e-5, 2.0697e-6],
      [7.3375e-5, 2.1228e-6], [0.00018065, 2.2145e-6], [0.00038681, 2.3594e-6], [0.00053458, 2.4927e-6], [0.00076259, 2.7012e-6],
      [0.0010606, 2.9394e-6], [0.0019374, 3.7088e-6], [0.0025773, 4.228e-6], [0.0045316, 5.8792e-6], [0.0058768, 7.0511e-6],
      [0.01053, 1.099e-5], [0.014457, 1.4712e-5], [0.020748, 2.02e-5], [0.029966, 2.881e-5], [0.043555, 4.0917e-5], [0.058669, 5.5005e-5],
      [0.080033, 7.6164e-5], [0.10849, 0.00010681], [0.14798, 0.00015493], [0.21102, 0.00023445], [0.29711, 0.00035477],
      [0.42096, 0.00056239], [0.63141, 0.00099929],
    ],
  },
}
