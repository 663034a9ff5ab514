import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { type Constraint, type Interval, isSilent } from '../../src/constraints/constraint.ts'
import { genericIntervals } from '../../src/constraints/intervals.ts'
import { recast } from '../../src/constraints/recast.ts'
import { type Boson, bosonAt, couplingRay } from '../../src/couplings/boson.ts'
import { branchingRatios, partialWidths } from '../../src/decays/index.ts'
import { InputError } from '../../src/errors.ts'
import { LIMITS } from '../../src/experiments/limits/index.ts'
import { na64_inv_2019 } from '../../src/experiments/limits/na64-inv-2019.ts'
import {
  expectedEvents,
  luminosity,
  type MuonRun,
  type MuonSearchEntry,
  missingMuonEnergy,
  NA64E,
  NA64MU,
  NA64MU_1E11,
  NA64MU_1E12,
  NA64MU_2024,
  outgoingMuons,
  scaledToElectrons,
} from '../../src/experiments/na64/index.ts'
import { foresee_bl_proj_na64mu } from '../../src/experiments/projections/foresee-bl-proj-na64mu.ts'
import { PROJECTIONS } from '../../src/experiments/projections/index.ts'
import { resolveModel } from '../../src/models/index.ts'
import { integrate } from '../../src/numerics/index.ts'

const off = (value: number, expected: number): number => Math.abs(value / expected - 1)
const ASSUMPTIONS = assume()
const boson = (model: string, mass: number, coupling: number): Boson => bosonAt(resolveModel(model), mass, coupling, ASSUMPTIONS)
const entryOf = (id: string): MuonSearchEntry => NA64MU.find((entry) => entry.id === id)!
const prepare = (entry: { prepare: MuonSearchEntry['prepare'] }): Promise<Constraint> => entry.prepare(ASSUMPTIONS)

function excluded(constraint: Constraint, model: string, mass: number): readonly Interval[] {
  const found = constraint.intervals(couplingRay(resolveModel(model), mass, ASSUMPTIONS))
  if (isSilent(found)) throw new TypeError(found.silent)
  return found
}

/** A search of one's own: that of 10¹¹ muons with some of the run changed. */
const search = (changes: Partial<MuonRun>): MuonSearchEntry =>
  missingMuonEnergy({
    id: 'mine',
    label: 'mine',
    title: 'mine',
    kind: 'projection',
    citations: [],
    where: 'here',
    notes: '',
    run: { ...NA64MU_1E11, ...changes },
  })

