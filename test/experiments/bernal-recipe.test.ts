import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { G_FERMI, SIN2_WEINBERG } from '../../src/constants.ts'
import { type Entry, isSilent } from '../../src/constraints/index.ts'
import { bosonAt, contactNsi, couplingRay } from '../../src/couplings/index.ts'
import { borexino2017 } from '../../src/experiments/borexino-2017.ts'
import { bKaon } from '../../src/experiments/fcnc-b-kaon.ts'
import { gMinus2Muon } from '../../src/experiments/g-2-muon.ts'
import { na62Kaon } from '../../src/experiments/kaons/na62-kaon.ts'
import { lma } from '../../src/experiments/lma.ts'
import { lmaDark } from '../../src/experiments/lma-dark.ts'
import { whiteDwarf } from '../../src/experiments/white-dwarf.ts'
import { resolveModel } from '../../src/models/index.ts'
import { relative } from './limits.ts'

const ASSUMPTIONS = assume('bernal-2022')

/** The only stretch of couplings an entry excludes or prefers under the paper's own assumptions. */
async function stretch(entry: Entry, model: string, mass: number): Promise<readonly [number, number]> {
  const result = (await entry.prepare(ASSUMPTIONS)).intervals(couplingRay(resolveModel(model), mass, ASSUMPTIONS))
  if (isSilent(result) || result.length !== 1) throw new Error(JSON.stringify(result))
  return result[0]
}

describe('the recipe of bernal-2022', () => {
  it('eq. (20): g_μ of 3.5e-4 to 7e-4 at 10 MeV', async () => {
    const [low, high] = await stretch(gMinus2Muon, 'mu-tau', 0.01)
    expect(relative(low, 3.5e-4)).toBeLessThan(0.015)
    expect(relative(high, 7e-4)).toBeLessThan(0.015)
  })

  it('eq. (19): in terms of g the band moves by 1 − c (1 − 1/tan η)', async () => {
    const [low, high] = await stretch(gMinus2Muon, 'mu-tau', 0.01)
    const found = await stretch(gMinus2Muon, 'bernal:c=-0.1,tanEta=-0.75', 0.01)
    expect(relative(found[0], low / (1 + 0.7 / 3))).toBeLessThan(1e-6)
    expect(relative(found[1], high / (1 + 0.7 / 3))).toBeLessThan(1e-6)
  })

  it('|ε^e| < 2, eqs. (9) and (34)', async () => {
    const [edge] = await stretch(borexino2017, 'bernal', 0.04)
    expect(relative(contactNsi(bosonAt(resolveModel('bernal'), 0.04, edge, ASSUMPTIONS), 'mu', 'e'), 2)).toBeLessThan(1e-9)
  })

  it('eq. (32): g < 0.003 m / 5 MeV', async () => {
    expect(relative((await stretch(na62Kaon, 'bernal', 0.02))[0], 0.012)).toBeLessThan(1e-7)
  })

  it('eq. (35), with e ε for ε: |c_e c_ν|/m² of 1.12e-5 /GeV², interference included', async () => {
    // Σ_α (C_α + x)² = 2 Σ_α C_α² for x on ν_μ and ν_τ, as the entry solves it
    const [edge] = await stretch(whiteDwarf, 'bernal', 0.02)
    const { e, nu_mu } = bosonAt(resolveModel('bernal'), 0.02, edge, ASSUMPTIONS).couplingsAt(0)
    const x = (e.vector * nu_mu.vector) / (Math.SQRT2 * G_FERMI * 0.02 ** 2)
    const [own, others] = [0.5 + 2 * SIN2_WEINBERG, -0.5 + 2 * SIN2_WEINBERG]
    expect(relative(own ** 2 + 2 * (others + x) ** 2, 2 * (own ** 2 + 2 * others ** 2))).toBeLessThan(1e-7)
    expect(relative(x * Math.SQRT2 * G_FERMI, 1.12e-5)).toBeLessThan(0.1)
  })

  it('LMA and LMA-Dark do not overlap, and flavour change excludes both at c = −0.1', async () => {
    const [[, top], [bottom]] = [await stretch(lma, 'bernal', 0.04), await stretch(lmaDark, 'bernal', 0.04)]
    expect(relative(bottom / top, Math.sqrt(2 / 1.422))).toBeLessThan(1e-6)
    expect((await stretch(bKaon, 'bernal', 0.04))[0]).toBeLessThan(top / 1e3)
  })
})
