import type { CitationKey } from '../citations.ts'
import type { Provenance } from './table.ts'

interface Counted {
  readonly title: string
  readonly observed: number
  readonly background: number
  readonly backgroundUp: number
  readonly backgroundDown: number
  /** What the Standard Model gives at `signalFlux`. */
  readonly signal: number
  readonly signalUp: number
  readonly signalDown: number
  readonly signalProvenance: Provenance
  /** ⁸B flux [cm⁻² s⁻¹]. */
  readonly signalFlux: number
  readonly exposure_t_yr: number
  readonly threshold_keV: number
  readonly citation: CitationKey
  readonly where: string
  readonly provenance: Provenance
}

/** XENONnT, solar ⁸B neutrinos on nuclei. */
export const XENONNT_8B: Counted = {
  title: 'XENONnT, solar ⁸B neutrinos on nuclei (2024)',
  observed: 37,
  background: 26.4,
  backgroundUp: 1.4,
  backgroundDown: 1.3,
  signal: 11.9,
  signalUp: 4.5,
  signalDown: 4.2,
  signalProvenance: 'from memory: check',
  signalFlux: 5.25e6,
  exposure_t_yr: 3.51,
  threshold_keV: 0.5,
  citation: 'xenonnt-2024-8b',
  where: 'abstract: counts above 0.5 keV',
  provenance: 'printed',
}
