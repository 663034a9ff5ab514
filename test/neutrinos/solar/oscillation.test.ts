import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../../src/assumptions.ts'
import { AVOGADRO, G_FERMI, HBARC_GEV_CM } from '../../../src/constants.ts'
import type { Coupling, Couplings } from '../../../src/couplings/boson.ts'
import { OSCILLATION } from '../../../src/data/nufit.ts'
import { FERMIONS, type Fermion, type Triple } from '../../../src/models/model.ts'
import { mixingProbabilities, pmns } from '../../../src/neutrinos/pmns.ts'
import { SOLAR_SOURCES } from '../../../src/neutrinos/solar/fluxes.ts'
import {
  bosonPotential,
  flavourEvolution,
  type MatterPotential,
  type ProductionZone,
  STANDARD_POTENTIAL,
} from '../../../src/neutrinos/solar/oscillation.ts'
import { loadSun } from '../../../src/neutrinos/solar/sun.ts'
import { hermitianEigen3 } from '../../../src/numerics/index.ts'
import { PROBABILITIES } from './probabilities.fixture.ts'

/** $2\sqrt2\,G_F N_A(\hbar c)^3$ [eV²] per MeV and mol/cm³. */
const MATTER_PER_MEV = 2 * Math.SQRT2 * G_FERMI * AVOGADRO * HBARC_GEV_CM ** 3 * 1e15

const difference = (a: ArrayLike<number>, b: ArrayLike<number>) => Math.max(...Array.from(a, (x, i) => Math.abs(x - b[i])))

/** The same potential with ν_μ and ν_τ told apart by a hair, so that the Hamiltonian is diagonalised. */
const nudged = ({ perElectron, perNeutron }: MatterPotential): MatterPotential => ({
  perElectron: [perElectron[0], perElectron[1], perElectron[2] + 1e-12],
  perNeutron,
})

const onePlace = (electrons: number, neutrons = 0): ProductionZone => ({
  weights: Float64Array.of(1),
  electrons: Float64Array.of(electrons),
  neutrons: Float64Array.of(neutrons),
})

function flavours(
  zone: ProductionZone,
  energy_MeV: number,
  potential = STANDARD_POTENTIAL,
  oscillation: (typeof OSCILLATION)['nufit-4.0'] = OSCILLATION['nufit-4.0'],
) {
  const out = new Float64Array(3)
  flavourEvolution(oscillation).probabilities(zone, energy_MeV, potential, out)
  return out
}

describe('solar flavours', () => {
  // What is left is the thinning of the tables to 143 and 122 radii; hep, made farthest out, feels it most.
  it.each(['pp', 'pep', '7Be', '8B', 'hep', '13N', '15O'] as const)('%s agrees with an independent calculation', async (source) => {
    const tolerance = { pp: 1e-5, pep: 3e-5, '7Be': 1.5e-5, '8B': 8e-5, hep: 5e-5, '13N': 1.4e-5, '15O': 2e-5 }[source]
    const rows = PROBABILITIES.filter((row) => row[2] === source)
    expect(rows.length).toBeGreaterThan(1)
    for (const [solarModel, oscillation, , energy, expected] of rows) {
      const sun = await loadSun(assume('default', { solarModel, oscillation }))
      expect(difference(sun.probabilities(source, energy), expected)).toBeLessThan(tolerance)
    }
  })

  it('sum to one', async () => {
    const sun = await loadSun(assume())
    fc.assert(
      fc.property(fc.constantFrom(...SOLAR_SOURCES), fc.double({ min: 1e-3, max: 20, noNaN: true }), (source, energy) => {
        expect(Math.abs(sun.probabilities(source, energy).reduce((sum, p) => sum + p, 0) - 1)).toBeLessThan(1e-14)
      }),
    )
  })

  it('average as in vacuum at low energy, end in the second mass state above the lower resonance, in the third above the upper', () => {
    const u = mixingProbabilities(pmns(OSCILLATION['nufit-4.0']))
    const vacuum = [0, 3, 6].map((a) => u[a] * u[0] + u[a + 1] * u[1] + u[a + 2] * u[2])
    expect(difference(flavours(onePlace(100), 1e-9), vacuum)).toBeLessThan(1e-9)
    expect(difference(flavours(onePlace(0), 10), vacuum)).toBeLessThan(1e-14)
    const matter = flavours(onePlace(100), 40)
    expect(matter[0]).toBeGreaterThan(u[1] - 0.02)
    expect(matter[0]).toBeLessThan(u[1] + 0.02)
    expect(difference(flavours(onePlace(1e4), 1e4), [u[2], u[5], u[8]])).toBeLessThan(1e-3)
  })

  it('survival: vacuum and equal thirds', async () => {
    const u = mixingProbabilities(pmns(OSCILLATION['nufit-6.0-sk']))
    const vacuum = await loadSun(assume('default', { survival: 'vacuum' }))
    expect(
      difference(
        vacuum.probabilities('8B', 10),
        [0, 3, 6].map((a) => u[a] * u[0] + u[a + 1] * u[1] + u[a + 2] * u[2]),
      ),
    ).toBeLessThan(1e-15)
    const thirds = await loadSun(assume('default', { survival: 'equal-thirds' }))
    expect(thirds.probabilities('8B', 10)).toEqual([1 / 3, 1 / 3, 1 / 3])
  })

  it('refuse an energy that is not above zero', async () => {
    const sun = await loadSun(assume())
    expect(() => sun.probabilities('pp', 0)).toThrow('energy')
    expect(() => sun.probabilities('pp', Number.NaN)).toThrow('energy')
  })
})

