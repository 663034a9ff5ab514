import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { ALPHA, E_CHARGE, M_ELECTRON, M_MUON, M_TAU } from '../../src/constants.ts'
import { bosonAt } from '../../src/couplings/boson.ts'
import { loopMixing, vacuumPolarisation } from '../../src/couplings/kinetic-mixing.ts'
import { defineModel, resolveModel } from '../../src/models/index.ts'
import { integrate } from '../../src/numerics/index.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const ratio = (id: string, kineticMixing: string, q2: number) => loopMixing(resolveModel(id), kineticMixing).ratio(q2)

describe('vacuum polarisation', () => {
  it('equals its integral on both sides of every change of method', () => {
    for (const t of [-1e4, -3, -0.1000001, -0.0999999, -1e-5, 1e-5, 0.0999999, 0.1000001, 0.9, 0.99, 1.01, 1.7, 50]) {
      const inside = t > 1 ? [0.5 * (1 - Math.sqrt(1 - 1 / t)), 0.5 * (1 + Math.sqrt(1 - 1 / t))] : []
      const integral = integrate((x) => x * (1 - x) * Math.log(Math.abs(1 - 4 * x * (1 - x) * t)), 0, 1, { relTol: 1e-11, breaks: inside })
      expect(relative(vacuumPolarisation(t).re, integral), `t = ${t}`).toBeLessThan(2e-10)
    }
  })

  it('has the imaginary part of the phase space of a pair, above threshold only', () => {
    expect(vacuumPolarisation(0.999).im).toBe(0)
    for (const t of [1.001, 2, 100]) {
      const beta = Math.sqrt(1 - 1 / t)
      const phaseSpace = integrate((x) => x * (1 - x), 0.5 * (1 - beta), 0.5 * (1 + beta))
      expect(relative(vacuumPolarisation(t).im, -Math.PI * phaseSpace)).toBeLessThan(1e-10)
    }
  })

  it('obeys a once-subtracted dispersion relation: its real part is determined by its imaginary part', () => {
    // P(t) = (t/π) ∫₁^∞ Im P(s) / (s (s − t)) ds
    for (const t of [-2, 0.5]) {
      const dispersive = (t / Math.PI) * integrate((s) => vacuumPolarisation(s).im / (s * (s - t)), 1, Number.POSITIVE_INFINITY)
      expect(relative(vacuumPolarisation(t).re, dispersive)).toBeLessThan(1e-8)
    }
  })
})

