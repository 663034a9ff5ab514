import { describe, expect, it } from 'vitest'
import { type Assumptions, assume } from '../../src/assumptions.ts'
import { type Interval, isSilent } from '../../src/constraints/index.ts'
import { couplingRay } from '../../src/couplings/boson.ts'
import { borexino2011 } from '../../src/experiments/borexino-2011.ts'
import { borexino2017 } from '../../src/experiments/borexino-2017.ts'
import { resolveModel } from '../../src/models/index.ts'
import { type Dataset, LIMITS, type Metallicity, type Mixing, OSCILLATION_LIMITS, STATISTICS } from './borexino.reference.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const MIXING: Record<Mixing, string> = { '4pi2': 'amaral-2020-v1', '6pi2': 'loop-contact' }
const MODEL: Record<Metallicity, Assumptions['solarModel']> = { HZ: 'b16-gs98', LZ: 'b16-agss09' }

async function intervals(dataset: Dataset, mass: number, settings: Record<string, string>, model = 'mu-tau'): Promise<readonly Interval[]> {
  const assumptions = assume('default', settings)
  const constraint = await (dataset === '2011' ? borexino2011 : borexino2017).prepare(assumptions)
  const result = constraint.intervals(couplingRay(resolveModel(model), mass, assumptions))
  if (isSilent(result)) throw new Error(result.silent)
  return result
}

/** The lower edge of what is excluded from there on. */
async function upperLimit(dataset: Dataset, mass: number, settings: Record<string, string>, model?: string): Promise<number> {
  const [lo, hi] = (await intervals(dataset, mass, settings, model)).at(-1)!
  expect(hi).toBe(Number.POSITIVE_INFINITY)
  return lo
}

function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length)
  for (const [i, value] of found.entries()) expect(relative(value, expected[i])).toBeLessThan(1e-4)
}

/** As the reference values were made, but for the mixing. */
const reference = (metallicity: Metallicity, rest: Record<string, string> = {}) => ({
  solarModel: MODEL[metallicity],
  oscillation: 'nufit-4.0',
  borexino2011: 'both-lines',
  ...rest,
})

/** g/m [1/GeV] at 20 MeV under 4π² unless told otherwise. */
const slope = async (dataset: Dataset, metallicity: Metallicity, rest: Record<string, string> = {}) =>
  (await upperLimit(dataset, 0.02, reference(metallicity, { kineticMixing: 'amaral-2020-v1', ...rest }))) / 0.02

