import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { G_FERMI, HBARC_GEV_CM, M_ELECTRON, YEAR_S } from '../../src/constants.ts'
import { electronTarget, freeElectrons } from '../../src/detectors/targets.ts'
import { SOLAR_SOURCES } from '../../src/neutrinos/solar/fluxes.ts'
import { buildMoments, MOMENTS, type SolarMoments } from '../../src/neutrinos/solar/moments.ts'
import { loadSun } from '../../src/neutrinos/solar/sun.ts'
import { integrate } from '../../src/numerics/index.ts'
import { electronRecoilRates } from '../../src/processes/electron-recoils.ts'
import {
  type ElectronScattering,
  electronRecoilRate,
  type Flavour,
  lineCrossSectionTerms,
  lineIntegrals,
  maximumRecoil,
  minimumEnergy,
  momentTerms,
  recoilTerms,
  type ScatteringOptions,
} from '../../src/processes/neutrino-electron.ts'
import type { FluxTails } from '../../src/processes/recoil-rates.ts'

const OPTIONS: ScatteringOptions = { weakMixing: 0.23122, interference: 'full' }
const NO_BOSON: ElectronScattering = { neutrinos: [0, 0, 0], left: 0, right: 0 }
const vectorBoson = (neutrinos: ElectronScattering['neutrinos'], electron: number): ElectronScattering => ({
  neutrinos,
  left: electron,
  right: electron,
})
const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0)

describe('neutrino–electron scattering', () => {
  it.each([
    [0, 2.5449435e-14, 2.4682748e-9, 7.635345e-5],
    [1, 5.564362e-15, -1.3858219e-10, 7.635345e-5],
  ] as const)('flavour %i at 300 keV and 10 keV, by powers of c_ν c_e/(2 m_e T + m²)', (flavour, sm, linear, square) => {
    const mass = 0.01
    const product = 2 * M_ELECTRON * 1e-5 + mass ** 2
    const terms = recoilTerms(flavour, 3e-4, 1e-5, mass, vectorBoson([product, product, product], 1), OPTIONS)
    expect(Math.abs(terms[0] / sm - 1)).toBeLessThan(1e-7)
    expect(Math.abs(terms[1] / linear - 1)).toBeLessThan(1e-7)
    expect(Math.abs(terms[2] / square - 1)).toBeLessThan(1e-7)
  })

  it.each([
    [
      'L_μ−L_τ',
      [0, 5e-4, -5e-4],
      -2.1630151490839474e-6,
      [2.2284632650935373e-14, 6.3628153991996355e-15, 3.5047277088328886e-15],
      [2.470797856410056e-14, 5.94775866662321e-15, 3.7132404952676955e-15],
    ],
    [
      'B−L',
      [-5e-4, -5e-4, -5e-4],
      -5e-4,
      [1.7181630406274585e-11, 1.5719208184249774e-11, 1.5719208184249774e-11],
      [2.4487031878297737e-11, 2.2815343206974608e-11, 2.2815343206974608e-11],
    ],
    [
      'bernal-2022',
      [0, 5e-4, 5e-4],
      1.1666666666666665e-4,
      [2.2284632650935373e-14, 8.01111334477637e-13, 8.01111334477637e-13],
      [2.470797856410056e-14, 1.200127357631298e-12, 1.200127357631298e-12],
    ],
  ] as const)('%s at 20 MeV', (_, neutrinos, electron, low, high) => {
    for (const flavour of [0, 1, 2] as const) {
      const boson = vectorBoson(neutrinos, electron)
      expect(Math.abs(sum(recoilTerms(flavour, 0.862e-3, 0.4e-3, 0.02, boson, OPTIONS)) / low[flavour] - 1)).toBeLessThan(1e-6)
      expect(Math.abs(sum(recoilTerms(flavour, 10e-3, 3e-3, 0.02, boson, OPTIONS)) / high[flavour] - 1)).toBeLessThan(1e-6)
    }
  })

  it('antineutrinos exchange the chiralities', () => {
    const boson: ElectronScattering = { neutrinos: [1e-3, 2e-3, 3e-3], left: 4e-4, right: -1e-4 }
    const at = (E: number, T: number, antineutrino: boolean) => sum(recoilTerms(1, E, T, 0.01, boson, { ...OPTIONS, antineutrino }))
    // With T = 0 only g₁ + g₂ count: nothing changes. At high energy and T = E only g₁ does.
    expect(at(1e-3, 0, true) - at(1e-3, 0, false)).toBeCloseTo(0, 25)
    const epsilon = (c: number) => (2e-3 * c) / (2 * Math.SQRT2 * G_FERMI * (2 * M_ELECTRON * 0.5e-3 + 1e-4))
    const [left, right] = [0.23122 - 0.5 + epsilon(4e-4), 0.23122 + epsilon(-1e-4)]
    const expected = (g1: number, g2: number) =>
      ((2 * G_FERMI ** 2 * M_ELECTRON) / Math.PI) * (g1 * g1 + g2 * g2 * 0.25 - (g1 * g2 * M_ELECTRON * 0.5e-3) / 1e-6)
    expect(at(1e-3, 0.5e-3, false) / expected(left, right)).toBeCloseTo(1, 12)
    expect(at(1e-3, 0.5e-3, true) / expected(right, left)).toBeCloseTo(1, 12)
  })

  it('is linear and quadratic in the couplings, and drops the linear part without interference', () => {
    const terms = (s: number, interference: 'full' | 'none') =>
      recoilTerms(2, 5e-3, 1e-3, 0.03, { neutrinos: [0, 0, 1e-3 * s], left: 3e-4, right: 1e-4 }, { weakMixing: 0.23122, interference })
    const [one, two, none] = [terms(1, 'full'), terms(-2, 'full'), terms(1, 'none')]
    expect(two[0]).toBe(one[0])
    expect(two[1] / one[1]).toBeCloseTo(-2, 13)
    expect(two[2] / one[2]).toBeCloseTo(4, 13)
    expect(none).toEqual([one[0], 0, one[2]])
  })

  it('keeps to the kinematic range', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-7, max: 10, noNaN: true }), (energy) => {
        expect(minimumEnergy(maximumRecoil(energy)) / energy).toBeCloseTo(1, 10)
      }),
    )
    expect(recoilTerms(0, 1e-3, maximumRecoil(1e-3) * 1.0001, 1, NO_BOSON, OPTIONS)).toEqual([0, 0, 0])
    expect(() => recoilTerms(0, 1e-3, 1e-4, 0, NO_BOSON, OPTIONS)).toThrow('mass')
  })
})

