import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { publishedIntervals, publishedIslands } from '../../src/constraints/bound.ts'
import {
  type Constraint,
  type Interval,
  isSilent,
  type PublishedLimit,
  type RecastEntry,
  type Window,
} from '../../src/constraints/index.ts'
import { genericIntervals } from '../../src/constraints/intervals.ts'
import { bosonAt, couplingRay } from '../../src/couplings/boson.ts'
import { partialWidths } from '../../src/decays/index.ts'
import { defineModel, type ModelDefinition, resolveModel } from '../../src/models/index.ts'
import { logGrid } from '../../src/units.ts'
import {
  CONTOUR,
  difference,
  ISLANDS,
  OPEN,
  rayOf,
  relative,
  SHIELDED,
  spoken,
  TWO_SIDED,
  toyConstraint,
  UPPER_LIMIT,
} from './recast-toys.ts'

const PROMPT: Window = { kind: 'prompt', longest_s: 1e-13 }
const BUMP_HUNT = UPPER_LIMIT.map(([mass, lower]) => [mass, lower, lower / 2, 3 * lower])

/** Every shape with every window it makes sense with. */
const SHAPES: readonly (readonly [string, Partial<PublishedLimit>])[] = [
  ['upper limit, any lifetime', {}],
  ['upper limit, prompt', { window: PROMPT }],
  ['upper limit, prompt by mass', { window: { kind: 'prompt', longest_s: (mass) => 1e-14 / mass } }],
  ['upper limit, hardly any seen', { window: { kind: 'prompt', longest_s: 1e-22 } }],
  ['bump hunt', { bound: { shape: 'bump-hunt', rows: BUMP_HUNT } }],
  ['bump hunt, prompt', { bound: { shape: 'bump-hunt', rows: BUMP_HUNT }, window: PROMPT }],
  ['two-sided', { bound: { shape: 'two-sided', rows: TWO_SIDED }, window: SHIELDED }],
  [
    'two-sided, short volume',
    { bound: { shape: 'two-sided', rows: TWO_SIDED }, window: { kind: 'displaced', shield_m: 480, volume_m: 10 } },
  ],
  [
    'two-sided, short shield',
    { bound: { shape: 'two-sided', rows: TWO_SIDED }, window: { kind: 'displaced', shield_m: 0.12, volume_m: 35 } },
  ],
  ['two-sided, open', { bound: { shape: 'two-sided', rows: TWO_SIDED }, window: { kind: 'displaced', shield_m: 1, volume_m: OPEN } }],
  ['contour', { bound: { shape: 'contour', rows: CONTOUR }, window: SHIELDED }],
  ['islands', { bound: { shape: 'islands', rows: ISLANDS }, finalState: ['mumu'], production: 'eta-photon' }],
  ['mixture', { production: { 'pi0-photon': 0.3, 'omega-pi0': 0.5, 'down-quarks': 0.2 }, finalState: ['ee', 'mumu'], window: PROMPT }],
  ['unseen decays', { finalState: 'invisible', decaysUnseen: true }],
  ['published for B − L', { model: 'b-l', bound: { shape: 'two-sided', rows: TWO_SIDED }, window: SHIELDED }],
  ['published for μ − τ', { model: 'mu-tau', production: 'muon-pair', finalState: 'invisible' }],
  ['whatever the decay', { finalState: 'everything' }],
]

/** Masses of a table and between. */
const MASSES = [...new Set([...UPPER_LIMIT, ...CONTOUR, ...ISLANDS].map(([mass]) => mass)), 0.0044, 0.017, 0.08, 0.13, 0.2207, 0.25, 0.9]

/** What the table says of its own model. */
const publishedOf = ({ entry }: Constraint): PublishedLimit => (entry as RecastEntry).published

