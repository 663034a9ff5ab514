import type { PublishedLimit } from '../../constraints/published.ts'
import { PROTON_DUMP } from '../limits/production.ts'

/** SHiP as of 2015: meson decays, X → e⁺e⁻. */
export const proj_ship_2015_mesons: PublishedLimit = {
  id: 'proj-ship-2015-mesons',
  experiment: 'SHiP',
  label: 'SHiP (mesons)',
  title: 'SHiP as of 2015: meson decays, X → e⁺e⁻',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['ship-2015', 'darkcast-2018'],
  where: 'Fig. 2.6, blue line',
  provenance: 'via DarkCast',
  notes:
    'Every point of the source but the last, at 525 MeV, which belongs to the line that closes the drawn area. The confidence ' +
    'level is not known here.',
  model: 'dark-photon',
  production: PROTON_DUMP,
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 64, volume_m: 48 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.0029048, 5.0644e-8, 0.00070887], [0.003, 5.027e-8, 0.0007025], [0.0070001, 3.068e-8, 0.00034077],
      [0.0074984, 3.0248e-8, 0.0002629], [0.014, 2.3916e-8, 0.0001317], [0.017, 2.034e-8, 0.00011726], [0.023, 1.9009e-8, 8.0999e-5],
      [0.042, 1.398e-8, 4.465e-5], [0.048, 1.196e-8, 4.1623e-5], [0.074001, 1.0277e-8, 2.451e-5], [0.084, 9.5511e-9, 2.285e-5],
      [0.125, 9.2394e-9, 1.414e-5], [0.158, 8.9806e-9, 9.1518e-6], [0.162, 8.9487e-9, 9.0066e-6], [0.216, 7.9302e-9, 6.7469e-6],
      [0.235, 7.5391e-9, 4.2949e-6], [0.287, 6.347e-9, 3.9386e-6], [0.321, 6.2761e-9, 3.687e-6], [0.426, 6.0519e-9, 2.6899e-6],
      [0.467, 5.9621e-9, 2.18e-6], [0.522, 5.8394e-9, 1.446e-6],
    ],
  },
}
