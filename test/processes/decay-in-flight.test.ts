import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flightLevel, flightWindow } from '../../src/constraints/beam-dump.ts'
import { displacedLogRate, displacedPeak } from '../../src/constraints/window.ts'
import { boostedDecayLength_m } from '../../src/decays/widths.ts'
import { livesPerCoupling, logDecayProbability, logReducedRate, meanLives } from '../../src/processes/decay-in-flight.ts'

const off = (value: number, expected: number): number => Math.abs(value / expected - 1)

/** The dump of coy-2021 section 3.1. */
const SHIP = { shield_m: 60, volume_m: 50, momentum_GeV: 200 }
const livesAt = (mass: number) => ({
  shield: livesPerCoupling(SHIP.shield_m, mass, SHIP.momentum_GeV),
  volume: livesPerCoupling(SHIP.volume_m, mass, SHIP.momentum_GeV),
})

/** Couplings to electrons that give at least a reduced rate, for g_ν = k g_e and light leptons alone. */
function edges(k: number, mass: number, logRate: number): readonly [number, number] | undefined {
  const sum = 1 + 0.5 * k * k
  return flightWindow(SHIP).couplings({ rate: 1 / sum, width: (sum * mass) / (12 * Math.PI) }, flightLevel(SHIP, mass, logRate))
}

describe('decay in flight', () => {
  it('counts lifetimes as lengths over the mean flight', () => {
    const widths = { ee: 0, mumu: 0, tautau: 0, neutrinos: 0, hadrons: 0, hidden: 0, total: 1e-18 }
    expect(off(meanLives(60, 1e-18, 0.1, 200), 60 / boostedDecayLength_m(widths, 0.1, 200))).toBeLessThan(1e-14)
  })

  it('gives eq. (3.9)', () => {
    expect(off(livesAt(0.1).shield, 4.03277e11)).toBeLessThan(2e-6)
    expect(off(livesAt(0.1).volume, 3.36064e11)).toBeLessThan(2e-6)
  })

  it('has a probability that goes as the volume for long lives, and as the shield lets through for short ones', () => {
    expect(off(Math.exp(logDecayProbability(2e-12, 1e-12)), 1e-12)).toBeLessThan(1e-11)
    expect(logDecayProbability(1e5, 40)).toBe(-1e5)
    expect(logDecayProbability(0, 0)).toBe(Number.NEGATIVE_INFINITY)
    expect(off(Math.exp(logDecayProbability(0.7, 0.4)), Math.exp(-0.7) - Math.exp(-1.1))).toBeLessThan(1e-14)
  })
})

describe('the reduced rate of eq. (3.8)', () => {
  // Root finding to 50 digits' worth of care elsewhere: m = 100 MeV, p = 200 GeV, R̄ = 1e-19.
  it.each([
    [0, 2.3357601061924e-8, 7.046346203997e-6],
    [1, 2.335851133393e-8, 5.629209034114e-6],
    [10, 2.344949676941e-8, 7.514823851686e-7],
  ])('for g_ν = %d g_e reaches 1e-19 from %f to %f', (k, lower, upper) => {
    const found = edges(k, 0.1, Math.log(1e-19))!
    expect(off(found[0], lower)).toBeLessThan(1e-8)
    expect(off(found[1], upper)).toBeLessThan(1e-8)
  })

  it('for g_ν = 100 g_e does not, since its greatest is 2.36768e-20', () => {
    expect(edges(100, 0.1, Math.log(1e-19))).toBeUndefined()
    const [lower, upper] = edges(100, 0.1, Math.log(2.36768e-20 * (1 - 1e-5)))!
    expect(off(Math.sqrt(lower * upper), 2.7293e-8)).toBeLessThan(1e-3)
    expect(edges(100, 0.1, Math.log(2.36768e-20 * (1 + 1e-5)))).toBeUndefined()
  })

  it('closes at k = 69.7485', () => {
    expect(edges(69.74853419 * (1 - 1e-7), 0.1, Math.log(1e-19))).toBeDefined()
    expect(edges(69.74853419 * (1 + 1e-7), 0.1, Math.log(1e-19))).toBeUndefined()
  })

  it.each([
    [0, 243.3429011],
    [1, 162.2286007],
    [10, 4.771429433],
    [100, 0.04865884845],
  ])('for g_ν = %d g_e reaches masses to %f GeV', (k, heaviest) => {
    expect(edges(k, heaviest * (1 - 2e-7), Math.log(1e-19))).toBeDefined()
    expect(edges(k, heaviest * (1 + 2e-7), Math.log(1e-19))).toBeUndefined()
  })

  it('is greatest where x e⁻ˣ (1 − e^{−5x/6}) is, 0.23880', () => {
    expect(off(Math.exp(displacedLogRate(displacedPeak(5 / 6), 5 / 6)), 0.2388036874)).toBeLessThan(1e-9)
  })

  it('is met at both edges, over sixty decades', () => {
    const decade = fc.double({ min: -75, max: -13, noNaN: true })
    const ratio = fc.double({ min: 0, max: 3, noNaN: true })
    fc.assert(
      fc.property(decade, ratio, (exponent, k) => {
        const logRate = exponent * Math.LN10
        const found = edges(k, 0.1, logRate)
        if (found === undefined) return exponent > -13.5
        return found.every((edge) => Math.abs(logReducedRate(edge, k * edge, livesAt(0.1)) - logRate) < 1e-9)
      }),
      { numRuns: 300 },
    )
  })

  it('depends on g_ν at the upper edge by (1 + k²/2)^{-1/2}, up to logarithms, and hardly at the lower one', () => {
    const [plain, mixed] = [0, 10].map((k) => edges(k, 0.1, Math.log(1e-19))!)
    expect(off(mixed[0], plain[0])).toBeLessThan(5e-3)
    const shrunk = (plain[1] / mixed[1]) ** 2 / 51
    expect(shrunk).toBeGreaterThan(1)
    expect(shrunk).toBeLessThan(2)
  })
})
