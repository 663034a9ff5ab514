import type { PublishedLimit } from '../../constraints/published.ts'

/** Belle II, pilot run of 2018: e⁺e⁻ → μ⁺μ⁻X, X → invisible. */
export const belle2_mumu_inv_2019: PublishedLimit = {
  id: 'belle2-mumu-inv-2019',
  experiment: 'Belle II',
  label: String.raw`Belle II ($\mu\mu$ invisible)`,
  title: 'Belle II, pilot run of 2018: e⁺e⁻ → μ⁺μ⁻X, X → invisible',
  group: 'colliders',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['belle2-2019', 'darkcast-2018'],
  where: 'Fig. 3, light blue curve',
  provenance: 'via DarkCast',
  notes:
    'The curve is g′ of L_μ − L_τ with the model’s own branching ratio into neutrinos (assumed: DarkCast reads it so). ' +
    'DarkCast has it divided by e; multiplied back here. Thinned to 0.4 %. The confidence level is that conventionally ' +
    'quoted.',
  unverified: 'that the branching ratio into neutrinos is that of the model',
  model: 'mu-tau',
  production: 'muon-pair',
  finalState: 'invisible',
  window: 'any',
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.002, 0.050998], [1.1565, 0.050998], [1.6383, 0.07], [2.2919, 0.1], [2.8103, 0.129], [3.0228, 0.144], [3.2121, 0.18],
      [3.3852, 0.18], [3.5466, 0.198], [3.8441, 0.254], [4.1141, 0.296], [4.3584, 0.356], [4.583, 0.40799], [4.691, 0.46099],
      [4.7969, 0.46099], [4.9005, 0.49399], [5.0007, 0.51998], [5.1865, 0.59002], [5.2709, 0.63499], [5.3499, 0.833], [5.4244, 0.72299],
      [5.4955, 0.72299], [5.5644, 0.751], [5.6321, 0.80299], [5.6996, 0.82698], [5.8356, 0.92], [5.9744, 0.99398],
    ],
  },
}
