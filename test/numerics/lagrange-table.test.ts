import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lagrangeTable } from '../../src/numerics/index.ts'

const fifth = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })
const value = (coefficients: readonly number[], x: number): number => coefficients.reduceRight((sum, c) => c + x * sum, 0)
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('a table by polynomials', () => {
  it('is exact for products of polynomials of fifth degree, everywhere within', () => {
    fc.assert(
      fc.property(fifth, fifth, share, share, (p, q, s, t) => {
        const axes = [
          { from: -1, to: 1, nodes: 9 },
          { from: 0, to: 2, nodes: 6 },
        ]
        const table = lagrangeTable(axes, 2, ([x, y], out) => {
          out[0] = value(p, x) * value(q, y)
          out[1] = value(p, x)
        })
        const [x, y] = [2 * s - 1, 2 * t]
        const out = new Float64Array(2)
        table.at([x, y], out)
        expect(Math.abs(out[0] - value(p, x) * value(q, y))).toBeLessThan(1e-11)
        expect(Math.abs(out[1] - value(p, x))).toBeLessThan(1e-13)
      }),
      { numRuns: 60 },
    )
  })

  it('has an error that falls with the sixth power of the step', () => {
    const worst = (nodes: number): number => {
      const table = lagrangeTable([{ from: 0, to: 3, nodes }], 1, ([x], out) => {
        out[0] = 1 / (1 + Math.exp(2 * x))
      })
      const out = new Float64Array(1)
      let largest = 0
      for (let x = 0; x <= 3; x += 0.003) {
        table.at([x], out)
        largest = Math.max(largest, Math.abs(out[0] - 1 / (1 + Math.exp(2 * x))))
      }
      return largest
    }
    const order = Math.log2(worst(31) / worst(61))
    expect(order).toBeGreaterThan(5.5)
    expect(order).toBeLessThan(6.8)
  })

  it('gives its nodes back, the ends too, and takes axes of a few nodes or one', () => {
    const axes = [
      { from: 2, to: 2, nodes: 1 },
      { from: 0, to: 1, nodes: 3 },
    ]
    const table = lagrangeTable(axes, 1, ([x, y], out) => {
      out[0] = x + y * y
    })
    const out = new Float64Array(1)
    for (const y of [0, 0.5, 1, 0.3]) {
      table.at([2, y], out)
      expect(Math.abs(out[0] - 2 - y * y)).toBeLessThan(1e-14)
    }
    expect(() => lagrangeTable([{ from: 0, to: 1, nodes: 1 }], 1, () => {})).toThrow(/nodes: 1 from 0 to 1 is not allowed/)
  })
})
