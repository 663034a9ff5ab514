import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { M_KAON, M_PION } from '../../src/constants.ts'
import { bosonAt } from '../../src/couplings/index.ts'
import { PSEUDOSCALAR_TRANSITIONS } from '../../src/data/flavour-changing.ts'
import { resolveModel } from '../../src/models/index.ts'
import {
  CKM_MATRIX,
  flavourChangingCoupling,
  flavourConserved,
  pseudoscalarBranching,
  pseudoscalarWidth,
  type Transition,
} from '../../src/processes/flavour-changing.ts'
import { contactHamiltonian, wilsonCoefficients } from '../../src/processes/semileptonic.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)
const boson = (model: string, mass = 0.04, coupling = 5.85e-4, assumptions = assume()) =>
  bosonAt(resolveModel(model), mass, coupling, assumptions)
const size = ({ re, im }: { re: number; im: number }) => Math.hypot(re, im)

/** V*_ki V_kj. */
function product(k: number, i: number, j: number) {
  const { re, im } = CKM_MATRIX
  const [x, y] = [3 * k + i, 3 * k + j]
  return { re: re[x] * re[y] + im[x] * im[y], im: re[x] * im[y] - im[x] * re[y] }
}

describe('the CKM matrix', () => {
  it('has the moduli that are measured', () => {
    const moduli = [0.97435, 0.22501, 0.003732, 0.22487, 0.97349, 0.04183, 0.00858, 0.04111, 0.999118]
    moduli.forEach((expected, n) => {
      expect(relative(Math.hypot(CKM_MATRIX.re[n], CKM_MATRIX.im[n]), expected), `element ${n}`).toBeLessThan(1e-3)
    })
  })

  it('is unitary, its Jarlskog invariant 3.1e-5', () => {
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const sum = [0, 1, 2].reduce((total, k) => total + product(k, i, j).re, 0)
      expect(Math.abs(sum)).toBeLessThan(1e-15)
    }
    // Im V_us V_cb V*_ub V*_cs
    const { re, im } = CKM_MATRIX
    const [a, b] = [re[1] * re[2] + im[1] * im[2], im[1] * re[2] - re[1] * im[2]]
    const [c, d] = [re[5] * re[4] + im[5] * im[4], im[5] * re[4] - re[5] * im[4]]
    expect(relative(a * d + b * c, 3.1e-5)).toBeLessThan(0.02)
  })
})

describe('flavour-changing couplings', () => {
  it('are g (3c − 2)/3 V*_ti V_tj for bernal-2022', () => {
    for (const c of [-0.1, 0.5, 1.5]) {
      const model = boson(`bernal:c=${c}`)
      for (const [to, from, i, j] of [
        ['s', 'b', 1, 2],
        ['d', 'b', 0, 2],
        ['d', 's', 0, 1],
      ] as const) {
        const expected = product(2, i, j)
        const found = flavourChangingCoupling(model, to, from)
        const factor = (5.85e-4 * (3 * c - 2)) / 3
        expect(Math.abs(found.re - factor * expected.re)).toBeLessThan(1e-12 * Math.abs(factor) * size(expected))
        expect(Math.abs(found.im - factor * expected.im)).toBeLessThan(1e-12 * Math.abs(factor) * size(expected))
      }
    }
  })

  it('b → d is V_td/V_ts of b → s: smaller by a factor 4.8, which bernal-2022 calls an order of magnitude', () => {
    const model = boson('bernal')
    const ratio = size(flavourChangingCoupling(model, 's', 'b')) / size(flavourChangingCoupling(model, 'd', 'b'))
    expect(relative(ratio, 0.04111 / 0.00858)).toBeLessThan(2e-3)
  })

  it('are Hermitian, and know nothing of a universal charge', () => {
    const charge = fc.integer({ min: -300, max: 300 }).map((hundredths) => hundredths / 100)
    fc.assert(
      fc.property(charge, charge, charge, charge, (first, second, third, shift) => {
        const of = (move: number) => {
          const charges = { Q: [first + move, second + move, third + move] as const }
          return bosonAt(resolveModel({ id: 'x', charges }), 0.1, 1e-3, assume())
        }
        const [here, there] = [flavourChangingCoupling(of(0), 's', 'b'), flavourChangingCoupling(of(shift), 's', 'b')]
        const back = flavourChangingCoupling(of(0), 'b', 's')
        expect(Math.abs(here.re - there.re) + Math.abs(here.im - there.im)).toBeLessThan(1e-17)
        expect(Math.abs(here.re - back.re) + Math.abs(here.im + back.im)).toBeLessThan(1e-17)
      }),
    )
  })

  it('differ between the first two families by the Cabibbo angle', () => {
    const found = flavourChangingCoupling(boson('B1-B2', 0.04, 1), 'd', 's')
    expect(relative(Math.abs(found.re), (2 / 3) * 0.22501 * 0.97435)).toBeLessThan(2e-3)
  })

  it('are none, and say why, for universal charges, up-type mixing, and right-handed quarks alone', () => {
    for (const model of ['mu-tau', 'b-l', 'dark-photon', 'bernal:c=2/3']) {
      expect(flavourConserved(boson(model))).toBe('universal quark charges: no flavour-changing couplings')
      expect(flavourChangingCoupling(boson(model), 's', 'b')).toEqual({ re: 0, im: 0 })
    }
    const aligned = boson('bernal', 0.04, 5.85e-4, assume('default', { ckm: 'up-aligned' }))
    expect(flavourConserved(aligned)).toMatch(/^the CKM matrix rotates the up quarks alone/)
    expect(pseudoscalarBranching(aligned, 'b-kaon')).toBe(0)
    expect(flavourConserved(boson('b_R - s_R'))).toMatch(/^only right-handed quarks/)
    expect(flavourConserved(boson('bernal'))).toBeUndefined()
  })
})

