import type { PublishedLimit } from '../../constraints/published.ts'

/** NA64, data of 2019 read for B−L: X → neutrinos. */
export const foresee_bl_na64_inv: PublishedLimit = {
  id: 'foresee-bl-na64-inv',
  experiment: 'NA64',
  label: 'NA64 (invisible)',
  title: 'NA64, data of 2019 read for B−L: X → neutrinos',
  group: 'fixed target',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['na64-2019', 'foresee-2021'],
  where: 'curve NA64 (invisible) of the compilation',
  provenance: 'via FORESEE',
  notes:
    'Which publication the curve comes from is inferred from the name of its file. The branching ratio into neutrinos is ' +
    'that of B−L. Between 3 and 100 MeV the curve is na64-inv-2019 times e/√0.6 within 1 %. Thinned to 0.5 %. The source ' +
    'states no confidence level; 90 % is that conventionally quoted.',
  model: 'b-l',
  production: 'electron-bremsstrahlung',
  finalState: 'invisible',
  window: 'any',
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.001, 2.41e-6], [0.0010287, 2.41e-6], [0.0010503, 2.5321e-6], [0.0010768, 2.6186e-6], [0.0011086, 2.6942e-6],
      [0.0011888, 2.8357e-6], [0.0020517, 3.8915e-6], [0.0027316, 4.6877e-6], [0.0034419, 5.5119e-6], [0.0051703, 7.4869e-6],
      [0.0086203, 1.1353e-5], [0.0146, 1.8024e-5], [0.02503, 2.9962e-5], [0.039532, 4.7559e-5], [0.062739, 7.8425e-5],
      [0.090874, 0.00012041], [0.11986, 0.00016892], [0.15776, 0.00024042], [0.20704, 0.00034713], [0.22651, 0.00043215],
      [0.2477, 0.00050625], [0.50003, 0.0015451], [0.64854, 0.0023828], [0.7074, 0.0027855], [0.77183, 0.0053032], [0.84247, 0.0039978],
      [0.9201, 0.0044809], [1.0056, 0.0053554],
    ],
  },
}
