// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: 0.707 GeV is a mass
import type { PublishedLimit } from '../../constraints/published.ts'
import { flightTime, M_PHI, twoBodyMomentum } from './flight.ts'

/** KLOE, 2016: e⁺e⁻ → γX, X → π⁺π⁻. */
export const kloe_pipig_2016: PublishedLimit = {
  id: 'kloe-pipig-2016',
  experiment: 'KLOE',
  label: 'KLOE',
  title: 'KLOE, 2016: e⁺e⁻ → γX, X → π⁺π⁻',
  group: 'colliders',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['kloe-2016', 'darkcast-2018'],
  where: 'Fig. 9, curve KLOE(4)',
  provenance: 'via DarkCast',
  notes: 'Decays within 8 cm. Thinned to 0.5 %. The confidence level is that conventionally quoted.',
  model: 'dark-photon',
  production: 'electron-positron',
  finalState: ['pion-pair'],
  window: { kind: 'prompt', longest_s: (mass) => flightTime(0.08, twoBodyMomentum(M_PHI, 0, mass), mass) },
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.529, 0.0042731], [0.531, 0.0038682], [0.533, 0.0037185], [0.535, 0.0030633], [0.537, 0.0023959], [0.551, 0.0022221],
      [0.565, 0.0018879], [0.587, 0.0014145], [0.595, 0.0013059], [0.603, 0.0012319], [0.611, 0.0011846], [0.621, 0.0011531],
      [0.651, 0.0011362], [0.663, 0.0011175], [0.675, 0.0010797], [0.697, 0.0009897], [0.707, 0.00095935], [0.737, 0.00091874],
      [0.747, 0.00089948], [0.763, 0.00084531], [0.795, 0.00070796], [0.811, 0.00066347], [0.851, 0.0005995], [0.901, 0.00051801],
      [0.937, 0.00048132], [0.961, 0.00045506], [0.985, 0.00043991],
    ],
  },
}
