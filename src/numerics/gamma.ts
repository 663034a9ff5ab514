import { FailureError, InputError } from '../errors.ts'
import { erfcx } from './erf.ts'

/** $\zeta(k) - 1$ for k = 2, 3, … (computed with mpmath by test/numerics/tables.py). */
const ZETA_MINUS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914, 0.008349277381922827,
  0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915,
  6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6,
  9.539620338727962e-7, 4.769329867878064e-7, 2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8,
  1.4901554828365043e-8,
]
const ONE_MINUS_EULER = 0.42278433509846713

/** Coefficients $B_{2k} / [2k (2k - 1)]$ of Stirling's series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400]

/** Taylor coefficients of $\eta / \mu$ in $\eta$, where $\mu - \log(1 + \mu) = \eta^2 / 2$ (computed with mpmath by test/numerics/tables.py). */
const ETA_OVER_MU = [
  1, -0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073, 0.0003527336860670194, -0.0001787551440329218,
  3.919263178522438e-5, -2.185448510679992e-6, -1.85406221071516e-6, 8.296711340953087e-7, -1.7665952736826078e-7, 6.707853543401498e-9,
  1.0261809784240309e-8, -4.382036018453353e-9, 9.14769958223679e-10, -2.5514193994946248e-11, -5.830772132550426e-11,
  2.4361948020667415e-11, -5.0276692801141755e-12, 1.1004392031956135e-13, 3.371763262400985e-13, -1.392388722418162e-13,
  2.8534893807047445e-14, -5.139111834242572e-16, -1.9752288294349442e-15, 8.099521156704561e-16, -1.6522531216398162e-16,
  2.5305430097478883e-18, 1.1686939738559576e-17, -4.770037049820485e-18,
]

/** From here on Stirling's series reaches round-off. */
const STIRLING_FROM = 10
/** The uniform expansion serves from this a on, for $|\eta| < 1$. */
const UNIFORM_FROM = 25

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI)

function requirePositive(value: number, field: string): void {
  if (!(value > 0 && value < Infinity)) throw new InputError(`${value} is not allowed; allowed: finite numbers above zero`, field)
}

function requireNotNegative(value: number, field: string): void {
  if (!(value >= 0)) throw new InputError(`${value} is not allowed; allowed: numbers from zero up`, field)
}

/** $\log\Gamma(2 + z)$ for $|z| \le 1/2$: its Taylor series. */
function logGammaAboutTwo(z: number): number {
  let sum = 0
  for (let k = ZETA_MINUS_ONE.length + 1; k >= 2; k--) sum = ZETA_MINUS_ONE[k - 2] / k - z * sum
  return z * (ONE_MINUS_EULER + z * sum)
}

/** $\log\Gamma(1 + z)$ for $z \ge 0$, to full relative accuracy at small z as well. */
function logGammaOnePlus(z: number): number {
  return z <= 0.5 ? logGammaAboutTwo(z) - Math.log1p(z) : logGamma(1 + z)
}

/** What $(a - 1/2)\log a - a + \frac12\log 2\pi$ lacks to $\log\Gamma(a)$, for $a \ge 10$. */
function stirlingCorrection(a: number): number {
  const inverse = 1 / a
  const square = inverse * inverse
  let sum = 0
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum * square + STIRLING[k]
  return sum * inverse
}

/**
 * $\log\Gamma(x)$ for $x > 0$, accurate next to its zeros at 1 and 2 too.
 *
 * @throws InputError when x is not finite and above zero
 * @example
 * logGamma(5) // 3.1780538303479458 (log 24)
 */
export function logGamma(x: number): number {
  requirePositive(x, 'x')
  if (x >= STIRLING_FROM) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingCorrection(x)
  if (x <= 0.5) return logGammaOnePlus(x) - Math.log(x)
  if (x < 1.5) return logGammaAboutTwo(x - 1) - Math.log1p(x - 1)
  let product = 1
  let rest = x
  while (rest > 2.5) {
    rest -= 1
    product *= rest
  }
  return logGammaAboutTwo(rest - 2) + Math.log(product)
}

/** $\mu - \log(1 + \mu) \ge 0$ with $\mu = x/a - 1$, to full relative accuracy next to x = a and far from it. */
function excess(a: number, x: number): number {
  const mu = (x - a) / a
  if (Math.abs(mu) > 0.6) return mu - Math.log(x / a)
  const r = mu / (2 + mu)
  const square = r * r
  let power = 1
  let sum = 1 / 3
  for (let n = 5; power > 1e-18; n += 2) {
    power *= square
    sum += power / n
  }
  return r * (mu - 2 * square * sum)
}