describe('the closed form and the diagonalised Hamiltonian', () => {
  it('agree in the Standard Model', async () => {
    for (const oscillation of ['nufit-4.0', 'nufit-6.0-sk', 'nufit-6.1'] as const) {
      const sun = await loadSun(assume('default', { oscillation }))
      for (const source of SOLAR_SOURCES) {
        for (const energy of [0.1, 1, 5, 18]) {
          const [closed, exact] = [STANDARD_POTENTIAL, nudged(STANDARD_POTENTIAL)].map((v) => sun.probabilities(source, energy, v))
          expect(difference(closed, exact)).toBeLessThan(1e-5)
        }
      }
    }
  })

  it('agree for potentials that ν_μ and ν_τ share, of either sign, on both sides of 45°', () => {
    const x = fc.double({ min: -1.5, max: 1.5, noNaN: true })
    fc.assert(
      fc.property(x, x, x, x, fc.double({ min: 0.1, max: 15, noNaN: true }), fc.boolean(), (ve, vmu, ne, nmu, energy, dark) => {
        const base = OSCILLATION['nufit-5.0-sk']
        const set = dark ? { ...base, theta12_deg: 90 - base.theta12_deg } : base
        const potential: MatterPotential = { perElectron: [ve, vmu, vmu], perNeutron: [ne, nmu, nmu] }
        const zone = onePlace(100, 49)
        expect(difference(flavours(zone, energy, potential, set), flavours(zone, energy, nudged(potential), set))).toBeLessThan(1e-4)
      }),
    )
  })

  it('do not feel a potential common to the three flavours', () => {
    const zone = onePlace(90, 40)
    const common: MatterPotential = { perElectron: [2, 2, 2], perNeutron: [-1, -1, -1] }
    expect(difference(flavours(zone, 8, common), flavours(zone, 8))).toBeLessThan(1e-15)
    const split: MatterPotential = { perElectron: [0, 0.5, -0.7], perNeutron: [0, -0.2, 0.4] }
    const shifted: MatterPotential = { perElectron: [2, 2.5, 1.3], perNeutron: [-1, -1.2, -0.6] }
    expect(difference(flavours(zone, 8, shifted), flavours(zone, 8, split))).toBeLessThan(1e-12)
  })

  it('keep the sum at one with any potential', () => {
    const x = fc.double({ min: -5, max: 5, noNaN: true })
    const triple = fc.tuple(x, x, x)
    fc.assert(
      fc.property(triple, triple, fc.double({ min: 0.01, max: 20, noNaN: true }), (perElectron, perNeutron, energy) => {
        const p = flavours(onePlace(80, 30), energy, { perElectron, perNeutron })
        expect(Math.abs(p[0] + p[1] + p[2] - 1)).toBeLessThan(1e-14)
        expect(Math.min(...p)).toBeGreaterThan(-1e-15)
      }),
    )
  })
})

describe('the eigenvalues alone', () => {
  it('give what the eigenvectors give, from feeble potentials to overwhelming ones', () => {
    const set = OSCILLATION['nufit-6.0-sk']
    const u = pmns(set)
    const masses = [0, set.dm21_eV2, set.dm31_eV2]
    const size = fc.double({ min: -8, max: 4, noNaN: true })
    const signed = fc.tuple(size, fc.boolean()).map(([power, minus]) => (minus ? -1 : 1) * 10 ** power)
    fc.assert(
      fc.property(fc.tuple(signed, signed, signed), fc.double({ min: 0.05, max: 20, noNaN: true }), (perElectron, energy) => {
        fc.pre(perElectron[1] !== perElectron[2])
        const electrons = 90
        const re = new Float64Array(9)
        const im = new Float64Array(9)
        for (let a = 0; a < 3; a++) {
          for (let b = 0; b < 3; b++) {
            for (let i = 0; i < 3; i++) {
              const [x, y] = [3 * a + i, 3 * b + i]
              re[3 * a + b] += masses[i] * (u.re[x] * u.re[y] + u.im[x] * u.im[y])
              im[3 * a + b] += masses[i] * (u.im[x] * u.re[y] - u.re[x] * u.im[y])
            }
          }
          re[4 * a] += MATTER_PER_MEV * energy * electrons * (perElectron[a] + (a === 0 ? 1 : 0))
        }
        const vectors = [new Float64Array(9), new Float64Array(9)]
        hermitianEigen3(re, im, new Float64Array(3), vectors[0], vectors[1])
        const expected = [0, 1, 2].map((a) =>
          [0, 1, 2].reduce((sum, i) => sum + (u.re[3 * a + i] ** 2 + u.im[3 * a + i] ** 2) * (vectors[0][i] ** 2 + vectors[1][i] ** 2), 0),
        )
        const found = flavours(onePlace(electrons), energy, { perElectron, perNeutron: [0, 0, 0] }, set)
        expect(difference(found, expected)).toBeLessThan(1e-11)
      }),
      { numRuns: 300 },
    )
  })
})