describe('Borexino against an independent calculation', () => {
  it.each(LIMITS)('at %d GeV, %s %s %s', async (mass, metallicity, dataset, mixing, limit) => {
    expectClose([await upperLimit(dataset, mass, reference(metallicity, { kineticMixing: MIXING[mixing] }))], [limit])
    if (mixing === '6pi2') expectClose([await upperLimit(dataset, mass, reference(metallicity))], [limit])
  })

  it.each(STATISTICS)('%s, Δχ² %s, theory error %s, interference %s', async (mixing, threshold, theoryError, interference, ...expected) => {
    const settings = {
      kineticMixing: MIXING[mixing],
      'statistic.threshold': threshold,
      'statistic.theoryError': theoryError,
      interference,
    }
    const found = [
      await slope('2011', 'HZ', settings),
      await slope('2017', 'HZ', settings),
      await slope('2011', 'LZ', settings),
      await slope('2017', 'LZ', settings),
    ]
    expectClose(found, expected)
  })

  it.each(OSCILLATION_LIMITS)('%s', async (oscillation, ...expected) => {
    const found = [
      await slope('2017', 'HZ', { oscillation }),
      await slope('2017', 'HZ', { oscillation, kineticMixing: 'loop-contact' }),
      await slope('2017', 'LZ', { oscillation }),
      await slope('2017', 'LZ', { oscillation, kineticMixing: 'loop-contact' }),
    ]
    expectClose(found, expected)
  })

  it('with the equal thirds of earlier papers', async () => {
    expect(relative(await slope('2017', 'HZ', { survival: 'equal-thirds' }), 0.0296)).toBeLessThan(3e-3)
    expect(relative(await slope('2017', 'LZ', { survival: 'equal-thirds' }), 0.0354)).toBeLessThan(3e-3)
    expect(relative(await slope('2017', 'HZ', { survival: 'equal-thirds', kineticMixing: 'loop-contact' }), 0.0362)).toBeLessThan(3e-3)
    expect(relative(await slope('2017', 'LZ', { survival: 'equal-thirds', kineticMixing: 'loop-contact' }), 0.0434)).toBeLessThan(3e-3)
  })

  it('with other statistics and rules', async () => {
    const fromSm = { 'statistic.reference': 'sm', 'statistic.theoryError': 'fixed' }
    expect(relative(await slope('2017', 'HZ', fromSm), 0.036)).toBeLessThan(3e-3)
    expect(relative(await slope('2017', 'LZ', fromSm), 0.0447)).toBeLessThan(3e-3)
    expect(relative(await slope('2017', 'HZ', { borexino: 'eight-percent' }), 0.0349)).toBeLessThan(3e-3)
    expect(relative(await slope('2017', 'HZ', { borexino: 'eight-percent', kineticMixing: 'loop-contact' }), 0.0428)).toBeLessThan(3e-3)
    expect(relative(await slope('2017', 'HZ', { oscillation: 'nufit-6.0-sk' }), 0.0347)).toBeLessThan(3e-3)
    expect(relative(await slope('2017', 'LZ', { oscillation: 'nufit-6.0-sk' }), 0.0415)).toBeLessThan(3e-3)
  })

  it('for B−L', async () => {
    expect(relative(await upperLimit('2017', 0.02, reference('HZ'), 'b-l'), 2.53e-5)).toBeLessThan(3e-3)
    expect(relative(await upperLimit('2011', 0.02, reference('HZ'), 'b-l'), 2.13e-5)).toBeLessThan(3e-3)
    expect(relative(await upperLimit('2017', 0.02, reference('LZ'), 'b-l'), 3.49e-5)).toBeLessThan(3e-3)
    expect(relative(await upperLimit('2011', 0.02, reference('LZ'), 'b-l'), 3.15e-5)).toBeLessThan(3e-3)
  })
})

