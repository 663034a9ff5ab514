import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { isSilent } from '../../src/constraints/index.ts'
import { FERMIONS } from '../../src/models/index.ts'
import { exclusionText, pointJson, pointText } from '../../src/reports/index.ts'
import { formatEnergy, trim } from '../../src/reports/text.ts'
import { Session } from '../../src/session.ts'

async function point(spec: string, mass: number, coupling: number, settings: Record<string, string> = {}) {
  const session = new Session(assume('default', settings))
  const boson = session.boson(spec, mass, coupling)
  const results = await session.point(boson)
  return { boson, results, json: pointJson(boson, results) }
}

/** Every number in a tree. */
const numbers = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbers) : []

describe('a point as JSON', () => {
  it('has the shape that other programs rely on', async () => {
    const { json } = await point('mu-tau', 0.015, 4.6e-4)
    expect(json).toMatchObject({ model: { id: 'mu-tau' }, mass_GeV: 0.015, coupling: 4.6e-4 })
    expect(Object.keys(json.couplings)).toEqual([...FERMIONS])
    expect(json.couplings.mu).toEqual({ vector: 4.6e-4, axial: 0 })
    expect(Math.abs(json.kinetic_mixing / (-0.0144329 * 4.6e-4) - 1)).toBeLessThan(2e-3)
    expect(Object.keys(json.widths_GeV)).toEqual(['ee', 'mumu', 'tautau', 'neutrinos', 'hadrons', 'hidden', 'total'])
    expect(Object.values(json.branching).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(json.lifetime_s! * json.widths_GeV.total).toBeCloseTo(6.58211956951e-25, 35)
    expect(Math.abs(json.decay_length_m! / (json.lifetime_s! * 299792458) - 1)).toBeLessThan(1e-9)
    const borexino = json.constraints.find(({ id }) => id === 'borexino-2017')
    expect(borexino).toMatchObject({ kind: 'exclusion', confidence: 0.9, status: 'allowed', strength: expect.any(Number) })
    const kaon = json.constraints.find(({ id }) => id === 'na62-kaon')
    expect(kaon).toMatchObject({ status: 'silent', reason: expect.stringContaining('does not hold') })
    expect(kaon).not.toHaveProperty('strength')
  })

  it('tells what a constraint computes as a number', async () => {
    const { boson, results, json } = await point('mu-tau', 0.01, 5e-4)
    const quantity = (id: string) => (json.constraints.find((one) => one.id === id) as { quantity?: unknown }).quantity
    expect(quantity('n-eff')).toEqual({ name: 'N_eff', value: expect.closeTo(3.544, 2), under: 'neutrinoTemperatures=split' })
    expect(quantity('hubble')).toEqual({ name: 'H₀', value: expect.closeTo(69.626, 1), unit: 'km/s/Mpc' })
    expect(quantity('borexino-2017')).toBeUndefined()
    const text = pointText(boson, results)
    expect(text).toMatch(/n-eff .* N_eff 3\.54\d* \(neutrinoTemperatures=split\): N_eff below 4/)
    const common = await point('mu-tau', 0.01, 5e-4, { neutrinoTemperatures: 'common' })
    expect(pointText(common.boson, common.results)).toMatch(/N_eff 3\.6\d+ \(neutrinoTemperatures=common\): N_eff below 4/)
    expect(text).toMatch(/hubble .* H₀ 69\.\d+ km\/s\/Mpc: 0\.2 to 0\.5 more/)
  })

  it('of a stable boson has null for its lifetime', async () => {
    const { json } = await point('mu_R', 1e-3, 1e-4, { kineticMixing: 'none' })
    expect([json.lifetime_s, json.decay_length_m, json.widths_GeV.total]).toEqual([null, null, 0])
    expect(Object.values(json.branching)).toEqual([0, 0, 0, 0, 0, 0])
  })

  it.each([
    ['mu-tau', 1e-9, 1e-12],
    ['mu_R', 1e-3, 1e-4],
    ['b-l', 1e-6, 3],
    ['dark-photon', 500, 0.05],
    ['dark-photon', 1e-8, 3.5],
    ['bernal:c=-0.1,tanEta=-0.75,cPhi=1,mPhiOverM=0.3', 0.04, 1e-4],
    ['muon-nu:ratio=0', 0.01, 1e-3],
    ['e_R - mu_R', 1e-6, 1],
    ['e-mu', 1e-7, 3],
  ])('of %s at %d GeV and %d has nothing that JSON cannot hold', async (spec, mass, coupling) => {
    for (const recipe of ['corrected', 'as-printed']) {
      const { json } = await point(spec, mass, coupling, { recipe })
      expect(numbers(json).every(Number.isFinite)).toBe(true)
      expect(JSON.parse(JSON.stringify(json))).toEqual(json)
    }
  })
})

describe('a point as text', () => {
  it('says what departs from the default, every status and every source it numbers', async () => {
    const { boson, results } = await point('mu-tau', 0.015, 4.6e-4, { gMinus2: 'fnal-2021', recipe: 'as-printed' })
    const text = pointText(boson, results)
    expect(text).toContain('gMinus2=fnal-2021')
    for (const { constraint, verdict, status } of results) {
      expect(text).toMatch(new RegExp(`  ${constraint.entry.id} +${isSilent(verdict) ? verdict.silent.slice(0, 5) : status}`))
    }
    const strengths = (heading: string) =>
      [
        ...text
          .split(heading)[1]
          .split('\n\n')[0]
          .matchAll(/^ {2}\S+ +(?:excluded|allowed|detected|beyond-reach) +(\S+)/gm),
      ].map(([, value]) => Number(value))
    for (const heading of ['Constraints\n', 'Projections\n']) {
      expect(strengths(heading).length).toBeGreaterThan(5)
      expect(strengths(heading)).toEqual(strengths(heading).toSorted((a, b) => b - a))
    }
    const used = [...text.matchAll(/\[([\d,]+)\]/g)].flatMap(([, list]) => list.split(',').map(Number))
    expect(new Set(used).size).toBe(Math.max(...used))
    expect(text).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('calls a stable boson stable', async () => {
    const { boson, results } = await point('mu_R', 1e-3, 1e-4, { kineticMixing: 'none' })
    expect(pointText(boson, results)).toContain('stable')
    expect(pointText(boson, results)).not.toMatch(/NaN|Infinity/)
  })
})

describe('curves as text', () => {
  it('read in words: silent, none, below, above, between', async () => {
    const session = new Session(assume('default', { gMinus2: 'fnal-2021' }))
    const model = session.model('mu-tau')
    const curves = await session.limits(model, ['bbn-cmb', 'na62-kaon', 'g-2-muon', 'borexino-2017'], [1e-3, 0.02])
    const text = exclusionText(model, session.assumptions, curves, ['a.svg', 'a.csv'])
    expect(text.split('Silent throughout')[1]).toMatch(/na62-kaon +the printed line does not hold/)
    expect(text).toMatch(/bbn-cmb +exclusion +> \S+ +none/)
    expect(text).toMatch(/g-2-muon +preferred +[\d.e-]+–[\d.e-]+/)
    expect(text).toMatch(/borexino-2017 +exclusion +> /)
    expect(text).toContain('wrote a.svg, a.csv')
    expect(text).not.toMatch(/NaN|undefined|Infinity/)
  })
})

describe('numbers in words', () => {
  it.each([
    [0.015, '15 MeV'],
    [1, '1 GeV'],
    [0.999999, '1000 MeV'],
    [1e-3, '1 MeV'],
    [3e-6, '3 keV'],
    [2500, '2.5 TeV'],
    [5e-12, '0.005 eV'],
  ])('%d GeV is %s', (value, text) => {
    expect(formatEnergy(value)).toBe(text)
  })

  it.each([
    [0, '0'],
    [123456, '1.235e+5'],
    [0.00123456, '0.001235'],
    [1.23456e-4, '1.235e-4'],
    [-0.5, '-0.5'],
    [99999.9, '100000'],
  ])('%d is %s', (value, text) => {
    expect(trim(value)).toBe(text)
  })
})
