import type { PublishedLimit } from '../../constraints/published.ts'

/** SHiP as of 2015: proton bremsstrahlung, X → e⁺e⁻. */
export const proj_ship_2015_brem: PublishedLimit = {
  id: 'proj-ship-2015-brem',
  experiment: 'SHiP',
  label: 'SHiP ($p$ brems.)',
  title: 'SHiP as of 2015: proton bremsstrahlung, X → e⁺e⁻',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['ship-2015', 'darkcast-2018'],
  where: 'Fig. 2.6, red line',
  provenance: 'via DarkCast',
  notes:
    'The source does not resolve the ω and the φ, at whose masses the edges would take bosons of more than the beam energy. ' +
    'Thinned to 0.3 %. The confidence level is not known here.',
  unverified: 'edges at the masses of the ω and the φ',
  model: 'dark-photon',
  production: 'proton-bremsstrahlung',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 64, volume_m: 48 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.00398, 2.9315e-7, 0.00062699], [0.0070001, 2.7341e-7, 0.0003625], [0.02, 1.6319e-7, 0.0001229], [0.023253, 1.2078e-7, 0.00011754],
      [0.038, 9.5648e-8, 8.9323e-5], [0.053, 8.8445e-8, 4.517e-5], [0.102, 5.9081e-8, 2.464e-5], [0.105, 5.8558e-8, 2.279e-5],
      [0.2, 3.8509e-8, 1.5168e-5], [0.252, 3.614e-8, 8.4692e-6], [0.399, 2.839e-8, 4.33e-6], [0.491, 2.8334e-8, 3.0609e-6],
      [0.55799, 2.8293e-8, 2.423e-6], [0.592, 2.8272e-8, 1.818e-6], [0.605, 2.8264e-8, 1.485e-6], [0.62699, 2.825e-8, 1.438e-6],
      [0.697, 2.5918e-8, 1.277e-6], [0.777, 2.2964e-8, 9.6598e-7], [0.801, 2.2e-8, 8.6728e-7], [0.824, 2.4493e-8, 7.608e-7],
      [0.98799, 3.7769e-8, 9.8979e-7], [1.021, 3.991e-8, 9.5671e-7], [1.27, 5.3651e-8, 6.5952e-7], [1.402, 7.5628e-8, 5.1035e-7],
      [1.463, 8.8734e-8, 4.24e-7], [1.571, 1.081e-7, 3.2382e-7], [1.598, 1.1242e-7, 2.9349e-7], [1.704, 1.2799e-7, 1.796e-7],
    ],
  },
}
