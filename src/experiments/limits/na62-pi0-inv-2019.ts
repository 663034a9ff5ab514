import type { PublishedLimit } from '../../constraints/published.ts'

/** NA62, 2019: π⁰ → γX, X → invisible. */
export const na62_pi0_inv_2019: PublishedLimit = {
  id: 'na62-pi0-inv-2019',
  experiment: 'NA62',
  label: String.raw`NA62 ($\pi^0$)`,
  title: 'NA62, 2019: π⁰ → γX, X → invisible',
  group: 'meson decays',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['na62-2019', 'darkcast-2018'],
  where: 'Fig. 7, red curve NA62',
  provenance: 'via DarkCast',
  notes: 'Thinned to 0.5 %. The confidence level is that conventionally quoted.',
  model: 'dark-photon',
  decaysUnseen: true,
  production: 'pi0-photon',
  finalState: 'invisible',
  window: 'any',
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.03529, 0.0014563], [0.036413, 0.0013197], [0.037571, 0.0013822], [0.038767, 0.0014086], [0.04, 0.0014125], [0.042586, 0.0014432],
      [0.045339, 0.001045], [0.046781, 0.00090561], [0.048269, 0.00071023], [0.049805, 0.00064628], [0.05139, 0.00055165],
      [0.053024, 0.00044515], [0.054711, 0.00044038], [0.056452, 0.0004959], [0.058248, 0.00046883], [0.060101, 0.00053753],
      [0.062013, 0.00054132], [0.063986, 0.00056042], [0.066022, 0.00052141], [0.068122, 0.00046421], [0.072526, 0.00052132],
      [0.074833, 0.00053574], [0.077214, 0.00065652], [0.082205, 0.0007018], [0.084821, 0.00076529], [0.087519, 0.00079931],
      [0.090303, 0.00077686], [0.093177, 0.00072119], [0.096141, 0.00081698], [0.0992, 0.0010882], [0.10236, 0.001279],
      [0.10561, 0.0016088], [0.10897, 0.0018196], [0.11244, 0.0025626], [0.11602, 0.0039612], [0.11969, 0.0069856],
    ],
  },
}
