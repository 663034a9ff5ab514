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
  where: 'reach from ω decays; numbers from its authors',
  provenance: 'via DarkCast',
  notes:
    'The lengths are those of DarkCast; bernal-2022 takes 60 m of shield and 50 m of volume. DarkCast has the square roots of ' +
    'these couplings, with which nothing would leave the shield; squared here, which agrees with proj-ship-2015-mesons. The ' +
    'point at 2 MeV is left out: only bosons of 530 GeV would leave the shield up to its ε = 0.0027134. Thinned to 0.2 %. The ' +
    'confidence level is not known here.',
  unverified: 'edges squared here: the source holds square roots',
  model: 'dark-photon',
  production: 'omega-pi0',
  finalState: ['ee', 'mumu', 'hadrons'],
  window: { kind: 'displaced', shield_m: 50, volume_m: 35 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.005, 1.9787e-7, 0.00038785], [0.01, 1.4015e-7, 0.00025501], [0.05, 6.217e-8, 4.778e-5],
      [0.1, 4.554e-8, 2.1806e-5], [0.15, 3.7114e-8, 1.3464e-5], [0.2, 3.2606e-8, 1.0762e-5], [0.25, 2.4955e-8, 5.7811e-6],
      [0.3, 2.3201e-8, 4.8611e-6], [0.4, 2.241e-8, 3.2541e-6], [0.45, 2.2901e-8, 2.6076e-6], [0.5, 2.442e-8, 2.165e-6],
      [0.55, 2.741e-8, 1.7458e-6],
    ],
  },
}
