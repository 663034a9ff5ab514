import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedIntervals, publishedIslands } from '../../src/constraints/bound.ts'
import type { Bound, Interval } from '../../src/constraints/index.ts'
import { CONTOUR, difference, ISLANDS, OPEN, relative, spoken, TWO_SIDED, UPPER_LIMIT } from './recast-toys.ts'

type Curve = Exclude<Bound, { shape: 'islands' }>
const at = (bound: Curve, mass: number, bumpHunts: 'geometric-mean' | 'strongest' | 'weakest' = 'geometric-mean') =>
  publishedIntervals(bound, bumpHunts)(mass)
const upperLimit = { shape: 'upper-limit', rows: UPPER_LIMIT } as const
const twoSided = { shape: 'two-sided', rows: TWO_SIDED } as const
const contour = { shape: 'contour', rows: CONTOUR } as const
const bumpHunt = {
  shape: 'bump-hunt',
  rows: [
    [0.1, 2e-4, 1e-4, 4e-4],
    [0.2, 3e-4, 2.5e-4, 9e-4],
  ],
} as const

describe('a published curve', () => {
  it('is itself at the points of its table', () => {
    for (const [mass, lower] of UPPER_LIMIT) expect(at(upperLimit, mass)).toEqual([[lower, OPEN]])
    for (const [mass, lower, upper] of TWO_SIDED) expect(at(twoSided, mass)).toEqual([[lower, upper]])
  })

  it('is a power law between them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: TWO_SIDED.length - 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (i, along) => {
        const [before, after] = [TWO_SIDED[i - 1], TWO_SIDED[i]]
        const between = (column: 0 | 1 | 2) => before[column] ** (1 - along) * after[column] ** along
        const mass = Math.min(Math.max(between(0), before[0]), after[0])
        expect(difference(spoken(at(twoSided, mass)), [[between(1), between(2)]])).toBeLessThan(1e-12)
      }),
    )
  })

  it.each([0.0029999, 1.50001, 1e-9, 1e9])('is silent at %g GeV, outside its table', (mass) => {
    expect(at(upperLimit, mass)).toEqual({ silent: 'published for 0.003 to 1.5 GeV' })
  })

  it('is silent inside the gaps of a search, not at their ends', () => {
    const gapped = { ...upperLimit, gaps: [[0.05, 0.3] as const, [0.6, 0.7] as const] }
    for (const mass of [0.0500001, 0.1, 0.2999999]) expect(at(gapped, mass)).toEqual({ silent: 'the search leaves out 0.05 to 0.3 GeV' })
    expect(at(gapped, 0.65)).toEqual({ silent: 'the search leaves out 0.6 to 0.7 GeV' })
    expect(at(gapped, 0.05)).toEqual([[1e-4, OPEN]])
    expect(at(gapped, 0.3)).toEqual([[1e-3, OPEN]])
    expect(spoken(at(gapped, 0.0499))).toEqual(spoken(at(upperLimit, 0.0499)))
  })

  it('steps where a mass stands twice', () => {
    const rows = [
      [0.01, 1e-4],
      [0.1, 1e-4],
      [0.1, 1e-3],
      [1, 1e-3],
    ]
    const lowerAt = (mass: number) => spoken(at({ shape: 'upper-limit', rows }, mass))[0][0]
    expect(relative(lowerAt(0.1 * (1 - 1e-12)), 1e-4)).toBeLessThan(1e-9)
    expect(relative(lowerAt(0.1 * (1 + 1e-12)), 1e-3)).toBeLessThan(1e-9)
    expect([1e-4, 1e-3]).toContain(lowerAt(0.1))
    for (const rowsAtEnds of [rows.slice(1), rows.slice(0, 3)]) {
      for (const mass of [0.1, 0.1 * (1 + 1e-15)]) {
        const found = at({ shape: 'upper-limit', rows: rowsAtEnds }, mass)
        if (!('silent' in found)) expect([1e-4, 1e-3]).toContain(Number(found[0][0].toPrecision(9)))
      }
    }
  })

  it('of a bump hunt is what stands for a bin of mass', () => {
    expect(at(bumpHunt, 0.1, 'geometric-mean')).toEqual([[2e-4, OPEN]])
    expect(at(bumpHunt, 0.1, 'strongest')).toEqual([[1e-4, OPEN]])
    expect(at(bumpHunt, 0.1, 'weakest')).toEqual([[4e-4, OPEN]])
    const between = spoken(at(bumpHunt, 0.1 * Math.SQRT2, 'weakest'))[0][0]
    expect(relative(between, 6e-4)).toBeLessThan(1e-12)
  })
})

