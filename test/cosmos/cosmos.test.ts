import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { G_FERMI, M_PLANCK, SIN2_WEINBERG } from '../../src/constants.ts'
import { decayOverExpansion, lowestThermalMass, plasmonEmission } from '../../src/cosmos/index.ts'
import { bosonAt } from '../../src/couplings/boson.ts'
import { contactNsi } from '../../src/couplings/nsi.ts'
import { partialWidths } from '../../src/decays/index.ts'
import { resolveModel } from '../../src/models/index.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const boson = (model: string, mass: number, coupling: number) => bosonAt(resolveModel(model), mass, coupling, assume())

describe('the lightest thermal boson', () => {
  it.each([
    [1e-6, 8.177],
    [1e-4, 3.54],
    [1, 3.839],
    [1e3, 2.044],
    [1e4, 1.277],
    [1e5, 8.465],
    [1e6, 9.385],
  ])('at Γ_ee/Γ_νν = %d weighs %d MeV', (ratio, bound) => {
    expect(relative(1e3 * lowestThermalMass(ratio), bound)).toBeLessThan(1e-12)
  })

  it('weighs 4.9 MeV for g_ν = g_μ and a loop-induced g_e, as coy-2021 says', () => {
    expect(Math.abs(1e3 * lowestThermalMass(3.82e-5) - 4.93)).toBeLessThan(0.01)
    const { ee, neutrinos } = partialWidths(boson('muon-nu:ratio=1', 4.93e-3, 1e-3))
    expect(relative(ee / neutrinos, 3.82e-5)).toBeLessThan(0.01)
  })

  it('of one channel alone keeps that limit however small the other is', () => {
    for (const ratio of [0, 1e-320, 1e-100, 1e-7]) expect(1e3 * lowestThermalMass(ratio)).toBeCloseTo(8.342, 12)
    for (const ratio of [1e7, 1e100, Number.POSITIVE_INFINITY]) expect(1e3 * lowestThermalMass(ratio)).toBeCloseTo(9.757, 12)
  })

  it('is not monotonic: electrons and neutrinos pull N_eff apart, and cancel around 10⁴', () => {
    expect(lowestThermalMass(1e3)).toBeGreaterThan(lowestThermalMass(1e4))
    expect(lowestThermalMass(1e4)).toBeLessThan(lowestThermalMass(1e5))
    expect(lowestThermalMass(1e-3)).toBeLessThan(lowestThermalMass(1))
    expect(lowestThermalMass(1e-3)).toBeLessThan(lowestThermalMass(1e-5))
  })

  it('is continuous in the ratio', () => {
    for (let log = -8; log < 8; log += 0.01) {
      expect(Math.abs(lowestThermalMass(10 ** (log + 1e-6)) - lowestThermalMass(10 ** log))).toBeLessThan(1e-7)
    }
  })
})

describe('decay over expansion', () => {
  it('is Γ / H with H = √(8π³ g*/90) T²/M_Pl at T = m', () => {
    const light = boson('b-l', 5e-3, 1e-8)
    const hubble = (Math.sqrt((8 * Math.PI ** 3 * 10.75) / 90) * 2.5e-5) / M_PLANCK
    expect(relative(decayOverExpansion(light), partialWidths(light).total / hubble)).toBeLessThan(1e-12)
  })

  it('grows as g² and falls as 1/m', () => {
    expect(relative(decayOverExpansion(boson('b-l', 5e-3, 2e-8)), 4 * decayOverExpansion(boson('b-l', 5e-3, 1e-8)))).toBeLessThan(1e-12)
    expect(relative(decayOverExpansion(boson('b-l', 2e-4, 1e-8)), 2 * decayOverExpansion(boson('b-l', 4e-4, 1e-8)))).toBeLessThan(1e-9)
  })
})

describe('plasmon emission', () => {
  const [same, other] = [0.5 + 2 * SIN2_WEINBERG, -0.5 + 2 * SIN2_WEINBERG]
  const standard = same ** 2 + 2 * other ** 2

  it('adds ε^V to the vector couplings of all three flavours', () => {
    for (const [model, coupling] of [
      ['b-l', 2e-5],
      ['e-mu', 3e-5],
      ['mu-tau', 1e-3],
      ['muon-nu:ratio=0.2', 1e-2],
      ['dark-photon', 1],
    ] as const) {
      const one = boson(model, 0.02, coupling)
      const emission = (['e', 'mu', 'tau'] as const).reduce(
        (sum, flavour) => sum + ((flavour === 'e' ? same : other) + contactNsi(one, flavour, 'e')) ** 2,
        0,
      )
      const { interference, square } = plasmonEmission(one)
      expect(relative(1 + interference + square, emission / standard)).toBeLessThan(1e-12)
    }
  })

  it('of Lμ−Lτ has no interference: ν_μ and ν_τ undo each other', () => {
    const { interference, square } = plasmonEmission(boson('mu-tau', 0.02, 1e-3))
    expect(Math.abs(interference)).toBeLessThan(1e-15)
    expect(square).toBeGreaterThan(0)
  })

  it('scales as g² and g⁴', () => {
    const [one, three] = [plasmonEmission(boson('e-tau', 0.02, 1e-5)), plasmonEmission(boson('e-tau', 0.02, 3e-5))]
    expect(relative(three.interference, 9 * one.interference)).toBeLessThan(1e-12)
    expect(relative(three.square, 81 * one.square)).toBeLessThan(1e-12)
  })

  it('of B−L: g/m = 0.00235 /GeV doubles it', () => {
    // 3 x² + 2 x Σ C = Σ C², x = g² / √2 G_F m²
    const sum = same + 2 * other
    const x = (-sum + Math.sqrt(sum * sum + 3 * standard)) / 3
    const slope = Math.sqrt(x * Math.SQRT2 * G_FERMI)
    expect(relative(slope, 0.00235)).toBeLessThan(1e-3)
    const { interference, square } = plasmonEmission(boson('b-l', 0.02, 0.02 * slope))
    expect(relative(interference + square, 1)).toBeLessThan(1e-9)
  })
})
