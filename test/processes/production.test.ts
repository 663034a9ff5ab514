import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { E_CHARGE } from '../../src/constants.ts'
import { bosonAt, type Coupling, type Couplings } from '../../src/couplings/boson.ts'
import { ELECTRIC, FERMIONS, type Fermion } from '../../src/models/model.ts'
import { resolveModel } from '../../src/models/resolve.ts'
import { MECHANISMS, type Mechanism, productionStrength } from '../../src/processes/index.ts'
import {
  amplitudeRatio,
  CHARGES,
  type Diagonal,
  decayAmplitude,
  PSEUDOSCALAR_GENERATORS,
  photonAmplitude,
  VECTOR_GENERATORS,
} from '../../src/processes/production/meson-decays.ts'
import { absorption, lineOf, RESONANCES, type Resonance, type VectorMeson } from '../../src/processes/production/resonances.ts'
import table from './production-table.json' with { type: 'json' }

/** Couplings written out: numbers are vector couplings, what is not named is zero. */
function coupled(values: Partial<Record<Fermion, number | Coupling>>): Couplings {
  return Object.fromEntries(
    FERMIONS.map((fermion) => {
      const value = values[fermion] ?? 0
      return [fermion, typeof value === 'number' ? { vector: value, axial: 0 } : value]
    }),
  ) as unknown as Couplings
}
const likeThePhoton = (epsilon: number) =>
  coupled(Object.fromEntries(FERMIONS.map((fermion) => [fermion, -epsilon * E_CHARGE * ELECTRIC[fermion].charge])))
const QUARKS = ['u', 'd', 's', 'c', 'b', 't'] as const
const baryonNumber = coupled(Object.fromEntries(QUARKS.map((quark) => [quark, 1 / 3])))
const MESON_DECAYS = ['pi0-photon', 'eta-photon', 'eta-prime-photon', 'd-star'] as const
const OF_LEPTONS: readonly Mechanism[] = ['electron-bremsstrahlung', 'muon-bremsstrahlung', 'electron-positron', 'muon-pair']
const OF_HADRONS = MECHANISMS.filter((mechanism) => !OF_LEPTONS.includes(mechanism))

const ratio = (mechanism: Mechanism, couplings: Couplings, mass: number) => productionStrength(mechanism, couplings, mass) / E_CHARGE ** 2
const close = (actual: number, expected: number, tolerance: number) =>
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(tolerance * Math.abs(expected))

const masses = fc.double({ min: -5, max: 3, noNaN: true }).map((exponent) => 10 ** exponent)
const couplingsOfQuarks = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 12, maxLength: 12 })
  .map((values) => coupled(Object.fromEntries(FERMIONS.map((fermion, i) => [fermion, values[i] / 1000]))))

/** Masses, widths and branching ratios with which the ratios of the table come out. */
const pair = (share: number, a: number, b: number) => ({ share, masses_GeV: [a, b] as const })
const [PION, PION_ZERO] = [0.13957018, 0.1349766]
const OF_TABLE: Readonly<Record<VectorMeson, Resonance>> = {
  rho: { mass_GeV: 0.77549, width_GeV: 0.1491 * 0.9988447, decays: [pair(1, PION, PION)] },
  omega: {
    mass_GeV: 0.78265,
    width_GeV: 0.00849 * 0.9984113,
    decays: [pair(0.8994889, PION_ZERO, 2 * PION), pair(0.0834941, PION_ZERO, 0), pair(0.0154283, PION, PION)],
  },
  phi: {
    mass_GeV: 1.01946,
    width_GeV: 0.00426 * 0.845,
    decays: [pair(0.49, 0.493677, 0.493677), pair(0.342, 0.497614, 0.497614), pair(0.013, 0.547853, 0)],
  },
}
const AMPLITUDES_OF_TABLE = {
  'pi0-photon': photonAmplitude(PSEUDOSCALAR_GENERATORS.pi0, OF_TABLE),
  'eta-photon': photonAmplitude(PSEUDOSCALAR_GENERATORS.eta, OF_TABLE),
  'eta-prime-photon': photonAmplitude(PSEUDOSCALAR_GENERATORS.etaPrime, OF_TABLE),
  'd-star': decayAmplitude([1, 0, 0], OF_TABLE),
}

/** e² of the table. */
const E2_OF_TABLE = 0.09170116368399998
const boson = (model: string, mass: number) => bosonAt(resolveModel(model), mass, 1, assume()).couplings

