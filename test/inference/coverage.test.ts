import { describe, expect, it } from 'vitest'
import { couplingRay } from '../../src/couplings/index.ts'
import { combine, deltaChi2At, fit, mockConstraints, modelSpace, profileIntervals } from '../../src/inference/index.ts'
import { resolveModel } from '../../src/models/index.ts'
import { minimise, poissonPmf } from '../../src/numerics/index.ts'
import { type BinnedModel, poissonDeviance } from '../../src/statistics/index.ts'
import { assumptions, close, growingCounts, toyConstraint } from './toys.ts'

const LEVELS = [0.6827, 0.9]
const ray = couplingRay(resolveModel('mu-tau'), 0.02, assumptions)
const TRUE = 1e-3
const truth = ray.at(TRUE)

/** The share of toy experiments whose interval of the coupling holds the true one, at each level. */
function coverage(standard: readonly number[], perSquare: readonly number[], model: BinnedModel, toys: number): number[] {
  const constraint = toyConstraint('toy', growingCounts(standard, perSquare), { observed: new Float64Array(model.bins), model })
  const covered = LEVELS.map(() => 0)
  for (let seed = 0; seed < toys; seed++) {
    const line = combine(mockConstraints([constraint], () => truth, { seed })).along(() => ray)
    // One signal in ln g: a valley, or a fall to no coupling at all.
    const valley = minimise((x) => line.profiled(Math.exp(x)), Math.log(TRUE) - 3, Math.log(TRUE) + 1.5, 1e-6).value
    const excess = line.profiled(TRUE) - Math.min(valley, line.profiled(0))
    for (const [k, level] of LEVELS.entries()) if (excess <= deltaChi2At(level, 1)) covered[k]++
  }
  return covered.map((count) => count / toys)
}

const perSquare = (signal: number): number => signal / TRUE ** 2

describe('the intervals of a coupling cover it', () => {
  it('within two per cent, for Gaussian data with a shared nuisance', () => {
    const model: BinnedModel = {
      bins: 2,
      components: [[0], []],
      nuisances: [{ id: 'flux', central: 1, sigma: 0.05 }],
      sigmas: Float64Array.of(8, 12),
    }
    const shares = coverage([100, 150, 300, 200], [perSquare(60), perSquare(90), 0, 0], model, 3000)
    for (const [k, share] of shares.entries()) expect(Math.abs(share - LEVELS[k]), `${share}`).toBeLessThan(0.02)
  })

  it('within two per cent, for a Poisson mean of 1000 and more, background profiled', () => {
    const model: BinnedModel = { bins: 2, components: [[], [0]], nuisances: [{ id: 'background', central: 1, sigma: 0.03 }] }
    const shares = coverage([0, 0, 1000, 1500], [perSquare(300), perSquare(10), 0, 0], model, 3000)
    for (const [k, share] of shares.entries()) expect(Math.abs(share - LEVELS[k]), `${share}`).toBeLessThan(0.02)
  })

  it.each([
    [0.5, 2],
    [3, 4],
    [12, 9],
    [60, 40],
  ])('as often as summed exactly, for a background of %f and a signal of %f', (background, signal) => {
    const model: BinnedModel = { bins: 1, components: [[]], nuisances: [] }
    const mean = background + signal
    // The best mean is n, but not below the background.
    const excess = (n: number): number => poissonDeviance(n, mean) - poissonDeviance(n, Math.max(n, background))
    const exact = LEVELS.map((level) => {
      let sum = 0
      for (let n = 0; n < mean + 12 * Math.sqrt(mean) + 30; n++) if (excess(n) <= deltaChi2At(level, 1)) sum += poissonPmf(n, mean)
      return sum
    })
    const toys = 3000
    const shares = coverage([background], [perSquare(signal)], model, toys)
    for (const [k, share] of shares.entries()) {
      const error = Math.sqrt((exact[k] * (1 - exact[k])) / toys)
      expect(Math.abs(share - exact[k]), `${share} against ${exact[k]}`).toBeLessThan(3.5 * error + 1e-9)
    }
    // Counts are whole: what is exact need not be the level.
    expect(exact[0]).toBeGreaterThan(0.5)
  })
})

