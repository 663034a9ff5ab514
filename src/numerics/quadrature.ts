import { FailureError, InputError } from '../errors.ts'

/** Nodes and weights of a quadrature rule on $[-1, 1]$. Shared between callers: read, never write. */
export interface QuadratureRule {
  readonly nodes: Float64Array
  readonly weights: Float64Array
}

const rules = new Map<number, QuadratureRule>()

/**
 * Gauss–Legendre nodes (ascending) and weights on $[-1, 1]$: exact for polynomials up to degree $2n - 1$.
 *
 * Newton's method in $t = 1 - x$, with the recurrence written for $P_k - P_{k-1}$, so that nodes next to the ends and
 * their weights $w = 2 / [(1 - x^2) P_n'(x)^2]$ keep full relative accuracy for any $n$. Rules are kept once made.
 *
 * @param n number of points, a whole number from 1
 * @throws InputError for any other n
 * @example
 * gaussLegendre(2).nodes // Float64Array [-0.5773502691896257, 0.5773502691896257]
 */
export function gaussLegendre(n: number): QuadratureRule {
  const known = rules.get(n)
  if (known !== undefined) return known
  if (!Number.isInteger(n) || n < 1) throw new InputError(`${n} is not a number of points; allowed: a whole number from 1`, 'n')
  const nodes = new Float64Array(n)
  const weights = new Float64Array(n)
  for (let i = 0; i < Math.floor((n + 1) / 2); i++) {
    const angle = (Math.PI * (i + 0.75)) / (n + 0.5)
    let t = 2 * Math.sin(angle / 2) ** 2 + ((n - 1) / (8 * n ** 3)) * Math.cos(angle)
    if (2 * i + 1 === n) t = 1
    let slope = 0
    for (let step = 0; step < 8; step++) {
      let value = 1
      let change = 0
      for (let k = 0; k < n; k++) {
        change = (k * change - (2 * k + 1) * t * value) / (k + 1)
        value += change
      }
      slope = (n * (t * value - change)) / (t * (2 - t))
      const correction = 2 * i + 1 === n ? 0 : value / slope
      t += correction
      if (Math.abs(correction) <= 1e-15 * t) break
    }
    nodes[n - 1 - i] = 1 - t
    nodes[i] = t - 1
    weights[i] = weights[n - 1 - i] = 2 / (t * (2 - t) * slope * slope)
  }
  const rule = { nodes, weights }
  rules.set(n, rule)
  return rule
}

/**
 * $\int_a^b f(x)\,dx$ with $n$ Gauss–Legendre points: for smooth integrands, where the number of points needed is known.
 *
 * @throws InputError when n is not a whole number from 1
 * @example
 * integrateGL((x) => x ** 3, 0, 2, 2) // 4.000000000000001
 */
export function integrateGL(f: (x: number) => number, a: number, b: number, n: number): number {
  const { nodes, weights } = gaussLegendre(n)
  const centre = 0.5 * (a + b)
  const half = 0.5 * (b - a)
  let sum = 0
  for (let i = 0; i < n; i++) sum += weights[i] * f(centre + half * nodes[i])
  return half * sum
}

/**
 * Kronrod's 21 points around the ten of Gauss: half of the symmetric rule, from the outermost node to the centre;
 * every second node (index 1, 3, …) is a Gauss node.
 */
const KRONROD_NODES = [
  0.9956571630258081, 0.9739065285171717, 0.9301574913557082, 0.8650633666889845, 0.7808177265864169, 0.6794095682990244,
  0.5627571346686047, 0.4333953941292472, 0.2943928627014602, 0.14887433898163122, 0,
]
const KRONROD_WEIGHTS = [
  0.011694638867371874, 0.032558162307964725, 0.054755896574351995, 0.07503967481091996, 0.0931254545836976, 0.10938715880229764,
  0.12349197626206584, 0.13470921731147334, 0.14277593857706009, 0.14773910490133849, 0.1494455540029169,
]
const GAUSS_WEIGHTS = [0.06667134430868814, 0.1494513491505806, 0.21908636251598204, 0.26926671930999635, 0.29552422471475287]

interface Piece {
  readonly a: number
  readonly b: number
  readonly value: number
  readonly error: number
  readonly absolute: number
}

/** The 21-point rule on one interval. Its error is taken as all of the difference to the ten points: too much where f is smooth, safe where it has kinks. */
function kronrod(f: (x: number) => number, a: number, b: number): Piece {
  const centre = 0.5 * (a + b)
  const half = 0.5 * (b - a)
  let fine = 0
  let coarse = 0
  let absolute = 0
  for (let i = 0; i < 21; i++) {
    const j = i <= 10 ? i : 20 - i
    const x = centre + (i <= 10 ? -half : half) * KRONROD_NODES[j]
    const y = f(x)
    if (!Number.isFinite(y)) throw new FailureError(`the integrand is ${y} at ${x}`)
    fine += KRONROD_WEIGHTS[j] * y
    absolute += KRONROD_WEIGHTS[j] * Math.abs(y)
    if (j % 2 === 1) coarse += GAUSS_WEIGHTS[(j - 1) / 2] * y
  }
  return { a, b, value: half * fine, error: half * Math.abs(fine - coarse), absolute: half * absolute }
}

