import type { PublishedLimit } from '../../constraints/published.ts'

/** NA64, data of 2017 and 2018: electrons on tungsten, X → e⁺e⁻ behind the target. */
export const na64_vis_2019: PublishedLimit = {
  id: 'na64-vis-2019',
  experiment: 'NA64',
  label: 'NA64',
  title: 'NA64, data of 2017 and 2018: electrons on tungsten, X → e⁺e⁻ behind the target',
  group: 'fixed target',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['na64-2019-vis', 'darkcast-2018'],
  where: 'Fig. 5, light blue curve NA64',
  provenance: 'via DarkCast',
  notes:
    'Both lengths are rough, and decide near 17 MeV: with them the edges take bosons of 200 to 410 GeV from beams of 100 and ' +
    '150 GeV; a third of the shield would do. Thinned to 0.5 %. The confidence level is that conventionally quoted.',
  unverified: 'lengths of shield and decay volume',
  model: 'dark-photon',
  production: 'electron-bremsstrahlung',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 1, volume_m: 4 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.0013002, 8.3672e-5, 0.013797], [0.0015649, 8.4625e-5, 0.012843], [0.0017206, 8.5105e-5, 0.012247],
      [0.0018953, 8.5508e-5, 0.011542], [0.0020896, 8.5952e-5, 0.010703], [0.0023059, 8.6358e-5, 0.0096843],
      [0.0041396, 8.9088e-5, 0.0044976], [0.0054607, 9.0957e-5, 0.0031187], [0.0059637, 9.1732e-5, 0.002774],
      [0.0089683, 9.6799e-5, 0.0016153], [0.01111, 0.00010123, 0.001207], [0.012637, 0.00010498, 0.0010071],
      [0.01342, 0.00010708, 0.00092424], [0.015004, 0.00011188, 0.00078412], [0.015798, 0.0001146, 0.00072414],
      [0.017362, 0.00012076, 0.00062119], [0.018124, 0.00012423, 0.00057707], [0.018859, 0.00012797, 0.00053776],
      [0.020254, 0.00013639, 0.00046871], [0.020905, 0.00014103, 0.00043849], [0.0212, 0.00014349, 0.00042498],
      [0.021518, 0.00014611, 0.0004109], [0.02208, 0.00015158, 0.0003858], [0.022605, 0.00015741, 0.00036227],
      [0.023069, 0.00016369, 0.00034144], [0.02349, 0.00017047, 0.00032157], [0.024146, 0.00018548, 0.00028751],
      [0.024388, 0.00019389, 0.00027216], [0.024576, 0.00020287, 0.00025738], [0.024687, 0.00021247, 0.0002458],
      [0.024754, 0.00021804, 0.00023392],
    ],
  },
}
