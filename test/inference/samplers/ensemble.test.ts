import { describe, expect, it } from 'vitest'
import {
  effectiveSampleSize,
  ensemble,
  logUniformPrior,
  splitRhat,
  summaries,
  uniformPrior,
  walkerChains,
} from '../../../src/inference/samplers/index.ts'
import { randomStream } from '../../../src/numerics/index.ts'
import { banana, conjugate, correlatedGaussian, disc } from './targets.ts'

const SIGMAS = 4

describe.each([
  ['a correlated Gaussian of five parameters', correlatedGaussian, 8],
  ['a banana', banana, 16],
  ['normal knowledge before and after', conjugate, 4],
  ['a disc of constant likelihood', disc, 4],
] as const)('the ensemble on %s', (_, make, thin) => {
  const target = make()
  const run = ensemble(target, { seed: 2, steps: 1000, thin })

  it('has come to one distribution', () => {
    for (const k of target.parameters.keys()) expect(splitRhat(walkerChains(run, k))).toBeLessThan(1.02)
  })

  it('finds the moments within their standard errors', () => {
    for (const [k, [mean, deviation]] of target.moments.entries()) {
      const chains = walkerChains(run, k)
      const found = summaries(run)[k]
      const squares = chains.map((chain) => chain.map((value) => (value - mean) ** 2))
      const square = squares.flatMap((chain) => Array.from(chain))
      const meanSquare = square.reduce((sum, value) => sum + value, 0) / square.length
      const spread = Math.sqrt(square.reduce((sum, value) => sum + (value - meanSquare) ** 2, 0) / square.length)
      expect(Math.abs(found.mean - mean)).toBeLessThan((SIGMAS * deviation) / Math.sqrt(effectiveSampleSize(chains).bulk))
      expect(Math.abs(meanSquare - deviation ** 2)).toBeLessThan((SIGMAS * spread) / Math.sqrt(effectiveSampleSize(squares).bulk))
    }
  })

  it('makes a fair share of its moves, and knows the likelihood of each point', () => {
    expect(run.acceptance).toBeGreaterThan(0.2)
    expect(run.acceptance).toBeLessThan(0.8)
    const dimensions = target.parameters.length
    for (const i of [0, run.weights.length - 1]) {
      expect(target.logLikelihood(run.points.slice(i * dimensions, (i + 1) * dimensions))).toBe(run.logLikelihoods[i])
    }
  })
})

describe('the ensemble', () => {
  it('does not mind how parameters are stretched and turned', () => {
    const from = (seed: number) => {
      const random = randomStream(seed)
      return Array.from({ length: 20 }, () => [random.normal(), random.normal()])
    }
    const prior = uniformPrior(-1e9, 1e9)
    const parameters = ['x', 'y'].map((name) => ({ name, prior }))
    const round = ensemble(
      { parameters, logLikelihood: ([x, y]) => -0.5 * (x * x + y * y) },
      { walkers: 20, steps: 50, burnIn: 0, start: from(1) },
    )
    // x = 1000 u + v, y = v turns the second target into the first.
    const skew = ensemble(
      { parameters, logLikelihood: ([x, y]) => -0.5 * (((x - y) / 1024) ** 2 + y * y) },
      { walkers: 20, steps: 50, burnIn: 0, start: from(1).map(([u, v]) => [1024 * u + v, v]) },
    )
    expect(skew.acceptance).toBe(round.acceptance)
    for (let i = 0; i < round.points.length; i += 2) {
      expect(skew.points[i]).toBeCloseTo(1024 * round.points[i] + round.points[i + 1], 6)
      expect(skew.points[i + 1]).toBeCloseTo(round.points[i + 1], 9)
    }
  })

  it('moves in the logarithm of a parameter of unknown scale, where the prior alone is even', () => {
    const x = { name: 'x', prior: logUniformPrior(1e-6, 1) }
    const run = ensemble({ parameters: [x], logLikelihood: () => 0 }, { steps: 4000 })
    const [{ quantile }] = summaries(run)
    const size = effectiveSampleSize(walkerChains(run, 0)).bulk
    for (const share of [0.1, 0.5, 0.9]) {
      const error = Math.sqrt((share * (1 - share)) / size)
      expect(Math.abs(1 + Math.log10(quantile(share)) / 6 - share)).toBeLessThan(SIGMAS * error)
    }
  })

  it('gives the same for the same seed; thinning leaves out what is between', () => {
    const target = banana()
    const all = ensemble(target, { seed: 5, steps: 40, burnIn: 10 })
    expect(ensemble(target, { seed: 5, steps: 40, burnIn: 10 })).toEqual(all)
    const thinned = ensemble(target, { seed: 5, steps: 10, burnIn: 10, thin: 4 })
    expect(walkerChains(thinned, 1)[2][4]).toBe(walkerChains(all, 1)[2][4 * 4 + 3])
    expect(thinned.acceptance).toBe(all.acceptance)
    expect(ensemble(target, { seed: 6, steps: 40, burnIn: 10 }).points).not.toEqual(all.points)
  })

  it.each([
    [{ walkers: 5 }, /walkers: 5 is not allowed; allowed: whole numbers from 6/],
    [{ steps: 0 }, /steps: 0 is not allowed/],
    [{ burnIn: -1 }, /burnIn: -1 is not allowed/],
    [{ thin: 0.5 }, /thin: 0.5 is not allowed/],
    [{ start: [[0, 0]] }, /start: 1 places for 16 walkers/],
    [{ start: Array.from({ length: 16 }, () => [0]) }, /start: a place of 1 numbers; allowed: one for each of 2/],
    [{ start: Array.from({ length: 16 }, () => [8, 0]) }, /start: the posterior is zero at \[8, 0\]/],
  ] as const)('refuses %j', (options, message) => {
    expect(() => ensemble(banana(), options)).toThrow(message)
  })

  it('refuses a likelihood that is none, or zero everywhere', () => {
    const x = { name: 'x', prior: uniformPrior(0, 1) }
    expect(() => ensemble({ parameters: [x], logLikelihood: () => Number.NaN })).toThrow(/ln L is NaN at x/)
    expect(() => ensemble({ parameters: [x], logLikelihood: () => -Infinity })).toThrow(/zero at 10000 points/)
  })
})
