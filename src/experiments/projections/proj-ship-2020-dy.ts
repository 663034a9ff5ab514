import type { PublishedLimit } from '../../constraints/published.ts'

/** SHiP, 2 × 10²⁰ protons: qq̄ → X. */
export const proj_ship_2020_dy: PublishedLimit = {
  id: 'proj-ship-2020-dy',
  experiment: 'SHiP',
  label: 'SHiP (QCD)',
  title: 'SHiP, 2 × 10²⁰ protons: qq̄ → X',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['ship-2020', 'darkcast-2018'],
  where: 'reach from Drell-Yan production; numbers from its authors',
  provenance: 'via DarkCast',
  notes:
    'The lengths are those of DarkCast; bernal-2022 takes 60 m of shield and 50 m of volume. Thinned to 0.3 %. The ' +
    'confidence level is not known here.',
  model: 'dark-photon',
  production: { 'up-quarks': 0.8, 'down-quarks': 0.2 },
  finalState: ['ee', 'mumu', 'hadrons'],
  window: { kind: 'displaced', shield_m: 50, volume_m: 35 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [1.5, 2.8813e-8, 5.2984e-7], [1.6, 2.9183e-8, 4.7721e-7], [1.7, 3.0019e-8, 4.2073e-7], [1.8, 3.1329e-8, 3.9079e-7],
      [1.9, 3.3217e-8, 3.8768e-7], [2, 3.4095e-8, 3.5212e-7], [2.1, 3.5398e-8, 3.2262e-7], [2.2, 3.6613e-8, 2.795e-7],
      [2.3, 3.8347e-8, 2.6165e-7], [2.4, 3.9441e-8, 2.3725e-7], [2.5, 4.1367e-8, 2.2026e-7], [2.6, 4.3693e-8, 2.027e-7],
      [2.7, 4.6235e-8, 1.8539e-7], [2.8, 4.9776e-8, 1.7111e-7], [2.9, 5.4039e-8, 1.5879e-7], [3.1, 6.3976e-8, 1.2084e-7],
      [3.2, 6.8818e-8, 1.1219e-7], [3.3, 7.744e-8, 8.4363e-8],
    ],
  },
}
