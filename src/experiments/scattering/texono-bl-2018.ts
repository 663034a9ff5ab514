import type { PublishedScattering } from '../../constraints/index.ts'

/** TEXONO, reactor antineutrinos on electrons, read as B−L. */
export const texono_bl_2018: PublishedScattering = {
  id: 'texono-bl-2018',
  experiment: 'TEXONO',
  label: 'TEXONO',
  title: 'TEXONO, reactor antineutrinos on electrons, read as B−L',
  confidence: 0.9,
  citations: ['bauer-2018', 'texono-2010', 'darkcast-2018'],
  where: 'figure 13',
  provenance: 'via DarkCast',
  notes:
    'Read through the rate of 6.5 MeV antineutrinos with recoils of 3 to 8 MeV; the energy is typical of the reactor spectrum there. Thinned to 0.5 %; the confidence level is that conventionally quoted.',
  unverified: 'recoil window and typical energy',
  model: 'b-l',
  beam: { flavours: [1, 0, 0], energy_GeV: 6.5e-3, recoils_GeV: [3e-3, 8e-3], antineutrino: true },
  // biome-ignore format: rows
  rows: [
    [0.00043472, 3.2837e-06], [0.00083835, 3.3597e-06], [0.0014421, 3.5176e-06], [0.0018351, 3.7126e-06], [0.0028065, 4.4152e-06],
    [0.0033183, 4.8992e-06], [0.003988, 5.6285e-06], [0.0047539, 6.5164e-06], [0.005418, 7.2033e-06], [0.007452, 9.806e-06],
    [0.0089196, 1.1396e-05], [0.011971, 1.5217e-05], [0.013699, 1.7753e-05], [0.016331, 2.0874e-05], [0.022278, 2.8636e-05],
    [0.02602, 3.3153e-05], [0.029776, 3.8234e-05], [0.038677, 4.9122e-05], [0.050445, 6.4592e-05], [0.05587, 7.3074e-05],
    [0.063937, 8.33e-05], [0.073765, 9.4608e-05], [0.096208, 0.00012343], [0.10831, 0.00014126], [0.12045, 0.00015737],
    [0.13897, 0.0001794], [0.17543, 0.00022961], [0.20322, 0.00026277], [0.26832, 0.0003495], [200.0, 0.26092],
  ],
}
