import type { PublishedLimit } from '../../constraints/published.ts'

/** Electron beam dump at Yemilab, 100 kW: X → e⁺e⁻. */
export const proj_yemilab_100kw: PublishedLimit = {
  id: 'proj-yemilab-100kw',
  experiment: 'Yemilab',
  label: 'Yemilab',
  title: 'Electron beam dump at Yemilab, 100 kW: X → e⁺e⁻',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['yemilab-2020', 'darkcast-2018'],
  where: 'reach at 100 kW without background; numbers from its authors',
  provenance: 'via DarkCast',
  notes:
    'The lengths are those of DarkCast; the edges take bosons of up to 175 MeV from a beam of 100 MeV. Every point of the ' +
    'source. The confidence level is not known here.',
  unverified: 'lengths of shield and decay volume',
  model: 'dark-photon',
  production: 'electron-bremsstrahlung',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 0.5, volume_m: 20 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.0011907, 7.2982e-9, 0.001071], [0.001883, 6.3974e-9, 0.0004523], [0.0029779, 6.1584e-9, 0.00028037],
      [0.0047094, 6.1204e-9, 0.00017835], [0.0074477, 6.527e-9, 0.00011404], [0.011778, 7.1329e-9, 7.0285e-5],
      [0.018627, 7.9332e-9, 4.3271e-5], [0.029457, 9.0245e-9, 2.6922e-5], [0.046585, 1.069e-8, 1.6289e-5],
      [0.073671, 1.4599e-8, 9.4774e-6], [0.085832, 1.7538e-8, 6.1554e-6],
    ],
  },
}
