import { InputError } from '../errors.ts'
import { erf, erfcInverse, erfcx } from './erf.ts'

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI)

/** $e^{-z^2/2}$ without the rounding of $z^2$. */
function gaussian(z: number): number {
  const head = Math.fround(z)
  return Math.exp(-0.5 * head * head) * Math.exp(-0.5 * (z - head) * (z + head))
}

/**
 * Density of the standard normal distribution, $e^{-z^2/2} / \sqrt{2\pi}$.
 *
 * @example
 * normalPdf(0) // 0.3989422804014327
 */
export function normalPdf(z: number): number {
  return gaussian(z) / Math.sqrt(2 * Math.PI)
}

/**
 * Logarithm of {@link normalPdf}.
 *
 * @example
 * normalLogPdf(100) // -5000.918938533205
 */
export function normalLogPdf(z: number): number {
  return -0.5 * z * z - HALF_LOG_TWO_PI
}

/**
 * Survival function of the standard normal distribution, $\frac12\mathrm{erfc}(z/\sqrt2)$: the p-value of z standard deviations, one-sided.
 *
 * @example
 * normalSf(5) // 2.866515718791939e-7
 */
export function normalSf(z: number): number {
  if (Math.abs(z) < 0.5) return 0.5 - 0.5 * erf(z * Math.SQRT1_2)
  if (z < 0) return 1 - normalSf(-z)
  return z > 40 ? 0 : 0.5 * gaussian(z) * erfcx(z * Math.SQRT1_2)
}

/**
 * Logarithm of {@link normalSf}, which does not underflow.
 *
 * @example
 * normalLogSf(100) // -5005.524208694205
 */
export function normalLogSf(z: number): number {
  return z < 0.5 ? Math.log1p(-normalSf(-z)) : Math.log(0.5 * erfcx(z * Math.SQRT1_2)) - 0.5 * z * z
}

/**
 * Cumulative distribution of the standard normal distribution.
 *
 * @example
 * normalCdf(1) // 0.8413447460685429
 */
export function normalCdf(z: number): number {
  return normalSf(-z)
}

/**
 * The z with `normalSf(z)` = p, to full relative accuracy down to the smallest p; $\pm\infty$ at p = 0 and 1.
 *
 * @throws InputError when p is outside 0 to 1
 * @example
 * normalIsf(0.05) // 1.6448536269514729
 */
export function normalIsf(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new InputError(`${p} is not a probability; allowed: 0 to 1`, 'p')
  return Math.SQRT2 * erfcInverse(2 * p)
}

/**
 * The z with `normalCdf(z)` = p. For p next to 1, {@link normalIsf} of the complement keeps the digits that p itself cannot hold.
 *
 * @throws InputError when p is outside 0 to 1
 * @example
 * normalQuantile(0.975) // 1.9599639845400538
 */
export function normalQuantile(p: number): number {
  return 0 - normalIsf(p)
}
