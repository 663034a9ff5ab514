import { describe, expect, it } from 'vitest'
import { nelderMead } from '../../src/numerics/index.ts'

describe('the search without derivatives', () => {
  it('finds the end of a curved valley', () => {
    const { x, value } = nelderMead(([a, b]) => (1 - a) ** 2 + 100 * (b - a * a) ** 2, [-1.2, 1], [0.5, 0.5])
    expect(value).toBeLessThan(1e-8)
    expect(Math.hypot(x[0] - 1, x[1] - 1)).toBeLessThan(1e-3)
  })

  it('finds the middle of a skew bowl of four dimensions', () => {
    const middle = [1, -2, 0.5, 3]
    const bowl = (x: readonly number[]): number => {
      const [a, b, c, d] = x.map((value, k) => value - middle[k])
      return a * a + 4 * b * b + 0.5 * c * c + 2 * d * d + 0.8 * a * b - 0.5 * c * d
    }
    const { x, value } = nelderMead(bowl, [0, 0, 0, 0], [0.7, 0.7, 0.7, 0.7])
    expect(value).toBeLessThan(1e-8)
    for (const [k, one] of x.entries()) expect(Math.abs(one - middle[k])).toBeLessThan(2e-4)
  })

  it('stays where a function is defined', () => {
    const { x } = nelderMead(([a, b]) => (a < 0 || b < 0 ? Number.POSITIVE_INFINITY : (a + 1) ** 2 + (b - 2) ** 2), [1, 1], [0.3, 0.3])
    expect(x[0]).toBeGreaterThanOrEqual(0)
    expect(x[0]).toBeLessThan(1e-3)
    expect(Math.abs(x[1] - 2)).toBeLessThan(1e-3)
  })
})
