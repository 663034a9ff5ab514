import { randomStream } from '../../numerics/index.ts'
import type { Samples } from './target.ts'

/** What samples tell of one parameter. */
export interface Summary {
  readonly name: string
  readonly mean: number
  readonly standardDeviation: number
  /** The value below which a share of the probability lies. */
  quantile(share: number): number
}

/**
 * Mean, spread and quantiles of each parameter.
 *
 * @example
 * const x: SampledParameter = { name: 'x', prior: uniformPrior(0, 4) }
 * const samples = { parameters: [x], points: Float64Array.of(1, 2, 3), weights: Float64Array.of(1, 1, 2), logLikelihoods: new Float64Array(3) }
 * summaries(samples)[0].mean // 2.25
 */
export function summaries({ parameters, points, weights }: Samples): Summary[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return parameters.map(({ name }, k) => {
    const values = weights.map((_, i) => points[i * parameters.length + k])
    const mean = values.reduce((sum, value, i) => sum + (weights[i] / total) * value, 0)
    const variance = values.reduce((sum, value, i) => sum + (weights[i] / total) * (value - mean) ** 2, 0)
    return { name, mean, standardDeviation: Math.sqrt(variance), quantile: quantileOf(values, weights, total) }
  })
}

function quantileOf(values: Float64Array, weights: Float64Array, total: number): (share: number) => number {
  let order: number[] | undefined
  return (share) => {
    order ??= Array.from(values.keys()).sort((i, j) => values[i] - values[j])
    let sum = 0
    for (const i of order) if ((sum += weights[i]) >= share * total) return values[i]
    return values[order[order.length - 1]]
  }
}

/**
 * Samples of weight one: each point is kept with a probability that goes as its weight, the heaviest for certain. What is left is as independent as it was.
 *
 * @example
 * const x: SampledParameter = { name: 'x', prior: uniformPrior(0, 4) }
 * const samples = { parameters: [x], points: Float64Array.of(1, 2, 3), weights: Float64Array.of(0, 0, 2), logLikelihoods: new Float64Array(3) }
 * equalWeights(samples).points // [3]
 */
export function equalWeights(samples: Samples, seed = 0): Samples {
  const { parameters, points, weights, logLikelihoods } = samples
  const dimensions = parameters.length
  const random = randomStream(seed)
  const heaviest = weights.reduce((largest, weight) => Math.max(largest, weight), 0)
  const kept = Array.from(weights.keys()).filter((i) => random.uniform() * heaviest < weights[i])
  return {
    parameters,
    points: Float64Array.from(
      { length: kept.length * dimensions },
      (_, at) => points[kept[Math.floor(at / dimensions)] * dimensions + (at % dimensions)],
    ),
    weights: new Float64Array(kept.length).fill(1),
    logLikelihoods: Float64Array.from(kept, (i) => logLikelihoods[i]),
  }
}
