import { describe, expect, it } from 'vitest'
import { type Assumptions, assume } from '../../src/assumptions.ts'
import { type Constraint, type Interval, isSilent } from '../../src/constraints/index.ts'
import { couplingRay } from '../../src/couplings/boson.ts'
import { efficiencyXenon1tEr } from '../../src/data/efficiency-xenon1t-er.ts'
import { efficiencyXenonntEr } from '../../src/data/efficiency-xenonnt-er.ts'
import { column } from '../../src/data/table.ts'
import { xenon1tB0 } from '../../src/data/xenon1t-b0.ts'
import { xenon1tEr2020 } from '../../src/data/xenon1t-er-2020.ts'
import { xenonntEr2022 } from '../../src/data/xenonnt-er-2022.ts'
import { sharp, smeared, tabulatedEfficiency } from '../../src/detectors/index.ts'
import { DARK_MATTER } from '../../src/experiments/dark-matter/index.ts'
import { electronFluxSigma, xenonResolution } from '../../src/experiments/dark-matter/measured.ts'
import { solarCounts } from '../../src/experiments/dark-matter/solar-counts.ts'
import { solarFlux } from '../../src/experiments/dark-matter/solar-flux.ts'
import { electronWindow } from '../../src/experiments/dark-matter/windows.ts'
import { resolveModel } from '../../src/models/index.ts'
import { minimise } from '../../src/numerics/index.ts'

const MEASURED = ['xenon1t-2020', 'xenonnt-er-2022', 'lz-er-2022', 'lz-er-2024', 'xenonnt-8b-2024'] as const

function expectClose(found: number, expected: number, tolerance: number, about = ''): void {
  expect(Math.abs(found / expected - 1), `${about} ${found} against ${expected}`).toBeLessThan(tolerance)
}

const prepare = (id: string, assumptions: Assumptions): Promise<Constraint> =>
  DARK_MATTER.find((entry) => entry.id === id)!.prepare(assumptions)

function intervalsOf(constraint: Constraint, mass: number, model = 'mu-tau'): readonly Interval[] {
  const found = constraint.intervals(couplingRay(resolveModel(model), mass, constraint.assumptions))
  if (isSilent(found)) throw new Error(found.silent)
  return found
}

describe('what a limit says of itself', () => {
  it('with both directions, that 90 % holds for each side', async () => {
    for (const id of MEASURED) {
      const statement = async (settings: Readonly<Record<string, string>>) => (await prepare(id, assume('default', settings))).statement
      expect(await statement({})).toMatch(/; Δχ² 1.642, excess or deficit, 90 % each side$/)
      expect(await statement({ 'statistic.threshold': 'two-sided-90' })).toMatch(/; Δχ² 2.706, excess or deficit$/)
      expect(await statement({ 'statistic.direction': 'excess' })).toMatch(/; Δχ² 1.642, an excess alone$/)
    }
  })
})

