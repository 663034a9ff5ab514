import type { PublishedLimit } from '../../constraints/published.ts'

/** LHCb: D*⁰ → D⁰X, X → e⁺e⁻ behind the first detector module. */
export const proj_lhcb_dstar_post: PublishedLimit = {
  id: 'proj-lhcb-dstar-post',
  experiment: 'LHCb',
  label: 'LHCb ($D^*$)',
  title: 'LHCb: D*⁰ → D⁰X, X → e⁺e⁻ behind the first detector module',
  group: 'meson decays',
  kind: 'projection',
  confidence: null,
  citations: ['ilten-2015', 'darkcast-2018'],
  where: 'Fig. 2, blue lines',
  provenance: 'via DarkCast',
  notes: 'Only the shield counts: decays far behind it are seen. Thinned to 0.2 %. The confidence level is not known here.',
  model: 'dark-photon',
  production: 'd-star',
  finalState: ['ee'],
  window: { kind: 'displaced', shield_m: 1, volume_m: Number.POSITIVE_INFINITY },
  bound: {
    shape: 'two-sided',
    // biome-ignore format: rows
    rows: [
      [0.025559, 5.3892e-5, 7.1969e-5], [0.025706, 5.3775e-5, 7.3488e-5], [0.025715, 5.1795e-5, 7.3561e-5],
      [0.028081, 3.7276e-5, 8.9633e-5], [0.028424, 3.6078e-5, 9.1733e-5], [0.03143, 2.9214e-5, 9.4346e-5], [0.03246, 2.6827e-5, 9.5401e-5],
      [0.034755, 2.3122e-5, 9.771e-5], [0.03843, 1.9713e-5, 9.8106e-5], [0.042495, 1.7697e-5, 9.6746e-5], [0.04699, 1.5513e-5, 9.5068e-5],
      [0.051959, 1.4217e-5, 9.3448e-5], [0.053286, 1.3895e-5, 9.1567e-5], [0.057455, 1.2975e-5, 8.5381e-5],
      [0.063531, 1.2132e-5, 7.3388e-5], [0.064157, 1.2075e-5, 7.1969e-5], [0.070251, 1.1502e-5, 6.8907e-5], [0.077681, 1.1228e-5, 6.34e-5],
      [0.085897, 1.1025e-5, 5.3235e-5], [0.086684, 1.1048e-5, 5.1795e-5], [0.094981, 1.1281e-5, 4.5695e-5],
      [0.10503, 1.2275e-5, 3.5258e-5], [0.11269, 1.3895e-5, 2.6864e-5], [0.11614, 1.8716e-5, 1.9837e-5], [0.11648, 1.8995e-5, 1.9307e-5],
    ],
  },
}
