import type { PublishedLimit } from '../../constraints/published.ts'

/** SpinQuest: X → e⁺e⁻. */
export const proj_spinquest_ee: PublishedLimit = {
  id: 'proj-spinquest-ee',
  experiment: 'SpinQuest',
  label: 'SpinQuest',
  title: 'SpinQuest: X → e⁺e⁻',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['spinquest-2023', 'darkcast-2018'],
  where: 'Fig. 6, left, solid red line',
  provenance: 'via DarkCast',
  notes: 'Thinned to 0.5 %. The confidence level is not known here.',
  model: 'dark-photon',
  production: 'pion-bremsstrahlung',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 5, volume_m: 7 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.01, 7e-7, 0.00039], [0.030048, 3.9e-7, 0.00014], [0.080243, 2.4e-7, 4.6e-5], [0.20088, 1.6916e-7, 1.3416e-5],
      [0.30112, 1.175e-7, 8.254e-6], [0.30149, 1.1726e-7, 7.3505e-6], [0.37331, 1.1245e-7, 5.109e-6], [0.4161, 1.1007e-7, 4.6683e-6],
      [0.56959, 9.8477e-8, 3.1623e-6], [0.60259, 9.5803e-8, 1.9573e-6], [0.60359, 9.572e-8, 1.9063e-6], [0.69582, 9.7351e-8, 1.2115e-6],
      [0.70435, 9.7501e-8, 8.9476e-7], [0.7377, 9.7872e-8, 7.4989e-7], [0.80513, 9.8619e-8, 5.8982e-7], [0.83664, 9.5386e-8, 7.4989e-7],
      [0.90592, 8.7862e-8, 1.0642e-6], [1.0067, 8.5995e-8, 1.0012e-6], [1.2768, 9.7773e-8, 7.4989e-7], [1.4823, 1.0586e-7, 4.6416e-7],
      [1.511, 1.0694e-7, 3.8559e-7], [1.571, 1.1007e-7, 3.6689e-7], [1.7929, 1.5361e-7, 2.873e-7], [1.9481, 1.7783e-7, 2.1481e-7],
    ],
  },
}
