import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chi2Sf, normalCdf, randomStream, xoshiro128 } from '../../src/numerics/index.ts'

/** What the authors' C program prints for the state 1, 2, 3, 4, computed with arbitrary-precision integers. */
const REFERENCE = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]

const N = 200_000

/** The probability of counts at least as uneven as these, where each is as probable as any other. */
function evenness(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return chi2Sf(
    counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0),
    counts.length - 1,
  )
}

/** Of so many draws, how many fall into each of 64 boxes. */
function histogram(draw: () => number): number[] {
  const counts = new Array<number>(64).fill(0)
  for (let i = 0; i < N; i++) counts[Math.floor(64 * draw())]++
  return counts
}

describe('xoshiro128**', () => {
  it('gives what its authors say', () => {
    expect(Array.from({ length: 10 }, xoshiro128(Uint32Array.of(1, 2, 3, 4)))).toEqual(REFERENCE)
  })
})

describe('a stream of random numbers', () => {
  it('is the same for the same seed, and another for another seed or stream', () => {
    const first = (seed: number, stream?: number) => randomStream(seed, stream).uniform()
    expect(first(7)).toBe(first(7, 0))
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
        fc.pre(a !== b)
        expect(new Set([first(a), first(b), first(a, 1 + b), first(b, 1 + a)]).size).toBe(4)
      }),
    )
    // 2³² apart: the high words count.
    expect(first(2 ** 32)).not.toBe(first(0))
    expect(first(0, 2 ** 32)).not.toBe(first(0))
  })

  it.each([-1, 0.5, 2 ** 53, Number.NaN])('refuses the seed %d', (seed) => {
    expect(() => randomStream(seed)).toThrow(/seed: .* not allowed/)
    expect(() => randomStream(0, seed)).toThrow(/stream: .* not allowed/)
  })

  it.each([0, 1, 2 ** 40])('is even between 0 and 1, its lowest bits too: seed %d', (seed) => {
    const random = randomStream(seed)
    expect(evenness(histogram(random.uniform))).toBeGreaterThan(1e-4)
    expect(evenness(histogram(() => (random.uniform() * 2 ** 20) % 1))).toBeGreaterThan(1e-4)
    // The lowest six bits of 53.
    expect(evenness(histogram(() => (random.uniform() * 2 ** 47) % 1))).toBeGreaterThan(1e-4)
  })

  it('has nothing to do with itself a step later, nor with the next stream', () => {
    const [random, other] = [randomStream(3), randomStream(3, 1)]
    let last = random.uniform()
    const pairs = histogram(() => {
      const [a, b] = [last, (last = random.uniform())]
      return (Math.floor(8 * a) + Math.floor(8 * b) / 8) / 8 + 1e-9
    })
    expect(evenness(pairs)).toBeGreaterThan(1e-4)
    expect(evenness(histogram(() => (Math.floor(8 * random.uniform()) + Math.floor(8 * other.uniform()) / 8) / 8 + 1e-9))).toBeGreaterThan(
      1e-4,
    )
  })

  it('has nothing to do with that of the next seed', () => {
    let seed = 0
    expect(evenness(histogram(() => randomStream(seed++).uniform()))).toBeGreaterThan(1e-4)
  })

  it('gives normal numbers, and pairs of them that do not depend on each other', () => {
    const random = randomStream(5)
    expect(evenness(histogram(() => normalCdf(random.normal())))).toBeGreaterThan(1e-4)
    let sum = 0
    for (let i = 0; i < N; i++) sum += random.normal() * random.normal()
    expect(Math.abs(sum) / Math.sqrt(N)).toBeLessThan(4)
  })

  it('gives every whole number below one as often', () => {
    const random = randomStream(11)
    const counts = [0, 0, 0, 0, 0, 0]
    for (let i = 0; i < N; i++) counts[random.below(6)]++
    expect(evenness(counts)).toBeGreaterThan(1e-4)
  })
})