describe('published production ratios', () => {
  const points = table.points.flatMap(({ model, mass, ratios }) =>
    (Object.entries(ratios) as [Mechanism, number][])
      // The table mixes its B boson with the photon by (e/4π)² for leptons, where Zest has the loops of quarks.
      .filter(([mechanism]) => model !== 'B' || !OF_LEPTONS.includes(mechanism))
      .map(([mechanism, expected]) => ({ model, mass, mechanism, expected })),
  )

  it('come out within 0.3 %', () => {
    expect(points.length).toBe(159)
    for (const { model, mass, mechanism, expected } of points) {
      close(productionStrength(mechanism, boson(model, mass), mass) / E2_OF_TABLE, expected, 3e-3)
    }
  })

  it('come out within 10⁻⁶ with the masses and widths they were computed with, for charges of quarks', () => {
    const charged = points.filter(({ model }) => model.startsWith('B'))
    expect(charged.length).toBe(99)
    for (const { model, mass, mechanism, expected } of charged) {
      const amplitude = MESON_DECAYS.find((name) => name === mechanism)
      const couplings = boson(model, mass)
      const strength = amplitude
        ? amplitudeRatio(AMPLITUDES_OF_TABLE[amplitude], couplings, mass)
        : productionStrength(mechanism, couplings, mass)
      close(strength / E2_OF_TABLE, expected, 1e-6)
    }
  })

  it('of baryon number go to those of the quark model at rest', () => {
    const limits: readonly [Mechanism, number][] = [
      ['pi0-photon', 1],
      ['eta-photon', 1 / 2],
      ['eta-prime-photon', -1 / 7],
      ['d-star', 1 / 2],
      ['omega-pi0', 0],
      ['phi-eta', -1],
      ['omega-mixing', 2],
      ['kaon-pion', 0],
      ['j-psi', 1 / 2],
      ['proton-bremsstrahlung', 1],
    ]
    for (const [mechanism, amplitude] of limits) close(productionStrength(mechanism, baryonNumber, 1e-6), amplitude ** 2, 1e-9)
  })
})

describe('couplings like the photon’s', () => {
  it('make every mechanism as strong as the dark photon, at any mass', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MECHANISMS), masses, fc.double({ min: 1e-8, max: 1, noNaN: true }), (mechanism, mass, epsilon) => {
        close(ratio(mechanism, likeThePhoton(epsilon), mass), epsilon ** 2, 1e-12)
        close(ratio(mechanism, likeThePhoton(-epsilon), mass), epsilon ** 2, 1e-12)
      }),
    )
  })

  it('are what loops give a leptonic boson: one mixing for everything hadronic', () => {
    for (const mass of [0.01, 0.3, 0.9]) {
      const { couplings, kineticMixing } = bosonAt(resolveModel('mu-tau'), mass, 1e-3, assume())
      for (const mechanism of [...OF_HADRONS, 'electron-positron'] as const)
        close(ratio(mechanism, couplings, mass), kineticMixing ** 2, 1e-9)
      close(productionStrength('muon-pair', couplings, mass), 1e-6, 1e-12)
    }
  })
})

