import { describe, expect, it } from 'vitest'
import { assume } from '../../../src/assumptions.ts'
import { fermiFunctionPositron } from '../../../src/neutrinos/solar/fermi-function.ts'
import { SOLAR_SOURCES, solarFlux } from '../../../src/neutrinos/solar/fluxes.ts'
import {
  BETA_DECAYS,
  beryllium7LineShapes,
  betaSpectrum,
  type ContinuousSpectrum,
  solarSpectra,
} from '../../../src/neutrinos/solar/spectra.ts'
import { integrate } from '../../../src/numerics/index.ts'
import { SPECTRA } from './spectra.fixture.ts'

const total = ({ density, edges_MeV }: ContinuousSpectrum, power = 0) =>
  integrate((E) => density(E) * E ** power, edges_MeV[0], edges_MeV[edges_MeV.length - 1], {
    relTol: 1e-11,
    breaks: [...edges_MeV],
    maxIntervals: 5000,
  })

describe('the Fermi function', () => {
  it('is the non-relativistic one for a light nucleus and a slow positron', () => {
    for (const momentum of [0.01, 0.05]) {
      const x = (2 * Math.PI * 7.2973525643e-3 * Math.sqrt(1 + momentum ** 2)) / momentum
      expect(fermiFunctionPositron(1, 2, Math.sqrt(1 + momentum ** 2) - 1) / (x / Math.expm1(x))).toBeCloseTo(1, 2)
    }
  })

  // mpmath, 40 digits
  it.each([
    [1, 2, 0.0001, 0.13191140190829753],
    [1, 2, 0.8, 0.9730245935327995],
    [2, 4, 29.5, 0.9555126346892824],
    [6, 13, 1.3, 0.8643653323843107],
    [8, 17, 0.001, 0.0023026300225294353],
    [8, 17, 2e-5, 3.872330440980337e-24],
  ])('Z = %i, A = %i, T/m_e = %f', (Z, A, kinetic, expected) => {
    expect(Math.abs(fermiFunctionPositron(Z, A, kinetic) / expected - 1)).toBeLessThan(2e-13)
  })
})

describe('β⁺ spectra', () => {
  const tolerance = { pp: 1e-3, hep: 1.5e-4, '13N': 1.2e-3, '15O': 2e-3, '17F': 1.4e-3 }

  it.each(Object.keys(SPECTRA) as (keyof typeof SPECTRA)[])('%s: as tabulated', (source) => {
    const { density } = betaSpectrum(BETA_DECAYS[source])
    for (const [energy, expected] of SPECTRA[source].points) {
      expect(Math.abs(density(energy) - expected)).toBeLessThan(tolerance[source] * SPECTRA[source].peak)
    }
  })

  it('are normalised, and vanish at both ends', () => {
    for (const decay of Object.values(BETA_DECAYS)) {
      const spectrum = betaSpectrum(decay)
      expect(Math.abs(total(spectrum) - 1)).toBeLessThan(1e-9)
      expect(spectrum.density(0)).toBe(0)
      expect(spectrum.density(decay.endpoint_MeV)).toBe(0)
      expect(spectrum.density(decay.endpoint_MeV + 1)).toBe(0)
    }
  })

  it('rise as E² at low energy', () => {
    const { density } = betaSpectrum(BETA_DECAYS['15O'])
    expect(density(2e-4) / density(1e-4)).toBeCloseTo(4, 2)
  })
})

describe('the spectra of the Sun', () => {
  it('⁸B: three tables, normalised, with their mean energies', async () => {
    for (const [boron8, mean] of [
      ['winter', 6.768],
      ['bahcall-1996', 6.734],
    ] as const) {
      const spectrum = (await solarSpectra(assume('default', { boron8 })))['8B'] as ContinuousSpectrum
      expect(Math.abs(total(spectrum) - 1)).toBeLessThan(1e-9)
      expect(Math.abs(total(spectrum, 1) - mean)).toBeLessThan(3e-3)
    }
    const ortiz = (await solarSpectra(assume('default', { boron8: 'ortiz' })))['8B'] as ContinuousSpectrum
    expect(Math.abs(total(ortiz) - 1)).toBeLessThan(1e-9)
  })

  it('⁸B of 1996: never negative, and ever steeper towards its endpoint', async () => {
    const { density } = (await solarSpectra(assume('default', { boron8: 'bahcall-1996' })))['8B'] as ContinuousSpectrum
    const energies = Array.from({ length: 177 }, (_, i) => 13.02 + 0.02 * i)
    const drops = energies.map((energy) => density(energy + 0.02) / density(energy))
    expect(Math.max(...drops)).toBeLessThan(0.98)
    for (const energy of energies) expect(density(energy)).toBeGreaterThan(0)
    expect(density(16.55) / density(15.42)).toBeLessThan(1e-8)
    for (const energy of [16.56, 16.6, 30]) expect(density(energy)).toBe(0)
    // continuous where lines end
    expect(Math.abs(density(13.02 + 1e-9) / density(13.02 - 1e-9) - 1)).toBeLessThan(1e-7)
    // tabulated, up to the norm
    expect(Math.abs(density(14.46) / density(6.44) / (0.000531707 / 0.132173) - 1)).toBeLessThan(1e-12)
  })

  it('⁷Be and pep: lines whose shares sum to one', async () => {
    const spectra = await solarSpectra(assume())
    for (const source of ['7Be', 'pep'] as const) {
      const spectrum = spectra[source]
      if (spectrum.kind !== 'lines') throw new Error(`${source} should be lines`)
      expect(spectrum.lines.reduce((sum, line) => sum + line.fraction, 0)).toBeCloseTo(1, 14)
    }
    if (spectra['7Be'].kind === 'lines') {
      const [ground, excited] = spectra['7Be'].lines
      expect(ground.energy_MeV).toBeCloseTo(0.8613, 12)
      expect(excited.energy_MeV).toBeCloseTo(0.3843, 12)
      expect(ground.fraction).toBe(0.8956)
    }
  })

  it('⁷Be line shapes lie around the lines, 1.3 keV higher in the mean', async () => {
    const [ground, excited] = await beryllium7LineShapes()
    expect(total(ground)).toBeCloseTo(1, 9)
    expect(Math.abs(total(ground, 1) - 0.86258)).toBeLessThan(1e-5)
    expect(Math.abs(total(excited, 1) - 0.38554)).toBeLessThan(3e-5)
  })

  it('fluxes: high and low metallicity', () => {
    for (const source of SOLAR_SOURCES) expect(solarFlux('b16-gs98', source).flux_cm2s).toBeGreaterThan(1e3)
    expect(solarFlux('b16-gs98', '7Be').flux_cm2s).toBe(4.93e9)
    expect(solarFlux('b16-agss09', '7Be').flux_cm2s).toBe(4.5e9)
    expect(solarFlux('b16-gs98', '7Be').fractionalSigma).toBe(0.06)
  })
})
