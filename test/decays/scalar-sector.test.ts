import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { HBAR_GEV_S, HBARC_GEV_M } from '../../src/constants.ts'
import { bosonAt } from '../../src/couplings/boson.ts'
import {
  branchingRatios,
  breakingScale,
  dominatedBranching,
  electronYukawa,
  mixingMass_GeV,
  partialWidths,
  promptHiddenCoupling,
  promptLifetime_s,
  quarticCoupling,
} from '../../src/decays/index.ts'
import { InputError } from '../../src/errors.ts'
import { resolveModel } from '../../src/models/index.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const BETA3 = 0.41408666249996107

describe('branching ratios of a boson that decays to its hidden scalar, eq. (24)', () => {
  const of = (charge: number, preset: string) =>
    bosonAt(resolveModel(`bernal:c=-0.1,tanEta=-0.75,cPhi=${charge},mPhiOverM=1/3`), 0.04, 5.85e-4, assume(preset))

  it('have coefficient 8 as printed, 4 corrected', () => {
    for (const [preset, coefficient] of [
      ['bernal-2022', 8],
      ['default', 4],
    ] as const) {
      const boson = of(40, preset)
      expect(relative(dominatedBranching(boson, 'neutrinos'), coefficient / (1600 * BETA3))).toBeLessThan(1e-6)
      const share = boson.couplings.e.vector / boson.coupling
      expect(relative(dominatedBranching(boson, 'ee'), (coefficient * share ** 2) / (1600 * BETA3))).toBeLessThan(1e-6)
    }
    expect(relative(dominatedBranching(of(40, 'bernal-2022'), 'neutrinos'), 0.0121)).toBeLessThan(3e-3)
    expect(relative(dominatedBranching(of(40, 'bernal-2022'), 'ee'), 6.6e-4)).toBeLessThan(6e-3)
  })

  it('are the full ones for a large charge', () => {
    const boson = of(1e4, 'default')
    expect(relative(dominatedBranching(boson, 'neutrinos'), branchingRatios(partialWidths(boson)).neutrinos)).toBeLessThan(1e-6)
    const moderate = of(40, 'default')
    expect(relative(dominatedBranching(moderate, 'neutrinos'), branchingRatios(partialWidths(moderate)).neutrinos)).toBeLessThan(7e-3)
  })

  it('refuse a boson without the decay', () => {
    for (const model of ['b-l', 'bernal', 'bernal:cPhi=40,mPhiOverM=0.5']) {
      expect(() => dominatedBranching(bosonAt(resolveModel(model), 0.04, 1e-4, assume()), 'ee')).toThrow(InputError)
    }
  })
})

describe('prompt decays', () => {
  it('eq. (25): 3.34e-14 s at 30 MeV and 30 GeV, proportional to the mass over the energy', () => {
    expect(relative(promptLifetime_s(0.03, 30), 3.335640951981521e-14)).toBeLessThan(1e-9)
    expect(relative(promptLifetime_s(0.01, 60), promptLifetime_s(0.03, 30) / 6)).toBeLessThan(1e-12)
    // E/m times cτ is the distance
    expect(relative((promptLifetime_s(0.02, 30, 0.5) * HBARC_GEV_M * 1500) / HBAR_GEV_S, 0.5)).toBeLessThan(1e-12)
  })

  it.each([
    [3e-14, 0.00033209105966502635],
    [3.335640951981521e-14, 0.0003149402462990225],
  ])('eq. (26): for %f s at 30 MeV', (lifetime, expected) => {
    expect(relative(promptHiddenCoupling(0.03, 0, lifetime), expected)).toBeLessThan(1e-8)
  })

  it('eq. (26) has β^(−3/2), and √(E/30 GeV) 30 MeV/m once the lifetime follows eq. (25)', () => {
    expect(relative(promptHiddenCoupling(0.03, 1 / 3, 3e-14) / promptHiddenCoupling(0.03, 0, 3e-14), BETA3 ** -0.5)).toBeLessThan(1e-12)
    const at = (mass: number, energy: number) => promptHiddenCoupling(mass, 0, promptLifetime_s(mass, energy))
    expect(relative(at(0.06, 120) / at(0.03, 30), Math.sqrt(4) / 2)).toBeLessThan(1e-12)
    expect(() => promptHiddenCoupling(0.03, 0.5, 3e-14)).toThrow(expect.objectContaining({ field: 'massRatio' }))
  })

  it('λ_φe: 4.07e-4 (10 MeV/m)^1/2 for 1e-14 s; λ_e = 0.1 then needs sin β = 4e-3 at 10 MeV', () => {
    expect(relative(electronYukawa(0.01, 1e-14), 4.07e-4)).toBeLessThan(1e-3)
    expect(relative(electronYukawa(0.04, 1e-14), electronYukawa(0.01, 1e-14) / 2)).toBeLessThan(1e-12)
    expect(electronYukawa(0.01, 1e-14) / 0.1).toBeCloseTo(4.07e-3, 5)
  })
})

