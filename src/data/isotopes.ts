import type { Records } from './table.ts'

export interface Isotope {
  readonly element: string
  readonly protons: number
  readonly nucleons: number
  /** Mass of the neutral atom [u]. */
  readonly mass_u: number
  /** Mole fraction in the natural element. */
  readonly abundance: number
}

/** Natural isotopes of the elements that detectors and targets are made of. */
export const isotopes: Records<Isotope> = {
  title: 'Isotopic abundances and atomic masses',
  citation: 'nist-isotopes',
  where: 'rows of the listed elements',
  provenance: 'via public element tables',
  units: { mass_u: 'u', abundance: 'mole fraction' },
  note:
    'Neutral atoms: a nucleus is lighter by its electrons. Abundances of an element sum to 1 except for oxygen (¹⁶O only), lead and ' +
    'tungsten (one isotope each, as beam-dump material). Mean atomic weights: Xe 131.293, Ge 72.628, Ar 39.948.',
  // biome-ignore format: rows
  rows: [
    { element: 'H', protons: 1, nucleons: 1, mass_u: 1.0078250322, abundance: 0.999885 },
    { element: 'H', protons: 1, nucleons: 2, mass_u: 2.0141017781, abundance: 0.000115 },
    { element: 'C', protons: 6, nucleons: 12, mass_u: 12, abundance: 0.9893 },
    { element: 'C', protons: 6, nucleons: 13, mass_u: 13.003354835, abundance: 0.0107 },
    { element: 'O', protons: 8, nucleons: 16, mass_u: 15.99491462, abundance: 0.99757 },
    { element: 'Na', protons: 11, nucleons: 23, mass_u: 22.989769282, abundance: 1 },
    { element: 'Si', protons: 14, nucleons: 28, mass_u: 27.97692653, abundance: 0.922232 },
    { element: 'Si', protons: 14, nucleons: 29, mass_u: 28.97649466, abundance: 0.046858 },
    { element: 'Si', protons: 14, nucleons: 30, mass_u: 29.97377014, abundance: 0.030921 },
    { element: 'Ar', protons: 18, nucleons: 36, mass_u: 35.967545105, abundance: 0.003336 },
    { element: 'Ar', protons: 18, nucleons: 38, mass_u: 37.96273211, abundance: 0.000629 },
    { element: 'Ar', protons: 18, nucleons: 40, mass_u: 39.962383124, abundance: 0.996035 },
    { element: 'Ge', protons: 32, nucleons: 70, mass_u: 69.92424876, abundance: 0.2057 },
    { element: 'Ge', protons: 32, nucleons: 72, mass_u: 71.92207583, abundance: 0.2745 },
    { element: 'Ge', protons: 32, nucleons: 73, mass_u: 72.92345896, abundance: 0.0775 },
    { element: 'Ge', protons: 32, nucleons: 74, mass_u: 73.92117776, abundance: 0.365 },
    { element: 'Ge', protons: 32, nucleons: 76, mass_u: 75.92140273, abundance: 0.0773 },
    { element: 'I', protons: 53, nucleons: 127, mass_u: 126.9044719, abundance: 1 },
    { element: 'Xe', protons: 54, nucleons: 124, mass_u: 123.905892, abundance: 0.000952 },
    { element: 'Xe', protons: 54, nucleons: 126, mass_u: 125.9042983, abundance: 0.00089 },
    { element: 'Xe', protons: 54, nucleons: 128, mass_u: 127.903531, abundance: 0.019102 },
    { element: 'Xe', protons: 54, nucleons: 129, mass_u: 128.90478086, abundance: 0.264006 },
    { element: 'Xe', protons: 54, nucleons: 130, mass_u: 129.90350935, abundance: 0.04071 },
    { element: 'Xe', protons: 54, nucleons: 131, mass_u: 130.90508406, abundance: 0.212324 },
    { element: 'Xe', protons: 54, nucleons: 132, mass_u: 131.90415509, abundance: 0.269086 },
    { element: 'Xe', protons: 54, nucleons: 134, mass_u: 133.90539466, abundance: 0.104357 },
    { element: 'Xe', protons: 54, nucleons: 136, mass_u: 135.90721448, abundance: 0.088573 },
    { element: 'Cs', protons: 55, nucleons: 133, mass_u: 132.90545196, abundance: 1 },
    { element: 'Pb', protons: 82, nucleons: 208, mass_u: 207.9766525, abundance: 0.524 },
    { element: 'W', protons: 74, nucleons: 184, mass_u: 183.95093092, abundance: 0.3064 },
  ],
}
