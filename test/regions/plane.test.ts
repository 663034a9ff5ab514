import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { type Entry, isSilent } from '../../src/constraints/index.ts'
import { bosonAt, couplingRay, mediumNsi } from '../../src/couplings/index.ts'
import { borexino2017 } from '../../src/experiments/borexino-2017.ts'
import { gMinus2Muon } from '../../src/experiments/g-2-muon.ts'
import { lmaDark } from '../../src/experiments/lma-dark.ts'
import { whiteDwarf } from '../../src/experiments/white-dwarf.ts'
import { resolveModel } from '../../src/models/index.ts'
import { type Column, intervalsIn, PLANES, type PlaneName, placeOf, planeOf, signed, traced } from '../../src/regions/index.ts'
import { Session } from '../../src/session.ts'
import { logGrid } from '../../src/units.ts'

const paper = assume('bernal-2022')
const bernal = (tanEta: number, c = '-0.1') => resolveModel(`bernal:c=${c},tanEta=${tanEta}`)
const numbers = (result: Column['result']): readonly (readonly [number, number])[] => {
  if (isSilent(result)) throw new Error(result.silent)
  return result
}
const expectClose = (value: number, expected: number, tolerance = 1e-9) => expect(Math.abs(value / expected - 1)).toBeLessThan(tolerance)

describe('the plane of mass and coupling', () => {
  it('has what the constraint says along the ray, as it says it', async () => {
    const session = new Session(assume())
    const model = resolveModel('mu-tau')
    const plane = await planeOf(model, { masses: [0.01, 0.1] }, session.assumptions)
    const constraint = await session.constraint('borexino-2017')
    for (const mass of plane.parameter.values) {
      expect(intervalsIn(plane, constraint, mass)).toEqual(constraint.intervals(couplingRay(model, mass, session.assumptions)))
    }
    expect(placeOf(plane, [0.01, 1e-4])).toEqual([0.01, 1e-4])
  })
})

describe('the plane of mass and ε_medium', () => {
  it('tells couplings as the ε_medium of the boson that has them', async () => {
    const plane = await planeOf(bernal(-0.75), { plane: 'mass,epsMedium', masses: logGrid(5e-3, 0.2, 5) }, paper)
    const constraint = await gMinus2Muon.prepare(paper)
    for (const mass of plane.parameter.values) {
      const [[lo, hi]] = numbers(constraint.intervals(couplingRay(bernal(-0.75), mass, paper)))
      const [[low, high]] = numbers(intervalsIn(plane, constraint, mass))
      expectClose(low, mediumNsi(bosonAt(bernal(-0.75), mass, lo, paper), 'mu', 0.54))
      expectClose(high, mediumNsi(bosonAt(bernal(-0.75), mass, hi, paper), 'mu', 0.54))
    }
  })

  it('has the band of LMA-Dark, 2 to 3, at every mass, as bernal-2022 prints it', async () => {
    const plane = await planeOf(bernal(0.7), { plane: 'mass,epsMedium', masses: logGrid(5e-3, 0.2, 4) }, paper)
    const constraint = await lmaDark.prepare(paper)
    for (const mass of plane.parameter.values) {
      const [[low, high]] = numbers(intervalsIn(plane, constraint, mass))
      expectClose(low, 2, 1e-6)
      expectClose(high, 3, 1e-6)
    }
  })

  it('is twice as high in the standard normalisation', async () => {
    const mass = 0.04
    const [halved, whole] = await Promise.all(
      (['bernal-2022', 'standard'] as const).map((nsiNormalisation) =>
        planeOf(
          bernal(-0.75),
          { plane: 'mass,epsMedium', masses: [mass] },
          assume('default', { nsiNormalisation, neutronsPerProton: '0.54' }),
        ),
      ),
    )
    const constraint = await gMinus2Muon.prepare(assume())
    const [[low]] = numbers(intervalsIn(halved, constraint, mass))
    expectClose(numbers(intervalsIn(whole, constraint, mass))[0][0], 2 * low)
  })

  it('lies below zero where attraction is felt: B − L, and c above zero', async () => {
    for (const model of [resolveModel('b-l'), bernal(-0.75, '2/3')]) {
      const plane = await planeOf(model, { plane: 'mass,epsMedium', masses: [0.01] }, assume())
      expect(plane.sign).toBe(-1)
      expect(signed(plane, [1, 2])).toEqual([-2, -1])
      expect(placeOf(plane, [0.01, 2])).toEqual([0.01, -2])
    }
    expect((await planeOf(bernal(-0.75), { plane: 'mass,epsMedium', masses: [0.01] }, assume())).sign).toBe(1)
  })
})

