import { InputError } from '../errors.ts'
import { gammaP, gammaPInverse, gammaQ, gammaQInverse, logPowerTerm } from './gamma.ts'

function requireDegrees(degrees: number): void {
  if (!(degrees > 0 && degrees < Infinity)) {
    throw new InputError(`${degrees} is not allowed; allowed: finite numbers above zero`, 'degrees')
  }
}

/**
 * Logarithm of {@link chi2Pdf}.
 *
 * @throws InputError when x is negative or degrees is not above zero
 * @example
 * chi2LogPdf(2, 2) // -1.6931471805599454
 */
export function chi2LogPdf(x: number, degrees: number): number {
  requireDegrees(degrees)
  if (x === 0) return degrees === 2 ? -Math.LN2 : degrees < 2 ? Infinity : -Infinity
  if (x === Infinity) return -Infinity
  return logPowerTerm(0.5 * degrees, 0.5 * x) + Math.log((0.5 * degrees) / x)
}

/**
 * Density of the χ² distribution, $x^{k/2-1} e^{-x/2} / [2^{k/2}\,\Gamma(k/2)]$; infinite at 0 below two degrees of freedom.
 *
 * @param x from zero up
 * @param degrees of freedom k, above zero; need not be whole
 * @throws InputError when x is negative or degrees is not above zero
 * @example
 * chi2Pdf(2, 2) // 0.18393972058572114
 */
export function chi2Pdf(x: number, degrees: number): number {
  return Math.exp(chi2LogPdf(x, degrees))
}

/**
 * Cumulative χ² distribution, $P(k/2, x/2)$.
 *
 * @param x from zero up
 * @param degrees of freedom k, above zero; need not be whole
 * @throws InputError when x is negative or degrees is not above zero
 * @example
 * chi2Cdf(1, 1) // 0.6826894921370859
 */
export function chi2Cdf(x: number, degrees: number): number {
  requireDegrees(degrees)
  return gammaP(0.5 * degrees, 0.5 * x)
}

/**
 * Survival function of the χ² distribution, $Q(k/2, x/2)$: the p-value of a fit.
 *
 * @param x from zero up
 * @param degrees of freedom k, above zero; need not be whole
 * @throws InputError when x is negative or degrees is not above zero
 * @example
 * chi2Sf(100, 2) // 1.9287498479639188e-22
 */
export function chi2Sf(x: number, degrees: number): number {
  requireDegrees(degrees)
  return gammaQ(0.5 * degrees, 0.5 * x)
}

/**
 * The x with `chi2Cdf(x, degrees)` = p.
 *
 * @param p from 0 to 1; the result is infinite at 1
 * @throws InputError when p is outside 0 to 1 or degrees is not above zero
 * @example
 * chi2Quantile(0.9, 1) // 2.705543454095411
 */
export function chi2Quantile(p: number, degrees: number): number {
  requireDegrees(degrees)
  return 2 * gammaPInverse(0.5 * degrees, p)
}

/**
 * The x with `chi2Sf(x, degrees)` = p: for small p-values.
 *
 * @param p from 0 to 1; the result is infinite at 0
 * @throws InputError when p is outside 0 to 1 or degrees is not above zero
 * @example
 * chi2Isf(1e-16, 2) // 73.68272297580947
 */
export function chi2Isf(p: number, degrees: number): number {
  requireDegrees(degrees)
  return 2 * gammaQInverse(0.5 * degrees, p)
}