describe('B and K decays to a lighter meson and the boson', () => {
  it.each([
    ['b-kaon', 4.1e4, 0.02],
    ['b-pion', 1132.1460949681348, 0.05],
    ['kaon-pion', 1.26e2, 0.02],
  ] as const)('%s: width over the measured one for c = −0.1, g = 5.85e-4, 40 MeV is %f', (transition, expected, tolerance) => {
    expect(relative(pseudoscalarBranching(boson('bernal'), transition), expected)).toBeLessThan(tolerance)
  })

  it('go as 1/m² for light bosons, the rate of a Goldstone boson of coupling g/m', () => {
    const [light, lighter] = [1e-6, 1e-7].map((mass) => pseudoscalarWidth(boson('bernal', mass), 'b-kaon') * mass ** 2)
    expect(relative(light, lighter)).toBeLessThan(1e-9)
    // Γ = |g/m|² f₊² (M² − M'²)³ / 64π M³
    const { masses, formFactor } = PSEUDOSCALAR_TRANSITIONS['b-kaon']
    const coupling = size(flavourChangingCoupling(boson('bernal'), 's', 'b'))
    const goldstone = ((coupling * formFactor) ** 2 * (masses[0] ** 2 - masses[1] ** 2) ** 3) / (64 * Math.PI * masses[0] ** 3)
    expect(relative(lighter, goldstone)).toBeLessThan(1e-9)
  })

  it('follow from the sum over polarisations, Σ|ε·(p + p′)|² = λ/m², built from momenta', () => {
    for (const [transition, mass] of [
      ['b-kaon', 1.3],
      ['kaon-pion', 0.2],
    ] as const) {
      const { masses, formFactor, quarks } = PSEUDOSCALAR_TRANSITIONS[transition as Transition]
      const [parent, child] = masses
      const energy = (parent ** 2 - child ** 2 + mass ** 2) / (2 * parent)
      const momentum = Math.sqrt(energy ** 2 - mass ** 2)
      // in the rest frame of the parent only the longitudinal state, ε = (p, 0, 0, E)/m, meets p + p′ = (2M − E, 0, 0, −p)
      const amplitude = (momentum * (2 * parent - energy) + energy * momentum) / mass
      const coupling = size(flavourChangingCoupling(boson('bernal', mass), quarks[0], quarks[1]))
      const width = (((coupling / 2) * formFactor * amplitude) ** 2 * momentum) / (8 * Math.PI * parent ** 2)
      expect(relative(pseudoscalarWidth(boson('bernal', mass), transition as Transition), width)).toBeLessThan(1e-12)
    }
  })

  it('end at threshold', () => {
    expect(pseudoscalarWidth(boson('bernal', M_KAON - M_PION - 1e-4), 'kaon-pion')).toBeGreaterThan(0)
    expect(pseudoscalarWidth(boson('bernal', M_KAON - M_PION), 'kaon-pion')).toBe(0)
    expect(pseudoscalarWidth(boson('bernal', 1), 'kaon-pion')).toBe(0)
  })
})

