import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Assumptions, assume } from '../../src/assumptions.ts'
import { type Constraint, type Interval, intervalsAt, type Silent } from '../../src/constraints/index.ts'
import { couplingRays } from '../../src/couplings/index.ts'
import { bbnCmb } from '../../src/experiments/bbn-cmb.ts'
import { na62Kaon } from '../../src/experiments/kaons/na62-kaon.ts'
import { resolveModel } from '../../src/models/index.ts'
import { type Column, outlines, refinedColumns, type Vertex, visibleOutlines } from '../../src/regions/index.ts'
import { logGrid } from '../../src/units.ts'

const OPEN = Number.POSITIVE_INFINITY
const WINDOW = [1e-6, 1] as const

/** How many of the outlines hold a point, in the logarithms of both. */
function covering(polygons: readonly (readonly Vertex[])[], mass: number, coupling: number): number {
  const [x, y] = [Math.log(mass), Math.log(coupling)]
  return polygons.filter((polygon) => {
    const points = polygon.map(([m, g]) => [Math.log(m), Math.log(g)])
    return points.reduce((inside, [x1, y1], i) => {
      const [x2, y2] = points[(i + 1) % points.length]
      return x1 > x !== x2 > x && y < y1 + ((x - x1) * (y2 - y1)) / (x2 - x1) ? !inside : inside
    }, false)
  }).length
}

/** Half the height of a lens between two masses, zero outside. */
const lens = (mass: number, from: number, to: number, height: number): number => {
  const t = Math.log(mass / from) / Math.log(to / from)
  return t > 0 && t < 1 ? height * Math.sqrt(t * (1 - t)) : 0
}

/** All from g ∝ m on, but for two allowed islands, one of which opens within the other's masses; capped above 0.3 GeV. */
function islands(mass: number): readonly Interval[] {
  const holes: Interval[] = [
    [3 * mass, lens(mass, 0.01, 0.1, 1.2)],
    [60 * mass, lens(mass, 0.03, 0.5, 1.6)],
  ]
    .filter(([, half]) => half > 0)
    .map(([middle, half]) => [middle * Math.exp(-half), middle * Math.exp(half)])
  const edges = [0.2 * mass, ...holes.flat(), mass > 0.3 ? 500 * mass : OPEN]
  return Array.from({ length: edges.length / 2 }, (_, i): Interval => [edges[2 * i], edges[2 * i + 1]])
}

/** Two branches that are one below 0.05 GeV and part above, the lower with an end of its own. */
function fork(mass: number): Silent | readonly Interval[] {
  if (mass > 2) return { silent: 'too heavy' }
  const gap = mass > 0.05 ? 0.3 * Math.log(mass / 0.05) : 0
  const middle = 1e-3
  if (gap === 0) return [[1e-4, 1e-2]]
  const lower: Interval[] = mass < 0.4 ? [[1e-4, middle * Math.exp(-gap)]] : []
  return [...lower, [middle * Math.exp(gap), 1e-2]]
}

