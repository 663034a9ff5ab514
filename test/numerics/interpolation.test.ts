import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import {
  intervalIndex,
  linearInterpolator,
  logLogInterpolator,
  monotoneInterpolator,
  monotoneLogLogInterpolator,
} from '../../src/numerics/index.ts'
import { expectClose } from './close.ts'

const ALL = { linearInterpolator, logLogInterpolator, monotoneInterpolator, monotoneLogLogInterpolator }

/** Strictly increasing x above zero, with y above zero. */
const table = fc
  .array(fc.tuple(fc.double({ min: 0.01, max: 10, noNaN: true }), fc.double({ min: 1e-3, max: 1e3, noNaN: true })), {
    minLength: 2,
    maxLength: 12,
  })
  .map((steps) => {
    let x = 0
    return steps.map(([dx, y]) => ({ x: (x += dx), y }))
  })

describe('intervalIndex', () => {
  it('finds the interval, by comparison with a plain search', () => {
    const points = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 2 }).map((x) => x.sort((a, b) => a - b))
    fc.assert(
      fc.property(points, fc.integer({ min: -60, max: 60 }), (x, value) => {
        const plain = x.filter((v) => v <= value).length - 1
        expect(intervalIndex(x, value)).toBe(Math.min(Math.max(plain, 0), x.length - 2))
      }),
    )
  })
})

describe.each(Object.entries(ALL))('%s', (_, interpolator) => {
  it('goes through the points of its table, exactly', () => {
    fc.assert(
      fc.property(table, (points) => {
        const f = interpolator(
          points.map((p) => p.x),
          points.map((p) => p.y),
        )
        for (const { x, y } of points) expect(f(x)).toBe(y)
      }),
    )
  })

  it('stays between neighbouring points: no overshoot', () => {
    fc.assert(
      fc.property(table, fc.double({ min: 0, max: 1, noNaN: true }), (points, t) => {
        const f = interpolator(
          points.map((p) => p.x),
          points.map((p) => p.y),
        )
        for (let i = 1; i < points.length; i++) {
          const value = f(points[i - 1].x + t * (points[i].x - points[i - 1].x))
          expect(value).toBeGreaterThanOrEqual(Math.min(points[i - 1].y, points[i].y) * (1 - 1e-13))
          expect(value).toBeLessThanOrEqual(Math.max(points[i - 1].y, points[i].y) * (1 + 1e-13))
        }
      }),
    )
  })

  it('does outside what it was told', () => {
    expect(() => interpolator([1, 2, 4], [3, 5, 7])(0.5)).toThrow(/0.5 is outside the table; allowed: 1 to 4/)
    expect(() => interpolator([1, 2, 4], [3, 5, 7])(4.5)).toThrow(InputError)
    const zero = interpolator([1, 2, 4], [3, 5, 7], 'zero')
    expect([zero(0.99), zero(1), zero(4), zero(4.01)]).toEqual([0, 3, 7, 0])
    const clamp = interpolator([1, 2, 4], [3, 5, 7], 'clamp')
    expect([clamp(-Infinity), clamp(1), clamp(4), clamp(Infinity)]).toEqual([3, 3, 7, 7])
    for (const f of [zero, clamp]) expect(() => f(Number.NaN)).toThrow(InputError)
  })

  it('keeps its own copy of the table', () => {
    const y = [3, 5, 7]
    const f = interpolator([1, 2, 4], y)
    const before = f(1.5)
    y[0] = 100
    expect(f(1.5)).toBe(before)
  })

  it('refuses tables that are none', () => {
    expect(() => interpolator([1], [1])).toThrow(InputError)
    expect(() => interpolator([1, 2], [1, 2, 3])).toThrow(InputError)
    expect(() => interpolator([1, 1], [1, 2])).toThrow(/strictly increasing/)
    expect(() => interpolator([2, 1], [1, 2])).toThrow(/strictly increasing/)
    expect(() => interpolator([1, 2], [1, Number.NaN])).toThrow(/y: entry 1 is NaN/)
    expect(() => interpolator([1, Infinity], [1, 2])).toThrow(InputError)
  })
})

describe('what each interpolator reproduces', () => {
  it('lines, power laws', () => {
    const x = [1, 2, 5, 9]
    const line = (v: number) => 3 - 0.2 * v
    const power = (v: number) => 7 * v ** -2.5
    for (const v of [1.3, 2.2, 4.9, 8.99]) {
      expectClose(linearInterpolator(x, x.map(line))(v), line(v), 1e-15, v)
      expectClose(monotoneInterpolator(x, x.map(line))(v), line(v), 1e-15, v)
      expectClose(logLogInterpolator(x, x.map(power))(v), power(v), 1e-14, v)
      expectClose(monotoneLogLogInterpolator(x, x.map(power))(v), power(v), 1e-14, v)
    }
  })

  it('a table of two points', () => {
    expect(monotoneInterpolator([0, 2], [0, 4])(1)).toBe(2)
  })

  it('zeros and negative numbers, unless logarithms are taken', () => {
    expect(linearInterpolator([-1, 1], [-1, 0])(0)).toBe(-0.5)
    for (const f of [logLogInterpolator, monotoneLogLogInterpolator]) {
      expect(() => f([1, 2], [0, 1])).toThrow(/above zero/)
      expect(() => f([0, 2], [1, 1])).toThrow(/above zero/)
    }
  })

  it('a smooth monotone curve, faster than straight lines do', () => {
    const error = (n: number, interpolator: typeof linearInterpolator) => {
      const x = Array.from({ length: n + 1 }, (_, i) => i / n)
      const f = interpolator(x, x.map(Math.exp))
      let worst = 0
      for (let v = 0.2; v < 0.8; v += 0.0123) worst = Math.max(worst, Math.abs(f(v) - Math.exp(v)))
      return worst
    }
    expect(error(40, linearInterpolator) / error(20, linearInterpolator)).toBeGreaterThan(0.2)
    expect(error(40, monotoneInterpolator) / error(20, monotoneInterpolator)).toBeLessThan(0.16)
    expect(error(40, monotoneInterpolator)).toBeLessThan(0.1 * error(40, linearInterpolator))
  })

  it('a continuous first derivative, flat at the extrema', () => {
    const f = monotoneInterpolator([0, 1, 2, 4, 5], [0, 1, 5, 2, 1.5])
    const h = 1e-6
    for (const x of [1, 2, 4]) {
      const left = (f(x) - f(x - h)) / h
      const right = (f(x + h) - f(x)) / h
      expect(left).toBeCloseTo(right, 4)
      if (x === 2) expect(left).toBeCloseTo(0, 4)
    }
  })
})
