import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BinnedData, type BinnedStatistic, binnedLimit } from '../../src/constraints/binned.ts'
import type { CountsModel } from '../../src/constraints/counts.ts'
import { discoveryLimit, sensitivityLimit } from '../../src/constraints/sensitivity.ts'
import type { BinnedModel } from '../../src/statistics/binned-model.ts'
import { poissonDeviance } from '../../src/statistics/counting.ts'
import { ONE_SIDED_90, TWO_SIDED_90 } from '../../src/statistics/limits.ts'
import { toys } from '../statistics/toys.ts'
import { close, countsOf, edgesOf, listed, rayOf } from './counts-toys.ts'

/** CENNS-10, Analysis A: an independent calculation. N_SM, least N, g there, edges against the best coupling and against the Standard Model. */
const CENNS = [
  [
    'r = 0.08, 1 MeV',
    113.9319707260936,
    62.12662024696919,
    0.0012925281191123006,
    [true, 0.001862, 0.002096],
    [false, 0.0001725, 0.00182, 0.002125],
    [false, 0.0004602, 0.001769, 0.002155],
    [false, 0.0005822, 0.001733, 0.002174],
  ],
  [
    'r = 0.08, 50 MeV',
    113.9319707260936,
    41.81138495072267,
    0.003064079293806051,
    [true, 0.004392, 0.004825],
    [false, 0.0003462, 0.004319, 0.004881],
    [false, 0.0009155, 0.004235, 0.004939],
    [false, 0.00115, 0.004178, 0.004977],
  ],
  [
    'r = 0.08, 100 MeV',
    113.9319707260936,
    37.556124966251645,
    0.00514327801108438,
    [true, 0.007367, 0.008062],
    [false, 0.0005647, 0.007252, 0.008152],
    [false, 0.001491, 0.007119, 0.008247],
    [false, 0.001872, 0.007029, 0.008308],
  ],
  [
    'r = 0.09, 1 MeV',
    128.1734670668553,
    69.89244772020467,
    0.00158299666533736,
    [false, 0.0003666, 0.002208, 0.002499],
    [false, 0.000611, 0.002154, 0.002534],
    [false, 0.0006222, 0.00215, 0.002536],
    [false, 0.0007744, 0.0021, 0.002564],
  ],
  [
    'r = 0.09, 10 MeV',
    128.1734670668553,
    66.3065630968166,
    0.0016972272655985507,
    [false, 0.0003812, 0.00237, 0.002666],
    [false, 0.0006342, 0.002315, 0.002703],
    [false, 0.0006458, 0.002312, 0.002705],
    [false, 0.0008022, 0.002262, 0.002733],
  ],
  [
    'r = 0.09, 100 MeV',
    128.1734670668553,
    42.25064058703306,
    0.00514327801108438,
    [false, 0.0009766, 0.007208, 0.007891],
    [false, 0.001613, 0.007093, 0.007978],
    [false, 0.001642, 0.007086, 0.007984],
    [false, 0.002024, 0.006986, 0.008054],
  ],
] as const

/** One bin, 159 ± √(159 + 563), a normalisation known to 8.5 per cent. */
const CENNS_DATA: BinnedData = {
  observed: Float64Array.of(159),
  model: {
    bins: 1,
    components: [[0]],
    nuisances: [{ id: 'cenns10.normalisation', central: 1, sigma: 0.085 }],
    sigmas: Float64Array.of(Math.sqrt(159 + 563)),
  },
}

