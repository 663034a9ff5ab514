import type { PublishedLimit } from '../../constraints/published.ts'
import { PROTON_DUMP } from '../limits/production.ts'

/** SeaQuest, second run, 10²⁰ protons: X → e⁺e⁻, μ⁺μ⁻. */
export const proj_seaquest_run2: PublishedLimit = {
  id: 'proj-seaquest-run2',
  experiment: 'SeaQuest',
  label: 'SeaQuest',
  title: 'SeaQuest, second run, 10²⁰ protons: X → e⁺e⁻, μ⁺μ⁻',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['tsai-2019', 'darkcast-2018'],
  where: 'Fig. 3b, green dashed curve SQ/DQ (10²⁰); numbers from its authors',
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
      [0.00115, 5.3944e-7, 0.0067777], [0.0012, 5.2345e-7, 0.0060157], [0.0013, 5.0202e-7, 0.0053222], [0.0015, 4.7019e-7, 0.004252],
      [0.002, 4.1532e-7, 0.003019], [0.003, 3.4536e-7, 0.0019179], [0.004, 2.0136e-7, 0.0013165], [0.005, 2.0419e-7, 0.0011149],
      [0.01, 1.2209e-7, 0.00043166], [0.015, 9.8873e-8, 0.00030329], [0.02, 8.7454e-8, 0.0001932], [0.03, 7.2538e-8, 7.7704e-5],
      [0.04, 6.5195e-8, 6.2072e-5], [0.06, 5.9824e-8, 3.8251e-5], [0.08, 6.0446e-8, 2.611e-5], [0.1, 6.8296e-8, 2.0513e-5],
      [0.13, 8.5591e-8, 1.7933e-5], [0.14, 8.3255e-8, 1.5295e-5], [0.15, 8.0586e-8, 1.5417e-5], [0.2, 7.3332e-8, 1.0435e-5],
      [0.25, 5.775e-8, 6.8082e-6], [0.3, 5.7177e-8, 5.6373e-6], [0.4, 6.261e-8, 3.8107e-6], [0.5, 7.9542e-8, 3.3013e-6],
      [0.54, 7.6341e-8, 3.1297e-6], [0.55, 7.4181e-8, 3.2977e-6], [0.56, 7.1827e-8, 3.409e-6], [0.6, 6.0672e-8, 2.826e-6],
      [0.7, 3.1714e-8, 1.6584e-6], [0.725, 2.4488e-8, 1.5849e-6], [0.75, 1.6314e-8, 1.7652e-6], [0.76, 1.1631e-8, 1.6389e-6],
      [0.765, 8.9355e-9, 1.6709e-6], [0.767, 8.0133e-9, 1.8245e-6], [0.77, 7.1028e-9, 1.7663e-6], [0.772, 7.3292e-9, 1.6837e-6],
      [0.775, 8.3734e-9, 1.4566e-6], [0.78, 9.7731e-9, 1.0434e-6], [0.79, 1.5089e-8, 1.3471e-6], [0.8, 1.9014e-8, 1.4546e-6],
      [0.9, 4.1475e-8, 1.9027e-6], [1, 5.1049e-8, 1.4599e-6], [1.1, 5.6497e-8, 1.3481e-6], [1.2, 5.68e-8, 1.1754e-6],
      [1.3, 6.217e-8, 9.5493e-7], [1.4, 7.8693e-8, 7.3646e-7], [1.5, 1.059e-7, 5.379e-7],
    ],
  },
}
