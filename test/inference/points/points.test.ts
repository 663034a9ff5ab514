import { describe, expect, it } from 'vitest'
import {
  bestPoint,
  cellsWithin,
  credibleIntervals,
  credibleLevel,
  effectiveCount,
  evenCells,
  extremesIn,
  gridCells,
  logUniformPrior,
  openEnds,
  pointDensity,
  type Samples,
  smoothDensity,
  uniformPrior,
  windowOf,
} from '../../../src/inference/index.ts'
import { erf, normalPdf, randomStream } from '../../../src/numerics/index.ts'

const x = { name: 'x', prior: uniformPrior(-6, 6) }
const y = { name: 'y', prior: logUniformPrior(1e-3, 1e3) }

/** Points of a normal distribution in x and one in ln y, apart. */
function drawn(count: number, width = 1): Samples {
  const random = randomStream(5)
  const points = Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? random.normal() : Math.exp(width * random.normal())))
  return { parameters: [x, y], points, weights: new Float64Array(count).fill(1), logLikelihoods: new Float64Array(count) }
}

describe('cells', () => {
  it('of a grid reach halfway to the next value, on the scale of the prior', () => {
    expect([...gridCells(y, [100, 1, 10, 10]).values]).toEqual([1, 10, 100])
    expect(gridCells(y, [1, 10, 100]).edges[1]).toBeCloseTo(Math.log(10) / 2, 12)
    expect(() => gridCells(y, [3, 3])).toThrow(/^y: it has one value alone/)
  })

  it('that are even cover the range, and a window more than the central 99 %', () => {
    const cells = evenCells(y, 6)
    for (const [i, value] of [...cells.values].entries()) expect(Math.log10(value)).toBeCloseTo(-2.5 + i, 12)
    const [lo, hi] = windowOf(drawn(4000), 0)
    expect(lo).toBeGreaterThan(-4.5)
    expect(lo).toBeLessThan(-2.58)
    expect(hi).toBeGreaterThan(2.58)
    // What fills the range is looked at as a whole.
    expect(windowOf(drawn(4000, 3), 1)).toEqual([1e-3, 1e3])
    expect([...cellsWithin(gridCells(x, [-6, -4, -2, 0, 2, 4, 6]), [-1, 1]).values]).toEqual([-2, 0, 2])
  })
})

