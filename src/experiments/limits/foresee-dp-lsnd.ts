import type { PublishedLimit } from '../../constraints/published.ts'

/** Proton beam dump LSND, 2001: π⁰ → γX, X → e⁺e⁻. */
export const foresee_dp_lsnd: PublishedLimit = {
  id: 'foresee-dp-lsnd',
  experiment: 'LSND',
  label: 'LSND',
  title: 'Proton beam dump LSND, 2001: π⁰ → γX, X → e⁺e⁻',
  group: 'beam dumps',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['lsnd-2001', 'batell-2009', 'essig-2010', 'foresee-2021'],
  where: 'curve LSND of the compilation',
  provenance: 'via FORESEE',
  notes:
    'The curve goes on above the pion mass, where what makes the bosons is not stated; the strength of π⁰ → γX, continued, ' +
    'stands for it. Thinned to 0.5 %. The source states no confidence level; 90 % is that conventionally quoted.',
  unverified: 'lengths of shield and volume; production above the pion mass',
  model: 'dark-photon',
  production: 'pi0-photon',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 30, volume_m: 8 },
  bound: {
    shape: 'contour',
    // biome-ignore format: rows
    rows: [
      [0.001, 0.00018144], [0.0011603, 0.00017244], [0.0012734, 0.00014803], [0.0014239, 0.0001337], [0.0015628, 0.00011477],
      [0.0017474, 0.00010367], [0.0019179, 8.8991e-5], [0.0021445, 8.038e-5], [0.0023536, 6.9e-5], [0.0026317, 6.2323e-5],
      [0.0028884, 5.35e-5], [0.0032297, 4.8323e-5], [0.0035447, 4.1481e-5], [0.0039635, 3.7467e-5], [0.0043501, 3.2163e-5],
      [0.004864, 2.9051e-5], [0.0053384, 2.4938e-5], [0.0059692, 2.2525e-5], [0.0065514, 1.9336e-5], [0.0073254, 1.7465e-5],
      [0.0080399, 1.4992e-5], [0.0089898, 1.3541e-5], [0.0098666, 1.1624e-5], [0.011032, 1.0499e-5], [0.012108, 9.0129e-6],
      [0.013539, 8.1407e-6], [0.01486, 6.9882e-6], [0.018578, 5.7012e-6], [0.02039, 4.894e-6], [0.0228, 4.4205e-6], [0.025023, 3.7946e-6],
      [0.034982, 2.7962e-6], [0.038394, 2.4003e-6], [0.048003, 1.9583e-6], [0.052685, 1.681e-6], [0.073653, 1.2387e-6],
      [0.080837, 1.0634e-6], [0.10107, 8.6752e-7], [0.11092, 7.447e-7], [0.13869, 6.0755e-7], [0.16706, 4.477e-7], [0.1868, 4.0438e-7],
      [0.19752, 3.1354e-7], [0.19752, 6.1532e-8], [0.19388, 4.3093e-8], [0.18335, 3.3412e-8], [0.16706, 2.8682e-8], [0.1494, 2.5906e-8],
      [0.11092, 2.5906e-8], [0.097374, 2.7259e-8], [0.083903, 2.7259e-8], [0.056757, 3.1754e-8], [0.05076, 3.5156e-8],
      [0.030143, 4.3093e-8], [0.026958, 4.7709e-8], [0.018236, 5.5578e-8], [0.016309, 6.1532e-8], [0.0096847, 7.5422e-8],
      [0.0086613, 8.3502e-8], [0.0051433, 1.0235e-7], [0.0045999, 1.1332e-7], [0.0035447, 1.2546e-7], [0.0031701, 1.389e-7],
      [0.0024429, 1.5378e-7], [0.0021848, 1.7025e-7], [0.0014779, 1.9833e-7], [0.001, 2.832e-7],
    ],
  },
}
