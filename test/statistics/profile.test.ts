import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { minimise } from '../../src/numerics/index.ts'
import type { BinnedModel } from '../../src/statistics/binned-model.ts'
import { discoverySignificance, poissonDeviance } from '../../src/statistics/counting.ts'
import { profileLikelihood } from '../../src/statistics/profile.ts'
import { toys } from './toys.ts'

const close = (value: number, expected: number, tolerance: number, what = ''): void =>
  expect(Math.abs(value - expected), `${what} ${value} ${expected}`).toBeLessThan(tolerance * (1 + Math.abs(expected)))

/** Minimum over two nuisances by nested golden sections: no derivatives, no code shared. */
function nestedMinimum(value: (a: number, b: number) => number, lo: number, hi: number): number {
  return minimise((a) => minimise((b) => value(a, b), lo, hi, 1e-9).value, lo, hi, 1e-9).value
}

describe('the profile likelihood', () => {
  it('without nuisances is the sum of deviances', () => {
    const likelihood = profileLikelihood({ bins: 3, components: [[]], nuisances: [] })
    const [observed, expected] = [Float64Array.of(0, 5, 1e5), Float64Array.of(2, 7, 1e5 + 100)]
    const sum = [0, 1, 2].reduce((total, b) => total + poissonDeviance(observed[b], expected[b]), 0)
    close(likelihood.minimum(observed, expected), sum, 1e-14)
  })

  it('finds the minimum that derivative-free nested searches find', () => {
    const size = fc.double({ min: 0, max: 50, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(size, { minLength: 9, maxLength: 9 }),
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 3, maxLength: 3 }),
        fc.double({ min: 0.02, max: 1, noNaN: true }),
        fc.double({ min: 0.02, max: 1, noNaN: true }),
        (parts, counts, s0, s1) => {
          const expected = Float64Array.from(parts, (x) => x + 0.1)
          const observed = Float64Array.from(counts)
          const likelihood = profileLikelihood({
            bins: 3,
            components: [[0], [1], [0, 1]],
            nuisances: [
              { id: 'a', central: 1, sigma: s0 },
              { id: 'b', central: 1.1, sigma: s1 },
            ],
          })
          const independent = nestedMinimum(
            (a, b) => {
              let sum = ((a - 1) / s0) ** 2 + ((b - 1.1) / s1) ** 2
              for (let bin = 0; bin < 3; bin++) {
                const nu = a * expected[bin] + b * expected[3 + bin] + a * b * expected[6 + bin]
                sum += 2 * (nu - observed[bin]) + (observed[bin] > 0 ? 2 * observed[bin] * Math.log(observed[bin] / nu) : 0)
              }
              return sum
            },
            1e-7,
            30,
          )
          const found = likelihood.minimum(observed, expected)
          // Never above the other search, and below it only by what that one missed.
          expect(found).toBeLessThan(independent + 1e-7 * (1 + independent))
          close(found, likelihood.minus2LogL(observed, expected, likelihood.best) + likelihood.constraints(likelihood.best), 1e-12)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('of one bin with a Gaussian background has a closed form', () => {
    const likelihood = profileLikelihood({ bins: 1, components: [[], [0]], nuisances: [{ id: 'b', central: 1, sigma: 0.1 }] })
    const [s, b, w] = [20, 100, 100]
    for (const n of [0, 60, 110, 400]) {
      // ν = s + θ b solves b (n/ν − 1) = w (θ − 1): w ν² + (b² − w (s + b)) ν − n b² = 0
      const half = 0.5 * (b * b - w * (s + b))
      const nu = (-half + Math.sqrt(half * half + w * n * b * b)) / w
      const theta = (nu - s) / b
      const found = likelihood.minimum(Float64Array.of(n), Float64Array.of(s, b))
      if (theta > 0) close(found, poissonDeviance(n, nu) + w * (theta - 1) ** 2, 1e-11)
      else expect(likelihood.best[0]).toBeLessThan(1e-6)
    }
  })

  it('by Gauss is a linear fit: the textbook χ² with correlated errors', () => {
    const model: BinnedModel = {
      bins: 2,
      components: [[0]],
      nuisances: [{ id: 'n', central: 1, sigma: 0.085 }],
      sigmas: Float64Array.of(5, 7),
    }
    const likelihood = profileLikelihood(model)
    const [n, nu] = [Float64Array.of(110, 80), Float64Array.of(100, 90)]
    // rᵀ (diag σ² + s² ν νᵀ)⁻¹ r
    const [a, b, c] = [25 + (0.085 * 100) ** 2, 0.085 ** 2 * 100 * 90, 49 + (0.085 * 90) ** 2]
    const [x, y] = [10, -10]
    close(likelihood.minimum(n, nu), (c * x * x - 2 * b * x * y + a * y * y) / (a * c - b * b), 1e-11)
  })

  it('does not depend on what was asked before', () => {
    const build = () =>
      profileLikelihood({
        bins: 2,
        components: [[0], [1], []],
        nuisances: [
          { id: 'a', central: 1, sigma: Number.POSITIVE_INFINITY },
          { id: 'b', central: 1, sigma: 0.2 },
        ],
      })
    const busy = build()
    const { uniform, poisson } = toys(9)
    for (let n = 0; n < 300; n++) {
      const scale = 10 ** (6 * uniform() - 2)
      const expected = Float64Array.from({ length: 6 }, () => scale * uniform())
      const observed = Float64Array.of(poisson(Math.min(1e4, scale * 2 * uniform())), poisson(Math.min(1e4, scale * 2 * uniform())))
      close(busy.minimum(observed, expected), build().minimum(observed, expected), 1e-9)
    }
  })

  it('lets a component vanish that the data do not want, and does not forget how to bring it back', () => {
    const likelihood = profileLikelihood({
      bins: 2,
      components: [[0], []],
      nuisances: [{ id: 's', central: 1, sigma: Number.POSITIVE_INFINITY }],
    })
    const expected = Float64Array.of(0, 10, 50, 20)
    close(likelihood.minimum(Float64Array.of(50, 12), expected), poissonDeviance(12, 20), 1e-8)
    expect(likelihood.best[0]).toBeLessThan(1e-6)
    close(likelihood.minimum(Float64Array.of(50, 45), expected), 0, 1e-12)
    expect(Math.abs(likelihood.best[0] - 2.5)).toBeLessThan(1e-6)
  })

  it('is sound at the extremes: empty bins, counts of 1e5, tiny and huge templates', () => {
    const likelihood = profileLikelihood({
      bins: 3,
      components: [[0], [1]],
      nuisances: [
        { id: 'a', central: 1, sigma: 0.01 },
        { id: 'b', central: 1, sigma: 3 },
      ],
    })
    close(likelihood.minimum(Float64Array.of(0, 0, 0), new Float64Array(6)), 0, 1e-15)
    expect(likelihood.minimum(Float64Array.of(1, 0, 0), new Float64Array(6))).toBe(Number.POSITIVE_INFINITY)
    const many = likelihood.minimum(Float64Array.of(1e5, 2e5, 0), Float64Array.of(1e5, 1e5, 0, 0, 1e5, 1e-9))
    expect(many).toBeGreaterThanOrEqual(0)
    expect(many).toBeLessThan(1e-6)
    expect(likelihood.minimum(Float64Array.of(3, 0, 1), Float64Array.of(1e-12, 1e-12, 1e-12, 1e7, 1e7, 1e7))).toBeGreaterThan(0)
    for (const value of likelihood.best) expect(Number.isFinite(value)).toBe(true)
  })

  it('has an Asimov data set whose significance is the closed form, background uncertainty included', () => {
    const likelihood = profileLikelihood({
      bins: 2,
      components: [[0]],
      nuisances: [{ id: 'b', central: 1, sigma: Number.POSITIVE_INFINITY }],
    })
    // A counter beside that measures the background: τ b counts, σ² = b/τ.
    const [signal, background, tau] = [40, 100, 2.5]
    const q = likelihood.minimum(Float64Array.of(signal + background, tau * background), Float64Array.of(background, tau * background))
    close(Math.sqrt(q), discoverySignificance(signal, background, Math.sqrt(background / tau)), 1e-9)
  })

  it('covers: q of the true signal exceeds 2.706 in ten per cent of toys, nuisances fluctuating', () => {
    const { normal, poisson } = toys(21)
    const [signal, background] = [Float64Array.of(2, 10, 25, 10, 2), Float64Array.of(40, 30, 25, 20, 15)]
    const sigma = 0.1
    const expected = new Float64Array(10)
    let outside = 0
    let excess = 0
    const TOYS = 2000
    for (let n = 0; n < TOYS; n++) {
      const observed = Float64Array.from(signal, (s, b) => poisson(s + background[b]))
      const measured = Math.max(0.2, 1 + sigma * normal())
      const nuisance = { id: 'background', central: measured, sigma }
      expected.set(signal)
      expected.set(background, 5)
      const tested = profileLikelihood({ bins: 5, components: [[], [0]], nuisances: [nuisance] }).minimum(observed, expected)
      const free = profileLikelihood({
        bins: 5,
        components: [[1], [0]],
        nuisances: [nuisance, { id: 'mu', central: 1, sigma: Number.POSITIVE_INFINITY }],
      })
      const q = tested - free.minimum(observed, expected)
      expect(q).toBeGreaterThan(-1e-9)
      if (q > 2.705543) {
        outside++
        if (free.best[1] > 1) excess++
      }
    }
    // √(0.1 · 0.9 / 2000) = 0.0067
    expect(Math.abs(outside / TOYS - 0.1)).toBeLessThan(0.02)
    expect(Math.abs(excess / TOYS - 0.05)).toBeLessThan(0.015)
  })

  it('has the slope of its minima: a difference quotient along which the nuisances follow, by Poisson and by Gauss', () => {
    const expected = Float64Array.of(30, 20, 10, 40, 40, 40)
    const change = Float64Array.of(5, 9, -2, 0, 1, 0)
    const observed = Float64Array.of(80, 66, 41)
    for (const sigmas of [undefined, Float64Array.of(8, 9, 5)]) {
      const nuisances = [
        { id: 'a', central: 1, sigma: 0.1 },
        { id: 'b', central: 1.1, sigma: 0.2 },
        { id: 'c', central: 1, sigma: Number.POSITIVE_INFINITY },
      ]
      const likelihood = profileLikelihood({ bins: 3, components: [[0, 1], [2]], nuisances, sigmas })
      const at = (t: number): number =>
        likelihood.minimum(
          observed,
          expected.map((n, i) => n + t * change[i]),
        )
      for (const t of [0, 1, 3, -1]) {
        const quotient = (at(t + 1e-4) - at(t - 1e-4)) / 2e-4
        at(t)
        close(likelihood.slope(change), quotient, 1e-7, `t = ${t}`)
      }
    }
  })

  it('refuses nonsense by name', () => {
    const nuisance = { id: 'flux.8B', central: 1, sigma: 0.1 }
    expect(() => profileLikelihood({ bins: 1, components: [[0]], nuisances: [{ ...nuisance, sigma: 0 }] })).toThrow(/flux\.8B/)
    expect(() => profileLikelihood({ bins: 1, components: [[0]], nuisances: [{ ...nuisance, central: 0 }] })).toThrow(/flux\.8B/)
    expect(() => profileLikelihood({ bins: 1, components: [[1]], nuisances: [nuisance] })).toThrow(InputError)
    expect(() => profileLikelihood({ bins: 1, components: [[0]], nuisances: [nuisance], sigmas: Float64Array.of(0) })).toThrow(/sigmas/)
  })
})
