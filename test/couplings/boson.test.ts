import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { E_CHARGE, M_Z } from '../../src/constants.ts'
import {
  bosonAt,
  type Couplings,
  couplingRay,
  couplingRays,
  neutronCoupling,
  protonCoupling,
  ResonanceError,
} from '../../src/couplings/boson.ts'
import { loopMixing } from '../../src/couplings/kinetic-mixing.ts'
import { defineModel, FERMIONS, resolveModel } from '../../src/models/index.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const fixed = assume('default', { kineticMixing: 'fixed:-0.0144329' })

describe('couplings', () => {
  it('of mu-tau with a fixed mixing: the conventions of the project', () => {
    const { couplings, kineticMixing } = bosonAt(resolveModel('mu-tau'), 0.01, 1, fixed)
    expect(relative(couplings.e.vector, -0.0043706)).toBeLessThan(1e-6)
    expect(kineticMixing).toBe(-0.0144329)
    // a fixed ratio feeds charged fermions too, and the muon is one
    expect(relative(couplings.mu.vector, 1 - 0.0144329 * E_CHARGE)).toBeLessThan(1e-12)
    expect(relative(couplings.tau.vector, -1 - 0.0144329 * E_CHARGE)).toBeLessThan(1e-12)
  })

  it('of loops leave fermions with tree charge alone, even those of one chirality', () => {
    const boson = bosonAt(resolveModel('mu-tau'), 0.01, 0.01, assume())
    expect(boson.couplings.mu.vector).toBe(0.01)
    expect(boson.couplings.tau.vector).toBe(-0.01)
    expect(boson.couplings.e.vector).toBeLessThan(0)
    // L_mu − L_tau with an electron that is charged on the left only
    const chiral = defineModel({ id: 'chiral-e', charges: { L: [1, 1, -2], e: [0, 1, -1] } })
    const e = bosonAt(chiral, 0.01, 0.01, assume()).couplings.e
    expect(e).toEqual({ vector: 0.005, axial: -0.005 })
  })

  it('of bernal at c = −0.1, tan η = −0.75', () => {
    const { couplings } = bosonAt(resolveModel('bernal:c=-0.1,tanEta=-0.75'), 0.04, 1, assume())
    expect(relative(couplings.e.vector, 0.233333333)).toBeLessThan(1e-6)
    expect(relative(couplings.mu.vector, 1.233333333)).toBeLessThan(1e-6)
    expect(relative(neutronCoupling(couplings) / protonCoupling(couplings), -0.75)).toBeLessThan(1e-6)
  })

  it('of nucleons add up their quarks', () => {
    const couplings = bosonAt(resolveModel('b-l'), 0.01, 0.3, assume()).couplings
    expect(relative(protonCoupling(couplings), 0.3)).toBeLessThan(1e-14)
    expect(relative(neutronCoupling(couplings), 0.3)).toBeLessThan(1e-14)
    const photon = bosonAt(resolveModel('dark-photon'), 0.01, 0.3, assume()).couplings
    expect(relative(protonCoupling(photon), -0.3 * E_CHARGE)).toBeLessThan(1e-7)
    expect(Math.abs(neutronCoupling(photon))).toBeLessThan(1e-8)
  })

  it('on shell carry the modulus of ε and the sign of its real part; in scattering the real ε(q²)', () => {
    const model = resolveModel('mu-tau')
    const boson = bosonAt(model, 0.3, 1, assume())
    const { re, im } = loopMixing(model, 'loop').ratio(0.09)
    expect(im).not.toBe(0)
    expect(relative(boson.kineticMixing, -Math.hypot(re, im))).toBeLessThan(1e-14)
    expect(relative(boson.couplings.e.vector, -E_CHARGE * Math.hypot(re, im))).toBeLessThan(1e-14)
    for (const q2 of [0, -1e-5, -0.3]) {
      expect(relative(boson.couplingsAt(q2).e.vector, E_CHARGE * loopMixing(model, 'loop').ratio(q2).re)).toBeLessThan(1e-14)
    }
  })

  it('keep the phase where tree-level and loop mixing interfere', () => {
    const model = defineModel({ id: 'mixed', charges: 'Lmu-Ltau', kineticMixing: { epsilonOverG: 0.02 } })
    const { re, im } = loopMixing(model, 'loop').ratio(0.09)
    const boson = bosonAt(model, 0.3, 1e-3, assume())
    expect(relative(boson.kineticMixing, 1e-3 * Math.hypot(0.02 + re, im))).toBeLessThan(1e-13)
    expect(relative(boson.couplings.e.vector, 1e-3 * E_CHARGE * Math.hypot(0.02 + re, im))).toBeLessThan(1e-3)
    expect(Math.abs(boson.kineticMixing)).toBeLessThan(1e-3 * (0.02 + Math.hypot(re, im)))
  })

  it('add a fixed ratio, the stand-in of the loop, to a tree-level mixing', () => {
    const model = defineModel({ id: 'mixed', charges: 'Lmu-Ltau', kineticMixing: { epsilonOverG: 0.02 } })
    expect(relative(bosonAt(model, 0.01, 0.1, fixed).kineticMixing, 0.1 * (0.02 - 0.0144329))).toBeLessThan(1e-12)
  })

  it('are linear in the coupling, unless a mixing is absolute', () => {
    const each = (a: Couplings, b: Couplings, factor: number) => {
      for (const f of FERMIONS) {
        expect(Math.abs(factor * a[f].vector - b[f].vector)).toBeLessThanOrEqual(1e-14 * Math.abs(b[f].vector))
        expect(Math.abs(factor * a[f].axial - b[f].axial)).toBeLessThanOrEqual(1e-14 * Math.abs(b[f].axial))
      }
    }
    fc.assert(
      fc.property(
        fc.constantFrom('mu-tau', 'b-l', 'dark-photon', 'bernal:c=-0.1,tanEta=-0.75', 'muon-nu:ratio=0.1'),
        fc.double({ min: -20, max: 0, noNaN: true }),
        fc.double({ min: -8, max: 4, noNaN: true }),
        (id, lnCoupling, lnMass) => {
          const [coupling, mass] = [Math.exp(lnCoupling), Math.exp(lnMass)]
          const ray = couplingRay(resolveModel(id), mass, assume())
          fc.pre(coupling < ray.described)
          const boson = ray.at(coupling)
          each(ray.unit!.couplings, boson.couplings, coupling)
          each(ray.unit!.couplingsAt(-0.01), boson.couplingsAt(-0.01), coupling)
        },
      ),
    )
    const absolute = defineModel({ id: 'absolute', charges: 'Lmu-Ltau', kineticMixing: { epsilon: 1e-4 } })
    const massMixed = defineModel({ id: 'mass-mixed', charges: 'Lmu-Ltau', massMixing: 1e-5 })
    expect(couplingRay(absolute, 0.01, assume()).unit).toBeUndefined()
    expect(couplingRay(massMixed, 0.01, assume()).unit).toBeUndefined()
    expect(relative(bosonAt(absolute, 0.01, 1e-12, assume()).couplings.e.vector, 1e-4 * E_CHARGE)).toBeLessThan(1e-6)
    expect(bosonAt(massMixed, 0.01, 1e-12, assume()).couplings.nu_e.vector).toBeGreaterThan(3e-6)
  })

  it('share one unit boson along a ray', () => {
    const ray = couplingRay(resolveModel('mu-tau'), 0.01, assume())
    expect(ray.unit).toBe(ray.unit)
    expect(ray.unit!.coupling).toBe(1)
    expect(ray.at(1e-3).ray).toBe(ray)
  })
})

