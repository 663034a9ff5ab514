import { brentRoot } from '../../numerics/index.ts'
import type { ProductionZone } from './oscillation.ts'

/**
 * A production zone with few densities: the Gauss rule of the shares of the flux in $\ln n_e$. Averages of probabilities, which are smooth in it, come out
 * as from all radii.
 *
 * The densities are the zeros of the polynomial of degree `points` that is orthogonal, by the shares, to all lower ones; between two of them lies one of
 * the polynomial below.
 *
 * @param points how many densities; functions that are polynomials in $\ln n_e$ of degree `2 * points - 1` are averaged exactly
 * @example
 * condensedZone((await loadSun(assume())).zone('8B'), 8).weights.length // 8
 */
export function condensedZone({ weights, electrons, neutrons }: ProductionZone, points: number): ProductionZone {
  if (weights.length <= points) return { weights, electrons, neutrons }
  const x = electrons.map(Math.log)
  // Recurrence of the orthonormal polynomials: x p_k = b_k p_(k-1) + a_k p_k + b_(k+1) p_(k+1).
  const a: number[] = []
  const b: number[] = [0]
  let before = x.map(() => 0)
  let current = x.map(() => 1)
  const mean = (f: Float64Array): number => f.reduce((sum, value, r) => sum + weights[r] * value, 0)
  // The series of neutrons per electron in them: the kinks of the table average out.
  const ratio: number[] = []
  for (let k = 0; k < points; k++) {
    ratio.push(mean(neutrons.map((n, r) => (n / electrons[r]) * current[r])))
    a.push(mean(x.map((value, r) => value * current[r] ** 2)))
    const next = x.map((value, r) => (value - a[k]) * current[r] - b[k] * before[r])
    b.push(Math.sqrt(mean(next.map((value) => value * value))))
    before = current
    current = next.map((value) => value / b[k + 1])
  }
  const polynomials = (at: number, degree: number): number[] => {
    const p = [1]
    for (let k = 0; k < degree; k++) p.push(((at - a[k]) * p[k] - (k === 0 ? 0 : b[k] * p[k - 1])) / b[k + 1])
    return p
  }
  const [lowest, highest] = [Math.min(...x), Math.max(...x)]
  let zeros: number[] = []
  for (let degree = 1; degree <= points; degree++) {
    const between = [lowest, ...zeros, highest]
    zeros = between.slice(1).map((end, i) => brentRoot((at) => polynomials(at, degree)[degree], between[i], end))
  }
  return {
    weights: Float64Array.from(zeros, (zero) => 1 / polynomials(zero, points - 1).reduce((sum, p) => sum + p * p, 0)),
    electrons: Float64Array.from(zeros, Math.exp),
    neutrons: Float64Array.from(
      zeros,
      (zero) => Math.exp(zero) * polynomials(zero, points - 1).reduce((sum, p, k) => sum + ratio[k] * p, 0),
    ),
  }
}
