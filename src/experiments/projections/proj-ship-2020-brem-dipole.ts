import type { PublishedLimit } from '../../constraints/published.ts'

/** SHiP, 2 × 10²⁰ protons: proton bremsstrahlung with a dipole form factor. */
export const proj_ship_2020_brem_dipole: PublishedLimit = {
  id: 'proj-ship-2020-brem-dipole',
  experiment: 'SHiP',
  label: 'SHiP ($p$ brems.)',
  title: 'SHiP, 2 × 10²⁰ protons: proton bremsstrahlung with a dipole form factor',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['ship-2020', 'darkcast-2018'],
  where: 'reach from proton bremsstrahlung, dipole form factor; numbers from its authors',
  provenance: 'via DarkCast',
  notes:
    'The lengths are those of DarkCast; bernal-2022 takes 60 m of shield and 50 m of volume. Thinned to 0.4 %. The ' +
    'confidence level is not known here.',
  model: 'dark-photon',
  production: 'proton-bremsstrahlung',
  finalState: ['ee', 'mumu', 'hadrons'],
  window: { kind: 'displaced', shield_m: 50, volume_m: 35 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.002, 3.6867e-7, 0.0014502], [0.005, 2.3526e-7, 0.00058098], [0.01, 1.6642e-7, 0.00035611], [0.05, 7.52e-8, 6.3897e-5],
      [0.1, 5.2771e-8, 3.0649e-5], [0.2, 3.798e-8, 1.4677e-5], [0.25, 2.932e-8, 8.7621e-6], [0.3, 2.6552e-8, 6.7433e-6],
      [0.35, 2.464e-8, 5.7131e-6], [0.4, 2.2815e-8, 4.626e-6], [0.45, 2.1545e-8, 4.0189e-6], [0.5, 2.0478e-8, 3.3979e-6],
      [0.55, 1.921e-8, 2.8668e-6], [0.6, 1.8027e-8, 2.3478e-6], [0.65, 1.6319e-8, 1.9023e-6], [0.7, 1.4809e-8, 1.361e-6],
      [0.75, 1.2987e-8, 9.7563e-7], [0.8, 1.3215e-8, 1.0099e-6], [0.81, 1.3594e-8, 1.0827e-6], [0.82, 1.3833e-8, 1.1321e-6],
      [0.83, 1.4077e-8, 1.1604e-6], [0.84, 1.4387e-8, 1.2052e-6], [0.85, 1.4893e-8, 1.2937e-6], [0.86, 1.5e-8, 1.2632e-6],
      [0.87, 1.6e-8, 1.3497e-6], [0.88, 1.6309e-8, 1.3485e-6], [0.89, 1.682e-8, 1.4174e-6], [0.9, 1.7498e-8, 1.4069e-6],
      [0.95, 1.9824e-8, 1.4333e-6], [1, 2.1472e-8, 1.2256e-6], [1.1, 2.5933e-8, 1.1868e-6], [1.2, 3.0184e-8, 1.0377e-6],
      [1.3, 3.4108e-8, 8.5417e-7], [1.4, 3.7708e-8, 7.0018e-7], [1.5, 4.191e-8, 5.6229e-7], [1.6, 4.7282e-8, 4.8234e-7],
      [1.7, 5.3961e-8, 4.1162e-7], [1.8, 6.2751e-8, 3.7333e-7], [1.9, 7.2667e-8, 3.4475e-7], [2, 8.5665e-8, 2.8268e-7],
      [2.1, 1.0595e-7, 2.1965e-7],
    ],
  },
}