describe('the density of weighted points', () => {
  it('of a Gaussian on a grid is its error function', () => {
    const values = Array.from({ length: 241 }, (_, i) => -6 + i / 20)
    const cells = gridCells(x, values)
    const weights = Float64Array.from(values, (value, i) => Math.exp(-0.5 * value ** 2) * (cells.edges[i + 1] - cells.edges[i]))
    const samples = { parameters: [x], points: Float64Array.from(values), weights, logLikelihoods: new Float64Array(241) }
    const found = pointDensity(samples, [cells])
    let below = 0
    for (const [i, value] of found.density.entries()) {
      expect(Math.abs(value - normalPdf(values[i]))).toBeLessThan(1e-8)
      below += value * found.widths[0][i]
      expect(Math.abs(below - 0.5 * (1 + erf(cells.edges[i + 1] / Math.SQRT2)))).toBeLessThan(3e-5)
    }
    for (const deviations of [1, 2]) {
      const [[lo, hi], ...more] = credibleIntervals(found, erf(deviations / Math.SQRT2))
      expect(more).toEqual([])
      expect(Math.abs(lo + deviations)).toBeLessThan(2e-3)
      expect(Math.abs(hi - deviations)).toBeLessThan(2e-3)
    }
  })

  it('integrates to one, smooth or not', () => {
    const samples = drawn(4000)
    const cells = [evenCells(x, 60), evenCells(y, 60)]
    for (const found of [pointDensity(samples, cells), smoothDensity(samples, cells)]) {
      const sum = found.density.reduce(
        (total, value, i) => total + value * found.widths[0][Math.floor(i / 60)] * found.widths[1][i % 60],
        0,
      )
      expect(sum).toBeCloseTo(1, 10)
    }
  })

  /** Conditional mean and deviation of the second parameter in a row of the first. */
  function alongRow({ density, axes, widths }: ReturnType<typeof pointDensity>, row: number): [mean: number, deviation: number] {
    const columns = axes[1].length
    const at = (power: number) =>
      Array.from(axes[1]).reduce((sum, value, j) => sum + density[row * columns + j] * widths[1][j] * value ** power, 0)
    const mean = at(1) / at(0)
    return [mean, Math.sqrt(at(2) / at(0) - mean ** 2)]
  }

  it('of strongly correlated points has regions as large as theirs, once smooth', () => {
    const correlation = 0.98
    const random = randomStream(4)
    const points = Float64Array.from({ length: 2 * 3000 })
    for (let i = 0; i < 3000; i++) {
      const [u, v] = [random.normal(), random.normal()]
      points.set([u, correlation * u + Math.sqrt(1 - correlation ** 2) * v], 2 * i)
    }
    const [a, b] = ['a', 'b'].map((name) => ({ name, prior: uniformPrior(-4, 4) }))
    const samples = { parameters: [a, b], points, weights: new Float64Array(3000).fill(1), logLikelihoods: new Float64Array(3000) }
    const found = smoothDensity(samples, [evenCells(a, 120), evenCells(b, 120)])
    const cell = found.widths[0][0] * found.widths[1][0]
    for (const share of [0.5, 0.6827, 0.9]) {
      const level = credibleLevel(found, share)
      const area = cell * found.density.filter((value) => value > level).length
      // −2 ln(1 − p) times π and the root of the determinant of the covariance.
      const exact = -2 * Math.log1p(-share) * Math.PI * Math.sqrt(1 - correlation ** 2)
      expect(Math.abs(area / exact - 1)).toBeLessThan(0.06)
    }
  })

  it('of a band that leaves through the ends of an axis goes on to them, once smooth', () => {
    const random = randomStream(8)
    const [a, b] = ['a', 'b'].map((name) => ({ name, prior: uniformPrior(0, 3) }))
    const count = 4000
    const points = Float64Array.from({ length: 2 * count })
    for (let i = 0; i < count; i++) {
      const u = random.uniform()
      points.set([3 * u, 0.5 + 2 * u + 0.1 * random.normal()], 2 * i)
    }
    const samples = { parameters: [a, b], points, weights: new Float64Array(count).fill(1), logLikelihoods: new Float64Array(count) }
    const found = smoothDensity(samples, [evenCells(a, 60), evenCells(b, 60)])
    for (const row of [0, 1, 30, 58, 59]) {
      const [mean, deviation] = alongRow(found, row)
      expect(Math.abs(mean - (0.5 + (2 * found.axes[0][row]) / 3))).toBeLessThan(0.03)
      expect(Math.abs(deviation / 0.1 - 1)).toBeLessThan(0.15)
    }
    const heights = [0, 30, 59].map((row) => found.density.slice(60 * row, 60 * (row + 1)).reduce((sum, value) => sum + value, 0) * 0.05)
    for (const height of heights) expect(Math.abs(height * 3 - 1)).toBeLessThan(0.2)
  })

  it('of independent parameters is the product of theirs', () => {
    // A grid in both, with weights that are products: exact.
    const [a, b] = [
      [-1, 0, 2],
      [0.1, 1, 10, 100],
    ]
    const grids = [gridCells(x, a), gridCells(y, b)]
    const points = Float64Array.from(a.flatMap((u) => b.flatMap((v) => [u, v])))
    const weights = Float64Array.from(a.flatMap((_, i) => b.map((_, j) => (i + 1) * (j + 2) ** 2)))
    const samples = { parameters: [x, y], points, weights, logLikelihoods: new Float64Array(12) }
    const both = pointDensity(samples, grids).density
    const [p, q] = grids.map((cells) => pointDensity(samples, [cells]).density)
    for (let i = 0; i < 3; i++) for (let j = 0; j < 4; j++) expect(both[4 * i + j] / (p[i] * q[j])).toBeCloseTo(1, 12)
  })

  it('is as good as its points of equal weight', () => {
    expect(effectiveCount([2, 2, 2])).toBeCloseTo(3, 12)
    expect(effectiveCount([1, 1e-9])).toBeCloseTo(1, 8)
    expect(effectiveCount([])).toBe(0)
  })

  it('refuses what the samples have not', () => {
    expect(() => pointDensity(drawn(10), [evenCells({ ...x, name: 'z' }, 4)])).toThrow("parameters: 'z' is not allowed; allowed: x, y")
    expect(() => pointDensity(drawn(10), [evenCells(x, 4, [5, 6])])).toThrow(/no point/)
  })
})

