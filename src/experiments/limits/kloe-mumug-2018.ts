import type { PublishedLimit } from '../../constraints/published.ts'
import { flightTime, M_PHI, twoBodyMomentum } from './flight.ts'

/** KLOE, 2018: e⁺e⁻ → γX, X → μ⁺μ⁻. */
export const kloe_mumug_2018: PublishedLimit = {
  id: 'kloe-mumug-2018',
  experiment: 'KLOE',
  label: 'KLOE',
  title: 'KLOE, 2018: e⁺e⁻ → γX, X → μ⁺μ⁻',
  group: 'colliders',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['kloe-2018', 'darkcast-2018'],
  where: 'Fig. 8, black dashed curve KLOE(μμ)',
  provenance: 'via DarkCast',
  notes: 'Decays within 8 cm. Thinned to 0.5 %. The confidence level is that conventionally quoted.',
  model: 'dark-photon',
  production: 'electron-positron',
  finalState: ['mumu'],
  window: { kind: 'prompt', longest_s: (mass) => flightTime(0.08, twoBodyMomentum(M_PHI, 0, mass), mass) },
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.519, 0.0012343], [0.583, 0.0010759], [0.599, 0.0010491], [0.627, 0.001026], [0.653, 0.0010361], [0.669, 0.0010607],
      [0.689, 0.0011059], [0.755, 0.0012999], [0.763, 0.0012979], [0.765, 0.0013426], [0.769, 0.0015522], [0.771, 0.0016269],
      [0.773, 0.0016307], [0.775, 0.0015528], [0.777, 0.0014046], [0.779, 0.0012543], [0.781, 0.0012099], [0.811, 0.0010998],
      [0.823, 0.0010471], [0.837, 0.00097848], [0.855, 0.00088298], [0.909, 0.00063528], [0.957, 0.00050591], [0.973, 0.00046524],
    ],
  },
}
