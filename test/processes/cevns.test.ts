import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { ATOMIC_MASS_UNIT, G_FERMI, HBARC_GEV_CM, YEAR_S } from '../../src/constants.ts'
import { type Boson, bosonAt, contactNsi, couplingRay, weakCharge } from '../../src/couplings/index.ts'
import { type NuclearTarget, type Nucleus, nuclearTarget } from '../../src/detectors/index.ts'
import { resolveModel } from '../../src/models/index.ts'
import { buildMoments, loadSun, SOLAR_SOURCES, type SolarMoments } from '../../src/neutrinos/index.ts'
import { integrate } from '../../src/numerics/index.ts'
import {
  type Flavour,
  type FluxTails,
  maximumRecoil,
  minimumEnergy,
  type NuclearScattering,
  nuclearRecoilRates,
  nuclearRecoilTerms,
  nuclearScattering,
  type ScatteringOptions,
} from '../../src/processes/index.ts'
import { expectClose } from '../numerics/close.ts'

const OPTIONS: ScatteringOptions = { weakMixing: 0.23122, interference: 'full' }
const NO_BOSON: NuclearScattering = { neutrinos: [0, 0, 0], proton: 0, neutron: 0 }
const FLAVOURS = [0, 1, 2] as const
const NAMES = ['e', 'mu', 'tau'] as const
const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0)
const scale = { neutrinos: [1e-3, -2e-3, 5e-4], proton: 2e-4, neutron: -3e-4 } as const

/** A nucleus without form factor. */
const point = (protons: number, neutrons: number, mass_GeV = (protons + neutrons) * ATOMIC_MASS_UNIT): Nucleus => ({
  protons,
  neutrons,
  mass_GeV,
  perTonne: 1,
  protonFormFactor: () => 1,
  neutronFormFactor: () => 1,
})
const AR40 = point(18, 22, 37.21553)
const XE131 = point(54, 77, 121.9)

