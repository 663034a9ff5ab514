import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { E_CHARGE } from '../../src/constants.ts'
import {
  bosonAt,
  contactNsi,
  couplingForMediumNsi,
  couplingRay,
  electronNsi,
  mediumNsi,
  neutralPionCoupling,
  tanEtaAllowed,
  weakCharge,
} from '../../src/couplings/index.ts'
import { resolveModel } from '../../src/models/index.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const printed = assume('bernal-2022')
const boson = (c: number, eta: number, coupling: number, assumptions = assume(), mass = 0.04) =>
  bosonAt(resolveModel(`bernal:c=${c},tanEta=${eta}`), mass, coupling, assumptions)
const AR = { protons: 18, neutrons: 22 }

describe('the charge of a nucleus, eq. (33)', () => {
  it.each([
    ['Ar', { protons: 18, neutrons: 22 }, -0.818],
    ['Cs', { protons: 55, neutrons: 78 }, -0.705],
    ['I', { protons: 53, neutrons: 74 }, -0.716],
    ['Si', { protons: 14, neutrons: 14 }, -1],
  ] as const)('is the Standard Model’s at tan η = −Z/N: %s', (_, nucleus, eta) => {
    const ratio = -nucleus.protons / nucleus.neutrons
    expect(ratio).toBeCloseTo(eta, 3)
    const standard = nucleus.protons * (0.5 - 2 * 0.23122) - nucleus.neutrons / 2
    for (const t of [0, -1e-4, -1e-2]) expect(relative(weakCharge(boson(-0.1, ratio, 1e-3), 'mu', nucleus, t), standard)).toBeLessThan(1e-4)
    expect(relative(weakCharge(boson(-0.1, -0.5, 1e-3), 'mu', nucleus, 0), standard)).toBeGreaterThan(0.1)
    expect(relative(weakCharge(boson(-0.1, -0.5, 1e-3), 'e', nucleus, 0), standard)).toBeLessThan(1e-3)
  })

  it('of CsI and Ar, averaged: the −0.75 of the figures lies between −0.82 and −0.71', () => {
    expect((-18 / 22 - 108 / 152) / 2).toBeCloseTo(-0.764, 3)
  })

  it('takes ε of the standard normalisation; the halved ones of the paper as printed', () => {
    const [mass2, t] = [0.04 ** 2, -2e-3]
    const [standard, half] = [boson(-0.1, 0.6, 5e-4), boson(-0.1, 0.6, 5e-4, printed)]
    const shift = (of: typeof standard) => weakCharge(of, 'mu', AR, t) - (18 * (0.5 - 2 * 0.23122) - 11)
    const sum = (of: typeof standard) => 18 * contactNsi(of, 'mu', 'p') + 22 * contactNsi(of, 'mu', 'n')
    expect(relative(shift(standard), (sum(standard) * mass2) / (mass2 - t))).toBeLessThan(1e-9)
    expect(relative(shift(half), (sum(half) * mass2) / (mass2 - t))).toBeLessThan(1e-9)
    expect(relative(shift(standard), 2 * shift(half))).toBeLessThan(1e-9)
    expect(relative(shift(boson(-0.1, 0.6, 5e-4, assume('default', { nsiNormalisation: 'bernal-2022' }))), shift(standard))).toBeLessThan(
      1e-12,
    )
  })

  it('may turn its sign: Z ε^p + N ε^n = −2 of the Standard Model', () => {
    const line = couplingRay(resolveModel('bernal:c=-0.1,tanEta=0.5'), 0.5, assume())
    const standard = weakCharge(line.at(1e-12), 'mu', AR, 0)
    const perSquare = weakCharge(line.at(1), 'mu', AR, 0) - standard
    expect(relative(weakCharge(line.at(Math.sqrt((-2 * standard) / perSquare)), 'mu', AR, 0), -standard)).toBeLessThan(1e-9)
  })

  it('refuses timelike momentum transfer', () => {
    expect(() => weakCharge(boson(-0.1, 1, 1e-4), 'mu', AR, 1e-3)).toThrow(expect.objectContaining({ field: 'q2' }))
  })
})

