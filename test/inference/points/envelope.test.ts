import { describe, expect, it } from 'vitest'
import { scanFigure } from '../../../src/figures/scan.ts'
import { deltaChi2At, evenPlaces, gridCells, lowerEnvelope, type Samples, uniformPrior } from '../../../src/inference/index.ts'
import { randomStream } from '../../../src/numerics/index.ts'
import { sobol } from '../../../src/scan/index.ts'

const REACH = 4
const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ name, prior: uniformPrior(-REACH, REACH) }))
const LEVELS = [0.6827, 0.9, 0.9545]

/**
 * The data of a linear model: $\\chi^2 = u^2 + v^2 - 2\\rho uv + (w - 0.6u + 0.3v)^2/s^2$, over the plane of u and v, with w at its best, an ellipse.
 */
const CORRELATION = 0.5
const [TILT, LEAN, WIDTH] = [0.6, -0.3, 0.7]
const ellipse = (u: number, v: number): number => u * u + v * v - 2 * CORRELATION * u * v
const chi2 = ([u, v, w]: readonly number[]): number => ellipse(u, v) + ((w - TILT * u - LEAN * v) / WIDTH) ** 2

function samplesOf(rows: readonly number[][]): Samples {
  return {
    parameters: [a, b, c],
    points: Float64Array.from(rows.flat()),
    weights: new Float64Array(rows.length).fill(1),
    logLikelihoods: Float64Array.from(rows, (row) => -0.5 * chi2(row)),
  }
}

const byChance = (count: number): Samples => {
  const random = randomStream(3)
  return samplesOf(Array.from({ length: count }, () => [0, 1, 2].map(() => REACH * (2 * random.uniform() - 1))))
}

const evenly = (count: number): Samples =>
  samplesOf(Array.from({ length: count }, (_, i) => [0, 1, 2].map((k) => REACH * (2 * sobol(i, k) - 1))))

/** How much Δχ² on each drawn edge is off: mean, and largest. */
function off(samples: Samples): { mean: number; largest: number }[] {
  const { panels } = scanFigure({ ...samples, grids: new Map() }, ['a', 'b'], { title: '', view: 'profile', levels: LEVELS })
  const regions = panels[0].layers.flatMap((layer) => (layer.kind === 'region' ? [layer] : []))
  return regions.map(({ polygons }, i) => {
    const level = deltaChi2At([...LEVELS].reverse()[i], 2)
    const errors = polygons.flat().map(([u, v]) => ellipse(u, v) - level)
    expect(polygons).toHaveLength(1)
    return {
      mean: errors.reduce((sum, error) => sum + error, 0) / errors.length,
      largest: errors.reduce((most, error) => Math.max(most, Math.abs(error)), 0),
    }
  })
}

describe('profile regions of scattered points', () => {
  it.each([
    ['drawn', byChance(16_384)],
    ['of a sequence', evenly(16_384)],
  ])('%s have the edges of the analytic ones, the third parameter at its best: not farther out, not farther in', (_, samples) => {
    for (const { mean, largest } of off(samples)) {
      expect(Math.abs(mean)).toBeLessThan(0.1)
      expect(largest).toBeLessThan(0.5)
    }
  })

  it('say how well they are known, and that few points do not know', () => {
    const footnoteOf = (samples: Samples) =>
      scanFigure({ ...samples, grids: new Map() }, ['a', 'b'], { title: '', view: 'profile', levels: LEVELS }).footnote!
    const many = /· edges to Δχ² ± (0\.\d+)$/.exec(footnoteOf(evenly(16_384)))
    expect(Number(many?.[1])).toBeLessThan(0.3)
    expect(footnoteOf(byChance(300))).toMatch(/too few points: edges to Δχ² ± [\d.]+, from cells of [\d.]+ in a, [\d.]+ in b$/)
  })
})

describe('the lower envelope', () => {
  const random = randomStream(7)
  const [us, vs] = [0, 1].map(() => Float64Array.from({ length: 6000 }, () => REACH * (2 * random.uniform() - 1)))
  const cells = [evenPlaces(a, 33), evenPlaces(b, 33)]
  const plane = (u: number, v: number): number => 2 + 0.7 * u - 0.2 * v

  it('of a plane is the plane, to the ends of the range', () => {
    const found = lowerEnvelope(
      cells,
      [0.3, 0.3],
      [us, vs],
      us.map((u, i) => plane(u, vs[i])),
    )
    found.forEach((value, at) => {
      expect(Math.abs(value - plane(cells[0].values[Math.floor(at / 33)], cells[1].values[at % 33]))).toBeLessThan(1e-9)
    })
  })

  it('is that under points that lie above it, and nowhere where none are', () => {
    const lifted = us.map((u, i) => plane(u, vs[i]) + (i % 4 === 0 ? 0 : 5 * random.uniform()))
    const found = lowerEnvelope(cells, [0.5, 0.5], [us, vs], lifted)
    const errors = Array.from(found, (value, at) => value - plane(cells[0].values[Math.floor(at / 33)], cells[1].values[at % 33]))
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(0.1)
    const left = us.map((u, i) => (u < 0 ? plane(u, vs[i]) : Number.NaN))
    const half = lowerEnvelope(cells, [0.3, 0.3], [us, vs], left)
    for (const [at, value] of half.entries()) if (cells[0].values[Math.floor(at / 33)] > 1) expect(value).toBeNaN()
  })

  it('along a grid is that of the points at each of its values', () => {
    const grid = gridCells(b, [-2, 0, 1])
    const on = us.map((_, i) => [-2, 0, 1][i % 3])
    const heights = us.map((u, i) => plane(u, on[i]) + on[i] ** 2)
    const expected = [...cells[0].values].flatMap((u) => [-2, 0, 1].map((v) => plane(u, v) + v ** 2))
    const upright = lowerEnvelope([cells[0], grid], [0.2, 0], [us, on], heights)
    for (const [at, value] of expected.entries()) expect(Math.abs(upright[at] - value)).toBeLessThan(1e-9)
    const turned = lowerEnvelope([grid, cells[0]], [0, 0.2], [on, us], heights)
    for (const [at, value] of expected.entries()) expect(Math.abs(turned[(at % 3) * 33 + Math.floor(at / 3)] - value)).toBeLessThan(1e-9)
    const exact = lowerEnvelope([gridCells(a, [0, 1])], [0], [[0, 0, 1, 1]], [4, 3, 9, 8])
    expect([...exact]).toEqual([3, 8])
  })
})
