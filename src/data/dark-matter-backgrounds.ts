import type { CitationKey } from '../citations.ts'
import type { Provenance } from './table.ts'

/** A level of background that is one number. */
export interface BackgroundLevel {
  readonly title: string
  readonly value: number
  readonly unit: string
  readonly citation: CitationKey
  readonly where: string
  readonly provenance: Provenance
  readonly note?: string
}

/** Backgrounds of future detectors of dark matter that are known as a number, not as a spectrum. */
export const DARK_MATTER_BACKGROUNDS = {
  darwinFlat: {
    title: 'DARWIN, electron recoils but for solar neutrinos and double β decay',
    value: (19 + 565 + 139) / (28 * 14),
    unit: '1/(t yr keV)',
    citation: 'darwin-2014',
    where: 'Table 2: 19, 565 and 139 events of 2 to 30 keV in 14 t yr',
    provenance: 'via SNuDD',
    note: 'The three numbers are summed there without their names.',
  },
  darksideFlat: {
    title: 'DarkSide-50, electron recoils at low energy',
    value: 1.5e3 * 365.25,
    unit: '1/(t yr keV)',
    citation: 'darkside50-2018',
    where: 'abstract: 1.5 per keV kg day',
    provenance: 'from memory: check',
    note: 'The level of DarkSide-50, not of its successor.',
  },
  argon39: {
    title: '³⁹Ar in argon from underground',
    value: 0.73,
    unit: 'mBq/kg',
    citation: 'darkside50-2016',
    where: 'abstract: 0.73 ± 0.11',
    provenance: 'from memory: check',
  },
} as const satisfies Readonly<Record<string, BackgroundLevel>>
