import { expect } from 'vitest'

/** Sums of a number of the rows, by a name of theirs. */
export function sumBy<Row>(rows: readonly Row[], name: (row: Row) => string, value: (row: Row) => number): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const row of rows) sums[name(row)] = (sums[name(row)] ?? 0) + value(row)
  return sums
}

export function expectWithin(value: number, target: number, relative: number): void {
  expect(Math.abs(value / target - 1), `${value} against ${target}`).toBeLessThan(relative)
}
