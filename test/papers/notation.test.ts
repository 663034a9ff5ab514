import { describe, expect, it } from 'vitest'
import { above, below, exactly, printed } from '../../src/papers/claims/notation.ts'

/** Half a unit of the last digit, absolute. */
const halfUnit = (text: string): number => {
  const { printed: value, tolerance } = printed(text)
  return tolerance * Math.abs(value)
}

describe('a printed number stands for half a unit of its last digit', () => {
  it.each([
    ['0.036', 0.0005],
    ['251', 0.5],
    ['-46.2', 0.05],
    ['70', 5],
    ['10', 5],
    ['212', 0.5],
    ['5', 0.5],
    ['4.5e-4', 0.5e-5],
    ['8.0e-5', 0.5e-6],
    ['-3e-9', 0.5e-9],
    ['2e-2', 0.5e-2],
  ])('%s ± %f', (text, half) => {
    expect(printed(text).printed).toBe(Number(text))
    expect(Math.abs(halfUnit(text) / half - 1)).toBeLessThan(1e-12)
  })

  it.each(['', 'about 4', '4.', '1e', '-'])('%j is none', (text) => {
    expect(() => printed(text)).toThrow(TypeError)
  })
})

describe('statements', () => {
  it('formulas are held to 1e-6', () => {
    expect(exactly(-0.5)).toEqual({ printed: -0.5, tolerance: 1e-6 })
  })

  it('inequalities have a side', () => {
    expect([above(1).side, below(1).side]).toEqual(['above', 'below'])
  })
})
