import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomUniform } from '../../src/numerics/index.ts'
import { type Axis, pointFormula, SOBOL_DIMENSIONS, sobol } from '../../src/scan/index.ts'

describe('the Sobol sequence', () => {
  // scipy.stats.qmc.Sobol(12, scramble=False), in the order of the index rather than of its Gray code.
  const EIGHTHS = [
    [0, 4, 2, 6, 1, 5, 3, 7],
    [0, 4, 6, 2, 5, 1, 3, 7],
    [0, 4, 6, 2, 3, 7, 5, 1],
    [0, 4, 6, 2, 1, 5, 7, 3],
    [0, 4, 2, 6, 1, 5, 3, 7],
    [0, 4, 2, 6, 3, 7, 1, 5],
    [0, 4, 6, 2, 5, 1, 3, 7],
    [0, 4, 2, 6, 5, 1, 7, 3],
    [0, 4, 2, 6, 5, 1, 7, 3],
    [0, 4, 2, 6, 7, 3, 5, 1],
    [0, 4, 2, 6, 5, 1, 7, 3],
    [0, 4, 2, 6, 1, 5, 3, 7],
  ]
  const POINT_123456 = [
    38240256, 1935245312, 3395780608, 1388609536, 3646586880, 2349432832, 1075675136, 2946203648, 4020862976, 2238021632, 1729921024,
    1186365440,
  ]
  const POINT_131071 = [
    4294934528, 2147581952, 1484750848, 1652326400, 3783426048, 3373367296, 1255505920, 3053682688, 699498496, 4251811840, 2690940928,
    1676574720,
  ]

  it.each(EIGHTHS.map((eighths, dimension) => [dimension, eighths] as const))('is that of others in dimension %i', (dimension, eighths) => {
    expect(eighths.map((_, i) => Math.floor(8 * sobol(i, dimension)))).toEqual(eighths)
    expect(Math.floor(2 ** 32 * sobol(123_456, dimension))).toBe(POINT_123456[dimension])
    expect(Math.floor(2 ** 32 * sobol(131_071, dimension))).toBe(POINT_131071[dimension])
  })

  it('puts one of every 2ᵏ aligned points into each 2ᵏ-th of an axis, in every dimension', () => {
    fc.assert(
      fc.property(fc.nat(SOBOL_DIMENSIONS - 1), fc.integer({ min: 0, max: 9 }), fc.nat(2 ** 20), (dimension, k, block) => {
        const cells = Array.from({ length: 2 ** k }, (_, i) => Math.floor(2 ** k * sobol(block * 2 ** k + i, dimension)))
        expect(new Set(cells).size).toBe(2 ** k)
      }),
    )
  })

  it('fills the first two dimensions as a (0, m, 2)-net: one point in every elementary box', () => {
    const m = 8
    for (let k = 0; k <= m; k++) {
      const boxes = Array.from(
        { length: 2 ** m },
        (_, i) => `${Math.floor(2 ** k * sobol(i, 0))} ${Math.floor(2 ** (m - k) * sobol(i, 1))}`,
      )
      expect(new Set(boxes).size).toBe(2 ** m)
    }
  })

  it('integrates a smooth function of twelve numbers better than random ones do', () => {
    const n = 2 ** 13
    const error = (draw: (i: number, d: number) => number): number => {
      let sum = 0
      for (let i = 0; i < n; i++) {
        let product = 1
        for (let d = 0; d < SOBOL_DIMENSIONS; d++) product *= 1 + 0.5 * (draw(i, d) - 0.5)
        sum += product / n
      }
      return Math.abs(sum - 1)
    }
    // Random points: σ = √((1 + 1/48)¹² − 1) = 0.53, so 0.0059 with 8192 of them.
    expect(error(sobol)).toBeLessThan(1e-3)
    expect(error((i, d) => randomUniform(1, i, d))).toBeLessThan(5 * 0.0059)
  })
})

