// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: 0.434 GeV is a mass
import { M_ETA } from '../../constants.ts'
import type { PublishedLimit } from '../../constraints/published.ts'
import { flightTime, M_PHI, twoBodyMomentum } from './flight.ts'

/** KLOE, 2012: φ → ηX, X → e⁺e⁻. */
export const kloe_phi_2012: PublishedLimit = {
  id: 'kloe-phi-2012',
  experiment: 'KLOE',
  label: 'KLOE',
  title: 'KLOE, 2012: φ → ηX, X → e⁺e⁻',
  group: 'meson decays',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['kloe-2012', 'kloe-2016', 'darkcast-2018'],
  where: 'kloe-2016 Fig. 9, curve KLOE(1)',
  provenance: 'via DarkCast',
  notes:
    'Decays within 8 cm. DarkCast takes the published curve to count decays to electrons and muons alone; above 0.28 GeV ' +
    'the pions of the reference model make the recast a little too strong. Thinned to 0.5 %. The confidence level is that ' +
    'conventionally quoted.',
  model: 'dark-photon',
  production: 'phi-eta',
  finalState: ['ee'],
  window: { kind: 'prompt', longest_s: (mass) => flightTime(0.08, twoBodyMomentum(M_PHI, M_ETA, mass), mass) },
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.006, 0.016093], [0.0089999, 0.010465], [0.01, 0.0095228], [0.011, 0.0088708], [0.013, 0.0080977], [0.019, 0.0069291],
      [0.021, 0.0065512], [0.024, 0.0059618], [0.026, 0.0055704], [0.029, 0.0050093], [0.042, 0.0033162], [0.045, 0.0031139],
      [0.049, 0.0029307], [0.053, 0.0028206], [0.057, 0.0027577], [0.079, 0.0026139], [0.111, 0.002409], [0.129, 0.0023668],
      [0.15, 0.0023759], [0.173, 0.0024474], [0.183, 0.0025123], [0.193, 0.0026077], [0.211, 0.0028643], [0.251, 0.0036146],
      [0.262, 0.0037785], [0.274, 0.0039068], [0.296, 0.0040093], [0.385, 0.0040706], [0.395, 0.0041259], [0.403, 0.0042508],
      [0.411, 0.0045121], [0.415, 0.0047229], [0.419, 0.0050085], [0.423, 0.0053885], [0.427, 0.0058858], [0.431, 0.0065289],
      [0.434, 0.0071281], [0.438, 0.0081266], [0.441, 0.0090723], [0.444, 0.010251], [0.447, 0.01175], [0.449, 0.012986],
      [0.452, 0.015299], [0.46, 0.024454],
    ],
  },
}
