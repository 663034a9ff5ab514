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
  where: 'reach from η′ decays; numbers from its authors',
  provenance: 'via DarkCast',
  notes:
    'The lengths are those of DarkCast; bernal-2022 takes 60 m of shield and 50 m of volume. DarkCast has the square roots ' +
    'of these couplings, with which nothing would leave the shield; squared here, which agrees with proj-ship-2015-mesons. ' +
    'Thinned to 0.3 %. The confidence level is not known here.',
  unverified: 'edges squared here: the source holds square roots',
  model: 'dark-photon',
  production: 'eta-prime-photon',
  finalState: ['ee', 'mumu', 'hadrons'],
  window: { kind: 'displaced', shield_m: 50, volume_m: 35 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.002, 6.7845e-7, 0.0011259], [0.005, 4.3204e-7, 0.00038091], [0.01, 3.0187e-7, 0.00023449], [0.05, 1.3793e-7, 4.3863e-5],
      [0.1, 9.7569e-8, 2.0679e-5], [0.15, 7.9248e-8, 1.2954e-5], [0.2, 7.114e-8, 9.8803e-6], [0.25, 5.3186e-8, 5.1556e-6],
      [0.3, 4.8308e-8, 5.0288e-6], [0.35, 4.5993e-8, 3.4846e-6], [0.4, 4.4012e-8, 2.6426e-6], [0.45, 4.3036e-8, 2.1898e-6],
      [0.5, 4.2308e-8, 1.9271e-6], [0.55, 4.1833e-8, 1.5713e-6], [0.6, 4.2292e-8, 1.3211e-6], [0.65, 4.2189e-8, 1.0002e-6],
      [0.7, 4.3773e-8, 6.2839e-7], [0.75, 4.6255e-8, 3.9884e-7], [0.8, 6.001e-8, 3.7003e-7], [0.81, 6.4425e-8, 3.6477e-7],
      [0.82, 6.9902e-8, 4.0708e-7], [0.83, 7.5878e-8, 3.9115e-7], [0.85, 9.2818e-8, 4.065e-7], [0.86, 1.0434e-7, 3.5364e-7],
      [0.87, 1.1857e-7, 3.8792e-7], [0.88, 1.4463e-7, 3.202e-7], [0.89, 2.3126e-7, 2.6339e-7],
    ],
  },
}
