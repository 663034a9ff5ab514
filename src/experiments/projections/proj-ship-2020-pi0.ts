import type { PublishedLimit } from '../../constraints/published.ts'

/** SHiP, 2 × 10²⁰ protons: π⁰ → γX. */
export const proj_ship_2020_pi0: PublishedLimit = {
  id: 'proj-ship-2020-pi0',
  experiment: 'SHiP',
  label: String.raw`SHiP ($\pi^0$)`,
  title: 'SHiP, 2 × 10²⁰ protons: π⁰ → γX',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['ship-2020', 'darkcast-2018'],
  where: 'reach from π⁰ decays; the figure is not stated',
  provenance: 'via DarkCast',
  notes: 'Every point of the source. The confidence level of the projection is not stated here.',
  model: 'dark-photon',
  production: 'pi0-photon',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 50, volume_m: 35 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.002, 0.00028761, 0.049319], [0.005, 0.00022631, 0.021892], [0.01, 0.00019577, 0.019053], [0.05, 0.00013506, 0.0067871],
    ],
  },
}
