import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assume } from '../../../src/assumptions.ts'
import { OSCILLATION } from '../../../src/data/nufit.ts'
import { mixingProbabilities, pmns } from '../../../src/neutrinos/pmns.ts'
import { decoherenceWeakening, flavourBasisRate, massBasisRate, nonElectronShare } from '../../../src/neutrinos/solar/decoherence.ts'
import { loadSun } from '../../../src/neutrinos/solar/sun.ts'

const unit = fc.double({ min: 0, max: 1, noNaN: true })
const amplitude = fc.double({ min: -2, max: 2, noNaN: true })

describe('decoherence (gninenko-2020)', () => {
  it('changes no rate: mass and flavour basis agree, interference included', () => {
    fc.assert(
      fc.property(fc.tuple(unit, unit, unit, unit), fc.tuple(unit, unit), fc.tuple(amplitude, amplitude, amplitude), (set, split, G) => {
        const [theta12_deg, theta13_deg, theta23_deg] = set.map((x) => 90 * x)
        const mixing = pmns({ theta12_deg, theta13_deg, theta23_deg, deltaCP_deg: 360 * set[3] })
        const w = [split[0] * split[1], split[0] * (1 - split[1]), 1 - split[0]] as const
        const u = mixingProbabilities(mixing)
        const P = [0, 3, 6].map((a) => u[a] * w[0] + u[a + 1] * w[1] + u[a + 2] * w[2]) as [number, number, number]
        expect(Math.abs(massBasisRate(w, G, mixing) - flavourBasisRate(P, G))).toBeLessThan(1e-13)
      }),
    )
  })

  it.each([
    ['nufit-4.0', 0.45250471, 0.4757693, 1.1017204, 1.087998, -0.10296651, -0.092843942],
    ['nufit-4.0-sk', 0.45250471, 0.4757693, 1.1017204, 1.087998, -0.10322194, -0.093539235],
    ['nufit-6.0', 0.45035459, 0.47352316, 1.1030331, 1.0892859, -0.09767469, -0.083961689],
    ['nufit-5.0-sk', 0.44776211, 0.47148837, 1.1046262, 1.0904592, -0.10518514, -0.092789451],
  ] as const)(
    '%s: 1 − Σ|U_ei|⁴, the same with matter, and what limits lose',
    async (oscillation, vacuum, matter, lost, lostMatter, dP, dPMatter) => {
      const share = nonElectronShare(pmns(OSCILLATION[oscillation]))
      expect(Math.abs(share / vacuum - 1)).toBeLessThan(1e-7)
      expect(Math.abs(decoherenceWeakening(share) / lost - 1)).toBeLessThan(1e-7)
      const solar = (survival: 'msw' | 'vacuum') => loadSun(assume('default', { oscillation, survival }))
      const msw = (await solar('msw')).probabilities('7Be', 0.8613)
      expect(Math.abs(1 - msw[0] - matter)).toBeLessThan(1.5e-5)
      expect(Math.abs(decoherenceWeakening(1 - msw[0]) / lostMatter - 1)).toBeLessThan(1e-5)
      expect(Math.abs(msw[1] - msw[2] - dPMatter)).toBeLessThan(1.5e-5)
      const averaged = (await solar('vacuum')).probabilities('7Be', 0.8613)
      expect(1 - averaged[0]).toBeCloseTo(share, 14)
      expect(Math.abs(averaged[1] - averaged[2] - dP)).toBeLessThan(1e-8)
    },
  )

  it('(0.66/0.45)^1/4 is 1.10, not the 1.11 printed', () => {
    expect(decoherenceWeakening((0.45 * 2) / 3 / 0.66)).toBeCloseTo(1.1004818, 7)
  })
})
