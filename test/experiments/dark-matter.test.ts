import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Assumptions, assume } from '../../src/assumptions.ts'
import { type Constraint, confidenceText, type Interval, isSilent } from '../../src/constraints/index.ts'
import { couplingRay } from '../../src/couplings/boson.ts'
import { electronTarget, freeElectrons } from '../../src/detectors/index.ts'
import { DARK_MATTER } from '../../src/experiments/dark-matter/index.ts'
import { solarCounts } from '../../src/experiments/dark-matter/solar-counts.ts'
import { solarFlux } from '../../src/experiments/dark-matter/solar-flux.ts'
import { electronWindow, nuclearWindow } from '../../src/experiments/dark-matter/windows.ts'
import { defineModel, resolveModel } from '../../src/models/index.ts'
import { buildMoments } from '../../src/neutrinos/index.ts'
import { bosonPotential } from '../../src/neutrinos/solar/oscillation.ts'
import { integrate } from '../../src/numerics/index.ts'
import { couplingForMoment, electronRecoilRate, electronScattering, scatteringOptions } from '../../src/processes/index.ts'
import { MASSES, PLANS, ROUNDED } from './dark-matter.reference.ts'

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

const published = (solarModel: Assumptions['solarModel']) => assume('amaral-2020', { kineticMixing: 'loop-contact', solarModel })

/** Numbers in a statement: neutrinos, backgrounds, excess. */
const numbers = ({ statement }: Constraint): number[] =>
  /: ([\d.e+]+) solar neutrinos on ([\d.e+]+) others expected; ([\d.e+]+) more/.exec(statement)!.slice(1).map(Number)

describe('Table II of amaral-2020 against an independent calculation', () => {
  it.each(PLANS)('%s %s', async (solarModel, id, neutrinos, background, excess, couplings, tolerance) => {
    const constraint = await prepare(id, published(solarModel))
    const [n, b, s] = numbers(constraint)
    expectClose(n, neutrinos, id === 'lz-nr' ? 0.01 : 2e-3, 'neutrinos')
    if (background === 0) expect(b).toBe(0)
    else expectClose(b, background, 7e-3, 'background')
    expectClose(s, excess, 3e-3, 'excess')
    for (const [i, mass] of MASSES.entries()) {
      const found = intervalsOf(constraint, mass)
      expect(found).toHaveLength(1)
      expectClose(found[0][0], couplings[i], tolerance, `${mass} GeV:`)
      expect(found[0][1]).toBe(Number.POSITIVE_INFINITY)
    }
  })

  it.each(ROUNDED)('%s, to the digits kept', async (id, neutrinos, background, excess, couplings) => {
    const constraint = await prepare(id, published('b16-gs98'))
    const [n, b, s] = numbers(constraint)
    expectClose(n, neutrinos, 4e-3, 'neutrinos')
    if (background === 0) expect(b).toBe(0)
    else expectClose(b, background, 0.013, 'background')
    expectClose(s, excess, 0.025, 'excess')
    for (const [i, mass] of MASSES.entries()) expectClose(intervalsOf(constraint, mass)[0][0], couplings[i], 0.035, `${mass} GeV:`)
  })

  it('the 4π² of its first version makes couplings smaller by √(2/3)', async () => {
    const early = await prepare('darwin-nr-er', assume('amaral-2020'))
    const contact = await prepare('darwin-nr-er', published('b16-gs98'))
    for (const mass of MASSES) {
      expectClose(intervalsOf(early, mass)[0][0] / intervalsOf(contact, mass)[0][0], Math.sqrt(2 / 3), 1e-9)
    }
    expectClose(intervalsOf(early, 0.03)[0][0], 4.248209e-4, 5e-4)
  })
})

describe('the 2σ band of (g−2) that amaral-2020 compares with, 279 ± 2 × 76', () => {
  it.each([
    ['lz-nr-er', 'amaral-2020-v1', 0.0395],
    ['lz-nr-er', 'loop-contact', 0.028],
    ['darwin-nr-er', 'amaral-2020-v1', 0.09155],
    ['darwin-nr-er', 'loop-contact', 0.06202],
  ])('%s, %s: its upper edge is tested up to %d GeV, not to the 0.07 and 0.1 printed', async (id, kineticMixing, mass) => {
    const constraint = await prepare(id, assume('amaral-2020', { kineticMixing }))
    const above = (m: number): number => intervalsOf(constraint, m)[0][0] / couplingForMoment(m, (279 + 2 * 76) * 1e-11)
    expect(above(0.98 * mass)).toBeLessThan(1)
    expect(above(1.02 * mass)).toBeGreaterThan(1)
  })
})

