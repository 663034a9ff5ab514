import { describe, expect, it } from 'vitest'
import { autocorrelationTime, effectiveSampleSize, splitRhat } from '../../../src/inference/samplers/index.ts'
import { randomStream } from '../../../src/numerics/index.ts'

/** Chains in which each value is ρ times the last plus noise, of a generator that any language repeats to the bit. */
function chains(rho: number, shift: number): number[][] {
  let state = 12_345n
  const noise = (): number => {
    let sum = -6
    for (let k = 0; k < 12; k++) {
      state = (state * 1_103_515_245n + 12_345n) % 2n ** 31n
      sum += Number(state) / 2 ** 31
    }
    return sum
  }
  return Array.from({ length: 4 }, (_, chain) => {
    let x = 0
    return Array.from({ length: 400 }, () => (x = rho * x + noise()) + shift * chain)
  })
}

describe('diagnostics of chains', () => {
  // R̂ (rank), bulk and tail ESS of the same chains by ArviZ 0.23.4, which follows the same paper.
  it.each([
    [0, 0, 1.0017835881333361, 1609.2647493358834, 1519.7970879920954],
    [0.9, 0, 1.0254584546001622, 102.69939386151549, 172.96681219818677],
    [-0.5, 0, 1.0015093963505959, 5126.591972249479, 1504.9387144688149],
    [0.5, 0.3, 1.0361348456787427, 131.1689231112571, 1009.4208387893667],
    [0.99, 0, 1.3150020980816777, 10.71179753749281, 21.62368835194958],
  ])('are those of an independent program: ρ = %d, shifts of %d', (rho, shift, rhat, bulk, tail) => {
    const all = chains(rho, shift)
    expect(splitRhat(all) / rhat).toBeCloseTo(1, 10)
    expect(effectiveSampleSize(all).bulk / bulk).toBeCloseTo(1, 8)
    expect(effectiveSampleSize(all).tail / tail).toBeCloseTo(1, 8)
  })

  it.each([0, 0.5, 0.9])('know the autocorrelation time of a chain with ρ = %d', (rho) => {
    const random = randomStream(8)
    const length = 20_000
    const all = Array.from({ length: 4 }, () => {
      let x = random.normal() / Math.sqrt(1 - rho * rho)
      return Array.from({ length }, () => (x = rho * x + random.normal()))
    })
    const time = (1 + rho) / (1 - rho)
    // Relative variance of the windowed sum: 2 (2M + 1)/N.
    const error = Math.sqrt((2 * (2 * 5 * time + 1)) / (4 * length))
    expect(Math.abs(autocorrelationTime(all) / time - 1)).toBeLessThan(4 * error)
    expect(Math.abs((4 * length) / effectiveSampleSize(all).bulk / time - 1)).toBeLessThan(4 * error)
  })

  it('do not change with any increasing map of the values', () => {
    const all = chains(0.5, 0)
    const mapped = all.map((chain) => chain.map(Math.exp))
    // Ranks stay; distances from the median do not.
    expect(effectiveSampleSize(mapped).bulk).toBeCloseTo(effectiveSampleSize(all).bulk, 9)
    expect(effectiveSampleSize(mapped).tail).toBeCloseTo(effectiveSampleSize(all).tail, 9)
  })

  it('see chains of one mean and other widths, and one that drifts', () => {
    const all = chains(0, 0)
    expect(splitRhat(all.map((chain, k) => chain.map((value) => value * (k === 0 ? 3 : 1))))).toBeGreaterThan(1.1)
    expect(splitRhat([all[0].map((value, i) => value + i / 100)])).toBeGreaterThan(1.1)
  })

  it('of what stands still', () => {
    const still = [0, 0].map(() => new Float64Array(10).fill(3))
    expect(splitRhat(still)).toBe(1)
    expect(splitRhat([still[0], new Float64Array(10)])).toBe(Infinity)
    expect(autocorrelationTime(still)).toBe(Infinity)
  })

  it.each([[[]], [[[1, 2, 3]]], [[new Float64Array(10), new Float64Array(11)]], [[new Float64Array(10).fill(Number.NaN)]]])(
    'refuse %j',
    (wrong) => {
      for (const diagnose of [splitRhat, effectiveSampleSize, autocorrelationTime]) {
        expect(() => diagnose(wrong as number[][])).toThrow(/chains: .*allowed:/)
      }
    },
  )
})
