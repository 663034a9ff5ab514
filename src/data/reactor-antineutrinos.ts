import type { Records, Table } from './table.ts'

/** The four nuclei whose fissions heat a reactor. */
export const FISSILE = ['235U', '238U', '239Pu', '241Pu'] as const
export type Fissile = (typeof FISSILE)[number]

/** Antineutrinos per fission above 1.8 MeV: the exponential of a polynomial of fifth degree, and the energy released. */
export const reactorSpectra: Records<{
  readonly nucleus: Fissile
  /** Coefficients of E⁰ … E⁵, E in MeV, of ln(antineutrinos per MeV and fission). */
  readonly coefficients: readonly number[]
  readonly energyPerFission_MeV: number
}> = {
  title: 'Reactor antineutrino spectra (Huber; Mueller et al. for ²³⁸U) and energy per fission (Ma et al.)',
  citation: ['huber-2011', 'mueller-2011', 'ma-2013'],
  where: 'Huber Table III; Mueller et al. Table VI; Ma et al. Table XIII',
  provenance: 'via public reactor programs',
  units: { energyPerFission_MeV: 'MeV' },
  note: 'Fitted between 2 and 8 MeV. Several public programs agree to every digit.',
  rows: [
    { nucleus: '235U', coefficients: [4.367, -4.577, 2.1, -5.294e-1, 6.186e-2, -2.777e-3], energyPerFission_MeV: 202.36 },
    { nucleus: '238U', coefficients: [4.833e-1, 1.927e-1, -1.283e-1, -6.762e-3, 2.233e-3, -1.536e-4], energyPerFission_MeV: 205.99 },
    { nucleus: '239Pu', coefficients: [4.757, -5.392, 2.563, -6.596e-1, 7.82e-2, -3.536e-3], energyPerFission_MeV: 211.12 },
    { nucleus: '241Pu', coefficients: [2.99, -2.882, 1.278, -3.343e-1, 3.905e-2, -1.754e-3], energyPerFission_MeV: 214.26 },
  ],
}

/** Antineutrinos per MeV and fission below 2 MeV, calculated from the fission products. */
export const reactorLowEnergy: Table<'energy' | Fissile> = {
  title: 'Reactor antineutrino spectra below 2 MeV',
  citation: 'vogel-1989',
  where: 'Table II',
  provenance: 'via public reactor programs',
  columns: ['energy', '235U', '239Pu', '238U', '241Pu'],
  units: { energy: 'MeV', '235U': '1/MeV', '239Pu': '1/MeV', '238U': '1/MeV', '241Pu': '1/MeV' },
  note: 'Straight lines between the points. Neutron capture on ²³⁸U is not in it.',
  rows: [
    [0.007813, 0.024, 0.14, 0.089, 0.2],
    [0.01563, 0.092, 0.56, 0.35, 0.79],
    [0.03125, 0.35, 2.13, 1.32, 3],
    [0.0625, 0.61, 0.64, 0.65, 0.59],
    [0.125, 1.98, 1.99, 2.02, 1.85],
    [0.25, 2.16, 2.08, 2.18, 2.14],
    [0.5, 2.66, 2.63, 2.91, 2.82],
    [0.75, 2.66, 2.58, 2.96, 2.9],
    [1, 2.41, 2.32, 2.75, 2.63],
    [1.5, 1.69, 1.48, 1.97, 1.75],
    [2, 1.26, 1.08, 1.5, 1.32],
  ],
}
