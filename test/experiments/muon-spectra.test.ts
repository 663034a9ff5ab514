import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { type EventSpectrum, isSilent } from '../../src/constraints/index.ts'
import { type Boson, bosonAt } from '../../src/couplings/index.ts'
import { WITH_SPECTRA } from '../../src/experiments/index.ts'
import {
  expectedEvents,
  type MuonRun,
  muonSpectrum,
  NA64MU,
  NA64MU_1E11,
  outgoingMuons,
  runText,
} from '../../src/experiments/na64/index.ts'
import { spectrumTable } from '../../src/figures/spectrum.ts'
import { resolveModel } from '../../src/models/index.ts'
import { integrate } from '../../src/numerics/index.ts'

const ASSUMPTIONS = assume()
const boson = (model: string, mass: number, coupling: number): Boson => bosonAt(resolveModel(model), mass, coupling, ASSUMPTIONS)
const off = (value: number, expected: number): number => Math.abs(value / expected - 1)
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function countsOf({ withBoson }: EventSpectrum, one: Boson): number[] {
  const counts = withBoson(one)
  if (isSilent(counts)) throw new TypeError(counts.silent)
  return [...counts]
}

function inWindow(spectrum: EventSpectrum, one: Boson): number {
  const [least, greatest] = spectrum.window!
  return sum(countsOf(spectrum, one).filter((_, b) => spectrum.bins[b][0] >= least && spectrum.bins[b][1] <= greatest))
}

const BOSONS = [
  ['mu-tau', 1e-6, 5e-4],
  ['mu-tau', 0.01, 5e-4],
  ['mu-tau', 0.1, 5e-4],
  ['mu-tau', 0.5, 1e-2],
  ['mu-tau', 2.9, 0.1],
  ['dark-photon', 0.003, 1e-4],
  ['b-l', 0.03, 3e-4],
] as const