describe('XENON1T in one bin, as amaral-2020', () => {
  const EXPOSURE_t_yr = 0.6473
  const BP = { mass: 0.015, one: 4.6e-4, two: 1.4e-3 }
  const of = (kineticMixing: string, settings: Record<string, string> = {}) => assume('amaral-2020', { kineticMixing, ...settings })

  it('events of the Standard Model and of the two benchmarks', async () => {
    const assumptions = of('loop-contact')
    const counts = solarCounts([electronWindow('Xe', [2, 30], EXPOSURE_t_yr)], await solarFlux(assumptions), assumptions)
    expectClose(counts.standard[0], 53.412824, 1e-4)
    const extra = (g: number): number => {
      const out = new Float64Array(1)
      counts.counts(couplingRay(resolveModel('mu-tau'), BP.mass, assumptions).at(g), out)
      return out[0] - counts.standard[0]
    }
    expectClose(extra(BP.one), 1.5941031, 1e-3)
    expectClose(extra(BP.two), 154.5417, 1e-3)
  })

  it('with the efficiency 47.3 in that window, and 231 up to 210 keV, where the collaboration has 220.7', async () => {
    const assumptions = of('loop-contact')
    const flux = await solarFlux(assumptions)
    const efficiency = tabulatedEfficiency(efficiencyXenon1tEr, { flatUpTo: 210 })
    const events = (from: number, to: number): number => {
      const response = {
        edges: [from, to],
        observable: sharp((e) => e, efficiency),
        recoils_keV: [from, to],
        exposure_t_yr: EXPOSURE_t_yr,
      } as const
      return solarCounts([{ recoil: 'electron', material: 'Xe', response }], flux, assumptions).standard[0]
    }
    expectClose(events(2, 30), 47.3, 2e-3)
    expectClose(events(1, 210), 231, 2e-3)
  })

  it.each([
    ['amaral-2020-v1', 'one-sided-90', 8.87e-4],
    ['amaral-2020-v1', 'two-sided-90', 9.34e-4],
    ['loop-contact', 'one-sided-90', 1.0864717e-3],
    ['loop-contact', 'two-sided-90', 1.1435051e-3],
  ])('%s, %s: the limit at 15 MeV is %d, not 1.4e-3', async (mixing, threshold, limit) => {
    const constraint = await prepare('xenon1t-2020', of(mixing, { 'statistic.threshold': threshold }))
    const [[lo, hi], ...rest] = intervalsOf(constraint, BP.mass)
    // The background of that calculation was 1224.5; these bins, averages of the curve, hold 1221.9: (13.1 + 45)/(10.5 + 45) in the counts.
    expectClose(lo, limit, 0.013)
    expect(hi).toBe(Number.POSITIVE_INFINITY)
    expect(rest).toEqual([])
    expect(constraint.unverified).toBeUndefined()
  })

  it('follows from the counts: the excess at the limit is the one in the data and 1.28 √N', async () => {
    const assumptions = of('loop-contact')
    const [[limit]] = intervalsOf(await prepare('xenon1t-2020', assumptions), BP.mass)
    const counts = solarCounts([electronWindow('Xe', [2, 30], EXPOSURE_t_yr)], await solarFlux(assumptions), assumptions)
    const out = new Float64Array(1)
    counts.counts(couplingRay(resolveModel('mu-tau'), BP.mass, assumptions).at(limit), out)
    const inside = (name: 'observed' | 'background') =>
      column(xenon1tEr2020, name)
        .slice(1)
        .reduce((sum, n) => sum + n, 0)
    const [n, b] = [inside('observed'), inside('background')]
    expectClose(out[0] - counts.standard[0], n - b + Math.sqrt(1.642 * n), 1e-9)
  })
})

describe('XENON1T, data', () => {
  it('1 to 7 keV: 285 observed, 232 expected, as printed', () => {
    const low = (name: 'observed' | 'background') =>
      column(xenon1tEr2020, name)
        .slice(0, 6)
        .reduce((sum, n) => sum + n, 0)
    expect(low('observed')).toBe(285)
    expectClose(low('background'), 232, 3e-3)
  })

  it('the bins of the background are averages of its curve', () => {
    const [energy, rate] = [column(xenon1tB0, 'energy'), column(xenon1tB0, 'rate')]
    const at = (e: number): number => {
      const i = Math.max(
        1,
        energy.findIndex((x) => x >= e),
      )
      return rate[i - 1] + ((rate[i] - rate[i - 1]) * (e - energy[i - 1])) / (energy[i] - energy[i - 1])
    }
    for (const [middle, , background] of xenon1tEr2020.rows) {
      const mean = Array.from({ length: 100 }, (_, k) => at(middle - 0.5 + (k + 0.5) / 100)).reduce((sum, r) => sum + r, 0) / 100
      expectClose(background / 0.6473, mean, 0.01)
    }
  })

  it('resolution moves recoils between bins, and loses none far from the threshold', () => {
    const observable = smeared(xenonResolution)
    const shares = Array.from({ length: 20 }, (_, b) => observable.share(15.3, 5 + b, 6 + b))
    expectClose(
      shares.reduce((sum, share) => sum + share, 0),
      1,
      1e-9,
    )
    expect(shares[10]).toBeLessThan(0.35)
  })
})

