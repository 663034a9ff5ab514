import type { PublishedLimit } from '../../constraints/published.ts'

/** SHiP, 2 × 10²⁰ protons: ω → π⁰X. */
export const proj_ship_2020_omega: PublishedLimit = {
  id: 'proj-ship-2020-omega',
  experiment: 'SHiP',
  label: String.raw`SHiP ($\omega$)`,
  title: 'SHiP, 2 × 10²⁰ protons: ω → π⁰X',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['ship-2020', 'darkcast-2018'],
  where: 'reach from ω decays; the figure is not stated',
  provenance: 'via DarkCast',
  notes: 'Thinned to 0.2 %. The confidence level of the projection is not stated here.',
  model: 'dark-photon',
  production: 'omega-pi0',
  finalState: ['ee', 'mumu', 'hadrons'],
  window: { kind: 'displaced', shield_m: 50, volume_m: 35 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.002, 0.00055659, 0.05209], [0.005, 0.00044483, 0.019694], [0.01, 0.00037437, 0.015969], [0.05, 0.00024934, 0.0069123],
      [0.1, 0.0002134, 0.0046697], [0.15, 0.00019265, 0.0036694], [0.2, 0.00018057, 0.0032806], [0.25, 0.00015797, 0.0024044],
      [0.3, 0.00015232, 0.0022048], [0.4, 0.0001497, 0.0018039], [0.45, 0.00015133, 0.0016148], [0.5, 0.00015627, 0.0014714],
      [0.55, 0.00016556, 0.0013213],
    ],
  },
}
