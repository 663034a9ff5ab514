import type { Random } from '../../numerics/index.ts'

/** What the data say for a model as a whole. */
export interface Evidence {
  /** $\ln Z$ with $Z = \int L(\theta)\,p(\theta)\,d\theta$. */
  readonly logEvidence: number
  /** One standard deviation of it. */
  readonly logEvidenceError: number
  /** Kullback–Leibler divergence of the posterior from the prior, $\int P\ln(P/p)\,d\theta$: how much was learnt, in nats. */
  readonly information: number
}

/** The volumes are drawn so many times for the error. */
const DRAWS = 200

/** ln(eᵃ + eᵇ). */
export const logAdd = (a: number, b: number): number =>
  a > b ? a + Math.log1p(Math.exp(b - a)) : a === b ? a + Math.LN2 : b + Math.log1p(Math.exp(a - b))

/** Each point's share of the evidence by the trapezoidal rule, relative to `peak`, where ln X falls by these steps; returns their sum. */
function shares(values: ArrayLike<number>, steps: Float64Array, peak: number, into: Float64Array): number {
  let logX = 0
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    logX -= steps[i]
    const shell = 0.5 * ((i === 0 ? 2 : 1) * Math.expm1(steps[i]) - Math.expm1(i + 1 < values.length ? -steps[i + 1] : -Infinity))
    sum += into[i] = shell * Math.exp(values[i] + logX - peak)
  }
  return sum
}

/**
 * The evidence of a sequence of points, each the worst of those alive (Skilling 2006): with n of them alive, ln X falls by a step of mean 1/n, distributed
 * exponentially. The sum is taken at the means; its error is what it spreads by where the steps are drawn.
 *
 * @param values ln L of the points, ascending
 * @param alive how many points were alive when each was taken
 * @returns the evidence, and each point's share of it
 */
export function evidenceOf(values: ArrayLike<number>, alive: (i: number) => number, random: Random): Evidence & { weights: Float64Array } {
  const count = values.length
  const steps = Float64Array.from({ length: count }, (_, i) => 1 / alive(i))
  let logX = 0
  let peak = -Infinity
  for (let i = 0; i < count; i++) peak = Math.max(peak, values[i] + (logX -= steps[i]))
  const weights = new Float64Array(count)
  const sum = shares(values, steps, peak, weights)
  const logEvidence = Math.log(sum) + peak
  let information = -logEvidence
  for (let i = 0; i < count; i++) {
    weights[i] /= sum
    if (weights[i] > 0) information += weights[i] * values[i]
  }

  const scratch = new Float64Array(count)
  let [mean, squares] = [0, 0]
  for (let draw = 0; draw < DRAWS; draw++) {
    for (let i = 0; i < count; i++) steps[i] = -Math.log(1 - random.uniform()) / alive(i)
    const difference = Math.log(shares(values, steps, peak, scratch) / sum)
    mean += difference / DRAWS
    squares += difference ** 2 / DRAWS
  }
  return { logEvidence, logEvidenceError: Math.sqrt((squares - mean ** 2) * (DRAWS / (DRAWS - 1))), information, weights }
}