describe('outlines', () => {
  it.each([
    ['islands in a half plane', islands],
    ['a fork', fork],
    ['a fork met from the right', (mass: number) => fork(4e-3 / mass)],
  ])('cover exactly what the intervals do: %s', (_, shape) => {
    const columns = refinedColumns(shape, logGrid(1e-3, 10, 160))
    const polygons = outlines(columns, WINDOW)
    fc.assert(
      fc.property(fc.double({ min: -2.999, max: 0.999, noNaN: true }), fc.double({ min: -5.99, max: -0.01, noNaN: true }), (x, y) => {
        const [mass, coupling] = [10 ** x, 10 ** y]
        const margins = [0.97, 1, 1.03].flatMap((m) => {
          const result = shape(mass * m)
          return 'silent' in result
            ? [false]
            : [0.95, 1, 1.05].map((g) => result.some(([lo, hi]) => lo < coupling * g && coupling * g < hi))
        })
        fc.pre(margins.every((inside) => inside === margins[0]))
        expect(covering(polygons, mass, coupling)).toBe(margins[0] ? 1 : 0)
      }),
      { numRuns: 1500 },
    )
  })

  it('never overlap, whatever the columns do', () => {
    const interval = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }).map((edges): Interval[] => {
      const sorted = [...edges].sort((a, b) => a - b).map((edge) => 10 ** (edge / 10 - 5))
      return Array.from({ length: Math.floor(sorted.length / 2) }, (_, i) => [sorted[2 * i], sorted[2 * i + 1]])
    })
    fc.assert(
      fc.property(
        fc.array(interval, { minLength: 2, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -5, max: -1, noNaN: true }),
        (results, at, y) => {
          const columns = results.map((result, i): Column => ({ at: 2 ** i, result }))
          const polygons = outlines(columns, WINDOW)
          expect(covering(polygons, 2 ** (at * (results.length - 1)), 10 ** y)).toBeLessThanOrEqual(1)
          for (const [, coupling] of polygons.flat()) expect(coupling >= WINDOW[0] && coupling <= WINDOW[1]).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('of one region are one outline: lower edges forward, upper edges back, cut at the window', () => {
    const columns: Column[] = [1, 2, 4].map((mass) => ({ at: mass, result: [[1e-3 * mass, OPEN]] }))
    expect(outlines(columns, WINDOW)).toEqual([
      [
        [1, 1e-3],
        [2, 2e-3],
        [4, 4e-3],
        [4, 1],
        [2, 1],
        [1, 1],
      ],
    ])
  })

  it('are none where nothing is excluded, or all is outside the window, or silent', () => {
    expect(outlines([], WINDOW)).toEqual([])
    for (const result of [[], [[2, 3]], [[1e-9, 1e-7]], { silent: 'why' }] as Column['result'][]) {
      expect(
        outlines(
          [1, 2, 3].map((at) => ({ at, result })),
          WINDOW,
        ),
      ).toEqual([])
    }
  })

  it('fill the window where everything is excluded', () => {
    const all: Column[] = [1, 2].map((at) => ({ at, result: [[0, OPEN]] }))
    expect(outlines(all, WINDOW)).toEqual([
      [
        [1, 1e-6],
        [2, 1e-6],
        [2, 1],
        [1, 1],
      ],
    ])
  })

  it('of silence in between are two', () => {
    const columns: Column[] = [1, 2, 3, 4, 5].map((mass) => ({ at: mass, result: mass === 3 ? { silent: 'gap' } : [[0.1, OPEN]] }))
    expect(outlines(columns, WINDOW).map((outline) => outline.map(([mass]) => mass))).toEqual([
      [1, 2, 2, 1],
      [4, 5, 5, 4],
    ])
  })
})

describe('visible outlines', () => {
  const band = (lo: number, hi: number): Column[] => [1, 2].map((mass) => ({ at: mass, result: [[lo * mass, hi * mass]] }))

  it('go on beyond the frame, so that the frame cuts them and not the nearest column', () => {
    expect(visibleOutlines(band(0.6, OPEN), WINDOW)).toEqual([
      [
        [1, 0.6],
        [2, 1.2],
        [2, 1e3],
        [1, 1e3],
      ],
    ])
  })

  it('are those alone of which something is in the frame', () => {
    expect(visibleOutlines(band(2, 3), WINDOW)).toEqual([])
    expect(visibleOutlines(band(1e-8, 4e-7), WINDOW)).toEqual([])
    expect(visibleOutlines(band(1e-8, 6e-7), WINDOW)).toHaveLength(1)
  })
})

describe('refined columns', () => {
  const pinned = (columns: readonly Column[]) =>
    columns.slice(1).flatMap((column, i) => {
      const [a, b] = [columns[i].result, column.result]
      const size = (result: Column['result']) => ('silent' in result ? 'silent' : result.map(([lo, hi]) => [lo > 0, hi < OPEN]).join())
      return size(a) === size(b) ? [] : [[columns[i].at, column.at]]
    })

  it('keep the grid, ascending, and pin every change between two points of it', () => {
    const masses = logGrid(1e-3, 10, 9)
    // three changes between 0.01 and 0.0316, one at 0.5
    const resultAt = (mass: number): Column['result'] =>
      mass < 0.012
        ? [[0.1, OPEN]]
        : mass < 0.02
          ? []
          : mass < 0.027
            ? { silent: 'why' }
            : mass < 0.5
              ? [[0.1, 0.2]]
              : [
                  [0.1, 0.2],
                  [0.4, OPEN],
                ]
    const columns = refinedColumns(resultAt, masses, 'log', 1e-5)
    const found = columns.map(({ at }) => at)
    expect(found).toEqual([...found].sort((a, b) => a - b))
    expect(found).toEqual(expect.arrayContaining(masses))
    expect(pinned(columns)).toHaveLength(4)
    pinned(columns).forEach(([from, to], i) => {
      const change = [0.012, 0.02, 0.027, 0.5][i]
      expect(from <= change && change <= to).toBe(true)
      expect(to / from - 1).toBeLessThanOrEqual(1e-5)
    })
  })

  it('add nothing where nothing changes', () => {
    const masses = logGrid(1e-3, 10, 50)
    expect(refinedColumns(() => [[0.1, OPEN]], masses).map(({ at }) => at)).toEqual(masses)
    expect(refinedColumns(() => [], [0.1])).toHaveLength(1)
    expect(refinedColumns(() => [], [])).toEqual([])
  })

  it('pin jumps of an edge down, and leave what is merely steep as it is', () => {
    const columns = refinedColumns((mass) => [[mass < 0.03 ? 1e-3 * mass : 4e-3 * mass, OPEN]], logGrid(1e-2, 0.1, 8))
    const masses = columns.map(({ at }) => at)
    const [from, to] = [masses.findLast((mass) => mass < 0.03) as number, masses.find((mass) => mass >= 0.03) as number]
    expect(to / from - 1).toBeLessThanOrEqual(1e-4)
    expect(refinedColumns((mass) => [[mass, OPEN]], logGrid(1e-2, 0.1, 8))).toHaveLength(8)
  })

  it('bisect evenly on a linear scale, through zero and below, to a part of the grid', () => {
    const columns = refinedColumns((t) => (t < -0.3 || t > 0 ? [[1, 2]] : { silent: 'why' }), [-2, -1, -0.1, 1, 2], 'linear', 1e-3)
    expect(pinned(columns)).toHaveLength(2)
    pinned(columns).forEach(([from, to], i) => {
      expect(from <= [-0.3, 0][i] && [-0.3, 0][i] <= to).toBe(true)
      expect(to - from).toBeLessThanOrEqual(4e-3)
    })
  })

  const resultsOf = (constraint: Constraint, assumptions: Assumptions) => {
    const rayAt = couplingRays(resolveModel('mu-tau'), assumptions)
    return (mass: number) => intervalsAt(constraint, rayAt, mass)
  }

  it('find real thresholds: m_K − m_μ, and the mass that nucleosynthesis allows', async () => {
    const asPrinted = assume('default', { recipe: 'as-printed' })
    const masses = logGrid(1e-3, 1, 12)
    const kaon = refinedColumns(resultsOf(await na62Kaon.prepare(asPrinted), asPrinted), masses)
    const [[from, to]] = pinned(kaon)
    expect(from < 0.493677 - 0.1056583755 && 0.493677 - 0.1056583755 <= to && to / from < 1 + 1e-4).toBe(true)
    const without = assume('default', { kineticMixing: 'none' })
    const bbn = refinedColumns(resultsOf(await bbnCmb.prepare(without), without), masses)
    expect(pinned(bbn)).toHaveLength(1)
    expect(pinned(bbn)[0][0]).toBeLessThanOrEqual(8.342e-3)
    expect(pinned(bbn)[0][1]).toBeGreaterThanOrEqual(8.342e-3)
  })
})
