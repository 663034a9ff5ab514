import type { PublishedLimit } from '../../constraints/published.ts'

/** SeaQuest: η → γX, X → μ⁺μ⁻. */
export const proj_seaquest_gardner_eta_mumu: PublishedLimit = {
  id: 'proj-seaquest-gardner-eta-mumu',
  experiment: 'SeaQuest',
  label: String.raw`SeaQuest ($\eta$)`,
  title: 'SeaQuest: η → γX, X → μ⁺μ⁻',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['gardner-2015', 'darkcast-2018'],
  where: 'Fig. 2, red hatched areas',
  provenance: 'via DarkCast',
  notes:
    'DarkCast has 25 m of shield and 5 m of volume, with which the edges would take bosons of up to 560 GeV from a beam of ' +
    '120 GeV. The iron is 5 m long; with as long a volume behind it, the four curves take 20 to 128 GeV, with 20 m up to 160 ' +
    'GeV. Thinned to 0.4 %. The confidence level is not known here.',
  unverified: 'lengths of shield and decay volume',
  model: 'dark-photon',
  production: 'eta-photon',
  finalState: ['mumu'],
  window: { kind: 'displaced', shield_m: 5, volume_m: 5 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.215, 9.2699e-7, 9.78e-6], [0.22, 8.33e-7, 9.19e-6], [0.225, 7.87e-7, 8.72e-6], [0.23, 7.62e-7, 8.3299e-6],
      [0.235, 7.44e-7, 7.9799e-6], [0.24, 7.2699e-7, 7.68e-6], [0.25, 7.0599e-7, 7.15e-6], [0.255, 6.99e-7, 6.91e-6],
      [0.265, 6.8899e-7, 6.4899e-6], [0.29, 6.8099e-7, 5.6099e-6], [0.315, 6.8899e-7, 4.84e-6], [0.33, 7.0199e-7, 4.43e-6],
      [0.335, 7.0699e-7, 4.2999e-6], [0.355, 7.38e-7, 3.81e-6], [0.35756, 7.4365e-7, 3.75e-6], [0.37498, 7.8193e-7, 3.3499e-6],
      [0.38, 7.96e-7, 3.24e-6], [0.39, 8.31e-7, 3.02e-6], [0.405, 8.9999e-7, 2.68e-6], [0.41271, 9.4999e-7, 2.4918e-6],
      [0.415, 9.68e-7, 2.44e-6], [0.42, 1.01e-6, 2.31e-6], [0.42376, 1.05e-6, 2.2049e-6], [0.425, 1.07e-6, 2.17e-6],
      [0.43071, 1.15e-6, 1.9857e-6], [0.43174, 1.1749e-6, 1.95e-6], [0.43421, 1.2325e-6, 1.85e-6], [0.435, 1.25e-6, 1.81e-6],
      [0.43626, 1.3019e-6, 1.75e-6], [0.43747, 1.35e-6, 1.6698e-6], [0.43776, 1.378e-6, 1.65e-6], [0.43856, 1.4527e-6, 1.55e-6],
    ],
  },
}
