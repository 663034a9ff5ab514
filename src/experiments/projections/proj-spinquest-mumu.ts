import type { PublishedLimit } from '../../constraints/published.ts'

/** SpinQuest: X → μ⁺μ⁻. */
export const proj_spinquest_mumu: PublishedLimit = {
  id: 'proj-spinquest-mumu',
  experiment: 'SpinQuest',
  label: 'SpinQuest',
  title: 'SpinQuest: X → μ⁺μ⁻',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['spinquest-2023', 'darkcast-2018'],
  where: 'Fig. 6, left, solid red line',
  provenance: 'via DarkCast',
  notes: 'Every point of the source. The confidence level is not known here.',
  model: 'dark-photon',
  production: 'pion-bremsstrahlung',
  finalState: ['mumu'],
  window: { kind: 'displaced', shield_m: 5, volume_m: 7 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.22984, 1.103e-6, 1.4678e-6], [0.2352, 1.0821e-6, 2.1544e-6], [0.25536, 1e-6, 2.4701e-6], [0.30155, 7.7979e-7, 3.0736e-6],
      [0.37755, 8.1389e-7, 2.1544e-6], [0.40224, 8.2466e-7, 1.6309e-6], [0.43559, 9.3178e-7, 1.4678e-6], [0.45896, 1e-6, 1.3418e-6],
    ],
  },
}
