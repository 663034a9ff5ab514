import type { PublishedLimit } from '../../constraints/published.ts'

/** DarkLight: electrons on hydrogen, X → e⁺e⁻. */
export const proj_darklight: PublishedLimit = {
  id: 'proj-darklight',
  experiment: 'DarkLight',
  label: 'DarkLight',
  title: 'DarkLight: electrons on hydrogen, X → e⁺e⁻',
  group: 'fixed target',
  kind: 'projection',
  confidence: null,
  citations: ['darklight-2012', 'darkcast-2018'],
  where: 'Fig. 18, right, purple line',
  provenance: 'via DarkCast',
  notes: 'Thinned to 0.4 %. Decays are taken as seen whatever the lifetime. The confidence level is not known here.',
  model: 'dark-photon',
  production: 'electron-bremsstrahlung',
  finalState: ['ee'],
  window: 'any',
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.0029942, 0.00035095], [0.0038923, 0.00035662], [0.0050597, 0.00035662], [0.007575, 0.00036238], [0.0093625, 0.00037619],
      [0.013737, 0.00039472], [0.016808, 0.00041861], [0.022294, 0.00046831], [0.026869, 0.00052391], [0.031102, 0.00057988],
      [0.037107, 0.00067345], [0.049719, 0.00090348], [0.056401, 0.0011247], [0.062388, 0.0013927], [0.067974, 0.001743],
      [0.069711, 0.0020351], [0.072948, 0.0023889], [0.075952, 0.0030872], [0.078682, 0.004011], [0.0811, 0.0052672], [0.082337, 0.006557],
      [0.085727, 0.0097364],
    ],
  },
}
