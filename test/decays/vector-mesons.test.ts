import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { ALPHA, E_CHARGE, M_PION, M_PION_ZERO } from '../../src/constants.ts'
import { bosonAt } from '../../src/couplings/boson.ts'
import { hadronicWidth, partialWidths } from '../../src/decays/index.ts'
import { threePions } from '../../src/decays/three-pions.ts'
import { isoscalarRatio, ratioOfData, vectorMesonRatio } from '../../src/decays/vector-mesons.ts'
import { resolveModel } from '../../src/models/index.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const perCoupling = (id: string, mass: number) => 1e6 * hadronicWidth(bosonAt(resolveModel(id), mass, 1e-3, assume())).width
const masses = Array.from({ length: 400 }, (_, i) => 0.28 * (2 / 0.28) ** (i / 400))

describe('the ratio of vector mesons', () => {
  it('is the data for the charges of the photon', () => {
    for (const mass of masses) expect(relative(vectorMesonRatio(1, 1, 1, mass), ratioOfData(mass))).toBeLessThan(1e-12)
  })

  it('is a positive quadratic form of the charges', () => {
    const kappa = fc.double({ min: -3, max: 3, noNaN: true })
    fc.assert(
      fc.property(kappa, kappa, kappa, fc.double({ min: 0.135, max: 2, noNaN: true }), (rho, omega, phi, mass) => {
        const ratio = vectorMesonRatio(rho, omega, phi, mass)
        expect(ratio).toBeGreaterThanOrEqual(0)
        expect(vectorMesonRatio(-rho, -omega, -phi, mass)).toBe(ratio)
        expect(Math.abs(vectorMesonRatio(2 * rho, 2 * omega, 2 * phi, mass) - 4 * ratio)).toBeLessThanOrEqual(1e-12 * ratio)
        // the ρ interferes with neither
        expect(vectorMesonRatio(-rho, omega, phi, mass)).toBe(ratio)
      }),
    )
  })

  it('peaks at 9 B_ee/α² at the ω and the φ', () => {
    expect(relative(isoscalarRatio(1, 0, 0.78266), (9 * 7.38e-5 * 0.9755) / ALPHA ** 2)).toBeLessThan(0.02)
    expect(relative(isoscalarRatio(0, 1, 1.019461), (9 * 2.979e-4) / ALPHA ** 2)).toBeLessThan(0.02)
  })

  it('leaves the two pions to the ρ, against the form-factor fit of darkcast-2018', () => {
    // columns: mass [GeV], R of π⁺π⁻; the data of the ρ are the ones split here
    const pions = [
      [0.467, 0.37732],
      [0.5695, 0.96918],
      [0.633, 1.9698],
      [0.7415, 8.0003],
      [0.7565, 8.7073],
      [0.7835, 6.7453],
      [0.7955, 5.9534],
      [0.867, 2.5452],
      [0.9095, 1.5575],
    ]
    for (const [mass, expected] of pions) expect(relative(vectorMesonRatio(1, 0, 0, mass), expected), `${mass}`).toBeLessThan(0.12)
  })

  it('has the shape of the ω and the φ of darkcast-2018', () => {
    // mass [GeV], R of 3π through the ω and of π⁰γ
    const omega = [
      [0.7755, 2.7902 + 0.32],
      [0.778, 5.0495 + 0.56116],
      [0.7805, 9.1 + 0.95652],
      [0.7835, 10.745 + 1.09],
      [0.7865, 6.3867 + 0.66],
    ]
    for (const [mass, expected] of omega) expect(relative(isoscalarRatio(1, 0, mass), expected), `${mass}`).toBeLessThan(0.1)
    // mass [GeV], R of K K̄ and of 3π through the φ
    const phi = [
      [1.0165, 15.663 + 2.821],
      [1.019, 40.606 + 7.8702],
      [1.0215, 22.058 + 3.6078],
      [1.024, 9.4712 + 1.2592],
    ]
    for (const [mass, expected] of phi) expect(relative(isoscalarRatio(0, 1, mass), expected), `${mass}`).toBeLessThan(0.15)
  })

  it('gives π⁰γ near its threshold from the life of the π⁰, a quarter of it through the ω', () => {
    for (const mass of [0.15, 0.2, 0.3, 0.4]) {
      const anomaly = ((8 * Math.PI * ALPHA * 7.8e-9) / (3 * M_PION_ZERO ** 3)) * (1 - (M_PION_ZERO / mass) ** 2) ** 3
      const form = 1 / (1 - (mass / 0.78266) ** 2) ** 2
      const expected = (form * anomaly * 3 * mass ** 2) / (4 * 4 * Math.PI * ALPHA ** 2)
      expect(relative(isoscalarRatio(1, 0, mass), expected), `${mass}`).toBeLessThan(0.1)
    }
  })

  it('of a protophobic boson is the photon’s up to the φ', () => {
    // c_u = −1/3, c_d = c_s = 2/3
    for (const mass of [0.4, 0.6, 0.77, 0.7827, 0.8])
      expect(relative(vectorMesonRatio(-1, 1, -2, mass), ratioOfData(mass))).toBeLessThan(0.01)
  })

  it('holds a cross section of the ω family of some nanobarns from 1.2 to 1.5 GeV', () => {
    for (const mass of [1.2, 1.3, 1.4, 1.5]) {
      const nanobarn = (isoscalarRatio(1, 0, mass) * 86.8) / mass ** 2
      expect(nanobarn).toBeGreaterThan(3.3)
      expect(nanobarn).toBeLessThan(8)
    }
  })
})

