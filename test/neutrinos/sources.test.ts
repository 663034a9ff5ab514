import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { M_MUON, YEAR_S } from '../../src/constants.ts'
import { reactorLowEnergy, reactorSpectra } from '../../src/data/reactor-antineutrinos.ts'
import { InputError } from '../../src/errors.ts'
import { FISSILE, fissionSpectrum, reactor, TYPICAL_FISSIONS } from '../../src/neutrinos/reactor.ts'
import { sourceTails } from '../../src/neutrinos/source.ts'
import {
  arrivalShare,
  MICHEL_END_MeV,
  MUON_LIFETIME_NS,
  michelSpectrum,
  PION_LIFETIME_NS,
  PROMPT_ENERGY_MeV,
  stoppedPionFlux,
  stoppedPions,
} from '../../src/neutrinos/stopped-pion.ts'
import { tabulatedFlux } from '../../src/neutrinos/tabulated.ts'
import { legendreTails } from '../../src/neutrinos/tails.ts'
import { integrate } from '../../src/numerics/index.ts'

const close = (value: number, expected: number, tolerance: number, what = ''): void =>
  expect(Math.abs(value / expected - 1), `${what} ${value} ${expected}`).toBeLessThan(tolerance)

describe('pions that stop', () => {
  const beam = { protonsPerYear: 1.37e23, pionsPerProton: 0.09, distance_m: 27.5 }

  it('give a line at 29.79 MeV and spectra that end at 52.83 MeV', () => {
    expect(PROMPT_ENERGY_MeV).toBeCloseTo(29.79, 2)
    expect(MICHEL_END_MeV).toBeCloseTo(52.83, 2)
  })

  it('give Michel spectra of norm one with mean energies of 7/20 and 3/10 of the mass of the muon', () => {
    for (const [kind, mean] of [
      ['anti-nu_mu', 7 / 20],
      ['nu_e', 3 / 10],
    ] as const) {
      const moment = (k: number): number => integrate((energy) => energy ** k * michelSpectrum(kind, energy), 0, MICHEL_END_MeV)
      close(moment(0), 1, 1e-10)
      close(moment(1), mean * 1e3 * M_MUON, 1e-10)
    }
    expect(michelSpectrum('nu_e', -1)).toBe(0)
    expect(michelSpectrum('nu_e', 53)).toBe(0)
  })

  it('conserve energy: the electron gets what the neutrinos leave, also 7/20 of the mass', () => {
    expect(7 / 20 + 3 / 10 + 7 / 20).toBeCloseTo(1, 15)
    const tails = sourceTails(stoppedPions(beam))
    const out = new Float64Array(9)
    tails(0, out)
    // F_1 of ν_e: ⟨1/E⟩ = ∫192 x (1/2 − x) dx / m = 4/m
    close(out[1] / out[0], 4 / (1e3 * M_MUON), 1e-12)
  })

  it('are closed forms of integrals over the spectra', () => {
    const components = stoppedPions(beam)
    const flux = stoppedPionFlux(beam)
    const out = new Float64Array(3)
    for (const minimum of [0, 3, 17, 29, 40, 52]) {
      for (const [index, kind] of [
        [1, 'anti-nu_mu'],
        [2, 'nu_e'],
      ] as const) {
        components[index].tail(minimum, out)
        for (let k = 0; k < 3; k++) {
          close(out[k], flux * integrate((energy) => michelSpectrum(kind, energy) / energy ** k, minimum, MICHEL_END_MeV), 1e-9)
        }
      }
    }
    components[1].tail(53, out)
    expect([...out]).toEqual([0, 0, 0])
    components[0].tail(29, out)
    expect(out[0]).toBe(flux)
    close(out[2], flux / PROMPT_ENERGY_MeV ** 2, 1e-14)
    components[0].tail(30, out)
    expect([...out]).toEqual([0, 0, 0])
  })

  it('have a flux of r N / 4πL²', () => {
    const flux = stoppedPionFlux({ protonsPerYear: 3, pionsPerProton: 0.5, distance_m: 2 })
    close(flux * YEAR_S * 4 * Math.PI * 200 ** 2, 1.5, 1e-14)
    close(stoppedPionFlux({ ...beam, distance_m: 55 }), stoppedPionFlux(beam) / 4, 1e-14)
    expect(() => stoppedPions({ ...beam, distance_m: 0 })).toThrow(InputError)
    expect(() => stoppedPions({ ...beam, protonsPerYear: Number.NaN })).toThrow(InputError)
  })

  it('are summed by flavour, by kind and with shares in time', () => {
    const components = stoppedPions(beam)
    const flux = stoppedPionFlux(beam)
    const out = new Float64Array(9)
    sourceTails(components)(0, out)
    close(out[0], flux, 1e-14)
    close(out[3], 2 * flux, 1e-14)
    expect(out[6]).toBe(0)
    sourceTails(components, 'antineutrinos')(0, out)
    expect(out[0]).toBe(0)
    close(out[3], flux, 1e-14)
    sourceTails(components, 'neutrinos', { nu_mu: 0.5, nu_e: 0 })(0, out)
    expect(out[0]).toBe(0)
    close(out[3], 0.5 * flux, 1e-14)
  })

  it('arrive after the pulse as an integration of the convolution says', () => {
    const sigma = 160
    const gauss = (s: number): number => Math.exp(-0.5 * (s / sigma) ** 2) / (sigma * Math.sqrt(2 * Math.PI))
    const promptBefore = (t: number): number =>
      integrate((s) => gauss(s) * (s < t ? -Math.expm1(-(t - s) / PION_LIFETIME_NS) : 0), -8 * sigma, Math.min(t, 8 * sigma))
    const both = (t: number): number => {
      const [mu, pi] = [MUON_LIFETIME_NS, PION_LIFETIME_NS]
      return t <= 0 ? 0 : 1 - (mu * Math.exp(-t / mu) - pi * Math.exp(-t / pi)) / (mu - pi)
    }
    const delayedBefore = (t: number): number => integrate((s) => gauss(s) * both(t - s), -8 * sigma, Math.min(t, 8 * sigma))
    for (const t of [-300, -50, 0, 100, 500, 2000]) {
      close(arrivalShare('prompt', Number.NEGATIVE_INFINITY, t, sigma), promptBefore(t), 1e-8, `prompt ${t}`)
      close(arrivalShare('delayed', Number.NEGATIVE_INFINITY, t, sigma), delayedBefore(t), 1e-7, `delayed ${t}`)
    }
    for (const kind of ['prompt', 'delayed'] as const) {
      close(arrivalShare(kind, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, sigma), 1, 1e-15)
      close(arrivalShare(kind, 0, 900, 1e-3), arrivalShare(kind, 0, 900, 0), 1e-4)
      expect(arrivalShare(kind, -50, -40, 0)).toBe(0)
      expect(() => arrivalShare(kind, 2, 1, 0)).toThrow(InputError)
      expect(() => arrivalShare(kind, 1, 2, -1)).toThrow(InputError)
    }
    close(arrivalShare('prompt', 0, PION_LIFETIME_NS, 0), 1 - Math.exp(-1), 1e-12)
  })
})