describe('integrals of a line', () => {
  const ENERGY = 0.8613e-3

  it('have their closed forms, for masses from 1 eV to 1 TeV', () => {
    const end = maximumRecoil(ENERGY)
    for (let exponent = -9; exponent <= 3; exponent += 0.5) {
      const mass = 10 ** exponent
      const j = lineIntegrals(ENERGY, mass)
      const mass2 = mass * mass
      const expected = [
        end,
        (ENERGY / 3) * (1 - (1 - end / ENERGY) ** 3),
        (M_ELECTRON * end * end) / (2 * ENERGY * ENERGY),
        Math.log1p((2 * M_ELECTRON * end) / mass2) / (2 * M_ELECTRON),
        undefined,
        undefined,
        end / (mass2 * (mass2 + 2 * M_ELECTRON * end)),
      ]
      expected.forEach((value, n) => {
        if (value !== undefined) expect(Math.abs(j[n] / value - 1)).toBeLessThan(1e-12)
      })
      // T = ((2 m_e T + m²) − m²)/2m_e ties the third column of one power to the first columns of two.
      const heavy = mass2 > 2 * M_ELECTRON * end
      if (!heavy) {
        for (const p of [1, 2]) {
          const flip = (j[3 * p - 3] - mass2 * j[3 * p]) / (2 * ENERGY * ENERGY)
          expect(Math.abs(j[3 * p + 2] / flip - 1)).toBeLessThan(1e-11)
        }
      }
    }
  })

  it.each([1e-6, 1e-4, 1e-3, 0.02, 1])('agree with adaptive integration at %f GeV, in a window too', (mass) => {
    for (const window of [undefined, [190e-6, 665e-6], [0, 1e-9], [400e-6, 1]] as const) {
      const j = lineIntegrals(ENERGY, mass, window)
      const [lo, hi] = window === undefined ? [0, maximumRecoil(ENERGY)] : [window[0], Math.min(window[1], maximumRecoil(ENERGY))]
      const knee = (mass * mass) / (2 * M_ELECTRON)
      const breaks = [1e-2, 0.1, 1, 10, 100, 1e3, 1e4, 1e5].map((x) => x * knee)
      for (let n = 0; n < 9; n++) {
        const [p, k] = [Math.floor(n / 3), n % 3]
        const f = (T: number) => (2 * M_ELECTRON * T + mass * mass) ** -p * [1, (1 - T / ENERGY) ** 2, (M_ELECTRON * T) / ENERGY ** 2][k]
        expect(Math.abs(j[n] / integrate(f, lo, hi, { relTol: 1e-13, breaks }) - 1)).toBeLessThan(2e-12)
      }
    }
  })

  it('are empty for a window beyond the greatest recoil', () => {
    expect(lineIntegrals(ENERGY, 0.01, [1e-3, 2e-3])).toEqual(new Float64Array(9))
  })

  it('give the cross section: its integral over recoils, by terms', () => {
    const boson: ElectronScattering = { neutrinos: [1e-4, -3e-4, 2e-4], left: 3e-4, right: -2e-4 }
    for (const flavour of [0, 1, 2] as const) {
      for (const antineutrino of [false, true]) {
        const options = { ...OPTIONS, antineutrino }
        const found = lineCrossSectionTerms(flavour, lineIntegrals(ENERGY, 0.003), boson, options)
        found.forEach((term, n) => {
          const f = (T: number) => recoilTerms(flavour, ENERGY, T, 0.003, boson, options)[n]
          expect(Math.abs(term / integrate(f, 0, maximumRecoil(ENERGY), { relTol: 1e-12 }) - 1)).toBeLessThan(1e-11)
        })
      }
    }
  })
})

