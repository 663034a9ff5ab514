import type { PublishedLimit } from '../../constraints/published.ts'

/** SHiP, 2 × 10²⁰ protons: proton bremsstrahlung with vector-meson dominance. */
export const proj_ship_2020_brem_vmd: PublishedLimit = {
  id: 'proj-ship-2020-brem-vmd',
  experiment: 'SHiP',
  label: 'SHiP ($p$ brems.)',
  title: 'SHiP, 2 × 10²⁰ protons: proton bremsstrahlung with vector-meson dominance',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['ship-2020', 'darkcast-2018'],
  where: 'reach from proton bremsstrahlung, vector-meson form factor; numbers from its authors',
  provenance: 'via DarkCast',
  notes:
    'The lengths are those of DarkCast; bernal-2022 takes 60 m of shield and 50 m of volume. Thinned to 0.5 %. The ' +
    'confidence level is not known here.',
  model: 'dark-photon',
  production: 'proton-bremsstrahlung',
  finalState: ['ee', 'mumu', 'hadrons'],
  window: { kind: 'displaced', shield_m: 50, volume_m: 35 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.002, 3.6674e-7, 0.0014508], [0.005, 2.34e-7, 0.00058134], [0.01, 1.6554e-7, 0.00035636], [0.05, 7.4581e-8, 6.3943e-5],
      [0.15, 4.2269e-8, 2.0055e-5], [0.2, 3.6114e-8, 1.4777e-5], [0.25, 2.7139e-8, 8.8474e-6], [0.3, 2.3662e-8, 6.8291e-6],
      [0.35, 2.1093e-8, 5.849e-6], [0.4, 1.8584e-8, 4.7892e-6], [0.45, 1.6414e-8, 4.1469e-6], [0.5, 1.4365e-8, 3.5748e-6],
      [0.55, 1.2249e-8, 3.0768e-6], [0.6, 1.0196e-8, 2.5644e-6], [0.65, 7.9232e-9, 2.1178e-6], [0.7, 5.617e-9, 1.5997e-6],
      [0.75, 2.9166e-9, 1.2458e-6], [0.8, 3.3932e-9, 1.2266e-6], [0.81, 3.8994e-9, 1.2862e-6], [0.82, 4.3841e-9, 1.3491e-6],
      [0.83, 4.6877e-9, 1.3842e-6], [0.84, 5.105e-9, 1.4179e-6], [0.85, 5.414e-9, 1.4867e-6], [0.86, 5.6178e-9, 1.4674e-6],
      [0.87, 6.0056e-9, 1.5639e-6], [0.88, 6.2282e-9, 1.5762e-6], [0.89, 6.5632e-9, 1.625e-6], [0.9, 6.6527e-9, 1.6309e-6],
      [0.95, 7.6053e-9, 1.6418e-6], [1, 7.9574e-9, 1.4908e-6], [1.1, 8.4853e-9, 1.4487e-6], [1.2, 8.4321e-9, 1.3184e-6],
      [1.3, 9.1609e-9, 1.1114e-6], [1.4, 1.1424e-8, 9.1185e-7], [1.5, 1.4626e-8, 7.3926e-7], [1.6, 1.8349e-8, 6.4256e-7],
      [1.7, 2.2523e-8, 5.4586e-7], [1.8, 2.6928e-8, 5.039e-7], [1.9, 3.253e-8, 4.7469e-7], [2.1, 4.3464e-8, 3.5957e-7],
      [2.2, 4.9541e-8, 3.1915e-7], [2.3, 5.7785e-8, 2.7455e-7], [2.4, 6.825e-8, 2.3945e-7], [2.5, 8.2503e-8, 1.9669e-7],
      [2.6, 1.1699e-7, 1.4144e-7],
    ],
  },
}
