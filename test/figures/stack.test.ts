import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/figures/geometry.ts'
import { Raster } from '../../src/figures/raster.ts'
import { stacked, visibleStrokes } from '../../src/figures/stack.ts'

const raster = new Raster({ x: 0, y: 0, width: 150, height: 150 })
const box = (x: number, y: number, width: number, height: number): Line => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]
const area = (mask: Uint8Array): number => mask.reduce((sum, cell) => sum + cell, 0) * Raster.cell ** 2

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

  it('show their edges where they show', () => {
    const [large, beside] = [box(15, 15, 90, 90), box(90, 30, 45, 30)]
    const { visible } = stacked(raster, [[large], [beside]])
    const parts = visibleStrokes(raster, [[...beside, beside[0]]], visible[1])
    const xs = parts.flat().map(([x]) => x)
    expect(Math.min(...xs)).toBeGreaterThan(105 - 3 * Raster.cell)
    expect(Math.max(...xs)).toBe(135)
  })
})