describe('reactors', () => {
  it('follow the polynomials above 1.8 MeV and the points below', () => {
    for (const { nucleus, coefficients } of reactorSpectra.rows) {
      for (const energy of [1.9, 4, 7.5]) {
        close(fissionSpectrum(nucleus, energy), Math.exp(coefficients.reduce((sum, c, p) => sum + c * energy ** p, 0)), 1e-12)
      }
      const k = reactorLowEnergy.columns.indexOf(nucleus)
      for (const row of reactorLowEnergy.rows) if (row[0] < 1.8) close(fissionSpectrum(nucleus, row[0]), row[k], 1e-12)
      // Two independent calculations meet where one takes over from the other.
      close(fissionSpectrum(nucleus, 2), reactorLowEnergy.rows[reactorLowEnergy.rows.length - 1][k], 0.15, nucleus)
      close(fissionSpectrum(nucleus, 1.8 - 1e-9), fissionSpectrum(nucleus, 1.8), 1e-6)
      expect(fissionSpectrum(nucleus, 10)).toBe(0)
      expect(fissionSpectrum(nucleus, 0)).toBe(0)
    }
  })

  it('send out some five to seven antineutrinos per fission, two above the threshold of inverse beta decay', () => {
    for (const nucleus of FISSILE) {
      const all = integrate((energy) => fissionSpectrum(nucleus, energy), 0, 10, {
        breaks: reactorLowEnergy.rows.map(([energy]) => energy),
        relTol: 1e-7,
      })
      expect(all).toBeGreaterThan(4.8)
      expect(all).toBeLessThan(7.5)
      const above = integrate((energy) => fissionSpectrum(nucleus, energy), 1.806, 10)
      expect(above).toBeGreaterThan(1.3)
      expect(above).toBeLessThan(2.6)
    }
  })

  it('give the yields of inverse beta decay: about 6.7e-43 cm² per fission of ²³⁵U, 4.4e-43 of ²³⁹Pu', () => {
    // σ = 9.52e-44 cm² E_e p_e, lowest order
    const crossSection = (energy: number): number => {
      const electron = energy - 1.2933
      return electron > 0.511 ? 9.52e-44 * electron * Math.sqrt(electron ** 2 - 0.511 ** 2) : 0
    }
    const yields = (nucleus: (typeof FISSILE)[number]): number =>
      integrate((energy) => crossSection(energy) * fissionSpectrum(nucleus, energy), 1.8043, 10)
    close(yields('235U'), 6.69e-43, 0.05)
    close(yields('239Pu'), 4.36e-43, 0.05)
    close(yields('238U'), 10.1e-43, 0.05)
    close(yields('241Pu'), 6.05e-43, 0.05)
  })

  it('have tails that are integrals of the spectrum, and 1/L²', () => {
    const [source] = reactor({ thermalPower_GW: 3.9, distance_m: 17.1 })
    const [far] = reactor({ thermalPower_GW: 3.9, distance_m: 34.2 })
    const out = new Float64Array(3)
    const power = FISSILE.reduce(
      (sum, nucleus) => sum + TYPICAL_FISSIONS[nucleus] * reactorSpectra.rows.find((row) => row.nucleus === nucleus)!.energyPerFission_MeV,
      0,
    )
    const scale = 3.9e9 / (power * 1.602176634e-13) / (4 * Math.PI * 1710 ** 2)
    const breaks = [...reactorLowEnergy.rows.map(([energy]) => energy), 1.8]
    for (const minimum of [0.05, 0.3, 1.7, 1.9, 6.03, 9.9]) {
      source.tail(minimum, out)
      for (let k = 0; k < 3; k++) {
        const density = (energy: number): number =>
          FISSILE.reduce((sum, nucleus) => sum + TYPICAL_FISSIONS[nucleus] * fissionSpectrum(nucleus, energy), 0) / energy ** k
        close(out[k], scale * integrate(density, minimum, 10, { breaks }), 1e-8, `${minimum} ${k}`)
      }
    }
    const near = new Float64Array(3)
    source.tail(1, near)
    far.tail(1, out)
    close(near[0], 4 * out[0], 1e-12)
    expect(source.antineutrino).toBe(true)
    expect(() => reactor({ thermalPower_GW: -1, distance_m: 3 })).toThrow(InputError)
    expect(() => reactor({ thermalPower_GW: 1, distance_m: 3, fissions: { ...TYPICAL_FISSIONS, '235U': 1 } })).toThrow(InputError)
  })
})