describe('productionStrength', () => {
  it('goes with the square of the coupling and never below zero', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MECHANISMS), masses, couplingsOfQuarks, (mechanism, mass, couplings) => {
        const doubled = coupled(Object.fromEntries(FERMIONS.map((fermion) => [fermion, -2 * couplings[fermion].vector])))
        const strength = productionStrength(mechanism, couplings, mass)
        expect(strength).toBeGreaterThanOrEqual(0)
        close(productionStrength(mechanism, doubled, mass), 4 * strength, 1e-12)
      }),
    )
  })

  it('is a quadratic form: |a + b|² + |a − b|² = 2|a|² + 2|b|²', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MECHANISMS), masses, couplingsOfQuarks, couplingsOfQuarks, (mechanism, mass, a, b) => {
        const combined = (sign: number) =>
          coupled(Object.fromEntries(FERMIONS.map((fermion) => [fermion, a[fermion].vector + sign * b[fermion].vector])))
        const [sum, difference, first, second] = [combined(1), combined(-1), a, b].map((one) => productionStrength(mechanism, one, mass))
        expect(Math.abs(sum + difference - 2 * (first + second))).toBeLessThanOrEqual(1e-12 * (first + second))
      }),
    )
  })

  it('adds vector and axial couplings of fermions that annihilate or radiate', () => {
    const both = { vector: 3e-3, axial: -4e-3 }
    const couplings = coupled({ e: both, mu: both, u: both, d: both, s: both, c: both, b: both })
    for (const mechanism of OF_LEPTONS) close(productionStrength(mechanism, couplings, 0.1), 25e-6, 1e-12)
    for (const mechanism of ['up-quarks', 'charm-quarks'] as const)
      close(productionStrength(mechanism, couplings, 0.1), (25e-6 * 9) / 4, 1e-12)
    for (const mechanism of ['down-quarks', 'strange-quarks', 'bottom-quarks'] as const)
      close(productionStrength(mechanism, couplings, 0.1), 25e-6 * 9, 1e-12)
  })

  it('asks each quark of its own annihilation alone', () => {
    const names = { u: 'up-quarks', d: 'down-quarks', s: 'strange-quarks', c: 'charm-quarks', b: 'bottom-quarks' } as const
    for (const [quark, mechanism] of Object.entries(names)) {
      for (const other of QUARKS) {
        const strength = productionStrength(mechanism, coupled({ [other]: 1 }), 20)
        expect(strength > 0, `${mechanism} and ${other}`).toBe(quark === other)
      }
    }
  })

  it('has no axial part in what mesons make', () => {
    const axial = { vector: 0, axial: 1 }
    const couplings = coupled({ u: axial, d: axial, s: axial, c: axial })
    const mesonic: Mechanism[] = [
      ...MESON_DECAYS,
      'omega-pi0',
      'phi-eta',
      'kaon-pion',
      'j-psi',
      'rho-mixing',
      'omega-mixing',
      'phi-mixing',
      'pion-bremsstrahlung',
    ]
    for (const mechanism of mesonic) expect(productionStrength(mechanism, couplings, 0.1)).toBe(0)
  })
})

describe('interference of u and d', () => {
  it('leaves a protophobic boson, 2c_u + c_d = 0, without π⁰ decays far below the ρ, and without protons', () => {
    const protophobic = coupled({ u: -1 / 3, d: 2 / 3 })
    expect(productionStrength('proton-bremsstrahlung', protophobic, 0.017)).toBeLessThan(1e-30)
    expect(productionStrength('pi0-photon', protophobic, 1e-4)).toBeLessThan(1e-15)
    // What is left at 17 MeV is m²(1/m_ρ² − 1/m_ω²)/2 of the two propagators.
    const left = 0.017 ** 2 * (1 / 0.77526 ** 2 - 1 / 0.78266 ** 2)
    const vector = (-1 / 3 - 2 / 3) / 2
    const scalar = (3 * (-1 / 3 + 2 / 3)) / 2
    close(productionStrength('pi0-photon', protophobic, 0.017), ((vector - scalar) / 2) ** 2 * left ** 2, 0.01)
  })

  it('is that of the charges, Q_u c_u − Q_d c_d, in π⁰ → γX at rest', () => {
    fc.assert(
      fc.property(couplingsOfQuarks, (couplings) => {
        const rule = 3 * ((2 / 3) * couplings.u.vector + (1 / 3) * couplings.d.vector)
        const scale = couplings.u.vector ** 2 + couplings.d.vector ** 2
        expect(Math.abs(productionStrength('pi0-photon', couplings, 1e-7) - rule ** 2)).toBeLessThanOrEqual(1e-11 * scale)
      }),
    )
  })

  it('turns with the sign between them', () => {
    const [same, opposite] = [coupled({ u: 1, d: 1 }), coupled({ u: 1, d: -1 })]
    expect(productionStrength('proton-bremsstrahlung', same, 0.1)).toBe(9)
    expect(productionStrength('proton-bremsstrahlung', opposite, 0.1)).toBe(1)
    expect(productionStrength('rho-mixing', same, 0.1)).toBe(0)
    expect(productionStrength('pion-bremsstrahlung', same, 0.1)).toBe(0)
    expect(productionStrength('pion-bremsstrahlung', opposite, 0.1)).toBe(4)
    expect(productionStrength('omega-pi0', opposite, 0.1)).toBe(4)
    expect(productionStrength('omega-mixing', opposite, 0.1)).toBe(0)
    expect(productionStrength('kaon-pion', coupled({ u: 1, d: 1, s: 1 }), 0.1)).toBe(0)
    expect(productionStrength('kaon-pion', coupled({ u: 1, d: -1, s: -1 }), 0.1)).toBe(4)
  })
})