describe('octant of θ₂₃ and the sign of the interference', () => {
  const at = (oscillation: Assumptions['oscillation'], direction: string, id = 'darwin-nr-er') =>
    prepare(id, assume('amaral-2020', { kineticMixing: 'loop-contact', oscillation, 'statistic.direction': direction }))

  it('in the lower octant ν_μ outnumber ν_τ: nuclei recoil less often before they recoil more often', async () => {
    const mass = 0.03
    expectClose(intervalsOf(await at('nufit-6.0-sk', 'excess'), mass)[0][0], 1e-3, 0.01)
    expectClose(intervalsOf(await at('nufit-6.0', 'excess'), mass)[0][0], 6.7e-4, 0.01)
    const both = intervalsOf(await at('nufit-6.0-sk', 'two-sided'), mass)
    expect(both).toHaveLength(2)
    expectClose(both[0][0], 3.16e-4, 0.01)
    expectClose(both[1][0], intervalsOf(await at('nufit-6.0-sk', 'excess'), mass)[0][0], 1e-12)
    expect(both[0]).toEqual(intervalsOf(await at('nufit-6.0-sk', 'deficit'), mass)[0])
  })

  it('the island between deficit and excess is allowed, and strength is 1 on all edges', async () => {
    for (const direction of ['excess', 'deficit', 'two-sided']) {
      const constraint = await at('nufit-6.0-sk', direction)
      const ray = couplingRay(resolveModel('mu-tau'), 0.03, constraint.assumptions)
      const intervals = intervalsOf(constraint, 0.03)
      for (const edge of intervals.flat().filter((g) => g > 0 && g < Infinity)) {
        expectClose(constraint.strength(ray.at(edge)) as number, 1, 1e-8)
      }
      for (const g of [1e-5, 2e-4, 5e-4, 9.5e-4, 2e-3, 0.1]) {
        const isExcluded = intervals.some(([lo, hi]) => g >= lo && g <= hi)
        expect((constraint.strength(ray.at(g)) as number) >= 1, `${direction} ${g}`).toBe(isExcluded)
      }
    }
  })

  it('without interference there is nothing to cancel: no island, and octants differ by little', async () => {
    const ends = await Promise.all(
      (['nufit-6.0-sk', 'nufit-6.0'] as const).map(async (oscillation) => {
        const constraint = await prepare('darwin-nr-er', assume('default', { interference: 'none', oscillation }))
        const found = intervalsOf(constraint, 0.03)
        expect(found).toHaveLength(1)
        return found[0][0]
      }),
    )
    expectClose(ends[0], ends[1], 0.03)
  })
})

