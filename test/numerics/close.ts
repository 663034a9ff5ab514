import { expect } from 'vitest'

/** Fails unless actual is within a relative tolerance of expected; `what` names the point in the message. */
export function expectClose(actual: number, expected: number, tolerance: number, what: string | number = ''): void {
  if (actual === expected) return
  expect(Math.abs(actual / expected - 1), `${what}: ${actual}, expected ${expected}`).toBeLessThanOrEqual(tolerance)
}
