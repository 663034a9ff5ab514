import type { Sourced } from './table.ts'

/** The run in which COHERENT discovered coherent scattering. */
export const COHERENT_CSI_2017: Sourced & {
  readonly protons: number
  readonly pionsPerProton: number
  readonly mass_kg: number
  readonly distance_m: number
  /** Photoelectrons per keVee. */
  readonly lightYield: number
  /** Expected counts and their error, all of it. */
  readonly predicted: number
  readonly predictedSigma: number
  readonly fluxError: number
} = {
  title: 'COHERENT CsI 2017, run',
  citation: 'coherent-csi-2017',
  where: 'text; data release (arXiv:1804.09459)',
  provenance: 'via a public repository',
  note: '134 ± 22 counts seen, 173 ± 48 expected.',
  protons: 1.76e23,
  pionsPerProton: 0.08,
  mass_kg: 14.6,
  distance_m: 19.3,
  lightYield: 13.35,
  predicted: 173,
  predictedSigma: 48,
  fluxError: 0.1,
}
