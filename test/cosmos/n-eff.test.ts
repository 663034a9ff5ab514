import { describe, expect, it } from 'vitest'
import { M_ELECTRON, M_PLANCK } from '../../src/constants.ts'
import { effectiveNeutrinos, hubbleConstant, N_EFF_WITHOUT_BOSON, type NeutrinoTemperatures } from '../../src/cosmos/index.ts'
import { integrateGL } from '../../src/numerics/index.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const BOTH = ['split', 'common'] as const
const expansion = (mass: number) => (Math.sqrt((4 * Math.PI ** 3 * 10.75) / 45) * mass * mass) / M_PLANCK

/** Widths in units of the expansion at T = m. */
const over = (
  mass: number,
  electrons: number,
  electronNeutrinos: number,
  otherNeutrinos: number,
  temperatures: NeutrinoTemperatures = 'split',
) => {
  const unit = expansion(mass)
  return effectiveNeutrinos(
    { mass, electrons: electrons * unit, electronNeutrinos: electronNeutrinos * unit, otherNeutrinos: otherNeutrinos * unit },
    temperatures,
  )
}

/** Lμ−Lτ of a coupling, and of an electron coupling over it. */
const muTau = (mass: number, coupling: number, electrons: number, temperatures: NeutrinoTemperatures) => {
  const r = (M_ELECTRON / mass) ** 2
  return (
    effectiveNeutrinos(
      {
        mass,
        electrons: (((electrons * coupling) ** 2 * mass) / (12 * Math.PI)) * Math.sqrt(1 - 4 * r) * (1 + 2 * r),
        electronNeutrinos: 0,
        otherNeutrinos: (coupling ** 2 * mass) / (12 * Math.PI),
      },
      temperatures,
    ) - N_EFF_WITHOUT_BOSON[temperatures]
  )
}
const LOOP = 0.00437060476

describe('without a boson', () => {
  it.each(BOTH)('N_eff is 3.044 to 3.046 (%s)', (temperatures) => {
    const nEff = over(0.01, 0, 0, 0, temperatures)
    expect(Math.abs(nEff - 3.045)).toBeLessThan(0.001)
    expect(Math.abs(nEff - N_EFF_WITHOUT_BOSON[temperatures])).toBeLessThan(1e-4)
    expect(relative(over(0.1, 0, 0, 0, temperatures), nEff)).toBeLessThan(1e-5)
  })
})

describe('a boson in equilibrium, common temperature, against an independent integration', () => {
  it.each([
    [5, 1.0877],
    [8, 0.5223],
    [10, 0.3152],
    [12, 0.1894],
    [15, 0.088],
    [20, 0.0246],
  ])('that decays to neutrinos: %d MeV', (mass_MeV, expected) => {
    expect(Math.abs(muTau(1e-3 * mass_MeV, 5e-4, 0, 'common') - expected)).toBeLessThan(0.001)
  })

  it.each([
    [8, 1.049],
    [10, 0.644],
    [12, 0.4288],
    [15, 0.2571],
    [18, 0.1664],
    [20, 0.1282],
    [25, 0.0713],
  ])('with loop-induced decays to electrons, g = 5e-4: %d MeV', (mass_MeV, expected) => {
    expect(Math.abs(muTau(1e-3 * mass_MeV, 5e-4, LOOP, 'common') - expected)).toBeLessThan(0.001)
  })

  it.each([
    [8, 0.97, 1.13],
    [10, 0.59, 0.69],
    [12, 0.393, 0.463],
    [15, 0.235, 0.279],
    [20, 0.116, 0.14],
  ])('and g = 3e-4 and 8e-4: %d MeV', (mass_MeV, weak, strong) => {
    expect(Math.abs(muTau(1e-3 * mass_MeV, 3e-4, LOOP, 'common') - weak)).toBeLessThan(0.006)
    expect(Math.abs(muTau(1e-3 * mass_MeV, 8e-4, LOOP, 'common') - strong)).toBeLessThan(0.006)
  })

  it.each([
    [10, 0.4555, 0.5],
    [15, 0.1431, 0.209],
    [20, 0.0445, 0.108],
  ])('heats νμ and ντ alone where temperatures are split: more without electrons, less with them (%d MeV)', (mass_MeV, alone, loop) => {
    expect(Math.abs(muTau(1e-3 * mass_MeV, 5e-4, 0, 'split') - alone)).toBeLessThan(0.002)
    expect(Math.abs(muTau(1e-3 * mass_MeV, 5e-4, LOOP, 'split') - loop)).toBeLessThan(0.002)
    expect(alone).toBeGreaterThan(muTau(1e-3 * mass_MeV, 5e-4, 0, 'common'))
    expect(loop).toBeLessThan(muTau(1e-3 * mass_MeV, 5e-4, LOOP, 'common'))
  })
})