describe('three pions', () => {
  /** The same integral over the two energies, by midpoints, with |p₊ × p₋|² from the momenta. */
  function direct(mass: number): number {
    const steps = 300
    const [heavy, light] = [M_PION, M_PION_ZERO]
    const highest = (mass ** 2 + heavy ** 2 - (heavy + light) ** 2) / (2 * mass)
    const step = (highest - heavy) / steps
    const propagators = (s: number, a: number, b: number) => {
      const q = (at: number) => Math.sqrt(Math.max(0, (at - (a + b) ** 2) * (at - (a - b) ** 2) * 0.25) / at)
      const width = (0.1491 * (q(s) / q(0.77526 ** 2)) ** 3 * 0.77526 ** 2) / s
      const [re, im] = [0.77526 ** 2 - s, -Math.sqrt(s) * width]
      const norm = (re * re + im * im) / 0.77526 ** 2
      return [re / norm, -im / norm]
    }
    let sum = 0
    for (let i = 0; i < steps; i++) {
      for (let j = 0; j < steps; j++) {
        const plus = heavy + (i + 0.5) * step
        const minus = heavy + (j + 0.5) * step
        const zero = mass - plus - minus
        const squares = [plus ** 2 - heavy ** 2, minus ** 2 - heavy ** 2, zero ** 2 - light ** 2]
        if (zero <= light) continue
        const dot = (squares[2] - squares[0] - squares[1]) / 2
        const cross = squares[0] * squares[1] - dot * dot
        if (cross <= 0) continue
        const parts = [
          propagators(mass ** 2 + light ** 2 - 2 * mass * zero, heavy, heavy),
          propagators(mass ** 2 + heavy ** 2 - 2 * mass * plus, heavy, light),
          propagators(mass ** 2 + heavy ** 2 - 2 * mass * minus, heavy, light),
        ]
        const re = parts.reduce((total, part) => total + part[0], 0)
        const im = parts.reduce((total, part) => total + part[1], 0)
        sum += mass ** 2 * cross * (re * re + im * im)
      }
    }
    // ds ds = 4 m² dE dE
    return (sum * 4 * mass ** 2 * step ** 2) / mass ** 3
  }

  it.each([0.45, 0.6, 0.78266, 1.02, 1.4])('are the integral over the Dalitz plot at %f GeV', (mass) => {
    expect(relative(threePions(mass), direct(mass))).toBeLessThan(3e-3)
  })

  it('open with the fourth power of the energy', () => {
    const threshold = 2 * M_PION + M_PION_ZERO
    expect(threePions(threshold)).toBe(0)
    expect(relative(threePions(threshold + 2e-4) / threePions(threshold + 1e-4), 16)).toBeLessThan(5e-3)
  })
})

describe('hadronic widths of charges unlike the photon’s', () => {
  // mass [GeV], Γ/g² [GeV] of the tables of darkcast-2018, allowed difference
  it.each([
    [0.5, 6.75e-6, 0.1],
    // in its tail it lies above ω → ρπ → 3π
    [0.6, 6.638e-5, 0.4],
    [0.7, 1.1e-3, 0.3],
    [0.77, 0.0924, 0.05],
    [0.7755, 0.2569, 0.05],
    [0.7827, 1.02, 0.05],
    [0.9, 0.00626, 0.25],
    [1, 0.004714, 0.25],
    [1.0195, 1.309, 0.1],
    // it gives all K K̄ to the φ; here kaons carry no baryon number
    [1.2, 0.02461, 0.4],
    [1.5, 0.0275, 0.26],
    [1.8, 0.04775, 0.15],
    [1.95, 0.05172, 0.1],
  ])('of B − L at %f GeV', (mass, expected, tolerance) => {
    expect(relative(perCoupling('b-l', mass), expected)).toBeLessThan(tolerance)
  })

  it('hold no ρ for equal charges of u and d', () => {
    for (const mass of [0.3, 0.4, 0.5, 0.6])
      expect(perCoupling('b-l', mass)).toBeLessThan(0.01 * (mass / (12 * Math.PI)) * ratioOfData(mass))
  })

  it('join perturbation theory without a step', () => {
    for (const edge of [1.6, 2]) {
      const [below, above] = [edge * (1 - 1e-9), edge * (1 + 1e-9)].map((mass) => perCoupling('b-l', mass))
      expect(relative(below, above)).toBeLessThan(1e-6)
    }
    for (const edge of [1.002, 1.05]) {
      const [below, above] = [edge * (1 - 1e-9), edge * (1 + 1e-9)].map((mass) => perCoupling('b-l', mass))
      expect(relative(below, above)).toBeLessThan(1e-5)
    }
  })

  it('say that they are estimates', () => {
    const { notes } = partialWidths(bosonAt(resolveModel('b-l'), 0.78, 1e-3, assume()))
    expect(notes[0]).toContain('estimate')
  })

  it('take the couplings in units of g: 4/e² of the ω of the photon, for baryon number', () => {
    const mass = 0.77
    const expected = (mass / (12 * Math.PI)) * E_CHARGE ** 2 * vectorMesonRatio(0, 2 / E_CHARGE, -1 / E_CHARGE, mass)
    expect(relative(perCoupling('b-l', mass), expected)).toBeLessThan(5e-3)
  })
})