describe('CENNS-10', () => {
  it.each(CENNS)('excludes two stretches and allows an island: %s', (_, standard, least, lowest, ...expected) => {
    const quadratic = (standard - least) / lowest ** 4
    const counts = countsOf([standard], [-2 * quadratic * lowest ** 2], [quadratic])
    for (const [i, [zeroExcluded, ...edges]] of expected.entries()) {
      const statistic: BinnedStatistic = {
        threshold: i % 2 === 0 ? ONE_SIDED_90 : TWO_SIDED_90,
        reference: i < 2 ? 'global' : 'sm',
        direction: 'two-sided',
      }
      const intervals = listed(binnedLimit(counts, CENNS_DATA, statistic).intervals(rayOf()))
      expect(intervals).toHaveLength(2)
      expect(intervals[1][1]).toBe(Number.POSITIVE_INFINITY)
      expect(intervals[0][0] === 0).toBe(zeroExcluded)
      const found = edgesOf(intervals)
      expect(found).toHaveLength(edges.length)
      for (const [k, edge] of edges.entries()) close(found[k], edge, 2e-3, `case ${i}`)
    }
  })

  it('has the χ² of its paper: 2.49 for the Standard Model at r = 0.08', () => {
    const counts = countsOf([113.9319707260936], [-1e8], [1e14])
    const ray = rayOf()
    const { likelihood } = binnedLimit(counts, CENNS_DATA, { threshold: 1, reference: 'sm', direction: 'two-sided' })
    const profile = (): number => {
      let least = Number.POSITIVE_INFINITY
      for (let norm = 0.8; norm < 1.2; norm += 1e-4) {
        least = Math.min(least, likelihood.minus2LogL(ray.at(0), Float64Array.of(norm)) + ((norm - 1) / 0.085) ** 2)
      }
      return least
    }
    close(profile(), 2.489785398219301, 1e-5)
  })

  it('holds no tension against a coupling that vanishes, unless asked for the literal minimum', () => {
    const counts = countsOf([113.93], [-2e7], [1e13])
    const at = (reference: BinnedStatistic['reference']) =>
      binnedLimit(counts, CENNS_DATA, { threshold: ONE_SIDED_90, reference, direction: 'two-sided' }).strength(rayOf().at(1e-7))
    expect(at('global')).toBeGreaterThan(1)
    expect(at('minimum')).toBeLessThan(1e-3)
    expect(at('sm')).toBeLessThan(1e-3)
  })
})

const DIRECTIONS = ['excess', 'deficit', 'two-sided'] as const
const REFERENCES = ['minimum', 'sm', 'global'] as const
const coefficient = fc.double({ min: 0.05, max: 4, noNaN: true })
const statistics = fc.record({
  threshold: fc.constantFrom(ONE_SIDED_90, TWO_SIDED_90, 9),
  reference: fc.constantFrom(...REFERENCES),
  direction: fc.constantFrom(...DIRECTIONS),
})

describe('one bin', () => {
  const model: BinnedModel = {
    bins: 1,
    components: [[0], [1]],
    nuisances: [
      { id: 'flux', central: 1, sigma: 0.1 },
      { id: 'background', central: 1, sigma: 0.2 },
    ],
  }

  it('in closed form gives what scanning its likelihood gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        coefficient,
        fc.double({ min: -1.8, max: 2, noNaN: true }),
        statistics,
        (n, size, slope, statistic) => {
          // N = 100 (1 + slope x + x²/…) with x = (g/10⁻³)², never below zero
          const [linear, quadratic] = [100 * size * slope, 100 * size * size]
          const split: BinnedData = { observed: Float64Array.of(n), model: { ...model, components: [[0], [0], [1]] } }
          const whole: BinnedData = { observed: Float64Array.of(n), model }
          const simple = binnedLimit(countsOf([100, 40], [linear * 1e6, 0], [quadratic * 1e12, 0]), whole, statistic)
          const half = (x: number): number[] => [0.5 * x, 0.5 * x, 0]
          const scanned = binnedLimit(countsOf([50, 50, 40], half(linear * 1e6), half(quadratic * 1e12)), split, statistic)
          const [a, b] = [edgesOf(listed(simple.intervals(rayOf()))), edgesOf(listed(scanned.intervals(rayOf())))]
          expect(a.length, `${a} | ${b}`).toBe(b.length)
          for (const [i, edge] of a.entries()) close(edge, b[i], 1e-6)
          for (const g of [1e-5, 3e-4, 1e-3, 4e-3]) {
            const [ray, other] = [rayOf(), rayOf()]
            expect(Math.abs((simple.strength(ray.at(g)) as number) - (scanned.strength(other.at(g)) as number))).toBeLessThan(
              1e-6 * (1 + (simple.strength(ray.at(g)) as number)),
            )
          }
        },
      ),
      { numRuns: 80 },
    )
  })
})

