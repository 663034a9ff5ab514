import type { PublishedLimit } from '../../constraints/published.ts'

/** SeaQuest: proton bremsstrahlung, X → e⁺e⁻. */
export const proj_seaquest_gardner_brem_ee: PublishedLimit = {
  id: 'proj-seaquest-gardner-brem-ee',
  experiment: 'SeaQuest',
  label: 'SeaQuest ($p$ brems.)',
  title: 'SeaQuest: proton bremsstrahlung, X → e⁺e⁻',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['gardner-2015', 'darkcast-2018'],
  where: 'Fig. 2, red hatched areas',
  provenance: 'via DarkCast',
  notes:
    'DarkCast has 25 m of shield and 5 m of volume, with which the edges would take bosons of up to 560 GeV from a beam of ' +
    '120 GeV. The iron is 5 m long; with as long a volume behind it, the four curves take 20 to 128 GeV, with 20 m up to 160 ' +
    'GeV. Thinned to 0.6 %. The confidence level is not known here.',
  unverified: 'lengths of shield and decay volume',
  model: 'dark-photon',
  production: 'proton-bremsstrahlung',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 5, volume_m: 5 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.05054, 2.4221e-6, 6.54e-5], [0.05286, 2.3649e-6, 6.3e-5], [0.054081, 2.3343e-6, 6.1e-5], [0.055001, 2.311e-6, 5.8799e-5],
      [0.057831, 2.2544e-6, 5.64e-5], [0.05903, 2.2299e-6, 5.48e-5], [0.06, 2.21e-6, 5.3e-5], [0.062531, 2.163e-6, 5.12e-5],
      [0.06386, 2.1373e-6, 4.98e-5], [0.065, 2.115e-6, 4.8141e-5], [0.06797, 2.0696e-6, 4.62e-5], [0.07, 2.038e-6, 4.4021e-5],
      [0.072561, 2.0047e-6, 4.26e-5], [0.075001, 1.969e-6, 4.047e-5], [0.077231, 1.9403e-6, 3.9401e-5], [0.08, 1.904e-6, 3.7391e-5],
      [0.080001, 1.904e-6, 3.739e-5], [0.08268, 1.8753e-6, 3.62e-5], [0.085, 1.85e-6, 3.469e-5], [0.0873, 1.8294e-6, 3.38e-5],
      [0.089999, 1.805e-6, 3.231e-5], [0.09303, 1.7763e-6, 3.12e-5], [0.094999, 1.757e-6, 3.02e-5], [0.09749, 1.7357e-6, 2.94e-5],
      [0.1, 1.714e-6, 2.831e-5], [0.12738, 1.5502e-6, 2.08e-5], [0.13, 1.537e-6, 2.019e-5], [0.15, 1.46e-6, 1.669e-5],
      [0.15785, 1.437e-6, 1.56e-5], [0.185, 1.373e-6, 1.249e-5], [0.18827, 1.3665e-6, 1.22e-5], [0.222, 1.317e-6, 9.6001e-6],
      [0.23, 1.309e-6, 9.1e-6], [0.25861, 1.2908e-6, 7.5999e-6], [0.275, 1.286e-6, 6.8901e-6], [0.29325, 1.286e-6, 6.2001e-6],
      [0.33, 1.298e-6, 5.053e-6], [0.335, 1.302e-6, 4.918e-6], [0.36, 1.324e-6, 4.294e-6], [0.38, 1.352e-6, 3.839e-6],
      [0.39, 1.355e-6, 3.703e-6], [0.4, 1.373e-6, 3.5041e-6], [0.41, 1.399e-6, 3.287e-6], [0.42, 1.415e-6, 3.145e-6],
      [0.435, 1.504e-6, 2.761e-6], [0.44, 1.5e-6, 2.741e-6], [0.45, 1.574e-6, 2.491e-6], [0.46, 1.597e-6, 2.389e-6],
      [0.46029, 1.6e-6, 2.3793e-6], [0.465, 2.213e-6, 2.2152e-6], [0.46542, 2.1683e-6, 2.2e-6], [0.46855, 1.8e-6, 2.0258e-6],
      [0.46899, 1.7419e-6, 2e-6],
    ],
  },
}
