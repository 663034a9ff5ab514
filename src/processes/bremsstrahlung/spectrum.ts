/** Bosons of a beam by their momentum. */
export interface MomentumSpectrum {
  readonly momenta_GeV: Float64Array
  /** How many bosons have each. */
  readonly numbers: Float64Array
  /** Their sum. */
  readonly total: number
}
