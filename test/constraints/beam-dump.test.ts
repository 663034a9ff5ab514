import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { type BeamDump, beamDump, prepareDump } from '../../src/constraints/beam-dump.ts'
import { type Interval, isSilent } from '../../src/constraints/constraint.ts'
import { genericIntervals } from '../../src/constraints/intervals.ts'
import { bosonAt, couplingRay } from '../../src/couplings/boson.ts'
import { InputError } from '../../src/errors.ts'
import { defineModel, resolveModel } from '../../src/models/index.ts'
import { fixedTargetEnergySquared, protonBremsstrahlung } from '../../src/processes/bremsstrahlung/proton.ts'

const off = (value: number, expected: number): number => Math.abs(value / expected - 1)

const TOY: BeamDump = {
  id: 'toy',
  experiment: 'Toy',
  label: 'Toy',
  title: 'A toy',
  kind: 'exclusion',
  confidence: 0.95,
  citations: ['coy-2021'],
  where: 'nowhere: a toy',
  shield_m: 60,
  volume_m: 50,
  beam: { particle: 'proton', energy_GeV: 400, formFactor: 'none' },
  momentum_GeV: 200,
  finalState: ['ee', 'mumu', 'hadrons'],
  reach: { particles: 2e20, decays: 3, efficiency: 0.5 },
}
const intervalsOf = async (dump: BeamDump, model: string, mass: number) =>
  (await beamDump(dump).prepare(assume())).intervals(couplingRay(resolveModel(model), mass, assume()))

