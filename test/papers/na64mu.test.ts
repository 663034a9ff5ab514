import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { InputError } from '../../src/errors.ts'
import { NA64MU_1E11 } from '../../src/experiments/na64/index.ts'
import type { LineLayer } from '../../src/figures/spec.ts'
import { foldenauer2021Na64mu } from '../../src/papers/claims/foldenauer-2021-na64mu.ts'
import { ASSUMED_BENCHMARKS } from '../../src/papers/figures/benchmarks.ts'
import { foldenauer2021Na64mu as figures, muonSpectra } from '../../src/papers/figures/foldenauer-2021-na64mu.ts'
import { muonBand } from '../../src/papers/quantities.ts'
import { couplingForMoment } from '../../src/processes/g-minus-2.ts'

const PAPER = assume('foldenauer-2021')

describe('what foldenauer-2021 says of NA64μ', () => {
  it.each(foldenauer2021Na64mu.map((claim) => [claim.id, claim] as const))('%s is reproduced', async (_, claim) => {
    for (const assumptions of [assume(), PAPER]) {
      const value = await claim.compute(assumptions)
      if (claim.side === 'above') expect(value).toBeGreaterThan(claim.printed)
      else if (claim.side === 'below') expect(value).toBeLessThan(claim.printed)
      else expect(Math.abs(value / claim.printed - 1)).toBeLessThan(claim.tolerance)
    }
  })
})

describe('the spectra of outgoing muons', () => {
  const peaks = (spec: ReturnType<typeof muonSpectra>): number[] =>
    (spec.panels[0].layers.filter(({ id }) => id.startsWith('benchmark')) as LineLayer[]).map(
      ({ paths: [path] }) => [...path].sort((a, b) => b[1] - a[1])[0][0],
    )

  it('peak outside the window for light bosons, inside for heavy ones', () => {
    const found = peaks(muonSpectra(ASSUMED_BENCHMARKS, PAPER))
    expect(found).toEqual([...found].sort((a, b) => b - a))
    expect(found[0]).toBeGreaterThan(140)
    expect(found[3]).toBeGreaterThan(NA64MU_1E11.window[0])
    expect(found[3]).toBeLessThan(NA64MU_1E11.window[1])
  })

  it('are of any bosons, and any run', () => {
    const spec = muonSpectra([{ mass_GeV: 0.2, coupling: 1e-3 }], PAPER, { ...NA64MU_1E11, beam_GeV: 100, window: [5, 50] })
    expect(spec.panels[0].x.max).toBe(100)
    expect(spec.panels[0].layers.map(({ id }) => id)).toEqual(['benchmark-1', 'window-least', 'window-greatest'])
    expect(spec.caption).toMatch(/5 to 50 GeV/)
  })

  it('take other bosons in place of those assumed', async () => {
    const spectra = figures.find(({ id }) => id === 'foldenauer-2021-na64mu-spectra')!
    const spec = await spectra.make(PAPER, [{ mass_GeV: 0.2, coupling: 1e-3 }])
    expect(spec.panels[0].layers.map(({ id }) => id)).toEqual(['benchmark-1', 'window-least', 'window-greatest'])
  })

  it('say that their benchmarks are assumed', async () => {
    for (const figure of figures) expect((await figure.make(PAPER)).caption).toMatch(/stand in pictures only|define in pictures only/)
    expect(muonSpectra(ASSUMED_BENCHMARKS, PAPER).caption).toMatch(/assumed/)
  })

  it('are assumed within the band of (g−2)_μ of 2021', () => {
    const band = muonBand(PAPER)
    for (const { mass_GeV, coupling } of ASSUMED_BENCHMARKS) {
      const [low, high] = band.map((moment) => couplingForMoment(mass_GeV, moment))
      expect(coupling).toBeGreaterThan(low)
      expect(coupling).toBeLessThan(high)
    }
  })

  it('need a boson that the beam can make', () => {
    expect(() => muonSpectra([], PAPER)).toThrow(InputError)
    expect(() => muonSpectra([{ mass_GeV: 200, coupling: 1e-3 }], PAPER)).toThrow(InputError)
  })
})