describe('spectra of outgoing muons', () => {
  it.each(NA64MU.map((entry) => [entry.id, entry] as const))('%s: the window adds up to the events of the limit', async (_, entry) => {
    const constraint = await entry.prepare(ASSUMPTIONS)
    const [spectrum] = constraint.spectra!()
    expect(spectrum.window).toEqual(entry.run.window)
    for (const [model, mass, coupling] of BOSONS) {
      const one = boson(model, mass, coupling)
      const found = inWindow(spectrum, one)
      expect(off(found, expectedEvents(one, entry.run)), `${model} ${mass}`).toBeLessThan(1e-4)
      expect(off(found, (constraint.strength(one) as number) * entry.run.limit), `${model} ${mass}`).toBeLessThan(1e-4)
    }
  })

  it('every bin holds the integral of the density over its energies, in GeV', () => {
    const spectrum = muonSpectrum(NA64MU_1E11)
    const one = boson('mu-tau', 0.1, 5e-4)
    const density = outgoingMuons(one, NA64MU_1E11)
    const counts = countsOf(spectrum, one)
    for (const [b, [from, to]] of spectrum.bins.entries())
      expect(off(counts[b], integrate(density, Math.max(from, 0.1056583755), Math.min(to, 160 - 0.1), { relTol: 1e-8 }))).toBeLessThan(1e-5)
  })

  it('bins join from nothing to the energy of the beam, with the window at their edges', () => {
    const runs: MuonRun[] = [
      NA64MU_1E11,
      { ...NA64MU_1E11, beam_GeV: 100, window: [7, 50] },
      { ...NA64MU_1E11, beam_GeV: 3, window: [0.5, 3] },
    ]
    for (const run of runs) {
      const { bins, window, unit } = muonSpectrum(run)
      expect([bins[0][0], bins[bins.length - 1][1], unit]).toEqual([0, run.beam_GeV, 'GeV'])
      for (const [b, [from, to]] of bins.entries()) {
        expect(to).toBeGreaterThan(from)
        if (b > 0) expect(from).toBe(bins[b - 1][1])
      }
      const edges = [0, ...bins.map(([, to]) => to)]
      for (const edge of window!) expect(edges).toContain(edge)
    }
    expect(muonSpectrum(NA64MU_1E11).bins).toHaveLength(32)
  })

  it('go as muons on target, efficiency and the square of the coupling', () => {
    const one = boson('mu-tau', 0.1, 5e-4)
    const plain = countsOf(muonSpectrum(NA64MU_1E11), one)
    const changes = [{ muons: 4e11 }, { efficiency: 0.25 }, { radiationLengths: 10 }]
    for (const [i, factor] of [4, 0.25, 0.25].entries()) {
      const changed = countsOf(muonSpectrum({ ...NA64MU_1E11, ...changes[i] }), one)
      for (const [b, count] of changed.entries()) expect(off(count, factor * plain[b])).toBeLessThan(1e-9)
    }
    const brighter = countsOf(muonSpectrum(NA64MU_1E11), boson('mu-tau', 0.1, 1e-3))
    for (const [b, count] of brighter.entries()) expect(off(count, 4 * plain[b])).toBeLessThan(1e-3)
  })

  it('are softer for heavier bosons', () => {
    const spectrum = muonSpectrum(NA64MU_1E11)
    const mean = (mass: number): number => {
      const counts = countsOf(spectrum, boson('mu-tau', mass, 1e-3))
      return sum(counts.map((count, b) => (count * (spectrum.bins[b][0] + spectrum.bins[b][1])) / 2)) / sum(counts)
    }
    const means = [0.003, 0.03, 0.3, 2].map(mean)
    expect(means.toSorted((a, b) => b - a)).toEqual(means)
  })

  it('are zeros without a coupling to muons, with the reason', () => {
    const spectrum = muonSpectrum(NA64MU_1E11)
    const silent = bosonAt(resolveModel('e-tau'), 0.1, 1e-3, assume('default', { kineticMixing: 'none' }))
    const { rows, silent: reason } = spectrumTable(spectrum, silent)
    expect(reason).toBe('does not couple to muons')
    expect(rows.every((row) => row.withBoson === 0)).toBe(true)
  })

  it('expect nothing without a boson, and say that this is assumed', () => {
    const spectrum = muonSpectrum(NA64MU_1E11)
    const { rows, window } = spectrumTable(spectrum)
    expect(rows[2]).toEqual({ from: 10, to: 15 })
    expect(window).toEqual([10, 100])
    expect(spectrum.remark).toMatch(
      /^1e11 muons of 160 GeV on 40 radiation lengths of lead, .*10 to 100 GeV count; no background is assumed/,
    )
    expect(runText({ ...NA64MU_1E11, muons: 1.98e10 })).toMatch(/^1\.98e10 muons/)
  })

  it('end where nuclei do not stay whole', () => {
    expect(() => muonSpectrum(NA64MU_1E11).withBoson(boson('mu-tau', 3.01, 1e-3))).toThrowError(/^mass: 3\.01 .*3 GeV/)
  })

  it('hold no NaN, down to bosons without mass to speak of', () => {
    const spectrum = muonSpectrum(NA64MU_1E11)
    fc.assert(
      fc.property(
        fc.constantFrom('mu-tau', 'b-l', 'dark-photon', 'mu_R'),
        fc.double({ min: -24, max: 0.47, noNaN: true }),
        fc.double({ min: -12, max: 0, noNaN: true }),
        (model, logMass, logCoupling) => {
          const counts = countsOf(spectrum, boson(model, 10 ** logMass, 10 ** logCoupling))
          expect(counts.every((count) => Number.isFinite(count) && count >= 0)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('stand among those that have spectra', () => {
    expect(WITH_SPECTRA.filter(({ id }) => id.startsWith('na64mu')).map(({ id }) => id)).toEqual([
      'na64mu-2024',
      'na64mu-1e11',
      'na64mu-1e12',
    ])
  })
})