describe('NA64μ', () => {
  it('has 7.405e23 nuclei of lead per cm² in its target', () => {
    const perCm2 = luminosity(NA64MU_1E11) / 1e11 / 1.97326980459e-14 ** 2
    expect(off(perCm2, 7.40516e23)).toBeLessThan(2e-4)
  })

  // Independent integrations: 2.303 events of 10¹¹ and 10¹² muons.
  const REACH = [
    [0.001, 4.345e-5, 1.374e-5, 1.2198e-2],
    [0.01, 4.373e-5, 1.383e-5, 1.2042e-2],
    [0.1, 6.404e-5, 2.025e-5, 5.6137e-3],
    [0.2, 1.006e-4, 3.181e-5, 2.2761e-3],
    [0.5, 3.628e-4, 1.147e-4, 3.4764e-4],
    [1, 9.891e-4, 3.128e-4, 4.7051e-5],
  ] as const

  it.each(REACH)('reaches, at %f GeV, g = %f and %f', async (mass, with1e11, with1e12) => {
    const [[some], [more]] = await Promise.all(
      ['na64mu-1e11', 'na64mu-1e12'].map(async (id) => excluded(await prepare(entryOf(id)), 'mu-tau', mass)),
    )
    expect(off(some[0], with1e11)).toBeLessThan(1e-3)
    expect(off(more[0], with1e12)).toBeLessThan(1e-3)
    expect(some[1]).toBe(Number.POSITIVE_INFINITY)
  })

  it.each(REACH)('yields, at %f GeV, what the cross section says, times the invisible decays', (mass, _, __, perMuon) => {
    const coupling = 1e-3
    const mine = boson('mu-tau', mass, coupling)
    const unseen = branchingRatios(partialWidths(mine)).neutrinos
    expect(off(expectedEvents(mine, NA64MU_1E11), 1e11 * coupling ** 2 * perMuon * unseen)).toBeLessThan(1e-3)
  })

  it('counts half of the bosons where muons and neutrinos share the decays', () => {
    const [below, above] = [boson('mu-tau', 0.2, 1e-3), boson('mu-tau', 0.5, 1e-3)]
    expect(branchingRatios(partialWidths(below)).neutrinos).toBeGreaterThan(0.999)
    expect(off(branchingRatios(partialWidths(above)).neutrinos, 0.5032)).toBeLessThan(1e-3)
  })

  it('follows the projection of the experiment for light bosons, and is weaker for heavy ones', async () => {
    const [mine, published] = [await prepare(entryOf('na64mu-1e12')), await prepare(recast(foresee_bl_proj_na64mu))]
    const ratio = (mass: number) => excluded(published, 'mu-tau', mass)[0][0] / excluded(mine, 'mu-tau', mass)[0][0]
    for (const mass of [0.003, 0.01, 0.03]) expect(off(ratio(mass), 1), String(mass)).toBeLessThan(0.06)
    expect(off(ratio(0.19), 0.6)).toBeLessThan(0.05)
    expect(off(ratio(1), 0.22)).toBeLessThan(0.05)
  })

  it('of 2024, were every muon kept, would reach 1.2e-4; with one in ten, 3.9e-4', async () => {
    const ideal = excluded(await prepare(search({ ...NA64MU_2024, efficiency: 1 })), 'mu-tau', 0.001)[0][0]
    const assumed = excluded(await prepare(entryOf('na64mu-2024')), 'mu-tau', 0.001)[0][0]
    expect(off(ideal, 1.2e-4)).toBeLessThan(0.05)
    expect(off(assumed / ideal, Math.sqrt(10))).toBeLessThan(1e-9)
  })

  it('of 2024 says that its efficiency is assumed and that the curve is not the published one', async () => {
    const { unverified, kind, confidence } = await prepare(entryOf('na64mu-2024'))
    expect(unverified).toMatch(/10 % assumed/)
    expect(unverified).toMatch(/not the published curve/)
    expect(entryOf('na64mu-2024').label).toMatch(/assumed/)
    expect([kind, confidence]).toEqual(['exclusion', 0.9])
  })

  it('events are the spectrum of outgoing muons over the window', () => {
    for (const [model, mass, coupling] of [
      ['mu-tau', 0.01, 5e-4],
      ['mu-tau', 0.5, 5e-4],
      ['dark-photon', 0.004, 4e-4],
    ] as const) {
      const mine = boson(model, mass, coupling)
      const sum = integrate(outgoingMuons(mine, NA64MU_1E11), ...NA64MU_1E11.window, { relTol: 1e-8 })
      expect(off(expectedEvents(mine, NA64MU_1E11), sum), model).toBeLessThan(1e-5)
    }
  })

  // Shares of all bosons made that leave the muon in the window: independent integration.
  it.each([
    [0.003, 0.15],
    [0.01, 0.25],
    [0.05, 0.58],
    [0.1, 0.73],
    [0.2, 0.78],
  ])('of %f GeV: %f of the muons are in the window', (mass, share) => {
    const spectrum = outgoingMuons(boson('mu-tau', mass, 1e-4), NA64MU_1E11)
    const all = integrate(spectrum, 0.2, 160 - mass, { relTol: 1e-5, breaks: [100, 140, 155, 159] })
    const inside = integrate(spectrum, ...NA64MU_1E11.window)
    expect(Math.abs(inside / all - share)).toBeLessThan(0.01)
  })

  it('visible decays count where they come behind the detector: feebly coupled dark photons do, others do not', async () => {
    const constraint = await prepare(entryOf('na64mu-1e12'))
    const [[lower, upper]] = excluded(constraint, 'dark-photon', 0.01)
    expect(upper).toBeLessThan(1e-3)
    expect(lower).toBeGreaterThan(3e-5)
    expect(excluded(constraint, 'dark-photon', 0.05)).toEqual([])

    const longer = excluded(await prepare(search({ muons: 1e12, detector_m: 8 })), 'dark-photon', 0.01)
    expect(longer[0][1]).toBeLessThan(upper)
    const none = excluded(await prepare(search({ muons: 1e12, detector_m: 0 })), 'dark-photon', 0.01)
    expect(none[0][1]).toBe(Number.POSITIVE_INFINITY)
  })

  it('visible decays are lost as the mean flight path says', () => {
    const [mass, coupling] = [0.01, 1e-4]
    const mine = boson('dark-photon', mass, coupling)
    const spectra = [NA64MU_1E11, { ...NA64MU_1E11, detector_m: 0 }].map((run) => outgoingMuons(mine, run)(60))
    const flight = (1.97326980459e-16 / partialWidths(mine).total) * (Math.sqrt(100 ** 2 - mass ** 2) / mass)
    expect(off(spectra[0] / spectra[1], Math.exp(-6 / flight))).toBeLessThan(1e-6)
  })

  it('dark matter beside the neutrinos changes nothing where all decays are unseen, and hides visible ones elsewhere', () => {
    const dark: MuonRun = { ...NA64MU_1E11, darkMatter: { charge: 3, mass_GeV: 1e-3 } }
    const light = boson('mu-tau', 0.05, 1e-3)
    expect(off(expectedEvents(light, dark), expectedEvents(light, NA64MU_1E11))).toBeLessThan(1e-4)
    const heavy = boson('mu-tau', 0.5, 1e-3)
    const { neutrinos, total } = partialWidths(heavy)
    const extra = (9 * 1e-6 * 0.5) / (12 * Math.PI)
    const ratio = expectedEvents(heavy, dark) / expectedEvents(heavy, NA64MU_1E11)
    expect(off(ratio, (neutrinos + extra) / (total + extra) / (neutrinos / total))).toBeLessThan(1e-3)
    const shut: MuonRun = { ...dark, darkMatter: { charge: 3, mass_GeV: 0.3 } }
    expect(expectedEvents(heavy, shut)).toBe(expectedEvents(heavy, NA64MU_1E11))
  })

  it('hidden decays of the model are unseen too, unless they end in electrons', () => {
    const model = resolveModel('b-l')
    const events = (hiddenScalar: Boson['model']['hiddenScalar']) =>
      expectedEvents(bosonAt({ ...model, hiddenScalar }, 0.04, 1e-3, ASSUMPTIONS), NA64MU_1E11)
    const [none, unseen, electrons] = [
      undefined,
      { charge: 40, massRatio: 0.3 },
      { charge: 40, massRatio: 0.3, decaysTo: 'ee' } as const,
    ].map(events)
    expect(unseen).toBeGreaterThan(1.01 * none)
    expect(electrons).toBeLessThan(0.1 * none)
  })

  it('axial couplings radiate as well', () => {
    const vector = boson('mu-tau', 0.01, 1e-4)
    const { mu } = vector.couplings
    const axial: Boson = { ...vector, couplings: { ...vector.couplings, mu: { vector: mu.axial, axial: mu.vector } } }
    expect(expectedEvents(axial, NA64MU_1E11) / expectedEvents(vector, NA64MU_1E11)).toBeGreaterThan(10)
  })

  it('strength is 1 at the edges, intervals those that a search along the couplings finds', async () => {
    const constraints = await Promise.all(NA64MU.map(prepare))
    for (const constraint of constraints) {
      for (const [model, mass] of [
        ['mu-tau', 0.03],
        ['mu-tau', 0.4],
        ['dark-photon', 0.003],
        ['b-l', 0.6],
      ] as const) {
        const ray = couplingRay(resolveModel(model), mass, ASSUMPTIONS)
        const found = excluded(constraint, model, mass)
        const searched = genericIntervals((one) => constraint.strength(one), ray) as readonly Interval[]
        expect(found.length, model).toBe(searched.length)
        for (const [i, edges] of found.entries()) {
          for (const [j, edge] of edges.entries()) {
            if (!Number.isFinite(edge)) expect(searched[i][j]).toBe(edge)
            else {
              expect(off(edge, searched[i][j])).toBeLessThan(1e-6)
              expect(off(constraint.strength(ray.at(edge)) as number, 1)).toBeLessThan(1e-6)
            }
          }
        }
      }
    }
  })

  it('goes as the root of muons, efficiency and target', async () => {
    const [[[plain]], ...others] = await Promise.all(
      [{}, { muons: 4e11 }, { efficiency: 0.25 }, { radiationLengths: 10 }, { limit: 4 * Math.LN10 }].map(async (changes) =>
        excluded(await prepare(search(changes)), 'mu-tau', 0.02),
      ),
    )
    const ratios = others.map(([[edge]]) => edge / plain)
    for (const [i, expected] of [0.5, 2, 2, 2].entries()) expect(off(ratios[i], expected)).toBeLessThan(1e-5)
  })

  it('has nothing to say without muons, or where nuclei would not stay whole', async () => {
    const constraint = await prepare(entryOf('na64mu-1e12'))
    expect(isSilent(constraint.strength(boson('mu-tau', 3.5, 1e-3)))).toBe(true)
    expect(isSilent(constraint.strength(bosonAt(resolveModel('e-tau'), 0.01, 1e-3, assume('default', { kineticMixing: 'none' }))))).toBe(
      true,
    )
    expect(constraint.strength(boson('mu-tau', 1e-6, 1e-4))).toBeGreaterThan(1)
  })

  it('never gives NaN', async () => {
    const constraint = await prepare(entryOf('na64mu-1e11'))
    fc.assert(
      fc.property(
        fc.constantFrom('mu-tau', 'b-l', 'dark-photon', 'b-3lmu', 'muon-nu'),
        fc.double({ min: -20, max: 1, noNaN: true }),
        fc.double({ min: -12, max: 0, noNaN: true }),
        (model, logMass, logCoupling) => {
          const verdict = constraint.strength(boson(model, 10 ** logMass, 10 ** logCoupling))
          expect(isSilent(verdict) || (Number.isFinite(verdict) && verdict >= 0)).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })

  it.each([
    [{ muons: 0 }, 'muons'],
    [{ beam_GeV: Number.NaN }, 'beam_GeV'],
    [{ window: [100, 10] as const }, 'window'],
    [{ window: [10, 200] as const }, 'window'],
    [{ efficiency: 1.5 }, 'efficiency'],
    [{ target: 'jelly' as 'lead' }, 'target'],
    [{ detector_m: -1 }, 'detector_m'],
  ])('refuses %j', (changes, field) => {
    expect(() => search(changes)).toThrowError(expect.objectContaining({ constructor: InputError, field }))
  })
})

describe('NA64 with more electrons', () => {
  // ε at 5 × 10¹² and 10¹³ electrons, from the curve of 2019.
  it.each([
    [0.001, 1.7979e-6, 1.2713e-6],
    [0.003, 3.0602e-6, 2.1639e-6],
    [0.01, 7.8961e-6, 5.5834e-6],
    [0.03, 2.1918e-5, 1.5498e-5],
    [0.1, 8.2509e-5, 5.8342e-5],
    [0.3, 3.6223e-4, 2.5614e-4],
    [1, 2.5918e-3, 1.8327e-3],
  ])('reaches, at %f GeV, a mixing of %f and %f', async (mass, with5e12, with1e13) => {
    const today = excluded(await prepare(recast(na64_inv_2019)), 'mu-tau', mass)[0][0]
    const rows = (id: string) => NA64E.find((entry) => entry.id === id)!
    for (const [id, electrons, expected] of [
      ['na64e-5e12', 5e12, with5e12],
      ['na64e-1e13', 1e13, with1e13],
    ] as const) {
      const edge = excluded(await prepare(rows(id)), 'mu-tau', mass)[0][0]
      expect(off(edge / today, Math.sqrt(2.84e11 / electrons))).toBeLessThan(1e-9)
      const { bound } = rows(id).published
      if (bound.shape !== 'upper-limit') throw new TypeError(bound.shape)
      const after = bound.rows.findIndex(([other]) => other >= mass)
      const [[m1, e1], [m2, e2]] = [bound.rows[Math.max(0, after - 1)], bound.rows[Math.max(1, after)]]
      const epsilon = e1 * (mass / m1) ** (Math.log(e2 / e1) / Math.log(m2 / m1))
      expect(off(epsilon, expected)).toBeLessThan(2e-3)
    }
  })

  it('with the electrons of 2019 is the curve of 2019', () => {
    const about = { id: 'same', label: 'same', title: 'same' }
    expect(scaledToElectrons(2.84e11, about).bound).toEqual(na64_inv_2019.bound)
    expect(() => scaledToElectrons(0, about)).toThrow(InputError)
  })

  it('are projections, and say what stands in for what', async () => {
    for (const entry of NA64E) {
      const { kind, unverified } = await prepare(entry)
      expect(kind).toBe('projection')
      expect(unverified).toMatch(/stands in/)
    }
  })
})

it('no name is taken', () => {
  const ids = [...NA64MU, ...NA64E].map(({ id }) => id)
  expect(ids).toEqual(['na64mu-2024', 'na64mu-1e11', 'na64mu-1e12', 'na64e-5e12', 'na64e-1e13'])
  expect([...LIMITS, ...PROJECTIONS].filter(({ id }) => ids.includes(id))).toEqual([])
  expect(NA64MU_1E12.muons).toBe(1e12)
})
