import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { isSilent } from '../../src/constraints/index.ts'
import { bosonAt, couplingRay, matterPotentialRatio, mediumNsi } from '../../src/couplings/index.ts'
import { lma } from '../../src/experiments/lma.ts'
import { lmaDark } from '../../src/experiments/lma-dark.ts'
import { resolveModel } from '../../src/models/index.ts'
import { ask, only, relative } from './limits.ts'

const PRINTED = { recipe: 'as-printed', nsiNormalisation: 'bernal-2022', neutronsPerProton: '0.54' } as const

describe('the LMA-Dark band', () => {
  it('eq. (16): g = (6.5–8.0)e-5 m/10 MeV (−1/c)^1/2 as printed', async () => {
    const [lo, hi] = await only(lmaDark, 'bernal:c=-1,tanEta=1', 0.01, PRINTED)
    expect(relative(lo, 6.546e-5)).toBeLessThan(1e-3)
    expect(relative(hi, 8.016643182268317e-5)).toBeLessThan(1e-6)
    const [wider] = await only(lmaDark, 'bernal:c=-0.25,tanEta=-0.75', 0.03, PRINTED)
    expect(relative(wider / lo, 3 * 2)).toBeLessThan(1e-5)
  })

  it('is √2 lower where the potential itself is compared, whatever the normalisation of NSI', async () => {
    const [lo, hi] = await only(lmaDark, 'bernal:c=-1,tanEta=1', 0.01, { neutronsPerProton: '0.54' })
    expect(relative(hi, 5.6686227565348305e-5)).toBeLessThan(1e-6)
    const other = await only(lmaDark, 'bernal:c=-1,tanEta=1', 0.01, { neutronsPerProton: '0.54', nsiNormalisation: 'bernal-2022' })
    expect(other).toEqual([lo, hi])
  })

  it('has no coupling for an attractive potential, c > 0', async () => {
    expect((await ask(lmaDark, 'bernal:c=2/3', 0.02)).intervals).toEqual([])
    expect((await ask(lmaDark, 'bernal:c=2/3', 0.02)).silent).toBeUndefined()
  })

  it('edges are V = 2 and 3 times that of the Standard Model, at the neutrons of the solar centre', async () => {
    const { constraint, intervals } = await ask(lmaDark, 'bernal', 0.02)
    const ratios = intervals[0].map((g) => matterPotentialRatio(bosonAt(resolveModel('bernal'), 0.02, g, assume()), 'mu', 0.48663))
    expect(relative(ratios[0], 2)).toBeLessThan(1e-4)
    expect(relative(ratios[1], 3)).toBeLessThan(1e-4)
    expect(constraint.kind).toBe('preferred')
    expect(constraint.statement).toMatch(/N_n\/N_p = 0\.487 between 2 and 3/)
  })
})

describe('the LMA band', () => {
  it('eq. (18) as printed: c g² from −3.0e-9 to 1.7e-10', async () => {
    const [from, negative] = await only(lma, 'bernal:c=-0.5,tanEta=1', 0.01, PRINTED)
    const [, positive] = await only(lma, 'bernal:c=0.5,tanEta=1', 0.01, PRINTED)
    expect(from).toBe(0)
    expect(relative(-0.5 * negative ** 2, -3.0462353190197503e-9)).toBeLessThan(1e-6)
    expect(relative(0.5 * positive ** 2, 1.7351973336188452e-10)).toBeLessThan(1e-6)
  })

  it('is mirrored by default: c > 0 may be large, c < 0 may not', async () => {
    const [, negative] = await only(lma, 'bernal:c=-0.5,tanEta=1', 0.01, { neutronsPerProton: '0.54' })
    const [, positive] = await only(lma, 'bernal:c=0.5,tanEta=1', 0.01, { neutronsPerProton: '0.54' })
    expect(relative(0.5 * positive ** 2, 3.0462353190197503e-9 / 2)).toBeLessThan(1e-6)
    expect(relative(0.5 * negative ** 2, 1.7351973336188452e-10 / 2)).toBeLessThan(1e-6)
  })

  it('holds the Standard Model, and LMA-Dark does not', async () => {
    for (const recipe of ['corrected', 'as-printed'] as const) {
      const assumptions = assume('default', { recipe })
      const nothing = couplingRay(resolveModel('bernal'), 0.02, assumptions).at(1e-12)
      expect((await lma.prepare(assumptions)).strength(nothing)).toBeLessThan(1)
      expect((await lmaDark.prepare(assumptions)).strength(nothing)).toBeCloseTo(5, 6)
    }
  })

  it('strength is 1 at ε_medium = −0.081 and 1.422 as printed', async () => {
    const assumptions = assume('bernal-2022')
    const constraint = await lma.prepare(assumptions)
    const ray = couplingRay(resolveModel('bernal:c=-1,tanEta=1'), 0.01, assumptions)
    const boson = ray.at(Math.sqrt(3.0462353190197503e-9))
    expect(mediumNsi(boson, 'mu', 0.54)).toBeCloseTo(1.422, 6)
    expect(constraint.strength(boson)).toBeCloseTo(1, 6)
  })

  it('bounds the difference of ν_μ and ν_e: a charge of ν_e alone counts with the other sign', async () => {
    // B − 3L_e: V_e = −3 (−3 + 1 + n/p) > 0, and ε_μμ − ε_ee = −ε_ee may reach −1.422
    const [, hi] = await only(lma, 'b-3e', 0.02)
    const boson = bosonAt(resolveModel('b-3e'), 0.02, hi, assume())
    const difference = matterPotentialRatio(boson, 'mu', 0.48663) - matterPotentialRatio(boson, 'e', 0.48663)
    expect(relative(difference, -1.422)).toBeLessThan(1e-4)
  })
})

describe('the bands say why they are silent', () => {
  it.each([
    ['mu-tau', /^ν_μ and ν_τ feel different potentials/],
    ['b-3mu', /^ν_μ and ν_τ feel different potentials/],
    ['b-l', /^all neutrinos feel the same potential/],
    ['dark-photon', /^all neutrinos feel the same potential/],
    ['Lmu+Ltau', /^no potential in neutral matter$/],
  ] as const)('%s', async (model, reason) => {
    for (const entry of [lma, lmaDark]) {
      const { constraint, silent } = await ask(entry, model, 0.02, { kineticMixing: model === 'Lmu+Ltau' ? 'fixed:0.01' : 'loop' })
      expect(silent).toMatch(reason)
      expect(isSilent(constraint.strength(bosonAt(resolveModel(model), 0.02, 1e-4, constraint.assumptions)))).toBe(true)
    }
  })
})
