import { brentRoot } from '../numerics/index.ts'
import { POWERS } from '../processes/index.ts'
import type { CountsGrowth, CountsPolynomials } from './constraint.ts'
import { FEW_DISTANCES, interestingCouplings, interestingPolynomials, polynomialAt, steepPlaces, turnsOf } from './counts.ts'

/** How expected counts move along a ray; x is ln g. */
export interface CountsPath {
  /** Writes the counts, or how fast they move with x. */
  counts(coupling: number, out: Float64Array): void
  speeds(coupling: number, out: Float64Array): void
  /** The change of the total counts against the Standard Model. */
  change(coupling: number): number
  /** x between which a signal is neither too faint to matter nor brighter than all else. */
  readonly from: number
  readonly to: number
  /** x beyond which every bin grows. */
  readonly growing: number
  /** x where the total counts are those of the Standard Model again. */
  readonly balances: readonly number[]
  /** Further x to look at: where total counts turn, and around where charges vanish. */
  readonly places: readonly number[]
  /** Other x with the total counts of this one. */
  twins(x: number): readonly number[]
}

/** The counts of couplings that are multiples of g: $N_0 + g^2N_1 + g^4N_2$. */
export function growthPath(standard: Float64Array, growth: CountsGrowth, bins: number, range: readonly [number, number]): CountsPath {
  const { linear, quadratic } = growth
  const total = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0)
  const [first, second] = [total(linear), total(quadratic)]
  const [from, to] = interestingCouplings(standard, growth, bins, range).map(Math.log)
  const balance = first * second < 0 ? 0.5 * Math.log(-first / second) : Number.NaN
  let growing = Number.NEGATIVE_INFINITY
  for (const [i, rise] of linear.entries()) if (rise < 0) growing = Math.max(growing, 0.5 * Math.log(-rise / (2 * quadratic[i])))
  return {
    counts(coupling, out) {
      const square = coupling * coupling
      for (let i = 0; i < standard.length; i++) out[i] = standard[i] + square * (linear[i] + square * quadratic[i])
    },
    speeds(coupling, out) {
      const square = coupling * coupling
      for (let i = 0; i < standard.length; i++) out[i] = 2 * square * (linear[i] + 2 * square * quadratic[i])
    },
    change(coupling) {
      const square = coupling * coupling
      return square * (first + square * second)
    },
    from,
    to,
    growing,
    balances: Number.isNaN(balance) ? [] : [balance],
    places: Number.isNaN(balance) ? [] : [balance - 0.5 * Math.LN2],
    twins: (x) => [0.5 * Math.log(-first / second - Math.exp(2 * x))].filter((twin) => twin !== x),
  }
}

/** The counts of couplings that are lines in g. */
export function polynomialPath(
  standard: Float64Array,
  polynomials: CountsPolynomials,
  bins: number,
  range: readonly [number, number],
): CountsPath {
  const { coefficients } = polynomials
  const [lowest, highest] = range.map(Math.log)
  const [from, to] = interestingPolynomials(standard, polynomials, bins, range).map(Math.log)
  const slopes = coefficients.map((value, i) => (i % POWERS) * value)
  const totals = new Float64Array(POWERS)
  for (let i = 0; i < coefficients.length; i++) totals[i % POWERS] += coefficients[i]
  for (const count of standard) totals[0] -= count
  const change = (coupling: number): number => polynomialAt(totals, 0, coupling)

  const turns = turnsOf(polynomials, range[0], range[1])
  /** Between turns total counts rise or fall all the way: each stretch holds one place with a given change, or none. */
  const placesWith = (wanted: number): number[] => {
    const ends = [lowest, ...turns, highest]
    const beyond = (x: number): number => change(Math.exp(x)) - wanted
    return ends.slice(1).flatMap((end, i) => (beyond(ends[i]) * beyond(end) < 0 ? [brentRoot(beyond, ends[i], end)] : []))
  }
  let growing = Number.NEGATIVE_INFINITY
  for (let i = 0; i < standard.length; i++) growing = Math.max(growing, lastDescent(slopes, i))
  return {
    counts(coupling, out) {
      for (let i = 0; i < standard.length; i++) out[i] = polynomialAt(coefficients, i, coupling)
    },
    speeds(coupling, out) {
      for (let i = 0; i < standard.length; i++) out[i] = polynomialAt(slopes, i, coupling)
    },
    change,
    from,
    to,
    growing,
    balances: placesWith(0),
    places: [...turns, ...steepPlaces(standard, polynomials, turns, bins, FEW_DISTANCES)],
    twins: (x) => placesWith(change(Math.exp(x))).filter((twin) => Math.abs(twin - x) > NEAR),
  }
}

/** Nearer in ln g two places are one. */
const NEAR = 1e-9

/** ln g beyond which polynomial i does not fall below zero, by Fujiwara's bound on its roots; where it falls for good, never. */
function lastDescent(coefficients: Float64Array, i: number): number {
  let degree = POWERS - 1
  while (degree > 0 && coefficients[POWERS * i + degree] === 0) degree--
  const leading = coefficients[POWERS * i + degree]
  if (leading < 0) return Number.POSITIVE_INFINITY
  let bound = 0
  for (let k = 0; k < degree; k++) {
    const ratio = -coefficients[POWERS * i + k] / leading
    if (ratio > 0) bound = Math.max(bound, 2 * ratio ** (1 / (degree - k)))
  }
  return Math.log(bound)
}
