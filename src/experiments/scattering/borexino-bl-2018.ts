import type { PublishedScattering } from '../../constraints/index.ts'

/** Borexino, ⁷Be neutrinos on electrons, read as B−L. */
export const borexino_bl_2018: PublishedScattering = {
  id: 'borexino-bl-2018',
  experiment: 'Borexino',
  label: 'Borexino ($B-L$)',
  title: 'Borexino, ⁷Be neutrinos on electrons, read as B−L',
  confidence: 0.9,
  citations: ['bauer-2018', 'borexino-2011', 'darkcast-2018'],
  where: 'figure 13',
  provenance: 'via DarkCast',
  notes:
    "Flavours at the detector are those of 862 keV solar neutrinos. Zest's own `borexino-2017` computes this rate from the Sun on; this curve is what others published for B−L. Thinned to 0.5 %; the confidence level is that conventionally quoted.",
  model: 'b-l',
  beam: { flavours: [0.536, 0.232, 0.232], energy_GeV: 8.62e-4 },
  // biome-ignore format: rows
  rows: [
    [0.00022756, 1.7449e-06], [0.00032334, 1.8063e-06], [0.00046319, 1.9357e-06], [0.00069974, 2.2758e-06], [0.00083072, 2.4771e-06],
    [0.0011286, 2.9919e-06], [0.001527, 3.727e-06], [0.002279, 5.2526e-06], [0.0025448, 5.8739e-06], [0.0033191, 7.4598e-06],
    [0.0080232, 1.7966e-05], [0.01159, 2.6312e-05], [0.016878, 3.7805e-05], [0.01908, 4.3269e-05], [0.021568, 4.8761e-05],
    [0.024381, 5.559e-05], [0.027561, 6.2402e-05], [0.035363, 8.1418e-05], [0.039974, 9.1405e-05], [0.045004, 0.0001038],
    [0.0515, 0.00011743], [0.057744, 0.00013336], [0.06581, 0.00015088], [0.07409, 0.00017134], [0.095846, 0.00022014],
    [0.13789, 0.00032119], [0.15779, 0.00036474], [0.17764, 0.00041584], [0.227, 0.00053634], [0.32657, 0.00077654],
    [0.37525, 0.0008853], [0.41902, 0.0010054], [0.54206, 0.0012818], [0.60777, 0.0014614], [0.7012, 0.0016595], [0.77664, 0.0018702],
    [0.89603, 0.0021321], [1.0465, 0.0025067], [100.0, 0.24878], [200.0, 0.49765],
  ],
}
