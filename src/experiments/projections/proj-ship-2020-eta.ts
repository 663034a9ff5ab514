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
  where: 'reach from η decays; numbers from its authors',
  provenance: 'via DarkCast',
  notes:
    'The lengths are those of DarkCast; bernal-2022 takes 60 m of shield and 50 m of volume. DarkCast has the square roots of ' +
    'these couplings, with which nothing would leave the shield; squared here, which agrees with proj-ship-2015-mesons. The ' +
    'point at 2 MeV is left out: only bosons of 1000 GeV would leave the shield up to its ε = 0.0039195. Every other point of ' +
    'the source. The confidence level is not known here.',
  unverified: 'edges squared here: the source holds square roots',
  model: 'dark-photon',
  production: 'eta-photon',
  finalState: ['ee', 'mumu', 'hadrons'],
  window: { kind: 'displaced', shield_m: 50, volume_m: 35 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.005, 1.1644e-7, 0.00040485], [0.01, 8.2956e-8, 0.00023821], [0.05, 3.6975e-8, 5.2209e-5],
      [0.1, 2.6585e-8, 2.2885e-5], [0.15, 2.262e-8, 1.4778e-5], [0.2, 1.9645e-8, 1.0711e-5], [0.25, 1.6116e-8, 6.7091e-6],
      [0.3, 1.5909e-8, 4.708e-6], [0.35, 1.6832e-8, 4.3723e-6], [0.4, 1.8179e-8, 4.0337e-6], [0.45, 2.2762e-8, 2.6837e-6],
    ],
  },
}
