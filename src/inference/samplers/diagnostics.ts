import { InputError } from '../../errors.ts'
import { normalQuantile } from '../../numerics/index.ts'

/** Chains shorter than this say nothing. */
const SHORTEST = 8
/** The window of an autocorrelation time is this many times as long. */
const WINDOW = 5

type Chains = readonly ArrayLike<number>[]

/** @throws InputError where there is no chain, one is too short, of another length, or holds what is no number */
function checkChains(chains: Chains): void {
  const length = chains[0]?.length ?? 0
  if (length < SHORTEST || chains.some((chain) => chain.length !== length)) {
    throw new InputError(`of lengths ${chains.map((chain) => chain.length).join(', ')}; allowed: one length, ${SHORTEST} or more`, 'chains')
  }
  const wrong = chains.flatMap((chain) => Array.from(chain)).find((value) => !Number.isFinite(value))
  if (wrong !== undefined) throw new InputError(`${wrong} is not allowed; allowed: finite numbers`, 'chains')
}

/** First halves and last halves; the middle of an odd number is left out. */
function halves(chains: Chains): Float64Array[] {
  const half = Math.floor(chains[0].length / 2)
  return chains.flatMap((chain) => {
    const values = Float64Array.from(chain)
    return [values.slice(0, half), values.slice(values.length - half)]
  })
}

/** Each value by the normal quantile of its rank r among all S, $\Phi^{-1}((r - 3/8)/(S + 1/4))$; equal values share their mean rank. */
function normalScores(chains: readonly Float64Array[]): Float64Array[] {
  const length = chains[0].length
  const all = Float64Array.from({ length: chains.length * length }, (_, i) => chains[Math.floor(i / length)][i % length])
  const order = Array.from(all.keys()).sort((i, j) => all[i] - all[j])
  const scores = chains.map(() => new Float64Array(length))
  for (let first = 0; first < order.length; ) {
    let next = first + 1
    while (next < order.length && all[order[next]] === all[order[first]]) next++
    const score = normalQuantile((0.5 * (first + 1 + next) - 0.375) / (order.length + 0.25))
    for (; first < next; first++) scores[Math.floor(order[first] / length)][order[first] % length] = score
  }
  return scores
}

const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]
  return sum / values.length
}

/** Of a sample: the sum of squares over one less than their number. */
function varianceOf(values: ArrayLike<number>): number {
  const mean = meanOf(values)
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i] - mean) ** 2
  return sum / (values.length - 1)
}

/** The value at a share of the sorted ones, linear between them. */
function sampleQuantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1)
  const i = Math.min(Math.floor(at), sorted.length - 2)
  return sorted[i] + (at - i) * (sorted[i + 1] - sorted[i])
}

const pooled = (chains: Chains): Float64Array => Float64Array.from(chains.flatMap((chain) => Array.from(chain))).sort()

/** Variance within the chains, and the estimate of that of their distribution with the variance between them added. */
function variances(chains: readonly Float64Array[]): { within: number; total: number } {
  const length = chains[0].length
  const within = meanOf(chains.map(varianceOf))
  const between = chains.length > 1 ? varianceOf(chains.map(meanOf)) : 0
  return { within, total: ((length - 1) / length) * within + between }
}

/** Gelman and Rubin's ratio; 1 where nothing ever changes. */
function potentialScaleReduction(chains: readonly Float64Array[]): number {
  const { within, total } = variances(chains)
  if (total === 0) return 1
  return Math.sqrt(total / within)
}

/**
 * Whether chains have come to the same distribution: $\hat R = \sqrt{\hat V/W}$ of the variance within halves of chains and of all (Vehtari et al. 2021,
 * Bayesian Anal. 16, 667, eqs. 1–4, 14), from normal scores of the ranks and, for the tails, of distances from the median; the larger one. Below 1.01 in
 * a run that may be used. Infinity where every chain stands still at another value.
 *
 * @param chains values of one parameter in each chain, of one length, 8 or more
 * @throws InputError (field `chains`) for anything else
 * @example
 * const wave = (phase: number) => Array.from({ length: 100 }, (_, i) => Math.sin(0.7 * i + phase))
 * splitRhat([wave(0), wave(1)]) < 1.01 // true
 * splitRhat([wave(0), wave(1).map((x) => x + 1)]) > 1.2 // true
 */