describe('tables of fluxes', () => {
  it('are straight lines: moments of a triangle in closed form', () => {
    const [source] = tabulatedFlux({ energy_MeV: [2, 6, 12], flux: { 'anti-nu_mu': [0, 8, 0] } })
    expect(source).toMatchObject({ flavour: 1, antineutrino: true, maximum_MeV: 12, id: 'anti-nu_mu' })
    const out = new Float64Array(3)
    source.tail(0, out)
    close(out[0], 40, 1e-13)
    close(out[1], 2 * (4 - 2 * Math.log(3)) + (4 / 3) * (12 * Math.log(2) - 6), 1e-13)
    close(out[2], 2 * (Math.log(3) - 2 * (1 / 2 - 1 / 6)) + (4 / 3) * (12 * (1 / 6 - 1 / 12) - Math.log(2)), 1e-12)
    source.tail(12, out)
    expect([...out]).toEqual([0, 0, 0])
  })

  it('add up to any piecewise linear flux', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 4, maxLength: 4 }),
        fc.double({ min: 0.5, max: 8, noNaN: true }),
        (values, minimum) => {
          const [source] = tabulatedFlux({ energy_MeV: [0.5, 1, 3, 9], flux: { nu_tau: values } })
          const out = new Float64Array(3)
          source.tail(minimum, out)
          const line = (energy: number): number => {
            const i = energy < 1 ? 0 : energy < 3 ? 1 : 2
            const [lo, hi] = [[0.5, 1, 3, 9][i], [0.5, 1, 3, 9][i + 1]]
            return values[i] + ((values[i + 1] - values[i]) * (energy - lo)) / (hi - lo)
          }
          for (let k = 0; k < 3; k++) {
            const expected = integrate((energy) => line(energy) / energy ** k, minimum, 9, { breaks: [1, 3], absTol: 1e-12 })
            expect(Math.abs(out[k] - expected)).toBeLessThan(1e-9 * (1 + expected))
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  it('that make no sense are refused by field', () => {
    expect(() => tabulatedFlux({ energy_MeV: [1], flux: { nu_e: [1] } })).toThrow(/energy_MeV/)
    expect(() => tabulatedFlux({ energy_MeV: [2, 1], flux: { nu_e: [1, 1] } })).toThrow(/ascending/)
    expect(() => tabulatedFlux({ energy_MeV: [1, 2], flux: { nu_e: [1] } })).toThrow(/flux\.nu_e/)
    expect(() => tabulatedFlux({ energy_MeV: [1, 2], flux: { nu_e: [1, -1] } })).toThrow(/flux\.nu_e/)
    expect(() => tabulatedFlux({ energy_MeV: [1, 2], flux: {} })).toThrow(/flux/)
    expect(() => tabulatedFlux({ energy_MeV: [1, 2], flux: { nu_x: [1, 1] } as never })).toThrow(/nu_x/)
  })
})

describe('Legendre tails', () => {
  it('are exact for polynomials', () => {
    const tail = legendreTails(Float64Array.of(1, 2, 4), 2, (energy, out) => {
      out[0] = energy ** 7
      out[1] = 3
    })
    const out = new Float64Array(6)
    tail(1.3, out)
    close(out[0], (4 ** 8 - 1.3 ** 8) / 8, 1e-13)
    close(out[2], (4 ** 6 - 1.3 ** 6) / 6, 1e-13)
    close(out[3], 3 * 2.7, 1e-14)
    close(out[4], 3 * Math.log(4 / 1.3), 1e-10)
  })
})
