import type { Assumptions } from '../assumptions.ts'
import type { CitationKey } from '../citations.ts'
import type { Provenance } from './table.ts'

/** Measured minus predicted a_e = (g−2)_e/2, for one determination of the fine-structure constant. */
export interface ElectronComparison {
  readonly title: string
  readonly deltaA: number
  readonly sigma: number
  readonly citations: readonly CitationKey[]
  readonly where: string
  readonly provenance: Provenance
  readonly note?: string
}

/** The electron’s moment against α from rubidium and from caesium: the two disagree, in sign as well. */
export const ELECTRON_G_MINUS_2: Readonly<Record<Assumptions['gMinus2Electron'], ElectronComparison>> = {
  'rb-2020': {
    title: 'a_e against α from rubidium recoil',
    deltaA: 4.8e-13,
    sigma: 3.0e-13,
    citations: ['rb-2020', 'hanneke-2008'],
    where: 'rb-2020, discussion of a_e',
    provenance: 'from memory: check',
    note: 'Uses the moment measured in 2008; the measurement fan-2023 is more precise and moves the difference.',
  },
  'cs-2018': {
    title: 'a_e against α from caesium recoil',
    deltaA: -8.8e-13,
    sigma: 3.6e-13,
    citations: ['cs-2018', 'hanneke-2008'],
    where: 'cs-2018, discussion of a_e',
    provenance: 'from memory: check',
    note: 'Uses the moment measured in 2008; the measurement fan-2023 is more precise and moves the difference.',
  },
}
