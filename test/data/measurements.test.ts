import { describe, expect, it } from 'vitest'
import { OSCILLATION_SETS } from '../../src/assumptions.ts'
import { BBN_MASS_LIMITS_MEV, bbnMassBound } from '../../src/data/bbn-mass-bound.ts'
import { BOREXINO_2011, BOREXINO_2011_SURVIVAL, BOREXINO_2011_UNOSCILLATED, BOREXINO_2017 } from '../../src/data/borexino.ts'
import { ELECTRON_G_MINUS_2 } from '../../src/data/electron-g-2.ts'
import { MUON_G_MINUS_2, MUON_MOMENTS } from '../../src/data/muon-g-2.ts'
import { OSCILLATION } from '../../src/data/nufit.ts'
import { rRatio } from '../../src/data/r-ratio.ts'
import { column } from '../../src/data/table.ts'

function expectWithin(value: number, target: number, relative: number): void {
  expect(Math.abs(value / target - 1), `${value} against ${target}`).toBeLessThan(relative)
}

describe('oscillation parameters', () => {
  // sin²θ12, sin²θ13, sin²θ23 as the fits list them, rounded.
  const sin2: Record<(typeof OSCILLATION_SETS)[number], readonly [number, number, number]> = {
    'nufit-6.0-sk': [0.308, 0.02215, 0.47],
    'nufit-6.0': [0.307, 0.02195, 0.561],
    'nufit-6.1': [0.3088, 0.02249, 0.47],
    'nufit-6.1-sk': [0.3088, 0.02248, 0.47],
    'nufit-5.2-sk': [0.303, 0.02225, 0.451],
    'nufit-5.0-sk': [0.304, 0.02219, 0.573],
    'nufit-4.1-sk': [0.31, 0.02237, 0.563],
    'nufit-4.0-sk': [0.31, 0.0224, 0.582],
    'nufit-4.0': [0.31, 0.02241, 0.58],
  }
  const sine2 = (degrees: number): number => Math.sin((degrees * Math.PI) / 180) ** 2

  it.each(OSCILLATION_SETS)('%s: degrees agree with sin²θ to their rounding', (name) => {
    const { theta12_deg, theta13_deg, theta23_deg } = OSCILLATION[name]
    const [s12, s13, s23] = sin2[name]
    expect(Math.abs(sine2(theta12_deg) - s12)).toBeLessThan(6e-4)
    expect(Math.abs(sine2(theta13_deg) - s13)).toBeLessThan(5e-5)
    expect(Math.abs(sine2(theta23_deg) - s23)).toBeLessThan(6e-4)
  })

  it.each(OSCILLATION_SETS)('%s is normally ordered, with errors of a few per cent', (name) => {
    const set = OSCILLATION[name]
    expect(set.dm31_eV2 / set.dm21_eV2).toBeGreaterThan(30)
    expect(set.dm31_eV2 / set.dm21_eV2).toBeLessThan(36)
    expect(set.deltaCP_deg).toBeGreaterThanOrEqual(0)
    expect(set.deltaCP_deg).toBeLessThan(360)
    expect(set.sigma !== undefined).toBe(name.endsWith('-sk'))
    for (const key of ['theta12_deg', 'theta13_deg', 'theta23_deg', 'dm21_eV2', 'dm31_eV2'] as const)
      for (const error of set.sigma?.[key] ?? []) expect(error / set[key]).toBeLessThan(0.035)
  })

  it('reproduces 1 − Σ|U_ei|⁴ = 0.45 of gninenko-2020 with NuFIT 4.0', () => {
    const { theta12_deg, theta13_deg } = OSCILLATION['nufit-4.0']
    const [s12, s13] = [sine2(theta12_deg), sine2(theta13_deg)]
    const sum = ((1 - s12) * (1 - s13)) ** 2 + (s12 * (1 - s13)) ** 2 + s13 ** 2
    expect(Math.abs(1 - sum - 0.4525)).toBeLessThan(1e-4)
  })
})

describe('Borexino', () => {
  it('survival probability of 2011 gives the measured rate from the expectation without oscillations', () => {
    // ν_μ and ν_τ scatter off electrons about 0.21 times as often as ν_e at 862 keV.
    const { value } = BOREXINO_2011_SURVIVAL
    const rate = BOREXINO_2011_UNOSCILLATED.rate * (value + 0.21 * (1 - value))
    expect(Math.abs(rate - BOREXINO_2011.rate)).toBeLessThan(2.2)
  })

  it('2017 agrees with high metallicity better than with low, and its expectation scales with the ⁷Be flux', () => {
    const { rate, expected } = BOREXINO_2017['7Be']
    expect(Math.abs(rate - expected!.HZ.rate)).toBeLessThan(Math.abs(rate - expected!.LZ.rate))
    expectWithin(expected!.LZ.rate / expected!.HZ.rate, 4.5 / 4.93, 2e-3)
    expectWithin(expected!.HZ.sigma / expected!.HZ.rate, 0.058, 0.01)
  })

  it('is measured to the 5 % and 2.7 % that amaral-2020 states', () => {
    const precision = ({ rate, statistical, systematicDown }: typeof BOREXINO_2011): number =>
      Math.hypot(statistical, systematicDown) / rate
    expectWithin(precision(BOREXINO_2011), 0.05, 0.06)
    expectWithin(precision(BOREXINO_2017['7Be']), 0.027, 0.02)
  })
})

