import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { scanFigure, scanMapFigure } from '../../src/figures/scan.ts'
import { deltaChi2At } from '../../src/inference/index.ts'
import { openScan, type Parameter, type ScanTable, scanColumns, scanSamples } from '../../src/scan/index.ts'

const [MASSES, COUPLINGS] = [61, 61]
const parameters: Parameter[] = [
  { name: 'ratio', axis: { kind: 'grid', scale: 'linear', from: -3, to: 3, points: 61 } },
  { name: 'mass', axis: { kind: 'grid', scale: 'log', from: Math.exp(-6), to: 1, points: MASSES } },
  { name: 'coupling', axis: { kind: 'grid', scale: 'log', from: Math.exp(-9), to: Math.exp(-3), points: COUPLINGS } },
]
/** From the middle of both ranges, in the logarithm. */
const places = (mass: number, coupling: number): [number, number] => [Math.log(mass) + 3, Math.log(coupling) + 6]
const quadratic = (u: number, v: number): number => 4 * u * u + 2 * v * v - 3 * u * v
const LEAST = 7

/** A scan with −2 ln L of a known shape: over the plane an ellipse, with the ratio at its best where it is u. */
function known(): ScanTable {
  const grid = (from: number, points: number): number[] => Array.from({ length: points }, (_, i) => from + (6 * i) / (points - 1))
  const rows = grid(-3, 61).flatMap((r) =>
    grid(-6, MASSES).flatMap((m) => grid(-9, COUPLINGS).map((c) => [r, Math.exp(m), Math.exp(c)] as const)),
  )
  const chi2 = ([r, m, c]: readonly [number, number, number]): number => {
    const [u, v] = places(m, c)
    return LEAST + quadratic(u, v) + 9 * (r - u) ** 2
  }
  const data: Record<string, Float64Array> = {
    ratio: Float64Array.from(rows, ([r]) => r),
    mass: Float64Array.from(rows, ([, m]) => m),
    coupling: Float64Array.from(rows, ([, , c]) => c),
    minus2LogL: Float64Array.from(rows, chi2),
    'strength.na64mu-2024': Float64Array.from(rows, ([r, , c]) => (c / Math.exp(-6)) ** 2 * (1 + r * r)),
  }
  const compute = { constraints: ['na64mu-2024'], limits: [], quantities: [], likelihood: ['g-2-muon'], approximate: [] }
  return {
    hash: '',
    version: '',
    citations: [],
    spec: { title: 'known', model: 'muon-nu:ratio={ratio}', parameters, compute, assumptions: assume(), own: [] },
    columns: Object.keys(data).map((name) => ({ name, type: 'number', about: name })),
    points: rows.length,
    numbers: async (names) => names.map((name) => data[name]),
  }
}

describe('the profile of a scan', () => {
  it('of a quadratic is the analytic ellipse, the other parameter at its best', async () => {
    const levels = [0.6827, 0.9, 0.9545]
    const samples = await scanSamples(known())
    const { panels } = scanFigure(samples, ['mass', 'coupling'], { title: 'known', view: 'profile', levels })
    const regions = panels[0].layers.flatMap((layer) => (layer.kind === 'region' ? [layer] : []))
    expect(regions.map(({ label }) => label)).toEqual(['2σ', '90 %', '1σ'])
    for (const [i, { polygons }] of regions.entries()) {
      const level = deltaChi2At([...levels].reverse()[i], 2)
      expect(polygons.length).toBe(1)
      const ring = polygons[0].map(([mass, coupling]) => places(mass, coupling))
      // Linear between points a step of 0.1 apart: f'' h²/8.
      for (const [u, v] of ring) expect(Math.abs(quadratic(u, v) - level)).toBeLessThan((8 * 0.1 ** 2) / 8 + 1e-9)
      // The extent in u of 4u² + 2v² − 3uv = level: v at its best leaves (4 − 9/8) u².
      expect(Math.max(...ring.map(([u]) => u)) / Math.sqrt(level / (4 - 9 / 8))).toBeCloseTo(1, 2)
      expect(Math.max(...ring.map(([, v]) => v)) / Math.sqrt(level / (2 - 9 / 16))).toBeCloseTo(1, 2)
    }
    const best = panels[0].layers.find(({ id }) => id === 'best-fit')
    if (best?.kind !== 'marker') throw new Error('no best fit')
    for (const place of places(...(best.points[0] as [number, number]))) expect(Math.abs(place)).toBeLessThan(1e-9)
  })
})

