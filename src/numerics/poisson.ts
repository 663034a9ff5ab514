import { FailureError, InputError } from '../errors.ts'
import { gammaP, gammaQ, logPowerTerm } from './gamma.ts'
import { normalIsf } from './normal.ts'

function requireMean(mean: number): void {
  if (!(mean >= 0 && mean < Infinity)) throw new InputError(`${mean} is not allowed; allowed: finite numbers from zero up`, 'mean')
}

function requireCount(count: number, least: number): void {
  if (!(count >= least && count < Infinity)) {
    throw new InputError(`${count} is not allowed; allowed: finite numbers from ${least} up`, 'count')
  }
}

/**
 * Logarithm of the Poisson probability, $n\log\mu - \mu - \log\Gamma(n + 1)$, for real n, as Asimov counts are.
 *
 * @param count n, from zero up
 * @param mean μ, from zero up; at zero the result is 0 for no counts and $-\infty$ for any
 * @throws InputError when count or mean is negative or not finite
 * @example
 * logPoisson(2, 3) // -1.4959226032237263
 */
export function logPoisson(count: number, mean: number): number {
  requireCount(count, 0)
  requireMean(mean)
  return count === 0 ? 0 - mean : logPowerTerm(count, mean)
}

/**
 * The Poisson probability of `count`, $\mu^n e^{-\mu} / \Gamma(n + 1)$, for real n: the exponential of {@link logPoisson}.
 *
 * @throws InputError when count or mean is negative or not finite
 * @example
 * poissonPmf(0, 2.5) // 0.0820849986238988
 */
export function poissonPmf(count: number, mean: number): number {
  return Math.exp(logPoisson(count, mean))
}

/**
 * Probability of at most n counts, $Q(n + 1, \mu)$: smooth in n between whole numbers, where limits need it so.
 *
 * @param count n, from −1 up (where the probability is 0)
 * @param mean μ, from zero up
 * @throws InputError outside these ranges
 * @example
 * poissonCdf(0, 2.302585092994046) // 0.09999999999999998
 */
export function poissonCdf(count: number, mean: number): number {
  requireCount(count, -1)
  requireMean(mean)
  return count === -1 ? 0 : gammaQ(count + 1, mean)
}

/**
 * Probability of more than n counts, $P(n + 1, \mu)$. The p-value of an excess, n or more, is `poissonSf(n - 1, mean)`.
 *
 * @param count n, from −1 up (where the probability is 1)
 * @param mean μ, from zero up
 * @throws InputError outside these ranges
 * @example
 * poissonSf(0, 1e-20) // 9.999999999999992e-21
 */
export function poissonSf(count: number, mean: number): number {
  requireCount(count, -1)
  requireMean(mean)
  return count === -1 ? 1 : gammaP(count + 1, mean)
}

/** The smallest whole number from zero that `enough` holds for, from a first guess; `enough` turns from false to true once. */
function smallestCount(guess: number, enough: (count: number) => boolean): number {
  let high = Math.max(0, Math.floor(guess))
  let stride = 1
  for (; !enough(high); stride *= 2) {
    if (stride > 2 ** 60) throw new FailureError('the quantile of a Poisson distribution was not found')
    high += stride
  }
  let low = high
  for (stride = 1; low >= 0 && enough(low); stride *= 2) {
    high = low
    low -= stride
  }
  low = Math.max(low, -1)
  while (high - low > 1) {
    const middle = Math.floor(0.5 * (low + high))
    if (enough(middle)) high = middle
    else low = middle
  }
  return high
}

/** Two terms of the Cornish–Fisher expansion. */
function guessCount(z: number, mean: number): number {
  return Number.isFinite(z) ? mean + z * Math.sqrt(mean) + (z * z - 1) / 6 : 0
}

/**
 * The smallest whole number n with `poissonCdf(n, mean)` ≥ p.
 *
 * @param p from 0 up to, not including, 1. For p next to 1, {@link poissonIsf} of the complement is exact
 * @throws InputError when p or mean is outside its range
 * @example
 * poissonQuantile(0.5, 10) // 10
 */
export function poissonQuantile(p: number, mean: number): number {
  requireMean(mean)
  if (!(p >= 0 && p < 1)) throw new InputError(`${p} is not allowed; allowed: from 0 up to, not including, 1`, 'p')
  return smallestCount(guessCount(0 - normalIsf(p), mean), (count) => poissonCdf(count, mean) >= p)
}

/**
 * The smallest whole number n with `poissonSf(n, mean)` ≤ p.
 *
 * @param p above 0, up to 1
 * @throws InputError when p or mean is outside its range
 * @example
 * poissonIsf(1e-16, 10) // 46
 */
export function poissonIsf(p: number, mean: number): number {
  requireMean(mean)
  if (!(p > 0 && p <= 1)) throw new InputError(`${p} is not allowed; allowed: above 0, up to 1`, 'p')
  return smallestCount(guessCount(normalIsf(p), mean), (count) => poissonSf(count, mean) <= p)
}
