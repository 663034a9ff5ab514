import { InputError } from '../errors.ts'
import { brentRoot, gammaPInverse, gammaQ, gammaQInverse, normalLogSf } from '../numerics/index.ts'

const EXPLAIN = 'allowed: finite numbers from zero up'

function requireCounts(value: number, field: string): void {
  if (!(value >= 0 && value < Infinity)) throw new InputError(`${value} is not allowed; ${EXPLAIN}`, field)
}

function requireConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) throw new InputError(`${confidence} is not allowed; allowed: between 0 and 1`, 'confidence')
}

/** A variance of the background below this share of its Poisson variance is none. */
const NEGLIGIBLE = 1e-12

/** $x - \ln(1 + x)$ without cancellation, for x > −1. */
export function excessLog(x: number): number {
  if (Math.abs(x) > 0.03) return x - Math.log(1 + x)
  // x²/2 − x³/3 + …, even and odd powers apart
  const y = x * x
  const even = 1 / 2 + y * (1 / 4 + y * (1 / 6 + y * (1 / 8 + y * (1 / 10 + y / 12))))
  const odd = 1 / 3 + y * (1 / 5 + y * (1 / 7 + y * (1 / 9 + y / 11)))
  return y * (even - x * odd)
}

/**
 * The deviance of one Poisson bin, $2\left[\mu - n + n\ln(n/\mu)\right]$: −2 ln L over that of the best possible μ = n (Baker and Cousins). Zero when μ = n; Infinity where nothing is
 * expected and something was seen. Counts need not be whole.
 *
 * @throws InputError for a count that is negative or not finite
 * @example
 * poissonDeviance(0, 2.3) // 4.6
 */
export function poissonDeviance(count: number, mean: number): number {
  requireCounts(count, 'count')
  return binDeviance(count, mean)
}

/** {@link poissonDeviance} for counts known to be sound. */
export function binDeviance(count: number, mean: number): number {
  if (count === 0) return 2 * Math.max(0, mean)
  if (!(mean > 0)) return Number.POSITIVE_INFINITY
  return mean < 0.5 * count ? 2 * (mean - count + count * Math.log(count / mean)) : 2 * count * excessLog((mean - count) / count)
}

/**
 * The signal that 90 per cent of experiments would see as an excess: $s = \mu - b$ with $P(N > b\,|\,\mu) = 0.9$, smooth in b by the incomplete
 * Gamma function, $P(b + 1, \mu) = 0.9$ (amaral-2020 section III.3). About $1.28\sqrt b$ for many counts.
 *
 * @param background counts without the signal, from zero up
 * @param confidence share of experiments; 0.9 unless given
 * @throws InputError for counts below zero or a confidence outside 0 to 1
 * @example
 * sensitivityExcess(0) // 2.302585092994046
 */
export function sensitivityExcess(background: number, confidence = 0.9): number {
  requireCounts(background, 'background')
  requireConfidence(confidence)
  return gammaPInverse(background + 1, confidence) - background
}

/**
 * The same for a deficit: $s = b - \mu$ with $P(N < b\,|\,\mu) = 0.9$. Infinity where even no counts at all are not rare enough, below 1
 * background count for whole numbers.
 *
 * @throws InputError for counts below zero or a confidence outside 0 to 1
 * @example
 * sensitivityDeficit(100) // 12.6
 */
export function sensitivityDeficit(background: number, confidence = 0.9): number {
  requireCounts(background, 'background')
  requireConfidence(confidence)
  // P(N < b) = P(N ≤ b − 1) = Q(b, μ)
  return background === 0 ? Number.POSITIVE_INFINITY : background - gammaQInverse(background, confidence)
}

/**
 * The classical upper limit on a signal: $P(N \le n\,|\,s + b) = 1 - \mathrm{CL}$, from below zero up where the data fluctuated far down.
 *
 * @throws InputError for counts below zero or a confidence outside 0 to 1
 * @example
 * poissonUpperLimit(0, 0) // 2.302585092994046
 */
export function poissonUpperLimit(observed: number, background: number, confidence = 0.9): number {
  requireCounts(observed, 'observed')
  requireCounts(background, 'background')
  requireConfidence(confidence)
  return gammaQInverse(observed + 1, 1 - confidence) - background
}