describe('a published contour', () => {
  it('of four corners is what lies between them', () => {
    const rows = [
      [0.01, 1e-5],
      [0.01, 1e-3],
      [0.1, 1e-4],
      [0.1, 1e-5],
    ]
    const middle = 0.01 * Math.sqrt(10)
    expect(difference(spoken(at({ shape: 'contour', rows }, middle)), [[1e-5, 10 ** -3.5]])).toBeLessThan(1e-12)
    // The same way round or the other, from any corner.
    for (let shift = 0; shift < 4; shift++) {
      const turned = [...rows.slice(shift), ...rows.slice(0, shift)]
      for (const again of [turned, [...turned].reverse()]) {
        expect(difference(spoken(at({ shape: 'contour', rows: again }, middle)), [[1e-5, 10 ** -3.5]])).toBeLessThan(1e-12)
      }
    }
  })

  it('has two intervals at one mass beside a tongue', () => {
    expect(spoken(at(contour, 0.01))).toHaveLength(1)
    expect(spoken(at(contour, 0.08))).toHaveLength(2)
    expect(spoken(at(contour, 0.18))).toHaveLength(1)
    const [[low1, high1], [low2, high2]] = spoken(at(contour, 0.08))
    expect(low1).toBeLessThan(high1)
    expect(high1).toBeLessThan(low2)
    expect(low2).toBeLessThan(high2)
  })

  it('passes through its vertices', () => {
    for (const [mass, coupling] of CONTOUR) {
      const edges = [1 - 1e-9, 1, 1 + 1e-9].flatMap((beside) => {
        const found = at(contour, mass * beside)
        return 'silent' in found ? [] : found.flat()
      })
      expect(Math.min(...edges.map((edge) => relative(edge, coupling)))).toBeLessThan(1e-6)
    }
    expect(difference(spoken(at(contour, 0.02)), [[4e-8, 1e-4]])).toBeLessThan(1e-12)
  })

  it('agrees with counting crossings below a point', () => {
    fc.assert(
      fc.property(fc.double({ min: -2.5, max: -0.7, noNaN: true }), fc.double({ min: -7.5, max: -2.5, noNaN: true }), (x, y) => {
        let isInside = false
        for (let i = 0; i < CONTOUR.length; i++) {
          const [[m1, g1], [m2, g2]] = [CONTOUR[i], CONTOUR[(i + 1) % CONTOUR.length]].map(([m, g]) => [Math.log10(m), Math.log10(g)])
          if (m1 > x !== m2 > x && y > g1 + ((g2 - g1) * (x - m1)) / (m2 - m1)) isInside = !isInside
        }
        const found = at(contour, 10 ** x)
        expect(!('silent' in found) && found.some(([lo, hi]: Interval) => 10 ** y > lo && 10 ** y < hi)).toBe(isInside)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('published islands', () => {
  const islandsAt = publishedIslands({ shape: 'islands', rows: ISLANDS })
  it('are those of the nearest mass, all of them', () => {
    expect(islandsAt(0.22)).toEqual([{ lower: 1e-5, upper: 4e-5, smallestRatio: 0.5 }])
    expect(islandsAt(0.2205)).toEqual(islandsAt(0.22))
    expect(islandsAt(0.221)).toEqual(islandsAt(0.2215))
    expect(islandsAt(0.2215)).toHaveLength(2)
    expect(islandsAt(0.22 / 1.003)).toEqual(islandsAt(0.22))
    expect(islandsAt(0.3 * 1.003)).toEqual(islandsAt(0.3))
  })

  it('are silent between masses at which nothing is excluded, and outside', () => {
    expect(islandsAt(0.25)).toEqual({ silent: 'nothing is excluded at this mass for the published model' })
    expect(islandsAt(0.21)).toHaveProperty('silent')
    expect(islandsAt(0.31)).toHaveProperty('silent')
  })
})