describe('coherent scattering', () => {
  // Another program, at 500e-6 and 20 MeV, point nuclei: argon at 30 MeV and 20 keV, xenon at 10 MeV and 1 keV
  it.each([
    [
      'mu-tau',
      'fixed:-0.0142857142857',
      [1.007410120434394e-7, 8.891473522815877e-8, 1.1330545285769183e-7],
      [2.7420001491497747e-6, 1.9774328876780883e-6, 3.6312539515887707e-6],
    ],
    [
      'b-l',
      'none',
      [1.0375630621406241e-4, 1.0375630621406241e-4, 1.0375630621406241e-4],
      [0.020071393033631993, 0.020071393033631993, 0.020071393033631993],
    ],
    [
      'bernal:c=-0.1,tanEta=-0.75',
      'none',
      [1.007410120434394e-7, 1.3449872632698791e-7, 1.3449872632698791e-7],
      [2.7420001491497747e-6, 1.2577176129355638e-6, 1.2577176129355638e-6],
    ],
  ] as const)('%s, mixing %s', (model, kineticMixing, argon, xenon) => {
    const boson = nuclearScattering(bosonAt(resolveModel(model), 0.02, 5e-4, assume('default', { kineticMixing })))
    for (const flavour of FLAVOURS) {
      expectClose(sum(nuclearRecoilTerms(flavour, 0.03, 20e-6, AR40, 0.02, boson, OPTIONS)), argon[flavour], 1e-6)
      // The mass of that xenon nucleus is not known better than this.
      expectClose(sum(nuclearRecoilTerms(flavour, 0.01, 1e-6, XE131, 0.02, boson, OPTIONS)), xenon[flavour], 1e-4)
    }
  })

  it('is amaral-2020 eq. 23, its sign of the interference included', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 0.1, noNaN: true }),
        fc.double({ min: 0.001, max: 0.9, noNaN: true }),
        fc.double({ min: 1e-4, max: 1, noNaN: true }),
        (energy, share, mass) => {
          const [g, mixing, s] = [7e-4, -1e-5, 0.23122]
          const recoil = share * maximumRecoil(energy, AR40.mass_GeV)
          const q = 22 - (1 - 4 * s) * 18
          const propagator = 1 / (2 * AR40.mass_GeV * recoil + mass ** 2)
          for (const [flavour, charge] of [0, 1, -1].entries()) {
            const boson = { neutrinos: [0, g, -g], proton: -mixing * 0.3, neutron: 0 } as const
            const [standard, linear, square] = nuclearRecoilTerms(flavour as Flavour, energy, recoil, AR40, mass, boson, OPTIONS)
            const unit = ((G_FERMI ** 2 * AR40.mass_GeV) / Math.PI) * (1 - (AR40.mass_GeV * recoil) / (2 * energy ** 2))
            expectClose(standard, (unit * q * q) / 4, 1e-12)
            if (charge === 0) continue
            expectClose(linear, (unit * g * 0.3 * mixing * 18 * charge * q * propagator) / (Math.SQRT2 * G_FERMI), 1e-12)
            expectClose(square, (unit * (g * 0.3 * mixing * 18 * propagator) ** 2) / (2 * G_FERMI ** 2), 1e-12)
          }
        },
      ),
    )
  })

  it.each(['mu-tau', 'e-tau', 'b-l', 'dark-photon', 'bernal:c=-0.1,tanEta=0.6', 'b-3mu'])(
    '%s: the square of the charge that NSI give, loops at their momentum transfer',
    (name) => {
      const ray = couplingRay(resolveModel(name), 0.02, assume())
      fc.assert(
        fc.property(
          fc.double({ min: 1e-7, max: 1e-4, noNaN: true }),
          fc.double({ min: 1e-6, max: 1e-2, noNaN: true }),
          (recoil, coupling) => {
            const boson = ray.at(coupling)
            const t = -2 * AR40.mass_GeV * recoil
            const unit = ((G_FERMI ** 2 * AR40.mass_GeV) / Math.PI) * (1 - (AR40.mass_GeV * recoil) / (2 * 0.05 ** 2))
            for (const flavour of FLAVOURS) {
              const terms = nuclearRecoilTerms(flavour, 0.05, recoil, AR40, 0.02, nuclearScattering(boson), OPTIONS)
              const charge = weakCharge(boson, NAMES[flavour], { protons: 18, neutrons: 22 }, t)
              // sums cancel where the interference is destructive
              expect(Math.abs(sum(terms) - unit * charge ** 2)).toBeLessThan(1e-12 * (terms[0] + Math.abs(terms[1]) + terms[2]))
            }
          },
        ),
        { numRuns: 30 },
      )
    },
  )

  it('a heavy mediator is a contact interaction', () => {
    const boson = bosonAt(resolveModel('b-l'), 500, 0.2, assume())
    const [standard, linear, square] = nuclearRecoilTerms(1, 0.03, 20e-6, AR40, 500, nuclearScattering(boson), OPTIONS)
    const q = 18 * (0.5 - 2 * 0.23122) - 11
    const epsilon = 18 * contactNsi(boson, 'mu', 'p') + 22 * contactNsi(boson, 'mu', 'n')
    expectClose(linear / standard, (2 * epsilon) / q, 1e-7)
    expectClose(square / standard, (epsilon / q) ** 2, 1e-7)
  })

  it('mixing with the photon does not see neutrons', () => {
    const boson = nuclearScattering(bosonAt(resolveModel('mu-tau'), 0.01, 1e-3, assume()))
    expect(boson.neutron).toBe(0)
    const alone = (neutrons: number) => nuclearRecoilTerms(1, 0.03, 10e-6, point(18, neutrons, 37), 0.01, boson, OPTIONS)
    expect(alone(18)[2]).toBe(alone(22)[2])
    expect(alone(18)[0]).not.toBe(alone(22)[0])
    // c_p = −ε e
    const { couplings } = bosonAt(resolveModel('mu-tau'), 0.01, 1e-3, assume('default', { kineticMixing: 'loop-contact' }))
    expectClose(boson.proton, -couplings.e.vector, 1e-12)
  })

  it('B − L sees every nucleon alike', () => {
    const boson = nuclearScattering(bosonAt(resolveModel('b-l'), 0.01, 1e-3, assume()))
    const alone = (protons: number, neutrons: number) =>
      nuclearRecoilTerms(1, 0.03, 10e-6, point(protons, neutrons, 37), 0.01, boson, OPTIONS)[2]
    expectClose(alone(18, 22), alone(22, 18), 1e-13)
    expectClose(alone(36, 44), 4 * alone(18, 22), 1e-13)
  })

  it.each([
    ['40Ar', AR40],
    ['131Xe', XE131],
    ['28Si', point(14, 14)],
  ])('the boson is not seen where tan η = −Z/N: %s', (_, nucleus) => {
    const model = resolveModel(`bernal:c=-0.1,tanEta=${-nucleus.protons / nucleus.neutrons}`)
    const boson = nuclearScattering(bosonAt(model, 0.04, 5e-4, assume()))
    const other = nuclearScattering(bosonAt(resolveModel('bernal:c=-0.1,tanEta=-0.5'), 0.04, 5e-4, assume()))
    const terms = nuclearRecoilTerms(1, 0.03, 3e-6, nucleus, 0.04, boson, OPTIONS)
    expect(Math.abs(terms[1] / terms[0])).toBeLessThan(1e-5)
    expect(Math.abs(nuclearRecoilTerms(1, 0.03, 3e-6, nucleus, 0.04, other, OPTIONS)[1] / terms[0])).toBeGreaterThan(0.1)
  })

  it('is linear and quadratic in the couplings; without interference the linear part is dropped', () => {
    const terms = (s: number, interference: 'full' | 'none') =>
      nuclearRecoilTerms(1, 0.03, 2e-5, AR40, 0.03, { ...scale, neutrinos: [0, 1e-3 * s, 0] }, { ...OPTIONS, interference })
    const [one, other, none] = [terms(1, 'full'), terms(-3, 'full'), terms(1, 'none')]
    expectClose(other[1], -3 * one[1], 1e-13)
    expectClose(other[2], 9 * one[2], 1e-13)
    expect(none).toEqual([one[0], 0, one[2]])
    expect(terms(0, 'full').slice(1)).toEqual([0, 0])
    expect(sum(one)).toBeGreaterThanOrEqual(0)
  })

  it('multiplies protons and neutrons by their own form factors', () => {
    const halo = { ...AR40, protonFormFactor: () => 0.9, neutronFormFactor: () => 0.7 }
    const [standard] = nuclearRecoilTerms(0, 0.03, 2e-5, halo, 1, NO_BOSON, OPTIONS)
    const [bare] = nuclearRecoilTerms(0, 0.03, 2e-5, AR40, 1, NO_BOSON, OPTIONS)
    const [p, n] = [18 * (0.5 - 2 * 0.23122), -11]
    expectClose(standard / bare, ((0.9 * p + 0.7 * n) / (p + n)) ** 2, 1e-12)
  })

  it('antineutrinos are the same; nothing recoils beyond the greatest energy; masses are above zero', () => {
    const at = (antineutrino: boolean) => nuclearRecoilTerms(1, 0.03, 2e-5, AR40, 0.03, scale, { ...OPTIONS, antineutrino })
    expect(at(true)).toEqual(at(false))
    const greatest = maximumRecoil(0.03, AR40.mass_GeV)
    expect(nuclearRecoilTerms(1, 0.03, 1.0001 * greatest, AR40, 0.03, scale, OPTIONS).map(Math.abs)).toEqual([0, 0, 0])
    expectClose(minimumEnergy(greatest, AR40.mass_GeV), 0.03, 1e-12)
    expect(() => nuclearRecoilTerms(1, 0.03, 2e-5, AR40, 0, scale, OPTIONS)).toThrow(expect.objectContaining({ field: 'mass' }))
  })
})

