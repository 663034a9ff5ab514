import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipPath, clipRing, hatch, isInside, type Line, regionEdges, simplify, teeth } from '../../src/figures/geometry.ts'

const box = { x: 0, y: 0, width: 10, height: 10 }

function area(ring: Line): number {
  let twice = 0
  ring.forEach(([x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]
    twice += x * v - u * y
  })
  return Math.abs(twice) / 2
}

function length(lines: readonly Line[]): number {
  return lines.reduce((sum, [a, b]) => sum + Math.hypot(b[0] - a[0], b[1] - a[1]), 0)
}

describe('clipping', () => {
  it('cuts a ring to the box', () => {
    const triangle: Line = [
      [-10, 0],
      [10, 0],
      [10, 20],
    ]
    // Within the box the triangle lies below y = x + 10, which is all of it.
    expect(area(clipRing(triangle, box))).toBeCloseTo(100, 9)
    expect(area(clipRing(triangle, { ...box, x: -10 }))).toBeCloseTo(50, 9)
    expect(clipRing(triangle, { ...box, x: 50 })).toEqual([])
  })

  it('cuts a path where it leaves and takes it up where it returns', () => {
    const path: Line = [
      [5, 5],
      [5, 20],
      [8, 20],
      [8, 5],
    ]
    expect(clipPath(path, box)).toEqual([
      [
        [5, 5],
        [5, 10],
      ],
      [
        [8, 10],
        [8, 5],
      ],
    ])
  })

  it('draws no edge where only the plot ends', () => {
    const half: Line = [
      [0, 10],
      [0, 4],
      [10, 6],
      [10, 10],
    ]
    expect(regionEdges([half], box)).toEqual([
      [
        [0, 4],
        [10, 6],
      ],
    ])
    const inner: Line = [
      [2, 2],
      [4, 2],
      [3, 4],
    ]
    expect(regionEdges([inner], box)).toEqual([[...inner, inner[0]]])
  })

  it('draws none where two rings meet, and what one has beyond the other', () => {
    const left: Line = [
      [2, 2],
      [5, 2],
      [5, 8],
      [2, 8],
    ]
    const right: Line = [
      [5, 4],
      [8, 4],
      [8, 6],
      [5, 6],
    ]
    const edges = regionEdges([left, right], box)
    const upright = edges.flatMap((path) =>
      path.slice(1).flatMap((b, i) => (b[0] === 5 && path[i][0] === 5 ? [[path[i][1], b[1]].sort()] : [])),
    )
    expect(upright.sort(([a], [b]) => a - b)).toEqual([
      [2, 4],
      [6, 8],
    ])
    const steps = edges.flatMap((path) => path.slice(1).map(([x, y], i) => Math.hypot(x - path[i][0], y - path[i][1])))
    expect(steps.reduce((sum, step) => sum + step, 0)).toBeCloseTo(18 + 10 - 2 * 2, 12)
  })
})

describe('hatching', () => {
  it('covers the area: total length times spacing', () => {
    const disc: Line = Array.from({ length: 200 }, (_, i) => [30 * Math.cos((i * Math.PI) / 100), 30 * Math.sin((i * Math.PI) / 100)])
    fc.assert(
      fc.property(fc.double({ min: -1.5, max: 1.5, noNaN: true }), (angle) => {
        expect((length(hatch([disc], 0.5, angle)) * 0.5) / area(disc)).toBeCloseTo(1, 2)
      }),
      { numRuns: 20 },
    )
  })

  it('leaves holes free', () => {
    const square = (r: number): Line => [
      [-r, -r],
      [r, -r],
      [r, r],
      [-r, r],
    ]
    const rings = [square(20), square(10)]
    expect(length(hatch(rings, 0.5, 0.7)) * 0.5).toBeCloseTo(1600 - 400, -1)
    for (const [[ax, ay], [bx, by]] of hatch(rings, 3, 0.7)) expect(isInside(rings, [(ax + bx) / 2, (ay + by) / 2])).toBe(true)
  })
})

describe('simplify', () => {
  it('keeps within the tolerance and drops what is straight', () => {
    const line: Line = Array.from({ length: 50 }, (_, i) => [i, 2 * i])
    expect(simplify(line, 0.01)).toEqual([line[0], line[49]])
    const bend: Line = [
      [0, 0],
      [5, 1],
      [10, 0],
    ]
    expect(simplify(bend, 0.5)).toHaveLength(3)
    expect(simplify(bend, 1.5)).toHaveLength(2)
  })
})

describe('teeth', () => {
  const square: Line = [
    [2, 2],
    [8, 2],
    [8, 8],
    [2, 8],
  ]
  const below: Line = [
    [0, 4],
    [10, 4],
    [10, 0],
    [0, 0],
  ]

  it('reach from an open edge to where the region is', () => {
    const found = teeth([below.slice(0, 2)], [below], 1, 2)
    expect(found).toHaveLength(9)
    // The last ones would leave the region sideways.
    for (const [[, base], [, end]] of found.slice(0, 8)) expect([base, base - end]).toEqual([4, expect.closeTo(Math.SQRT2, 9)])
    // The other way round it is the same side.
    for (const [, [, end]] of teeth([[...below.slice(0, 2)].reverse()], [below], 1, 2).slice(0, 8))
      expect(end).toBeCloseTo(4 - Math.SQRT2, 9)
  })

  it('are short where the region is narrow', () => {
    const band: Line = [
      [0, 4],
      [10, 4],
      [10, 3.2],
      [0, 3.2],
    ]
    const found = teeth([band.slice(0, 2)], [band], 1, 2)
    expect(found).toHaveLength(9)
    for (const [, end] of found) expect(isInside([band], end)).toBe(true)
  })

  it('are none where an edge closes around the region, but are around a hole', () => {
    const edge: Line = [...square, square[0]]
    expect(teeth([edge], [square], 1, 1)).toEqual([])
    const frame: Line = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ]
    const around = teeth([edge], [frame, square], 1, 1)
    expect(around.length).toBeGreaterThan(15)
    for (const [, end] of around) expect(isInside([square], end)).toBe(false)
  })
})
