import type { PublishedLimit } from '../../constraints/published.ts'

/** SHiP, 2 × 10²⁰ protons: η → γX. */
export const proj_ship_2020_eta: PublishedLimit = {
  id: 'proj-ship-2020-eta',
  experiment: 'SHiP',
  label: String.raw`SHiP ($\eta$)`,
  title: 'SHiP, 2 × 10²⁰ protons: η → γX',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['ship-2020', 'darkcast-2018'],
  where: 'reach from η decays; the figure is not stated',
  provenance: 'via DarkCast',
  notes: 'Every point of the source. The confidence level of the projection is not stated here.',
  model: 'dark-photon',
  production: 'eta-photon',
  finalState: ['ee', 'mumu', 'hadrons'],
  window: { kind: 'displaced', shield_m: 50, volume_m: 35 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.002, 0.0004251, 0.062606], [0.005, 0.00034124, 0.020121], [0.01, 0.00028802, 0.015434], [0.05, 0.00019229, 0.0072256],
      [0.1, 0.00016305, 0.0047838], [0.15, 0.0001504, 0.0038442], [0.2, 0.00014016, 0.0032727], [0.25, 0.00012695, 0.0025902],
      [0.3, 0.00012613, 0.0021698], [0.35, 0.00012974, 0.002091], [0.4, 0.00013483, 0.0020084], [0.45, 0.00015087, 0.0016382],
    ],
  },
}
