import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { assume } from '../../../src/assumptions.ts'
import { condensedZone } from '../../../src/neutrinos/solar/condensed-zone.ts'
import { SOLAR_SOURCES } from '../../../src/neutrinos/solar/fluxes.ts'
import { buildMoments, MOMENTS } from '../../../src/neutrinos/solar/moments.ts'
import { momentsOfPotentials, type PotentialMoments } from '../../../src/neutrinos/solar/moments-of-potentials.ts'
import { type MatterPotential, STANDARD_POTENTIAL } from '../../../src/neutrinos/solar/oscillation.ts'
import { loadSun, type Sun } from '../../../src/neutrinos/solar/sun.ts'

let sun: Sun
let prepared: PotentialMoments

beforeAll(async () => {
  sun = await loadSun(assume())
  prepared = momentsOfPotentials(sun)
})

const onElectrons = (strength: number): MatterPotential => ({ perElectron: [strength / 2, -strength / 2, 0], perNeutron: [0, 0, 0] })
const onNeutrons = (strength: number): MatterPotential => ({ perElectron: [0, 0, 0], perNeutron: [strength, 0, -strength] })

/** Greatest difference from the moments built outright, as a share of all flavours. */
function worst(potential: MatterPotential, minima_MeV: Float64Array): number {
  const found = prepared.above(minima_MeV)(prepared.probabilities(potential))
  const outright = buildMoments(sun, potential)
  const expected = new Float64Array(MOMENTS)
  let error = 0
  for (const [i, minimum] of minima_MeV.entries()) {
    outright.total(minimum, expected)
    for (let m = 0; m < MOMENTS; m++) {
      const all = expected[m % 3] + expected[3 + (m % 3)] + expected[6 + (m % 3)]
      error = Math.max(error, Math.abs(found[MOMENTS * i + m] - expected[m]) / all)
    }
  }
  return error
}

describe('moments of many potentials, against those built outright', () => {
  const minima = Float64Array.from({ length: 40 }, (_, i) => 0.005 * 2 ** (0.3 * i))

  it.each([
    ['none', STANDARD_POTENTIAL, 1e-7],
    ['half of the W’s taken away', onElectrons(-0.5), 1e-7],
    ['nearly all of it', onElectrons(-0.95), 1e-7],
    ['a little more than that', onElectrons(-1.05), 1e-7],
    ['six times the W’s', onElectrons(6), 1e-7],
    ['six times the W’s, of the other sign', onElectrons(-6), 1e-7],
    ['on neutrons', onNeutrons(1), 1e-6],
    ['on neutrons, of the other sign', onNeutrons(-1), 1e-6],
    ['30 times the W’s: θ₁₃ resonates at the energies of ⁸B', onElectrons(30), 1e-4],
    ['100 times the W’s', onElectrons(100), 1e-4],
    ['1000 times the W’s', onElectrons(1000), 1e-4],
    ['1000 times the W’s, of the other sign', onElectrons(-1000), 1e-4],
    ['3e4 times the W’s: Δm²₃₁ no longer matters to pp', onElectrons(3e4), 1e-4],
    ['3e4 times the W’s, of the other sign, on neutrons', onNeutrons(-3e4), 1e-4],
    ['1e7 times the W’s', onElectrons(1e7), 1e-4],
  ] as const)('%s', (_, potential, tolerance) => {
    expect(worst(potential, minima)).toBeLessThan(tolerance)
  })

  it('any that compares with the W’s', () => {
    const strength = fc.double({ min: -3, max: 3, noNaN: true })
    const potential = fc.tuple(fc.tuple(strength, strength, strength), fc.tuple(strength, strength, strength))
    const minimum = fc.double({ min: 1e-3, max: 18, noNaN: true })
    fc.assert(
      fc.property(potential, minimum, ([perElectron, perNeutron], at) => {
        expect(worst({ perElectron, perNeutron }, Float64Array.of(at))).toBeLessThan(1e-5)
      }),
      { numRuns: 30 },
    )
  })

  it('at the edges of stretches, on lines, below all and beyond the last energy', () => {
    const ends = [0.4234, 0.2117, 15.3, 18.784 / 2, 18.784 / 64, 0.8613, 1.4422, 1e-6]
    expect(worst(STANDARD_POTENTIAL, Float64Array.from(ends))).toBeLessThan(1e-7)
    expect(prepared.above(Float64Array.of(18.79))(prepared.probabilities(STANDARD_POTENTIAL))).toEqual(new Float64Array(MOMENTS))
  })

  it('survival by thirds is a third of everything', async () => {
    const thirds = momentsOfPotentials(await loadSun(assume('default', { survival: 'equal-thirds' })))
    const moments = thirds.above(Float64Array.of(0.1))(thirds.probabilities(onElectrons(2)))
    for (let k = 0; k < 3; k++) {
      expect(Math.abs(moments[3 + k] / moments[k] - 1)).toBeLessThan(1e-12)
      expect(Math.abs(moments[6 + k] / moments[k] - 1)).toBeLessThan(1e-12)
    }
  })
})

describe('a condensed production zone', () => {
  it('averages powers of ln n_e exactly, and neutrons to the first order', () => {
    for (const source of SOLAR_SOURCES) {
      const zone = sun.zone(source)
      const few = condensedZone(zone, 8)
      expect(few.weights).toHaveLength(8)
      expect(Math.min(...few.weights)).toBeGreaterThan(0)
      const mean = ({ weights, electrons, neutrons }: typeof zone, power: number, about: 'electrons' | 'ratio') =>
        weights.reduce(
          (sum, w, r) => sum + w * Math.log(electrons[r] / 50) ** power * (about === 'ratio' ? neutrons[r] / electrons[r] : 1),
          0,
        )
      for (let power = 0; power < 16; power++) {
        expect(Math.abs(mean(few, power, 'electrons') / mean(zone, power, 'electrons') - 1), `${source} ${power}`).toBeLessThan(1e-9)
        if (power < 8) expect(Math.abs(mean(few, power, 'ratio') / mean(zone, power, 'ratio') - 1), `${source} ${power}`).toBeLessThan(1e-9)
      }
    }
  })

  it('is itself where it has no more densities than asked for', () => {
    const zone = { weights: Float64Array.of(0.4, 0.6), electrons: Float64Array.of(90, 60), neutrons: Float64Array.of(40, 20) }
    expect(condensedZone(zone, 2)).toEqual(zone)
  })
})