describe('Borexino', () => {
  it('gives the limits amaral-2020 prints, under its assumptions', async () => {
    const paper = async (dataset: Dataset, solarModel: string) =>
      (await upperLimit(dataset, 0.02, { ...assume('amaral-2020'), solarModel })) / 0.02
    expect(relative(await paper('2017', 'b16-gs98'), 0.036)).toBeLessThan(0.015)
    expect(relative(await paper('2017', 'b16-agss09'), 0.043)).toBeLessThan(0.015)
    expect(await paper('2011', 'b16-gs98')).toBeLessThan(await paper('2017', 'b16-gs98'))
  })

  it('by default excludes g/m above 0.0424 (high) and 0.0508 (low metallicity)', async () => {
    expect(relative((await upperLimit('2017', 0.02, {})) / 0.02, 0.0424)).toBeLessThan(2e-3)
    expect(relative((await upperLimit('2017', 0.02, { solarModel: 'b16-agss09' })) / 0.02, 0.0508)).toBeLessThan(2e-3)
  })

  it('compares the 862 keV rate of 2011 with that line, and then is no stronger than in 2017', async () => {
    const alike = { borexino2011: 'like-with-like' }
    expect(relative(await slope('2011', 'HZ', alike), 0.0368)).toBeLessThan(3e-3)
    expect(relative(await slope('2011', 'LZ', alike), 0.0432)).toBeLessThan(3e-3)
    expect(await slope('2011', 'HZ', alike)).toBeGreaterThan(await slope('2017', 'HZ'))
  })

  it('hardly depends on the weak mixing angle', async () => {
    for (const metallicity of ['HZ', 'LZ'] as const) {
      const low = await slope('2017', metallicity, { weakMixing: '0.23873' })
      const high = await slope('2017', metallicity)
      expect(low).not.toBe(high)
      expect(relative(low, high)).toBeLessThan(2e-3)
    }
  })

  it('is a contact limit from a few MeV on: g ∝ m', async () => {
    const at = async (mass: number) => (await upperLimit('2017', mass, reference('HZ', { kineticMixing: 'loop-contact' }))) / mass
    expect(relative(await at(1), await at(0.1))).toBeLessThan(1e-4)
    expect(relative(await at(10), await at(1))).toBeLessThan(1e-6)
    expect(relative(await at(0.003), (await at(1)) * (0.037 / 0.0365))).toBeLessThan(0.01)
  })

  it('goes as 1/√ε where mixing alone couples to electrons', async () => {
    const at = (kineticMixing: string) => upperLimit('2017', 0.02, reference('HZ', { kineticMixing, survival: 'equal-thirds' }), 'mu-tau')
    // equal fluxes of ν_μ and ν_τ: interference cancels, only (g ε)² counts
    expect(relative(await at('fixed:-0.04'), (await at('fixed:-0.01')) / 2)).toBeLessThan(1e-9)
    expect(relative(await at('fixed:0.01'), await at('fixed:-0.01'))).toBeLessThan(1e-9)
  })

  it('excludes by deficit too where interference is destructive: an allowed island in between', async () => {
    const found = await intervals('2017', 0.01, {}, 'dark-photon')
    expect(found).toHaveLength(2)
    expect(await intervals('2017', 0.01, { 'statistic.direction': 'excess' }, 'dark-photon')).toEqual([found[1]])
    const [deficit, ...more] = await intervals('2017', 0.01, { 'statistic.direction': 'deficit' }, 'dark-photon')
    expect(more).toEqual([])
    expect(deficit).toEqual(found[0])
    expect(await intervals('2017', 0.01, { interference: 'none' }, 'dark-photon')).toHaveLength(1)
  })

  it('never speaks against a boson that couples too little, even at low metallicity', async () => {
    // the prediction, 43.7, lies 1.6σ below the rate by itself
    for (const model of ['mu-tau', 'b-l', 'dark-photon', 'e-mu']) {
      for (const dataset of ['2011', '2017'] as const) {
        const [[lo]] = await intervals(dataset, 0.02, { solarModel: 'b16-agss09' }, model)
        expect(lo).toBeGreaterThan(1e-6)
      }
    }
  })

  it.each(['b-3mu', 'mu', 'b-3tau'])('is silent on %s, which it cannot see', async (model) => {
    const assumptions = assume()
    const constraint = await borexino2017.prepare(assumptions)
    const ray = couplingRay(resolveModel(model), 0.02, assumptions)
    expect(constraint.intervals(ray)).toEqual({ silent: expect.stringMatching(/^no coupling to (electrons|neutrinos)$/) })
  })

  it('is |ε^e| < 2 in the recipe of bernal-2022', async () => {
    const settings = { borexino: 'bernal-2022', nsiNormalisation: 'bernal-2022' }
    const model = 'bernal:c=-0.1,tanEta=-0.75'
    const g = await upperLimit('2017', 0.04, settings, model)
    // c_e/g = 0.23333: ε = g² 0.23333 / (2√2 G_F m²)
    expect(relative(g * g, (2 * 2 * Math.SQRT2 * 1.1663787e-5 * 0.04 ** 2) / 0.2333333)).toBeLessThan(1e-5)
    expect(relative(await upperLimit('2017', 0.04, { borexino: 'bernal-2022' }, model), g / Math.SQRT2)).toBeLessThan(1e-12)
  })
})

describe('the potential of the boson in the Sun', () => {
  const both = async (model: string, mass: number) => {
    const found = []
    for (const matterPotential of ['model', 'standard']) found.push(await intervals('2017', mass, { matterPotential }, model))
    return found
  }

  it.each(['mu-tau', 'dark-photon', 'b-l'])(
    'does nothing for %s: neutral matter, or flavours alike (amaral-2020 eq. 30)',
    async (model) => {
      for (const mass of [1e-4, 0.02, 2]) {
        const [own, standard] = await both(model, mass)
        expect(own).toEqual(standard)
      }
    },
  )

  it.each(['e-tau', 'e-mu', 'bernal:c=-0.1,tanEta=-0.75', 'b-3e'])('moves flavours for %s', async (model) => {
    const [own, standard] = await both(model, 0.02)
    expect(relative(own[0][0], standard[0][0])).toBeGreaterThan(1e-3)
  })

  it('moves nothing where flavours do not meet matter', async () => {
    for (const survival of ['vacuum', 'equal-thirds']) {
      const own = await intervals('2017', 0.02, { survival }, 'e-tau')
      expect(own).toEqual(await intervals('2017', 0.02, { survival, matterPotential: 'standard' }, 'e-tau'))
    }
  })
})
