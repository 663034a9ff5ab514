import { describe, expect, it } from 'vitest'
import { E_CHARGE, G_FERMI, M_ELECTRON, SIN2_WEINBERG } from '../../src/constants.ts'
import { plasma, weakHeating } from '../../src/cosmos/index.ts'
import { integrate } from '../../src/numerics/index.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const PHOTONS = Math.PI ** 2 / 15

describe('the plasma', () => {
  it('of photons alone is left below 10 keV', () => {
    const { pressure, density, heatCapacity } = plasma(1e-5)
    expect(relative(density, PHOTONS)).toBeLessThan(1e-8)
    expect(relative(pressure, PHOTONS / 3)).toBeLessThan(1e-8)
    expect(relative(heatCapacity, 4 * PHOTONS)).toBeLessThan(1e-8)
  })

  it('has 2 + 4 · 7/8 degrees of freedom when hot, less 5e²/96π² of interactions, plus the term of order e³', () => {
    // P = π²/45 (1 + 7/4) T⁴ − 5e²T⁴/288 + e³T⁴/(36√3 π), and ρ = 3P for massless electrons
    const massless = 3 * ((11 * Math.PI ** 2) / 180 - (5 * E_CHARGE ** 2) / 288 + E_CHARGE ** 3 / (36 * Math.sqrt(3) * Math.PI))
    expect(relative(plasma(0.5).density, massless)).toBeLessThan(1e-6)
    expect(relative(plasma(0.5).heatCapacity, 4 * massless)).toBeLessThan(1e-6)
    expect(massless).toBeLessThan(5.5 * (PHOTONS / 2))
  })

  it.each([1e-4, 2e-4, 5e-4, 1e-3, 3e-3])(
    'at %d GeV is the integral over electrons but for interactions of less than one percent',
    (temperature) => {
      const energy = (p: number) => Math.hypot(p, M_ELECTRON / temperature)
      const electrons = integrate((p) => ((2 / Math.PI ** 2) * p * p * energy(p)) / (Math.exp(energy(p)) + 1), 0, 60, { relTol: 1e-9 })
      const { density } = plasma(temperature)
      expect(relative(density, PHOTONS + electrons)).toBeLessThan(0.01)
      expect(density).not.toBe(PHOTONS + electrons)
    },
  )

  it('obeys ρ + P = T dP/dT, and its heat capacity is dρ/dT', () => {
    for (const temperature of [3e-5, 1e-4, 3e-4, 1e-3, 4e-3, 0.1]) {
      const of = (t: number) => ({ p: plasma(t).pressure * t ** 4, rho: plasma(t).density * t ** 4 })
      const h = 1e-3
      const [above, below] = [of(temperature * Math.exp(h)), of(temperature * Math.exp(-h))]
      const { pressure, density, heatCapacity } = plasma(temperature)
      const slope = (a: number, b: number) => (a - b) / (2 * h) / temperature ** 4
      expect(relative(slope(above.p, below.p), pressure + density)).toBeLessThan(1e-5)
      expect(relative(slope(above.rho, below.rho), heatCapacity)).toBeLessThan(1e-5)
    }
  })
})

describe('weak heating', () => {
  const [right, own, other] = [SIN2_WEINBERG, 0.5 + SIN2_WEINBERG, -0.5 + SIN2_WEINBERG]

  it('is nothing at one temperature, and flows from hot to cold', () => {
    expect(weakHeating(2e-3, 2e-3, 2e-3)).toEqual([0, 0])
    for (const t of [3e-4, 1e-3, 1e-2]) {
      expect(weakHeating(1.01 * t, t, t).every((heat) => heat > 0)).toBe(true)
      expect(weakHeating(0.99 * t, t, t).every((heat) => heat < 0)).toBe(true)
      const [toElectrons, toOthers] = weakHeating(t, t, 1.01 * t)
      expect(toElectrons).toBeGreaterThan(0)
      expect(toOthers).toBeLessThan(-toElectrons)
    }
  })

  it('between neutrinos neither makes nor loses energy', () => {
    // flavours of one temperature with the plasma absent from the sum: the exchange with electrons alone is left
    const t = 5e-3
    const [a, b] = weakHeating(t, t, 1.1 * t)
    const [, others] = weakHeating(t, 1.1 * t, 1.1 * t)
    expect(relative(a + b, others)).toBeLessThan(1e-12)
  })

  it('is that of massless particles when hot: 128 (g_L² + g_R²) G_F² T⁹/π⁵ with 0.884 of annihilation', () => {
    const t = 0.2
    const unit = (G_FERMI ** 2 / Math.PI ** 5) * t ** 9
    const [toElectrons, toOthers] = weakHeating(t, 1e-9, 1e-9)
    expect(relative(toElectrons, 128 * 0.884 * (own ** 2 + right ** 2) * unit)).toBeLessThan(1e-3)
    expect(relative(toOthers, 256 * 0.884 * (other ** 2 + right ** 2) * unit)).toBeLessThan(1e-3)
  })

  it('is slower with massive electrons', () => {
    const over = (t: number) => weakHeating(1.001 * t, t, t)[0] / t ** 9
    for (const [hot, cold] of [
      [1e-2, 1e-3],
      [1e-3, 3e-4],
      [3e-4, 1e-4],
      [1e-4, 4e-5],
    ]) {
      expect(over(cold)).toBeLessThan(over(hot))
      expect(over(cold)).toBeGreaterThan(0)
    }
  })
})
