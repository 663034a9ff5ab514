import { describe, expect, it } from 'vitest'
import { darwinErXe136 } from '../../src/data/darwin-er-xe136.ts'
import { isotopes } from '../../src/data/isotopes.ts'
import { LZ_ER_BACKGROUNDS } from '../../src/data/lz-er-backgrounds.ts'
import {
  argon39Rate,
  betaSpectrum,
  doubleBetaSpectrum,
  fermiFunctionElectron,
  flatRate,
  integratedRate,
  lead214Shape,
  primakoffRosen,
  scaledRate,
  summedRate,
  tabulatedRate,
  xenon136Rate,
} from '../../src/detectors/backgrounds/index.ts'
import { atomsPerTonne, constantEfficiency } from '../../src/detectors/index.ts'
import { fermiFunctionPositron } from '../../src/neutrinos/index.ts'
import { integrate } from '../../src/numerics/index.ts'

function expectClose(found: number, expected: number, tolerance: number): void {
  expect(Math.abs(found / expected - 1), `${found} against ${expected}`).toBeLessThan(tolerance)
}

const ARGON = { protons: 19, nucleons: 39, endpoint_keV: 565, shape: 'first-forbidden-unique' } as const
const moment = (spectrum: (energy: number) => number, end: number, power: number): number =>
  integrate((energy) => spectrum(energy) * energy ** power, 0, end, { relTol: 1e-9 })

describe('β spectra', () => {
  it.each([
    ['³⁹Ar', ARGON],
    ['²¹⁴Pb', { protons: 83, nucleons: 214, endpoint_keV: 1018, shape: 'allowed' }],
    ['a light one', { protons: 3, nucleons: 6, endpoint_keV: 3500, shape: 'allowed' }],
  ] as const)('%s: integrates to one and ends where it should', (_, branch) => {
    const spectrum = betaSpectrum(branch)
    expectClose(moment(spectrum, branch.endpoint_keV, 0), 1, 1e-7)
    expect(spectrum(branch.endpoint_keV)).toBe(0)
    expect(spectrum(branch.endpoint_keV + 1)).toBe(0)
    expect(spectrum(0)).toBe(0)
  })

  it('³⁹Ar: a mean energy of 219 keV, as tables have it', () => {
    expectClose(moment(betaSpectrum(ARGON), 565, 1), 218.8, 0.01)
  })

  it('without charge the allowed spectrum is phase space', () => {
    const spectrum = betaSpectrum({ protons: 0, nucleons: 1, endpoint_keV: 782, shape: 'allowed' })
    const space = (t: number): number => Math.sqrt(t * (t + 2 * 510.99895)) * (t + 510.99895) * (782 - t) ** 2
    for (const energy of [5, 100, 400, 700]) expectClose(spectrum(energy) / spectrum(300), space(energy) / space(300), 1e-9)
  })

  it('a heavy daughter keeps the spectrum up at low energies, where p F no longer vanishes', () => {
    const light = betaSpectrum({ protons: 1, nucleons: 3, endpoint_keV: 1018, shape: 'allowed' })
    const heavy = betaSpectrum({ protons: 83, nucleons: 214, endpoint_keV: 1018, shape: 'allowed' })
    expect(heavy(1) / heavy(0.5)).toBeLessThan(1.01)
    expect(light(1) / light(0.5)).toBeGreaterThan(1.01)
    expect(heavy(1)).toBeGreaterThan(2 * light(1))
  })

  it('nuclei pull electrons as they push positrons', () => {
    for (const kinetic of [0.05, 0.5, 3]) {
      expect(fermiFunctionElectron(36, 80, kinetic)).toBeGreaterThan(1)
      expect(fermiFunctionPositron(36, 80, kinetic)).toBeLessThan(fermiFunctionElectron(36, 80, kinetic))
    }
    // For slow ones the ratio is Gamow's exponential.
    const [kinetic, momentum] = [0.01, Math.sqrt(0.01 * 2.01)]
    const eta = (20 * 0.0072973525693 * 1.01) / momentum
    expectClose(fermiFunctionElectron(20, 40, kinetic) / fermiFunctionPositron(20, 40, kinetic), Math.exp(2 * Math.PI * eta), 1e-6)
  })

  it('refuses an end point that is none', () => {
    expect(() => betaSpectrum({ ...ARGON, endpoint_keV: 0 })).toThrow(expect.objectContaining({ field: 'endpoint' }))
    expect(() => doubleBetaSpectrum(56, 136, Number.NaN)).toThrow(expect.objectContaining({ field: 'endpoint' }))
  })
})

