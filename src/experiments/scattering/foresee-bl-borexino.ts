import type { PublishedScattering } from '../../constraints/index.ts'

/** Borexino, ⁷Be neutrinos on electrons, read as B−L, as FORESEE holds it. */
export const foresee_bl_borexino: PublishedScattering = {
  id: 'foresee-bl-borexino',
  experiment: 'Borexino',
  label: 'Borexino ($B-L$, FORESEE)',
  title: 'Borexino, ⁷Be neutrinos on electrons, read as B−L, as FORESEE holds it',
  confidence: 0.9,
  citations: ['bauer-2018', 'harnik-2012', 'foresee-2021'],
  where: 'file of lines for U(1)B−L',
  provenance: 'via FORESEE',
  notes:
    "Flavours at the detector are those of 862 keV solar neutrinos. Zest's own `borexino-2017` computes this rate from the Sun on; this curve is what others published for B−L. Thinned to 0.5 %; the confidence level is that conventionally quoted.",
  model: 'b-l',
  beam: { flavours: [0.536, 0.232, 0.232], energy_GeV: 8.62e-4 },
  // biome-ignore format: rows
  rows: [
    [0.00076745, 1.8171e-06], [0.0010343, 2.4627e-06], [0.0011878, 2.8669e-06], [0.0016288, 3.9651e-06], [0.002127, 5.1297e-06],
    [0.12747, 0.00032571], [0.22162, 0.00056873], [0.24164, 0.00061677], [0.30942, 0.00079958], [0.86092, 0.0022488],
    [1.0503, 0.0027857], [1.2109, 0.0031594], [1.2964, 0.0034057], [1.3859, 0.0035548], [1.4859, 0.003909], [1.5908, 0.0041925],
    [10.744, 0.029042], [11.256, 0.030035],
  ],
}