describe('windows', () => {
  it('electrons: the counts are the integral of the spectrum, any boson, over the steps at the shells', async () => {
    const assumptions = assume()
    const flux = await solarFlux(assumptions)
    const counts = solarCounts([electronWindow('Ge', [0.12, 50], 0.04)], flux, assumptions)
    const target = electronTarget('Ge')
    const boson = couplingRay(resolveModel('mu-tau'), 0.004, assumptions).at(3e-3)
    const out = new Float64Array(1)
    counts.counts(boson, out)
    const rate = (recoil: number): number =>
      electronRecoilRate(
        target,
        flux.moments,
        recoil,
        0.004,
        electronScattering(boson.couplingsAt(0)),
        scatteringOptions(assumptions),
      ).reduce((sum, term) => sum + term, 0)
    const breaks = target.breaks_keV.filter((edge) => edge > 0.12 && edge < 50)
    expectClose(out[0], 0.04 * integrate(rate, 0.12, 50, { relTol: 1e-9, breaks, maxIntervals: 5000 }), 1e-6)
    expect(freeElectrons(target, 0.12)).toBeLessThan(freeElectrons(target, 50))
  })

  it('nuclei: nothing lies beyond the greatest recoil of hep neutrinos', async () => {
    const assumptions = assume()
    const flux = await solarFlux(assumptions)
    const all = solarCounts([nuclearWindow('Xe', [0.6, 100], 1)], flux, assumptions).standard[0]
    const low = solarCounts([nuclearWindow('Xe', [0.6, 3], 1)], flux, assumptions).standard[0]
    const high = solarCounts([nuclearWindow('Xe', [3, 5.8], 1)], flux, assumptions).standard[0]
    expectClose(low + high, all, 1e-6)
  })

  it('counts add up over channels and grow with the exposure; backgrounds follow as they are', async () => {
    const assumptions = assume()
    const flux = await solarFlux(assumptions)
    const [electrons, nuclei] = [electronWindow('Xe', [0.6, 30], 7), nuclearWindow('Xe', [0.6, 30], 7)]
    const one = (channels: Parameters<typeof solarCounts>[0]): number => solarCounts(channels, flux, assumptions).standard[0]
    expectClose(one([electrons, nuclei]), one([electrons]) + one([nuclei]), 1e-12)
    expectClose(one([electronWindow('Xe', [0.6, 30], 14)]), 2 * one([electrons]), 1e-12)
    expect([...solarCounts([electrons], flux, assumptions, [5], [6]).standard.slice(1)]).toEqual([5, 6])
  })

  it('electrons that leak into the window of nuclei are signal, unless as printed: they decide for light bosons', async () => {
    const right = await prepare('lz-nr', assume())
    const printed = await prepare('lz-nr', assume('default', { recipe: 'as-printed' }))
    expect(intervalsOf(right, 1e-3)[0][0]).toBeLessThan(0.1 * intervalsOf(printed, 1e-3)[0][0])
    expectClose(intervalsOf(right, 0.3)[0][0], intervalsOf(printed, 0.3)[0][0], 0.05)
  })
})