describe('a fit of toys', () => {
  const model: BinnedModel = {
    bins: 1,
    components: [[], [0]],
    nuisances: [{ id: 'flux', central: 1, sigma: 0.1 }],
    sigmas: Float64Array.of(5),
  }
  const constraint = toyConstraint('toy', growingCounts([0, 50], [perSquare(1), 0]), { observed: Float64Array.of(0), model })
  const space = modelSpace(resolveModel('mu-tau'), { masses: [0.02, 0.03], couplings: [1e-4, 3e-2] })

  it('has intervals that are those of a Gaussian signal, and so cover it as often', () => {
    const strong = ray.at(8e-3)
    const covered = LEVELS.map(() => 0)
    const toys = 50
    for (let seed = 0; seed < toys; seed++) {
      const mocked = mockConstraints([constraint], () => strong, { seed })
      const { observed, model } = mocked[0].likelihood!.binned!.data
      const found = fit(combine(mocked), space)
      // Of 50 θ + s with θ measured as θ₀ ± 0.1: s = n − 50 θ₀, with the errors of both.
      const [measured, error] = [observed[0] - 50 * model.nuisances[0].central, Math.hypot(5, 5)]
      for (const [k, level] of LEVELS.entries()) {
        const [[lo, hi]] = profileIntervals(found, 'coupling', level)
        const z = Math.sqrt(deltaChi2At(level, 1))
        close(hi ** 2 / TRUE ** 2, measured + z * error, 1e-4)
        const from = measured - z * error
        if (from > 0.1) close(lo ** 2 / TRUE ** 2, from, 1e-4)
        if (lo <= 8e-3 && 8e-3 <= hi) covered[k]++
      }
    }
    for (const [k, count] of covered.entries()) {
      expect(Math.abs(count / toys - LEVELS[k])).toBeLessThan(3.5 * Math.sqrt((LEVELS[k] * (1 - LEVELS[k])) / toys))
    }
  })

  it('finds an improvement without a boson as often as p says: a rate that rises with g² leaves half of them none', () => {
    const toys = 150
    const chances = Array.from({ length: toys }, (_, seed) => {
      const mocked = mockConstraints([constraint], () => ray.at(1e-9), { seed })
      const found = fit(combine(mocked), space)
      expect(found.isTwoSided).toBe(false)
      return found.pLocal
    })
    for (const p of [0.05, 0.3173]) {
      const share = chances.filter((chance) => chance < p).length / toys
      expect(Math.abs(share - p), `${share} below ${p}`).toBeLessThan(3.5 * Math.sqrt((p * (1 - p)) / toys))
    }
  })

  it('takes both sides for possible where interference takes away before the rate adds', () => {
    // 50 − 20 + …: as far below as above.
    const counts = { ...growingCounts([50], [0]), growth: () => ({ linear: Float64Array.of(-2e7), quadratic: Float64Array.of(5e12) }) }
    const data = { observed: Float64Array.of(0), model: { bins: 1, components: [[]], nuisances: [], sigmas: Float64Array.of(5) } }
    const toys = 150
    const chances = Array.from({ length: toys }, (_, seed) => {
      const found = fit(combine(mockConstraints([toyConstraint('dip', counts, data)], () => ray.at(2e-3), { seed })), space)
      expect(found.isTwoSided).toBe(true)
      return found.pLocal
    })
    for (const p of [0.05, 0.3173]) {
      const share = chances.filter((chance) => chance < p).length / toys
      expect(Math.abs(share - p), `${share} below ${p}`).toBeLessThan(3.5 * Math.sqrt((p * (1 - p)) / toys))
    }
  })
})