/**
 * $\mathrm{CL}_s = P(N \le n\,|\,s+b)/P(N \le n\,|\,b)$ (Read 2002): never below the p-value itself, so that no signal is excluded to which the
 * experiment is not sensitive.
 *
 * @throws InputError for counts below zero
 * @example
 * countingCls(0, 3, 5) // e^-3, whatever the background
 */
export function countingCls(observed: number, signal: number, background: number): number {
  requireCounts(observed, 'observed')
  requireCounts(signal, 'signal')
  requireCounts(background, 'background')
  return gammaQ(observed + 1, signal + background) / gammaQ(observed + 1, background)
}

/**
 * Upper limit on a signal where {@link countingCls} falls to 1 − CL. With no background the classical limit; with no counts 2.303 at 90 %.
 *
 * @throws InputError for counts below zero or a confidence outside 0 to 1
 * @example
 * clsUpperLimit(0, 7) // 2.302585092994046
 */
export function clsUpperLimit(observed: number, background: number, confidence = 0.9): number {
  requireCounts(observed, 'observed')
  requireCounts(background, 'background')
  requireConfidence(confidence)
  return gammaQInverse(observed + 1, (1 - confidence) * gammaQ(observed + 1, background)) - background
}

/**
 * CLs in the asymptotic regime, from the test statistic $\tilde q_\mu$ and its value for the Asimov data set without signal (Cowan et al. 2011, eqs.
 * 65–66 for $p_\mu$, and the same with μ′ = 0):
 * $$\mathrm{CL}_s = \frac{1 - \Phi(\sqrt q)}{\Phi(\sqrt{q_A} - \sqrt q)}\quad (q \le q_A),\qquad
 * \frac{1 - \Phi\!\left(\frac{q + q_A}{2\sqrt{q_A}}\right)}{\Phi\!\left(\frac{q_A - q}{2\sqrt{q_A}}\right)}\quad (q > q_A).$$
 *
 * @param statistic q, zero where the data lie above the tested signal
 * @param asimov q_A, above zero
 * @throws InputError for a statistic below zero or an Asimov value that is not above zero
 * @example
 * asymptoticCls(2.7055, 2.7055) // 0.1000: what a median experiment finds
 */
export function asymptoticCls(statistic: number, asimov: number): number {
  requireCounts(statistic, 'statistic')
  if (!(asimov > 0 && asimov < Infinity)) throw new InputError(`${asimov} is not allowed; allowed: finite numbers above zero`, 'asimov')
  const [q, qA] = [Math.sqrt(statistic), Math.sqrt(asimov)]
  const [signal, background] = statistic <= asimov ? [q, q - qA] : [(statistic + asimov) / (2 * qA), (statistic - asimov) / (2 * qA)]
  return Math.exp(normalLogSf(signal) - normalLogSf(background))
}

/**
 * Median significance, in σ, with which a signal on a background is discovered (Cowan et al. 2011 eq. 97, by the Asimov data set):
 * $$Z = \sqrt{2\left[(s+b)\ln(1 + s/b) - s\right]} \approx s/\sqrt b .$$
 * With a background known to ±σ only (G. Cowan, 2012, for an auxiliary count):
 * $$Z^2 = 2\left[(s+b)\ln\frac{(s+b)(b+\sigma^2)}{b^2+(s+b)\sigma^2} - \frac{b^2}{\sigma^2}\ln\!\left(1 + \frac{\sigma^2 s}{b(b+\sigma^2)}\right)\right].$$
 * Of a deficit, s from −b to 0, the significance likewise; both positive.
 *
 * @throws InputError for a background below zero, a signal below −b or σ below zero
 * @example
 * discoverySignificance(50, 100) // 4.65; s/√b is 5
 */
export function discoverySignificance(signal: number, background: number, backgroundSigma = 0): number {
  requireCounts(background, 'background')
  requireCounts(backgroundSigma, 'backgroundSigma')
  if (!(signal >= -background && signal < Infinity)) throw new InputError(`${signal} is not allowed; allowed: from −b up`, 'signal')
  if (signal === 0) return 0
  const total = signal + background
  const v = backgroundSigma * backgroundSigma
  if (v <= NEGLIGIBLE * background) return Math.sqrt(poissonDeviance(total, background))
  // The background that fits both counts best without a signal, and their deviances from it.
  const fitted = (background * background + total * v) / (background + v)
  return Math.sqrt(poissonDeviance(total, fitted) + (background / v) * poissonDeviance(background, fitted))
}