describe('nuclear recoils of solar neutrinos', () => {
  let moments: SolarMoments
  beforeAll(async () => {
    moments = buildMoments(await loadSun(assume('amaral-2020')))
  })
  const rates = (target: NuclearTarget, recoils: readonly number[], tails: FluxTails, boson = NO_BOSON, mass = 1) => {
    const out = new Float64Array(3 * recoils.length)
    nuclearRecoilRates(target, tails, Float64Array.from(recoils), OPTIONS).terms(boson, mass, out)
    return recoils.map((_, i) => out.subarray(3 * i, 3 * i + 3))
  }

  it('xenon: an independent calculation, with A u for the mass of a nucleus', () => {
    const xenon = nuclearTarget('Xe')
    const target = { ...xenon, nuclei: xenon.nuclei.map((one) => ({ ...one, mass_GeV: (one.protons + one.neutrons) * ATOMIC_MASS_UNIT })) }
    const found = rates(target, [0.6, 1, 2, 3, 4], (least, out) => moments.total(least, out))
    // It had all 828 points of the ⁸B spectrum, of which 85 are kept here.
    ;[550.68333, 231.12964, 17.154064, 0.2889277, 0.013558349].forEach((expected, i) => {
      expectClose(found[i][0], expected, [5e-5, 1e-4, 1e-4, 4e-3, 2e-3][i], i)
    })
  })

  it('¹³¹Xe as in SNuDD, its ħc corrected', async () => {
    const sun = buildMoments(await loadSun(assume('default', { boron8: 'bahcall-1996' })))
    const mass_GeV = 121.93731385320389
    const [nucleus] = nuclearTarget('Xe').nuclei.filter(({ neutrons }) => neutrons === 77)
    const target = { material: 'Xe', nuclei: [{ ...nucleus, mass_GeV, perTonne: 1e3 / (mass_GeV * 1.78266192163e-27) }] }
    const recoils = [0.3, 0.7, 2, 4, 5]
    const expected = {
      '8B': [1036.6933186082576, 440.7295315603117, 17.06833239052216],
      hep: [2.160670206276423, 1.3775446708424492, 0.313887058540943, 0.013799208402773919, 0.000739010623501782],
    }
    for (const source of ['8B', 'hep'] as const) {
      const found = rates(target, recoils, (least, out) => sun.tail(source, least, out))
      expected[source].forEach((rate, i) => void expectClose(found[i][0], rate, 5e-3, `${source} at ${recoils[i]} keV`))
    }
    for (const source of ['pp', '7Be', 'pep', '13N', '15O', '17F'] as const) {
      expect(rates(target, recoils, (least, out) => sun.tail(source, least, out)).every(([rate]) => rate === 0)).toBe(true)
    }
  })

  it('is the integral of the cross section over the spectrum', () => {
    const boson = nuclearScattering(bosonAt(resolveModel('mu-tau'), 0.02, 2e-3, assume()))
    const [nucleus] = nuclearTarget('Ar').nuclei.slice(-1)
    const { sun } = moments
    const p = new Float64Array(3)
    for (const source of ['8B', 'hep', '13N'] as const) {
      const spectrum = sun.spectrum(source)
      if (spectrum.kind === 'lines') throw new Error('lines')
      const edges = [...spectrum.edges_MeV]
      for (const recoil_keV of [0.01, 0.5, 3]) {
        const recoil = 1e-6 * recoil_keV
        const least = 1e3 * minimumEnergy(recoil, nucleus.mass_GeV)
        const [found] = rates({ material: 'Ar', nuclei: [nucleus] }, [recoil_keV], (e, out) => moments.tail(source, e, out), boson, 0.02)
        if (least > edges[edges.length - 1]) {
          expect([...found]).toEqual([0, 0, 0])
          continue
        }
        for (const n of [0, 1, 2]) {
          const integrand = (energy: number) => {
            sun.probabilitiesInto(source, energy, moments.potential, p)
            return (
              spectrum.density(energy) *
              p.reduce((s, q, a) => s + q * nuclearRecoilTerms(a as Flavour, 1e-3 * energy, recoil, nucleus, 0.02, boson, OPTIONS)[n], 0)
            )
          }
          const integral = integrate(integrand, least * (1 + 1e-15), edges[edges.length - 1], {
            relTol: 1e-12,
            breaks: edges,
            maxIntervals: 5000,
          })
          expectClose(
            found[n],
            integral * sun.flux(source) * nucleus.perTonne * HBARC_GEV_CM ** 2 * 1e-6 * YEAR_S,
            1e-9,
            `${source} ${recoil_keV} ${n}`,
          )
        }
      }
    }
  })

  it('adds up over isotopes and sources, and over powers of the coupling', () => {
    const all = (least: number, out: Float64Array) => moments.total(least, out)
    const germanium = nuclearTarget('Ge')
    const ray = couplingRay(resolveModel('e-mu'), 0.005, assume())
    const at = (target: NuclearTarget, tails: FluxTails, boson: Boson) => rates(target, [0.7], tails, nuclearScattering(boson), 0.005)[0]
    const [standard, linear, square] = at(germanium, all, ray.at(1))
    const some = at(germanium, all, ray.at(3e-4))
    expectClose(sum([...some]), standard + linear * 9e-8 + square * 81e-16, 1e-12)
    const one = { linear: 0, square: 0 }
    for (const nucleus of germanium.nuclei) {
      for (const source of SOLAR_SOURCES) {
        const part = at({ material: 'Ge', nuclei: [nucleus] }, (least, out) => moments.tail(source, least, out), ray.at(1))
        one.linear += part[1]
        one.square += part[2]
      }
    }
    expectClose(one.linear, linear, 1e-12)
    expectClose(one.square, square, 1e-12)
  })

  it('keeps models apart whose loops differ', () => {
    const recoils = Float64Array.of(0.5, 1, 2)
    const engine = nuclearRecoilRates(nuclearTarget('Xe'), (least, out) => moments.total(least, out), recoils, OPTIONS)
    const out = new Float64Array(9)
    const models = ['mu-tau', 'e-mu', 'e-tau', 'mu-tau'].flatMap((model) =>
      ['loop', 'loop-contact', 'amaral-2020-v1'].map((kineticMixing) =>
        bosonAt(resolveModel(model), 0.02, 1e-3, assume('default', { kineticMixing })),
      ),
    )
    for (const boson of models) {
      engine.terms(nuclearScattering(boson), 0.02, out)
      const fresh = rates(nuclearTarget('Xe'), [...recoils], (least, tail) => moments.total(least, tail), nuclearScattering(boson), 0.02)
      for (let i = 0; i < 3; i++) expect([...out.subarray(3 * i, 3 * i + 3)]).toEqual([...fresh[i]])
    }
    // The loop of an electron runs.
    const interference = (kineticMixing: string) => {
      engine.terms(nuclearScattering(bosonAt(resolveModel('e-mu'), 0.02, 1e-3, assume('default', { kineticMixing }))), 0.02, out)
      return out[4]
    }
    expect(Math.abs(interference('loop') / interference('loop-contact') - 1)).toBeGreaterThan(0.1)
  })

  it('refuses recoils and masses that are not above zero', () => {
    const tails: FluxTails = (least, out) => moments.total(least, out)
    expect(() => rates(nuclearTarget('Xe'), [0], tails)).toThrow(expect.objectContaining({ field: 'recoilEnergy' }))
    expect(() => rates(nuclearTarget('Xe'), [1], tails, NO_BOSON, 0)).toThrow(expect.objectContaining({ field: 'mass' }))
  })
})