describe('the level of a share', () => {
  it('is there up to five deviations, for points and for grids', () => {
    const shares = [0.9, 0.99, 0.999, 0.9999, 0.99999943]
    for (const found of [
      smoothDensity(drawn(4000), [evenCells(x, 64), evenCells(y, 64)]),
      smoothDensity(drawn(4000), [evenCells(x, 64)]),
    ]) {
      const levels = shares.map((share) => credibleLevel(found, share))
      for (const [i, level] of levels.entries()) expect(level).toBeLessThan(levels[i - 1] ?? Number.POSITIVE_INFINITY)
      expect(levels[4]).toBeGreaterThanOrEqual(0)
    }
    const values = Array.from({ length: 1201 }, (_, i) => -6 + i / 100)
    const cells = gridCells(x, values)
    const weights = Float64Array.from(values, (value, i) => Math.exp(-0.5 * value ** 2) * (cells.edges[i + 1] - cells.edges[i]))
    const fine = { parameters: [x], points: Float64Array.from(values), weights, logLikelihoods: new Float64Array(1201) }
    const [[lo, hi]] = credibleIntervals(pointDensity(fine, [cells]), erf(4 / Math.SQRT2))
    expect(Math.abs(hi - 4)).toBeLessThan(0.01)
    expect(Math.abs(lo + 4)).toBeLessThan(0.01)
  })
})

describe('the extremes in cells', () => {
  it('are those of the points there, and nothing where there are none', () => {
    const found = extremesIn([evenCells(x, 3)], [[-5, -4, 5, 5, Number.NaN]], [3, 1, 7, Number.NaN, 0], 'smallest')
    expect([...found]).toEqual([1, Number.NaN, 7])
    expect(extremesIn([evenCells(x, 3)], [[-5, -4, 5]], [3, 1, 7], 'largest')[0]).toBe(3)
  })

  it('and the best point of all is one of them', () => {
    const samples = { ...drawn(3), logLikelihoods: Float64Array.of(-3, -1, -2) }
    expect(bestPoint(samples)).toEqual({ point: [...samples.points.slice(2, 4)], logLikelihood: -1 })
  })
})

describe('what a range ends', () => {
  const ended = (density: (u: number) => number): Samples => {
    const random = randomStream(9)
    const kept: number[] = []
    while (kept.length < 6000) {
      const u = 12 * random.uniform() - 6
      if (random.uniform() < density(u)) kept.push(u)
    }
    return {
      parameters: [x],
      points: Float64Array.from(kept),
      weights: new Float64Array(6000).fill(1),
      logLikelihoods: new Float64Array(6000),
    }
  }

  it('is a limit, or nothing; what lies within it is an interval', () => {
    expect(
      openEnds(
        ended((u) => Math.exp(-0.5 * u * u)),
        0,
      ),
    ).toEqual([false, false])
    expect(
      openEnds(
        ended((u) => (u < 0 ? 1 : Math.exp(-0.5 * u * u))),
        0,
      ),
    ).toEqual([true, false])
    expect(
      openEnds(
        ended((u) => Math.exp(-0.5 * (u - 6) ** 2)),
        0,
      ),
    ).toEqual([false, true])
    expect(
      openEnds(
        ended(() => 1),
        0,
      ),
    ).toEqual([true, true])
  })
})