describe('C₉ of b → s ℓℓ', () => {
  const at = (c: string, assumptions: string, eta = '1') => boson(`bernal:c=${c},tanEta=${eta}`, 0.01, 3.5e-4, assume(assumptions))

  it('eq. (38): −2 as printed, twice that by matching', () => {
    expect(relative(wilsonCoefficients(at('0', 'bernal-2022'), 'mu', 1).c9.re, -2.1314482601823963)).toBeLessThan(1e-3)
    expect(relative(wilsonCoefficients(at('0', 'default'), 'mu', 1).c9.re, -4.263)).toBeLessThan(1e-3)
  })

  it('matches the effective Hamiltonian, −4 G_F/√2 V_tb V*_ts (α/4π) C₉, at q² = 0', () => {
    const G_F = 1.1663787e-5
    for (const c of ['-0.1', '1.2']) {
      const model = at(c, 'default', '-0.75')
      const ts = product(2, 1, 2)
      const { c9 } = wilsonCoefficients(model, 'mu', 0)
      const perC9 = (((-4 * G_F) / Math.SQRT2) * 7.2973525643e-3) / (4 * Math.PI)
      const found = contactHamiltonian(model, 's', 'b', 'mu')
      expect(relative(perC9 * (ts.re * c9.re - ts.im * c9.im), found.re)).toBeLessThan(1e-12)
    }
  })

  it('is suppressed by m²/(m² − q²), and reverses its sign above the boson', () => {
    const model = at('0', 'default')
    const contact = wilsonCoefficients(model, 'mu', 0).c9.re
    expect(contact).toBeGreaterThan(0)
    for (const q2 of [1, 6, 15])
      expect(relative(wilsonCoefficients(model, 'mu', q2).c9.re, (contact * 1e-4) / (1e-4 - q2))).toBeLessThan(1e-12)
  })

  it('printed: eq. (36) has π/2 times g²/m² V*_ti V_tj (3c − 2)/3', () => {
    const ts = product(2, 1, 2)
    const found = contactHamiltonian(at('0', 'bernal-2022', '-0.75'), 's', 'b', 'mu')
    expect(relative(found.re, (((3.5e-4 ** 2 * Math.PI) / (2 * 1e-4)) * ts.re * -2) / 3)).toBeLessThan(1e-12)
  })

  it('counts what the lepton couples with: muons and taus alike, electrons through mixing, chirality as C₁₀', () => {
    const model = at('-0.1', 'default', '-0.75')
    const of = (lepton: 'e' | 'mu' | 'tau') => wilsonCoefficients(model, lepton, 2).c9.re
    expect(of('tau')).toBe(of('mu'))
    expect(relative(of('e') / of('mu'), 0.7 / 3 / (1 + 0.7 / 3))).toBeLessThan(1e-6)
    const { c9, c10 } = wilsonCoefficients(boson('B1-B3 + mu_R', 0.01, 1e-3), 'mu', 2)
    expect(relative(c10.re, c9.re)).toBeLessThan(1e-12)
    const left = wilsonCoefficients(boson('B1-B3 + Lmu_L', 0.01, 1e-3), 'mu', 2)
    expect(relative(left.c10.re, -left.c9.re)).toBeLessThan(1e-12)
  })

  it('vanishes at c = 2/3', () => {
    expect(wilsonCoefficients(at('2/3', 'default'), 'mu', 1).c9.re).toBeCloseTo(0, 20)
  })

  it('is complex where the first two families differ', () => {
    const { c9 } = wilsonCoefficients(boson('B2-B3+Lmu-Ltau', 0.01, 1e-3), 'mu', 2)
    expect(Math.abs(c9.im / c9.re)).toBeGreaterThan(1e-3)
  })
})
