import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { layoutFigure } from '../../src/figures/layout.ts'
import { overlaid } from '../../src/figures/overlaid.ts'
import { scanFigure, scanMapFigure, scanOverlay } from '../../src/figures/scan.ts'
import type { FigureSpec, Layer } from '../../src/figures/spec.ts'
import { deltaChi2At } from '../../src/inference/index.ts'
import { randomStream } from '../../src/numerics/index.ts'
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
    silent: async () => 0,
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

  it('says at how many points its likelihood says nothing, and is none where it does so at all', async () => {
    const table = known()
    const { silent } = await scanSamples({ ...table, silent: async () => 12 })
    expect(silent).toBe(`the likelihood has nothing to say at 12 of ${table.points} points, which count as without the boson`)
    await expect(scanSamples({ ...table, silent: async () => table.points })).rejects.toThrow(
      'scan: its likelihood has nothing to say at any point: there is nothing to draw',
    )
    const numbers = async (names: readonly string[]) =>
      (await table.numbers(names)).map((column, k) => (names[k] === 'minus2LogL' ? column.map((_, i) => 7 + (i % 3) * 1e-15) : column))
    await expect(scanSamples({ ...table, numbers })).rejects.toThrow('the same at every point but for rounding')
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

describe('a map of drawn points', () => {
  const COUNT = 16_384
  const drawn: Parameter[] = parameters.map(({ name, axis }) => {
    const { scale, from, to } = axis as { scale: 'log' | 'linear'; from: number; to: number }
    return { name, axis: { kind: 'sampled', scale, from, to } }
  })

  /** The scan of before, its points drawn. */
  function scattered(): ScanTable {
    const table = known()
    const random = randomStream(12)
    const rows = Array.from({ length: COUNT }, () => [6 * random.uniform() - 3, 6 * random.uniform() - 6, 6 * random.uniform() - 9])
    const data: Record<string, Float64Array> = {
      ratio: Float64Array.from(rows, ([r]) => r),
      mass: Float64Array.from(rows, ([, m]) => Math.exp(m)),
      coupling: Float64Array.from(rows, ([, , c]) => Math.exp(c)),
      'strength.na64mu-2024': Float64Array.from(rows, ([r, , c]) => Math.exp(2 * (c + 6)) * (1 + r * r)),
    }
    return {
      ...table,
      spec: { ...table.spec, parameters: drawn },
      points: COUNT,
      numbers: async (names) => names.map((name) => data[name]),
    }
  }

  it('has the largest strength where it is, not at the middle of cells', async () => {
    const found = await scanColumns(scattered(), ['mass', 'coupling', 'strength.na64mu-2024'])
    const map = { x: 'mass', y: 'coupling', value: found.parameters[2] } as const
    const { panels, footnote } = scanMapFigure(found, found.columns[2], { ...map, which: 'largest' }, { title: 'drawn' })
    const [layer] = panels[0].layers
    if (layer.kind !== 'region' || layer.style !== 'exclusion') throw new Error('nothing is excluded')
    const edges = layer.polygons[0].map(([mass, coupling]) => places(mass, coupling)).filter(([u, v]) => Math.abs(u) < 2.8 && v < 2)
    const exact = -0.5 * Math.log(10)
    const mean = edges.reduce((sum, [, v]) => sum + v - exact, 0) / edges.length
    expect(edges.length).toBeGreaterThan(40)
    // Cells of 0.37; the largest of one put at its middle is off by half of it, to smaller couplings.
    expect(Math.abs(mean)).toBeLessThan(0.04)
    for (const [, v] of edges) expect(Math.abs(v - exact)).toBeLessThan(0.15)
    expect(footnote).toMatch(/of the points around each place, to \d+ % in mass, \d+ % in coupling/)
    expect(() => scanMapFigure(found, found.columns[2], { ...map, which: 'smallest' }, { title: 'drawn' })).toThrow(
      'take: the smallest strength of the points that were drawn says nothing of every ratio',
    )
    expect(() => scanMapFigure(found, found.columns[2], { ...map, y: map.value.name, which: 'largest' }, { title: '' })).toThrow(
      /^value: 'strength.na64mu-2024' is on an axis already/,
    )
  })
})

describe('regions of a scan over a plot', () => {
  const levels = [0.6827]
  const of = { model: 'mu-tau', best: 'mu-tau', assumptions: {} }

  it('have no edge where the scan ends, and say so where they are not seen', async () => {
    const overlay = scanOverlay(await scanSamples(known()), ['mass', 'coupling'], { title: 'known', levels, of })
    const [region] = overlay.layers
    if (region.kind !== 'region') throw new Error('no region')
    expect(region).toMatchObject({ isFaint: true, within: { x: [Math.exp(-6), 1], y: [Math.exp(-9), Math.exp(-3)] } })
    const figureOver = (min: number, max: number): FigureSpec => ({
      id: 'limits',
      caption: '',
      panels: [{ x: { label: '', scale: 'log', min, max }, y: { label: '', scale: 'log', min: 1e-6, max: 1 }, layers: [] }],
    })
    expect(overlaid(figureOver(1e-3, 10), overlay, of).footnote).not.toMatch(/frame|axes/)
    expect(overlaid(figureOver(10, 100), overlay, of).footnote).toMatch(/nothing of the scan lies within these axes$/)
    expect(overlaid(figureOver(0.06, 100), overlay, of).footnote).toMatch(/the best point is outside the frame$/)
    // An open end: the range ends at the best point.
    const half = { ...region, polygons: [region.polygons[0].map(([m, g]) => [Math.max(m, Math.exp(-3)), g] as const)] }
    const cut = { ...half, within: { x: [Math.exp(-3), 1] as const, y: region.within!.y } }
    const edgesOf = (layer: Layer) =>
      layoutFigure({ ...figureOver(1e-3, 10), panels: [{ ...figureOver(1e-3, 10).panels[0], layers: [layer] }] }).panels[0].layers[0]
        .strokes
    const upright = (lines: ReturnType<typeof edgesOf>) =>
      lines.flatMap((line) =>
        line.slice(1).filter(([x], i) => Math.abs(x - line[i][0]) < 1e-6 && Math.abs(line[i + 1][1] - line[i][1]) > 5),
      )
    expect(upright(edgesOf({ ...half, within: undefined } as unknown as Layer)).length).toBeGreaterThan(0)
    expect(upright(edgesOf(cut))).toEqual([])
  })

  it('have their best point in the frame where it is at the end of the range', async () => {
    const table = known()
    const at = await table.numbers(['coupling'])
    const numbers = async (names: readonly string[]) =>
      (await table.numbers(names)).map((column, k) =>
        names[k] === 'minus2LogL' ? at[0].map((value) => 10 * Math.log(value) ** 2) : column,
      )
    const { footnote } = scanFigure(await scanSamples({ ...table, numbers }), ['mass', 'coupling'], { title: '', view: 'profile', levels })
    expect(footnote).not.toMatch(/outside/)
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