describe('profiled', () => {
  it('the background that may float weakens XENON1T against a fixed one', async () => {
    const options = { kineticMixing: 'loop-contact' }
    const fixed = intervalsOf(await prepare('xenon1t-2020', assume('default', { ...options, xenon1t: 'single-bin' })), 0.015)[0][0]
    const floating = intervalsOf(await prepare('xenon1t-2020', assume('default', options)), 0.015)[0][0]
    expect(floating / fixed).toBeGreaterThan(1.02)
    expect(floating / fixed).toBeLessThan(1.3)
  })

  it.each(MEASURED)('%s: intervals are where the strength is 1, zero coupling is allowed, and its numbers are marked', async (id) => {
    const constraint = await prepare(id, assume())
    expect(constraint.kind).toBe('exclusion')
    expect(constraint.confidence).toBe(0.9)
    expect(constraint.unverified).toBeTypeOf('string')
    for (const model of ['mu-tau', 'b-l']) {
      for (const mass of [1e-4, 0.02, 1]) {
        const ray = couplingRay(resolveModel(model), mass, constraint.assumptions)
        const intervals = intervalsOf(constraint, mass, model)
        expect(intervals.length).toBeGreaterThan(0)
        expect(intervals[0][0]).toBeGreaterThan(0)
        for (const edge of intervals.flat().filter((g) => g < Infinity)) {
          expectClose(constraint.strength(ray.at(edge)) as number, 1, 1e-5, `${id} ${model} ${mass}:`)
        }
        expect(constraint.strength(ray.at(0.3 * intervals[0][0]))).toBeLessThan(1)
      }
    }
  })

  it.each(MEASURED)('%s: the likelihood knows its nuisances, and no boson changes little', async (id) => {
    const constraint = await prepare(id, assume())
    const { nuisances, minus2LogL } = constraint.likelihood!
    const central = Float64Array.from(nuisances, (nuisance) => nuisance.central)
    const ray = couplingRay(resolveModel('mu-tau'), 0.01, constraint.assumptions)
    const [none, feeble, strong] = [ray.range[0], 1e-6, 0.05].map((g) => minus2LogL(ray.at(g), central))
    expectClose(feeble, none, 1e-4)
    expect(strong).toBeGreaterThan(none + 100)
  })

  it('heavy bosons reach limits that scale as g/m, since recoils carry little momentum against their mass', async () => {
    for (const id of MEASURED) {
      const constraint = await prepare(id, assume('default', { kineticMixing: 'loop-contact' }))
      const [a, b] = [1, 10].map((mass) => intervalsOf(constraint, mass)[0][0] / mass)
      expectClose(a, b, id === 'xenonnt-8b-2024' ? 1e-3 : 1e-6, id)
    }
  })

  it('electron recoils of light bosons reach limits on g that no longer depend on the mass', async () => {
    for (const id of MEASURED.slice(0, 4)) {
      const constraint = await prepare(id, assume())
      const [a, b] = [1e-6, 1e-7].map((mass) => intervalsOf(constraint, mass)[0][0])
      expectClose(a, b, 1e-3, id)
    }
  })

  it('newer and larger detectors reach further', async () => {
    const limits = await Promise.all(
      ['xenon1t-2020', 'xenonnt-er-2022', 'lz-er-2024', 'lz-er'].map(async (id) => intervalsOf(await prepare(id, assume()), 0.01)[0][0]),
    )
    expect(limits).toEqual([...limits].sort((a, b) => b - a))
  })

  it('the error of the solar rate on electrons is that of pp and ⁷Be', async () => {
    const assumptions = assume()
    const sigma = electronFluxSigma('Xe', await solarFlux(assumptions), assumptions)
    expect(sigma).toBeGreaterThan(0.005)
    expect(sigma).toBeLessThan(0.012)
  })

  it.each(MEASURED)('%s says why it is silent', async (id) => {
    const assumptions = assume('default', { kineticMixing: 'none' })
    const constraint = await prepare(id, assumptions)
    const silent = { silent: id === 'xenonnt-8b-2024' ? 'no coupling to quarks' : 'no coupling to electrons' }
    const ray = couplingRay(resolveModel('mu-tau'), 0.01, assumptions)
    expect(constraint.intervals(ray)).toEqual(silent)
    expect(constraint.strength(ray.at(1e-3))).toEqual(silent)
  })
})

