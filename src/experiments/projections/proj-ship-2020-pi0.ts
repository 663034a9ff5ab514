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
  where: 'reach from π⁰ decays; numbers from its authors',
  provenance: 'via DarkCast',
  notes:
    'The lengths are those of DarkCast; bernal-2022 takes 60 m of shield and 50 m of volume. DarkCast has the square roots ' +
    'of these couplings, with which nothing would leave the shield; squared here, which agrees with proj-ship-2015-mesons. ' +
    'Every point of the source. The confidence level is not known here.',
  unverified: 'edges squared here: the source holds square roots',
  model: 'dark-photon',
  production: 'pi0-photon',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 50, volume_m: 35 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.002, 8.272e-8, 0.0024324], [0.005, 5.1216e-8, 0.00047926], [0.01, 3.8326e-8, 0.00036302], [0.05, 1.8241e-8, 4.6065e-5],
    ],
  },
}