describe('mock data', () => {
  it('have the means and the spread they should, and nuisances measured once for all', () => {
    const flux = { id: 'flux', central: 1, sigma: 0.1 }
    const counted = toyConstraint('counted', growingCounts([30], [perSquare(20)]), {
      observed: Float64Array.of(0),
      model: { bins: 1, components: [[0]], nuisances: [flux] },
    })
    const measured = toyConstraint('measured', growingCounts([5], [perSquare(2)]), {
      observed: Float64Array.of(0),
      model: { bins: 1, components: [[0]], nuisances: [flux], sigmas: Float64Array.of(0.5) },
    })
    const toys = 4000
    const sums = [0, 0, 0, 0, 0, 0]
    for (let seed = 0; seed < toys; seed++) {
      const [a, b] = mockConstraints([counted, measured], () => truth, { seed }).map(({ likelihood }) => likelihood!.binned!.data)
      expect(b.model.nuisances).toEqual(a.model.nuisances)
      const values = [a.observed[0], b.observed[0], a.model.nuisances[0].central]
      for (const [k, value] of values.entries()) {
        sums[2 * k] += value
        sums[2 * k + 1] += value * value
      }
      expect(Number.isInteger(values[0])).toBe(true)
    }
    for (const [k, [mean, variance]] of [
      [50, 50],
      [7, 0.25],
      [1, 0.01],
    ].entries()) {
      const found = sums[2 * k] / toys
      expect(Math.abs(found - mean)).toBeLessThan(4 * Math.sqrt(variance / toys))
      expect(Math.abs(sums[2 * k + 1] / toys - found * found - variance)).toBeLessThan(4 * variance * Math.sqrt(2.1 / toys))
    }
  })

  it('lie within either of two unequal errors as often: χ² at the truth is that of one degree of freedom', () => {
    const lopsided = toyConstraint('lopsided', growingCounts([1], [perSquare(0.5)]), {
      observed: Float64Array.of(0),
      model: { bins: 1, components: [[]], nuisances: [], sigmas: Float64Array.of(1.73), sigmasBelow: Float64Array.of(0.72) },
    })
    const toys = 4000
    let [sum, above] = [0, 0]
    for (let seed = 0; seed < toys; seed++) {
      const mocked = mockConstraints([lopsided], () => truth, { seed })
      sum += combine(mocked)
        .along(() => ray)
        .profiled(TRUE)
      if (mocked[0].likelihood!.binned!.data.observed[0] > 1.5) above++
    }
    expect(Math.abs(sum / toys - 1)).toBeLessThan(4 * Math.sqrt(2 / toys))
    expect(Math.abs(above / toys - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / toys))
  })

  it('of one constraint do not depend on the others, nor on their order', () => {
    const model: BinnedModel = { bins: 1, components: [[]], nuisances: [], sigmas: Float64Array.of(3) }
    const [a, b] = ['one', 'other'].map((id) =>
      toyConstraint(id, growingCounts([9], [perSquare(1)]), { observed: Float64Array.of(0), model }),
    )
    const drawn = (constraints: (typeof a)[]) =>
      mockConstraints(constraints, () => truth, { seed: 3 }).map(({ likelihood }) => likelihood!.binned!.data.observed[0])
    const [ofOne, ofOther] = drawn([a, b])
    expect(drawn([b, a])).toEqual([ofOther, ofOne])
    expect(drawn([b])).toEqual([ofOther])
    expect(ofOne).not.toBe(ofOther)
  })

  it('are the same for one seed, and the expectation without one', () => {
    const model: BinnedModel = { bins: 2, components: [[]], nuisances: [], sigmas: Float64Array.of(3, 4) }
    const toy = toyConstraint('toy', growingCounts([9, 16], [perSquare(1), perSquare(2)]), {
      observed: Float64Array.of(0, 0),
      model,
      isCounting: true,
    })
    const drawn = (seed?: number) => mockConstraints([toy], () => truth, { seed })[0].likelihood!.binned!.data
    expect(drawn(7).observed).toEqual(drawn(7).observed)
    expect(drawn(7).observed).not.toEqual(drawn(8).observed)
    expect([...drawn().observed]).toEqual([10, 18])
    // Errors of counting grow with the root of the counts.
    close(drawn().model.sigmas![0], Math.sqrt(10), 1e-12)
    close(drawn().model.sigmas![1], Math.sqrt(18), 1e-12)
    expect(() => mockConstraints([{ ...toy, likelihood: undefined }], () => truth)).toThrow(/constraint: toy has no data/)
    expect(() => drawn(-1)).toThrow(/seed/)
  })
})
