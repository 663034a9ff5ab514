import type { PublishedLimit } from '../../constraints/published.ts'

/** SHiP as of 2015: qq̄ → X and qg → qX, X → e⁺e⁻. */
export const proj_ship_2015_dy: PublishedLimit = {
  id: 'proj-ship-2015-dy',
  experiment: 'SHiP',
  label: 'SHiP (QCD)',
  title: 'SHiP as of 2015: qq̄ → X and qg → qX, X → e⁺e⁻',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['ship-2015', 'darkcast-2018'],
  where: 'Fig. 2.6, orange line',
  provenance: 'via DarkCast',
  notes:
    'Shares are those of Drell-Yan pairs at the LHC, a very rough guess. DarkCast has 0.18 of up and 0.81 of down quarks, ' +
    'against their charges and numbers in the proton; interchanged here. Every point of the source. The confidence level is ' +
    'not known here.',
  unverified: 'shares of the production mechanisms',
  model: 'dark-photon',
  production: { 'up-quarks': 0.81, 'down-quarks': 0.18, 'strange-quarks': 0.01 },
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 64, volume_m: 48 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.5, 8.9754e-9, 2.2595e-6], [0.64578, 1.0464e-8, 1.1688e-6], [0.83405, 1.2504e-8, 6.6816e-7], [1.0772, 1.6397e-8, 6.8978e-7],
      [1.3913, 1.9417e-8, 4.2565e-7], [1.7969, 2.3913e-8, 2.4299e-7], [2.3208, 3.3659e-8, 1.459e-7],
    ],
  },
}
