import type { PublishedLimit } from '../../constraints/published.ts'

/** Belle II: e⁺e⁻ → γX, X → e⁺e⁻, μ⁺μ⁻, as compiled by FORESEE. */
export const foresee_dp_proj_belle2: PublishedLimit = {
  id: 'foresee-dp-proj-belle2',
  experiment: 'Belle II',
  label: 'Belle II',
  title: 'Belle II: e⁺e⁻ → γX, X → e⁺e⁻, μ⁺μ⁻, as compiled by FORESEE',
  group: 'colliders',
  kind: 'projection',
  confidence: null,
  citations: ['belle2-physics-book', 'foresee-2021'],
  where: 'curve Belle2 of the compilation',
  provenance: 'via FORESEE',
  notes:
    'Which publication the curve comes from is inferred from the name of its file. The gaps are where the curve runs up to ' +
    'its end at 0.01, near resonances. Thinned to 0.2 %. Decays are taken as seen whatever the lifetime. The confidence ' +
    'level is not known here.',
  model: 'dark-photon',
  production: 'electron-positron',
  finalState: ['ee', 'mumu'],
  window: 'any',
  bound: {
    shape: 'upper-limit',
    gaps: [
      [0.77189, 0.89747],
      [0.99823, 1.1919],
      [2.9974, 3.6108],
      [3.6108, 4.2357],
    ],
    // biome-ignore format: rows
    rows: [
      [0.022641, 0.00031082], [0.026796, 0.00026666], [0.029541, 0.00030492], [0.03315, 0.00024699], [0.036872, 0.00029346],
      [0.041012, 0.00022017], [0.046846, 0.00022443], [0.064462, 0.0002119], [0.098661, 0.00017834], [0.21151, 0.0001501],
      [0.21339, 0.00012393], [0.23112, 0.00014171], [0.30424, 0.000153], [0.49546, 0.00016838], [0.62393, 0.00020006],
      [0.77189, 0.00034868], [0.89747, 0.00021599], [0.99823, 0.00018179], [1.1919, 0.0001853], [1.4232, 0.00018889], [1.6401, 0.00022017],
      [1.8243, 0.00021599], [2.0112, 0.00019627], [2.3177, 0.00022017], [2.743, 0.00020788], [2.9974, 0.00020788], [3.6108, 0.00019627],
      [4.2357, 0.00023771], [5.0576, 0.00022443], [6.0389, 0.00021599], [6.9595, 0.00020006], [8.0917, 0.00018179], [9.0002, 0.000153],
      [10.19, 0.00011047],
    ],
  },
}
