import type { PublishedLimit } from '../../constraints/published.ts'
import { flightTime, M_PHI, twoBodyMomentum } from './flight.ts'

/** KLOE, 2015: e⁺e⁻ → γX, X → e⁺e⁻. */
export const kloe_eeg_2015: PublishedLimit = {
  id: 'kloe-eeg-2015',
  experiment: 'KLOE',
  label: 'KLOE',
  title: 'KLOE, 2015: e⁺e⁻ → γX, X → e⁺e⁻',
  group: 'colliders',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['kloe-2015', 'kloe-2016', 'darkcast-2018'],
  where: 'kloe-2016 Fig. 9, curve KLOE(3)',
  provenance: 'via DarkCast',
  notes: 'Decays within 8 cm. Thinned to 0.5 %. The confidence level is that conventionally quoted.',
  model: 'dark-photon',
  production: 'electron-positron',
  finalState: ['ee'],
  window: { kind: 'prompt', longest_s: (mass) => flightTime(0.08, twoBodyMomentum(M_PHI, 0, mass), mass) },
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.0049998, 0.0017088], [0.0069998, 0.0017663], [0.011, 0.0018707], [0.027, 0.0021817], [0.037, 0.0022759], [0.043, 0.0022978],
      [0.051, 0.0022934], [0.081, 0.0021909], [0.093, 0.0022248], [0.101, 0.0022891], [0.115, 0.0024596], [0.153, 0.0029815],
      [0.165, 0.0031623], [0.175, 0.0033911], [0.179, 0.0035071], [0.189, 0.0038729], [0.197, 0.0042307], [0.227, 0.0058649],
      [0.241, 0.0065726], [0.255, 0.0071832], [0.295, 0.0087515], [0.355, 0.012124], [0.393, 0.014283], [0.409, 0.015066],
      [0.421, 0.015459], [0.431, 0.01562], [0.441, 0.01562], [0.451, 0.015427], [0.465, 0.0149], [0.473, 0.014457], [0.485, 0.013637],
      [0.499, 0.01249],
    ],
  },
}
