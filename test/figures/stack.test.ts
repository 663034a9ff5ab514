import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/figures/geometry.ts'
import { Raster } from '../../src/figures/raster.ts'
import { clusters, stacked as stackedIn, stackingOrder, untangled, visibleStrokes } from '../../src/figures/stack.ts'

const raster = new Raster({ x: 0, y: 0, width: 150, height: 150 })
const box = (x: number, y: number, width: number, height: number): Line => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]
const area = (mask: Uint8Array): number => mask.reduce((sum, cell) => sum + cell, 0) * raster.cell ** 2

const stacked = (regions: readonly (readonly Line[])[], levels?: readonly number[]) => {
  const order = stackingOrder(raster, regions, levels)
  return { order, ...stackedIn(raster, regions, order) }
}

describe('regions over each other', () => {
  it('show where they reach beyond larger ones; what is covered shows nowhere', () => {
    const [large, inside, beside] = [box(15, 15, 90, 90), box(30, 30, 15, 15), box(90, 30, 45, 30)]
    const { order, visible, free } = stacked([[large], [inside], [beside]])
    expect(order).toEqual([1, 2, 0])
    expect(visible.map(area)).toEqual([8100, 0, 900])
    expect(area(free)).toBe(150 * 150 - 9000)
  })

  it('cover what none of them covers alone', () => {
    const halves = [box(0, 0, 75, 150), box(75, 0, 75, 150)]
    const { visible } = stacked([[box(60, 60, 30, 30)], [halves[0]], [halves[1]]])
    expect(visible.map((mask) => mask.includes(1))).toEqual([false, true, true])
  })

  it('that are alike: one stays', () => {
    const { visible } = stacked([[box(30, 30, 60, 60)], [box(30, 30, 60, 60)], [box(30, 30, 60, 60)]])
    expect(visible.filter((mask) => mask.includes(1))).toHaveLength(1)
  })

  it('of a lower level lie under all others, however large', () => {
    const [block, small] = [box(0, 0, 150, 120), box(30, 30, 30, 30)]
    const { order, visible } = stacked([[block], [small]], [0, 1])
    expect(order).toEqual([0, 1])
    expect(visible.map(area)).toEqual([150 * 120 - 900, 900])
  })

  it('show their edges where they show', () => {
    const [large, beside] = [box(15, 15, 90, 90), box(90, 30, 45, 30)]
    const { visible } = stacked([[large], [beside]])
    const parts = visibleStrokes(raster, [[...beside, beside[0]]], visible[1])
    const xs = parts.flat().map(([x]) => x)
    expect(Math.min(...xs)).toBeGreaterThan(105 - 3 * raster.cell)
    expect(Math.max(...xs)).toBe(135)
  })
})

describe('outlines that run together', () => {
  const frame = { x: 0, y: 0, width: 150, height: 150 }
  const level = (from: number, to: number, y: number): Line => [
    [from, y],
    [to, y],
  ]
  const lengthOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + Math.abs(line[line.length - 1][0] - line[0][0]), 0)

  const rangeOf = (line: Line): [number, number] => [
    Math.min(line[0][0], line[line.length - 1][0]),
    Math.max(line[0][0], line[line.length - 1][0]),
  ]
  /** The widest stretch between two ends where these lines leave a gap. */
  const widestGap = (lines: readonly Line[], from: number, to: number): number => {
    let [end, widest] = [from, 0]
    for (const [start, stop] of lines.map(rangeOf).sort((a, b) => a[0] - b[0])) {
      widest = Math.max(widest, Math.min(start, to) - end)
      end = Math.max(end, stop)
    }
    return Math.max(widest, to - end)
  }

  it('take turns, in either direction, and are whole where they are alone', () => {
    const [first, second] = untangled(frame, [[level(10, 110, 50)], [level(140, 60, 50.2)]])
    for (const lines of [first, second]) expect(widestGap(lines, 60, 110)).toBeLessThan(9)
    expect(widestGap(first, 10, 55)).toBe(0)
    expect(widestGap(second, 114, 140)).toBeLessThan(0.5)
    const shared = [...first, ...second]
      .map(rangeOf)
      .filter(([start, stop]) => start > 62 && stop < 108)
      .sort((a, b) => a[0] - b[0])
    expect(shared.length).toBeGreaterThan(6)
    for (const [k, [start, stop]] of shared.entries()) {
      expect(stop - start).toBeLessThan(3.5)
      if (k > 0) expect(start - shared[k - 1][1]).toBeGreaterThan(1)
    }
  })

  it('show each of three that are one line', () => {
    const drawn = untangled(frame, [[level(10, 140, 50)], [level(10, 140, 50)], [level(10, 140, 50)]])
    for (const lines of drawn) {
      expect(widestGap(lines, 10, 140)).toBeLessThan(16)
      expect(lengthOf(lines)).toBeGreaterThan(0.15 * 130)
    }
    expect(drawn.reduce((sum, lines) => sum + lengthOf(lines), 0)).toBeLessThan(0.7 * 130)
  })

  it('stay whole where they cross', () => {
    const lines = [
      [level(10, 110, 50)],
      [
        [
          [60, 10],
          [60, 110],
        ] as Line,
      ],
      [
        [
          [10, 10],
          [110, 90],
        ] as Line,
      ],
    ]
    expect(untangled(frame, lines)).toEqual(lines)
  })

  it('stay whole where they lie apart', () => {
    const lines = [[level(10, 110, 50)], [level(10, 110, 54)]]
    expect(untangled(frame, lines)).toEqual(lines)
  })
})

describe('pieces of a mask', () => {
  it('belong together where they are near', () => {
    const mask = raster.mask()
    for (const ring of [box(15, 15, 30, 30), box(48, 15, 15, 30), box(105, 105, 15, 15)]) raster.fill(mask, [ring])
    const pieces = clusters(raster, mask, 5)
    expect(pieces.map(area)).toEqual([30 * 30 + 15 * 30, 225])
    expect(clusters(raster, mask, 1)).toHaveLength(3)
  })
})
