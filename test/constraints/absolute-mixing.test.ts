import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { type Constraint, type Interval, isSilent } from '../../src/constraints/index.ts'
import { genericIntervals } from '../../src/constraints/intervals.ts'
import { couplingRay, type Ray } from '../../src/couplings/boson.ts'
import { EXPERIMENTS, SOLAR, WITH_SPECTRA } from '../../src/experiments/index.ts'
import { SPALLATION } from '../../src/experiments/spallation/index.ts'
import { defineModel, resolveModel } from '../../src/models/index.ts'

const BY_COUNTS = new Set([...SOLAR, ...WITH_SPECTRA, ...SPALLATION].map(({ id }) => id))
const MODELS = [
  'bernal:c=-0.1,epsilon=1e-4',
  'bernal:c=0.4,epsilon=-2e-3,cPhi=2,mPhiOverM=0.3',
  defineModel({ charges: 'B-3Le', massMixing: 1e-3 }),
  defineModel({ charges: 'B-3Lmu', kineticMixing: { epsilon: -1e-3 } }),
  // Loops feed leptons alone, and absorb above two muons.
  defineModel({ charges: 'Lmu-Ltau', kineticMixing: { epsilon: 1e-5 } }),
].map((model) => (typeof model === 'string' ? resolveModel(model) : model))
const MASSES_GeV = [1.3e-3, 0.014, 0.16, 0.77, 2.7]

/** What a constraint says of every boson of a ray, asked one by one. */
function askedOneByOne({ strength, kind }: Constraint, ray: Ray) {
  return genericIntervals(strength, ray, kind === 'preferred' ? 'below' : 'above')
}

const relative = (value: number, expected: number): number => (value === expected ? 0 : Math.abs(value / expected - 1))

describe('rays of absolute mixing, asked all at once', () => {
  for (const [i, model] of MODELS.entries()) {
    it(`say what bosons one by one do: ${model.id} ${i}`, async () => {
      const constraints = await Promise.all(EXPERIMENTS.filter(({ id }) => !BY_COUNTS.has(id)).map((entry) => entry.prepare(assume())))
      let edges = 0
      for (const constraint of constraints) {
        for (const mass of MASSES_GeV) {
          const found = constraint.intervals(couplingRay(model, mass, assume()))
          const expected = askedOneByOne(constraint, couplingRay(model, mass, assume()))
          const where = `${constraint.entry.id} at ${mass} GeV`
          if (isSilent(found)) {
            expect(found, where).toEqual(expected)
            continue
          }
          expect(found.length, where).toBe((expected as readonly Interval[]).length)
          for (const [k, edge] of found.flat().entries()) {
            edges += edge > 0 && edge < Infinity ? 1 : 0
            expect(relative(edge, (expected as readonly Interval[]).flat()[k]), where).toBeLessThan(1e-8)
          }
        }
      }
      expect(edges).toBeGreaterThan(40)
    })
  }
})

describe('counts along rays of absolute mixing', () => {
  it('every edge is one, and between edges strengths are on their side of it', async () => {
    const entries = SPALLATION.filter(({ id }) => ['coherent-csi-2021', 'coherent-csi-2017', 'cenns10-2020', 'ess10', 'ccm'].includes(id))
    expect(entries).toHaveLength(5)
    let holes = 0
    for (const entry of entries) {
      const { strength, intervals } = await entry.prepare(assume())
      for (const model of MODELS.slice(0, 4)) {
        for (const mass of [1.3e-3, 0.025, 0.4]) {
          const ray = couplingRay(model, mass, assume())
          const found = intervals(ray) as readonly Interval[]
          if (isSilent(found)) continue
          holes += Math.max(0, found.length - 1)
          const bounds = [ray.range[0], ...found.flat().filter((edge) => edge > ray.range[0] && edge < ray.range[1]), ray.range[1]]
          const isInside = (g: number): boolean => found.some(([lo, hi]) => g > lo && g < hi)
          for (let i = 1; i < bounds.length; i++) {
            if (i < bounds.length - 1) expect(Math.abs((strength(ray.at(bounds[i])) as number) - 1)).toBeLessThan(1e-5)
            for (let k = 1; k < 40; k++) {
              const g = bounds[i - 1] * (bounds[i] / bounds[i - 1]) ** (k / 40)
              expect((strength(ray.at(g)) as number) > 1, `${entry.id} ${model.id} ${mass} GeV, g = ${g}`).toBe(isInside(g))
            }
          }
        }
      }
    }
    expect(holes).toBeGreaterThan(20)
  })
})
