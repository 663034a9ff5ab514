import type { CitationKey } from '../citations.ts'
import type { Provenance } from './table.ts'
import type { TridentBeamName } from './trident-beams.ts'

/** A measured cross section of $\nu_\mu N \to \nu_\mu N \mu^+\mu^-$ over the Standard Model's, with its 1σ errors. */
export interface TridentMeasurement {
  readonly ratio: number
  readonly sigmaUp: number
  readonly sigmaDown: number
  readonly beam: TridentBeamName
  readonly citation: CitationKey
  readonly where: string
  readonly provenance: Provenance
}

export const TRIDENT_MEASUREMENTS = {
  ccfr: {
    ratio: 0.82,
    sigmaUp: 0.28,
    sigmaDown: 0.28,
    beam: 'iron-160',
    citation: 'ccfr-1991',
    where: '37.0 ± 12.4 pairs where 45.3 ± 2.3 are expected',
    provenance: 'via altmannshofer-2014',
  },
  charm2: {
    ratio: 1.58,
    sigmaUp: 0.57,
    sigmaDown: 0.57,
    beam: 'glass-20',
    citation: 'charm2-1990',
    where: 'pairs seen over pairs expected in glass',
    provenance: 'via altmannshofer-2014',
  },
  nutev: {
    ratio: 0.72,
    sigmaUp: 1.73,
    sigmaDown: 0.72,
    beam: 'iron-160',
    citation: 'nutev-1999',
    where: 'the lower error is where the signal vanishes',
    provenance: 'via altmannshofer-2014',
  },
} as const satisfies Record<string, TridentMeasurement>
