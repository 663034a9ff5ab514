import type { PublishedLimit } from '../../constraints/published.ts'

/** NA64μ, read for B−L: muons on lead, X → neutrinos. */
export const foresee_bl_proj_na64mu: PublishedLimit = {
  id: 'foresee-bl-proj-na64mu',
  experiment: 'NA64',
  label: String.raw`NA64$\mu$`,
  title: 'NA64μ, read for B−L: muons on lead, X → neutrinos',
  group: 'fixed target',
  kind: 'projection',
  confidence: null,
  citations: ['gninenko-2014-na64mu', 'foresee-2021'],
  where: 'curve NA_64mu of the compilation for B−L',
  provenance: 'via FORESEE',
  notes:
    'Which publication the curve comes from is inferred from the name of its file. The branching ratio into neutrinos is ' +
    'that of B−L. The exposure is not stated, taken as 10¹² muons. Thinned to 0.5 %. The confidence level is not known ' +
    'here.',
  unverified: 'exposure of 10¹² muons',
  model: 'b-l',
  production: 'muon-bremsstrahlung',
  finalState: 'invisible',
  window: 'any',
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.002128, 1.615e-5], [0.0025103, 1.6366e-5], [0.0030194, 1.6813e-5], [0.0054623, 1.7022e-5], [0.008377, 1.7961e-5],
      [0.012119, 1.8444e-5], [0.013751, 1.8439e-5], [0.016065, 1.8686e-5], [0.019136, 1.9196e-5], [0.022794, 1.8928e-5],
      [0.026628, 1.9182e-5], [0.031108, 1.9707e-5], [0.046789, 2.0234e-5], [0.056827, 2.0226e-5], [0.11004, 2.1331e-5],
      [0.12981, 2.1323e-5], [0.15165, 2.1609e-5], [0.17041, 2.2507e-5], [0.23032, 2.6866e-5], [0.36721, 2.7961e-5], [0.43741, 3.0339e-5],
      [0.52103, 3.2472e-5], [0.59119, 3.4758e-5], [0.66432, 3.7719e-5], [0.72504, 4.2069e-5], [0.74649, 4.9563e-5], [0.75378, 6.0014e-5],
      [0.76114, 0.00010801], [0.78366, 0.00013441], [0.79132, 0.00010949], [0.79904, 7.4673e-5], [0.80685, 6.3376e-5],
      [0.83883, 5.6036e-5], [0.92444, 6.0812e-5], [0.98952, 6.7828e-5], [0.99918, 7.6704e-5], [1.0089, 9.0373e-5], [1.0188, 0.00011878],
      [1.08, 9.675e-5], [1.156, 0.00011554], [1.2864, 0.00014573], [1.404, 0.0001889], [1.5175, 0.00024155], [1.6086, 0.00031313],
      [1.6887, 0.00042293], [1.8431, 0.00056342], [2.0711, 0.00097307], [2.1117, 0.0012275], [2.2385, 0.0015274], [2.3272, 0.0019532],
      [2.3961, 0.0023975], [2.467, 0.0027862],
    ],
  },
}
