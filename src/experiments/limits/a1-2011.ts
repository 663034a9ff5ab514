import type { PublishedLimit } from '../../constraints/published.ts'

/** A1 at MAMI, 2011: electrons on tantalum, X → e⁺e⁻. */
export const a1_2011: PublishedLimit = {
  id: 'a1-2011',
  experiment: 'A1',
  label: 'A1',
  title: 'A1 at MAMI, 2011: electrons on tantalum, X → e⁺e⁻',
  group: 'fixed target',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['a1-2011', 'nucal-blumlein-2013', 'darkcast-2018'],
  where: 'nucal-blumlein-2013 Fig. 5, grey curve A1',
  provenance: 'via DarkCast',
  notes: 'Thinned to 0.5 %. Decays are taken as seen whatever the lifetime. The confidence level is that conventionally quoted.',
  model: 'dark-photon',
  production: 'electron-bremsstrahlung',
  finalState: ['ee'],
  window: 'any',
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.20189, 0.0089845], [0.20289, 0.0061093], [0.20488, 0.0053332], [0.20588, 0.0048251], [0.20688, 0.0043053], [0.20888, 0.0038637],
      [0.21098, 0.0029041], [0.21298, 0.0025177], [0.21398, 0.0021828], [0.21597, 0.0018113], [0.21797, 0.0016032], [0.21897, 0.0014504],
      [0.22207, 0.0013228], [0.22607, 0.0011548], [0.23016, 0.0010375], [0.23516, 0.0009795], [0.24026, 0.00093864], [0.25035, 0.00090574],
      [0.25534, 0.00091834], [0.26144, 0.0009517], [0.26644, 0.00099313], [0.27553, 0.0010902], [0.28162, 0.001179], [0.28962, 0.0014109],
      [0.29571, 0.0016387], [0.29771, 0.0018113], [0.30081, 0.0019884], [0.30181, 0.0021038], [0.3028, 0.0022621], [0.30381, 0.0024463],
      [0.30481, 0.0027039], [0.30681, 0.0029888], [0.3078, 0.0034475], [0.3088, 0.0038637], [0.3109, 0.0043954], [0.3119, 0.0049659],
      [0.3139, 0.0056885], [0.31589, 0.0062446], [0.31669, 0.0067999], [0.31678, 0.0079433],
    ],
  },
}
