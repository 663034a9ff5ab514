import type { CitationKey } from '../citations.ts'
import type { Provenance } from './table.ts'

/** A decay among the backgrounds of low-energy electron recoils. */
export interface Decay {
  readonly title: string
  /** Greatest energy of the electron, or of both electrons [keV]. */
  readonly endpoint_keV: number
  readonly halfLife_yr: number
  /** Fractional 1σ of the half-life, where it sets a rate. */
  readonly halfLifeSigma?: number
  readonly citation: CitationKey
  readonly where: string
  readonly provenance: Provenance
}

/** Decays by which detectors of xenon and argon see electrons. */
export const DECAYS = {
  '136Xe': {
    title: '¹³⁶Xe, two-neutrino double β decay',
    endpoint_keV: 2457.83,
    halfLife_yr: 2.165e21,
    halfLifeSigma: 0.028,
    citation: 'exo200-2014',
    where: 'abstract; end point from mass measurements',
    provenance: 'from memory: check',
  },
  '39Ar': {
    title: '³⁹Ar, β decay',
    endpoint_keV: 565,
    halfLife_yr: 269,
    citation: 'darkside50-2016',
    where: 'properties of the decay as used there',
    provenance: 'from memory: check',
  },
  '214Pb': {
    title: '²¹⁴Pb, β decay to the ground state of ²¹⁴Bi',
    endpoint_keV: 1018,
    halfLife_yr: 5.15e-5,
    citation: 'lz-tdr-2017',
    where: 'properties of the decay as used there',
    provenance: 'from memory: check',
  },
} as const satisfies Readonly<Record<string, Decay>>
