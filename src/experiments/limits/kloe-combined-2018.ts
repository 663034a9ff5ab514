import type { PublishedLimit } from '../../constraints/published.ts'
import { flightTime, M_PHI, twoBodyMomentum } from './flight.ts'

/** KLOE, 2018: e⁺e⁻ → γX, X → μ⁺μ⁻ and π⁺π⁻ together. */
export const kloe_combined_2018: PublishedLimit = {
  id: 'kloe-combined-2018',
  experiment: 'KLOE',
  label: 'KLOE',
  title: 'KLOE, 2018: e⁺e⁻ → γX, X → μ⁺μ⁻ and π⁺π⁻ together',
  group: 'colliders',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['kloe-2018', 'darkcast-2018'],
  where: 'Fig. 8, blue area KLOE(μμ + ππ)',
  provenance: 'via DarkCast',
  notes:
    'Decays within 8 cm. Contains kloe-mumug-2018 and kloe-pipig-2016. Thinned to 0.5 %. The confidence level is that ' +
    'conventionally quoted.',
  model: 'dark-photon',
  production: 'electron-positron',
  finalState: ['mumu', 'pion-pair'],
  window: { kind: 'prompt', longest_s: (mass) => flightTime(0.08, twoBodyMomentum(M_PHI, 0, mass), mass) },
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.519, 0.0011687], [0.541, 0.0010239], [0.551, 0.00097373], [0.593, 0.00082837], [0.609, 0.00078697], [0.623, 0.00076653],
      [0.757, 0.00067328], [0.759, 0.00066675], [0.783, 0.00063967], [0.807, 0.00059865], [0.809, 0.00060236], [0.837, 0.0005546],
      [0.899, 0.00045653], [0.919, 0.00043491], [0.937, 0.00042879], [0.967, 0.00043212], [0.985, 0.00043991], [0.98581, 0.01],
    ],
  },
}