describe('the plane of ε_medium and tan η', () => {
  const options = { plane: 'epsMedium,tanEta', masses: [0.04] } as const

  it('has in each row what the model of that tan η has', async () => {
    const plane = await planeOf(bernal(-0.75), { ...options, tanEtas: [-2, -0.75, 0.6, 2] }, paper)
    const constraint = await gMinus2Muon.prepare(paper)
    for (const tanEta of plane.parameter.values.filter((value) => value !== 0)) {
      const [[lo, hi]] = numbers(constraint.intervals(couplingRay(bernal(tanEta), 0.04, paper)))
      const [[low, high]] = numbers(intervalsIn(plane, constraint, tanEta))
      expectClose(low, mediumNsi(bosonAt(bernal(tanEta), 0.04, lo, paper), 'mu', 0.54))
      expectClose(high, mediumNsi(bosonAt(bernal(tanEta), 0.04, hi, paper), 'mu', 0.54))
    }
  })

  it('has Borexino’s |ε^e| < 2 by eq. (34): ε_medium = 2 (1 + 0.54) / |1 − 1/tan η|, whatever the mass', async () => {
    const tanEtas = [-5, -0.75, 0.4, 0.6, 3]
    const constraint = await borexino2017.prepare(paper)
    for (const mass of [0.02, 0.04]) {
      const plane = await planeOf(bernal(-0.75), { plane: 'epsMedium,tanEta', masses: [mass], tanEtas }, paper)
      for (const tanEta of tanEtas)
        expectClose(numbers(intervalsIn(plane, constraint, tanEta))[0][0], 3.08 / Math.abs(1 - 1 / tanEta), 1e-6)
    }
  })

  it('leaves out tan η = 0, up to which both sides run, and keeps the rest of the model', async () => {
    const model = resolveModel('bernal:c=-0.1,tanEta=-0.75,cPhi=40')
    const plane = await planeOf(model, { ...options, tanEtas: [-1, -0.5, 0.5, 1] }, paper)
    expect(plane.parameter.values).toEqual([-1, -0.5, 0, 0.5, 1])
    expect(isSilent(intervalsIn(plane, await gMinus2Muon.prepare(paper), 0))).toBe(true)
    expect(plane.rayAt(0.5, paper).model.id).toBe('bernal:c=-0.1,tanEta=0.5,cPhi=40,mPhiOverM=1/3')
    const { columns } = traced(plane, [await gMinus2Muon.prepare(paper)])
    expect(columns.map(({ at }) => at)).not.toContain(0)
    expect(Math.min(...columns.map(({ at }) => Math.abs(at)))).toBeLessThan(4e-4)
    expect(placeOf(plane, [0.5, 2])).toEqual([2, 0.5])
  })
})

describe('planes are refused', () => {
  const refused: [string, string, PlaneName, readonly number[], RegExp][] = [
    ['a model without tan η', 'b-l', 'epsMedium,tanEta', [0.04], /^plane: 'b-l' has no parameter tanEta to draw; .* bernal:c=-0\.1$/],
    ['a model that gives ε instead', 'bernal:epsilon=1e-3', 'epsMedium,tanEta', [0.04], /^plane: .* no parameter tanEta/],
    ['two masses where one is fixed', 'bernal', 'epsMedium,tanEta', [0.04, 0.05], /^mass: this plane is drawn at one mass/],
    ['a model that neutral matter does not feel', 'mu-tau', 'mass,epsMedium', [0.04], /^plane: ν_μ feels no potential of mu-tau/],
    [
      'a model that couples by mixing alone',
      'dark-photon',
      'mass,epsMedium',
      [0.04],
      /^plane: ν_μ feels no potential of dark-photon.*m²\/m_Z²/,
    ],
    ['couplings that are not linear', 'bernal:epsilon=1e-3', 'mass,epsMedium', [0.04], /^plane: the couplings of .* are not linear in g/],
    ['an unknown plane', 'b-l', 'mass,tanEta' as PlaneName, [0.04], /^plane: unknown plane 'mass,tanEta'/],
  ]
  it.each(refused)('%s', async (_, model, plane, masses, words) => {
    await expect(planeOf(resolveModel(model), { plane, masses, tanEtas: [-1, 1] }, assume())).rejects.toThrow(words)
  })

  it('none of the names there are', () => {
    expect(PLANES).toEqual(['mass,coupling', 'mass,epsMedium', 'epsMedium,tanEta'])
  })
})

describe('constraints drawn together', () => {
  const toy = (id: string, from: number, to: number, heaviest: number): Entry => ({
    id,
    label: id,
    title: id,
    group: 'theory',
    source: { citations: [], where: 'a toy' },
    async prepare(assumptions) {
      return {
        entry: this,
        assumptions,
        kind: 'exclusion',
        confidence: null,
        statement: id,
        citations: [],
        strength: () => 1,
        intervals: ({ mass }) => (mass > heaviest ? { silent: `${id}: too heavy` } : [[from, to]]),
      }
    },
  })

  it('cover the union of what each covers, with the columns of every change', async () => {
    const session = new Session(assume(), [])
    const constraints = await session.constraints([toy('a', 1e-4, 1e-3, 0.02), toy('b', 5e-4, 1e-2, 0.05), toy('c', 1e-1, 1, 1e-9)])
    const plane = await planeOf(resolveModel('b-l'), { masses: [0.01, 0.1] }, session.assumptions)
    const { columns, extents } = traced(plane, constraints)
    const at = (mass: number) => columns.findLast((column) => column.at <= mass)?.result
    expect(at(0.01)).toEqual([[1e-4, 1e-2]])
    expect(at(0.1)).toEqual({ silent: 'a: too heavy' })
    const changes = columns.slice(1).filter(({ result }, i) => JSON.stringify(result) !== JSON.stringify(columns[i].result))
    expect(changes.length).toBe(2)
    expectClose(changes[0].at, 0.02, 2e-4)
    expectClose(changes[1].at, 0.05, 2e-4)
    expect(extents).toEqual([[1e-4, 1e-3], [5e-4, 1e-2], { silent: 'c: too heavy' }])
  })

  it('are one with themselves', async () => {
    const constraint = await whiteDwarf.prepare(assume())
    const plane = await planeOf(resolveModel('b-l'), { masses: logGrid(1e-3, 10, 20) }, assume())
    expect(traced(plane, [constraint, constraint]).columns).toEqual(traced(plane, [constraint]).columns)
  })
})
