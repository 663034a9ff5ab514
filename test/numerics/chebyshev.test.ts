import { describe, expect, it } from 'vitest'
import { chebyshevOnDemand } from '../../src/numerics/chebyshev.ts'

describe('Chebyshev series on demand', () => {
  it('follow smooth functions to rounding, on either side of zero and across stretches', () => {
    const fast = chebyshevOnDemand(
      (x, out) => {
        out[0] = Math.tanh(x)
        out[1] = 1 / (1 + x * x)
      },
      2,
      0.5,
      16,
    )
    const out = new Float64Array(2)
    for (let x = -7; x < 7; x += 0.0137) {
      fast(x, out)
      expect(Math.abs(out[0] - Math.tanh(x))).toBeLessThan(1e-12)
      expect(Math.abs(out[1] - 1 / (1 + x * x))).toBeLessThan(1e-11)
    }
  })

  it('ask for each stretch once', () => {
    let calls = 0
    const fast = chebyshevOnDemand(
      (x, out) => {
        calls++
        out[0] = x
      },
      1,
      1,
      6,
    )
    const out = new Float64Array(1)
    for (const x of [0.1, 0.9, 0.5, 1.5]) fast(x, out)
    expect(calls).toBe(12)
    expect(Math.abs(out[0] - 1.5)).toBeLessThan(1e-15)
  })
})
