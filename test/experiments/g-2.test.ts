import { describe, expect, it } from 'vitest'
import { type Assumptions, assume } from '../../src/assumptions.ts'
import type { Interval } from '../../src/constraints/constraint.ts'
import { gMinus2Electron } from '../../src/experiments/g-2-electron.ts'
import { gMinus2Muon } from '../../src/experiments/g-2-muon.ts'
import { Session } from '../../src/session.ts'
import { ask, only, relative } from './limits.ts'

const OPEN = Number.POSITIVE_INFINITY
/** Where Δa = g²/8π², as for m → 0: the next term is π m/m_ℓ of it. */
const LIGHT = 1e-11
const g = (moment: number) => Math.sqrt(8 * Math.PI ** 2 * moment)

describe('g−2 of the muon', () => {
  it.each([
    ['bnl-2006', '2', 279, 76, 3.17, 5.83],
    ['bnl-2006', '1', 279, 76, undefined, undefined],
    ['fnal-2021', '1', 251, 59, 3.894, 4.947],
    ['fnal-2021', '2', 251, 59, 3.241, 5.398],
    ['fnal-2023', '2', 249, 48, 3.476, 5.219],
    ['fnal-2023', '1', 249, 48, undefined, undefined],
  ] as const)('%s at %sσ is a band', async (gMinus2, gMinus2Sigma, value, sigma, printedLow, printedHigh) => {
    const settings = { gMinus2, gMinus2Sigma }
    const n = Number(gMinus2Sigma)
    const { constraint } = await ask(gMinus2Muon, 'mu-tau', LIGHT, settings)
    expect(constraint.kind).toBe('preferred')
    const [lo, hi] = await only(gMinus2Muon, 'mu-tau', LIGHT, settings)
    expect(relative(lo, g((value - n * sigma) * 1e-11))).toBeLessThan(1e-6)
    expect(relative(hi, g((value + n * sigma) * 1e-11))).toBeLessThan(1e-6)
    if (printedLow !== undefined) {
      expect(Math.abs(lo * 1e4 - printedLow)).toBeLessThan(printedLow > 3.2 ? 5.1e-4 : 5.1e-3)
      expect(Math.abs(hi * 1e4 - printedHigh)).toBeLessThan(printedLow > 3.2 ? 5.1e-4 : 5.1e-3)
    }
  })

  it.each([
    ['bnl-2006', 4.69],
    ['fnal-2021', 4.452],
    ['fnal-2023', 4.434],
  ] as const)('%s is met exactly at g = %de-4, where the strength vanishes', async (gMinus2, central) => {
    const { constraint } = await ask(gMinus2Muon, 'mu-tau', LIGHT, { gMinus2 })
    const [lo, hi] = await only(gMinus2Muon, 'mu-tau', LIGHT, { gMinus2 })
    const middle = Math.sqrt((lo * lo + hi * hi) / 2)
    expect(relative(middle * 1e4, central)).toBeLessThan(gMinus2 === 'bnl-2006' ? 1e-3 : 2e-4)
    expect(constraint.kind).toBe('preferred')
  })

  it.each(['1', '2'] as const)('of 2025 is an upper limit, at %sσ too', async (gMinus2Sigma) => {
    const { constraint } = await ask(gMinus2Muon, 'mu-tau', LIGHT, { gMinus2Sigma })
    expect(constraint.kind).toBe('exclusion')
    const [lo, hi] = await only(gMinus2Muon, 'mu-tau', LIGHT, { gMinus2Sigma })
    expect(relative(lo, g((38 + Number(gMinus2Sigma) * 63) * 1e-11))).toBeLessThan(1e-6)
    expect(hi).toBe(OPEN)
    if (gMinus2Sigma === '2') expect(relative(lo, 3.6e-4)).toBeLessThan(1e-3)
  })

  it('keeps its band within one model at every mass: Δa scales as g²', async () => {
    for (const mass of [1e-3, 0.1, 5, 300]) {
      const [lo, hi] = await only(gMinus2Muon, 'b-l', mass, { gMinus2: 'fnal-2021' })
      expect(relative(hi / lo, Math.sqrt((251 + 118) / (251 - 118)))).toBeLessThan(1e-12)
    }
  })

  it('names the confidence of its number of sigmas', async () => {
    const confidence = async (gMinus2Sigma: Assumptions['gMinus2Sigma']) =>
      (await ask(gMinus2Muon, 'mu-tau', 1, { gMinus2Sigma })).constraint.confidence
    expect(await confidence('1')).toBeCloseTo(0.682689492137, 11)
    expect(await confidence('2')).toBeCloseTo(0.954499736104, 11)
  })

  it('is silent on a boson that misses the muon', async () => {
    expect((await ask(gMinus2Muon, 'b-3e', 0.02)).silent).toBe('no coupling to the muon')
    expect((await ask(gMinus2Electron, 'b-3mu', 0.02)).silent).toBe('no coupling to the electron')
  })

  it('prefers nothing where an axial coupling pulls the moment down', async () => {
    const { constraint, intervals, silent } = await ask(gMinus2Muon, 'mu_R', 0.02, { gMinus2: 'fnal-2021' })
    expect([constraint.kind, intervals, silent]).toEqual(['preferred', [], undefined])
    // against the 2025 theory it is excluded by the lower edge, 38 − 126
    const [lo, hi] = await only(gMinus2Muon, 'mu_R', 0.02)
    expect(lo).toBeGreaterThan(0)
    expect(hi).toBe(OPEN)
  })
})

describe('g−2 of the electron', () => {
  it('against rubidium is a limit at 2σ and a band at 1σ', async () => {
    const [lo, hi] = await only(gMinus2Electron, 'b-l', LIGHT)
    expect(relative(lo, g(10.8e-13))).toBeLessThan(1e-5)
    expect(hi).toBe(OPEN)
    const { constraint } = await ask(gMinus2Electron, 'b-l', LIGHT, { gMinus2Sigma: '1' })
    expect(constraint.kind).toBe('preferred')
    const band = await only(gMinus2Electron, 'b-l', LIGHT, { gMinus2Sigma: '1' })
    expect(relative(band[0], g(1.8e-13))).toBeLessThan(1e-5)
    expect(relative(band[1], g(7.8e-13))).toBeLessThan(1e-5)
  })

  it('against caesium prefers a negative shift: none for a vector, a band for an axial coupling', async () => {
    const vector = await ask(gMinus2Electron, 'b-l', 0.02, { gMinus2Electron: 'cs-2018' })
    expect([vector.constraint.kind, vector.intervals]).toEqual(['preferred', []])
    const [lo, hi] = await only(gMinus2Electron, 'e_R', 0.02, { gMinus2Electron: 'cs-2018' })
    // −1.6 and −16 in 1e-13
    expect(relative(hi / lo, Math.sqrt(10))).toBeLessThan(1e-12)
  })
})

describe('the band that bernal-2022 prints', () => {
  it('is (3.5–7)e-4 at 10 MeV for a muon of charge one', async () => {
    const [curve] = await new Session(assume('bernal-2022', { kineticMixing: 'none' })).limits('mu', ['g-2-muon'], [0.01])
    expect(curve.constraint.kind).toBe('preferred')
    expect(curve.constraint.citations).toEqual(['bernal-2022'])
    const [[low, high]] = curve.points[0].result as readonly Interval[]
    expect(Math.abs(low / 3.5e-4 - 1)).toBeLessThan(1e-10)
    expect(Math.abs(high / 7e-4 - 1)).toBeLessThan(1e-10)
  })
})
