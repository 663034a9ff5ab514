import type { PublishedLimit } from '../../constraints/published.ts'

/** NA62 in beam-dump mode, 2023: X → μ⁺μ⁻, whole contour. */
export const foresee_dp_na62_mumu: PublishedLimit = {
  id: 'foresee-dp-na62-mumu',
  experiment: 'NA62',
  label: 'NA62 (dump)',
  title: 'NA62 in beam-dump mode, 2023: X → μ⁺μ⁻, whole contour',
  group: 'beam dumps',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['na62-2023-mumu', 'foresee-2021'],
  where: 'curve NA62 (μμ) of the compilation',
  provenance: 'via FORESEE',
  notes:
    'Which publication the curve comes from is inferred from the name of its file. The whole curve lies below the η mass. ' +
    'Thinned to 0.5 %. The source states no confidence level; 90 % is that conventionally quoted.',
  unverified: 'shares of the production mechanisms',
  model: 'dark-photon',
  production: 'eta-photon',
  finalState: ['mumu'],
  window: { kind: 'displaced', shield_m: 142, volume_m: 75 },
  bound: {
    shape: 'contour',
    // biome-ignore format: rows
    rows: [
      [0.21521, 2.8229e-6], [0.22019, 3.205e-6], [0.23278, 3.2365e-6], [0.24475, 3.1739e-6], [0.24961, 3.0822e-6], [0.25483, 3.0523e-6],
      [0.29172, 2.6107e-6], [0.2988, 2.5107e-6], [0.30539, 2.4863e-6], [0.35419, 2.0252e-6], [0.36043, 1.8914e-6], [0.37486, 1.8189e-6],
      [0.39199, 1.6822e-6], [0.40502, 1.5406e-6], [0.40902, 1.3437e-6], [0.4144, 1.3307e-6], [0.41986, 1.4529e-6], [0.44242, 1.3569e-6],
      [0.47387, 1.1053e-6], [0.49016, 1.0526e-6], [0.49716, 1.0024e-6], [0.50426, 1.0024e-6], [0.50978, 9.271e-7], [0.53717, 7.4784e-7],
      [0.53834, 5.6337e-7], [0.51537, 4.9137e-7], [0.4891, 4.589e-7], [0.47387, 4.5444e-7], [0.46315, 4.4132e-7], [0.43099, 4.2441e-7],
      [0.42032, 4.2441e-7], [0.4144, 5.5247e-7], [0.40902, 5.471e-7], [0.40502, 4.2441e-7], [0.37938, 4.1215e-7], [0.35964, 4.1215e-7],
      [0.35112, 4.0815e-7], [0.29815, 4.0418e-7], [0.28356, 4.0025e-7], [0.26159, 4.0815e-7], [0.24825, 4.162e-7], [0.23921, 4.2857e-7],
      [0.23202, 4.4565e-7], [0.22578, 4.7255e-7], [0.22019, 5.0598e-7], [0.21521, 6.0916e-7], [0.21451, 2.322e-6],
    ],
  },
}
