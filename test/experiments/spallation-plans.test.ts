import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { confidenceText, type Interval } from '../../src/constraints/index.ts'
import { couplingRay } from '../../src/couplings/boson.ts'
import { coherentPlans, spallationProjections } from '../../src/data/spallation-projections.ts'
import { SPALLATION } from '../../src/experiments/spallation/index.ts'
import { projectionCounts } from '../../src/experiments/spallation/planned.ts'
import { resolveModel } from '../../src/models/index.ts'
import { discoverySignificance } from '../../src/statistics/index.ts'

const DEFAULT = assume()
const PLANS = [...spallationProjections.rows, ...coherentPlans.rows]
const entryOf = (id: string) => SPALLATION.find((entry) => entry.id === id)!

function expectClose(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1), `${found} against ${expected}`).toBeLessThan(relative)
}

describe('plans at spallation sources', () => {
  it.each(PLANS)('$id: a rule of one’s choice instead of the plan’s own', async ({ id, systematic }) => {
    const ray = couplingRay(resolveModel('mu-tau'), 0.02, DEFAULT)
    const by = async (rule: string) => {
      const constraint = await entryOf(id).prepare(assume('default', { 'statistic.projection': rule }))
      return { ...constraint, found: constraint.intervals(ray) as readonly Interval[], level: confidenceText(constraint.confidence) }
    }
    const [own, ninety, asimov, five] = await Promise.all(['as-published', 'ninety-percent', 'asimov', 'five-sigma'].map(by))
    expect(own.found).toEqual((await entryOf(id).prepare(DEFAULT)).intervals(ray))
    expect(asimov.found).toEqual(own.found)
    expect([own, ninety, asimov, five].map(({ level }) => level)).toEqual(['90 %', '90 %', '90 %', '5σ'])
    expect(five.statement).toContain('5σ')
    expect(ninety.found[0][0]).toBeLessThan(own.found[0][0])
    expect(five.found[0][0]).toBeGreaterThan(own.found[0][0])
    const counts = projectionCounts(PLANS.find((plan) => plan.id === id)!, DEFAULT)
    const { linear, quadratic } = counts.growth(ray)!
    const [n0, n1, n2] = [counts.standard[0], linear[0], quadratic[0]]
    const change = (g: number): number => n1 * g ** 2 + n2 * g ** 4
    // 1.28 and 5 standard deviations, of statistics and scale.
    const n = n0 + change(ninety.found[0][0])
    expectClose(Math.abs(change(ninety.found[0][0])) / Math.sqrt(n + (systematic * n) ** 2), 1.2816, 0.02)
    expectClose(discoverySignificance(change(five.found[0][0]), n0, systematic * n0), 5, 1e-6)
    for (const { found, strength } of [ninety, five]) {
      for (const edge of found.flat()) if (edge < Infinity) expectClose(strength(ray.at(edge)) as number, 1, 1e-8)
    }
  })
})
