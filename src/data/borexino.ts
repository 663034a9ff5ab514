import type { CitationKey } from '../citations.ts'
import type { Provenance } from './table.ts'

/** A measured interaction rate [counts/(day 100 t)] and what the solar models expect, oscillations included. */
export interface BorexinoRate {
  readonly id: string
  readonly title: string
  readonly rate: number
  readonly statistical: number
  readonly systematicUp: number
  readonly systematicDown: number
  /** Expectation and its 1σ for high (HZ, GS98) and low (LZ, AGSS09met) metallicity, where the collaboration gives one. */
  readonly expected?: Readonly<Record<'HZ' | 'LZ', { readonly rate: number; readonly sigma: number }>>
  readonly expectedProvenance?: Provenance
  readonly citation: CitationKey
  readonly where: string
  readonly provenance: Provenance
  readonly note?: string
}

/** Electrons in 100 t of Borexino’s scintillator (via Newtrinos.jl). */
export const BOREXINO_ELECTRONS_PER_100T = 3.307e31

/**
 * The 2011 measurement of the 862 keV ⁷Be line alone. What it is compared with must be the rate of that line,
 * not of both lines as in 2017.
 */
export const BOREXINO_2011: BorexinoRate = {
  id: '7Be-862keV',
  title: '⁷Be, 862 keV line (2011)',
  rate: 46.0,
  statistical: 1.5,
  systematicUp: 1.5,
  systematicDown: 1.6,
  citation: 'borexino-2011',
  where: 'abstract',
  provenance: 'via Newtrinos.jl',
  note: 'Systematic error as in the abstract, +1.5 −1.6; Newtrinos.jl has the two exchanged.',
}

/** Survival probability of the 862 keV neutrinos, as the 2011 publication derives it from its rate. */
export const BOREXINO_2011_SURVIVAL = {
  value: 0.51,
  sigma: 0.07,
  citation: 'borexino-2011',
  where: 'text; repeated in gninenko-2020, section 3',
  provenance: 'printed',
} as const

/** The rate of the 862 keV line that the 2011 publication expects without oscillations [counts/(day 100 t)]. */
export const BOREXINO_2011_UNOSCILLATED = {
  rate: 74,
  sigma: 5.2,
  citation: 'borexino-2011',
  where: 'text',
  provenance: 'from memory: check',
} as const

const phase2 = {
  citation: 'borexino-2017',
  where: 'Table II',
  provenance: 'via Newtrinos.jl',
  expectedProvenance: 'from memory: check',
} as const

/** The measurements of 2017 (published in 2019): ⁷Be with both lines, pp, and pep under either assumption about CNO neutrinos. */
export const BOREXINO_2017: Readonly<Record<'7Be' | 'pp' | 'pepHZ' | 'pepLZ', BorexinoRate>> = {
  '7Be': {
    ...phase2,
    id: '7Be',
    title: '⁷Be, both lines (2017)',
    rate: 48.3,
    statistical: 1.1,
    systematicUp: 0.4,
    systematicDown: 0.7,
    expected: { HZ: { rate: 47.9, sigma: 2.8 }, LZ: { rate: 43.7, sigma: 2.5 } },
    note: 'amaral-2020 prints the 5.8 % error of the expectation: 2.8/47.9.',
  },
  pp: {
    ...phase2,
    id: 'pp',
    title: 'pp (2017)',
    rate: 134,
    statistical: 10,
    systematicUp: 6,
    systematicDown: 10,
    expected: { HZ: { rate: 131.1, sigma: 1.4 }, LZ: { rate: 132.2, sigma: 1.4 } },
  },
  pepHZ: {
    ...phase2,
    id: 'pep-HZ',
    title: 'pep, CNO neutrinos of the high-metallicity model subtracted (2017)',
    rate: 2.43,
    statistical: 0.36,
    systematicUp: 0.15,
    systematicDown: 0.22,
    expected: { HZ: { rate: 2.74, sigma: 0.04 }, LZ: { rate: 2.78, sigma: 0.04 } },
  },
  pepLZ: {
    ...phase2,
    id: 'pep-LZ',
    title: 'pep, CNO neutrinos of the low-metallicity model subtracted (2017)',
    rate: 2.65,
    statistical: 0.36,
    systematicUp: 0.15,
    systematicDown: 0.24,
    expected: { HZ: { rate: 2.74, sigma: 0.04 }, LZ: { rate: 2.78, sigma: 0.04 } },
  },
}
