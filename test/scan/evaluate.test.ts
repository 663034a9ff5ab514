import { describe, expect, it } from 'vitest'
import { type Assumptions, assume } from '../../src/assumptions.ts'
import { branchingRatios, lifetime_s, partialWidths } from '../../src/decays/index.ts'
import { EXPERIMENTS } from '../../src/experiments/index.ts'
import { combine } from '../../src/inference/index.ts'
import { type Chunk, type Column, cell, decodeChunk, encodeChunk, evaluator, type ScanSpec } from '../../src/scan/index.ts'
import { Session } from '../../src/session.ts'

const SPEC: ScanSpec = {
  title: 'a test',
  model: 'muon-nu:ratio={ratio}',
  parameters: [
    { name: 'ratio', axis: { kind: 'sampled', scale: 'linear', from: -1, to: 1 } },
    { name: 'mass', axis: { kind: 'sampled', scale: 'log', from: 1e-3, to: 1 } },
    { name: 'coupling', axis: { kind: 'sampled', scale: 'log', from: 1e-6, to: 0.1 } },
  ],
  samples: { sequence: 'sobol', points: 64 },
  compute: {
    constraints: ['g-2-muon', 'g-2-muon@gMinus2=fnal-2021,kineticMixing=none', 'borexino-2017', 'n-eff'],
    limits: ['borexino-2017', 'g-2-muon'],
    quantities: ['branching', 'lifetime'],
    likelihood: ['borexino-2017', 'cenns10-2020', 'g-2-muon'],
    approximate: ['na62-kaon'],
  },
  assumptions: assume(),
  own: [],
}

const NOTHING = { constraints: [], limits: [], quantities: [], likelihood: [], approximate: [] } as const

/** Rows as records. */
function records(columns: readonly Column[], { rows, columns: data }: Chunk) {
  return Array.from({ length: rows }, (_, row) => Object.fromEntries(columns.map(({ name }, i) => [name, cell(data[i], row)])))
}

describe('a row', () => {
  it('says which of the likelihood count as without the boson', async () => {
    const likelihood = ['na64mu-2024', 'g-2-muon']
    const masses = { name: 'mass', axis: { kind: 'list', values: [0.01, 8] } } as const
    const coupling = { name: 'coupling', axis: { kind: 'fixed', value: 1e-3 } } as const
    const spec: ScanSpec = {
      ...SPEC,
      model: 'mu-tau',
      parameters: [masses, coupling],
      samples: undefined,
      compute: { ...NOTHING, likelihood },
    }
    const { columns, chunk } = await evaluator(spec)
    expect(records(columns, chunk(0, 2)).map((row) => row['silent.likelihood'])).toEqual([null, 'na64mu-2024'])
  })

  it('holds what a session says of its point', async () => {
    const { columns, chunk } = await evaluator(SPEC)
    const session = new Session(SPEC.assumptions)
    const { constraints: ids } = SPEC.compute
    let [silent, quantities] = [0, 0]
    for (const row of records(columns, chunk(10, 20))) {
      const boson = session.boson(`muon-nu:ratio=${row.ratio}`, row.mass_GeV as number, row.coupling as number)
      for (const [i, { constraint, verdict, status }] of (await session.point(boson, ids)).entries()) {
        expect(row[`status.${ids[i]}`]).toBe(status)
        if (typeof verdict === 'number') {
          expect(row[`strength.${ids[i]}`]).toBe(verdict)
          expect(row[`silent.${ids[i]}`]).toBeNull()
          if (constraint.quantity !== undefined) expect(row[`quantity.${ids[i]}`]).toBe(constraint.quantity(boson).value)
          quantities += constraint.quantity === undefined ? 0 : 1
        } else {
          expect(row[`strength.${ids[i]}`]).toBeNull()
          expect(row[`silent.${ids[i]}`]).toBe(verdict.silent)
          silent++
        }
      }
      const widths = partialWidths(boson)
      expect(row['branching.neutrinos']).toBe(branchingRatios(widths).neutrinos)
      expect(row.lifetime_s).toBe(lifetime_s(widths))
      expect(row.problem).toBeNull()
    }
    expect(silent).toBeGreaterThan(0)
    expect(quantities).toBeGreaterThan(0)
  })

  it('holds the limits at its mass, whatever its coupling', async () => {
    const { columns, chunk } = await evaluator(SPEC)
    const session = new Session(SPEC.assumptions)
    for (const row of records(columns, chunk(0, 5))) {
      const [curve] = await session.limits(`muon-nu:ratio=${row.ratio}`, ['borexino-2017'], [row.mass_GeV as number])
      const excluded = curve.points[0].result as readonly (readonly [number, number])[]
      const read = JSON.parse(row['limits.borexino-2017'] as string) as [number | null, number | null][]
      expect(read.map(([lo, hi]) => [lo ?? 0, hi ?? Infinity])).toEqual(excluded)
      expect(row['lower.borexino-2017']).toBe(excluded[0]?.[0] ?? null)
    }
  })

  it('holds the joint likelihood of its point, and how far that is from no boson', async () => {
    const { columns, chunk } = await evaluator(SPEC)
    const session = new Session(SPEC.assumptions)
    const { likelihood, approximate } = SPEC.compute
    const joint = combine(await session.constraints(likelihood), await session.constraints(approximate))
    for (const row of records(columns, chunk(0, 16))) {
      const boson = session.boson(`muon-nu:ratio=${row.ratio}`, row.mass_GeV as number, row.coupling as number)
      const value = joint.profiled(boson)
      expect(Math.abs((row.minus2LogL as number) / value - 1)).toBeLessThan(1e-9)
      expect(row.deltaChi2).toBe((row.minus2LogL as number) - joint.standard())
    }
  })

  it('says why nothing is computed, and keeps its parameters', async () => {
    const masses = [1e-25, 0.01, 91.1876]
    const spec: ScanSpec = {
      ...SPEC,
      model: 'bernal:epsilon=1e-3',
      parameters: [
        { name: 'mass', axis: { kind: 'list', values: masses } },
        { name: 'coupling', axis: { kind: 'fixed', value: 1e-4 } },
      ],
      samples: undefined,
    }
    const { columns, chunk } = await evaluator(spec)
    const rows = records(columns, chunk(0, 3))
    expect(rows.map((row) => row.mass_GeV)).toEqual(masses)
    expect(rows[0].problem).toMatch(/^mass: 1e-25 GeV is not allowed/)
    expect(rows[1].problem).toBeNull()
    expect(rows[1]['branching.ee']).toBeGreaterThan(0)
    expect(rows[2].problem).toMatch(/too close to the Z/)
    const said = Object.entries(rows[2]).filter(([, value]) => value !== null)
    expect(said.map(([name]) => name)).toEqual(['mass_GeV', 'coupling', 'problem'])
  })

  it('has the lifetime of no stable boson', async () => {
    const parameters = [
      { name: 'mass', axis: { kind: 'fixed', value: 5e-4 } },
      { name: 'coupling', axis: { kind: 'fixed', value: 1e-4 } },
    ] as const
    const compute = { ...NOTHING, quantities: ['lifetime', 'widths'] } as const
    const { columns, chunk } = await evaluator({ ...SPEC, model: 'muon-only', parameters, samples: undefined, compute })
    expect(records(columns, chunk(0, 1))[0]).toMatchObject({ lifetime_s: null, 'width_GeV.total': 0 })
  })
})

