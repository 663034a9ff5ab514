import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { chosenStatistic, confidenceOf, ONE_SIDED_90, type Statistic, TWO_SIDED_90 } from '../../src/statistics/index.ts'

const own: Statistic = { threshold: 1.5, reference: 'minimum', theoryError: 'scaled', direction: 'excess' }
const chosen = (settings: Record<string, string>) => chosenStatistic(own, assume('default', settings))

describe('the statistic of a counting limit', () => {
  it('is its own unless told otherwise', () => {
    expect(chosen({})).toEqual(own)
  })

  it('takes a threshold by name or number', () => {
    expect(chosen({ 'statistic.threshold': 'one-sided-90' })).toEqual({ ...own, threshold: 1.642 })
    expect(chosen({ 'statistic.threshold': 'two-sided-90' })).toEqual({ ...own, threshold: 2.706 })
    expect(chosen({ 'statistic.threshold': '3.84' })).toEqual({ ...own, threshold: 3.84 })
  })

  it('takes each choice by itself', () => {
    expect(chosen({ 'statistic.reference': 'sm' })).toEqual({ ...own, reference: 'sm' })
    expect(chosen({ 'statistic.theoryError': 'fixed' })).toEqual({ ...own, theoryError: 'fixed' })
    expect(chosen({ 'statistic.direction': 'two-sided' })).toEqual({ ...own, direction: 'two-sided' })
  })
})

describe('the confidence of a threshold', () => {
  it.each([
    [ONE_SIDED_90, 0.9],
    [TWO_SIDED_90, 0.9],
    [1, 0.6827],
    [9, 0.9973],
  ])('Δχ² = %f: %f', (threshold, level) => {
    expect(Math.abs(confidenceOf(threshold) - level)).toBeLessThan(1e-4)
  })
})
