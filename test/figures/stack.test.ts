import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/figures/geometry.ts'
import { Raster } from '../../src/figures/raster.ts'
import { clusters, stacked, untangled, visibleStrokes } from '../../src/figures/stack.ts'

const raster = new Raster({ x: 0, y: 0, width: 150, height: 150 })
const box = (x: number, y: number, width: number, height: number): Line => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]
const area = (mask: Uint8Array): number => mask.reduce((sum, cell) => sum + cell, 0) * raster.cell ** 2

describe('regions over each other', () => {
  it('show where they reach beyond larger ones; what is covered shows nowhere', () => {
    const [large, inside, beside] = [box(15, 15, 90, 90), box(30, 30, 15, 15), box(90, 30, 45, 30)]
    const { order, visible, free } = stacked(raster, [[large], [inside], [beside]])
    expect(order).toEqual([1, 2, 0])
    expect(visible.map(area)).toEqual([8100, 0, 900])
    expect(area(free)).toBe(150 * 150 - 9000)
  })

  it('cover what none of them covers alone', () => {
    const halves = [box(0, 0, 75, 150), box(75, 0, 75, 150)]
    const { visible } = stacked(raster, [[box(60, 60, 30, 30)], [halves[0]], [halves[1]]])
    expect(visible.map((mask) => mask.includes(1))).toEqual([false, true, true])
  })

  it('that are alike: one stays', () => {
    const { visible } = stacked(raster, [[box(30, 30, 60, 60)], [box(30, 30, 60, 60)], [box(30, 30, 60, 60)]])
    expect(visible.filter((mask) => mask.includes(1))).toHaveLength(1)
  })

  it('of the background lie under all others, however large', () => {
    const [block, small] = [box(0, 0, 150, 120), box(30, 30, 30, 30)]
    const { order, visible } = stacked(raster, [[block], [small]], [true, false])
    expect(order).toEqual([0, 1])
    expect(visible.map(area)).toEqual([150 * 120 - 900, 900])
  })

  it('show their edges where they show', () => {
    const [large, beside] = [box(15, 15, 90, 90), box(90, 30, 45, 30)]
    const { visible } = stacked(raster, [[large], [beside]])
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

  it('are drawn once, in either direction', () => {
    const [first, second] = untangled(frame, [[level(10, 110, 50)], [level(140, 60, 50.2)]])
    expect(first).toEqual([level(10, 110, 50)])
    expect(second).toHaveLength(1)
    expect(Math.abs(lengthOf(second) - 30)).toBeLessThan(3)
    expect(Math.min(...second.flat().map(([x]) => x))).toBeGreaterThan(110)
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
