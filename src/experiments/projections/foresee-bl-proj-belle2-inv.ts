import type { PublishedLimit } from '../../constraints/published.ts'

/** Belle II, read for B−L: e⁺e⁻ → γX, X → neutrinos. */
export const foresee_bl_proj_belle2_inv: PublishedLimit = {
  id: 'foresee-bl-proj-belle2-inv',
  experiment: 'Belle II',
  label: 'Belle II (invisible)',
  title: 'Belle II, read for B−L: e⁺e⁻ → γX, X → neutrinos',
  group: 'colliders',
  kind: 'projection',
  confidence: null,
  citations: ['belle2-physics-book', 'foresee-2021'],
  where: 'curve Belle-IIyvv of the compilation for B−L',
  provenance: 'via FORESEE',
  notes:
    'Which publication the curve comes from is inferred from the name of its file. The branching ratio into neutrinos is ' +
    'that of B−L. Thinned without loss. The confidence level is not known here.',
  model: 'b-l',
  production: 'electron-positron',
  finalState: 'invisible',
  window: 'any',
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.0030786, 1.7044e-5], [0.0038125, 1.727e-5], [0.0045857, 1.7028e-5], [0.0057343, 1.702e-5], [0.0068972, 1.7247e-5],
      [0.0084588, 1.7005e-5], [0.016065, 1.6981e-5], [0.020285, 1.6742e-5], [0.024398, 1.6965e-5], [0.057382, 1.6933e-5],
      [0.071755, 1.6924e-5], [0.089727, 1.6686e-5], [0.1122, 1.6908e-5], [0.19715, 1.6886e-5], [0.22154, 1.7588e-5], [0.24415, 1.8828e-5],
      [0.29082, 1.9879e-5], [0.63281, 1.9844e-5], [0.71109, 2.2436e-5], [0.75378, 2.4685e-5], [0.81473, 2.2429e-5], [0.8806, 2.0102e-5],
      [0.97995, 1.9556e-5], [1.1228, 2.1513e-5], [1.3117, 2.1213e-5], [1.5323, 2.1206e-5], [1.7557, 2.2699e-5], [1.9538, 2.2385e-5],
      [2.882, 3.1049e-5], [3.4329, 3.278e-5], [3.9717, 3.6556e-5], [4.595, 3.8074e-5], [5.3681, 4.1313e-5], [6.2105, 4.8e-5],
      [6.9787, 6.394e-5], [7.691, 5.8094e-5], [7.9185, 0.00051035], [7.9958, 7.635e-5], [8.0739, 0.0003036],
    ],
  },
}