describe('refusals', () => {
  const model = resolveModel('mu-tau')

  it('name the field', () => {
    for (const mass of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => couplingRay(model, mass, assume())).toThrow(expect.objectContaining({ name: 'InputError', field: 'mass' }))
    }
    for (const coupling of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => bosonAt(model, 0.01, coupling, assume())).toThrow(expect.objectContaining({ name: 'InputError', field: 'coupling' }))
    }
    expect(() => bosonAt(model, 0.01, 1e-3, assume()).couplingsAt(0.1)).toThrow(expect.objectContaining({ field: 'q2' }))
    expect(() => bosonAt(model, 0.01, 1e-3, assume()).couplingsAt(Number.NaN)).toThrow(expect.objectContaining({ field: 'q2' }))
  })

  it('keep first-order mixing away from the Z, and nothing else', () => {
    const photon = resolveModel('dark-photon')
    expect(() => bosonAt(photon, M_Z, 1e-3, assume())).toThrow(expect.objectContaining({ field: 'mass' }))
    expect(() => bosonAt(photon, M_Z * 1.001, 1e-3, assume())).toThrow(/too close to the Z/)
    expect(bosonAt(photon, M_Z * 1.001, 1e-4, assume()).coupling).toBe(1e-4)
    expect(bosonAt(photon, 0.01, 1, assume()).coupling).toBe(1)
    // |1 − r| = 0.1002 at 86.5 GeV: ten times 0.011 is above it, ten times 0.01 is not.
    expect(() => bosonAt(photon, 86.5, 0.011, assume())).toThrow(ResonanceError)
    expect(bosonAt(photon, 86.5, 0.01, assume()).coupling).toBe(0.01)
    expect(bosonAt(model, M_Z, 1e-3, assume()).couplings.mu.vector).toBe(1e-3)
  })

  it('never meet a scan within the range of its ray', () => {
    for (const mass of [1e-3, 85, 90, 91, 91.18, 92, 100, 1000]) {
      const ray = couplingRay(resolveModel('dark-photon'), mass, assume())
      for (const coupling of ray.range) expect(ray.at(coupling).mass).toBe(mass)
    }
  })
})

