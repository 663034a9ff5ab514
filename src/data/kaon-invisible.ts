import type { CitationKey } from '../citations.ts'
import type { Provenance } from './table.ts'

/** The largest branching ratio of $K^+\to\mu^+\nu\nu\bar\nu$, and where among the squared missing masses it was looked for. */
export interface MuonInvisibleLimit {
  readonly branching: number
  readonly confidence: number
  /** Squared mass of what escapes [GeV²]. */
  readonly missingMass_GeV2: readonly [from: number, to: number]
  readonly citation: CitationKey
  readonly where: string
  readonly provenance: Provenance
  /** Of the range of missing masses. */
  readonly rangeProvenance: Provenance
}

export const MUON_INVISIBLE_LIMITS = {
  na62: {
    branching: 1e-6,
    confidence: 0.9,
    missingMass_GeV2: [0.1, 0.1507],
    citation: 'na62-2021',
    where: 'abstract; squared missing masses above 0.1 GeV², to the end of phase space',
    provenance: 'printed',
    rangeProvenance: 'from memory: check',
  },
  e949: {
    branching: 2.4e-6,
    confidence: 0.9,
    missingMass_GeV2: [0.05304, 0.08948],
    citation: 'e949-2016',
    where: 'abstract, for the muon spectrum of the Standard Model; muons of 130 to 175 MeV/c',
    provenance: 'printed',
    rangeProvenance: 'from memory: check',
  },
} as const satisfies Record<string, MuonInvisibleLimit>
