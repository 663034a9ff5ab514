import type { PublishedLimit } from '../../constraints/published.ts'

/** NA64, 2017 data: electrons on lead, X → invisible. */
export const na64_inv_2017: PublishedLimit = {
  id: 'na64-inv-2017',
  experiment: 'NA64',
  label: 'NA64 (invisible)',
  title: 'NA64, 2017 data: electrons on lead, X → invisible',
  group: 'fixed target',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['na64-2017', 'darkcast-2018'],
  where: 'Fig. 15, blue curve NA64',
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
      [0.001, 1.7498e-5], [0.0011224, 1.8095e-5], [0.0012918, 1.9237e-5], [0.0015542, 2.1185e-5], [0.0018281, 2.3292e-5],
      [0.0028486, 3.1057e-5], [0.0043699, 4.2253e-5], [0.0068746, 6.0098e-5], [0.011878, 9.493e-5], [0.01508, 0.00011728],
      [0.020809, 0.00015795], [0.026603, 0.00020011], [0.03407, 0.00025672], [0.047547, 0.00036484], [0.072373, 0.00058703],
      [0.10135, 0.00088471], [0.14157, 0.0013685], [0.19655, 0.0021707], [0.27028, 0.0035221], [0.3675, 0.0058261], [0.49883, 0.0099998],
    ],
  },
}