describe('all constraints', () => {
  it('give the same numbers, to the last bit, however the points are cut and ordered', async () => {
    const spec: ScanSpec = {
      ...SPEC,
      model: 'b-l',
      parameters: [
        { name: 'mass', axis: { kind: 'list', values: [0.004, 0.3] } },
        { name: 'coupling', axis: { kind: 'list', values: [1e-5, 3e-4] } },
      ],
      samples: undefined,
      compute: {
        ...NOTHING,
        constraints: EXPERIMENTS.map(({ id }) => id),
        quantities: ['couplings', 'g-minus-2', 'kinetic-mixing'],
        likelihood: ['borexino-2017', 'cenns10-2020', 'xenon1t-2020', 'coherent-csi-2021', 'g-2-muon'],
      },
    }
    const [one, other] = [await evaluator(spec), await evaluator(spec)]
    const whole = records(one.columns, one.chunk(0, 4))
    const pieces = [3, 1, 0, 2].map((index) => ({ index, row: records(other.columns, other.chunk(index, 1))[0] }))
    for (const { index, row } of pieces) expect(row).toEqual(whole[index])
    expect(Object.values(whole[0]).filter((value) => typeof value === 'number').length).toBeGreaterThan(60)
  })
})

describe('a chunk as bytes', () => {
  it('is what it was', async () => {
    const { columns, chunk } = await evaluator(SPEC)
    const computed = chunk(3, 7)
    const bytes = encodeChunk('a hash', computed)
    const { plan, ...read } = decodeChunk(bytes)
    expect(plan).toBe('a hash')
    expect(read.first).toBe(3)
    expect(records(columns, read)).toEqual(records(columns, computed))
    expect(encodeChunk('a hash', read)).toEqual(bytes)
  })

  it('refuses a number that is none', async () => {
    const broken = { ...SPEC.assumptions } as Assumptions
    const { chunk } = await evaluator({ ...SPEC, assumptions: broken, parameters: [SPEC.parameters[0], SPEC.parameters[1], NOT_A_NUMBER] })
    expect(() => chunk(0, 1)).toThrow(/not a number/)
  })
})

const NOT_A_NUMBER = { name: 'coupling', axis: { kind: 'fixed', value: Number.NaN } } as const