describe('P_ee with a potential of its own (bernal-2022)', () => {
  const degrees = (sin2: number) => (Math.asin(Math.sqrt(sin2)) * 180) / Math.PI
  const points = [
    ['pp', 0.267],
    ['7Be', 0.862],
    ['pep', 1.44],
    ['8B', 3],
    ['8B', 6],
    ['8B', 8.1],
    ['8B', 10],
    ['8B', 12],
  ] as const

  // ε of ν_μ and ν_τ on matter of 0.54 neutrons to the proton, following n_n/n_p through the Sun.
  it.each([
    [
      0.304,
      -1,
      [
        0.541980396141656, 0.5044146521217825, 0.48460009574818774, 0.3735741498022496, 0.3151379152697212, 0.3034351514638445,
        0.29832421693129346, 0.2952147141726178,
      ],
    ],
    [
      0.696,
      2,
      [
        0.5482596832383253, 0.5333692789915777, 0.5274641786157755, 0.4670827634502895, 0.3904558706983113, 0.3571110131750847,
        0.3380177321071988, 0.3250780488686582,
      ],
    ],
    [
      0.696,
      6,
      [
        0.5288237314879525, 0.4371491839365706, 0.40730445620197187, 0.3100705771926276, 0.29684093222831837, 0.2952410466841423,
        0.29474686645979, 0.2945798382731893,
      ],
    ],
  ] as const)('sin²θ₁₂ = %f, ε = %f', async (sin2, epsilon, expected) => {
    const sun = await loadSun(assume(), {
      theta12_deg: degrees(sin2),
      theta13_deg: degrees(0.0222),
      theta23_deg: 45,
      deltaCP_deg: 0,
      dm21_eV2: 7.42e-5,
      dm31_eV2: 2.515e-3,
    })
    const shared: Triple<number> = [0, epsilon / 1.54, epsilon / 1.54]
    const potential = { perElectron: shared, perNeutron: shared }
    points.forEach(([source, energy], i) => {
      expect(Math.abs(sun.probabilities(source, energy, potential)[0] - expected[i])).toBeLessThan(1.5e-3)
    })
  })

  it('mirrors the light side at twice the potential, but for the neutrons', async () => {
    const light = OSCILLATION['nufit-5.0-sk']
    const dark = { ...light, theta12_deg: 90 - light.theta12_deg }
    const zone = onePlace(100)
    const twice: MatterPotential = { perElectron: [0, 2, 2], perNeutron: [0, 0, 0] }
    expect(Math.abs(flavours(zone, 10, twice, dark)[0] - flavours(zone, 10, STANDARD_POTENTIAL, light)[0])).toBeLessThan(2e-3)
  })

  it('neutrons follow the solar model, or 0.54 of the protons', async () => {
    const zone = (await loadSun(assume())).zone('8B')
    expect(zone.neutrons[0] / zone.electrons[0]).toBeGreaterThan(0.47)
    expect(zone.neutrons[0] / zone.electrons[0]).toBeLessThan(0.51)
    const fixed = (await loadSun(assume('bernal-2022'))).zone('8B')
    for (let r = 0; r < fixed.weights.length; r += 20) expect(fixed.neutrons[r] / fixed.electrons[r]).toBeCloseTo(0.54, 14)
  })

  it('comes from forward scattering on electrons, protons and neutrons', () => {
    const vector: Partial<Record<Fermion, number>> = { e: 1e-4, u: 2e-4, d: -3e-4, nu_mu: 5e-4, nu_tau: -5e-4 }
    const couplings = Object.fromEntries(
      FERMIONS.map((f): [Fermion, Coupling] => [f, { vector: vector[f] ?? 0, axial: 0 }]),
    ) as unknown as Couplings
    const { perElectron, perNeutron } = bosonPotential(couplings, 0.01)
    const unit = 1 / (Math.SQRT2 * G_FERMI * 1e-4)
    expect(perElectron[0]).toBe(0)
    expect(perElectron[1] / (unit * 5e-4 * 2e-4)).toBeCloseTo(1, 13)
    expect(perElectron[2]).toBeCloseTo(-perElectron[1], 15)
    expect(perNeutron[1] / (unit * 5e-4 * -4e-4)).toBeCloseTo(1, 13)
  })
})