describe('vector-meson dominance', () => {
  const RESONANT = ['rho', 'omega', 'phi'] as const
  const product = (a: Diagonal, b: Diagonal): Diagonal => [a[0] * b[0], a[1] * b[1], a[2] * b[2]]
  const trace = (a: Diagonal) => a[0] + a[1] + a[2]

  it('at rest is the quark model: Tr[T_P Q_γ Q_X], for the generators are complete', () => {
    fc.assert(
      fc.property(couplingsOfQuarks, (couplings) => {
        const quarks: Diagonal = [couplings.u.vector, couplings.d.vector, couplings.s.vector]
        for (const pseudoscalar of Object.values(PSEUDOSCALAR_GENERATORS)) {
          const vertex = product(pseudoscalar, CHARGES)
          const expected = (trace(product(vertex, quarks)) / trace(product(vertex, CHARGES))) ** 2
          expect(Math.abs(amplitudeRatio(photonAmplitude(pseudoscalar), couplings, 1e-9) - expected)).toBeLessThan(1e-12)
        }
      }),
    )
  })

  it('has U(3) generators of norm ½ and pseudoscalars that do not mix', () => {
    for (const a of RESONANT) {
      for (const b of RESONANT) close(trace(product(VECTOR_GENERATORS[a], VECTOR_GENERATORS[b])) + 1, a === b ? 1.5 : 1, 1e-15)
    }
    const { pi0, eta, etaPrime } = PSEUDOSCALAR_GENERATORS
    for (const [a, b] of [
      [pi0, eta],
      [pi0, etaPrime],
      [eta, etaPrime],
    ] as const)
      expect(trace(product(a, b))).toBe(0)
  })

  it('leaves one meson in ω → π⁰X and φ → ηX, whose propagator cancels', () => {
    const { pi0, eta } = PSEUDOSCALAR_GENERATORS
    fc.assert(
      fc.property(couplingsOfQuarks, masses, (couplings, mass) => {
        const ofOmega = amplitudeRatio(decayAmplitude(product(VECTOR_GENERATORS.omega, pi0)), couplings, mass)
        const ofPhi = amplitudeRatio(decayAmplitude(product(VECTOR_GENERATORS.phi, eta)), couplings, mass)
        close(productionStrength('omega-pi0', couplings, mass), ofOmega, 1e-12)
        close(productionStrength('phi-eta', couplings, mass), ofPhi, 1e-12)
      }),
    )
  })

  it('at a pole is that meson alone: baryon number at the ω has (2·3)² less the ρ', () => {
    const narrow = Object.fromEntries(
      RESONANT.map((name) => [name, { ...RESONANCES[name], width_GeV: 1e-9, mass_GeV: { rho: 0.7, omega: 0.8, phi: 1.0194 }[name] }]),
    ) as Record<VectorMeson, Resonance>
    const amplitude = photonAmplitude(PSEUDOSCALAR_GENERATORS.pi0, narrow)
    close(amplitudeRatio(amplitude, baryonNumber, 0.8), 4, 1e-6)
    expect(amplitudeRatio(amplitude, baryonNumber, 0.7)).toBeLessThan(1e-12)
  })

  it('stays finite over every mass a boson may have', () => {
    for (const mass of [1e-24, 1e-9, 0.2791, 0.77526, 0.78266, 0.98736, 1.019461, 91, 1e5, 1.2e19]) {
      for (const mechanism of MECHANISMS) expect(productionStrength(mechanism, baryonNumber, mass)).toBeGreaterThanOrEqual(0)
    }
  })
})

describe('the widths of vector mesons off their shells', () => {
  it.each(['rho', 'omega', 'phi'] as const)('is the measured one of the %s on it, and none below threshold', (name) => {
    const resonance = RESONANCES[name]
    const line = lineOf(resonance)
    close(absorption(line, resonance.mass_GeV), resonance.width_GeV / resonance.mass_GeV, 1e-12)
    const threshold = Math.min(...resonance.decays.map(({ masses_GeV: [a, b] }) => a + b))
    expect(absorption(line, threshold * (1 - 1e-9))).toBe(0)
    expect(absorption(line, threshold * 1.001)).toBeGreaterThan(0)
  })

  it('go with p³/m² of two pions', () => {
    const line = lineOf(RESONANCES.rho)
    const momentum = (mass: number) => Math.sqrt((mass * mass) / 4 - 0.13957039 ** 2)
    for (const mass of [0.3, 0.5, 0.9, 1.4]) {
      const width = (absorption(line, mass) * 0.77526 ** 2) / mass
      close(width, 0.1491 * (momentum(mass) / momentum(0.77526)) ** 3 * (0.77526 / mass) ** 2, 1e-12)
    }
  })
})