describe('anomalous moments', () => {
  it('differences are experiment minus theory, errors in quadrature, to the printed rounding', () => {
    for (const { deltaA, sigma, experiment, theory } of Object.values(MUON_G_MINUS_2)) {
      const [measured, predicted] = [MUON_MOMENTS[experiment], MUON_MOMENTS[theory]]
      expect(Math.abs(measured.value - predicted.value - deltaA)).toBeLessThan(0.7e-11)
      expect(Math.abs(Math.hypot(measured.sigma, predicted.sigma) - sigma)).toBeLessThan(1e-11)
    }
  })

  it('tension was 4.2 σ in 2021 and is below 1 σ now', () => {
    const tension = ({ deltaA, sigma }: { deltaA: number; sigma: number }): number => deltaA / sigma
    expectWithin(tension(MUON_G_MINUS_2['fnal-2021']), 4.2, 0.02)
    expect(tension(MUON_G_MINUS_2['final-2025'])).toBeLessThan(1)
  })

  it('rubidium and caesium pull the electron apart, and both say they are from memory', () => {
    expect(ELECTRON_G_MINUS_2['rb-2020'].deltaA).toBeGreaterThan(0)
    expect(ELECTRON_G_MINUS_2['cs-2018'].deltaA).toBeLessThan(0)
    for (const { provenance } of Object.values(ELECTRON_G_MINUS_2)) expect(provenance).toBe('from memory: check')
    // The same measured moment in both: the difference is that of α, 137.035999206 against 137.035999046, through α/2π.
    const shift = (1 / 137.035999046 - 1 / 137.035999206) / (2 * Math.PI)
    expectWithin(ELECTRON_G_MINUS_2['rb-2020'].deltaA - ELECTRON_G_MINUS_2['cs-2018'].deltaA, shift, 0.02)
  })
})

describe('R ratio', () => {
  const energies = column(rRatio, 'energy')
  const ratios = column(rRatio, 'ratio')
  const average = (from: number, to: number): number => {
    const inside = [...ratios].filter((_, i) => energies[i] >= from && energies[i] <= to)
    return inside.reduce((sum, value) => sum + value, 0) / inside.length
  }

  it('starts at the two-pion threshold and peaks at the ρ', () => {
    expectWithin(energies[0], 2 * 0.13957039, 2e-3)
    const nearRho = [...ratios].map((value, i) => (energies[i] > 0.7 && energies[i] < 0.9 ? value : 0))
    expect(Math.abs(energies[nearRho.indexOf(Math.max(...nearRho))] - 0.7827)).toBeLessThan(0.003)
  })

  it('is the parton model with its QCD correction in the continuum: 3ΣQ² = 2 below charm, 10/3 below beauty', () => {
    expectWithin(average(2.2, 3.6), 2 * (1 + 0.3 / Math.PI), 0.1)
    expectWithin(average(6.5, 10.5), (10 / 3) * (1 + 0.19 / Math.PI), 0.04)
  })

  it('has an error everywhere that there is a measurement', () => {
    column(rRatio, 'sigma').forEach((sigma, i) => {
      if (energies[i] >= 0.32) expect(sigma).toBeGreaterThan(0)
      else expect(sigma).toBe(0)
    })
  })
})

describe('mass bound from the early universe', () => {
  it('spans the 1.3 to 9.4 MeV that coy-2021 quotes, and is not monotonic', () => {
    const masses = column(bbnMassBound, 'mass')
    expect(Math.min(...masses).toFixed(1)).toBe('1.3')
    expect(Math.max(...masses).toFixed(1)).toBe('9.4')
    expect(bbnMassBound.rows[masses.indexOf(Math.min(...masses))][0]).toBe(1e4)
  })

  it('tends to its limits at both ends', () => {
    const masses = column(bbnMassBound, 'mass')
    expect(masses[0]).toBeLessThan(BBN_MASS_LIMITS_MEV.neutrinosOnly)
    expectWithin(masses[0], BBN_MASS_LIMITS_MEV.neutrinosOnly, 0.03)
    expect(masses[masses.length - 1]).toBeLessThan(BBN_MASS_LIMITS_MEV.electronsOnly)
    expectWithin(masses[masses.length - 1], BBN_MASS_LIMITS_MEV.electronsOnly, 0.05)
  })

  it('gives the 4.9 MeV of coy-2021 for loop-induced electrons, between the points log-linearly', () => {
    const [[, below], [, above]] = [1e-5, 1e-4].map((ratio) => bbnMassBound.rows.find(([x]) => x === ratio)!)
    const position = Math.log(3.82e-5 / 1e-5) / Math.log(10)
    expect(Math.abs(below + position * (above - below) - 4.93)).toBeLessThan(0.005)
  })
})