/**
 * $\log\left[x^a e^{-x} / \Gamma(a + 1)\right]$ for $a \ge 0$, $x \ge 0$: the logarithm of the Poisson probability of a counts
 * when x are expected, for any real a. The large terms that cancel are taken together, so that its absolute error stays near round-off times
 * its own size, even where a and x are both huge.
 *
 * @throws InputError when a or x is negative or NaN, or a is infinite
 * @example
 * logPowerTerm(2, 3) // -1.4959226032237263 (log of 9 e⁻³ / 2)
 */
export function logPowerTerm(a: number, x: number): number {
  requireNotNegative(a, 'a')
  requireNotNegative(x, 'x')
  if (a === 0) return -x
  if (x === 0 || x === Infinity) return -Infinity
  if (a < STIRLING_FROM) return a * Math.log(x) - x - logGammaOnePlus(a)
  return -a * excess(a, x) - 0.5 * Math.log(a) - HALF_LOG_TWO_PI - stirlingCorrection(a)
}

/** $x^a e^{-x} / \Gamma(a + 1)$ for a and x above zero. */
function powerTerm(a: number, x: number): number {
  if (a < STIRLING_FROM) return Math.exp(logPowerTerm(a, x))
  return Math.exp(-a * excess(a, x) - stirlingCorrection(a)) / Math.sqrt(2 * Math.PI * a)
}

/** P by the series of positive terms: for x below a, and for small x. */
function lowerSeries(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= x / (a + n)
    sum += term
  }
  return powerTerm(a, x) * sum
}

/** Q by Legendre's continued fraction, evaluated forward by Lentz's method: for x above both a and 1. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let d = 1 / b
  let c = Infinity
  let fraction = d
  for (let n = 1; n < 1000; n++) {
    const numerator = n * (a - n)
    b += 2
    d = 1 / (b + numerator * d)
    c = b + numerator / c
    const factor = c * d
    fraction *= factor
    if (Math.abs(factor - 1) <= Number.EPSILON) return powerTerm(a, x) * a * fraction
  }
  throw new FailureError(`the continued fraction of the incomplete gamma function did not converge at a = ${a}, x = ${x}`)
}

/** Q for a and x below 1, where it may be small because a is: 1 − P with the leading ones cancelled by hand. */
function upperSmall(a: number, x: number): number {
  const leading = Math.expm1(a * Math.log(x) - logGammaOnePlus(a))
  let power = 1
  let sum = 0
  for (let n = 1; Math.abs(power) > 1e-18; n++) {
    power *= -x / n
    sum += power / (a + n)
  }
  return -leading - (1 + leading) * a * sum
}

/**
 * The smaller side of the transition at x ≈ a, for large a: Q for x above a, P below.
 * $Q = \frac12\mathrm{erfc}(\eta\sqrt{a/2}) + e^{-a\eta^2/2} S(\eta) / \sqrt{2\pi a}$ with $\eta^2/2 = \mu - \log(1 + \mu)$,
 * $\mu = x/a - 1$ (Temme 1979). Differentiating this gives $S' - a\eta S = a[1 - (\eta/\mu)/\Gamma^*(a)]$, hence the downward recurrence
 * for the Taylor coefficients of S, exact in a.
 */
function uniform(a: number, halfEtaSquare: number, side: 1 | -1): number {
  const eta = side * Math.sqrt(2 * halfEtaSquare)
  const inverseGammaStar = Math.exp(-stirlingCorrection(a))
  let above = 0
  let twoAbove = 0
  let sum = 0
  for (let n = ETA_OVER_MU.length - 1; n > 0; n--) {
    const coefficient = ETA_OVER_MU[n] * inverseGammaStar + ((n + 1) / a) * twoAbove
    twoAbove = above
    above = coefficient
    sum = sum * eta + coefficient
  }
  const scaled = 0.5 * erfcx(Math.sqrt(a * halfEtaSquare)) + (side * sum) / Math.sqrt(2 * Math.PI * a)
  return Math.exp(-a * halfEtaSquare) * scaled
}

