import type { PublishedLimit } from '../../constraints/published.ts'

/** LHCb: D*⁰ → D⁰X, prompt X → e⁺e⁻. */
export const proj_lhcb_dstar_prompt: PublishedLimit = {
  id: 'proj-lhcb-dstar-prompt',
  experiment: 'LHCb',
  label: 'LHCb ($D^*$)',
  title: 'LHCb: D*⁰ → D⁰X, prompt X → e⁺e⁻',
  group: 'meson decays',
  kind: 'projection',
  confidence: null,
  citations: ['ilten-2015', 'darkcast-2018'],
  where: 'Fig. 2, blue lines',
  provenance: 'via DarkCast',
  notes:
    '0.1 ps is the constant part of the time for muons; the rest of it, as DarkCast has it, has no meaning below twice the ' +
    'muon mass. The last row lies just above the mass difference of the D mesons. Thinned to 0.5 %. The confidence level is ' +
    'not known here.',
  unverified: 'the longest proper time',
  model: 'dark-photon',
  production: 'd-star',
  finalState: ['ee'],
  window: { kind: 'prompt', longest_s: 1e-13 },
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.0028188, 0.016492], [0.0028202, 0.013895], [0.0028255, 0.01], [0.0028356, 0.007197], [0.0028552, 0.0051795],
      [0.0029126, 0.0037276], [0.0030212, 0.0026827], [0.0031122, 0.002344], [0.0032, 0.0019307], [0.0034435, 0.0013895],
      [0.0037927, 0.001], [0.0042078, 0.00076316], [0.0046529, 0.00065571], [0.0056894, 0.00050763], [0.0069566, 0.00041679],
      [0.0076923, 0.00038308], [0.0094056, 0.00032916], [0.0104, 0.00030887], [0.014062, 0.00026208], [0.019012, 0.00023037],
      [0.023247, 0.00021557], [0.028424, 0.00020426], [0.042495, 0.00018933], [0.063531, 0.00018211], [0.077681, 0.0001838],
      [0.085897, 0.00018667], [0.094981, 0.00019229], [0.10503, 0.0002021], [0.11613, 0.00022143], [0.12844, 0.00026827],
      [0.13553, 0.00037277], [0.1392, 0.00051795], [0.14111, 0.0007197], [0.142, 0.00095967], [0.14241, 0.016492],
    ],
  },
}
