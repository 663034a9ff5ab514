import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asimovData,
  type BinnedData,
  type BinnedStatistic,
  binnedLimit,
  type CountsGrowth,
  type CountsModel,
  discoveryLimit,
  sensitivityEdges,
  sensitivityLimit,
} from '../../src/constraints/binned.ts'
import { type Interval, isSilent, type Silent } from '../../src/constraints/constraint.ts'
import type { Boson, Ray } from '../../src/couplings/boson.ts'
import { poissonDeviance } from '../../src/statistics/counting.ts'
import { ONE_SIDED_90, TWO_SIDED_90 } from '../../src/statistics/limits.ts'
import type { BinnedModel } from '../../src/statistics/profile.ts'
import { toys } from '../statistics/toys.ts'

const RANGE = [1e-7, 1] as const

function rayOf(): Ray {
  const ray = {
    range: RANGE,
    described: Number.POSITIVE_INFINITY,
    mass: 0.01,
    at: (coupling: number) => ({ coupling, ray }) as unknown as Boson,
  }
  return ray as unknown as Ray
}

/** Counts that grow as given; `blunt` hides the closed form. */
function countsOf(standard: readonly number[], linear: readonly number[], quadratic: readonly number[], blunt = false): CountsModel {
  const growth: CountsGrowth = { linear: Float64Array.from(linear), quadratic: Float64Array.from(quadratic) }
  return {
    standard: Float64Array.from(standard),
    silence: () => undefined,
    growth: () => (blunt ? undefined : growth),
    counts({ coupling }, out) {
      for (let i = 0; i < standard.length; i++) out[i] = standard[i] + coupling ** 2 * (linear[i] + coupling ** 2 * quadratic[i])
    },
  }
}

const listed = (intervals: Silent | readonly Interval[]): readonly Interval[] => {
  if (isSilent(intervals)) throw new Error(intervals.silent)
  return intervals
}
const edgesOf = (intervals: readonly Interval[]): number[] => intervals.flat().filter((edge) => edge > 0 && edge < Infinity)
const close = (value: number, expected: number, tolerance: number, what = ''): void =>
  expect(Math.abs(value / expected - 1), `${what} ${value} ${expected}`).toBeLessThan(tolerance)

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

