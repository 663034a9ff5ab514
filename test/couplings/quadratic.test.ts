import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { type Boson, couplingRay, type Quadratic, quadraticAlong, quadraticAt } from '../../src/couplings/index.ts'
import { exclusiveHadronicWidths, mesonsAlong, partialWidths, type WidthsAlong, widthsAlong } from '../../src/decays/index.ts'
import { CHANNELS } from '../../src/decays/widths.ts'
import { defineModel, type ModelDefinition, resolveModel } from '../../src/models/index.ts'
import { MECHANISMS, productionStrength } from '../../src/processes/index.ts'

const CHARGES = ['B-3Le', 'B-L', 'B1-2B3+Lmu', 'B-2Le-Lmu']

/** Models with absolute mixing with the photon, or the Z; their loops do not absorb. */
const models = fc
  .record({
    charges: fc.constantFrom(...CHARGES),
    logSize: fc.double({ min: -6, max: -2, noNaN: true }),
    isNegative: fc.boolean(),
    isMass: fc.boolean(),
  })
  .map(({ charges, logSize, isNegative, isMass }): ModelDefinition => {
    const size = (isNegative ? -1 : 1) * 10 ** logSize
    return isMass ? { charges, massMixing: size } : { charges, kineticMixing: { epsilon: size } }
  })
const logMasses = fc.double({ min: -3, max: 1, noNaN: true })
const logCouplings = fc.double({ min: -9, max: -0.5, noNaN: true })
const UNDER = assume({ kineticMixing: 'none' })
const rayOf = (model: ModelDefinition, logMass: number) => couplingRay(defineModel(model), 10 ** logMass, UNDER)

/** Largest of what a quadratic adds up: what it is good to rounding in. */
const size = ({ constant, linear, square }: Quadratic, g: number): number =>
  Math.abs(constant) + Math.abs(linear * g) + Math.abs(square * g * g)

describe('quadratics along a ray', () => {
  it('a rate of production is one, at any coupling', () => {
    fc.assert(
      fc.property(models, logMasses, logCouplings, fc.constantFrom(...MECHANISMS), (model, logMass, logCoupling, mechanism) => {
        const ray = rayOf(model, logMass)
        const g = Math.min(10 ** logCoupling, ray.range[1])
        const form = ({ couplings, mass }: Boson) => productionStrength(mechanism, couplings, mass)
        const along = quadraticAlong(ray, form)!
        expect(Math.abs(quadraticAt(along, g) - form(ray.at(g)))).toBeLessThanOrEqual(1e-9 * size(along, g))
      }),
      { seed: 11, numRuns: 300 },
    )
  })

  it('widths are, in stretches where quarks couple like the photon and where not', () => {
    let stretches = 0
    fc.assert(
      fc.property(models, logMasses, logCouplings, (model, logMass, logCoupling) => {
        const ray = rayOf(model, logMass)
        const g = Math.min(10 ** logCoupling, ray.range[1])
        const all = widthsAlong(ray)!
        stretches = Math.max(stretches, all.length)
        const along = all.find(({ end }) => g <= end) as WidthsAlong
        const widths = partialWidths(ray.at(g))
        for (const channel of [...CHANNELS, 'total'] as const) {
          expect(Math.abs(quadraticAt(along[channel], g) - widths[channel])).toBeLessThanOrEqual(1e-9 * size(along[channel], g))
        }
      }),
      { seed: 12, numRuns: 300 },
    )
    expect(stretches).toBeGreaterThan(1)
  })

  it('pairs of pions are a share of the hadrons that is a ratio of two', () => {
    for (const mass of [0.4, 0.78, 1.2, 1.8]) {
      for (const g of [1e-6, 3e-5, 1e-3]) {
        const ray = couplingRay(defineModel({ charges: 'B-3Le', kineticMixing: { epsilon: 1e-4 } }), mass, UNDER)
        const { pionPair, all } = mesonsAlong(ray)!
        const { pionPair: width, ...others } = exclusiveHadronicWidths(ray.at(g))
        const total = Object.values(others).reduce((sum, other) => sum + other, width)
        expect(Math.abs(quadraticAt(pionPair, g) / quadraticAt(all, g) - width / total)).toBeLessThan(1e-10)
      }
    }
  })

  it('where couplings are multiples of g they are squares', () => {
    const ray = couplingRay(resolveModel('b-l'), 0.1, assume())
    expect(ray.span).toBeUndefined()
    expect(quadraticAlong(ray, ({ couplings }) => couplings.e.vector ** 2)).toEqual({ constant: 0, linear: 0, square: 1 })
  })

  it('where loops absorb beside absolute mixing there are none', () => {
    const model = defineModel({ charges: 'Lmu-Ltau', kineticMixing: { epsilon: 1e-4 } })
    const [below, above] = [0.2, 0.3].map((mass) => couplingRay(model, mass, assume()))
    expect(below.span).toBeDefined()
    expect(above.span).toBeUndefined()
    expect(widthsAlong(above)).toBeUndefined()
    expect(quadraticAlong(above, ({ couplings }) => couplings.e.vector ** 2)).toBeUndefined()
  })
})
