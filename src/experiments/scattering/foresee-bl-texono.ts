import type { PublishedScattering } from '../../constraints/index.ts'

/** TEXONO, reactor antineutrinos on electrons, read as B−L, as FORESEE holds it. */
export const foresee_bl_texono: PublishedScattering = {
  id: 'foresee-bl-texono',
  experiment: 'TEXONO',
  label: 'TEXONO (FORESEE)',
  title: 'TEXONO, reactor antineutrinos on electrons, read as B−L, as FORESEE holds it',
  confidence: 0.9,
  citations: ['bauer-2018', 'bilmis-2015', 'texono-2010', 'foresee-2021'],
  where: 'file of lines for U(1)B−L',
  provenance: 'via FORESEE',
  notes:
    'Read through the rate of 6.5 MeV antineutrinos with recoils of 3 to 8 MeV; the energy is typical of the reactor spectrum there. Thinned to 0.5 %; the confidence level is that conventionally quoted.',
  unverified: 'recoil window and typical energy',
  model: 'b-l',
  beam: { flavours: [1, 0, 0], energy_GeV: 6.5e-3, recoils_GeV: [3e-3, 8e-3], antineutrino: true },
  // biome-ignore format: rows
  rows: [
    [1e-06, 9.3753e-07], [1.643e-06, 9.2854e-07], [2.3222e-06, 9.5504e-07], [3.0876e-06, 9.4586e-07], [4.1899e-06, 9.6372e-07],
    [5.4589e-06, 9.5447e-07], [8.1183e-06, 9.91e-07], [1.1017e-05, 1.0002e-06], [1.8139e-05, 1.0887e-06], [2.2924e-05, 1.1853e-06],
    [2.4869e-05, 1.2309e-06], [3.4441e-05, 1.2541e-06], [7.2396e-05, 1.3649e-06], [0.00012801, 1.633e-06], [0.00016344, 1.8463e-06],
    [0.00026644, 2.4982e-06], [0.00033676, 3.0181e-06], [0.00036909, 3.3807e-06], [0.00048088, 3.3801e-06], [0.0011077, 3.4753e-06],
    [0.0014141, 3.6087e-06], [0.0019388, 3.9659e-06], [0.0026853, 4.5695e-06], [0.0034991, 5.4168e-06], [0.0047012, 6.9916e-06],
    [0.0060643, 8.8555e-06], [0.0085733, 1.1983e-05], [0.011402, 1.5614e-05], [0.019762, 2.6763e-05], [0.024726, 3.4875e-05],
    [0.034253, 4.9013e-05], [0.043737, 6.208e-05], [0.057582, 8.322e-05], [0.078956, 0.00011051], [0.1105, 0.0001524],
    [0.14399, 0.00019858], [0.20358, 0.00028711], [0.26529, 0.00036023], [0.34926, 0.00047384], [0.45052, 0.00058891],
    [0.55229, 0.00071824], [0.67703, 0.00082762], [0.88229, 0.0010784], [1.0, 0.0010783],
  ],
}