describe('loop mixing', () => {
  it('of L_mu − L_tau at contact is e ln(m_mu/m_tau)/6π², and coy-2021 eq. (2.12) in the electron', () => {
    const contact = ratio('mu-tau', 'loop', 0).re
    expect(relative(contact, (E_CHARGE * Math.log(M_MUON / M_TAU)) / (6 * Math.PI ** 2))).toBeLessThan(1e-14)
    expect(relative(contact, -0.014432911122754362)).toBeLessThan(1e-8)
    const { e, u, nu_mu } = bosonAt(resolveModel('mu-tau'), 0.01, 1, assume()).couplingsAt(0)
    expect(relative(e.vector, -0.004370604757885526)).toBeLessThan(1e-8)
    expect(relative(e.vector, (ALPHA / (3 * Math.PI)) * Math.log(M_MUON ** 2 / M_TAU ** 2))).toBeLessThan(1e-13)
    expect(relative(u.vector, (-2 / 3) * e.vector)).toBeLessThan(1e-14)
    expect(nu_mu.vector).toBe(1)
  })

  it.each([
    [-1, -0.00719593],
    [-0.01, -0.01401536],
    [-1e-4, -0.01442835],
    [1e-4, -0.01443748],
    [0.01, -0.01494022],
    [0.04, -0.01816618],
    [0.1, -0.01535575],
    [1, -0.00721423],
    [4, -0.00294306],
  ])('of L_mu − L_tau at q² = %f GeV²', (q2, expected) => {
    expect(Math.abs(ratio('mu-tau', 'loop', q2).re - expected)).toBeLessThan(2e-8)
  })

  // [mass, e|ε|/g] of DarkCast, with m_μ = 0.10566 and m_τ = 1.77682
  it.each([
    [0.01, 0.0043719261083279715],
    [0.1, 0.0045241626701251186],
    [0.22, 0.006271630890005789],
    [0.5, 0.004231411845745065],
    [1.5, 0.0028349288550611885],
    [3.5, 0.0027429348711278012],
    [5, 0.0008491698314889068],
    [10, 0.00016574420364638389],
  ])('on shell at %f GeV has the modulus an independent program finds', (mass, expected) => {
    expect(relative(E_CHARGE * Math.abs(bosonAt(resolveModel('mu-tau'), mass, 1, assume()).kineticMixing), expected)).toBeLessThan(5e-4)
  })

  it('of the other differences of lepton numbers at contact', () => {
    const contact = (a: number, b: number) => (E_CHARGE * Math.log(a / b)) / (6 * Math.PI ** 2)
    expect(relative(ratio('e-mu', 'loop', 0).re, contact(M_ELECTRON, M_MUON))).toBeLessThan(1e-13)
    expect(relative(ratio('e-tau', 'loop', 0).re, contact(M_ELECTRON, M_TAU))).toBeLessThan(1e-13)
    expect(relative(ratio('e-mu', 'loop', 0).re, -0.0273)).toBeLessThan(2e-3)
    expect(relative(ratio('e-tau', 'loop', 0).re, -0.0417)).toBeLessThan(2e-3)
  })

  it('vanishes far above every threshold when it needs no cut-off', () => {
    expect(Math.abs(ratio('mu-tau', 'loop', -1e8).re)).toBeLessThan(1e-8)
  })

  it('falls with spacelike momentum', () => {
    fc.assert(
      fc.property(fc.double({ min: -25, max: 10, noNaN: true }), (ln) => {
        const q2 = -Math.exp(ln)
        expect(Math.abs(ratio('mu-tau', 'loop', 1.01 * q2).re)).toBeLessThan(Math.abs(ratio('mu-tau', 'loop', q2).re))
      }),
    )
  })

  it('at contact is the limit of the full one, and 3/2 of it in amaral-2020', () => {
    expect(ratio('mu-tau', 'loop-contact', 0.3)).toEqual({ re: ratio('mu-tau', 'loop', 0).re, im: 0 })
    expect(relative(ratio('mu-tau', 'amaral-2020-v1', -5).re, -0.021649366684131543)).toBeLessThan(1e-8)
    expect(relative(ratio('e-tau', 'amaral-2020-v1', 1).re, 1.5 * ratio('e-tau', 'loop', 0).re)).toBeLessThan(1e-15)
  })

  it('counts as zero where the sum diverges, unless it is cut off; a finite one does not know the cut-off', () => {
    for (const kineticMixing of ['loop', 'loop-contact', 'amaral-2020-v1', 'none']) {
      expect(ratio('b-l', kineticMixing, -0.1)).toEqual({ re: 0, im: 0 })
    }
    expect(ratio('mu-tau', 'log:1GeV', -0.1)).toEqual(ratio('mu-tau', 'log:1000GeV', -0.1))
    expect(ratio('mu-tau', 'log:1GeV', -0.1)).toEqual(ratio('mu-tau', 'loop', -0.1))
  })

  it('of B − L runs with the cut-off as e/6π² times 4', () => {
    const slope = (ratio('b-l', 'log:1000GeV', -0.01).re - ratio('b-l', 'log:100GeV', -0.01).re) / Math.log(10)
    expect(relative(slope, (4 * E_CHARGE) / (6 * Math.PI ** 2))).toBeLessThan(1e-12)
    expect(relative(slope, 0.0205)).toBeLessThan(3e-3)
  })

  it('of a muon alone is coy-2021 eq. (2.11) with a cut-off, and eq. (2.12) with the τ in its place', () => {
    for (const [cutOff, expected] of [
      [100, 0.010612],
      [1e3, 0.014177],
      [1e4, 0.017743],
      [1e5, 0.021309],
    ]) {
      const boson = bosonAt(resolveModel('mu'), 0.01, 1, assume('default', { kineticMixing: `log:${cutOff}GeV` }))
      expect(relative(-boson.couplingsAt(0).e.vector, expected)).toBeLessThan(5e-5)
    }
    for (const q2 of [-0.3, 0, 0.01, 30]) expect(ratio('muon-nu:ratio=0.1', 'loop', q2)).toEqual(ratio('mu-tau', 'loop', q2))
    expect(ratio('muon-nu:ratio=0.1', 'log:1000GeV', 0)).toEqual(ratio('mu', 'log:1000GeV', 0))
  })

  it('sees vector charges only', () => {
    const axial = defineModel({ id: 'axial', charges: { L: [0, 1, -1], e: [0, -1, 1] } })
    const chiral = defineModel({ id: 'chiral', charges: { L: [0, 2, -2], e: 0 } })
    expect(loopMixing(axial, 'loop').ratio(-0.1).re).toBe(0)
    expect(relative(loopMixing(chiral, 'loop').ratio(-0.1).re, ratio('mu-tau', 'loop', -0.1).re)).toBeLessThan(1e-14)
  })

  it('of quarks carries their colours', () => {
    // Q_c = −2 Q_s: charges 1 and 2 cancel
    const model = defineModel({ id: 'quarks', charges: { u: [0, 1, 0], Q: [0, 1, 0], d: [0, 3, 0] } })
    // vector charges: c 1, s 2
    const expected = ((E_CHARGE * 3 * (2 / 3)) / (6 * Math.PI ** 2)) * Math.log(0.0935 / 1.273)
    expect(relative(loopMixing(model, 'loop').ratio(0).re, expected)).toBeLessThan(1e-12)
  })

  it('is nothing for a dark photon, under any assumption', () => {
    for (const kineticMixing of ['loop', 'loop-contact', 'amaral-2020-v1', 'log:1000GeV', 'fixed:-0.1', 'none']) {
      const boson = bosonAt(resolveModel('dark-photon'), 0.01, 1e-3, assume('default', { kineticMixing }))
      expect(boson.kineticMixing).toBe(1e-3)
      expect(relative(boson.couplings.e.vector, 1e-3 * E_CHARGE)).toBeLessThan(1e-7)
    }
  })
})