/** How hard {@link integrate} tries. */
export interface IntegrateOptions {
  /** Relative error asked for; 1e-10 unless given. */
  readonly relTol?: number
  /** Absolute error asked for; 0 unless given. The looser of the two rules. */
  readonly absTol?: number
  /** Points inside the range where the integrand or a derivative jumps or peaks; those outside are ignored. */
  readonly breaks?: readonly number[]
  /** Pieces before giving up; 1000 unless given. */
  readonly maxIntervals?: number
}

export interface Integral {
  readonly value: number
  /** Estimate of the absolute error, usually far above the true one. */
  readonly error: number
  /** Pieces the range was cut into. */
  readonly intervals: number
}

/** The integrand over a finite range that an infinite one maps to, and the map of a break point. */
function onFiniteRange(f: (x: number) => number, a: number, b: number) {
  if (Number.isFinite(a) && Number.isFinite(b)) return { f, a, b, map: (x: number) => x }
  if (Number.isFinite(a)) {
    const g = (t: number) => f(a + t / (1 - t)) / (1 - t) ** 2
    return { f: g, a: 0, b: 1, map: (x: number) => (x - a) / (1 + x - a) }
  }
  if (Number.isFinite(b)) {
    const g = (t: number) => f(b + t / (1 + t)) / (1 + t) ** 2
    return { f: g, a: -1, b: 0, map: (x: number) => (x - b) / (1 + b - x) }
  }
  const g = (t: number) => (f(t / (1 - t * t)) * (1 + t * t)) / (1 - t * t) ** 2
  return { f: g, a: -1, b: 1, map: (x: number) => (2 * x) / (1 + Math.sqrt(1 + 4 * x * x)) }
}

/**
 * {@link integrate} with its error estimate and the number of pieces it took.
 *
 * @throws FailureError, InputError as {@link integrate}
 * @example
 * integrateWithError(Math.exp, 0, 1).error < 1e-13 // true
 */
export function integrateWithError(f: (x: number) => number, a: number, b: number, options: IntegrateOptions = {}): Integral {
  const { relTol = 1e-10, absTol = 0, breaks = [], maxIntervals = 1000 } = options
  if (Number.isNaN(a) || Number.isNaN(b)) throw new InputError(`the range ${a} to ${b} is not a range of numbers`)
  if (a === b) return { value: 0, error: 0, intervals: 0 }
  if (a > b) {
    const reversed = integrateWithError(f, b, a, options)
    return { ...reversed, value: -reversed.value }
  }
  const finite = onFiniteRange(f, a, b)
  const inside = [...new Set(breaks)].filter((x) => x > a && x < b).sort((x, y) => x - y)
  const edges = [finite.a, ...inside.map(finite.map), finite.b]
  const pieces: Piece[] = []
  for (let i = 1; i < edges.length; i++) pieces.push(kronrod(finite.f, edges[i - 1], edges[i]))
  for (;;) {
    let value = 0
    let error = 0
    let absolute = 0
    let worst = 0
    for (let i = 0; i < pieces.length; i++) {
      value += pieces[i].value
      error += pieces[i].error
      absolute += pieces[i].absolute
      if (pieces[i].error > pieces[worst].error) worst = i
    }
    if (error <= Math.max(absTol, relTol * Math.abs(value), 4 * Number.EPSILON * absolute))
      return { value, error, intervals: pieces.length }
    const { a: left, b: right } = pieces[worst]
    const middle = 0.5 * (left + right)
    if (pieces.length >= maxIntervals || middle <= left || middle >= right) {
      throw new FailureError(
        `the integral from ${a} to ${b} did not converge in ${pieces.length} pieces: ${value} with an error of ${error}, hardest near ${middle}`,
      )
    }
    const first = kronrod(finite.f, left, middle)
    const second = kronrod(finite.f, middle, right)
    // Across a kink the 21 and the 10 points may agree by chance; what halving changed tells.
    const change = 0.5 * Math.abs(pieces[worst].value - first.value - second.value)
    pieces[worst] = { ...first, error: Math.max(first.error, change) }
    pieces.push({ ...second, error: Math.max(second.error, change) })
  }
}

/**
 * $\int_a^b f(x)\,dx$, adaptively: the 21-point Gauss–Kronrod rule, halving the worst piece until the summed error
 * estimate is below $\max(\texttt{absTol}, \texttt{relTol}\,|I|)$. Either end may be infinite; the ends themselves are
 * never asked for, so integrable singularities there are allowed. Errors below round-off, $4\epsilon\int|f|$, are accepted
 * whatever the tolerances, so that an integral that cancels to zero converges. A kink or jump that happens to lie within 0.2 % of the end of
 * a piece is seen by no point of the rule: name those that are known in `breaks`.
 *
 * @throws FailureError when it does not converge or the integrand is not finite somewhere
 * @throws InputError when an end of the range is NaN
 * @example
 * integrate((x) => Math.exp(-x * x), -Infinity, Infinity) // 1.772453850905516 (√π)
 */
export function integrate(f: (x: number) => number, a: number, b: number, options: IntegrateOptions = {}): number {
  return integrateWithError(f, a, b, options).value
}
