import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { isSilent } from '../../src/constraints/index.ts'
import { bosonAt } from '../../src/couplings/index.ts'
import { DARK_MATTER } from '../../src/experiments/dark-matter/index.ts'
import { SPALLATION } from '../../src/experiments/spallation/index.ts'
import { resolveModel } from '../../src/models/index.ts'

/** One count, not sorted by energy. */
const WITHOUT = DARK_MATTER.find(({ id }) => id === 'xenonnt-8b-2024')!
const DETECTORS = [...SPALLATION, ...DARK_MATTER].filter((entry) => entry !== WITHOUT)
const PLANS = DARK_MATTER.filter(({ source }) => source.where.startsWith('Table II'))
const boson = (coupling: number, model = 'mu-tau') => bosonAt(resolveModel(model), 0.015, coupling, assume())
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0)

describe('recoil spectra', () => {
  it.each(DETECTORS.map((entry) => [entry.id, entry] as const))(
    '%s: ascending bins, counts in each, and a boson that fades',
    async (_, entry) => {
      const spectra = (await entry.prepare(assume())).spectra!()
      expect(spectra.length).toBeGreaterThan(0)
      for (const { bins, neutrinos, background, observed, withBoson } of spectra) {
        expect([neutrinos, background, observed ?? neutrinos].map(({ length }) => length)).toEqual(Array(3).fill(bins.length))
        for (const [b, [from, to]] of bins.entries()) {
          expect(to).toBeGreaterThan(from)
          if (b > 0) expect(from).toBeGreaterThanOrEqual(bins[b - 1][1])
        }
        expect(Math.min(...neutrinos, ...background)).toBeGreaterThanOrEqual(0)
        expect(sum(neutrinos)).toBeGreaterThan(0)
        const [faint, bright] = [withBoson(boson(1e-8)), withBoson(boson(1e-2))]
        if (isSilent(faint) || isSilent(bright)) throw new Error('silent')
        expect(Math.abs(sum(faint) / sum(neutrinos) - 1)).toBeLessThan(1e-6)
        expect(sum(bright)).toBeGreaterThan(2 * sum(neutrinos))
      }
    },
  )

  it.each(PLANS.map((entry) => [entry.id, entry] as const))('%s: bins add up to the counts of the limit', async (_, entry) => {
    const constraint = await entry.prepare(assume())
    const [neutrinos, background] = /([\d.e+]+) solar neutrinos on ([\d.e+]+) others/.exec(constraint.statement)!.slice(1).map(Number)
    const spectra = constraint.spectra!()
    expect(Math.abs(spectra.reduce((total, one) => total + sum(one.neutrinos), 0) / neutrinos - 1)).toBeLessThan(1e-3)
    const found = spectra.reduce((total, one) => total + sum(one.background), 0)
    expect(Math.abs(found - background)).toBeLessThanOrEqual(1e-3 * background)
  })

  it('say why a boson changes nothing', async () => {
    for (const entry of [DARK_MATTER[0], SPALLATION[0]]) {
      const [spectrum] = (await entry.prepare(assume())).spectra!()
      expect(isSilent(spectrum.withBoson(boson(1e-3, 'muon-only')))).toBe(true)
    }
  })

  it('a detector that does not sort recoils has none', async () => {
    expect((await WITHOUT.prepare(assume())).spectra).toBeUndefined()
  })
})
