import type { PublishedLimit } from '../../constraints/published.ts'

/** NA64, 2.84 × 10¹¹ electrons on lead, 2019: X → invisible. */
export const na64_inv_2019: PublishedLimit = {
  id: 'na64-inv-2019',
  experiment: 'NA64',
  label: 'NA64 (invisible)',
  title: 'NA64, 2.84 × 10¹¹ electrons on lead, 2019: X → invisible',
  group: 'fixed target',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['na64-2019', 'darkcast-2018'],
  where: 'Fig. 3, blue curve NA64',
  provenance: 'via DarkCast',
  notes: 'Thinned to 0.5 %. The confidence level is that conventionally quoted.',
  model: 'dark-photon',
  decaysUnseen: true,
  production: 'electron-bremsstrahlung',
  finalState: 'invisible',
  window: 'any',
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.001, 7.544e-6], [0.0011086, 7.6173e-6], [0.0012938, 7.9615e-6], [0.001506, 8.485e-6], [0.0017996, 9.2946e-6],
      [0.0021978, 1.045e-5], [0.0027316, 1.2029e-5], [0.0034419, 1.413e-5], [0.004758, 1.7986e-5], [0.0061173, 2.1919e-5],
      [0.0086203, 2.9086e-5], [0.0146, 4.6174e-5], [0.02503, 7.6759e-5], [0.032902, 0.00010084], [0.043345, 0.00013424],
      [0.06883, 0.00022312], [0.099675, 0.0003448], [0.13139, 0.00048608], [0.15776, 0.00061607], [0.22651, 0.0010088],
      [0.32317, 0.0016941], [0.45846, 0.0029185], [0.64854, 0.005163], [1.0056, 0.01098],
    ],
  },
}