describe('NSI with electrons, eq. (34)', () => {
  it('is what the boson gives', () => {
    fc.assert(
      fc.property(fc.constantFrom(-0.8, -0.75, -40, 0.5, 3), fc.double({ min: 0.1, max: 0.6, noNaN: true }), (eta, neutrons) => {
        const of = boson(-0.1, eta, 1e-4)
        expect(relative(electronNsi(mediumNsi(of, 'mu', neutrons), eta, neutrons), contactNsi(of, 'mu', 'e'))).toBeLessThan(1e-4)
      }),
    )
  })

  it.each([
    [1, 0.24509803921568626, -0.4807692307692307],
    [1.422, 0.31585961794757883, -0.8576598311218335],
    [2, 0.39370078740157477, -1.8518518518518516],
    [2.5, 0.4480286738351254, -4.310344827586207],
    [3, 0.49342105263157904, -37.50000000000007],
  ])('|ε^e| < 2 at ε_medium = %f: above tan η = %f or below %f', (medium, above, below) => {
    for (const sign of [1, -1]) {
      const [[start, negative], [positive, end]] = tanEtaAllowed(sign * medium, 2, 0.54)
      expect([start, end]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
      expect(relative(positive, above)).toBeLessThan(1e-12)
      expect(relative(negative, below)).toBeLessThan(1e-11)
      for (const eta of [positive, negative]) expect(relative(Math.abs(electronNsi(medium, eta, 0.54)), 2)).toBeLessThan(1e-10)
    }
  })

  it('leaves no negative tan η for a large ε_medium', () => {
    const [[from, to], ...more] = tanEtaAllowed(4, 2, 0.54)
    expect(more).toEqual([])
    expect(electronNsi(4, from, 0.54)).toBeCloseTo(-2, 12)
    expect(electronNsi(4, to, 0.54)).toBeCloseTo(2, 12)
    expect(tanEtaAllowed(3.08, 2, 0.54)).toEqual([[0.5, Number.POSITIVE_INFINITY]])
  })

  it('at tan η = −0.75 allows |ε_medium| up to 1.32, and gives 3.03 at ε_medium = 2', () => {
    expect(relative(2 / electronNsi(1, -0.75, 0.54), 1.3200000000000003)).toBeLessThan(1e-12)
    expect(relative(electronNsi(2, -0.75, 0.54), 3.0303)).toBeLessThan(1e-4)
  })

  it('refuses what has no answer', () => {
    expect(() => tanEtaAllowed(0, 2, 0.54)).toThrow(expect.objectContaining({ field: 'epsMedium' }))
    expect(() => tanEtaAllowed(1, 0, 0.54)).toThrow(expect.objectContaining({ field: 'largest' }))
  })
})

describe('the muon’s coupling, eq. (19)', () => {
  it('is g [1 − c (1 − 1/tan η)], for any c', () => {
    for (const [c, eta] of [
      [-0.1, -0.75],
      [0.5, 0.8],
      [-1, 3],
      [0.001, -2],
    ]) {
      expect(relative(boson(c, eta, 2e-4, assume(), 0.01).couplings.mu.vector, 2e-4 * (1 - c * (1 - 1 / eta)))).toBeLessThan(1e-7)
    }
  })

  it('is 7.2206e-4 where ε_medium = 1 at 40 MeV', () => {
    const line = couplingRay(resolveModel('bernal:c=-0.1,tanEta=-0.75'), 0.04, printed)
    const of = line.at(couplingForMediumNsi(line, 'mu', 1, 0.54))
    expect(relative(of.couplings.mu.vector, 0.0007220585037188405)).toBeLessThan(1e-6)
  })
})

describe('π⁰ → γ Z′', () => {
  it('is e ε of the dark photon', () => {
    for (const recipe of ['corrected', 'as-printed']) {
      const of = bosonAt(resolveModel('dark-photon'), 0.02, 1e-3, assume('default', { recipe }))
      expect(relative(Math.abs(neutralPionCoupling(of)), 1e-3 * E_CHARGE)).toBeLessThan(1e-6)
    }
  })

  it('is e ε − c g, in the sign of bernal-2022; e ε − c g/5 as printed', () => {
    const g = 5e-4
    for (const [c, eta] of [
      [-0.1, -0.75],
      [2 / 3, 0.8],
    ]) {
      // in that paper's sign e ε = c g (1 − 1/tan η)
      const mixing = c * g * (1 - 1 / eta)
      expect(relative(neutralPionCoupling(boson(c, eta, g)), mixing - c * g)).toBeLessThan(1e-6)
      expect(relative(neutralPionCoupling(boson(c, eta, g, printed)), mixing - (c * g) / 5)).toBeLessThan(1e-6)
    }
    expect(relative(neutralPionCoupling(boson(-0.1, -0.75, g)) ** 2, 4.4444e-9)).toBeLessThan(2e-4)
    expect(relative(neutralPionCoupling(boson(-0.1, -0.75, g, printed)) ** 2, 1.1378e-8)).toBeLessThan(2e-4)
  })

  it('vanishes for a boson that protons do not feel', () => {
    expect(Math.abs(neutralPionCoupling(boson(-0.1, 1e9, 5e-4)))).toBeLessThan(1e-12)
  })
})
