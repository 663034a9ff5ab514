import type { PublishedLimit } from '../../constraints/published.ts'

/** NA64, 2018: electrons on tungsten, X → e⁺e⁻ behind the target. */
export const na64_vis_2018: PublishedLimit = {
  id: 'na64-vis-2018',
  experiment: 'NA64',
  label: 'NA64',
  title: 'NA64, 2018: electrons on tungsten, X → e⁺e⁻ behind the target',
  group: 'fixed target',
  kind: 'exclusion',
  confidence: 0.9,
  citations: ['na64-2018-vis', 'darkcast-2018'],
  where: 'Fig. 3, blue curve NA64',
  provenance: 'via DarkCast',
  notes:
    'Both lengths are rough, and decide near 17 MeV: with them the edges take bosons of 65 to 230 GeV from beams of 100 GeV; ' +
    'a third of the shield would do. Thinned to 0.3 %. The confidence level is that conventionally quoted.',
  unverified: 'lengths of shield and decay volume',
  model: 'dark-photon',
  production: 'electron-bremsstrahlung',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 1, volume_m: 4 },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.001, 9.2731e-5, 0.0093905], [0.0012864, 9.2888e-5, 0.0073882], [0.0016759, 9.3276e-5, 0.0056772],
      [0.0021106, 9.3943e-5, 0.0044702], [0.0027836, 9.5268e-5, 0.0033227], [0.0038246, 9.7608e-5, 0.0023324],
      [0.0044778, 9.9195e-5, 0.0019468], [0.0057845, 0.00010248, 0.0014402], [0.0062575, 0.00010371, 0.0013089],
      [0.0073332, 0.00010665, 0.0010779], [0.0080951, 0.00010878, 0.00095133], [0.0091231, 0.00011179, 0.00081634],
      [0.0098784, 0.00011412, 0.00073541], [0.011593, 0.00011987, 0.00059334], [0.012026, 0.00012142, 0.00056401],
      [0.013805, 0.0001286, 0.00046458], [0.01445, 0.00013154, 0.00043489], [0.015485, 0.00013666, 0.00039303],
      [0.016997, 0.00014566, 0.00034153], [0.017674, 0.0001505, 0.0003217], [0.018301, 0.00015557, 0.00030421],
      [0.018852, 0.00016087, 0.00028931], [0.01903, 0.00016291, 0.0002844], [0.01976, 0.00017211, 0.00026334],
      [0.019928, 0.00017504, 0.00025815], [0.020183, 0.00017978, 0.00024984], [0.020393, 0.00018428, 0.00024206],
      [0.020586, 0.00019014, 0.00023383], [0.020606, 0.00019072, 0.00023274], [0.020722, 0.00019645, 0.00022612],
      [0.020742, 0.0001974, 0.00022446], [0.02083, 0.00020421, 0.00021685], [0.020849, 0.00021127, 0.00021512],
    ],
  },
}
