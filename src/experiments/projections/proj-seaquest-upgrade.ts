import type { PublishedLimit } from '../../constraints/published.ts'
import { PROTON_DUMP } from '../limits/production.ts'

/** SeaQuest, upgrade LongQuest-I: X → e⁺e⁻, μ⁺μ⁻. */
export const proj_seaquest_upgrade: PublishedLimit = {
  id: 'proj-seaquest-upgrade',
  experiment: 'SeaQuest',
  label: 'LongQuest',
  title: 'SeaQuest, upgrade LongQuest-I: X → e⁺e⁻, μ⁺μ⁻',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['tsai-2019', 'darkcast-2018'],
  where: 'Fig. 3b, black curve LongQuest-I; numbers from its authors',
  provenance: 'via DarkCast',
  notes:
    'Above the η mass proton bremsstrahlung takes over; DarkCast goes on with the η. Every point of the source. The ' +
    'confidence level is not known here.',
  unverified: 'shares of the production mechanisms above the η',
  model: 'dark-photon',
  production: PROTON_DUMP,
  finalState: ['ee', 'mumu'],
  window: { kind: 'displaced', shield_m: 5, volume_m: 7 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.00115, 4.0177e-7, 0.0069546], [0.0012, 3.8985e-7, 0.0061734], [0.0013, 3.739e-7, 0.0054618], [0.0015, 3.5019e-7, 0.0043698],
      [0.002, 3.0932e-7, 0.0031024], [0.003, 2.5722e-7, 0.0019732], [0.004, 1.4996e-7, 0.001358], [0.005, 1.5207e-7, 0.0011504],
      [0.01, 9.0926e-8, 0.00044764], [0.015, 7.3633e-8, 0.00031545], [0.02, 6.5128e-8, 0.0001904], [0.03, 5.4017e-8, 7.736e-5],
      [0.04, 4.8547e-8, 5.9986e-5], [0.06, 4.4544e-8, 3.8599e-5], [0.08, 4.5005e-8, 2.5845e-5], [0.1, 5.0838e-8, 2.0127e-5],
      [0.13, 6.3685e-8, 1.8342e-5], [0.14, 6.1942e-8, 1.5648e-5], [0.15, 5.9953e-8, 1.543e-5], [0.2, 5.4533e-8, 1.0623e-5],
      [0.25, 4.2907e-8, 6.9203e-6], [0.3, 4.2441e-8, 5.3202e-6], [0.4, 4.6333e-8, 4.0739e-6], [0.5, 5.883e-8, 3.6061e-6],
      [0.54, 5.6704e-8, 3.429e-6], [0.55, 5.5102e-8, 3.6341e-6], [0.56, 5.3356e-8, 3.73e-6], [0.6, 4.5075e-8, 3.1038e-6],
      [0.7, 2.3575e-8, 1.7901e-6], [0.725, 1.821e-8, 1.7142e-6], [0.75, 1.214e-8, 1.8626e-6], [0.76, 8.6586e-9, 1.7359e-6],
      [0.765, 6.653e-9, 1.7615e-6], [0.767, 5.9667e-9, 1.9069e-6], [0.77, 5.289e-9, 1.8474e-6], [0.772, 5.4574e-9, 1.764e-6],
      [0.775, 6.2343e-9, 1.5392e-6], [0.78, 7.2742e-9, 1.1211e-6], [0.79, 1.1228e-8, 1.4503e-6], [0.8, 1.4145e-8, 1.5673e-6],
      [0.9, 3.08e-8, 2.0729e-6], [1, 3.7839e-8, 1.6188e-6], [1.1, 4.1819e-8, 1.499e-6], [1.2, 4.1987e-8, 1.3031e-6],
      [1.3, 4.5776e-8, 1.0631e-6], [1.4, 5.7212e-8, 8.4073e-7], [1.5, 7.4576e-8, 6.2779e-7], [1.75, 1.6569e-7, 3.3817e-7],
    ],
  },
}