describe('how the scalars mix', () => {
  const benchmark = { mass: 0.03, hiddenCoupling: 8.5e-4, sinBeta: 1e-3, doubletMass_GeV: 400 }

  it('eq. (28): 35.3 GeV as printed, √2 less for a complex field', () => {
    expect(relative(breakingScale(0.03, 8.5e-4, 'as-printed'), 35.29)).toBeLessThan(1e-3)
    // m² = 2 (c_φ g)² ⟨φ′⟩²
    expect(relative(2 * (8.5e-4 * breakingScale(0.03, 8.5e-4)) ** 2, 0.03 ** 2)).toBeLessThan(1e-12)
  })

  it('eq. (31): λ = 0.026 as printed, 0.0368 with one normalisation for both expectation values', () => {
    expect(relative(quarticCoupling(benchmark, 'as-printed'), 0.026)).toBeLessThan(2e-3)
    expect(relative(quarticCoupling(benchmark), 0.0368)).toBeLessThan(2e-3)
  })

  it('eq. (31) is linear in sin β and c_φ g, inverse in m, quadratic in the doublet’s mass', () => {
    const of = (change: Partial<typeof benchmark>) => quarticCoupling({ ...benchmark, ...change }) / quarticCoupling(benchmark)
    expect(of({ sinBeta: 3e-3 })).toBeCloseTo(3, 12)
    expect(of({ hiddenCoupling: 1.7e-3 })).toBeCloseTo(2, 12)
    expect(of({ mass: 0.06 })).toBeCloseTo(0.5, 12)
    expect(of({ doubletMass_GeV: 800 })).toBeCloseTo(4, 12)
    expect(relative(quarticCoupling({ ...benchmark, scalarMass_GeV: 200 }), 0.75 * quarticCoupling(benchmark))).toBeLessThan(1e-12)
  })

  it('λ reaches 1 at c_φ g of a few 1e-2', () => {
    expect(relative(8.5e-4 / quarticCoupling(benchmark, 'as-printed'), 0.0327)).toBeLessThan(3e-3)
  })

  it('mixing of 1e-3 with 400 GeV pulls the scalar’s mass by 400 MeV, not 0.4 MeV: the eigenvalues say so', () => {
    expect(mixingMass_GeV(1e-3, 400, 'as-printed')).toBeCloseTo(4e-4, 12)
    expect(mixingMass_GeV(1e-3, 400)).toBeCloseTo(0.4, 12)
    // masses squared (x, y; y, M²) with y = sin β M²: the lighter eigenvalue is x − y²/M²
    const [heavy, mixing] = [400 ** 2, 1e-3 * 400 ** 2]
    const light = heavy / 2 - Math.sqrt(heavy ** 2 / 4 + mixing ** 2)
    expect(relative(Math.sqrt(-light), mixingMass_GeV(1e-3, 400))).toBeLessThan(1e-5)
  })
})
