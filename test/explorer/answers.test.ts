import { describe, expect, it } from 'vitest'
import { answered } from '../../explorer/engine/answers.ts'
import type { Aside } from '../../explorer/engine/protocol.ts'
import { GRAPHS } from '../../explorer/state/view.ts'
import { InputError, Session } from '../../src/index.ts'
import { SOLAR_SOURCES } from '../../src/neutrinos/index.ts'
import { pointJson } from '../../src/reports/index.ts'

const sheet = { width_mm: 160, aspect: 0.58, theme: 'light' } as const
const benchmark = { model: 'mu-tau', mass_GeV: 0.015, coupling: 4.6e-4 } as const
const masses_GeV = [1e-3, 10] as const
const boson = (model: string, graph: (typeof GRAPHS)[number] = 'branching'): Aside => ({
  kind: 'boson',
  assumptions: {},
  boson: { ...benchmark, model },
  graph,
  masses_GeV,
})

/** Values of each curve of a figure, by the place across. */
function curves(csv: string): Map<string, Map<number, number>> {
  const found = new Map<string, Map<number, number>>()
  for (const line of csv.trim().split('\n').slice(1)) {
    const cells = line.match(/("[^"]*"|[^,]*)(,|$)/g)!.map((cell) => cell.replace(/,$/, ''))
    const [layer, x, y] = [cells[2], Number(cells[7]), Number(cells[8])]
    const curve = found.get(layer) ?? new Map<number, number>()
    found.set(layer, curve.set(x, y))
  }
  return found
}

describe('a boson beside the plane', () => {
  it.each(['mu-tau', 'b-l', 'dark-photon', 'bernal:c=-0.1,tanEta=-0.75,cPhi=20'])('of %s is what the command line tells', async (model) => {
    const { facts } = await answered(boson(model), sheet)
    const { constraints: _, ...point } = pointJson(new Session().boson(model, 0.015, 4.6e-4), [])
    expect(facts).toEqual(point)
  })

  it.each(['b-l', 'dark-photon', 'B-3Lmu'])('of %s decays into something, at every mass', async (model) => {
    const { sketch } = await answered(boson(model), sheet)
    const all = curves(sketch!.csv)
    all.delete('pinned')
    const masses = new Set([...all.values()].flatMap((curve) => [...curve.keys()]))
    expect(masses.size).toBeGreaterThan(100)
    for (const mass of masses) {
      const sum = [...all.values()].reduce((total, curve) => total + (curve.get(mass) ?? 0), 0)
      expect(Math.abs(sum - 1)).toBeLessThan(1e-6)
    }
  })

  it('lives as long as its widths say', async () => {
    const [widths, lengths] = await Promise.all([answered(boson('b-l', 'widths'), sheet), answered(boson('b-l', 'decay-length'), sheet)])
    const [total, length] = [curves(widths.sketch!.csv).get('total')!, curves(lengths.sketch!.csv).get('decay-length')!]
    const products = [...total].map(([mass, width]) => width * length.get(mass)!)
    for (const product of products) expect(Math.abs(product / 1.973269804e-16 - 1)).toBeLessThan(1e-9)
  })

  it.each(GRAPHS)('has a picture of its %s', async (graph) => {
    const { sketch } = await answered(boson('b-l', graph), sheet)
    expect(sketch!.svg).toMatch(/^<svg[^>]*viewBox/)
    expect(sketch!.svg).not.toMatch(/NaN|Infinity|<script/)
    expect(sketch!.svg).toContain('id="aside-')
  })

  it('that couples to nothing has no picture, and a reason', async () => {
    for (const graph of GRAPHS) {
      const { sketch, remarks, facts } = await answered(boson('0', graph), sheet)
      expect(sketch).toBeUndefined()
      expect(remarks).toEqual([expect.stringMatching(/Nothing to draw/)])
      expect(facts!.lifetime_s).toBeNull()
    }
  })
})

describe('the early universe beside the plane', () => {
  it('has the number of neutrinos that the constraint tells, at the pinned mass and against it', async () => {
    const { universe, sketch } = await answered(boson('mu-tau', 'n-eff'), sheet)
    const { quantity } = await new Session().constraint('n-eff')
    const { value } = quantity!(new Session().boson('mu-tau', 0.015, 4.6e-4))
    expect(universe).toMatchObject({ 'n-eff': { name: 'N_eff', value }, hubble: { name: 'H₀', value: expect.any(Number) } })
    const curve = [...curves(sketch!.csv).get('n-eff')!]
    const above = curve.findIndex(([mass]) => mass > 0.015)
    const [lower, upper] = [curve[above][1], curve[above - 1][1]]
    expect(value).toBeGreaterThan(lower)
    expect(value).toBeLessThan(upper)
    expect(curve[curve.length - 1][0]).toBeLessThan(0.11)
  })

  it('has none of a boson that decays to none of it', async () => {
    const { universe, remarks, sketch } = await answered(boson('0', 'n-eff'), sheet)
    const why = { silent: expect.stringMatching(/^decays neither/) }
    expect([universe, sketch]).toEqual([{ 'n-eff': why, hubble: why }, undefined])
    expect(remarks).toEqual([expect.stringMatching(/Nothing to draw/)])
  })
})

describe('muons at NA64 beside the plane', () => {
  const ask = (mass_GeV?: number) =>
    answered(
      {
        kind: 'spectrum',
        assumptions: {},
        boson: mass_GeV === undefined ? undefined : { ...benchmark, mass_GeV },
        experiment: 'na64mu-1e11',
      },
      sheet,
    )
  it('are those of the pinned boson, in a window', async () => {
    const { sketch, remarks } = await ask(0.1)
    expect(sketch!.csv).toMatch(/^channel,[^\n]*\nmuon,GeV/)
    expect(sketch!.svg).toContain('window')
    expect(remarks.join(' ')).toMatch(/no background is assumed/)
  })
  it('are none without one, or beyond what is computed; and both are told', async () => {
    const none = await ask()
    expect([none.sketch, none.remarks[0]]).toEqual([undefined, expect.stringMatching(/pin one/)])
    expect(none.choices!.map(({ id }) => id)).toContain('na64mu-1e12')
    const heavy = await ask(5)
    expect([heavy.sketch, heavy.remarks[0]]).toEqual([undefined, expect.stringMatching(/Nothing to draw: .*GeV/)])
  })
})

describe('recoils beside the plane', () => {
  it('are drawn for every experiment that is offered, and offered for every one that measures them', async () => {
    const { choices } = await answered({ kind: 'spectrum', assumptions: {}, boson: benchmark, experiment: 'xenon1t-2020' }, sheet)
    expect(choices!.length).toBeGreaterThan(20)
    for (const { id } of choices!) {
      const { sketch } = await answered({ kind: 'spectrum', assumptions: {}, boson: benchmark, experiment: id }, sheet)
      expect(sketch!.svg).not.toMatch(/NaN|Infinity/)
      expect(sketch!.csv.trim().split('\n').length).toBeGreaterThan(1)
    }
  })

  it('are those of the Standard Model for a boson that hardly couples', async () => {
    const ask = async (coupling: number) => {
      const { sketch } = await answered(
        { kind: 'spectrum', assumptions: {}, boson: { ...benchmark, coupling }, experiment: 'xenon1t-2020' },
        sheet,
      )
      const [head, ...rows] = sketch!.csv
        .trim()
        .split('\n')
        .map((line) => line.split(','))
      const [without, own] = ['neutrinos', 'with_boson'].map((name) => head.indexOf(name))
      return rows.map((row) => Math.abs(Number(row[own]) / Number(row[without]) - 1))
    }
    expect(Math.max(...(await ask(1e-9)))).toBeLessThan(1e-9)
    expect(Math.max(...(await ask(1.4e-3)))).toBeGreaterThan(0.1)
  })

  it('of what is no experiment are refused, with what there is', async () => {
    const { sketch, remarks, choices } = await answered({ kind: 'spectrum', assumptions: {}, boson: undefined, experiment: 'na64' }, sheet)
    expect([sketch, remarks]).toEqual([undefined, [expect.stringMatching(/na64/)]])
    expect(choices!.map(({ id }) => id)).toContain('darwin-nr')
  })
})

describe('solar neutrinos beside the plane', () => {
  it.each(SOLAR_SOURCES)('of %s are of some flavour', async (source) => {
    const { sketch } = await answered({ kind: 'solar', assumptions: {}, boson: { ...benchmark, model: 'b-3e' }, source }, sheet)
    const all = curves(sketch!.csv)
    for (const own of ['', '-boson']) {
      const [e, mu, tau] = ['e', 'mu', 'tau'].map((flavour) => all.get(`P_e${flavour}${own}`)!)
      expect(e.size).toBeGreaterThan(0)
      for (const [energy, probability] of e) expect(Math.abs(probability + mu.get(energy)! + tau.get(energy)! - 1)).toBeLessThan(1e-12)
    }
  })

  it('say why a boson changes nothing', async () => {
    const ask = (assumptions: Aside['assumptions'], model: string) =>
      answered({ kind: 'solar', assumptions, boson: { ...benchmark, model }, source: '8B' }, sheet)
    expect((await ask({ matterPotential: 'standard' }, 'b-3e')).remarks[0]).toMatch(/assumed away/)
    expect((await ask({}, 'dark-photon')).remarks[0]).toMatch(/no potential/)
    expect((await ask({}, 'b-3e')).remarks[0]).toMatch(/at most/)
  })
})

describe('a published figure beside the plane', () => {
  it('is the one of its recipe', async () => {
    const { sketch, remarks } = await answered({ kind: 'figure', assumptions: {}, figure: 'amaral-2020-7' }, sheet)
    expect(sketch!.panels).toBe(3)
    expect(remarks[0]).toContain('2006.11225')
  })

  it('that there is none of is refused', async () => {
    await expect(answered({ kind: 'figure', assumptions: {}, figure: 'amaral-2020-99' }, sheet)).rejects.toThrow(InputError)
  })
})
