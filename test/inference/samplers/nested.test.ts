import { describe, expect, it } from 'vitest'
import { equalWeights, type NestedRun, nested, type Samples, summaries, uniformPrior } from '../../../src/inference/samplers/index.ts'
import { banana, conjugate, correlatedGaussian, disc, eggBox, type KnownTarget, PEAKS, shelf, threePeaks, twoWidths } from './targets.ts'

/** Where chance alone would fail one test in some ten thousand. */
const SIGMAS = 4

const TARGETS: readonly (readonly [name: string, target: () => KnownTarget])[] = [
  ['a correlated Gaussian of five parameters', correlatedGaussian],
  ['a banana', banana],
  ['three separate peaks', threePeaks],
  ['an egg box', eggBox],
  ['normal knowledge before and after', conjugate],
  ['a disc of constant likelihood', disc],
  ['a peak on a shelf', shelf],
]

/** How many independent points weigh as much. */
function size({ weights }: Samples): number {
  return weights.reduce((sum, weight) => sum + weight, 0) ** 2 / weights.reduce((sum, weight) => sum + weight ** 2, 0)
}

describe.each(TARGETS)('nested sampling of %s', (_, make) => {
  const target = make()
  const run = nested(target, { seed: 1, livePoints: 300 })

  it('finds the evidence', () => {
    expect(Math.abs(run.logEvidence - target.logEvidence) / run.logEvidenceError).toBeLessThan(SIGMAS)
  })

  it('finds the moments', () => {
    // Shares of peaks, and with them means, are known as the evidence is: by the live points rather than by the samples.
    const error = Math.max(Math.sqrt(1 / size(run)), Math.sqrt(run.information / 300))
    for (const [k, [mean, deviation]] of target.moments.entries()) {
      const found = summaries(run)[k]
      expect(Math.abs(found.mean - mean) / deviation).toBeLessThan(SIGMAS * error)
      expect(Math.abs(found.standardDeviation / deviation - 1)).toBeLessThan(SIGMAS * error)
    }
  })

  it('forgot where its slices began', () => {
    if (make !== threePeaks) expect(Math.abs(run.kinship) * Math.sqrt(run.weights.length - 300)).toBeLessThan(SIGMAS)
  })

  it('weighs its samples by likelihood and volume, which sum to one', () => {
    expect(run.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect(Array.from(run.logLikelihoods)).toEqual([...run.logLikelihoods].sort((a, b) => a - b))
    expect(run.points.length).toBe(run.weights.length * target.parameters.length)
    for (const i of [0, Math.floor(run.weights.length / 2), run.weights.length - 1]) {
      const dimensions = target.parameters.length
      expect(target.logLikelihood(run.points.slice(i * dimensions, (i + 1) * dimensions))).toBe(run.logLikelihoods[i])
    }
  })
})

describe('the error of the evidence', () => {
  it.each([
    ['the Gaussian', correlatedGaussian, 60],
    ['the banana', banana, 60],
    ['the three peaks', threePeaks, 60],
    ['the shelf', shelf, 60],
    ['peaks of two widths', twoWidths, 150],
  ] as const)('is honest over forty short runs of %s', (_, make, livePoints) => {
    const target = make()
    const pulls = Array.from({ length: 40 }, (_, seed) => {
      const run = nested(target, { seed: seed + 1, livePoints, slices: 3 * target.parameters.length })
      return (run.logEvidence - target.logEvidence) / run.logEvidenceError
    })
    const mean = pulls.reduce((sum, pull) => sum + pull, 0) / pulls.length
    const squares = pulls.reduce((sum, pull) => sum + (pull - mean) ** 2, 0)
    expect(Math.abs(mean)).toBeLessThan(3.5 / Math.sqrt(pulls.length))
    // χ² of 39 degrees of freedom: 17.3 and 72.1 leave out 0.1 % on either side.
    expect(squares).toBeGreaterThan(17.3)
    expect(squares).toBeLessThan(72.1)
  })

  it('is that of Skilling where the peak is far from the prior, and falls with the root of the live points', () => {
    const errorOf = (run: NestedRun, livePoints: number) => run.logEvidenceError / Math.sqrt(run.information / livePoints)
    const target = correlatedGaussian()
    for (const livePoints of [50, 200]) expect(errorOf(nested(target, { livePoints, slices: 15 }), livePoints)).toBeCloseTo(1, 0.3)
  })

  it('hangs on the learnt information, which is that of the posterior over the prior', () => {
    // ∫ P ln(P/p) of a Gaussian in a flat prior of volume V: ln V − d/2 ln 2πe − ½ ln det.
    const { information, logEvidence } = nested(correlatedGaussian(), { livePoints: 300 })
    const determinant = 0.1 ** 4 * 4.6 * (1 * 1.5 * 2 * 2.5 * 3) ** 2
    const expected = 5 * Math.log(60) - 2.5 * Math.log(2 * Math.PI * Math.E) - 0.5 * Math.log(determinant)
    expect(Math.abs(information - expected)).toBeLessThan(SIGMAS * Math.sqrt(expected / 300))
    expect(logEvidence).toBeLessThan(0)
  })
})

describe('samples of equal weight', () => {
  const run = nested(threePeaks(), { seed: 4, livePoints: 300 })
  const samples = equalWeights(run, 1)

  it('are as many as the heaviest weight allows', () => {
    const expected = 1 / Math.max(...run.weights)
    expect(Math.abs(samples.weights.length - expected)).toBeLessThan(SIGMAS * Math.sqrt(expected))
    expect(new Set(samples.weights)).toEqual(new Set([1]))
  })

  it('share themselves out among the peaks', () => {
    for (const { weight, at } of PEAKS) {
      const near = Array.from(samples.weights.keys()).filter(
        (i) => Math.hypot(samples.points[2 * i] - at[0], samples.points[2 * i + 1] - at[1]) < 4,
      )
      expect(Math.abs(near.length / samples.weights.length - weight)).toBeLessThan(SIGMAS * Math.sqrt(run.information / 300))
    }
  })
})

describe('nested sampling', () => {
  const x = { name: 'x', prior: uniformPrior(0, 1) }

  it('gives the same for the same seed, and another for another', () => {
    const target = banana()
    const of = (seed: number) => nested(target, { seed, livePoints: 50 })
    expect(of(3)).toEqual(of(3))
    expect(of(3).logEvidence).not.toBe(of(4).logEvidence)
  })

  it.each([1e-3, 1e-2, 0.1])('ends when the live points can hold no more than a share of %d', (remainder) => {
    const { weights } = nested(banana(), { livePoints: 100, remainder })
    const left = weights.subarray(-100).reduce((sum, weight) => sum + weight, 0)
    expect(left).toBeLessThan(1.2 * remainder)
    expect(left).toBeGreaterThan(0.2 * remainder)
  })

  it('shows that it was given too few slices', () => {
    expect(nested(correlatedGaussian(), { livePoints: 100, slices: 1 }).kinship).toBeGreaterThan(0.3)
  })

  it('of a likelihood that is one everywhere finds that nothing is learnt', () => {
    const { logEvidence, information } = nested({ parameters: [x], logLikelihood: () => 0 }, { livePoints: 100 })
    expect(logEvidence).toBeCloseTo(0, 2)
    expect(information).toBeCloseTo(0, 2)
  })

  it.each([
    [{ livePoints: 3 }, /livePoints: 3 is not allowed/],
    [{ slices: 0 }, /slices: 0 is not allowed/],
    [{ remainder: 0 }, /remainder: 0 is not allowed/],
    [{ mostEvaluations: 1000 }, /not ended after 1000 evaluations/],
  ] as const)('refuses %j', (options, message) => {
    expect(() => nested(banana(), options)).toThrow(message)
  })

  it('refuses a likelihood that is none', () => {
    expect(() => nested({ parameters: [x], logLikelihood: () => Number.NaN })).toThrow(/ln L is NaN at x = 0\.\d+/)
    expect(() => nested({ parameters: [x], logLikelihood: () => Infinity })).toThrow(/ln L is Infinity at x/)
    expect(() => nested({ parameters: [x, x], logLikelihood: () => 0 })).toThrow(/'x' is given twice/)
    expect(() => nested({ parameters: [], logLikelihood: () => 0 })).toThrow(/none to explore/)
    expect(() => nested({ parameters: [x], logLikelihood: () => -Infinity }, { mostEvaluations: 1e4 })).toThrow(
      /-Infinity almost everywhere/,
    )
  })
})