describe('a boson that acts in the Sun', () => {
  const massMixed = defineModel({ id: 'Le−Lμ, sin θ = 1e-6', charges: 'Le-Lmu', massMixing: 1e-6 })
  it.each([
    ['along its ray', resolveModel('e-mu')],
    ['with couplings in proportion to nothing', massMixed],
  ] as const)('is counted with its potential, %s: interpolated against computed outright', async (_, model) => {
    const assumptions = assume()
    const flux = await solarFlux(assumptions)
    const channels = [electronWindow('Xe', [0.6, 30], 200), nuclearWindow('Xe', [0.6, 100], 200)]
    const counts = solarCounts(channels, flux, assumptions)
    const ray = couplingRay(model, 0.01, assumptions)
    expect(counts.growth(ray)).toBeUndefined()
    const [found, expected] = [new Float64Array(1), new Float64Array(1)]
    // The last makes counts a million times as many.
    const couplings = [1e-9, 1e-8, 4e-7, 1e-6, 3e-6, 3e-5, 2e-4, 7e-4]
    const tolerances = [1e-5, 1e-5, 1e-5, 1e-5, 1e-5, 1e-5, 3e-5, 1e-3]
    for (const [i, g] of couplings.entries()) {
      const boson = ray.at(g)
      const moments = buildMoments(flux.sun, bosonPotential(boson.couplingsAt(0), boson.mass))
      solarCounts(channels, { ...flux, moments, moves: () => false }, assumptions).counts(boson, expected)
      counts.counts(boson, found)
      expectClose(found[0], expected[0], tolerances[i], `${g}`)
    }
  })

  it.each([
    ['bernal:c=-0.4,epsilon=-0.02', 3],
    ['bernal:c=-0.1,epsilon=0.03', 5],
    ['bernal:c=-0.1,epsilon=0.03', 20],
    ['bernal:c=0.7,epsilon=-0.03', 5],
  ] as const)('%s, %d GeV: is counted with a potential that turns with the coupling as if computed outright', async (model, mass) => {
    const assumptions = assume()
    const flux = await solarFlux(assumptions)
    const ray = couplingRay(resolveModel(model), mass, assumptions)
    const [found, expected] = [new Float64Array(1), new Float64Array(1)]
    for (const channel of [electronWindow('Xe', [2, 30], 200), nuclearWindow('Xe', [0.6, 100], 200)]) {
      const counts = solarCounts([channel], flux, assumptions)
      const sizes: number[] = []
      const keys = new Set<string>()
      for (let coupling = 1e-5 * mass; coupling < ray.range[1]; coupling *= 1.7) {
        const boson = ray.at(coupling)
        const { size, directions } = flux.placeOfOne(boson)
        if (Math.abs(size) > 100) break
        sizes.push(Math.abs(size))
        for (const { key } of directions) keys.add(key)
        const moments = buildMoments(flux.sun, bosonPotential(boson.couplingsAt(0), boson.mass))
        solarCounts([channel], { ...flux, moments, moves: () => false }, assumptions).counts(boson, expected)
        counts.counts(boson, found)
        expectClose(found[0], expected[0], 1e-5, `potential ${size}`)
      }
      expect(sizes.filter((size) => size > 0.1 && size < 10).length).toBeGreaterThan(3)
      expect(keys.size).toBeGreaterThan(3)
    }
  })

  it.each([
    ...['e-mu', 'e-tau', 'b-3e', 'Le'].map(resolveModel),
    defineModel({ id: 'Le−Lμ, ε = 3e-8', charges: 'Le-Lmu', kineticMixing: { epsilon: 3e-8 } }),
  ])('$id of a keV, whose limits lie where its potential outdoes Δm²₃₁: from 1 to 1e9 times that of the W', async (model) => {
    const assumptions = assume()
    const flux = await solarFlux(assumptions)
    const channels = [electronWindow('Xe', [2, 30], 200)]
    const counts = solarCounts(channels, flux, assumptions)
    const ray = couplingRay(model, 1e-6, assumptions)
    const [found, expected] = [new Float64Array(1), new Float64Array(1)]
    for (const log of [-11, -6.3, -5.2, -4.6, -3.9, -3.2, -2.4, -1.1, 0.7, 2.3, 9.2]) {
      const boson = ray.at(1e-6 * Math.exp(log / 2))
      const moments = buildMoments(flux.sun, bosonPotential(boson.couplingsAt(0), boson.mass))
      solarCounts(channels, { ...flux, moments, moves: () => false }, assumptions).counts(boson, expected)
      counts.counts(boson, found)
      expectClose(found[0], expected[0], 1e-4, `ln(g²/m²) = ${log}`)
    }
  })

  it.each([
    ['e-mu', 3.497e-7, 3.545e-7, 4.61e-7],
    ['e-tau', 3.399e-7, 3.446e-7, 4.484e-7],
    ['b-3e', 2.417e-7, 2.453e-7, 3.242e-7],
    ['Le', 7.262e-7, 7.37e-7, 9.73e-7],
  ] as const)('%s of a keV: the island that DARWIN allows, and the limit of XENON1T', async (model, from, to, limit) => {
    const darwin = intervalsOf(await prepare('darwin-er', assume()), 1e-6, model)
    expectClose(darwin[0][1]!, from, 5e-4)
    expectClose(darwin[1][0], to, 5e-4)
    expectClose(intervalsOf(await prepare('xenon1t-2020', assume('default', { xenon1t: 'single-bin' })), 1e-6, model)[0][0], limit, 1e-3)
  })

  it.each(['darwin-nr-er', 'xenonnt-er-2022', 'xenon1t-2020'])(
    '%s: with an absolute mixing that is all but none, limits of the model without',
    async (id) => {
      const constraint = await prepare(id, assume())
      for (const mass of [1e-3, 0.1]) {
        const [mixed, unmixed] = [1e-20, 0].map((epsilon) => {
          const model = defineModel({ charges: 'Le-Lmu', kineticMixing: { epsilon } })
          return constraint.intervals(couplingRay(model, mass, assume())) as readonly (readonly [number, number])[]
        })
        expect(mixed).toHaveLength(unmixed.length)
        for (const [i, edge] of unmixed.flat().entries()) {
          if (edge > 0 && edge < Infinity) expectClose(mixed.flat()[i], edge, 1e-6, `${mass} GeV`)
        }
      }
    },
  )

  it('moves its limit by per cents; neutral matter and universal couplings move nothing', async () => {
    const standard = assume('default', { matterPotential: 'standard' })
    const [own, without] = await Promise.all([prepare('darwin-nr-er', assume()), prepare('darwin-nr-er', standard)])
    const [a, b] = [own, without].map((constraint) => intervalsOf(constraint, 0.01, 'e-mu')[0][0])
    expect(Math.abs(a / b - 1)).toBeGreaterThan(1e-3)
    expect(Math.abs(a / b - 1)).toBeLessThan(0.05)
    for (const model of ['mu-tau', 'b-l']) expect(intervalsOf(own, 0.01, model)).toEqual(intervalsOf(without, 0.01, model))
  })
})

