import type { PublishedLimit } from '../../constraints/published.ts'

/** Single photons at DELPHI (LEP), read anew in 2011: e⁺e⁻ → γX, X → invisible. */
export const lep_monophoton: PublishedLimit = {
  id: 'lep-monophoton',
  experiment: 'LEP',
  label: 'LEP',
  title: 'Single photons at DELPHI (LEP), read anew in 2011: e⁺e⁻ → γX, X → invisible',
  group: 'colliders',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['lep-monophoton-2011', 'darkcast-2018'],
  where: 'darkcast-2018 Fig. 8, blue curve LEP',
  provenance: 'via DarkCast',
  notes:
    'X is on its mass shell and decays to far lighter dark matter. Thinned to 0.5 %. The confidence level is that ' +
    'conventionally quoted.',
  model: 'dark-photon',
  decaysUnseen: true,
  production: 'electron-positron',
  finalState: 'invisible',
  window: 'any',
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [10, 0.039301], [23, 0.037643], [32, 0.036446], [42, 0.035016], [50, 0.033717], [58, 0.031933], [65, 0.029841], [70, 0.027711],
      [72, 0.026607], [74, 0.025297], [76, 0.02373], [78, 0.021843], [80, 0.019573], [81, 0.018278], [82, 0.016869], [83, 0.015345],
      [84, 0.013711], [85, 0.011972], [86, 0.010141], [87, 0.0082376], [88, 0.0062827], [89, 0.0043031], [90, 0.0023271],
    ],
  },
}
