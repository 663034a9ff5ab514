import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { assume } from '../../../src/assumptions.ts'
import { SOLAR_SOURCES, type SolarSource } from '../../../src/neutrinos/solar/fluxes.ts'
import { buildMoments, MOMENTS, type SolarMoments } from '../../../src/neutrinos/solar/moments.ts'
import type { MatterPotential } from '../../../src/neutrinos/solar/oscillation.ts'
import { loadSun, type Sun } from '../../../src/neutrinos/solar/sun.ts'
import { integrate } from '../../../src/numerics/index.ts'

let sun: Sun
let moments: SolarMoments

beforeAll(async () => {
  sun = await loadSun(assume('amaral-2020'))
  moments = buildMoments(sun)
})

function tail(of: SolarMoments, source: SolarSource, minimum_MeV: number): Float64Array {
  const out = new Float64Array(MOMENTS)
  of.tail(source, minimum_MeV, out)
  return out
}

/** Adaptive integration of the spectrum times the probability summed over the production zone at every energy. */
function bruteForce(of: SolarMoments, source: SolarSource, minimum_MeV: number, moment: number): number {
  const spectrum = of.sun.spectrum(source)
  if (spectrum.kind === 'lines') throw new Error(`${source} has lines`)
  const p = new Float64Array(3)
  const edges = spectrum.edges_MeV
  const integrand = (energy: number) => {
    of.sun.probabilitiesInto(source, energy, of.potential, p)
    return (of.sun.flux(source) * spectrum.density(energy) * p[Math.floor(moment / 3)]) / energy ** (moment % 3)
  }
  return integrate(integrand, minimum_MeV, edges[edges.length - 1], { relTol: 1e-11, breaks: [...edges], maxIntervals: 5000 })
}

const CONTINUA = ['pp', '8B', 'hep', '13N', '15O', '17F'] as const

describe('tail moments', () => {
  it.each(CONTINUA)('%s: adaptive integration of the same input, to 1e-9', (source) => {
    const spectrum = sun.spectrum(source)
    if (spectrum.kind === 'lines') throw new Error('lines')
    const end = spectrum.edges_MeV[spectrum.edges_MeV.length - 1]
    for (const share of [1e-4, 0.017, 0.21, 0.5, 0.83, 0.97]) {
      const found = tail(moments, source, share * end)
      for (const moment of [0, 4, 8]) {
        expect(Math.abs(found[moment] / bruteForce(moments, source, share * end, moment) - 1)).toBeLessThan(1e-9)
      }
    }
  })

  it('the same with a boson’s potential that tells all three flavours apart', () => {
    const potential: MatterPotential = { perElectron: [0.3, 1.1, -0.8], perNeutron: [-0.2, 0.4, 0.9] }
    const bent = buildMoments(sun, potential)
    for (const source of ['pp', '8B'] as const) {
      for (const moment of [1, 5]) {
        expect(Math.abs(tail(bent, source, 0.2)[moment] / bruteForce(bent, source, 0.2, moment) - 1)).toBeLessThan(1e-9)
      }
    }
    expect(Math.abs(tail(bent, '8B', 5)[0] / tail(moments, '8B', 5)[0] - 1)).toBeGreaterThan(0.01)
  })

  it('of order 0 start at the flux and add up over flavours', () => {
    for (const source of SOLAR_SOURCES) {
      const all = tail(moments, source, 1e-5)
      expect(Math.abs((all[0] + all[3] + all[6]) / sun.flux(source) - 1)).toBeLessThan(1e-9)
    }
  })

  it('fall with the minimum and vanish beyond the endpoint', () => {
    const energy = fc.double({ min: 1e-4, max: 20, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(...SOLAR_SOURCES), energy, energy, (source, a, b) => {
        const [low, high] = [tail(moments, source, Math.min(a, b)), tail(moments, source, Math.max(a, b))]
        for (let m = 0; m < MOMENTS; m++) {
          expect(high[m]).toBeLessThanOrEqual(low[m] * (1 + 1e-12))
          expect(high[m]).toBeGreaterThan(-1e-9 * tail(moments, source, 1e-4)[m])
        }
      }),
    )
    expect(tail(moments, 'pp', 0.4234)).toEqual(new Float64Array(MOMENTS))
    expect(tail(moments, '8B', 16.6)).toEqual(new Float64Array(MOMENTS))
  })

  it('of lines are steps, the line itself included', () => {
    const spectrum = sun.spectrum('7Be')
    if (spectrum.kind !== 'lines') throw new Error('continuum')
    const [{ energy_MeV: upper, fraction }, { energy_MeV: lower }] = spectrum.lines
    const P = sun.probabilities('7Be', upper)
    const step = tail(moments, '7Be', upper)
    for (let m = 0; m < MOMENTS; m++) {
      expect(step[m] / ((sun.flux('7Be') * fraction * P[Math.floor(m / 3)]) / upper ** (m % 3))).toBeCloseTo(1, 14)
    }
    expect(tail(moments, '7Be', lower * 1.0001)).toEqual(step)
    expect(tail(moments, '7Be', lower)[0]).toBeGreaterThan(step[0])
    expect(tail(moments, '7Be', upper * 1.0001)).toEqual(new Float64Array(MOMENTS))
  })

  it('sum over the sources, near an independent calculation with tabulated spectra', () => {
    const total = new Float64Array(MOMENTS)
    moments.total(0.1, total)
    const sum = new Float64Array(MOMENTS)
    for (const source of SOLAR_SOURCES) {
      const one = tail(moments, source, 0.1)
      for (let m = 0; m < MOMENTS; m++) sum[m] += one[m]
    }
    expect(total).toEqual(sum)
    // biome-ignore format: rows
    const expected = [
      34115596000, 130700960000, 594787770000,
      11339634000, 43041225000, 194789480000,
      17648612000, 67307534000, 305476910000,
    ]
    for (let m = 0; m < MOMENTS; m++) expect(Math.abs(total[m] / expected[m] - 1)).toBeLessThan(1e-3)
  })
})
