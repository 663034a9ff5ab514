import { describe, expect, it } from 'vitest'
import {
  credibleIntervals,
  credibleLevel,
  gridPosterior,
  logUniformPrior,
  marginal,
  nested,
  normalPrior,
  type Target,
  uniformPrior,
} from '../../../src/inference/samplers/index.ts'
import { chi2Quantile, normalPdf, normalQuantile } from '../../../src/numerics/index.ts'
import { banana, conjugate, disc, threePeaks } from './targets.ts'

const RHO = 0.6
const box = ['x', 'y'].map((name) => ({ name, prior: uniformPrior(-8, 8) }))
const linear: Target = {
  parameters: box,
  logLikelihood: ([x, y]) => (-0.5 * (x * x - 2 * RHO * x * y + y * y)) / (1 - RHO * RHO),
}
const volume = 2 * Math.PI * Math.sqrt(1 - RHO * RHO)

describe('the posterior of a linear Gaussian problem on a grid', () => {
  const posterior = gridPosterior(linear, { points: 401 })

  it('has the evidence of the analytic one, to rounding', () => {
    expect(posterior.logEvidence).toBeCloseTo(Math.log(volume / 256), 11)
    expect(posterior.logEvidenceError).toBeLessThan(1e-12)
  })

  it('has its density and its marginals', () => {
    const [x, y] = posterior.axes
    for (const [i, j] of [
      [200, 200],
      [170, 190],
      [250, 230],
    ]) {
      const expected = Math.exp(linear.logLikelihood(Float64Array.of(x[i], y[j]))) / volume
      expect(posterior.density[i * 401 + j] / expected).toBeCloseTo(1, 11)
    }
    const alone = marginal(posterior, ['y'])
    for (const j of [150, 200, 240]) expect(alone.density[j] / normalPdf(y[j])).toBeCloseTo(1, 11)
    const turned = marginal(posterior, ['y', 'x'])
    expect(turned.density[170 * 401 + 230]).toBe(posterior.density[230 * 401 + 170])
  })

  it('takes all of a density that is the same everywhere for its region', () => {
    const x = { name: 'x', prior: uniformPrior(0, 2) }
    const flat = gridPosterior({ parameters: [x], logLikelihood: () => -3 }, { points: 11 })
    expect(credibleLevel(flat, 0.9)).toBeLessThan(flat.density[0])
    expect(credibleIntervals(flat, 0.9)).toEqual([[0, 2]])
  })

  it.each([0.39346934, 0.68268949, 0.9, 0.95449974])('has its credible regions: %d', (share) => {
    // Of two parameters the contour at share s lies at a fraction 1 − s of the peak, Δχ² = −2 ln(1 − s).
    const level = credibleLevel(posterior, share)
    expect(-2 * Math.log(level * volume)).toBeCloseTo(chi2Quantile(share, 2), 1.7)
    const [[lo, hi]] = credibleIntervals(marginal(posterior, ['x']), share)
    const edge = normalQuantile(0.5 * (1 + share))
    expect(hi).toBeCloseTo(edge, 2.5)
    expect(lo).toBeCloseTo(-edge, 2.5)
  })

  it('comes closer to them as the grid does', () => {
    const errorAt = (points: number) =>
      Math.abs(credibleIntervals(marginal(gridPosterior(linear, { points }), ['x']), 0.9)[0][1] - normalQuantile(0.95))
    expect(errorAt(801)).toBeLessThan(errorAt(101))
    expect(errorAt(801)).toBeLessThan(2e-4)
  })
})

