import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { costOf, evaluator, refusalsIn, type ScanSpec, sumOfRefusals } from '../../src/scan/index.ts'

const MASSES = [0.01, 1e20, 1e25]
const COUPLINGS = [1e-300, 1e-4, 1e-3]
const SPEC: ScanSpec = {
  title: 'a scan of which much is refused',
  model: 'mu-tau',
  parameters: [
    { name: 'mass', axis: { kind: 'list', values: MASSES } },
    { name: 'coupling', axis: { kind: 'list', values: COUPLINGS } },
  ],
  compute: { constraints: [], limits: [], quantities: ['lifetime'], likelihood: ['g-2-muon'], approximate: [] },
  assumptions: assume(),
  own: [],
}

describe('points that are refused', () => {
  it('are counted, by kinds of reasons', async () => {
    const { chunk } = await evaluator(SPEC)
    const refused = refusalsIn(chunk(0, 9))
    expect(refused.map(({ points }) => points)).toEqual([6, 1])
    expect(refused[0].reason).toMatch(/^mass: /)
    expect(refused[1].reason).toBe('coupling: 1e-300 is not allowed; allowed: 1e-40 to 1000')
    expect(refusalsIn(chunk(1, 2))).toEqual([])
  })

  it('are the same in all, however the points are cut', async () => {
    const { chunk } = await evaluator(SPEC)
    const whole = refusalsIn(chunk(0, 9))
    for (const cut of [1, 4, 8]) expect(sumOfRefusals([refusalsIn(chunk(cut, 9 - cut)), refusalsIn(chunk(0, cut))])).toEqual(whole)
    const reasons = fc.constantFrom('a: 1 is too small', 'a: 2e-9 is too small', 'b: -3.5', 'b: 4', 'c')
    fc.assert(
      fc.property(fc.array(reasons), fc.nat(20), (all, cut) => {
        const one = (reason: string) => [{ reason, points: 1 }]
        const parts = [sumOfRefusals(all.slice(0, cut).map(one)), sumOfRefusals(all.slice(cut).map(one))]
        const sum = sumOfRefusals(parts)
        expect(sum).toEqual(sumOfRefusals(all.map(one)))
        expect(sum.length).toBe(new Set(all.map((reason) => reason[0])).size)
        expect(sum.reduce((total, { points }) => total + points, 0)).toBe(all.length)
      }),
    )
  })

  it('are seen when the cost is measured, before anything is computed', async () => {
    let time = 0
    const { tried, refused } = costOf(await evaluator(SPEC), () => (time += 1e-3))
    expect(tried % 9).toBe(0)
    expect(refused.map(({ points }) => points / tried)).toEqual([6 / 9, 1 / 9])
  })
})
