import type { PublishedScattering } from '../../constraints/index.ts'

/** CHARM-II, ν_μ on electrons, read as B−L, as FORESEE holds it. */
export const foresee_bl_charm2: PublishedScattering = {
  id: 'foresee-bl-charm2',
  experiment: 'CHARM-II',
  label: 'CHARM-II (FORESEE)',
  title: 'CHARM-II, ν_μ on electrons, read as B−L, as FORESEE holds it',
  confidence: 0.9,
  citations: ['bauer-2018', 'bilmis-2015', 'charm2-1994', 'foresee-2021'],
  where: 'file of lines for U(1)B−L',
  provenance: 'via FORESEE',
  notes:
    'Read through the rate of 23.7 GeV muon neutrinos, the mean energy, with recoils of 3 to 24 GeV. With the sign of B−L the rate first falls; the limit comes from a lack of events. Thinned to 0.5 %; the confidence level is that conventionally quoted.',
  unverified: 'recoil window',
  model: 'b-l',
  beam: { flavours: [0, 1, 0], energy_GeV: 23.7, recoils_GeV: [3, 24] },
  // biome-ignore format: rows
  rows: [
    [1e-06, 6.2688e-05], [0.0019347, 6.3168e-05], [0.003006, 6.3552e-05], [0.0073057, 6.3254e-05], [0.014197, 6.4099e-05],
    [0.022058, 6.5399e-05], [0.034273, 6.8118e-05], [0.043452, 6.88e-05], [0.052897, 7.4194e-05], [0.065409, 7.8933e-05],
    [0.08, 8.4745e-05], [0.098054, 9.278e-05], [0.11856, 0.00010279], [0.1424, 0.00011527], [0.16987, 0.00013022], [0.20265, 0.0001483],
    [0.33033, 0.00022468], [0.38876, 0.00025995], [0.8371, 0.00054539], [1.0, 0.00062257],
  ],
}
