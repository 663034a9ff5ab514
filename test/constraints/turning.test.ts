import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crossing, isMonotone, type Slope, turningPoint } from '../../src/constraints/turning.ts'

type Curve = (x: number) => Slope

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
/** (x − c)² with a steep wall to the right, as counts make it. */
const wall =
  (centre: number, steepness: number): Curve =>
  (x) => {
    const rise = Math.exp(steepness * (x - centre))
    return { x, value: rise - steepness * (x - centre), slope: steepness * (rise - 1) }
  }

describe('turning points', () => {
  it('are found to a part in 1e9 of the scale beside exponential walls, minima and maxima alike', () => {
    fc.assert(
      fc.property(between(-0.4, 0.4), between(1, 30), fc.constantFrom(1, -1), (centre, steepness, sign) => {
        const looks: number[] = []
        const curve: Curve = (x) => {
          looks.push(x)
          const { value, slope } = wall(centre, steepness)(x)
          return { x, value: sign * value, slope: sign * slope }
        }
        const turn = turningPoint(curve, curve(-0.5), curve(0.5), 1)
        expect(Math.abs(turn.value - sign)).toBeLessThan(1e-9)
        expect(Math.abs(turn.x - centre)).toBeLessThan(1e-4)
        expect(turn.slope).toBe(0)
        expect(looks.length).toBeLessThan(40)
      }),
    )
  })
})

describe('crossings', () => {
  it('are found to rounding on either side of a minimum, in few looks', () => {
    fc.assert(
      fc.property(between(-0.3, 0.3), between(1, 20), between(1e-3, 5), (centre, steepness, level) => {
        let looks = 0
        const curve: Curve = (x) => {
          looks++
          return wall(centre, steepness)(x)
        }
        const [low, middle, high] = [curve(centre - 10), { ...curve(centre), slope: 0 }, curve(centre + 10)]
        for (const x of [crossing(curve, low, middle, 1 + level, 1), crossing(curve, middle, high, 1 + level, 1)]) {
          expect(Math.abs(curve(x).value - 1 - level)).toBeLessThan(1e-10 * (1 + level))
        }
        expect(looks).toBeLessThan(45)
      }),
    )
  })

  it('are found where one end is infinite', () => {
    const curve: Curve = (x) => (x > 0.7 ? { x, value: Number.POSITIVE_INFINITY, slope: Number.NaN } : { x, value: x * x, slope: 2 * x })
    expect(Math.abs(crossing(curve, curve(0), curve(1), 0.25, 1) - 0.5)).toBeLessThan(1e-10)
    expect(Math.abs(crossing(curve, curve(0), curve(1), 0.9, 1) - 0.7)).toBeLessThan(1e-10)
  })
})

describe('what rises all the way', () => {
  it('is told from what turns twice between two points', () => {
    const bump: Curve = (x) => ({ x, value: x + 0.6 * Math.sin(4 * x), slope: 1 + 2.4 * Math.cos(4 * x) })
    expect(isMonotone(bump(0), bump(Math.PI / 2), 0, 1)).toBe(false)
    const line: Curve = (x) => ({ x, value: Math.exp(8 * x), slope: 8 * Math.exp(8 * x) })
    expect(isMonotone(line(0), line(0.5), 0, 1)).toBe(true)
    expect(isMonotone(line(0), { x: 1, value: 0.5, slope: 1 }, 0, 1)).toBe(false)
  })
})
