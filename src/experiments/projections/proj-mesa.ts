import type { PublishedLimit } from '../../constraints/published.ts'

/** MAGIX at MESA: electrons on nuclei, X → e⁺e⁻. */
export const proj_mesa: PublishedLimit = {
  id: 'proj-mesa',
  experiment: 'MESA',
  label: 'MESA',
  title: 'MAGIX at MESA: electrons on nuclei, X → e⁺e⁻',
  group: 'fixed target',
  kind: 'projection',
  confidence: null,
  citations: ['mesa-2013', 'darkcast-2018'],
  where: 'Fig. 12, blue and red lines',
  provenance: 'via DarkCast',
  notes: 'Thinned to 0.2 %. Decays are taken as seen whatever the lifetime. The confidence level is not known here.',
  model: 'dark-photon',
  production: 'electron-bremsstrahlung',
  finalState: ['ee'],
  window: 'any',
  bound: {
    shape: 'upper-limit',
    // biome-ignore format: rows
    rows: [
      [0.0095533, 0.0022889], [0.0096016, 0.0017523], [0.0096502, 0.00088437], [0.0098469, 0.00061171], [0.010048, 0.00048099],
      [0.010356, 0.00039262], [0.011003, 0.00035095], [0.011808, 0.00034908], [0.012419, 0.00036432], [0.013327, 0.00038023],
      [0.013946, 0.00040976], [0.014594, 0.00043456], [0.015119, 0.00038844], [0.016143, 0.0003222], [0.017064, 0.0003137],
      [0.018038, 0.00032392], [0.020155, 0.00035853], [0.02067, 0.00032048], [0.021305, 0.00029266], [0.022294, 0.00028191],
      [0.025419, 0.00030543], [0.026869, 0.00032392], [0.030174, 0.0003782], [0.032219, 0.00043923], [0.033716, 0.00054098],
      [0.033886, 0.00062492], [0.03423, 0.00068069], [0.034403, 0.0007454], [0.03582, 0.00069911], [0.037483, 0.00064184],
      [0.039423, 0.00065221], [0.040634, 0.00069911], [0.042095, 0.00078631], [0.04317, 0.00091318], [0.044272, 0.0011676],
      [0.045175, 0.0015664], [0.045633, 0.0019709], [0.045864, 0.0023509],
    ],
  },
}