describe('projections', () => {
  // Σ N₀ = 87443: DARWIN NR+ER of amaral-2020; s90 = 380
  const counts = countsOf([65261, 22182], [-3.6e9, 0], [1.6e15, 0])

  it('by the 90 per cent rule solve a quadratic', () => {
    const [interval] = listed(sensitivityLimit(counts, { kind: 'ninety-percent', confidence: 0.9 }, 'excess').intervals(rayOf()))
    const s = 380.1802175817429
    close(interval[0], Math.sqrt((3.6e9 + Math.sqrt(3.6e9 ** 2 + 4 * 1.6e15 * s)) / (2 * 1.6e15)), 1e-9)
    expect(interval[1]).toBe(Number.POSITIVE_INFINITY)
  })

  it('see a deficit first where interference is destructive, if both sides count', () => {
    const both = listed(sensitivityLimit(counts, { kind: 'ninety-percent', confidence: 0.9 }, 'two-sided').intervals(rayOf()))
    const excess = listed(sensitivityLimit(counts, { kind: 'ninety-percent', confidence: 0.9 }, 'excess').intervals(rayOf()))
    const deficit = listed(sensitivityLimit(counts, { kind: 'ninety-percent', confidence: 0.9 }, 'deficit').intervals(rayOf()))
    expect(both).toHaveLength(2)
    expect(both[0]).toEqual(deficit[0])
    expect(both[1]).toEqual(excess[0])
    expect(both[0][0]).toBeLessThan(0.5 * excess[0][0])
  })

  it('agree between closed form and roots, and with their strength', () => {
    const blunt = countsOf([65261, 22182], [-3.6e9, 0], [1.6e15, 0], true)
    for (const direction of DIRECTIONS) {
      for (const rule of [
        { kind: 'ninety-percent', confidence: 0.9 },
        { kind: 'asimov', threshold: ONE_SIDED_90 },
        { kind: 'discovery', significance: 3, backgroundSigma: 0.002 },
      ] as const) {
        const limit = sensitivityLimit(counts, rule, direction)
        const ray = rayOf()
        const a = edgesOf(listed(limit.intervals(ray)))
        const b = edgesOf(listed(sensitivityLimit(blunt, rule, direction).intervals(rayOf())))
        expect(a).toHaveLength(b.length)
        for (const [i, edge] of a.entries()) {
          close(edge, b[i], 1e-9)
          close(limit.strength(ray.at(edge)) as number, 1, 1e-6)
        }
      }
    }
  })

  it('by Asimov data are those of the profile likelihood: exclusion and discovery', () => {
    const bare: BinnedModel = { bins: 1, components: [[], []], nuisances: [] }
    const single = countsOf([30, 70], [-1e7, 0], [3e13, 0])
    const statistic: BinnedStatistic = { threshold: ONE_SIDED_90, reference: 'sm', direction: 'two-sided' }
    const exclusion = edgesOf(listed(binnedLimit(single, asimovData(single, bare), statistic).intervals(rayOf())))
    const closed = edgesOf(listed(sensitivityLimit(single, { kind: 'asimov', threshold: ONE_SIDED_90 }, 'two-sided').intervals(rayOf())))
    expect(exclusion).toHaveLength(closed.length)
    for (const [i, edge] of closed.entries()) close(exclusion[i], edge, 1e-9)
    const rule = { kind: 'discovery', significance: 5 } as const
    const seen = edgesOf(listed(discoveryLimit(single, bare, 5).intervals(rayOf())))
    const wanted = edgesOf(listed(sensitivityLimit(single, rule, 'two-sided').intervals(rayOf())))
    expect(seen).toHaveLength(wanted.length)
    for (const [i, edge] of wanted.entries()) close(seen[i], edge, 1e-9)
    expect(seen[0]).toBeGreaterThan(exclusion[0])
  })

  it('with an uncertain background discover less', () => {
    const sure: BinnedModel = { bins: 2, components: [[], []], nuisances: [] }
    const unsure: BinnedModel = { bins: 2, components: [[], [0]], nuisances: [{ id: 'background', central: 1, sigma: 0.3 }] }
    const two = countsOf([5, 1, 50, 50], [0, 0, 0, 0], [5e12, 1e12, 0, 0])
    const edge = (model: BinnedModel): number => edgesOf(listed(discoveryLimit(two, model, 5).intervals(rayOf())))[0]
    expect(edge(unsure)).toBeGreaterThan(edge(sure))
  })

  it('are the median of toys', () => {
    const { poisson } = toys(31)
    const bare: BinnedModel = { bins: 2, components: [[], []], nuisances: [] }
    const two = countsOf([20, 10, 40, 40], [0, 0, 0, 0], [20e12, 10e12, 0, 0])
    const statistic: BinnedStatistic = { threshold: TWO_SIDED_90, reference: 'minimum', direction: 'excess' }
    const [median] = edgesOf(listed(binnedLimit(two, asimovData(two, bare), statistic).intervals(rayOf())))
    const found = Array.from({ length: 301 }, () => {
      const observed = Float64Array.of(poisson(60), poisson(50))
      return edgesOf(listed(binnedLimit(two, { observed, model: bare }, statistic).intervals(rayOf())))[0]
    }).sort((p, q) => p - q)
    expect(Math.abs(found[150] / median - 1)).toBeLessThan(0.03)
  })

  it('have the edges of their rule', () => {
    close(sensitivityEdges(0, { kind: 'ninety-percent', confidence: 0.9 }).excess, Math.LN10, 1e-14)
    expect(sensitivityEdges(0, { kind: 'ninety-percent', confidence: 0.9 }).deficit).toBe(Number.POSITIVE_INFINITY)
    expect(sensitivityEdges(0, { kind: 'asimov', threshold: 2 })).toEqual({ excess: 1, deficit: Number.POSITIVE_INFINITY })
    expect(sensitivityEdges(10, { kind: 'discovery', significance: 5 }).deficit).toBe(Number.POSITIVE_INFINITY)
  })
})