describe('a beam dump', () => {
  it('excludes from where its strength is 1 to where it is 1 again, for any model', async () => {
    const constraint = await beamDump(TOY).prepare(assume())
    const models = ['dark-photon', 'b-l', 'B', 'mu-tau', 'muon-nu:ratio=0.1', 'muon-nu:ratio=0', 'b-3lmu', 'B-3Ltau']
    const mass = fc.double({ min: Math.log(2e-3), max: Math.log(2), noNaN: true }).map(Math.exp)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...models), mass, async (name, m) => {
        const ray = couplingRay(resolveModel(name), m, assume())
        const found = constraint.intervals(ray)
        if (isSilent(found)) return isSilent(constraint.strength(ray.at(1e-6)))
        for (const [lower, upper] of found) {
          const at = (coupling: number) => constraint.strength(ray.at(coupling)) as number
          expect(off(at(lower), 1)).toBeLessThan(1e-8)
          if (upper < 1e3) expect(Math.abs(Math.log(at(upper)))).toBeLessThan(1e-8)
          expect(at(Math.sqrt(lower * Math.min(upper, 1e3)))).toBeGreaterThan(1)
          expect(at(lower * 0.99)).toBeLessThan(1)
        }
        return found.length <= 1
      }),
      { numRuns: 120 },
    )
  })

  it('has the edges that bracketed roots find', async () => {
    const constraint = await beamDump(TOY).prepare(assume())
    const ray = couplingRay(resolveModel('b-l'), 0.05, assume())
    const [[lower, upper]] = constraint.intervals(ray) as readonly Interval[]
    const [generic] = genericIntervals(constraint.strength, ray) as readonly Interval[]
    expect(off(generic[0], lower)).toBeLessThan(1e-9)
    expect(off(generic[1], upper)).toBeLessThan(1e-9)
  })

  it('takes bosons whose mixing does not grow with the coupling too', async () => {
    const model = resolveModel({ charges: { L: [0, 1, -1] }, kineticMixing: { epsilon: 1e-6 } } as never)
    const constraint = await beamDump(TOY).prepare(assume())
    expect(constraint.intervals(couplingRay(model, 0.05, assume()))).toHaveLength(1)
  })

  it('counts protons as R̄: decays needed over what protons make', () => {
    const { reducedRate } = prepareDump(TOY)
    const perSquaredCoupling = protonBremsstrahlung(0.1, fixedTargetEnergySquared(400), 400).total / (4 * Math.PI * 7.2973525643e-3)
    expect(off(reducedRate, 3 / (2e20 * 0.5) / perSquaredCoupling)).toBeLessThan(1e-12)
  })

  it('is calibrated so that the anchor lies on its lower edge', async () => {
    const dump: BeamDump = { ...TOY, reach: { anchor: { mass_GeV: 0.03, epsilon: 3e-7 } } }
    const [[lower]] = (await intervalsOf(dump, 'dark-photon', 0.03)) as readonly Interval[]
    expect(off(lower, 3e-7)).toBeLessThan(1e-9)
    const same: BeamDump = { ...TOY, reach: { reducedRate: prepareDump(dump).reducedRate } }
    const [[again]] = (await intervalsOf(same, 'dark-photon', 0.03)) as readonly Interval[]
    expect(off(again, 3e-7)).toBeLessThan(1e-9)
  })

  it('weakens at the lower edge as the fourth root of what it needs', async () => {
    const lowerFor = async (decays: number) => {
      const dump: BeamDump = { ...TOY, reach: { particles: 2e20, decays, efficiency: 1 } }
      return ((await intervalsOf(dump, 'dark-photon', 0.02)) as readonly Interval[])[0][0]
    }
    expect(off((await lowerFor(16)) / (await lowerFor(1)), 2)).toBeLessThan(1e-3)
  })

  it('is silent where nothing makes the boson, or nothing of it is seen, or it is too heavy', async () => {
    expect(await intervalsOf(TOY, 'muon-only', 0.05)).toEqual({ silent: 'not produced: no coupling to what makes it there' })
    expect(await intervalsOf({ ...TOY, finalState: ['mumu'] }, 'dark-photon', 0.05)).toEqual({ silent: 'does not decay to μ⁺μ⁻' })
    expect(await intervalsOf(TOY, 'dark-photon', 26)).toEqual({ silent: 'too heavy for the energy of the beam: above 25.5 GeV' })
    const few: BeamDump = { ...TOY, momentum_GeV: 20 }
    expect(await intervalsOf(few, 'dark-photon', 21)).toEqual({ silent: 'too heavy for bosons that fly fast: above 20 GeV' })
  })

  it('tells decays that are too rare to be seen from none, along every ray', async () => {
    const unseen: BeamDump = { ...TOY, finalState: 'invisible' }
    const rare = { silent: 'decays to invisible particles less than once in 10¹² times' }
    expect(await intervalsOf(unseen, 'dark-photon', 0.05)).toEqual(rare)
    const absolute = couplingRay(defineModel({ charges: '0', kineticMixing: { epsilon: 1e-6 } }), 0.05, assume())
    expect((await beamDump(unseen).prepare(assume())).intervals(absolute)).toEqual(rare)
  })

  it('takes the protons of a booster, and says how well it knows what they radiate', async () => {
    const booster: BeamDump = { ...TOY, beam: { particle: 'proton', energy_GeV: 8.9, formFactor: 'none' }, momentum_GeV: 'spectrum' }
    const { statement } = await beamDump(booster).prepare(assume())
    expect(statement).toMatch(/known to a factor of two$/)
    expect(await intervalsOf(booster, 'dark-photon', 0.05)).toHaveLength(1)
    // √s − 2M = 2.2 GeV
    const fast: BeamDump = { ...booster, momentum_GeV: 8 }
    expect(await intervalsOf(fast, 'dark-photon', 3)).toEqual({ silent: 'too heavy for the energy of the beam: above 2.21 GeV' })
    const anchored: BeamDump = { ...booster, reach: { anchor: { mass_GeV: 0.05, epsilon: 1e-7 } } }
    for (const dump of [TOY, anchored]) expect((await beamDump(dump).prepare(assume())).statement).not.toContain('factor of two')
    expect(() => prepareDump({ ...TOY, beam: { particle: 'proton', energy_GeV: 7.9, formFactor: 'none' } })).toThrow('at least 8 GeV')
  })

  it('reaches nothing where too few are made', async () => {
    expect(await intervalsOf({ ...TOY, reach: { particles: 1, decays: 3, efficiency: 1 } }, 'dark-photon', 0.05)).toEqual([])
  })

  it('over many momenta has edges at strength 1 too', async () => {
    for (const beam of [TOY.beam, { particle: 'electron', energy_GeV: 20, target: 'tungsten' }] as const) {
      const constraint = await beamDump({ ...TOY, beam, momentum_GeV: 'spectrum' }).prepare(assume())
      const ray = couplingRay(resolveModel('b-l'), 0.03, assume())
      const found = constraint.intervals(ray) as readonly Interval[]
      expect(found).toHaveLength(1)
      for (const edge of found[0]) expect(Math.abs(Math.log(constraint.strength(ray.at(edge)) as number))).toBeLessThan(1e-8)
    }
  })

  it('over many momenta lies between the slowest and the fastest of them', async () => {
    const at = async (momentum_GeV: BeamDump['momentum_GeV']) =>
      ((await intervalsOf({ ...TOY, momentum_GeV }, 'dark-photon', 0.03)) as readonly Interval[])[0]
    const [slow, all, fast] = await Promise.all([at(0.14 * 400), at('spectrum'), at(0.86 * 400)])
    for (const edge of [0, 1]) {
      expect(all[edge]).toBeGreaterThan(slow[edge])
      expect(all[edge]).toBeLessThan(fast[edge])
    }
  })

  it('knows no momenta of what mesons make', () => {
    const beam = { particle: 'proton', energy_GeV: 400, formFactor: 'none', mesons: { pi0: 2 } } as const
    expect(() => prepareDump({ ...TOY, beam, momentum_GeV: 'spectrum' })).toThrow(/momentum: the spectrum is that of bremsstrahlung/)
  })

  it('sees less of a boson that decays to neutrinos as well', async () => {
    const upper = async (ratio: number) => ((await intervalsOf(TOY, `muon-nu:ratio=${ratio}`, 0.05)) as readonly Interval[])[0][1]
    expect(await upper(0.1)).toBeLessThan(0.2 * (await upper(0)))
  })

  it('refuses an anchor that its search cannot see', () => {
    const blind: BeamDump = { ...TOY, finalState: ['mumu'], reach: { anchor: { mass_GeV: 0.1, epsilon: 1e-7 } } }
    expect(() => prepareDump(blind)).toThrow(InputError)
  })

  it('under 10⁻⁶ of the mean flight or ten thousand times it gives numbers', async () => {
    const constraint = await beamDump(TOY).prepare(assume())
    for (const coupling of [1e-20, 1e-12, 1e-4, 1, 10]) {
      const strength = constraint.strength(bosonAt(resolveModel('b-l'), 0.1, coupling, assume())) as number
      expect(strength).toBeGreaterThanOrEqual(0)
      expect(strength).toBeLessThan(Number.POSITIVE_INFINITY)
    }
  })
})
