import type { PublishedLimit } from '../../constraints/published.ts'

/** NA64, data of 2017 and 2018 read for B−L: X → e⁺e⁻ behind the target. */
export const foresee_bl_na64_ee: PublishedLimit = {
  id: 'foresee-bl-na64-ee',
  experiment: 'NA64',
  label: 'NA64',
  title: 'NA64, data of 2017 and 2018 read for B−L: X → e⁺e⁻ behind the target',
  group: 'fixed target',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['na64-2019-vis', 'foresee-2021'],
  where: 'curve NA64 of the compilation',
  provenance: 'via FORESEE',
  notes:
    'Which publication the curve comes from is inferred from the name of its file. Lengths as for na64-vis-2019. Both lengths ' +
    'are rough, and decide near 17 MeV: with them the edges take bosons of 200 to 410 GeV from beams of 100 and 150 GeV; a ' +
    'third of the shield would do. Thinned to 0.5 %. The source states no confidence level; 90 % is that conventionally ' +
    'quoted.',
  unverified: 'lengths of shield and decay volume',
  model: 'b-l',
  production: 'electron-bremsstrahlung',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 1, volume_m: 4 },
  bound: {
    shape: 'contour',
    // biome-ignore format: rows
    rows: [
      [0.0013002, 2.5359e-5], [0.0034163, 2.6765e-5], [0.0049889, 2.7564e-5], [0.0070744, 2.8857e-5], [0.0089683, 3.0354e-5],
      [0.010373, 3.1765e-5], [0.011863, 3.3677e-5], [0.012637, 3.4908e-5], [0.013952, 3.7578e-5], [0.015004, 4.0537e-5],
      [0.015798, 4.3832e-5], [0.016731, 5.1346e-5], [0.016731, 7.3892e-5], [0.016042, 8.8151e-5], [0.015004, 0.00010668],
      [0.014206, 0.00012076], [0.012637, 0.00015157], [0.01111, 0.00018914], [0.0089683, 0.00026385], [0.0045475, 0.0006893],
      [0.0022412, 0.001773], [0.0020896, 0.0018964], [0.0018953, 0.0020394], [0.0017206, 0.0021521], [0.0015649, 0.0022354],
      [0.0014258, 0.0022868], [0.0013032, 0.0022965],
    ],
  },
}
