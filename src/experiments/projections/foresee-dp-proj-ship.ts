import type { PublishedLimit } from '../../constraints/published.ts'
import { PROTON_DUMP } from '../limits/production.ts'

/** SHiP, all production mechanisms, as compiled by FORESEE. */
export const foresee_dp_proj_ship: PublishedLimit = {
  id: 'foresee-dp-proj-ship',
  experiment: 'SHiP',
  label: 'SHiP',
  title: 'SHiP, all production mechanisms, as compiled by FORESEE',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['foresee-2021'],
  where: 'curve SHiP of the compilation',
  provenance: 'via FORESEE',
  notes:
    'The publication the curve comes from is not known; it reaches ε = 1.6 × 10⁻⁹ and 8 GeV, so it is not the contour of ' +
    'ship-2020. It does not resolve ρ, ω and φ, at whose masses the edges would take bosons of more than the beam energy. ' +
    'Below 0.25 GeV the source has the upper edge alone: left out. Thinned to 0.5 %. The confidence level is not known here. Plots draw it only when it is named.',
  unverified:
    'the curve, whose lower edge is ten times below that of ship-2020 and stands for far less than one decay; shares of the ' +
    'production mechanisms; edges at the masses of ρ, ω and φ',
  isVariant: true,
  model: 'dark-photon',
  production: PROTON_DUMP,
  finalState: ['ee', 'mumu', 'hadrons'],
  window: { kind: 'displaced', shield_m: 60, volume_m: 50 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.24816, 1.6635e-09, 9.6986e-06], [0.25644, 1.6594e-09, 9.3265e-06], [0.27794, 1.6493e-09, 8.8069e-06],
      [0.28705, 1.6424e-09, 8.607e-06], [0.31129, 1.6253e-09, 7.5303e-06], [0.32106, 1.6248e-09, 7.1563e-06],
      [0.34865, 1.6233e-09, 6.5398e-06], [0.39049, 1.5997e-09, 5.7779e-06], [0.43602, 1.5827e-09, 5.1219e-06],
      [0.43735, 1.5822e-09, 5.1106e-06], [0.48273, 1.5754e-09, 4.7587e-06], [0.48983, 1.5744e-09, 4.6735e-06],
      [0.54299, 1.5849e-09, 4.1144e-06], [0.54861, 1.586e-09, 4.0441e-06], [0.60815, 1.6271e-09, 3.4039e-06],
      [0.61445, 1.6313e-09, 3.3251e-06], [0.65652, 1.6619e-09, 2.8602e-06], [0.68818, 1.684e-09, 2.6999e-06],
      [0.72456, 1.7228e-09, 2.5349e-06], [0.77077, 1.7706e-09, 2.3017e-06], [0.86327, 2.043e-09, 1.9284e-06],
      [0.96686, 2.401e-09, 1.6157e-06], [1.018, 2.5568e-09, 1.4908e-06], [1.0829, 2.7569e-09, 1.3751e-06],
      [1.1401, 2.8514e-09, 1.2857e-06], [1.4302, 3.3076e-09, 9.9812e-07], [1.5214, 3.4442e-09, 9.1857e-07],
      [1.7941, 3.7479e-09, 7.3606e-07], [1.9085, 3.8686e-09, 6.7088e-07], [2.0094, 3.9887e-09, 6.2098e-07],
      [2.1375, 4.1378e-09, 5.5416e-07], [2.823, 4.9813e-09, 3.3198e-07], [3.5413, 5.7943e-09, 2.3001e-07],
      [3.7671, 6.0382e-09, 2.095e-07], [4.2191, 6.5619e-09, 1.7653e-07], [4.9753, 7.7359e-09, 1.3761e-07],
      [5.2925, 8.2282e-09, 1.2394e-07], [5.5437, 8.7374e-09, 1.1458e-07], [5.9277, 9.529e-09, 9.0957e-08],
      [6.0511, 1.0186e-08, 8.4721e-08], [6.5372, 1.3081e-08, 6.2533e-08], [7.6692, 2.3061e-08, 3.3383e-08],
      [7.9918, 2.8392e-08, 2.8392e-08],
    ],
  },
}