describe('XENONnT, electron recoils', () => {
  it('what the published background lacks of the data are the solar neutrinos: counts of bins, not rates', async () => {
    const assumptions = assume()
    const efficiency = tabulatedEfficiency(efficiencyXenonntEr, { logarithmic: true, flatUpTo: 140 })
    const response = { edges: [0.5, 140], observable: sharp((e) => e, efficiency), recoils_keV: [0.5, 140], exposure_t_yr: 1.16 } as const
    const [neutrinos] = solarCounts([{ recoil: 'electron', material: 'Xe', response }], await solarFlux(assumptions), assumptions).standard
    const sum = (name: 'observed' | 'background') => column(xenonntEr2022, name).reduce((total, n) => total + n, 0)
    expect(neutrinos).toBeGreaterThan(250)
    expect(Math.abs(sum('observed') - sum('background') - neutrinos)).toBeLessThan(2 * Math.sqrt(sum('observed')))
  })
})

describe('XENONnT, solar ⁸B', () => {
  it('counts what it saw: 10.6 above 26.4, less than one and a half times the Standard Model’s', async () => {
    const constraint = await prepare('xenonnt-8b-2024', assume())
    expect(constraint.statement).toMatch(/37 observed, 26.4 ± 1.4 and 12.4 solar neutrinos expected/)
    const lower = await prepare('xenonnt-8b-2024', assume('default', { solarModel: 'b16-agss09' }))
    expect(lower.statement).toMatch(/and 10.2 solar neutrinos/)
  })

  it('profiles its nuisances: against a search along one after the other', async () => {
    const assumptions = assume('default', { kineticMixing: 'loop-contact', 'statistic.reference': 'sm', 'statistic.direction': 'excess' })
    const constraint = await prepare('xenonnt-8b-2024', assumptions)
    const ray = couplingRay(resolveModel('mu-tau'), 1, assumptions)
    const [[limit]] = intervalsOf(constraint, 1)
    const { nuisances, minus2LogL } = constraint.likelihood!
    expect(nuisances.map(({ id }) => id)).toEqual(['flux.8B', 'xenonnt-8b-2024.signal', 'xenonnt-8b-2024.background'])
    const profiled = (g: number): number => {
      const boson = ray.at(g)
      const theta = Float64Array.from(nuisances, ({ central }) => central)
      const value = (): number =>
        minus2LogL(boson, theta) + nuisances.reduce((sum, { central, sigma }, k) => sum + ((theta[k] - central) / sigma) ** 2, 0)
      let least = value()
      for (let round = 0; round < 60; round++) {
        for (let k = 0; k < theta.length; k++) {
          const along = (x: number): number => {
            theta[k] = x
            return value()
          }
          const { x } = minimise(along, 0.05, 3, 1e-10)
          least = along(x)
        }
      }
      return least
    }
    expectClose(profiled(limit) - profiled(ray.range[0]), 1.642, 1e-4)
    // Profiling helps the boson: with all nuisances where they were the same coupling looks worse.
    const central = Float64Array.from(nuisances, () => 1)
    expect(minus2LogL(ray.at(limit), central) - minus2LogL(ray.at(ray.range[0]), central)).toBeGreaterThan(2)
  })
})
