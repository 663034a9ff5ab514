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

/** Families are drawn so many times for the error: half of what 68 % of them span, for a few that leave no family to the end tell nothing. */
const DRAWS = 400
const ENDS = [0.1587, 0.8413] as const

/** Of which of the first live points each point descends: point i when it was taken, and the one begun in its place, if any. */
export interface Lineage {
  readonly taken: readonly number[]
  readonly begun: readonly number[]
}

/** ln(eᵃ + eᵇ). */
export const logAdd = (a: number, b: number): number =>
  a > b ? a + Math.log1p(Math.exp(b - a)) : a === b ? a + Math.LN2 : b + Math.log1p(Math.exp(a - b))

/** Each point's share of the evidence by the trapezoidal rule, relative to `peak`, where ln X falls by these steps; returns their sum. */
function shares(values: ArrayLike<number>, steps: Float64Array, peak: number, into: Float64Array, count = values.length): number {
  let logX = 0
  let sum = 0
  for (let i = 0; i < count; i++) {
    logX -= steps[i]
    const shell = 0.5 * ((i === 0 ? 2 : 1) * Math.expm1(steps[i]) - Math.expm1(i + 1 < count ? -steps[i + 1] : -Infinity))
    sum += into[i] = shell * Math.exp(values[i] + logX - peak)
  }
  return sum
}

/**
 * The evidence of a sequence of points, each the worst of those alive (Skilling 2006): with n of them alive, ln X falls by a step of mean 1/n.
 *
 * The error is what the sum spreads by where the families of the first live points are drawn anew, with repetition (bootstrap). Families are all that is independent: within one
 * peak their fortunes are those of the steps, which gives the error of Skilling, $\sqrt{H/n}$ of the information H and n live points; over several, which points do not leave, they are
 * also those of the peaks, whose share of the live points drifts from that of their volumes. It is not taken below that of Skilling, which a few families may miss by chance.
 *
 * @param values ln L of the points, ascending
 * @param livePoints how many points are alive at first
 * @returns the evidence, and each point's share of it
 */
export function evidenceOf(
  values: ArrayLike<number>,
  livePoints: number,
  { taken, begun }: Lineage,
  random: Random,
): Evidence & { weights: Float64Array } {
  const count = values.length
  const steps = Float64Array.from({ length: count }, (_, i) => 1 / Math.min(livePoints, count - i))
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
  const copies = new Int32Array(livePoints)
  const drawn = new Float64Array(DRAWS)
  for (let draw = 0; draw < DRAWS; draw++) {
    copies.fill(0)
    for (let i = 0; i < livePoints; i++) copies[random.below(livePoints)]++
    let alive = livePoints
    let end = 0
    for (let i = 0; i < count && alive > 0; end = ++i) {
      steps[i] = 0
      for (let copy = copies[taken[i]]; copy > 0; copy--) steps[i] += 1 / alive--
      if (i < begun.length) alive += copies[begun[i]]
    }
    drawn[draw] = Math.log(shares(values, steps, peak, scratch, end))
  }
  drawn.sort()
  const [low, high] = ENDS.map((share) => drawn[Math.round(share * (DRAWS - 1))])
  const least = Math.sqrt(Math.max(0, information) / livePoints)
  return { logEvidence, logEvidenceError: Math.max(least, 0.5 * (high - low)), information, weights }
}
