import { describe, expect, it } from 'vitest'
import { contoursBelow } from '../../src/numerics/index.ts'

const line = (n: number, half: number): number[] => Array.from({ length: n }, (_, i) => -half + (2 * half * i) / (n - 1))
const field = (xs: number[], ys: number[], f: (x: number, y: number) => number): number[] => xs.flatMap((x) => ys.map((y) => f(x, y)))
const areaOf = (ring: readonly (readonly [number, number])[]): number =>
  Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * y, 0) / 2)

describe('contours', () => {
  const quadratic = (x: number, y: number): number => x * x + (y * y) / 4 - 0.6 * x * y
  const areaWithin = (level: number): number => (Math.PI * level) / Math.sqrt(1 / 4 - 0.09)

  it.each([
    [41, 1],
    [81, 1],
    [161, 2],
  ])('of a quadratic are its ellipses, to second order of the step: %i points, level %d', (n, level) => {
    const [xs, ys] = [line(n, 3), line(n, 6)]
    const rings = contoursBelow(xs, ys, field(xs, ys, quadratic), level)
    expect(rings.length).toBe(1)
    // Linear between two points of a parabola: off by at most f'' h²/8.
    const step = 6 / (n - 1)
    for (const [x, y] of rings[0]) expect(Math.abs(quadratic(x, y) - level)).toBeLessThan((2 * step ** 2) / 8 + 1e-12)
    expect(Math.abs(areaOf(rings[0]) / areaWithin(level) - 1)).toBeLessThan((0.5 * step ** 2) / level)
  })

  it('have holes, and as many rings as there are islands', () => {
    const xs = line(61, 3)
    const ring = contoursBelow(
      xs,
      xs,
      field(xs, xs, (x, y) => (Math.hypot(x, y) - 2) ** 2),
      0.25,
    )
    expect(
      ring
        .map(areaOf)
        .sort((a, b) => a - b)
        .map((area) => Math.sqrt(area / Math.PI).toFixed(1)),
    ).toEqual(['1.5', '2.5'])
    const wells = contoursBelow(
      xs,
      xs,
      field(xs, xs, (x, y) => Math.min(Math.hypot(x - 1.5, y), Math.hypot(x + 1.5, y))),
      0.5,
    )
    expect(wells.length).toBe(2)
  })

  it('run on beyond the grid where the region reaches its end, and are none where nothing is inside', () => {
    const xs = [0, 1, 2, 3]
    const [half] = contoursBelow(
      xs,
      xs,
      field(xs, xs, (x) => x),
      1.5,
    )
    expect(Math.min(...half.map(([x]) => x))).toBe(-1.5)
    expect(Math.max(...half.map(([x]) => x))).toBe(1.5)
    expect(half.map(([, y]) => y).filter((y) => y > -0.5 && y < 3.5).length).toBeGreaterThan(0)
    expect(
      contoursBelow(
        xs,
        xs,
        field(xs, xs, (x) => x),
        -1,
      ),
    ).toEqual([])
  })

  it('keep what has no number outside, half a step from what has', () => {
    const xs = [0, 1, 2]
    const values = new Array(9).fill(Number.NaN)
    values[4] = 0
    const [ring] = contoursBelow(xs, xs, values, 1)
    expect(ring).toHaveLength(4)
    for (const [x, y] of ring) expect(Math.abs(x - 1) + Math.abs(y - 1)).toBe(0.5)
  })
})
