import { expect } from 'vitest'

const NUMBER = /-?\d+(\.\d+)?(e[-+]?\d+)?/g

/** The greatest difference of numbers in two texts that are else the same. */
function greatestDifference(a: string, b: string, difference: (x: number, y: number) => number): number {
  expect(a.replace(NUMBER, '#')).toBe(b.replace(NUMBER, '#'))
  const [numbers, others] = [a, b].map((text) => text.match(NUMBER) ?? [])
  return numbers.reduce((most, value, i) => (value === others[i] ? most : Math.max(most, difference(Number(value), Number(others[i])))), 0)
}

/** Two drawings that differ by rounding alone. */
export function sameButForNoise(a: string, b: string): void {
  expect(greatestDifference(a, b, (x, y) => Math.abs(x - y))).toBeLessThan(0.05)
}

/** Two texts whose numbers agree within 1e-9 of themselves: profiled limits depend on where their search began. */
export function sameNumbers(a: string, b: string): void {
  expect(greatestDifference(a, b, (x, y) => Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y)))).toBeLessThan(1e-9)
}