describe('Borexino’s ⁷Be rate at tree level', () => {
  // Counts per day and 100 t (3.307e31 electrons), sin²θ_W = 0.23122, lines shared 0.896 to 0.104.
  it.each([
    ['b16-gs98', 46.81, 48.69],
    ['b16-agss09', 42.72, 44.44],
  ] as const)('%s: %f at 862 keV, %f in both lines', async (solarModel, upper, both) => {
    const sun = await loadSun(assume('default', { solarModel, oscillation: 'nufit-4.0' }))
    const [high, low] = [[0.8613, 0.896] as const, [0.3843, 0.104] as const].map(([energy_MeV, fraction]) => {
      const integrals = lineIntegrals(1e-3 * energy_MeV, 1)
      const section = sun
        .probabilities('7Be', energy_MeV)
        .reduce((total, p, a) => total + p * lineCrossSectionTerms(a as Flavour, integrals, NO_BOSON, OPTIONS)[0], 0)
      return section * HBARC_GEV_CM ** 2 * fraction * sun.flux('7Be') * 3.307e31 * 86400
    })
    expect(Math.abs(high - upper)).toBeLessThan(0.006)
    expect(Math.abs(high + low - both)).toBeLessThan(0.006)
  })
})

describe('electron recoils of solar neutrinos', () => {
  let moments: SolarMoments
  beforeAll(async () => {
    moments = buildMoments(await loadSun(assume('amaral-2020')))
  })

  it('xenon, stepping on the recoil energy: an independent calculation', () => {
    const expected = { 2: 2.6765858, 5: 2.8879379, 10: 3.070701, 30: 2.8353844, 100: 2.0319391 }
    for (const [recoil, rate] of Object.entries(expected)) {
      const found = electronRecoilRate(electronTarget('Xe'), moments, Number(recoil), 1, NO_BOSON, OPTIONS)
      expect(Math.abs(found[0] / rate - 1)).toBeLessThan(5e-4)
    }
  })

  it('xenon as in SNuDD, its ħc corrected', async () => {
    const { tail, total } = buildMoments(await loadSun(assume('default', { boron8: 'bahcall-1996' })))
    const rate = (counting: 'free' | 'recoil-step', recoil: number, tails: FluxTails) => {
      const out = new Float64Array(3)
      electronRecoilRates(electronTarget('Xe', counting), tails, Float64Array.of(recoil), OPTIONS).terms(NO_BOSON, 1, out)
      return out[0]
    }
    for (const [counting, recoil, expected] of [
      ['recoil-step', 5, 2.9024457488392885],
      ['recoil-step', 30, 2.8499025312252693],
      ['free', 5, 3.2652514674441986],
      ['free', 10, 3.2049350907000163],
      ['free', 30, 2.959514167041625],
    ] as const) {
      expect(Math.abs(rate(counting, recoil, total) / expected - 1)).toBeLessThan(5e-3)
    }
    // by source, stepping at 5 keV; the two lines of ⁷Be together. SNuDD's 250 energies for all of hep leave 0.6 %.
    const bySource = {
      pp: 2.6562236702359954,
      '8B': 0.00019508233543737586,
      hep: 2.9807586832932723e-7,
      '7Be': 0.022062034909629255 + 0.1961223511399405,
      pep: 0.006292227970928422,
      '13N': 0.012342347271284807,
      '15O': 0.008976212313966668,
      '17F': 0.00023152458623712375,
    }
    for (const source of SOLAR_SOURCES) {
      const found = rate('recoil-step', 5, (least, out) => tail(source, least, out))
      expect(Math.abs(found / bySource[source] - 1), source).toBeLessThan(source === 'hep' ? 1e-2 : 5e-3)
    }
  })

  it('the moment form is the integral of the cross section over the spectrum', () => {
    const boson: ElectronScattering = { neutrinos: [1e-4, -3e-4, 2e-4], left: 3e-4, right: -2e-4 }
    const { sun } = moments
    const p = new Float64Array(3)
    const tail = new Float64Array(MOMENTS)
    const terms = new Float64Array(3)
    for (const source of ['pp', '15O', '8B'] as const) {
      const spectrum = sun.spectrum(source)
      if (spectrum.kind === 'lines') throw new Error('lines')
      const edges = [...spectrum.edges_MeV]
      for (const recoil of [2e-6, 1e-4]) {
        const minimum = 1e3 * minimumEnergy(recoil)
        moments.tail(source, minimum, tail)
        momentTerms(tail, recoil, 0.004, boson, OPTIONS, terms)
        const integrand = (n: number) => (energy: number) => {
          sun.probabilitiesInto(source, energy, moments.potential, p)
          return (
            p.reduce((s, q, a) => s + q * recoilTerms(a as Flavour, 1e-3 * energy, recoil, 0.004, boson, OPTIONS)[n], 0) *
            spectrum.density(energy)
          )
        }
        for (const n of [0, 1, 2]) {
          const integral = integrate(integrand(n), minimum * (1 + 1e-15), edges[edges.length - 1], {
            relTol: 1e-12,
            breaks: edges,
            maxIntervals: 5000,
          })
          const rate = integral * sun.flux(source) * HBARC_GEV_CM ** 2 * 1e-6 * YEAR_S
          expect(Math.abs(terms[n] / rate - 1)).toBeLessThan(1e-9)
        }
      }
    }
  })

  it('adds up over the sources', () => {
    const target = electronTarget('Ge')
    const boson = vectorBoson([0, 1e-3, -1e-3], 1e-5)
    const all = electronRecoilRate(target, moments, 7, 0.01, boson, OPTIONS)
    for (const n of [0, 1, 2]) {
      const added = SOLAR_SOURCES.reduce(
        (total, source) => total + electronRecoilRate(target, moments, 7, 0.01, boson, OPTIONS, source)[n],
        0,
      )
      expect(added / all[n]).toBeCloseTo(1, 12)
    }
  })

  it('counts electrons in three ways', () => {
    const rate = (counting: 'free' | 'recoil-step' | 'neutrino-step', recoil: number) =>
      electronRecoilRate(electronTarget('Xe', counting), moments, recoil, 1, NO_BOSON, OPTIONS)[0]
    expect(rate('free', 5) / rate('recoil-step', 5)).toBeCloseTo(54 / 48, 12)
    expect(rate('recoil-step', 40)).toBe(rate('free', 40))
    // Almost every pp neutrino is above the K edge, and so is its minimum for all but the smallest recoils.
    expect(rate('neutrino-step', 5)).toBe(rate('free', 5))
    expect(rate('neutrino-step', 0.5)).toBeLessThan(rate('free', 0.5))
    expect(rate('neutrino-step', 0.5)).toBeGreaterThan(rate('free', 0.5) * 0.999)
    expect(freeElectrons(electronTarget('Xe', 'neutrino-step'), 0.5)).toBe(freeElectrons(electronTarget('Xe', 'free'), 0.5))
  })

  it('refuses what is not a recoil energy or a mass', () => {
    const target = electronTarget('Xe')
    expect(() => electronRecoilRate(target, moments, 0, 1, NO_BOSON, OPTIONS)).toThrow('recoilEnergy')
    expect(() => electronRecoilRate(target, moments, 1, Number.NaN, NO_BOSON, OPTIONS)).toThrow('mass')
  })
})