describe('points by formula', () => {
  const grid = (scale: 'linear' | 'log', from: number, to: number, points: number): Axis => ({ kind: 'grid', scale, from, to, points })
  const at = (formula: ReturnType<typeof pointFormula>, i: number): number[] => [...formula.at(i, new Float64Array(formula.names.length))]

  it('run the last parameter fastest, and hold both ends of a grid exactly', () => {
    const formula = pointFormula([
      { name: 'ratio', axis: grid('linear', -0.3, 0.1, 3) },
      { name: 'mass', axis: grid('log', 1e-3, 10, 5) },
      { name: 'coupling', axis: { kind: 'list', values: [3e-4, 1e-4] } },
    ])
    expect(formula.count).toBe(30)
    expect(at(formula, 0)).toEqual([-0.3, 1e-3, 3e-4])
    expect(at(formula, 1)).toEqual([-0.3, 1e-3, 1e-4])
    expect(at(formula, 29)).toEqual([0.1, 10, 1e-4])
    expect(at(formula, 2)[1]).toBeCloseTo(1e-2, 15)
    expect(at(formula, 10)[0]).toBeCloseTo(-0.1, 15)
  })

  it('are as many as the product says, none of them twice', () => {
    const formula = pointFormula(
      [
        { name: 'mass', axis: grid('log', 1e-3, 10, 7) },
        { name: 'coupling', axis: { kind: 'sampled', scale: 'log', from: 1e-6, to: 1 } },
        { name: 'fixed', axis: { kind: 'fixed', value: 2 } },
        { name: 'c', axis: { kind: 'sampled', scale: 'linear', from: -1, to: 1 } },
      ],
      { sequence: 'sobol', points: 64 },
    )
    const all = Array.from({ length: formula.count }, (_, i) => at(formula, i))
    expect(all.length).toBe(7 * 64)
    expect(new Set(all.map(String)).size).toBe(all.length)
    // Samples stand at the place of the first sampled parameter: the mass stays for 64 points, and the same samples come at the next.
    expect(new Set(all.slice(0, 64).map(([mass]) => mass)).size).toBe(1)
    expect(all[64].slice(1)).toEqual(all[0].slice(1))
    for (const [, coupling, , c] of all) {
      expect(coupling).toBeGreaterThan(1e-6)
      expect(coupling).toBeLessThan(1)
      expect(Math.abs(c)).toBeLessThan(1)
    }
    // Half of the points of a sampled logarithm lie below its middle, 1e-3.
    expect(all.slice(0, 64).filter(([, coupling]) => coupling < 1e-3).length).toBe(32)
  })

  it('need nothing but the index, far out too', () => {
    const formula = pointFormula(
      [
        { name: 'mass', axis: grid('log', 1e-3, 10, 100_000) },
        { name: 'coupling', axis: { kind: 'sampled', scale: 'log', from: 1e-6, to: 1 } },
      ],
      { sequence: 'random', points: 1_000_000, seed: 3 },
    )
    const index = 9.87e10 + 123_456
    expect(at(formula, index)).toEqual([at(formula, Math.floor(index / 1e6) * 1e6)[0], at(formula, index % 1e6)[1]])
  })

  it.each([
    ['samples missing', [{ kind: 'sampled', scale: 'log', from: 1, to: 2 }], undefined, /samples: missing; 'p0' is sampled/],
    ['samples of nothing', [{ kind: 'fixed', value: 1 }], { sequence: 'sobol', points: 4 }, /no parameter is sampled/],
    [
      'too many dimensions',
      Array(13).fill({ kind: 'sampled', scale: 'log', from: 1, to: 2 }),
      { sequence: 'sobol', points: 4 },
      /at most 12/,
    ],
    ['too many points', Array(4).fill(grid('log', 1, 2, 100_000)), undefined, /more than can be counted/],
    [
      'a sequence that repeats',
      [{ kind: 'sampled', scale: 'log', from: 1, to: 2 }],
      { sequence: 'sobol', points: 2 ** 33 },
      /at most 4294967296/,
    ],
  ] as const)('are refused with %s', (_, axes, samples, why) => {
    const parameters = (axes as readonly Axis[]).map((axis, i) => ({ name: `p${i}`, axis }))
    expect(() => pointFormula(parameters, samples)).toThrow(why)
  })
})
