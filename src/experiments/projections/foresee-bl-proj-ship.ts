import type { PublishedLimit } from '../../constraints/published.ts'
import { PROTON_DUMP } from '../limits/production.ts'

/** SHiP, read for B−L. */
export const foresee_bl_proj_ship: PublishedLimit = {
  id: 'foresee-bl-proj-ship',
  experiment: 'SHiP',
  label: 'SHiP',
  title: 'SHiP, read for B−L',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['ship-2020', 'foresee-2021'],
  where: 'curve SHIP of the compilation for B−L',
  provenance: 'via FORESEE',
  notes:
    'Which publication the curve comes from is inferred from the name of its file. Below 1.14 GeV the source has the upper ' +
    'edge alone: left out. Thinned to 0.5 %. The confidence level is not known here.',
  unverified: 'shares of the production mechanisms',
  model: 'b-l',
  production: PROTON_DUMP,
  finalState: ['ee', 'mumu', 'hadrons'],
  window: { kind: 'displaced', shield_m: 60, volume_m: 50 },
  bound: {
    shape: 'contour',
    // biome-ignore format: rows
    rows: [
      [1.1444, 1.1067e-08], [1.1444, 1.3041e-08], [1.1714, 1.4872e-08], [1.3008, 1.6415e-08], [1.8233, 2.1715e-08], [1.9781, 2.4363e-08],
      [2.1712, 2.919e-08], [2.4111, 4.2588e-08], [2.3832, 5.9135e-08], [2.3283, 6.968e-08], [2.1967, 8.3457e-08], [2.1213, 9.8336e-08],
      [2.0013, 1.1778e-07], [1.8022, 1.4105e-07], [1.6611, 1.6618e-07], [1.549, 1.9903e-07], [1.4445, 2.3068e-07], [1.2416, 2.8545e-07],
      [1.1444, 3.0477e-07],
    ],
  },
}
