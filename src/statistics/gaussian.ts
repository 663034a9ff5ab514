/**
 * One measured rate compared with a prediction that the boson multiplies by r.
 *
 * $$\chi^2(r) = \frac{(R_0 r - R)^2}{\sigma^2 + (\sigma_0 r)^2}$$
 *
 * with the theory error growing with the rate (`scaled`), or $\sigma_0^2$ alone (`fixed`). amaral-2020 eq. (33).
 */
export interface RateComparison {
  /** Predicted rate R₀ without the boson and its error. */
  readonly predicted: number
  readonly predictedSigma: number
  /** Measured rate R and its error. */
  readonly measured: number
  readonly measuredSigma: number
  readonly theoryError: 'scaled' | 'fixed'
}

/** χ² of the rate ratio r ≥ 0. */
export function rateChi2(comparison: RateComparison, ratio: number): number {
  const { predicted, predictedSigma, measured, measuredSigma, theoryError } = comparison
  const theory = theoryError === 'scaled' ? predictedSigma * ratio : predictedSigma
  return (predicted * ratio - measured) ** 2 / (measuredSigma ** 2 + theory ** 2)
}

/** The ratio at which the prediction meets the measurement, χ² = 0. */
export function bestRatio(comparison: RateComparison): number {
  return comparison.measured / comparison.predicted
}

/**
 * The ratios at which χ² reaches a level: below and above the best one; closed form, a quadratic in r.
 * The lower one may be negative (no such deficit), the upper one Infinity (a scaled error lets any excess through); −Infinity and
 * Infinity where χ² stays below the level for every ratio.
 */
export function ratiosAtChi2(comparison: RateComparison, level: number): { readonly lower: number; readonly upper: number } {
  const { predicted, predictedSigma, measured, measuredSigma, theoryError } = comparison
  if (theoryError === 'fixed') {
    const half = Math.sqrt(level) * Math.hypot(measuredSigma, predictedSigma)
    return { lower: (measured - half) / predicted, upper: (measured + half) / predicted }
  }
  // (R0² − q σ0²) r² − 2 R0 R r + (R² − q σ²) = 0
  const a = predicted ** 2 - level * predictedSigma ** 2
  const halfB = predicted * measured
  const c = measured ** 2 - level * measuredSigma ** 2
  const square = (predicted * measuredSigma) ** 2 + (measured * predictedSigma) ** 2 - level * (predictedSigma * measuredSigma) ** 2
  if (square < 0) return { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY }
  const root = Math.sqrt(level * square)
  if (!(a > 0)) return { lower: c / (halfB + root), upper: Number.POSITIVE_INFINITY }
  return { lower: c / (halfB + root), upper: (halfB + root) / a }
}
