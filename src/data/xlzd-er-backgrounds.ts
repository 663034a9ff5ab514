import type { Table } from './table.ts'

/** Projected backgrounds of electron recoils in XLZD. */
export const XLZD_ER_BACKGROUNDS = {
  '222Rn': {
    title: 'XLZD, radon',
    citation: 'xlzd-2024',
    where: 'projected spectra of electron recoils',
    provenance: 'via SNuDD',
    columns: ['energy', 'rate'],
    units: { energy: 'keVee', rate: '1/(t yr keV)' },
    note: 'Linear in the logarithm of the energy; flat outside. Digitised; that it stems from this publication is inferred.',
    // biome-ignore format: rows
    rows: [
      [0.12456, 0.36762], [2.7123, 0.36529], [5.3369, 0.36124], [8.4421, 0.35161], [13.617, 0.33844], [21.529, 0.34059],
      [30.401, 0.33788], [33.099, 0.34166], [41.121, 0.34382], [45.742, 0.35719], [48.256, 0.36118], [52.914, 0.36175],
      [55.428, 0.35945], [60.271, 0.36637], [67.257, 0.36462], [72.692, 0.36869], [78.459, 0.36518], [80.677, 0.36751],
    ],
  },
  '85Kr': {
    title: 'XLZD, krypton-85',
    citation: 'xlzd-2024',
    where: 'projected spectra of electron recoils',
    provenance: 'via SNuDD',
    columns: ['energy', 'rate'],
    units: { energy: 'keVee', rate: '1/(t yr keV)' },
    note: 'Linear in the logarithm of the energy; flat outside. Digitised; that it stems from this publication is inferred.',
    // biome-ignore format: rows
    rows: [
      [0.082544, 0.035085], [7.8827, 0.035196], [13.576, 0.035028], [19.38, 0.035306], [30.84, 0.035081], [41.782, 0.034636],
      [49.175, 0.034967], [53.981, 0.0348], [64.276, 0.0353], [75.145, 0.035299],
    ],
  },
  '136Xe': {
    title: 'XLZD, two-neutrino double beta decay of xenon-136',
    citation: 'xlzd-2024',
    where: 'projected spectra of electron recoils',
    provenance: 'via SNuDD',
    columns: ['energy', 'rate'],
    units: { energy: 'keVee', rate: '1/(t yr keV)' },
    note: 'Linear in the logarithm of the energy; flat outside. Digitised; that it stems from this publication is inferred.',
    // biome-ignore format: rows
    rows: [
      [0.1, 0.66088], [1.1241, 0.71328], [3.3424, 0.81645], [7.4094, 1.0512], [9.7757, 1.2401], [12.438, 1.4841],
      [15.248, 1.7818], [18.205, 2.1391], [23.677, 2.8476], [28.483, 3.49], [35.84, 4.3806], [43.308, 5.3094], [44.448, 5.5261],
      [54.325, 6.7512], [59.932, 7.4898], [61.614, 7.7583], [63.727, 7.9328], [67.394, 8.4021], [72.785, 9.1841],
    ],
  },
  '124Xe': {
    title: 'XLZD, two-neutrino double electron capture of xenon-124',
    citation: 'xlzd-2024',
    where: 'projected spectra of electron recoils',
    provenance: 'via SNuDD',
    columns: ['energy', 'rate'],
    units: { energy: 'keVee', rate: '1/(t yr keV)' },
    note: 'Linear in the logarithm of the energy; flat outside. Digitised; that it stems from this publication is inferred.',
    // biome-ignore format: rows
    rows: [
      [4.9383, 3.6747e-05], [6.6987, 0.02152], [7.9972, 0.19159], [8.5182, 0.92493], [8.7778, 1.4117], [9.6837, 1.5091],
      [10.719, 1.5091], [12.267, 0.18946], [12.523, 0.064388], [13.81, 0.0025132], [28.69, 0.0034508], [31.158, 0.21531],
      [33.233, 2.1187], [34.529, 5.3947], [35.176, 6.4101], [35.953, 7.8314], [36.341, 8.2794], [37.246, 8.0972],
      [37.893, 7.5742], [38.54, 6.3744], [39.316, 5.3053], [39.962, 3.6141], [42.543, 0.20028], [43.447, 0.062266],
      [44.606, 0.0054755], [46.795, 3.852e-05],
    ],
  },
} as const satisfies Readonly<Record<string, Table<'energy' | 'rate'>>>
