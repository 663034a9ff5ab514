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
    'ship-2020. Below 0.25 GeV the source has the upper edge alone: left out. Thinned to 0.5 %. The confidence level is not ' +
    'known here.',
  unverified:
    'the curve, whose lower edge is ten times below that of ship-2020 and stands for far less than one decay; shares of the ' +
    'production mechanisms',
  model: 'dark-photon',
  production: PROTON_DUMP,
  finalState: ['ee', 'mumu', 'hadrons'],
  window: { kind: 'displaced', shield_m: 60, volume_m: 50 },
  bound: {
    shape: 'contour',
    // biome-ignore format: rows
    rows: [
      [0.24816, 1.6635e-9], [0.27794, 1.6493e-9], [0.31129, 1.6253e-9], [0.34865, 1.6233e-9], [0.39049, 1.5997e-9], [0.43735, 1.5822e-9],
      [0.48983, 1.5744e-9], [0.54861, 1.586e-9], [0.61445, 1.6313e-9], [0.68818, 1.684e-9], [0.77077, 1.7706e-9], [0.86327, 2.043e-9],
      [0.96686, 2.401e-9], [1.0829, 2.7569e-9], [1.5214, 3.4442e-9], [1.9085, 3.8686e-9], [2.1375, 4.1378e-9], [3.7671, 6.0382e-9],
      [4.2191, 6.5619e-9], [5.2925, 8.2282e-9], [5.9277, 9.529e-9], [6.5372, 1.3081e-8], [7.6692, 2.3061e-8], [7.9918, 2.8392e-8],
      [6.0511, 8.4721e-8], [5.5437, 1.1458e-7], [4.9753, 1.3761e-7], [3.5413, 2.3001e-7], [2.823, 3.3198e-7], [2.0094, 6.2098e-7],
      [1.7941, 7.3606e-7], [1.4302, 9.9812e-7], [1.1401, 1.2857e-6], [1.018, 1.4908e-6], [0.72456, 2.5349e-6], [0.65652, 2.8602e-6],
      [0.60815, 3.4039e-6], [0.54299, 4.1144e-6], [0.48273, 4.7587e-6], [0.43602, 5.1219e-6], [0.32106, 7.1563e-6], [0.28705, 8.607e-6],
      [0.25644, 9.3265e-6],
    ],
  },
}
