import { describe, expect, it } from 'vitest'
import { type BinnedStatistic, binnedLimit } from '../../src/constraints/binned.ts'
import { asimovData, discoveryLimit, sensitivityEdges, sensitivityLimit } from '../../src/constraints/sensitivity.ts'
import type { BinnedModel } from '../../src/statistics/binned-model.ts'
import { ONE_SIDED_90, TWO_SIDED_90 } from '../../src/statistics/limits.ts'
import { toys } from '../statistics/toys.ts'
import { close, countsOf, edgesOf, listed, rayOf } from './counts-toys.ts'

const DIRECTIONS = ['excess', 'deficit', 'two-sided'] as const

describe('projections', () => {
  // Σ N₀ = 87443: DARWIN NR+ER of amaral-2020; s90 = 380
  const counts = countsOf([65261, 22182], [-3.6e9, 0], [1.6e15, 0])

  it('by the 90 per cent rule solve a quadratic', () => {
    const [interval] = listed(sensitivityLimit(counts, { kind: 'ninety-percent', confidence: 0.9 }, 'excess').intervals(rayOf()))
    const s = 380.1802175817429
    close(interval[0], Math.sqrt((3.6e9 + Math.sqrt(3.6e9 ** 2 + 4 * 1.6e15 * s)) / (2 * 1.6e15)), 1e-9)
    expect(interval[1]).toBe(Number.POSITIVE_INFINITY)
  })

  it('see a deficit first where interference is destructive, if both sides count', () => {
    const both = listed(sensitivityLimit(counts, { kind: 'ninety-percent', confidence: 0.9 }, 'two-sided').intervals(rayOf()))
    const excess = listed(sensitivityLimit(counts, { kind: 'ninety-percent', confidence: 0.9 }, 'excess').intervals(rayOf()))
    const deficit = listed(sensitivityLimit(counts, { kind: 'ninety-percent', confidence: 0.9 }, 'deficit').intervals(rayOf()))
    expect(both).toHaveLength(2)
    expect(both[0]).toEqual(deficit[0])
    expect(both[1]).toEqual(excess[0])
    expect(both[0][0]).toBeLessThan(0.5 * excess[0][0])
  })

  it('agree between closed form and roots, and with their strength', () => {
    const blunt = countsOf([65261, 22182], [-3.6e9, 0], [1.6e15, 0], true)
    for (const direction of DIRECTIONS) {
      for (const rule of [
        { kind: 'ninety-percent', confidence: 0.9 },
        { kind: 'asimov', threshold: ONE_SIDED_90 },
        { kind: 'discovery', significance: 3, backgroundSigma: 0.002 },
      ] as const) {
        const limit = sensitivityLimit(counts, rule, direction)
        const ray = rayOf()
        const a = edgesOf(listed(limit.intervals(ray)))
        const b = edgesOf(listed(sensitivityLimit(blunt, rule, direction).intervals(rayOf())))
        expect(a).toHaveLength(b.length)
        for (const [i, edge] of a.entries()) {
          close(edge, b[i], 1e-9)
          close(limit.strength(ray.at(edge)) as number, 1, 1e-6)
        }
      }
    }
  })

  it('by Asimov data are those of the profile likelihood: exclusion and discovery', () => {
    const bare: BinnedModel = { bins: 1, components: [[], []], nuisances: [] }
    const single = countsOf([30, 70], [-1e7, 0], [3e13, 0])
    const statistic: BinnedStatistic = { threshold: ONE_SIDED_90, reference: 'sm', direction: 'two-sided' }
    const exclusion = edgesOf(listed(binnedLimit(single, asimovData(single, bare), statistic).intervals(rayOf())))
    const closed = edgesOf(listed(sensitivityLimit(single, { kind: 'asimov', threshold: ONE_SIDED_90 }, 'two-sided').intervals(rayOf())))
    expect(exclusion).toHaveLength(closed.length)
    for (const [i, edge] of closed.entries()) close(exclusion[i], edge, 1e-9)
    const rule = { kind: 'discovery', significance: 5 } as const
    const seen = edgesOf(listed(discoveryLimit(single, bare, 5).intervals(rayOf())))
    const wanted = edgesOf(listed(sensitivityLimit(single, rule, 'two-sided').intervals(rayOf())))
    expect(seen).toHaveLength(wanted.length)
    for (const [i, edge] of wanted.entries()) close(seen[i], edge, 1e-9)
    expect(seen[0]).toBeGreaterThan(exclusion[0])
  })

  it('with an uncertain background discover less', () => {
    const sure: BinnedModel = { bins: 2, components: [[], []], nuisances: [] }
    const unsure: BinnedModel = { bins: 2, components: [[], [0]], nuisances: [{ id: 'background', central: 1, sigma: 0.3 }] }
    const two = countsOf([5, 1, 50, 50], [0, 0, 0, 0], [5e12, 1e12, 0, 0])
    const edge = (model: BinnedModel): number => edgesOf(listed(discoveryLimit(two, model, 5).intervals(rayOf())))[0]
    expect(edge(unsure)).toBeGreaterThan(edge(sure))
  })

  it('are the median of toys', () => {
    const { poisson } = toys(31)
    const bare: BinnedModel = { bins: 2, components: [[], []], nuisances: [] }
    const two = countsOf([20, 10, 40, 40], [0, 0, 0, 0], [20e12, 10e12, 0, 0])
    const statistic: BinnedStatistic = { threshold: TWO_SIDED_90, reference: 'minimum', direction: 'excess' }
    const [median] = edgesOf(listed(binnedLimit(two, asimovData(two, bare), statistic).intervals(rayOf())))
    const found = Array.from({ length: 301 }, () => {
      const observed = Float64Array.of(poisson(60), poisson(50))
      return edgesOf(listed(binnedLimit(two, { observed, model: bare }, statistic).intervals(rayOf())))[0]
    }).sort((p, q) => p - q)
    expect(Math.abs(found[150] / median - 1)).toBeLessThan(0.03)
  })

  it('the 90 per cent rule with a scale: nine experiments in ten lie beyond', () => {
    const [b, sigma, z] = [2492, 0.085, 1.2815515655446004]
    const rule = (theoryError: 'scaled' | 'fixed') => ({ kind: 'ninety-percent', confidence: 0.9, scale: { sigma, theoryError } }) as const
    const bare = sensitivityEdges(b, { kind: 'ninety-percent', confidence: 0.9 })
    const { excess, deficit } = sensitivityEdges(b, rule('scaled'))
    close(excess ** 2, bare.excess ** 2 + (z * sigma * (b + excess)) ** 2, 1e-12)
    close(deficit ** 2, bare.deficit ** 2 + (z * sigma * (b - deficit)) ** 2, 1e-12)
    close(sensitivityEdges(b, rule('fixed')).excess, Math.hypot(bare.excess, z * sigma * b), 1e-12)
    // Counted: the share that lies above the background of a mean of b + s with the scale thrown too.
    const throws = toys(7)
    let beyond = 0
    for (let toy = 0; toy < 20_000; toy++)
      if (throws.normal() * sigma * (b + excess) + throws.normal() * Math.sqrt(b + excess) > -excess) beyond++
    expect(Math.abs(beyond / 20_000 - 0.9)).toBeLessThan(0.008)
    const wide = { kind: 'ninety-percent', confidence: 0.9, scale: { sigma: 0.9, theoryError: 'scaled' } } as const
    expect(sensitivityEdges(b, wide).excess).toBe(Number.POSITIVE_INFINITY)
    expect(sensitivityEdges(b, { ...wide, scale: { sigma: 0.9, theoryError: 'fixed' } }).deficit).toBe(Number.POSITIVE_INFINITY)
  })

  it('have the edges of their rule', () => {
    close(sensitivityEdges(0, { kind: 'ninety-percent', confidence: 0.9 }).excess, Math.LN10, 1e-14)
    expect(sensitivityEdges(0, { kind: 'ninety-percent', confidence: 0.9 }).deficit).toBe(Number.POSITIVE_INFINITY)
    expect(sensitivityEdges(0, { kind: 'asimov', threshold: 2 })).toEqual({ excess: 1, deficit: Number.POSITIVE_INFINITY })
    expect(sensitivityEdges(10, { kind: 'discovery', significance: 5 }).deficit).toBe(Number.POSITIVE_INFINITY)
  })
})
