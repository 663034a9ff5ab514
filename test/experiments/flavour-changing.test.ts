import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { M_KAON, M_PION } from '../../src/constants.ts'
import { isSilent } from '../../src/constraints/index.ts'
import { bosonAt } from '../../src/couplings/index.ts'
import { branchingRatios, partialWidths } from '../../src/decays/index.ts'
import { bKaon } from '../../src/experiments/fcnc-b-kaon.ts'
import { kaonPion } from '../../src/experiments/fcnc-kaon-pion.ts'
import { resolveModel } from '../../src/models/index.ts'
import { pseudoscalarBranching } from '../../src/processes/flavour-changing.ts'
import { ask, only, relative } from './limits.ts'

const OPEN = Number.POSITIVE_INFINITY

describe('flavour-changing decays', () => {
  it.each([
    [bKaon, 'b-kaon', 4.1e4, 1.6e-5],
    [kaonPion, 'kaon-pion', 126, 1.78e-10],
  ] as const)(
    '$0.id excludes the benchmark of bernal-2022, c = −0.1 at 40 MeV, with and without the hidden scalar',
    async (entry, channel, branching, limit) => {
      const constraint = await entry.prepare(assume())
      for (const model of ['bernal:c=-0.1,tanEta=-0.75', 'bernal:c=-0.1,tanEta=-0.75,cPhi=40']) {
        const boson = bosonAt(resolveModel(model), 0.04, 5.85e-4, assume())
        const verdict = constraint.strength(boson)
        if (isSilent(verdict)) throw new Error(verdict.silent)
        expect(relative(pseudoscalarBranching(boson, channel), branching)).toBeLessThan(0.02)
        expect(
          relative(verdict, (pseudoscalarBranching(boson, channel) * branchingRatios(partialWidths(boson)).neutrinos) / limit),
        ).toBeLessThan(1e-12)
        expect(verdict).toBeGreaterThan(1e6)
        const [lo, hi] = await only(entry, model, 0.04)
        expect(relative(lo, 5.85e-4 / Math.sqrt(verdict))).toBeLessThan(1e-9)
        expect(hi).toBe(OPEN)
      }
    },
  )

  it.each([bKaon, kaonPion])('$id is silent, with the reason, where CKM mixing rotates the up quarks', async (entry) => {
    expect((await ask(entry, 'bernal', 0.04, { ckm: 'up-aligned' })).silent).toMatch(/up quarks alone \(ckm=up-aligned\)/)
  })

  it.each([bKaon, kaonPion])('$id is silent for universal quark charges', async (entry) => {
    for (const model of ['bernal:c=2/3', 'mu-tau', 'b-l', 'b-3mu', 'dark-photon', 'muon-nu']) {
      expect((await ask(entry, model, 0.04)).silent).toBe('universal quark charges: no flavour-changing couplings')
    }
  })

  it('act on any model whose quark families differ', async () => {
    const [lo] = await only(bKaon, 'B3-Ltau', 0.01)
    expect(lo).toBeLessThan(1e-7)
    const [kaons] = await only(kaonPion, 'B1-B2+Lmu-Ltau', 0.01)
    expect(kaons).toBeLessThan(1e-11)
  })

  it('are silent above threshold', async () => {
    expect((await ask(kaonPion, 'bernal', M_KAON - M_PION)).silent).toBe('mass above threshold, 0.3541 GeV')
    expect((await ask(bKaon, 'bernal', 5)).silent).toBe('mass above threshold, 4.786 GeV')
  })

  it('a boson that no search sees still may not outgrow the meson: in the window of pions the limit is the total width', async () => {
    const [inside] = await only(kaonPion, 'bernal', 0.0999)
    const [outside] = await only(kaonPion, 'bernal', 0.13)
    const boson = bosonAt(resolveModel('bernal'), 0.13, outside, assume())
    expect(relative(pseudoscalarBranching(boson, 'kaon-pion'), 1)).toBeLessThan(1e-9)
    expect(outside / inside).toBeGreaterThan(1e4)
  })

  it('the limit on g grows with the mass: the longitudinal boson', async () => {
    const [light] = await only(bKaon, 'bernal', 5e-3)
    const [heavy] = await only(bKaon, 'bernal', 5e-2)
    expect(relative(heavy / light, 10)).toBeLessThan(1e-2)
  })

  it('say that their numbers are not confirmed', async () => {
    for (const entry of [bKaon, kaonPion]) expect((await entry.prepare(assume())).unverified).toMatch(/from memory/)
  })
})