describe('projections', () => {
  let all: readonly Constraint[]
  beforeAll(async () => {
    const assumptions = assume()
    all = (await Promise.all(DARK_MATTER.map((entry) => entry.prepare(assumptions)))).filter(({ kind }) => kind === 'projection')
  })

  it('are silent, with the reason, about what does not couple', () => {
    for (const constraint of all) {
      const silent = (model: string) =>
        constraint.strength(couplingRay(resolveModel(model), 0.01, assume('default', { kineticMixing: 'none' })).at(1e-3))
      expect(silent('mu-tau')).toEqual({ silent: expect.stringMatching(/^no coupling to (electrons|quarks|electrons or quarks)$/) })
    }
  })

  it('agree with their strength on every edge, and find nothing for a feeble boson', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: all.length - 1 }),
        fc.double({ min: -3.5, max: 0.5, noNaN: true }),
        fc.constantFrom('mu-tau', 'b-l'),
        (index, logMass, model) => {
          const constraint = all[index]
          const ray = couplingRay(resolveModel(model), 10 ** logMass, constraint.assumptions)
          for (const edge of intervalsOf(constraint, 10 ** logMass, model).flat()) {
            if (edge > 0 && edge < Infinity) expectClose(constraint.strength(ray.at(edge)) as number, 1, 1e-7)
          }
          expect(constraint.strength(ray.at(ray.range[0]))).toBeLessThan(1)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('mark what nobody has confirmed', () => {
    for (const { entry, unverified } of all) {
      expect(unverified, entry.id).toBeDefined()
    }
  })

  it('as published, LZ and DARWIN rest on nothing from memory', async () => {
    const assumptions = assume('default', { darkMatterBackgrounds: 'amaral-2020' })
    for (const id of ['lz-er', 'lz-nr', 'lz-nr-er', 'darwin-er', 'darwin-nr', 'darwin-nr-er']) {
      expect((await prepare(id, assumptions)).unverified, id).toBeUndefined()
    }
  })

  it('twice the exposure reaches couplings smaller by the fourth root of √2 where the boson alone decides, and a threshold of 1 keV loses nuclei', async () => {
    const options = assume('default', { interference: 'none', 'statistic.direction': 'excess' })
    const [once, twice, higher] = await Promise.all(['darwin-nr-er', 'darwin-400t-yr', 'darwin-1kev'].map((id) => prepare(id, options)))
    const limit = (constraint: Constraint): number => intervalsOf(constraint, 0.05)[0][0]
    expectClose(limit(once) / limit(twice), 2 ** (1 / 8), 2e-3)
    expect(limit(higher)).toBeGreaterThan(limit(once))
  })

  it('rules: the median exclusion asks for as much as 90 % of experiments do, discovery at 5σ for about four times that', async () => {
    const excess = async (rule: string) => numbers(await prepare('darwin-er', assume('default', { 'statistic.projection': rule })))[2]
    const [ninety, median, discovery] = await Promise.all(['ninety-percent', 'asimov', 'five-sigma'].map(excess))
    expectClose(median, ninety, 0.01)
    expectClose(discovery / ninety, 5 / 1.2816, 0.02)
    const five = await prepare('darwin-er', assume('default', { 'statistic.projection': 'five-sigma' }))
    expect([confidenceText(five.confidence), five.statement]).toEqual(['5σ', expect.stringContaining('5σ')])
    expect(numbers(await prepare('darwin-er', assume()))[2]).toBe(ninety)
  })

  it('backgrounds: computed by default, digitised and flat for amaral-2020', async () => {
    const background = async (id: string, darkMatterBackgrounds: string) =>
      numbers(await prepare(id, assume('default', { darkMatterBackgrounds })))[1]
    // ³⁹Ar alone is a tenth of what DarkSide-50 sees.
    expectClose((await background('darkside-er', 'computed')) / (await background('darkside-er', 'amaral-2020')), 0.087, 0.02)
    expectClose((await background('lz-er', 'computed')) / (await background('lz-er', 'amaral-2020')), 0.937, 0.01)
    expectClose((await background('darwin-er', 'computed')) / (await background('darwin-er', 'amaral-2020')), 1.11, 0.01)
  })
})