/**
 * The signal that a median experiment discovers with the given significance: the inverse of {@link discoverySignificance}. Smallest where there is
 * no background, where any count is a discovery: 0.
 *
 * @param significance in σ; 5 unless given
 * @throws InputError for a background or σ below zero or a significance that is not above zero
 * @example
 * discoverySignal(100) // 54.0
 */
export function discoverySignal(background: number, significance = 5, backgroundSigma = 0): number {
  requireCounts(background, 'background')
  requireCounts(backgroundSigma, 'backgroundSigma')
  if (!(significance > 0 && significance < Infinity)) {
    throw new InputError(`${significance} is not allowed; allowed: finite numbers above zero`, 'significance')
  }
  if (background === 0) return 0
  const missing = (logSignal: number): number => discoverySignificance(Math.exp(logSignal), background, backgroundSigma) - significance
  let high = Math.log(significance * Math.hypot(Math.sqrt(background), backgroundSigma) + significance * significance)
  let low = high - 1
  while (missing(low) > 0) low -= 2
  while (missing(high) < 0) high += 2
  return Math.exp(brentRoot(missing, low, high, 1e-14))
}

/**
 * The same for a deficit, as a positive number; Infinity where even no counts at all are not significant enough.
 *
 * @throws InputError for a background or σ below zero or a significance that is not above zero
 * @example
 * discoveryDeficit(100) // 45.6
 */
export function discoveryDeficit(background: number, significance = 5, backgroundSigma = 0): number {
  requireCounts(background, 'background')
  requireCounts(backgroundSigma, 'backgroundSigma')
  if (!(significance > 0 && significance < Infinity)) {
    throw new InputError(`${significance} is not allowed; allowed: finite numbers above zero`, 'significance')
  }
  const missing = (deficit: number): number => discoverySignificance(-deficit, background, backgroundSigma) - significance
  return background === 0 || missing(background) < 0 ? Number.POSITIVE_INFINITY : brentRoot(missing, 0, background)
}

/**
 * Median significance, in σ, with which a signal is excluded when there is none: $Z = \sqrt{q_s} = \sqrt{2\left[s - b\ln(1 + s/b)\right]}$ for the Asimov
 * data set n = b (Cowan et al. 2011, section 4.3). With no background $\sqrt{2s}$.
 *
 * @throws InputError for a background below zero or a signal below −b
 * @example
 * exclusionSignificance(13.3, 100) // 1.28: 90 %, one-sided
 */
export function exclusionSignificance(signal: number, background: number): number {
  requireCounts(background, 'background')
  if (!(signal >= -background && signal < Infinity)) throw new InputError(`${signal} is not allowed; allowed: from −b up`, 'signal')
  return Math.sqrt(poissonDeviance(background, signal + background))
}

/**
 * The signal that a median experiment excludes: where $q_s$ of {@link exclusionSignificance} reaches a Δχ².
 *
 * @param threshold Δχ²: 1.642 for 90 % one-sided
 * @throws InputError for a background below zero or a threshold that is not above zero
 * @example
 * exclusionSignal(0, 1.642) // 0.821
 */
export function exclusionSignal(background: number, threshold: number): number {
  requireCounts(background, 'background')
  return meanAtDeviance(background, threshold, 'above') - background
}

/**
 * The mean at which the deviance of a count reaches a level, above or below the count. −Infinity below where even no expectation stays inside: never, but
 * for n = 0.
 *
 * @throws InputError for a count below zero or a level that is not above zero
 * @example
 * meanAtDeviance(9, 1, 'above') // 12.34: the upper end of a 68 % interval of the likelihood
 */
export function meanAtDeviance(count: number, level: number, side: 'above' | 'below'): number {
  requireCounts(count, 'count')
  if (!(level > 0 && level < Infinity)) throw new InputError(`${level} is not allowed; allowed: finite numbers above zero`, 'threshold')
  if (count === 0) return side === 'above' ? 0.5 * level : Number.NEGATIVE_INFINITY
  // In u = ln(μ/n), where the deviance is 2n (eᵘ − 1 − u).
  const missing = (u: number): number => 2 * count * (u < -1 ? Math.expm1(u) - u : excessLog(Math.expm1(u))) - level
  const width = (side === 'above' ? 1 : -1) * Math.sqrt(level / count)
  let end = width
  while (missing(end) < 0) end += width
  return count * Math.exp(brentRoot(missing, 0, end, 1e-15))
}