describe.each(SHAPES)('a limit: %s', (_, changes) => {
  it('recast to its own model is the published curve', async () => {
    const limit = await toyConstraint(changes)
    const { model, bound, decaysUnseen } = publishedOf(limit)
    const curve = bound.shape === 'islands' ? publishedIslands(bound) : publishedIntervals(bound, 'geometric-mean')
    // A dark photon whose hidden decays are all of them stands for one that was taken to decay unseen.
    const own = decaysUnseen ? defineModel(unseenDarkPhoton) : resolveModel(model)
    let compared = 0
    for (const mass of MASSES) {
      const found = limit.intervals(rayOf(own, mass))
      const published = curve(mass)
      if (isSilent(published)) {
        expect(found).toEqual(published)
        continue
      }
      const expected = published.map((one): Interval => ('lower' in one ? [one.lower, one.upper] : one))
      expect(difference(spoken(found), expected), `${mass}`).toBeLessThan(1e-9)
      compared++
    }
    expect(compared).toBeGreaterThan(2)
  })

  it('has strength 1 at every edge, more inside, less outside, for any model', async () => {
    const limit = await toyConstraint(changes)
    let edges = 0
    for (const name of ['b-l', 'mu-tau', 'e-mu', 'bernal:c=-0.1,tanEta=-0.75', 'dark-photon', 'B-3Lmu']) {
      for (const mass of MASSES) {
        const ray = rayOf(name, mass)
        const found = limit.intervals(ray)
        if (isSilent(found)) {
          expect(limit.strength(ray.at(1e-4))).toEqual(found)
          continue
        }
        const strength = (g: number) => limit.strength(ray.at(g)) as number
        const isInside = (g: number) => found.some(([lo, hi]) => g > lo && g < hi)
        for (const edge of found.flat()) {
          if (edge === OPEN || edge > 10) continue
          edges++
          expect(edge).toBeGreaterThan(0)
          expect(Math.abs(strength(edge) - 1), `${name} at ${mass} GeV, edge ${edge}`).toBeLessThan(1e-8)
        }
        for (const g of logGrid(1e-11, 3, 57)) {
          if (found.flat().some((edge) => relative(g, edge) < 1e-6)) continue
          expect(strength(g) > 1, `${name} at ${mass} GeV, coupling ${g}`).toBe(isInside(g))
          expect(strength(g)).toBeGreaterThanOrEqual(0)
          expect(strength(g)).toBeLessThan(OPEN)
        }
      }
    }
    expect(edges).toBeGreaterThan(10)
  })

  it('has the edges that the search for roots finds', async () => {
    const limit = await toyConstraint(changes)
    for (const name of ['b-l', 'bernal:c=-0.1,tanEta=-0.75', 'dark-photon']) {
      for (const mass of [0.01, 0.08, 0.2215]) {
        const ray = rayOf(name, mass)
        const found = limit.intervals(ray)
        if (isSilent(found)) continue
        const reachable = found.filter(([lo, hi]) => lo < ray.range[1] && hi / lo > 1.001)
        const generic = spoken(genericIntervals(limit.strength, ray))
        expect(
          difference(
            generic,
            reachable.map(([lo, hi]): Interval => [lo, hi > ray.range[1] ? OPEN : hi]),
          ),
          `${name} at ${mass}`,
        ).toBeLessThan(1e-8)
      }
    }
  })
})

/** A dark photon that hardly ever decays to anything but an escaping scalar. */
const unseenDarkPhoton: ModelDefinition = {
  charges: '0',
  kineticMixing: { epsilonOverG: 1 },
  hiddenScalar: { charge: 1e7, massRatio: 0.1 },
}

