import type { PublishedLimit } from '../../constraints/published.ts'

/** FASER at the LHC, 27 fb⁻¹, 2023: X → e⁺e⁻, whole contour. */
export const foresee_dp_faser_2023: PublishedLimit = {
  id: 'foresee-dp-faser-2023',
  experiment: 'FASER',
  label: 'FASER',
  title: 'FASER at the LHC, 27 fb⁻¹, 2023: X → e⁺e⁻, whole contour',
  group: 'colliders',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['faser-2023', 'foresee-2021'],
  where: 'curve FASER 27 fb⁻¹ of the compilation',
  provenance: 'via FORESEE',
  notes:
    'Which publication the curve comes from is inferred from the name of its file. The whole curve lies below the pion ' +
    'mass. Thinned to 0.5 %. The source states no confidence level; 90 % is that conventionally quoted.',
  unverified: 'lengths of shield and volume, from memory',
  model: 'dark-photon',
  production: 'pi0-photon',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 476, volume_m: 1.5 },
  bound: {
    shape: 'contour',
    // biome-ignore format: rows
    rows: [
      [0.01, 0.00023772], [0.011425, 0.0002051], [0.014218, 0.00016518], [0.017346, 0.00012295], [0.021933, 9.0629e-5],
      [0.024517, 8.0139e-5], [0.030511, 6.0541e-5], [0.03782, 4.7807e-5], [0.049564, 3.1935e-5], [0.052506, 2.9663e-5],
      [0.070192, 1.8226e-5], [0.081643, 1.1253e-5], [0.085804, 6.9826e-6], [0.071034, 4.7572e-6], [0.059277, 4.2692e-6],
      [0.047442, 3.8882e-6], [0.039354, 4.2902e-6], [0.029321, 4.8997e-6], [0.020911, 5.9654e-6], [0.015152, 6.8465e-6], [0.01, 8.5854e-6],
    ],
  },
}