describe('double β decay', () => {
  it('integrates to one, rises in proportion to the energy, falls with the fifth power', () => {
    const spectrum = doubleBetaSpectrum(56, 136, 2457.83)
    expectClose(moment(spectrum, 2457.83, 0), 1, 1e-7)
    expectClose(spectrum(2) / spectrum(1), 2, 0.01)
    expectClose(spectrum(2457.83 - 2) / spectrum(2457.83 - 1), 32, 0.01)
    expect(spectrum(2458)).toBe(0)
  })

  it('is the formula of Primakoff and Rosen where F is W/p: no charge but that of light nuclei', () => {
    // ∫ (T₁+1)²(T₂+1)² dT₁ is their polynomial.
    const rosen = primakoffRosen(2457.83)
    const electron = 510.99895
    const polynomial = (k: number): number =>
      integrate((t) => ((t + 1) * (k - t + 1)) ** 2, 0, k, { relTol: 1e-12 }) * (2457.83 / electron - k) ** 5
    for (const energy of [10, 500, 2000]) {
      expectClose(rosen(energy) / rosen(1000), polynomial(energy / electron) / polynomial(1000 / electron), 1e-7)
    }
    expectClose(moment(rosen, 2457.83, 0), 1, 1e-7)
  })

  it('of xenon: what its half-life and abundance give over the whole spectrum', () => {
    const abundance = isotopes.rows.find(({ nucleons, element }) => element === 'Xe' && nucleons === 136)!.abundance
    const decays = (atomsPerTonne('Xe') * abundance * Math.LN2) / 2.165e21
    expectClose(integratedRate(xenon136Rate(), [1e-3, 2457.83]), decays, 1e-6)
  })

  it('of xenon lies between the published projections, which differ: DARWIN’s is Primakoff and Rosen’s', () => {
    const computed = xenon136Rate()
    const decays = integratedRate(computed, [1e-3, 2457.83])
    const rosen = primakoffRosen(2457.83)
    const darwin = tabulatedRate(darwinErXe136)
    const lz = tabulatedRate(LZ_ER_BACKGROUNDS['136Xe'])
    for (const energy of [10, 20, 30, 50]) {
      expectClose(darwin.at(energy), decays * rosen(energy), 0.02)
      expect(computed.at(energy)).toBeGreaterThan(1.15 * darwin.at(energy))
      expect(computed.at(energy)).toBeLessThan(0.8 * lz.at(energy))
    }
  })
})

describe('background rates', () => {
  it('argon: the activity over the whole spectrum', () => {
    expectClose(integratedRate(argon39Rate(0.73), [1e-6, 565]), 0.73e-3 * 1e3 * 31557600, 1e-4)
  })

  it('radon: flat within some per cent over the energies of interest', () => {
    const shape = lead214Shape(10)
    expect(shape.at(10)).toBe(1)
    for (const energy of [1, 5, 30, 60]) expectClose(shape.at(energy), 1, 0.05)
    // 2 µBq/kg and 9.2 % of decays to the ground state are what the design of LZ holds.
    const spectrum = betaSpectrum({ protons: 83, nucleons: 214, endpoint_keV: 1018, shape: 'allowed' })
    expectClose(2e-6 * 1e3 * 31557600 * 0.092 * spectrum(10), tabulatedRate(LZ_ER_BACKGROUNDS['222Rn']).at(10), 0.03)
  })

  it('curves are straight in the logarithm of the energy, flat outside; sums and multiples integrate as they should', () => {
    const table = {
      ...darwinErXe136,
      rows: [
        [1, 1],
        [10, 3],
        [100, 3],
      ],
    }
    const rate = tabulatedRate(table)
    expectClose(rate.at(Math.sqrt(10)), 2, 1e-12)
    expect([rate.at(0.1), rate.at(1e3)]).toEqual([1, 3])
    // ∫₁¹⁰ (1 + 2 log₁₀E) dE = 9 + 2 (10 − 9/ln 10)
    expectClose(integratedRate(rate, [1, 10]), 9 + 2 * (10 - 9 / Math.LN10), 1e-9)
    expectClose(
      integratedRate(summedRate([scaledRate(2, rate), flatRate(0.5)]), [0.5, 30], constantEfficiency(0.5)),
      0.5 * (2 * (0.5 + 9 + 2 * (10 - 9 / Math.LN10) + 60) + 0.5 * 29.5),
      1e-9,
    )
  })
})