/** P (side −1) or Q (side 1), each to full relative accuracy. */
function regularised(a: number, x: number, side: 1 | -1): number {
  requirePositive(a, 'a')
  requireNotNegative(x, 'x')
  if (x === 0) return side === 1 ? 1 : 0
  if (x === Infinity) return side === 1 ? 0 : 1
  const accurate = x > a ? 1 : -1
  if (a >= UNIFORM_FROM) {
    const halfEtaSquare = excess(a, x)
    if (halfEtaSquare < 0.5) {
      const value = uniform(a, halfEtaSquare, accurate)
      return side === accurate ? value : 1 - value
    }
  }
  if (a < 1 && x <= 1) return side === 1 ? upperSmall(a, x) : lowerSeries(a, x)
  if (accurate === 1) return side === 1 ? upperFraction(a, x) : 1 - upperFraction(a, x)
  return side === 1 ? 1 - lowerSeries(a, x) : lowerSeries(a, x)
}

/**
 * Regularised lower incomplete gamma function $P(a, x) = \frac{1}{\Gamma(a)}\int_0^x t^{a-1} e^{-t}\,dt$, to nearly full relative accuracy
 * in its tail as well, for any size of a and x: power series, continued fraction and, around $x \approx a \ge 25$, Temme's uniform expansion
 * (Temme, SIAM J. Math. Anal. 10 (1979) 757).
 *
 * @param a finite, above zero
 * @param x from zero up; may be infinite
 * @throws InputError for anything else
 * @example
 * gammaP(1, 2) // 0.8646647167633873 (1 − e⁻²)
 */
export function gammaP(a: number, x: number): number {
  return regularised(a, x, -1)
}

/**
 * Regularised upper incomplete gamma function $Q(a, x) = 1 - P(a, x)$, to nearly full relative accuracy in its tail: see {@link gammaP}.
 *
 * @param a finite, above zero
 * @param x from zero up; may be infinite
 * @throws InputError for anything else
 * @example
 * gammaQ(1, 50) // 1.9287498479639188e-22 (e⁻⁵⁰)
 */
export function gammaQ(a: number, x: number): number {
  return regularised(a, x, 1)
}

/** The x at which P (side −1) or Q (side 1) is p, for p below about a half: Newton's method in log x on the log of the ratio to p, which is concave. */
function inverse(a: number, p: number, side: 1 | -1): number {
  requirePositive(a, 'a')
  if (!(p >= 0 && p <= 1)) throw new InputError(`${p} is not a probability; allowed: 0 to 1`, 'p')
  if (p > 0.5) return p === 1 ? (side === 1 ? 0 : Infinity) : inverse(a, 1 - p, side === 1 ? -1 : 1)
  if (p === 0) return side === 1 ? Infinity : 0
  // P(a, x) ≤ x^a / Γ(a + 1), which is exact at small x, and Chernoff's bound on Q.
  let low = ((side === -1 ? Math.log(p) : Math.log1p(-p)) + logGammaOnePlus(a)) / a
  let high = Math.log(2 * (a + (side === 1 ? -Math.log(p) : 1)) + 1)
  if (low < -40) return Math.exp(low)
  low -= 1e-8
  let t = Math.min(high, Math.max(low, Math.log(a)))
  for (let step = 0; step < 200; step++) {
    const x = Math.exp(t)
    const value = regularised(a, x, side)
    const ratio = value / p
    if (ratio > 1 === (side === -1)) high = t
    else low = t
    const change = (side * value * Math.log(ratio)) / (a * powerTerm(a, x))
    if (Math.abs(change) < 1e-9) return x * Math.exp(change)
    const next = t + change
    t = next > low && next < high ? next : 0.5 * (low + high)
    if (high - low < 1e-15) return Math.exp(t)
  }
  throw new FailureError(`the inverse of the incomplete gamma function did not converge at a = ${a}, p = ${p}`)
}

/**
 * The x with $P(a, x) = p$.
 *
 * @throws InputError when a is not finite and above zero, or p is outside 0 to 1
 * @example
 * gammaPInverse(1, 0.5) // 0.6931471805599451 (log 2)
 */
export function gammaPInverse(a: number, p: number): number {
  return inverse(a, p, -1)
}

/**
 * The x with $Q(a, x) = q$. The upper limit at confidence $1 - q$ on a Poisson mean after n counts is `gammaQInverse(n + 1, q)`.
 *
 * @throws InputError when a is not finite and above zero, or q is outside 0 to 1
 * @example
 * gammaQInverse(1, 0.1) // 2.3025850929940455 (log 10)
 */
export function gammaQInverse(a: number, q: number): number {
  return inverse(a, q, 1)
}