describe('the range of a ray', () => {
  it('ends where the mixing is still described, rounding included, at every mass near the Z', () => {
    const rayAt = couplingRays(resolveModel('bernal:c=-0.1,tanEta=-0.75'), assume())
    for (let mass = 80; mass < 100; mass += 0.0731) {
      const { range, described, at } = rayAt(mass)
      expect(range[1]).toBeLessThanOrEqual(described)
      expect(at(Math.exp(Math.log(range[1]))).mass).toBe(mass)
    }
  })

  it('ends where the largest coupling leaves perturbation theory, whatever the normalisation of the charges', () => {
    const endOf = (charges: string, settings = {}) => couplingRay(resolveModel(charges), 0.05, assume(settings)).described
    expect(relative(endOf('b-l'), Math.sqrt(4 * Math.PI))).toBeLessThan(1e-8)
    expect(relative(endOf('B'), 3 * Math.sqrt(4 * Math.PI))).toBeLessThan(1e-8)
    expect(relative(endOf('10 B - 10 L'), 0.1 * Math.sqrt(4 * Math.PI))).toBeLessThan(1e-8)
    expect(relative(endOf('dark-photon'), Math.sqrt(4 * Math.PI) / E_CHARGE)).toBeLessThan(1e-5)
    expect(relative(endOf('Lmu-Ltau', { kineticMixing: 'fixed:100' }), Math.sqrt(4 * Math.PI) / (100 * E_CHARGE + 1))).toBeLessThan(1e-8)
    const absolute = defineModel({ id: 'absolute', charges: 'Lmu-Ltau', kineticMixing: { epsilon: 1e-4 } })
    expect(relative(couplingRay(absolute, 0.05, assume()).range[1], Math.sqrt(4 * Math.PI))).toBeLessThan(1e-4)
  })

  it('begins where no potential in matter is felt any more', () => {
    for (const mass of [1e-24, 1e-15, 1e-10, 1e-3, 10])
      expect(couplingRay(resolveModel('e-tau'), mass, assume()).range[0] / mass).toBeLessThanOrEqual(1e-6)
  })
})