describe('scaling', () => {
  const twiceBL: ModelDefinition = { charges: '2B-2L' }
  it('a boson of k times the charge is excluded at couplings k times smaller', async () => {
    for (const [, changes] of SHAPES) {
      const limit = await toyConstraint(changes)
      for (const mass of [0.01, 0.08, 0.22]) {
        const once = limit.intervals(rayOf('b-l', mass))
        const twice = limit.intervals(rayOf(defineModel(twiceBL), mass))
        if (isSilent(once)) expect(twice).toEqual(once)
        else
          expect(
            difference(
              spoken(twice),
              once.map(([lo, hi]): Interval => [lo / 2, hi / 2]),
            ),
          ).toBeLessThan(1e-9)
      }
    }
  })

  it('a prompt search sees the number of decays: g falls as the root of production times branching ratio', async () => {
    const limit = await toyConstraint({})
    const [[lower]] = spoken(limit.intervals(rayOf('b-l', 0.05, assume({ kineticMixing: 'none' }))))
    // e⁺e⁻ : three left-handed neutrinos = 2 : 3, masses apart; g against e ε.
    expect(relative(lower, 1e-4 * 0.30282212 * Math.sqrt(2.5))).toBeLessThan(1e-5)
  })

  it('a short-lived model is excluded where its yield, not its coupling, is the published one', async () => {
    const limit = await toyConstraint({ bound: { shape: 'two-sided', rows: TWO_SIDED }, window: SHIELDED })
    const assumptions = assume({ kineticMixing: 'none' })
    const mass = 0.05
    // Far below the peak the yield is production × width into e⁺e⁻ × time: neutrinos do not matter, and g = e ε.
    const [[lower, upper]] = spoken(limit.intervals(rayOf('b-l', mass, assumptions)))
    expect(relative(lower, 8e-8 * 0.30282212)).toBeLessThan(2e-2)
    // At the upper edge lifetimes decide: those of B − L are 5/2 times shorter at the same electron coupling.
    expect(relative(upper, (9e-6 * 0.30282212) / Math.sqrt(2.5))).toBeLessThan(0.1)
  })

  it('a dump does not exclude a boson too rare even at its best lifetime', async () => {
    const limit = await toyConstraint({ bound: { shape: 'two-sided', rows: TWO_SIDED }, window: SHIELDED })
    const found = limit.intervals(rayOf('mu-tau', 0.2))
    expect(found).toEqual([])
    for (const g of logGrid(1e-11, 3, 100)) expect(limit.strength(rayOf('mu-tau', 0.2).at(g))).toBeLessThan(1)
  })
})

describe('hidden decays', () => {
  const withScalar = (decaysTo?: 'ee'): ModelDefinition => ({ charges: 'B-L', hiddenScalar: { charge: 30, massRatio: 0.1, decaysTo } })
  const plain: ModelDefinition = { charges: 'B-L' }
  const assumptions = assume({ kineticMixing: 'none' })
  const edge = async (changes: Partial<PublishedLimit>, definition: ModelDefinition): Promise<number> =>
    spoken((await toyConstraint(changes, assumptions)).intervals(rayOf(defineModel(definition), 0.05, assumptions)))[0][0]
  const shareOf = (definition: ModelDefinition) => {
    const widths = partialWidths(bosonAt(defineModel(definition), 0.05, 1, assumptions))
    return { ee: widths.ee / widths.total, neutrinos: widths.neutrinos / widths.total, hidden: widths.hidden / widths.total }
  }

  it('weaken searches for what is visible', async () => {
    const [without, hidden] = [shareOf(plain), shareOf(withScalar())]
    expect(hidden.hidden).toBeGreaterThan(0.5)
    const ratio = (await edge({}, withScalar())) / (await edge({}, plain))
    expect(relative(ratio, Math.sqrt(without.ee / hidden.ee))).toBeLessThan(1e-12)
  })

  it('strengthen searches for missing energy, unless the scalar decays to e⁺e⁻', async () => {
    const unseen = { finalState: 'invisible', decaysUnseen: true } as const
    const [without, hidden, visible] = [shareOf(plain), shareOf(withScalar()), shareOf(withScalar('ee'))]
    const [a, b, c] = [await edge(unseen, plain), await edge(unseen, withScalar()), await edge(unseen, withScalar('ee'))]
    expect(relative(b / a, Math.sqrt(without.neutrinos / (hidden.neutrinos + hidden.hidden)))).toBeLessThan(1e-12)
    expect(relative(c / a, Math.sqrt(without.neutrinos / visible.neutrinos))).toBeLessThan(1e-12)
    expect(b).toBeLessThan(a)
    expect(c).toBeGreaterThan(a)
  })

  it('shorten lifetimes: the upper edge of a dump comes down', async () => {
    const limit = await toyConstraint({ bound: { shape: 'two-sided', rows: TWO_SIDED }, window: SHIELDED }, assumptions)
    const [[, without]] = spoken(limit.intervals(rayOf(defineModel(plain), 0.05, assumptions)))
    const [[, hidden]] = spoken(limit.intervals(rayOf(defineModel(withScalar()), 0.05, assumptions)))
    expect(hidden).toBeLessThan(0.5 * without)
  })
})