export function splitRhat(chains: Chains): number {
  checkChains(chains)
  const split = halves(chains)
  const median = sampleQuantile(pooled(split), 0.5)
  const folded = split.map((chain) => chain.map((value) => Math.abs(value - median)))
  return Math.max(potentialScaleReduction(normalScores(split)), potentialScaleReduction(normalScores(folded)))
}

/** Mean over the chains of the covariance of values so many steps apart, each chain about its own mean, over its length. */
function autocovariance(chains: readonly Float64Array[], means: readonly number[], lag: number): number {
  let sum = 0
  for (const [c, chain] of chains.entries()) {
    for (let i = lag; i < chain.length; i++) sum += (chain[i] - means[c]) * (chain[i - lag] - means[c])
  }
  return sum / (chains.length * chains[0].length)
}

/** How many independent values tell the mean as well as these (Vehtari et al. 2021, eqs. 10–13), by the initial monotone sequence of Geyer 1992. */
function sizeOf(chains: readonly Float64Array[]): number {
  const [count, length] = [chains.length, chains[0].length]
  const { within, total } = variances(chains)
  const all = count * length
  if (total === 0) return all
  const means = chains.map(meanOf)
  const correlation = (lag: number): number => 1 - (within - autocovariance(chains, means, lag)) / total
  let [even, odd, least, sum] = [1, correlation(1), Infinity, 0]
  for (let lag = 2; lag < length - 2 && even + odd > 0; lag += 2) {
    least = Math.min(least, even + odd)
    sum += least
    ;[even, odd] = [correlation(lag), correlation(lag + 1)]
  }
  const time = -1 + 2 * sum + Math.max(0, even)
  // Values that alternate can tell the mean better than independent ones, but no sum of noise may promise too much.
  return all / Math.max(time, 1 / Math.log10(all))
}

/**
 * How many independent draws chains are worth (Vehtari et al. 2021, section 4): for the bulk, from normal scores of ranks; for the tails, the
 * smaller one of whether values lie below the 5 % and below the 95 % quantile. Four hundred or more in a run that may be used.
 *
 * @param chains values of one parameter in each chain, of one length, 8 or more
 * @throws InputError (field `chains`) for anything else
 * @example
 * const random = randomStream(1)
 * const chains = [1, 2, 3, 4].map(() => Array.from({ length: 500 }, () => random.normal()))
 * effectiveSampleSize(chains).bulk > 1600 // true
 */
export function effectiveSampleSize(chains: Chains): { readonly bulk: number; readonly tail: number } {
  checkChains(chains)
  const split = halves(chains)
  const sorted = pooled(chains)
  const below = (share: number): number => {
    const edge = sampleQuantile(sorted, share)
    return sizeOf(split.map((chain) => chain.map((value) => (value <= edge ? 1 : 0))))
  }
  return { bulk: sizeOf(normalScores(split)), tail: Math.min(below(0.05), below(0.95)) }
}

/**
 * The integrated autocorrelation time in steps, $\tau = 1 + 2\sum_{t=1}^{M}\rho(t)$, ρ averaged over the chains, with the smallest window $M \ge 5\tau(M)$ (Sokal 1997):
 * the mean of N steps is known as well as that of $N/\tau$ independent ones. To be trusted where chains are some fifty times as long.
 *
 * @param chains values of one parameter in each chain (each walker), of one length, 8 or more
 * @throws InputError (field `chains`) for anything else
 * @example
 * const random = randomStream(1)
 * autocorrelationTime([Array.from({ length: 5000 }, () => random.normal())]) // 1.0
 */
export function autocorrelationTime(chains: Chains): number {
  checkChains(chains)
  const values = chains.map((chain) => Float64Array.from(chain))
  const means = values.map(meanOf)
  const variance = autocovariance(values, means, 0)
  if (variance === 0) return Infinity
  let time = 1
  for (let lag = 1; lag < values[0].length && lag <= WINDOW * Math.max(1, time); lag++)
    time += (2 * autocovariance(values, means, lag)) / variance
  return time
}
