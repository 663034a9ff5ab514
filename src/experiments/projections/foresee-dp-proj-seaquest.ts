import type { PublishedLimit } from '../../constraints/published.ts'
import { PROTON_DUMP } from '../limits/production.ts'

/** SeaQuest: X → e⁺e⁻, μ⁺μ⁻, as compiled by FORESEE. */
export const foresee_dp_proj_seaquest: PublishedLimit = {
  id: 'foresee-dp-proj-seaquest',
  experiment: 'SeaQuest',
  label: 'SeaQuest',
  title: 'SeaQuest: X → e⁺e⁻, μ⁺μ⁻, as compiled by FORESEE',
  group: 'beam dumps',
  kind: 'projection',
  confidence: null,
  citations: ['berlin-2018', 'foresee-2021'],
  where: 'curve SeaQuest of the compilation',
  provenance: 'via FORESEE',
  notes:
    'Which publication the curve comes from is inferred from the name of its file. Thinned to 0.5 %. The confidence level ' +
    'is not known here.',
  unverified: 'shares of the production mechanisms; lengths of shield and volume',
  model: 'dark-photon',
  production: PROTON_DUMP,
  finalState: ['ee', 'mumu'],
  window: { kind: 'displaced', shield_m: 5, volume_m: 1 },
  bound: {
    shape: 'contour',
    // biome-ignore format: rows
    rows: [
      [0.0097468, 0.00051834], [0.014283, 0.00033868], [0.026888, 0.00017351], [0.043825, 0.00010887], [0.05389, 8.3652e-5],
      [0.071434, 6.4277e-5], [0.092936, 4.6476e-5], [0.12553, 3.3605e-5], [0.15534, 2.5822e-5], [0.191, 2.1085e-5], [0.20851, 1.9053e-5],
      [0.21902, 1.4218e-5], [0.29596, 8.7901e-6], [0.37058, 6.4043e-6], [0.44746, 5.0652e-6], [0.52109, 4.0062e-6], [0.56439, 3.4396e-6],
      [0.60469, 2.9532e-6], [0.64321, 2.4768e-6], [0.70448, 1.6429e-6], [0.73585, 1.4784e-6], [0.77692, 1.4611e-6], [0.82916, 1.5861e-6],
      [0.88803, 1.8692e-6], [0.9547, 1.8912e-6], [1.0118, 1.7018e-6], [1.0454, 1.4958e-6], [1.1239, 1.5313e-6], [1.1868, 1.3942e-6],
      [1.2623, 1.2111e-6], [1.3284, 8.9281e-7], [1.368, 6.354e-7], [1.3636, 4.5754e-7], [1.3443, 3.6614e-7], [1.2969, 2.7632e-7],
      [1.242, 2.4287e-7], [1.1512, 2.2112e-7], [1.067, 2.1099e-7], [0.98537, 1.9665e-7], [0.89056, 1.6493e-7], [0.84362, 1.4497e-7],
      [0.81679, 1.1601e-7], [0.77703, 5.9451e-8], [0.73273, 1.1466e-7], [0.69125, 1.5553e-7], [0.64514, 1.9209e-7], [0.60215, 2.2373e-7],
      [0.55597, 2.5157e-7], [0.49152, 2.7958e-7], [0.28555, 2.8959e-7], [0.24261, 3.035e-7], [0.20464, 3.1437e-7], [0.17322, 3.5349e-7],
      [0.14824, 3.8373e-7], [0.12777, 4.2148e-7], [0.10663, 3.7483e-7], [0.09227, 3.2947e-7], [0.075887, 3.2183e-7], [0.060846, 3.3729e-7],
      [0.046542, 3.6188e-7], [0.036646, 3.9747e-7], [0.029594, 4.4693e-7], [0.024247, 5.0848e-7], [0.020159, 5.1448e-7],
      [0.015586, 6.1343e-7], [0.011836, 6.8977e-7], [0.010055, 7.6656e-7],
    ],
  },
}
