import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAxis, position, ticks, valueAt } from '../../src/figures/axes.ts'
import type { Axis } from '../../src/figures/spec.ts'

const log = (min: number, max: number): Axis => ({ label: '', scale: 'log', min, max })
const linear = (min: number, max: number): Axis => ({ label: '', scale: 'linear', min, max })
const labels = (axis: Axis, most?: number) => ticks(axis, most).major.map((tick) => tick.label)
const values = (axis: Axis, most?: number) => ticks(axis, most).major.map((tick) => tick.value)

describe('log ticks', () => {
  it('label every power of ten and mark 2..9 between', () => {
    expect(labels(log(1e-3, 10))).toEqual(['$10^{-3}$', '$10^{-2}$', '$10^{-1}$', '$1$', '$10$'])
    expect(values(log(1e-3, 10))).toEqual([1e-3, 1e-2, 1e-1, 1, 10])
    const { minor } = ticks(log(1e-3, 10))
    expect(minor).toHaveLength(32)
    expect(minor.slice(0, 9)).toEqual([0.002, 0.003, 0.004, 0.005, 0.006, 0.007, 0.008, 0.009, 0.02])
  })

  it('keep within an axis that starts and ends between powers', () => {
    expect(values(log(0.25, 250))).toEqual([1, 10, 100])
    const { minor } = ticks(log(0.25, 250))
    expect(minor[0]).toBe(0.3)
    expect(minor.at(-1)).toBe(200)
  })

  it('mirror below zero: the same marks, each with its sign', () => {
    const [above, below] = [ticks(log(1e-4, 1e2)), ticks(log(-1e2, -1e-4))]
    expect(below.major.map(({ value }) => -value).reverse()).toEqual(above.major.map(({ value }) => value))
    expect(below.minor.map((value) => -value).reverse()).toEqual(above.minor)
    expect(labels(log(-10, -0.1))).toEqual(['$-10$', '$-1$', '$-10^{-1}$'])
    const at = position(log(-1e2, -1e-4), 0, 60)
    expect([-1e2, -1, -1e-4].map((value) => Math.round(at(value)))).toEqual([0, 20, 60])
    expect(at(0)).toBeGreaterThan(100)
    expect(valueAt(log(-1e2, -1e-4), 0, 60)(20)).toBeCloseTo(-1, 12)
  })

  it('leave labels out where there is no room, and keep the marks', () => {
    const found = ticks(log(1e-4, 1e4), 5).major
    expect(found).toHaveLength(9)
    expect(found.filter((tick) => tick.label).map((tick) => tick.value)).toEqual([1e-4, 1e-2, 1, 1e2, 1e4])
  })

  it('label every second or third power beyond 12 decades and mark the others as minor', () => {
    const found = ticks(log(1e-18, 1), 8)
    expect(found.major.map((tick) => tick.label)).toEqual([
      '$10^{-18}$',
      '$10^{-15}$',
      '$10^{-12}$',
      '$10^{-9}$',
      '$10^{-6}$',
      '$10^{-3}$',
      '$1$',
    ])
    expect(found.minor).toEqual([1e-17, 1e-16, 1e-14, 1e-13, 1e-11, 1e-10, 1e-8, 1e-7, 1e-5, 1e-4, 1e-2, 1e-1])
  })

  it('label 1, 2, 5 below two decades', () => {
    expect(labels(log(0.05, 2))).toEqual(['$0.05$', '$0.1$', '$0.2$', '$0.5$', '$1$', '$2$'])
    expect(labels(log(1e-5, 2e-4))).toEqual(['$10^{-5}$', '$2\\times 10^{-5}$', '$5\\times 10^{-5}$', '$10^{-4}$', '$2\\times 10^{-4}$'])
    expect(ticks(log(0.05, 2)).minor).toEqual([0.06, 0.07, 0.08, 0.09, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9])
  })

  it('step evenly within less than a factor of five', () => {
    expect(values(log(3, 7))).toEqual([3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7])
  })
})

describe('linear ticks', () => {
  it('step by 1, 2 or 5 with exact decimals', () => {
    expect(values(linear(0, 1))).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(labels(linear(0, 1))).toEqual(['$0.0$', '$0.2$', '$0.4$', '$0.6$', '$0.8$', '$1.0$'])
    expect(ticks(linear(0, 1)).minor).toEqual([0.05, 0.1, 0.15, 0.25, 0.3, 0.35, 0.45, 0.5, 0.55, 0.65, 0.7, 0.75, 0.85, 0.9, 0.95])
    expect(values(linear(-3, 12))).toEqual([0, 5, 10])
  })

  it('write large and small numbers with powers', () => {
    expect(labels(linear(-2e-5, 2e-5), 4)).toEqual(['$-2\\times 10^{-5}$', '$-10^{-5}$', '$0$', '$10^{-5}$', '$2\\times 10^{-5}$'])
  })

  it('stay inside the axis, in order, few, and never on a minor tick', () => {
    const ends = fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-6, max: 1e6, noNaN: true }))
    fc.assert(
      fc.property(ends, fc.integer({ min: 2, max: 12 }), ([min, width], most) => {
        const axis = linear(min, min + width)
        const found = ticks(axis, most)
        const all = found.major.map((tick) => tick.value)
        expect(all.length).toBeLessThanOrEqual(most + 1)
        for (const value of [...all, ...found.minor]) {
          expect(value).toBeGreaterThanOrEqual(min - 1e-8 * width)
          expect(value).toBeLessThanOrEqual(min + width * (1 + 1e-8))
        }
        expect(all).toEqual([...all].sort((a, b) => a - b))
        expect(found.minor.filter((value) => all.includes(value))).toEqual([])
      }),
    )
  })
})

describe('positions', () => {
  it('put the ends on the ends and decades evenly between', () => {
    const at = position(log(1e-3, 10), 50, 450)
    for (const [value, place] of [
      [1e-3, 50],
      [1e-2, 150],
      [1, 350],
      [10, 450],
    ]) {
      expect(at(value)).toBeCloseTo(place, 9)
    }
    expect(at(0)).toBeLessThan(-1000)
  })

  it('come back through valueAt', () => {
    for (const axis of [log(1e-5, 1e-1), linear(-2, 7)]) {
      for (const place of [10, 33.3, 90]) {
        expect(position(axis, 90, 10)(valueAt(axis, 90, 10)(place))).toBeCloseTo(place, 9)
      }
    }
  })

  it('refuse axes that cannot be drawn', () => {
    expect(() => checkAxis(log(0, 1), 'x')).toThrow(/x: a log axis cannot run from 0 to 1; both ends must lie on the same side of 0/)
    expect(() => checkAxis(linear(1, 1), 'y')).toThrow(/increasing/)
    expect(() => checkAxis(linear(Number.NaN, 1), 'y')).toThrow(/finite/)
  })
})