describe('limits', () => {
  it('light and coupled to neutrinos before they decouple: all its entropy is theirs, N_eff = 3.045 (1 + 4/7)^(4/3)', () => {
    // 3 spins beside 3 · 2 · 7/8
    const expected = 3.0453 * (1 + 4 / 7) ** (4 / 3)
    // Less a little: of what neutrinos gain from electrons, which makes 3.045 of 3, the boson has its part
    expect(relative(over(1e-4, 0, 3e10, 6e10, 'common'), expected)).toBeLessThan(0.01)
  })

  it('light and coupled after: filling it costs energy, and only then its entropy returns, (1 + 4/7)^(1/3)', () => {
    const nEff = over(1e-4, 0, 30, 60, 'common')
    expect(relative(nEff, 3.0453 * (1 + 4 / 7) ** (1 / 3))).toBeLessThan(0.03)
  })

  it('coupled to everything for ever: neutrinos keep the temperature of photons, 3 (11/4)^(4/3)', () => {
    const most = 3 * (11 / 4) ** (4 / 3)
    const nEff = over(1.2e-3, 1e16, 1e16, 1e16)
    expect(nEff).toBeLessThan(most)
    expect(relative(nEff, most)).toBeLessThan(0.03)
  })

  it('coupled to electrons alone: photons take its entropy, and at most 2/(2 + 7/2 + 3) of it is left to neutrinos', () => {
    const least = 3 * ((11 / 4) * (2 / 8.5)) ** (4 / 3)
    let previous = least
    for (const mass of [1.1e-3, 2e-3, 4e-3, 8e-3, 16e-3]) {
      const nEff = over(mass, 1e8, 0, 0)
      expect(nEff).toBeGreaterThan(previous)
      previous = nEff
    }
    expect(previous).toBeLessThan(N_EFF_WITHOUT_BOSON.split)
  })

  it('heavy in equilibrium, or feeble: nothing changes', () => {
    for (const temperatures of BOTH) {
      const without = N_EFF_WITHOUT_BOSON[temperatures]
      expect(Math.abs(over(0.1, 1e3, 1e3, 1e3, temperatures) - without)).toBeLessThan(2e-4)
      for (const feeble of [1e-9, 1e-15, 1e-60]) {
        expect(Math.abs(over(0.01, feeble, feeble, feeble, temperatures) - without)).toBeLessThan(2e-4)
      }
    }
  })

  it('neutrino flavours are nothing to a common temperature', () => {
    expect(over(0.006, 10, 0, 3, 'common')).toBe(over(0.006, 10, 3, 0, 'common'))
    expect(Math.abs(over(0.006, 10, 0, 3) - over(0.006, 10, 3, 0))).toBeGreaterThan(0.01)
  })
})