describe('many bins', () => {
  const model: BinnedModel = {
    bins: 4,
    components: [[0, 2], [1]],
    nuisances: [
      { id: 'flux', central: 1, sigma: 0.07 },
      { id: 'background', central: 1, sigma: 0.1 },
      { id: 'efficiency', central: 1, sigma: 0.05 },
    ],
  }
  const standard = [20, 12, 6, 2, 30, 30, 30, 30]

  it('have strengths that cross one at every edge and nowhere else', () => {
    const slopes = fc.array(fc.double({ min: -1.2, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
    const seen = fc.array(fc.integer({ min: 10, max: 80 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(slopes, seen, statistics, fc.boolean(), (slope, observed, statistic, blunt) => {
        const linear = [0, 1, 2, 3].map((b) => standard[b] * slope[b] * 1e6)
        const counts = countsOf(standard, [...linear, 0, 0, 0, 0], [...standard.slice(0, 4).map((n) => n * 1e12), 0, 0, 0, 0], blunt)
        const limit = binnedLimit(counts, { observed: Float64Array.from(observed), model }, statistic)
        const ray = rayOf()
        const intervals = listed(limit.intervals(ray))
        const inside = (g: number): boolean => intervals.some(([lo, hi]) => g > lo && g < hi)
        for (let i = 0; i < 200; i++) {
          const g = 1e-5 * 10 ** ((4 * (i + 0.5)) / 200)
          const near = edgesOf(intervals).some((edge) => Math.abs(g / edge - 1) < 1e-3)
          if (near) continue
          const strength = limit.strength(ray.at(g)) as number
          // An island so narrow that it lies between two points of the scan may only touch the level.
          if (Math.abs(strength - 1) > 0.02) expect(strength > 1, `${g} ${strength} ${JSON.stringify(intervals)}`).toBe(inside(g))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('without nuisances have the edges of a dense scan', () => {
    const bare: BinnedModel = { bins: 4, components: [[], []], nuisances: [] }
    const linear = [-30e6, -14e6, -3e6, 1e6]
    const quadratic = [20e12, 12e12, 6e12, 2e12]
    const observed = Float64Array.of(45, 44, 38, 30)
    const counts = countsOf(standard, [...linear, 0, 0, 0, 0], [...quadratic, 0, 0, 0, 0])
    const found = edgesOf(
      listed(
        binnedLimit(counts, { observed, model: bare }, { threshold: TWO_SIDED_90, reference: 'global', direction: 'two-sided' }).intervals(
          rayOf(),
        ),
      ),
    )
    const value = (g: number): number => {
      let sum = 0
      for (let b = 0; b < 4; b++)
        sum += poissonDeviance(observed[b], standard[b] + standard[4 + b] + g ** 2 * (linear[b] + g ** 2 * quadratic[b]))
      return sum
    }
    const g = Array.from({ length: 40001 }, (_, i) => 1e-5 * 10 ** ((3 * i) / 40000))
    const y = g.map(value)
    const level = Math.min(value(0), ...y) + TWO_SIDED_90
    const crossings = g.filter((_, i) => i > 0 && y[i] >= level !== y[i - 1] >= level)
    expect(found).toHaveLength(crossings.length)
    expect(found.length).toBeGreaterThanOrEqual(1)
    for (const [i, edge] of crossings.entries()) close(found[i], edge, 2e-4)
  })

  it('cover: a true boson is excluded in ten per cent of toys', () => {
    const { poisson } = toys(77)
    const bare: BinnedModel = { bins: 4, components: [[], []], nuisances: [] }
    const quadratic = [20e12, 12e12, 6e12, 2e12]
    const counts = countsOf(standard, [0, 0, 0, 0, 0, 0, 0, 0], [...quadratic, 0, 0, 0, 0])
    const truth = 1.1e-3
    const mean = [0, 1, 2, 3].map((b) => standard[b] + standard[4 + b] + quadratic[b] * truth ** 4)
    let excluded = 0
    const TOYS = 600
    for (let n = 0; n < TOYS; n++) {
      const observed = Float64Array.from(mean, poisson)
      const limit = binnedLimit(counts, { observed, model: bare }, { threshold: TWO_SIDED_90, reference: 'global', direction: 'two-sided' })
      if ((limit.strength(rayOf().at(truth)) as number) > 1) excluded++
    }
    // √(0.1 · 0.9 / 600) = 0.012
    expect(Math.abs(excluded / TOYS - 0.1)).toBeLessThan(0.037)
  })

  it('have a likelihood whose minimum over the nuisances is what the verdict uses', () => {
    const counts = countsOf(standard, [0, 0, 0, 0, 0, 0, 0, 0], [20e12, 12e12, 6e12, 2e12, 0, 0, 0, 0])
    const limit = binnedLimit(
      counts,
      { observed: Float64Array.of(60, 40, 33, 31), model },
      { threshold: 1, reference: 'sm', direction: 'two-sided' },
    )
    expect(limit.likelihood.nuisances.map(({ id }) => id)).toEqual(['flux', 'background', 'efficiency'])
    const ray = rayOf()
    const profiled = (g: number): number => {
      let best = [1, 1, 1]
      const value = (theta: readonly number[]): number =>
        limit.likelihood.minus2LogL(ray.at(g), Float64Array.from(theta)) +
        theta.reduce((sum, t, k) => sum + ((t - 1) / model.nuisances[k].sigma) ** 2, 0)
      for (let step = 0.05; step > 1e-7; step /= 2) {
        for (let moved = true; moved; ) {
          moved = false
          for (const k of [0, 1, 2]) {
            for (const sign of [-1, 1]) {
              const next = best.map((t, i) => (i === k ? t + sign * step : t))
              if (value(next) < value(best)) [best, moved] = [next, true]
            }
          }
        }
      }
      return value(best)
    }
    const g = 1.2e-3
    expect(Math.abs((limit.strength(ray.at(g)) as number) - Math.max(0, profiled(g) - profiled(0)))).toBeLessThan(1e-6)
  })

  it('never ask a ray without a closed form for a coupling outside its range', () => {
    const growth = [20e12, 12e12, 6e12, 2e12, 0, 0, 0, 0]
    const counts = countsOf(standard, new Array<number>(8).fill(0), growth, true)
    const checked: CountsModel = {
      ...counts,
      counts(boson, out) {
        expect(boson.coupling).toBeGreaterThan(0)
        counts.counts(boson, out)
      },
    }
    const limit = binnedLimit(
      checked,
      { observed: Float64Array.of(50, 42, 36, 32), model },
      { threshold: 1, reference: 'global', direction: 'two-sided' },
    )
    expect(listed(limit.intervals(rayOf()))).toHaveLength(1)
  })

  it('that see no signal exclude nothing', () => {
    const nothing = new Array<number>(8).fill(0)
    const limit = binnedLimit(
      countsOf(standard, nothing, nothing),
      { observed: Float64Array.of(50, 42, 36, 32), model },
      { threshold: 1, reference: 'global', direction: 'two-sided' },
    )
    expect(limit.intervals(rayOf())).toEqual([])
    expect(limit.strength(rayOf().at(1e-3))).toBe(0)
  })

  it('are silent where the counts are', () => {
    const counts: CountsModel = { ...countsOf(standard, standard, standard), silence: () => ({ silent: 'no coupling to quarks' }) }
    const limit = binnedLimit(counts, { observed: new Float64Array(4), model }, { threshold: 1, reference: 'sm', direction: 'excess' })
    for (const { strength, intervals } of [
      limit,
      sensitivityLimit(counts, { kind: 'asimov', threshold: 1 }, 'excess'),
      discoveryLimit(counts, model),
    ]) {
      expect(strength(rayOf().at(1))).toEqual({ silent: 'no coupling to quarks' })
      expect(intervals(rayOf())).toEqual({ silent: 'no coupling to quarks' })
    }
  })
})
