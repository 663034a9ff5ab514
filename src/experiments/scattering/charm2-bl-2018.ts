import type { PublishedScattering } from '../../constraints/index.ts'

/** CHARM-II, ν_μ on electrons, read as B−L. */
export const charm2_bl_2018: PublishedScattering = {
  id: 'charm2-bl-2018',
  experiment: 'CHARM-II',
  label: 'CHARM-II',
  title: 'CHARM-II, ν_μ on electrons, read as B−L',
  confidence: 0.9,
  citations: ['bauer-2018', 'charm2-1994', 'darkcast-2018'],
  where: 'figure 13',
  provenance: 'via DarkCast',
  notes:
    'Read through the rate of 23.7 GeV muon neutrinos, the mean energy, with recoils of 3 to 24 GeV. With the sign of B−L the rate first falls; the limit comes from a lack of events. Thinned to 0.5 %; the confidence level is that conventionally quoted.',
  unverified: 'recoil window',
  model: 'b-l',
  beam: { flavours: [0, 1, 0], energy_GeV: 23.7, recoils_GeV: [3, 24] },
  // biome-ignore format: rows
  rows: [
    [0.00088411, 6.3632e-05], [0.0015144, 6.3277e-05], [0.0036437, 6.392e-05], [0.0090969, 6.3376e-05], [0.011866, 6.4386e-05],
    [0.017008, 6.4373e-05], [0.022561, 6.5221e-05], [0.038908, 6.8561e-05], [0.048582, 7.1324e-05], [0.055957, 7.4797e-05],
    [0.06917, 7.886e-05], [0.081293, 8.3355e-05], [0.095545, 8.8813e-05], [0.14749, 0.00011477], [0.17103, 0.00012624],
    [0.2143, 0.00014952], [0.34917, 0.00022706], [0.44345, 0.00028354], [0.52124, 0.00033494], [0.786, 0.00049413],
    [0.91154, 0.00057602], [1.0394, 0.00065228], [100.0, 0.05967], [200.0, 0.11931],
  ],
}
