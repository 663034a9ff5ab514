import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { isSilent } from '../../src/constraints/index.ts'
import { bosonAt } from '../../src/couplings/index.ts'
import { DARK_MATTER } from '../../src/experiments/dark-matter/index.ts'
import { SPALLATION } from '../../src/experiments/spallation/index.ts'
import { resolveModel } from '../../src/models/index.ts'

const DETECTORS = [...SPALLATION, ...DARK_MATTER]
const named = (id: string) => DETECTORS.find((entry) => entry.id === id)!
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

  it.each<[string, Record<string, string>, number, number | undefined, number | undefined, number]>([
    ['cenns10-2020', {}, 1, 128.2, 0, 159],
    ['cenns10-2020', { cenns10: 'r0.08' }, 1, 113.9, 0, 159],
    ['cenns10-2020', { cenns10: 'release' }, 12, 131.1, 530, 620.2],
    ['xenon1t-2020', {}, 29, undefined, undefined, 1261],
    ['xenon1t-2020', { xenon1t: 'single-bin' }, 28, 53.54, 1221.9 - 53.54, 1235],
    ['xenonnt-8b-2024', {}, 1, 12.38, 26.4, 37],
    ['coherent-csi-2021', {}, 13, 330.5, 1310, 1567],
  ])('%s with %o: the numbers that its statement compares', async (id, settings, bins, neutrinos, background, observed) => {
    const { spectra, statement } = await named(id).prepare(assume('default', settings))
    const [spectrum] = spectra!()
    expect(spectrum.bins).toHaveLength(bins)
    if (neutrinos !== undefined) expect(Math.abs(sum(spectrum.neutrinos) / neutrinos - 1)).toBeLessThan(1e-3)
    if (background !== undefined) expect(Math.abs(sum(spectrum.background) - background)).toBeLessThan(0.5)
    expect(Math.abs(sum(spectrum.observed!) - observed)).toBeLessThan(0.05)
    if (id === 'coherent-csi-2021') expect(statement).toContain('backgrounds of 1310')
    if (id === 'cenns10-2020' && bins === 1) expect(statement).toContain(`against ${neutrinos}`)
  })

  it('leave a gap where a detector leaves bins out', async () => {
    const [{ bins, neutrinos, observed, withBoson }] = (await named('xenonnt-er-2022').prepare(assume())).spectra!()
    expect(bins).toHaveLength(17)
    const gaps = bins.flatMap(([from], b) => (b > 0 && from !== bins[b - 1][1] ? [[bins[b - 1][1], from]] : []))
    expect(gaps).toEqual([
      [30, 50],
      [58, 76],
    ])
    const changed = withBoson(boson(1e-3))
    if (isSilent(changed)) throw new Error(changed.silent)
    for (const counts of [neutrinos, observed!, changed]) expect(Math.min(...counts)).toBeGreaterThan(0)
  })

  it('tell electron recoils that leak in from the nuclear ones that are looked for', async () => {
    const spectra = (await named('darwin-nr').prepare(assume())).spectra!()
    expect(spectra.map(({ channel, about }) => [channel, about])).toEqual([
      ['nr', undefined],
      ['er', 'electron recoils that leak in, 0.5 % of all'],
    ])
    for (const { about } of (await named('darwin-nr-er').prepare(assume())).spectra!()) expect(about).toBeUndefined()
  })
})
