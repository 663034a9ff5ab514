import type { PublishedLimit } from '../../constraints/published.ts'
import { PROTON_DUMP } from '../limits/production.ts'

/** SeaQuest, first run, 1.44 × 10¹⁸ protons: X → e⁺e⁻, μ⁺μ⁻. */
export const proj_seaquest_run1: PublishedLimit = {
  id: 'proj-seaquest-run1',
  experiment: 'SeaQuest',
  label: 'SeaQuest',
  title: 'SeaQuest, first run, 1.44 × 10¹⁸ protons: X → e⁺e⁻, μ⁺μ⁻',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['berlin-2018', 'tsai-2019', 'darkcast-2018'],
  where: 'tsai-2019 Fig. 3b, blue dashed curve SQ/DQ (10¹⁸); numbers from its authors',
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
      [0.00115, 1.1297e-6, 0.0063124], [0.0012, 1.0962e-6, 0.0056007], [0.0013, 1.0513e-6, 0.0049545], [0.0015, 9.8463e-7, 0.0039414],
      [0.002, 8.6973e-7, 0.0027989], [0.003, 7.2324e-7, 0.001772], [0.004, 4.2176e-7, 0.0012059], [0.005, 4.2768e-7, 0.0010189],
      [0.01, 2.558e-7, 0.00038977], [0.015, 2.0719e-7, 0.00027564], [0.02, 1.8327e-7, 0.00019098], [0.03, 1.5206e-7, 7.6489e-5],
      [0.04, 1.3671e-7, 5.7794e-5], [0.06, 1.2553e-7, 3.8377e-5], [0.08, 1.2689e-7, 2.4256e-5], [0.1, 1.4359e-7, 2.0237e-5],
      [0.13, 1.8054e-7, 1.7453e-5], [0.14, 1.7569e-7, 1.4777e-5], [0.15, 1.7015e-7, 1.3604e-5], [0.2, 1.5535e-7, 9.5071e-6],
      [0.25, 1.2317e-7, 5.7274e-6], [0.3, 1.2282e-7, 4.4254e-6], [0.4, 1.3761e-7, 3.0234e-6], [0.5, 1.7428e-7, 2.5333e-6],
      [0.54, 1.6328e-7, 2.3451e-6], [0.55, 1.586e-7, 2.405e-6], [0.56, 1.5353e-7, 2.4806e-6], [0.6, 1.2957e-7, 2.0952e-6],
      [0.7, 6.7402e-8, 1.3121e-6], [0.725, 5.1898e-8, 1.2352e-6], [0.75, 3.4387e-8, 1.4928e-6], [0.76, 2.4448e-8, 1.3675e-6],
      [0.765, 1.8755e-8, 1.4203e-6], [0.767, 1.6811e-8, 1.5988e-6], [0.77, 1.4897e-8, 1.5441e-6], [0.772, 1.5375e-8, 1.4628e-6],
      [0.775, 1.7579e-8, 1.225e-6], [0.78, 2.0567e-8, 8.5587e-7], [0.79, 3.182e-8, 1.0764e-6], [0.8, 4.0179e-8, 1.1457e-6],
      [0.9, 8.8856e-8, 1.4062e-6], [1, 1.1107e-7, 1.0742e-6], [1.1, 1.2436e-7, 9.6009e-7], [1.2, 1.2647e-7, 8.4053e-7],
      [1.3, 1.4351e-7, 6.7891e-7], [1.4, 2.0952e-7, 4.8027e-7],
    ],
  },
}
