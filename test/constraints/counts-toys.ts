import { expect } from 'vitest'
import { type Interval, isSilent, type Silent } from '../../src/constraints/constraint.ts'
import type { CountsGrowth, CountsModel } from '../../src/constraints/counts.ts'
import type { Boson, Ray } from '../../src/couplings/boson.ts'

const RANGE = [1e-7, 1] as const

export function rayOf(): Ray {
  const ray = {
    range: RANGE,
    described: Number.POSITIVE_INFINITY,
    mass: 0.01,
    at: (coupling: number) => ({ coupling, ray }) as unknown as Boson,
  }
  return ray as unknown as Ray
}

/** Counts that grow as given; `blunt` hides the closed form. */
export function countsOf(standard: readonly number[], linear: readonly number[], quadratic: readonly number[], blunt = false): CountsModel {
  const growth: CountsGrowth = { linear: Float64Array.from(linear), quadratic: Float64Array.from(quadratic) }
  return {
    standard: Float64Array.from(standard),
    silence: () => undefined,
    growth: () => (blunt ? undefined : growth),
    counts({ coupling }, out) {
      for (let i = 0; i < standard.length; i++) out[i] = standard[i] + coupling ** 2 * (linear[i] + coupling ** 2 * quadratic[i])
    },
  }
}

export const listed = (intervals: Silent | readonly Interval[]): readonly Interval[] => {
  if (isSilent(intervals)) throw new Error(intervals.silent)
  return intervals
}
export const edgesOf = (intervals: readonly Interval[]): number[] => intervals.flat().filter((edge) => edge > 0 && edge < Infinity)
export const close = (value: number, expected: number, tolerance: number, what = ''): void =>
  expect(Math.abs(value / expected - 1), `${what} ${value} ${expected}`).toBeLessThan(tolerance)
