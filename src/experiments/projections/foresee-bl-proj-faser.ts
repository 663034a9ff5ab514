import type { PublishedLimit } from '../../constraints/published.ts'

/** FASER during Run 3, read for B−L. */
export const foresee_bl_proj_faser: PublishedLimit = {
  id: 'foresee-bl-proj-faser',
  experiment: 'FASER',
  label: 'FASER',
  title: 'FASER at the LHC: X → e⁺e⁻, read for B−L',
  group: 'colliders',
  kind: 'projection',
  confidence: null,
  citations: ['fpf-2022', 'foresee-2021'],
  where: 'curve FASER of the compilation for B−L',
  provenance: 'via FORESEE',
  notes:
    'Which publication the curve comes from is inferred from the name of its file. The curve ends below the pion mass, so π⁰ decays make the boson. ' +
    'The confidence level is not known here.',
  unverified: 'the publication of the curve',
  model: 'b-l',
  production: 'pi0-photon',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 476, volume_m: 1.5 },
  bound: {
    shape: 'contour',
    // biome-ignore format: rows
    rows: [
      [0.0020128, 2.9151e-06], [0.0027352, 2.4282e-06], [0.0038282, 2.0565e-06], [0.0049625, 1.8307e-06], [0.0066645, 1.6029e-06],
      [0.0087417, 1.3918e-06], [0.011602, 1.2186e-06], [0.015767, 1.0581e-06], [0.020559, 9.498e-07], [0.026495, 8.5258e-07],
      [0.035165, 7.7813e-07], [0.044521, 7.403e-07], [0.053769, 7.1611e-07], [0.063799, 7.3418e-07], [0.073068, 7.717e-07],
      [0.080775, 8.316e-07], [0.087727, 9.4195e-07], [0.094161, 1.1215e-06], [0.097553, 1.4034e-06], [0.097553, 1.6989e-06],
      [0.094718, 2.1437e-06], [0.089822, 2.6827e-06], [0.082217, 3.3019e-06], [0.073068, 4.132e-06], [0.064556, 5.0857e-06],
      [0.054729, 6.5249e-06], [0.042973, 9.2489e-06], [0.031437, 1.3666e-05], [0.02327, 1.9696e-05], [0.016626, 3.0085e-05],
      [0.01174, 4.4824e-05], [0.0075879, 7.3785e-05], [0.0051716, 1.1459e-04], [0.0036951, 1.7216e-04], [0.0026714, 2.4201e-04],
      [0.0020009, 3.4305e-04],
    ],
  },
}