describe('a scan as weighted points', () => {
  it('counts the likelihood, and the ends of a grid for half', async () => {
    const table = known()
    const samples = await scanSamples(table)
    expect(samples.parameters.map(({ name }) => name)).toEqual(['ratio', 'mass', 'coupling'])
    const at = samples.weights.reduce((best, weight, i) => (weight > samples.weights[best] ? i : best), 0)
    expect([...samples.points.slice(3 * at, 3 * at + 3)].map((value) => Number(value.toPrecision(9)))).toEqual(
      [0, Math.exp(-3), Math.exp(-6)].map((value) => Number(value.toPrecision(9))),
    )
    const [step] = [0.1 ** 3]
    expect(samples.weights[at] / step).toBeCloseTo(1, 9)
    const [chi2] = await table.numbers(['minus2LogL'])
    expect(samples.weights[0] / (Math.exp(-0.5 * (chi2[0] - LEAST)) * (step / 8))).toBeCloseTo(1, 9)
  })

  it('says how many points it leaves out for what is asked of them besides', async () => {
    const table = known()
    const lacking: ScanTable = {
      ...table,
      numbers: async (names) =>
        (await table.numbers(names)).map((column, k) =>
          names[k] === 'strength.na64mu-2024' ? column.map((value, i) => (i % 3 === 0 ? Number.NaN : value)) : column,
        ),
    }
    expect((await scanSamples(lacking)).leftOut).toBeUndefined()
    const { leftOut, weights } = await scanSamples(lacking, { derived: ['strength.na64mu-2024'] })
    const left = Math.ceil(table.points / 3)
    expect(weights).toHaveLength(table.points - left)
    expect(leftOut).toBe(
      `${left} of ${table.points} points have no strength.na64mu-2024 and are left out: all that is shown is of the others`,
    )
  })

  it('believes what it is told before', async () => {
    const flat = await scanSamples(known(), { prior: 'flat' })
    const usual = await scanSamples(known())
    const i = 30_000
    expect(flat.weights[i] / usual.weights[i] / (flat.points[3 * i + 1] * flat.points[3 * i + 2])).toBeCloseTo(1, 9)
    await expect(scanSamples(known(), { prior: 'log' })).rejects.toThrow("prior: 'log' does not go with ratio, which reaches -3")
  })

  it('says what is missing', async () => {
    const { columns, ...table } = known()
    const without = { ...table, columns: columns.filter(({ name }) => name !== 'minus2LogL') }
    await expect(scanSamples(without)).rejects.toThrow('scan: no likelihood was computed')
    await expect(openScan(new ArrayBuffer(64))).rejects.toThrow('scan: it is no Parquet file')
  })
})

describe('a map of a column', () => {
  it('is the largest or smallest of it, excluded above 1', async () => {
    const found = await scanColumns(known(), ['mass', 'coupling', 'strength.na64mu-2024'])
    const edge = (which: 'smallest' | 'largest'): number => {
      const value = found.parameters[2]
      const { panels } = scanMapFigure(found, found.columns[2], { x: 'mass', y: 'coupling', value, which }, { title: 'known' })
      const [layer] = panels[0].layers
      if (layer.kind !== 'region' || layer.style !== 'exclusion') throw new Error('nothing is excluded')
      return Math.min(...layer.polygons[0].map(([, coupling]) => Math.log(coupling) + 6))
    }
    // g² (1 + r²) = 1 at r = 0 and at |r| = 3; linear between values a step of 0.1 apart.
    expect(Math.abs(edge('smallest'))).toBeLessThan(5e-3)
    expect(Math.abs(edge('largest') + 0.5 * Math.log(10))).toBeLessThan(5e-3)
  })
})

describe('a scan of one point', () => {
  it('is nothing to plot', async () => {
    const table = known()
    const fixed = parameters.map(({ name }): Parameter => ({ name, axis: { kind: 'fixed', value: 0.01 } }))
    await expect(scanSamples({ ...table, spec: { ...table.spec, parameters: fixed } })).rejects.toThrow(
      'scan: no parameter varies in it, so there is nothing to plot',
    )
  })
})
