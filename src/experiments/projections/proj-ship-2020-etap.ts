import type { PublishedLimit } from '../../constraints/published.ts'

/** SHiP, 2 × 10²⁰ protons: η′ → γX. */
export const proj_ship_2020_etap: PublishedLimit = {
  id: 'proj-ship-2020-etap',
  experiment: 'SHiP',
  label: String.raw`SHiP ($\eta'$)`,
  title: 'SHiP, 2 × 10²⁰ protons: η′ → γX',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['ship-2020', 'darkcast-2018'],
  where: 'reach from η′ decays; the figure is not stated',
  provenance: 'via DarkCast',
  notes: 'Thinned to 0.3 %. The confidence level of the projection is not stated here.',
  model: 'dark-photon',
  production: 'eta-prime-photon',
  finalState: ['ee', 'mumu', 'hadrons'],
  window: { kind: 'displaced', shield_m: 50, volume_m: 35 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.002, 0.00082368, 0.033554], [0.005, 0.0006573, 0.019517], [0.01, 0.00054943, 0.015313], [0.05, 0.00037139, 0.0066229],
      [0.1, 0.00031236, 0.0045474], [0.15, 0.00028151, 0.0035992], [0.2, 0.00026672, 0.0031433], [0.25, 0.00023062, 0.0022706],
      [0.3, 0.00021979, 0.0022425], [0.35, 0.00021446, 0.0018667], [0.4, 0.00020979, 0.0016256], [0.45, 0.00020745, 0.0014798],
      [0.5, 0.00020569, 0.0013882], [0.55, 0.00020453, 0.0012535], [0.6, 0.00020565, 0.0011494], [0.65, 0.0002054, 0.0010001],
      [0.7, 0.00020922, 0.00079271], [0.75, 0.00021507, 0.00063154], [0.8, 0.00024497, 0.0006083], [0.81, 0.00025382, 0.00060396],
      [0.82, 0.00026439, 0.00063803], [0.83, 0.00027546, 0.00062542], [0.85, 0.00030466, 0.00063757], [0.86, 0.00032302, 0.00059468],
      [0.87, 0.00034434, 0.00062283], [0.88, 0.0003803, 0.00056586], [0.89, 0.00048089, 0.00051322],
    ],
  },
}
