import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { G_FERMI } from '../../src/constants.ts'
import { bosonAt, couplingRay } from '../../src/couplings/boson.ts'
import { contactNsi, couplingForMediumNsi, matterPotentialRatio, mediumNsi, type NsiTarget, tanEta } from '../../src/couplings/nsi.ts'
import { resolveModel } from '../../src/models/index.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const printed = assume('bernal-2022')
const N_OVER_P = 0.54
const ray = (c: string, eta: string, mass: number, assumptions = printed) =>
  couplingRay(resolveModel(`bernal:c=${c},tanEta=${eta}`), mass, assumptions)

describe('contact NSI of bernal-2022', () => {
  // at m = 40 MeV: c, tan η, g, then ε of e, u, d, p, n, medium in the normalisation of the paper, and V/V_CC
  it.each([
    [
      '-0.1',
      '-0.75',
      5.85e-4,
      1.512808518062647,
      -0.7924235094613863,
      0.7203850086012605,
      -0.8644620103215124,
      0.6483465077411347,
      0.9984536219213475,
      1.996907243842695,
    ],
    [
      '2/3',
      '-0.75',
      1e-4,
      -0.29470056601410316,
      0.15436696315024448,
      -0.14033360286385865,
      0.16840032343663036,
      -0.12630024257747283,
      -0.19450237356930816,
      -0.3890047471386163,
    ],
  ])('for c = %s, tan η = %s', (c, eta, g, e, u, d, p, n, medium, potential) => {
    const boson = ray(c === '2/3' ? '0.6666666666666666' : c, eta, 0.04).at(g)
    for (const [target, expected] of Object.entries({ e, u, d, p, n })) {
      expect(relative(contactNsi(boson, 'mu', target as NsiTarget), expected), target).toBeLessThan(1e-5)
      expect(contactNsi(boson, 'tau', target as NsiTarget)).toBe(contactNsi(boson, 'mu', target as NsiTarget))
    }
    expect(relative(mediumNsi(boson, 'mu', N_OVER_P), medium)).toBeLessThan(1e-5)
    expect(relative(matterPotentialRatio(boson, 'mu', N_OVER_P), potential)).toBeLessThan(1e-5)
    expect(relative(tanEta(boson)!, Number(eta))).toBeLessThan(1e-5)
  })

  it('at ε_medium = 1, m = 40 MeV', () => {
    const line = ray('-0.1', '-0.75', 0.04)
    const g = couplingForMediumNsi(line, 'mu', 1, N_OVER_P)
    expect(relative(g, 0.000585452840853114)).toBeLessThan(1e-6)
    const boson = line.at(g)
    expect(relative(boson.couplings.mu.vector, 0.0007220585037188405)).toBeLessThan(1e-6)
    expect(relative(contactNsi(boson, 'mu', 'e'), 1.5151515151515145)).toBeLessThan(1e-5)
    expect(relative(-boson.kineticMixing, -0.0004511085995714959)).toBeLessThan(1e-5)
  })

  it('eq. (16): the couplings of LMA-Dark, and what the physical potential gives', () => {
    expect(relative(couplingForMediumNsi(ray('-1', '1', 0.01), 'mu', 3, N_OVER_P), 8.016643182268317e-5)).toBeLessThan(1e-8)
    expect(relative(couplingForMediumNsi(ray('-1', '1', 0.01, assume()), 'mu', 3, N_OVER_P), 5.6686227565348305e-5)).toBeLessThan(1e-8)
  })

  it('eq. (18): c g² at the ends of the printed interval', () => {
    const square = (epsilon: number, c: number) => c * couplingForMediumNsi(ray(String(c), '1', 0.01), 'mu', epsilon, N_OVER_P) ** 2
    expect(relative(square(1.422, -0.5), -3.0462353190197503e-9)).toBeLessThan(1e-7)
    expect(relative(square(-0.081, 0.5), 1.7351973336188452e-10)).toBeLessThan(1e-7)
  })

  it('eq. (34): mixing feeds the electron and cancels in neutral matter', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (eta) => {
        fc.pre(Math.abs(eta) > 0.05)
        const boson = ray('-0.1', String(eta), 0.02).at(1e-4)
        const medium = mediumNsi(boson, 'mu', N_OVER_P)
        const pure = mediumNsi(ray('-0.1', '1', 0.02).at(1e-4), 'mu', N_OVER_P)
        expect(relative(medium, pure)).toBeLessThan(1e-5)
        const expected = (medium * (1 - 1 / eta)) / (1 + N_OVER_P)
        expect(Math.abs(contactNsi(boson, 'mu', 'e') - expected)).toBeLessThan(1e-5 * Math.abs(medium) * (1 + 1 / Math.abs(eta)))
      }),
    )
  })
})

describe('the matter potential', () => {
  it('is that of B − L on neutrons alone, repulsive for antineutrino-like charges', () => {
    const boson = bosonAt(resolveModel('b-l'), 0.01, 1e-5, assume())
    const strength = 1e-10 / (Math.SQRT2 * G_FERMI * 1e-4)
    expect(relative(matterPotentialRatio(boson, 'e', 0.4), -0.4 * strength)).toBeLessThan(1e-12)
    expect(relative(contactNsi(boson, 'e', 'n'), -strength)).toBeLessThan(1e-12)
    expect(tanEta(boson)).toBeCloseTo(1, 12)
  })

  it('does not depend on the normalisation of NSI', () => {
    const model = resolveModel('bernal:c=-0.1,tanEta=0.6')
    const [standard, halved] = ['standard', 'bernal-2022'].map((nsiNormalisation) =>
      bosonAt(model, 0.01, 1e-5, assume('default', { nsiNormalisation })),
    )
    expect(matterPotentialRatio(standard, 'mu', 0.5)).toBe(matterPotentialRatio(halved, 'mu', 0.5))
    expect(mediumNsi(standard, 'mu', 0.5)).toBe(2 * mediumNsi(halved, 'mu', 0.5))
  })

  it('vanishes for a light boson that only mixes with the photon', () => {
    const boson = bosonAt(resolveModel('mu-tau'), 0.01, 1e-3, assume())
    expect(Math.abs(matterPotentialRatio(boson, 'mu', 0.5))).toBeLessThan(1e-15)
    expect(Math.abs(contactNsi(boson, 'mu', 'e'))).toBeGreaterThan(1)
  })

  it('refuses an ε_medium of the wrong sign, and models that have none', () => {
    expect(() => couplingForMediumNsi(ray('-1', '1', 0.01), 'mu', -1, 0.5)).toThrow(/numbers above zero/)
    expect(() => couplingForMediumNsi(ray('-1', '1', 0.01), 'e', 1, 0.5)).toThrow(expect.objectContaining({ field: 'epsMedium' }))
  })
})