describe('rays along which couplings are not proportional to g', () => {
  it.each(['bernal:c=-0.1,epsilon=1e-4', 'bernal:c=-0.1,epsilon=1e-6'])('%s', async (name) => {
    for (const [, changes] of SHAPES) {
      const limit = await toyConstraint(changes)
      for (const mass of [0.01, 0.08, 0.22]) {
        const ray = rayOf(name, mass)
        expect(ray.unit).toBeUndefined()
        const found = limit.intervals(ray)
        if (isSilent(found)) continue
        // Where hardly any decay is of the kind that is seen, there is silence, and nothing is excluded.
        const strength = (g: number) => {
          const verdict = limit.strength(ray.at(g))
          return isSilent(verdict) ? 0 : verdict
        }
        for (const edge of found.flat()) {
          if (edge > 0 && edge < OPEN) expect(Math.abs(strength(edge) - 1)).toBeLessThan(1e-8)
        }
        for (const g of logGrid(ray.range[0], ray.range[1], 40)) {
          const value = strength(g)
          expect(value).toBeGreaterThanOrEqual(0)
          if (Math.abs(value - 1) > 1e-6) expect(found.some(([lo, hi]) => g > lo && g < hi)).toBe(value > 1)
        }
      }
    }
  })

  it('a mixing too small to matter changes nothing', async () => {
    for (const [, changes] of SHAPES) {
      const limit = await toyConstraint(changes)
      for (const mass of [0.01, 0.08]) {
        const [with_, without] = [1e-19, 0].map((epsilon) => rayOf(defineModel({ charges: 'B-L', kineticMixing: { epsilon } }), mass))
        const [found, expected] = [limit.intervals(with_), limit.intervals(without)]
        if (isSilent(expected)) continue
        const reachable = expected.filter(([lo, hi]) => lo < without.range[1] && hi / lo > 1.001)
        expect(
          difference(
            spoken(found),
            reachable.map(([lo, hi]): Interval => [lo, hi > without.range[1] ? OPEN : hi]),
          ),
        ).toBeLessThan(1e-5)
      }
    }
  })
})

