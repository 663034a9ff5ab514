import type { PublishedLimit } from '../../constraints/published.ts'

/** Mu3e: μ⁺ → e⁺νν̄X, X → e⁺e⁻. */
export const proj_mu3e: PublishedLimit = {
  id: 'proj-mu3e',
  experiment: 'Mu3e',
  label: 'Mu3e',
  title: 'Mu3e: μ⁺ → e⁺νν̄X, X → e⁺e⁻',
  group: 'fixed target',
  kind: 'projection',
  confidence: null,
  citations: ['mu3e-2014', 'darkcast-2018'],
  where: 'Fig. 7, blue and red lines',
  provenance: 'via DarkCast',
  notes:
    'The muon and the electron both radiate; the coupling to muons stands for the two, as in DarkCast. Every point of the ' +
    'source. Decays are taken as seen whatever the lifetime. The confidence level is not known here.',
  unverified: 'that the coupling to muons alone makes the boson',
  model: 'dark-photon',
  production: 'muon-bremsstrahlung',
  finalState: ['ee'],
  window: 'any',
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.01, 0.00014081], [0.02, 0.00014969], [0.03, 0.00021883], [0.04, 0.00028218], [0.05, 0.00039419], [0.06, 0.00064649],
      [0.07, 0.0012626], [0.08, 0.0048762],
    ],
  },
}