describe('a grid', () => {
  it('of three parameters is normal where they are', () => {
    const sigmas = [0.5, 1, 2]
    const target: Target = {
      parameters: sigmas.map((sigma, k) => ({ name: `x${k}`, prior: normalPrior(0, sigma) })),
      logLikelihood: () => 0,
    }
    const posterior = gridPosterior(target, { points: [51, 61, 71] })
    expect(posterior.logEvidence).toBeCloseTo(0, 10)
    expect(credibleIntervals(marginal(posterior, ['x2']), 0.68268949)[0][1]).toBeCloseTo(2, 1)
    // The share within Δχ² = 3.53 of three parameters is 0.683.
    const peak = 1 / ((2 * Math.PI) ** 1.5 * 0.5 * 1 * 2)
    expect(-2 * Math.log(credibleLevel(posterior, 0.68268949) / peak)).toBeCloseTo(chi2Quantile(0.68268949, 3), 0.7)
  })

  it('has the evidence of targets known otherwise, and that of nested sampling', () => {
    for (const target of [banana(), threePeaks(), conjugate()]) {
      const { logEvidence, logEvidenceError } = gridPosterior(target, { points: 601 })
      expect(Math.abs(logEvidence - target.logEvidence)).toBeLessThan(1e-9 + logEvidenceError)
    }
    const run = nested(threePeaks(), { livePoints: 200 })
    expect(Math.abs(gridPosterior(threePeaks()).logEvidence - run.logEvidence)).toBeLessThan(4 * run.logEvidenceError)
  })

  it('says how much it misses where the likelihood has an edge', () => {
    const { logEvidence, logEvidenceError } = gridPosterior(disc(), { points: 101 })
    expect(Math.abs(logEvidence - disc().logEvidence)).toBeLessThan(2 * logEvidenceError)
    expect(logEvidenceError).toBeLessThan(0.05)
  })

  it('knows a posterior that is largest at the edge, to fourth order', () => {
    const target: Target = { parameters: [{ name: 'x', prior: uniformPrior(0, 4) }], logLikelihood: ([x]) => -2 * x }
    const truth = Math.log((1 - Math.exp(-8)) / 8)
    const error = (points: number) => Math.abs(gridPosterior(target, { points }).logEvidence - truth)
    expect(error(41)).toBeLessThan(1e-4)
    expect(error(41) / error(81)).toBeGreaterThan(14)
    // P ∝ exp(−2x): 90 % below ln(10)/2, up to what lies beyond 4.
    const [[lo, hi]] = credibleIntervals(gridPosterior(target, { points: 2001 }), 0.9)
    expect(lo).toBe(0)
    expect(hi).toBeCloseTo(-0.5 * Math.log(1 - 0.9 * (1 - Math.exp(-8))), 3)
  })

  it('has its density, and its credible intervals, per ln x where the prior is even in that', () => {
    const x = { name: 'x', prior: logUniformPrior(1e-3, 1e3) }
    const posterior = gridPosterior(
      { parameters: [x], logLikelihood: ([value]) => -0.5 * (Math.log(value / 2) / 0.3) ** 2 },
      { points: 2001 },
    )
    expect(Math.max(...posterior.density)).toBeCloseTo(normalPdf(0) / 0.3, 3)
    const [[lo, hi]] = credibleIntervals(posterior, 0.68268949)
    expect(Math.log(hi / 2) / 0.3).toBeCloseTo(1, 2.5)
    expect(Math.log(lo / 2) / 0.3).toBeCloseTo(-1, 2.5)
  })

  it('has one interval for each peak that is needed', () => {
    const alone = marginal(gridPosterior(threePeaks(), { points: 801 }), ['x0'])
    expect(credibleIntervals(alone, 0.9).length).toBe(3)
    expect(credibleIntervals(alone, 0.3).length).toBeLessThan(3)
  })

  it.each([
    [{ points: 9 }, /points: 9 is not allowed; allowed: whole numbers from 11/],
    [{ points: 100 }, /points: 100 is not allowed; allowed: odd/],
    [{ points: 9001 }, /points: 81018001 points are too many/],
    [{ ranges: [[-9, 0]] }, /ranges: -9 to 0 is not allowed for x; allowed: -8 to 8/],
    [{ ranges: [[1, 0]] }, /ranges: 1 to 0 is not allowed/],
  ] as const)('refuses %j', (options, message) => {
    expect(() => gridPosterior(linear, options)).toThrow(message)
  })

  it('refuses what it is asked for in vain', () => {
    const posterior = gridPosterior(linear, { points: 11 })
    expect(() => marginal(posterior, ['z'])).toThrow(/parameter: 'z' is not allowed; allowed: some of x, y/)
    expect(() => marginal(posterior, ['x', 'x'])).toThrow(/each once/)
    expect(() => credibleIntervals(posterior, 0.5)).toThrow(/2 parameters are not allowed/)
    expect(() => credibleLevel(posterior, 1)).toThrow(/share: 1 is not allowed/)
    expect(() => gridPosterior({ ...linear, logLikelihood: () => Number.NaN })).toThrow(/ln L is NaN at x = -8, y = -8/)
    expect(() => gridPosterior({ ...linear, logLikelihood: () => -Infinity })).toThrow(/zero at every point/)
  })
})