describe('silence', () => {
  it('where the published model is not made, rather than an infinite yield', async () => {
    const constraint = await toyConstraint({ model: 'mu_R', production: 'electron-positron', decaysUnseen: true, finalState: 'invisible' })
    const ray = rayOf('b-l', 0.02)
    const published = await toyConstraint({ model: 'b', production: 'electron-positron', decaysUnseen: true, finalState: 'invisible' })
    for (const { intervals, strength } of [constraint, published]) {
      const result = intervals(ray)
      if (isSilent(result)) expect(strength(ray.at(1e-3))).toEqual(result)
      else for (const [lower] of result) expect(lower).toBeGreaterThan(0)
    }
  })

  it('never where the published model is stable but for decays unseen: baryon number below the pion mass', async () => {
    const constraint = await toyConstraint({ model: 'b', production: 'proton-bremsstrahlung', decaysUnseen: true, finalState: 'invisible' })
    const [[lower]] = spoken(constraint.intervals(rayOf('b-l', 0.02)))
    const [[limit]] = spoken(publishedIntervals({ shape: 'upper-limit', rows: UPPER_LIMIT }, 'geometric-mean')(0.02))
    expect(relative(lower, limit / Math.sqrt(0.6))).toBeLessThan(1e-4)
    expect(constraint.strength(rayOf('b-l', 0.02).at(lower))).toBeCloseTo(1, 9)
  })

  it('what the published model does is not up to the user', async () => {
    const mixed = assume('default', { neutrinos: 'dirac', kineticMixing: 'fixed:0.01' })
    const toy = { model: 'b-l', finalState: 'invisible' } as const
    const [usual, dirac] = await Promise.all([toyConstraint(toy), (await toyConstraint(toy)).entry.prepare(mixed)])
    const ray = couplingRay(resolveModel('mu-tau'), 0.02, mixed)
    const [[one]] = spoken(usual.intervals(couplingRay(resolveModel('mu-tau'), 0.02, assume())))
    const [[other]] = spoken(dirac.intervals(ray))
    const electron = (some: typeof ray) => Math.abs(some.unit!.couplings.e.vector)
    expect(relative(other * electron(ray), one * electron(couplingRay(resolveModel('mu-tau'), 0.02, assume())))).toBeLessThan(1e-4)
  })

  const reasonOf = async (changes: Partial<PublishedLimit>, name: string, mass: number): Promise<unknown> => {
    const limit = await toyConstraint(changes)
    const [verdict, intervals] = [limit.strength(rayOf(name, mass).at(1e-4)), limit.intervals(rayOf(name, mass))]
    expect(verdict).toEqual(intervals)
    return isSilent(verdict) && verdict.silent
  }
  it('outside the table, before anything else', async () => {
    expect(await reasonOf({}, 'b-l', 2)).toBe('published for 0.003 to 1.5 GeV')
    expect(await reasonOf({ bound: { shape: 'upper-limit', rows: UPPER_LIMIT, gaps: [[0.01, 0.1]] } }, 'b-l', 0.02)).toBe(
      'the search leaves out 0.01 to 0.1 GeV',
    )
  })

  it('where the boson is not made', async () => {
    expect(await reasonOf({ production: 'muon-pair' }, 'B', 0.05)).toBe('not produced: no coupling to what makes it there')
  })

  it('where it does not decay to what the search looks for', async () => {
    expect(await reasonOf({ finalState: ['tautau'], decaysUnseen: true }, 'b-l', 0.05)).toBe('does not decay to τ⁺τ⁻')
  })

  it('where it hardly ever does, whether couplings are linear in g or not, and says that it does', async () => {
    // A dark photon of 50 MeV decays to neutrinos, through the Z, with some 1e-15.
    const changes: Partial<PublishedLimit> = { finalState: 'invisible', decaysUnseen: true }
    const often = 'decays to invisible particles less than once in 10¹² times'
    expect(await reasonOf(changes, 'dark-photon', 0.05)).toBe(often)
    const absolute = rayOf(defineModel({ charges: '0', kineticMixing: { epsilon: 1e-3 } }), 0.05)
    expect(absolute.unit).toBeUndefined()
    expect((await toyConstraint(changes)).intervals(absolute)).toEqual({ silent: often })
  })

  it('only where both ends of a ray have nothing to say', async () => {
    // With a fixed mixing of 1e-3 the boson of Lμ − Lτ decays to neutrinos from g = 1e-9 or so, hardly ever below.
    const limit = await toyConstraint({ finalState: 'invisible', decaysUnseen: true })
    const ray = rayOf(defineModel({ charges: 'Lmu-Ltau', kineticMixing: { epsilon: 1e-3 } }), 0.05)
    expect(limit.strength(ray.at(ray.range[0]))).toHaveProperty('silent')
    const [[lower]] = spoken(limit.intervals(ray))
    expect(lower).toBeGreaterThan(1e-9)
    expect(Math.abs((limit.strength(ray.at(lower)) as number) - 1)).toBeLessThan(1e-8)
  })

  it('where the published model itself does not decay as the search needs', async () => {
    expect(await reasonOf({ finalState: ['mumu'] }, 'b-l', 0.05)).toBe('the published model does not decay there as the search needs')
  })
})

it('another choice for bump hunts is another constraint', async () => {
  const changes = { bound: { shape: 'bump-hunt', rows: BUMP_HUNT } } as const
  const lowerOf = async (bumpHunts: 'geometric-mean' | 'strongest' | 'weakest') => {
    const limit = await toyConstraint(changes, assume({ bumpHunts }))
    return spoken(limit.intervals(rayOf('b-l', 0.05, assume({ bumpHunts }))))[0][0]
  }
  const mean = await lowerOf('geometric-mean')
  expect(relative(await lowerOf('strongest'), mean / 2)).toBeLessThan(1e-12)
  expect(relative(await lowerOf('weakest'), 3 * mean)).toBeLessThan(1e-12)
})

it('no lower edge is NaN, zero or infinite, whatever boson and limit', async () => {
  const constraints = await Promise.all(SHAPES.map(([, changes]) => toyConstraint(changes)))
  fc.assert(
    fc.property(
      fc.constantFrom('b-l', 'mu-tau', 'e-mu', 'dark-photon', 'B-3Lmu', 'B', 'bernal:c=-0.1,tanEta=-0.75'),
      fc.double({ min: -3, max: 0.3, noNaN: true }),
      fc.constantFrom(...constraints),
      (name, logMass, limit) => {
        const found = limit.intervals(rayOf(name, 10 ** logMass))
        if (isSilent(found)) return
        for (const [lo, hi] of found) {
          expect(lo).toBeGreaterThan(0)
          expect(lo).toBeLessThan(OPEN)
          expect(hi).toBeGreaterThan(lo)
        }
      },
    ),
    { numRuns: 500 },
  )
})
