import { describe, expect, it } from 'vitest'
import { philox4x32, randomUniform } from '../../src/numerics/index.ts'

describe('Philox 4×32', () => {
  // The known answers that its authors give (Random123, kat_vectors).
  it.each([
    [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [[-1, -1, -1, -1], [-1, -1], '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], 'd16cfe09 94fdcceb 5001e420 24126ea1'],
  ] as const)('of %j with the key %j is known', (counter, key, words) => {
    const found = philox4x32(counter, key).map((word) => word.toString(16).padStart(8, '0'))
    expect(found.join(' ')).toBe(words)
  })

  it('gives uniform numbers that do not know of each other', () => {
    const n = 40_000
    const [x, y] = [0, 1].map((dimension) => Array.from({ length: n }, (_, i) => randomUniform(7, i, dimension) - 0.5))
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / n
    // Five standard errors: σ² of a uniform number is 1/12, of its square 1/180, of a product 1/144.
    expect(Math.abs(mean(x))).toBeLessThan(5 * Math.sqrt(1 / 12 / n))
    expect(Math.abs(mean(x.map((u) => u * u)) - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / n))
    expect(Math.abs(mean(x.map((u, i) => u * y[i])))).toBeLessThan(5 * Math.sqrt(1 / 144 / n))
    expect(Math.abs(mean(x.slice(1).map((u, i) => u * x[i])))).toBeLessThan(5 * Math.sqrt(1 / 144 / n))
  })

  it('tells points apart beyond 2³², and seeds beyond 2³²', () => {
    const numbers = [0, 2 ** 32, 2 ** 52, 1].flatMap((index) => [0, 2 ** 32, 1].map((seed) => randomUniform(seed, index, 0)))
    expect(new Set(numbers).size).toBe(12)
  })
})
