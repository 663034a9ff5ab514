import { expect } from 'vitest'

const NUMBER = /-?\d+(\.\d+)?/g

/** Two figures that differ by rounding alone. */
export function sameButForNoise(a: string, b: string): void {
  expect(a.replace(NUMBER, '#')).toBe(b.replace(NUMBER, '#'))
  const [numbers, others] = [a, b].map((text) => text.match(NUMBER) ?? [])
  const differences = numbers.map((value, i) => (value === others[i] ? 0 : Math.abs(Number(value) - Number(others[i]))))
  expect(Math.max(...differences)).toBeLessThan(0.05)
}
