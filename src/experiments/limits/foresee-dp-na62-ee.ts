import type { PublishedLimit } from '../../constraints/published.ts'
import { PROTON_DUMP } from './production.ts'

/** NA62 in beam-dump mode, 2023: X → e⁺e⁻. */
export const foresee_dp_na62_ee: PublishedLimit = {
  id: 'foresee-dp-na62-ee',
  experiment: 'NA62',
  label: 'NA62 (dump)',
  title: 'NA62 in beam-dump mode, 2023: X → e⁺e⁻',
  group: 'beam dumps',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['na62-2023-ee', 'foresee-2021'],
  where: 'curve NA62 (ee) of the compilation',
  provenance: 'via FORESEE',
  notes:
    'Which publication the curve comes from is inferred from the name of its file. Lengths as for μ⁺μ⁻. Thinned to 0.5 %. ' +
    'The source states no confidence level; 90 % is that conventionally quoted.',
  unverified: 'shares of the production mechanisms',
  model: 'dark-photon',
  production: PROTON_DUMP,
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 142, volume_m: 75 },
  bound: {
    shape: 'contour',
    // biome-ignore format: rows
    rows: [
      [0.0050448, 4.5567e-6], [0.010032, 1.4896e-6], [0.019608, 8.8535e-7], [0.033677, 6.4223e-7], [0.047582, 5.6188e-7],
      [0.056985, 5.104e-7], [0.07219, 4.818e-7], [0.08855, 5.1368e-7], [0.10321, 5.8765e-7], [0.11373, 5.9523e-7], [0.1279, 5.839e-7],
      [0.18096, 4.7873e-7], [0.20178, 4.6364e-7], [0.22461, 4.5773e-7], [0.28215, 4.6961e-7], [0.30721, 4.6961e-7], [0.33621, 4.818e-7],
      [0.36297, 4.849e-7], [0.42669, 5.2701e-7], [0.45135, 5.5473e-7], [0.471, 6.2253e-7], [0.4824, 7.2599e-7], [0.47191, 8.8549e-7],
      [0.45927, 1.0065e-6], [0.44544, 1.1081e-6], [0.40639, 1.3955e-6], [0.36265, 1.7351e-6], [0.35535, 1.9597e-6], [0.3371, 2.0893e-6],
      [0.25769, 3.2093e-6], [0.2355, 3.9903e-6], [0.22493, 4.3092e-6], [0.21779, 4.8669e-6], [0.21127, 6.6617e-6], [0.2063, 7.012e-6],
      [0.19306, 7.2868e-6], [0.18439, 7.3807e-6], [0.16965, 8.6074e-6], [0.15985, 9.2359e-6], [0.14934, 9.7216e-6], [0.14215, 9.9102e-6],
      [0.13716, 1.0771e-5], [0.11014, 1.3137e-5], [0.085054, 1.7982e-5], [0.040797, 4.0051e-5], [0.034475, 4.7007e-5],
      [0.028543, 5.3776e-5], [0.024574, 5.6968e-5], [0.0096609, 0.00016395], [0.0050881, 0.00030715], [0.00504, 4.5068e-6],
    ],
  },
}