describe('freeze-in', () => {
  it('grows as the square root of the width: as many bosons as Γ, as late as 1/√Γ', () => {
    const extra = (width: number) => over(0.01, 0, 0, width) - N_EFF_WITHOUT_BOSON.split
    expect(relative(extra(1e-5) / extra(1e-7), 10)).toBeLessThan(0.1)
    expect(relative(extra(1e-4) / extra(1e-6), 10)).toBeLessThan(0.1)
  })

  it('is as many bosons as inverse decays make, decaying much later into neutrinos', () => {
    const [mass, ratio] = [0.01, 1e-5]
    const width = ratio * expansion(mass)
    // n a³ = ∫ Γ ⟨m/E⟩ n a³ d ln a / H, one neutrino and one antineutrino for every boson: 3 Γ/H(m) /2π² ∫ dx x ∫ dq q² (x/ε) ⟨f₁ f₂⟩
    const fermi = (energy: number) => 1 / (Math.exp(energy) + 1)
    const pairs = (x: number) =>
      integrateGL(
        (q) => {
          const energy = Math.hypot(q, x)
          const half = integrateGL((e) => fermi(e) * fermi(energy - e), energy / 2, (energy + q) / 2, 12)
          return q * q * (x / energy) * ((2 * half) / q)
        },
        0,
        30,
        40,
      )
    const number = ((3 * ratio) / (2 * Math.PI ** 2)) * integrateGL((x) => x * pairs(x), 0, 20, 40)
    // radiation after electrons are gone, in units where neutrinos have temperature 1/a: H = c/a², a = √(2 c t)
    const neutrinos = 3 * (7 / 8) * (Math.PI ** 2 / 15) * (3.0443 / 3)
    const radiation = (Math.PI ** 2 / 15) * (11 / 4) ** (4 / 3) + neutrinos
    const c = Math.sqrt((8 * Math.PI * radiation) / 3) / M_PLANCK
    // ∫ Γ m n a³ a e^{−Γt} dt = m n a³ √(2c/Γ) Γ(3/2)
    const gained = mass * number * Math.sqrt((2 * c) / width) * (Math.sqrt(Math.PI) / 2)
    const extra = over(mass, 0, 0, ratio) - N_EFF_WITHOUT_BOSON.split
    expect(relative(extra, (3.0443 * gained) / neutrinos)).toBeLessThan(0.03)
  })

  it('and late decays to electrons heat photons instead: fewer neutrinos', () => {
    let previous = N_EFF_WITHOUT_BOSON.split
    for (const width of [1e-6, 1e-5, 1e-4, 1e-3, 1e-2]) {
      const nEff = over(0.01, width, 0, 0)
      expect(nEff).toBeLessThan(previous)
      previous = nEff
    }
  })
})

describe('as a function', () => {
  it('is smooth in mass and widths: no spikes', () => {
    for (const [electrons, own, others] of [
      [0, 0, 1e10],
      [1e6, 0, 1e10],
      [1e5, 1e5, 1e5],
      [3, 0, 1],
    ]) {
      for (const mass of [3e-3, 8e-3, 2e-2]) {
        const [a, b, c, d] = [1, 1.002, 1.004, 1.006].map((factor) => over(factor * mass, electrons, own, others))
        expect(Math.abs(a - 3 * b + 3 * c - d)).toBeLessThan(5e-4)
        const [e, f] = [1, 1.01].map((factor) => over(mass, factor * electrons, factor * own, factor * others))
        expect(Math.abs(e - f)).toBeLessThan(0.02)
      }
    }
  })

  it('refuses what it does not describe', () => {
    const boson = { mass: 0.01, electrons: 0, electronNeutrinos: 0, otherNeutrinos: 0 }
    for (const mass of [0, 9e-5, 0.21, Number.NaN, -1]) expect(() => effectiveNeutrinos({ ...boson, mass })).toThrow(/^mass: /)
    for (const electrons of [-1e-20, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => effectiveNeutrinos({ ...boson, electrons })).toThrow(/^width: /)
    }
  })
})

describe('the Hubble constant', () => {
  it('is 67.4 without new physics, and 1 to 3 more with a few tenths of a neutrino', () => {
    expect(hubbleConstant(3.044)).toBeCloseTo(67.4, 12)
    expect(hubbleConstant(3.244)).toBeCloseTo(68.3, 1)
    expect(hubbleConstant(3.544)).toBeCloseTo(69.63, 1)
    // all densities scale with radiation: without neutrinos photons alone are left
    expect(relative((hubbleConstant(0) / 67.4) ** 2, 1 / (1 + 3.044 * (7 / 8) * (4 / 11) ** (4 / 3)))).toBeLessThan(1e-12)
  })
})
