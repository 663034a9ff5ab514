import { describe, expect, it } from 'vitest'
import { timeText } from '../../src/cli/scan-text.ts'

describe('a time', () => {
  it.each([
    [0.00099996, '1 ms'],
    [0.0015, '1.5 ms'],
    [33e-6, '33 µs'],
    [0.9996, '1 s'],
    [90, '90 s'],
    [119.9, '2 min'],
    [5400, '90 min'],
    [90_000, '25 h'],
    [172_800, '2 days'],
  ])('of %d s is %s', (seconds, text) => {
    expect(timeText(seconds)).toBe(text)
  })
})
