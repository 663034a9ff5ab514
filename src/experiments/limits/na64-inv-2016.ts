import type { PublishedLimit } from '../../constraints/published.ts'

/** NA64, 2016: electrons on lead, X → invisible. */
export const na64_inv_2016: PublishedLimit = {
  id: 'na64-inv-2016',
  experiment: 'NA64',
  label: 'NA64 (invisible)',
  title: 'NA64, 2016: electrons on lead, X → invisible',
  group: 'fixed target',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['na64-2016', 'darkcast-2018'],
  where: 'babar-2017 Fig. 5, blue curve NA64',
  provenance: 'via DarkCast',
  notes: 'Thinned to 0.4 %. The confidence level is that conventionally quoted.',
  model: 'dark-photon',
  decaysUnseen: true,
  production: 'electron-bremsstrahlung',
  finalState: 'invisible',
  window: 'any',
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.001, 0.0001], [0.002, 0.00011576], [0.003, 0.00013651], [0.004, 0.00015735], [0.005, 0.00017808], [0.007, 0.00021973],
      [0.0099999, 0.00028237], [0.02, 0.0004925], [0.03, 0.00070472], [0.05, 0.001136], [0.07, 0.0015766], [0.1, 0.0022558],
      [0.2, 0.0046869], [0.3, 0.0073979], [0.4, 0.01],
    ],
  },
}
