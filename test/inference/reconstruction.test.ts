import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { isSilent } from '../../src/constraints/index.ts'
import { couplingRay } from '../../src/couplings/index.ts'
import { combine, type Fit, fit, fitRegions, mockConstraints, modelSpace, withMixing } from '../../src/inference/index.ts'
import { resolveModel } from '../../src/models/index.ts'
import { Session } from '../../src/session.ts'
import { close } from './toys.ts'

const session = new Session(assume('foldenauer-2021'))
const IDS = ['na64mu-1e11', 'ess10', 'ess', 'ccm', 'cenns610', 'darwin-1kev']
const [MASS, COUPLING] = [0.03, 5.5e-4]
const RANGES = { masses: [5e-3, 0.2], couplings: [1e-4, 3e-3] } as const
const MIXED = 'log:1.77686GeV'
const planned = await session.constraints(IDS)
const data = (model: string, mixing?: string) =>
  mockConstraints(planned, (own) => couplingRay(resolveModel(model), MASS, withMixing(own, mixing)).at(COUPLING))
const fitTo = (constraints: ReturnType<typeof data>, ids: readonly string[], model: string, kineticMixing?: string): Fit =>
  fit(combine(constraints.filter(({ entry }) => ids.includes(entry.id))), modelSpace(resolveModel(model), { ...RANGES, kineticMixing }))

describe('data of a boson', () => {
  it('give it back: the best fit of the expectation itself is the truth, whatever is combined', () => {
    const constraints = data('mu-tau')
    const found = fitTo(constraints, IDS, 'mu-tau')
    close(found.best.point[0], MASS, 1e-3)
    close(found.best.point[1], COUPLING, 1e-3)
    close(found.best.value, 0, 1e-6)
    close(found.deltaChi2([MASS, COUPLING]), 0, 1e-6)
  })

  it('are pinned down by more experiments: no mass of the combination is outside what each allows, and fewer are left', () => {
    const constraints = data('mu-tau')
    const massesOf = (ids: readonly string[]): [number, number] => {
      const [{ columns }] = fitRegions(fitTo(constraints, ids, 'mu-tau'), [0.9])
      const inside = columns.filter(({ result }) => !isSilent(result) && result.length > 0).map(({ at }) => at)
      return [inside[0], inside[inside.length - 1]]
    }
    const [alone, withSources, all] = [['na64mu-1e11'], IDS.slice(0, -1), IDS].map(massesOf)
    // NA64μ alone knows the coupling and not the mass.
    expect(alone[0]).toBe(RANGES.masses[0])
    expect(withSources[0]).toBeGreaterThan(alone[0])
    expect(all[0]).toBeGreaterThan(withSources[0])
    expect(all[1] / all[0]).toBeLessThan(3)
    expect(all[0]).toBeLessThan(MASS)
    expect(all[1]).toBeGreaterThan(MASS)
  })

  it('of Lμ are those of Lμ−Lτ for muons and the neutrinos of pions; ν_τ in DARWIN tell them apart', () => {
    const constraints = data('mu', MIXED)
    const terrestrial = IDS.slice(0, -1)
    expect(fitTo(constraints, terrestrial, 'mu-tau').best.value).toBeLessThan(0.1)
    const taken = fitTo(constraints, IDS, 'mu-tau')
    expect(taken.best.value).toBeGreaterThan(9)
    close(fitTo(constraints, IDS, 'mu', MIXED).best.value, 0, 1e-6)
    // A deficit where Lμ−Lτ gives an excess.
    const [darwin] = constraints.filter(({ entry }) => entry.id === 'darwin-1kev')
    const { counts, data: counted } = darwin.likelihood!.binned!
    const standard = counts.standard.reduce((sum, n) => sum + n, 0)
    expect(counted.observed[0]).toBeLessThan(standard)
    const [other] = data('mu-tau').filter(({ entry }) => entry.id === 'darwin-1kev')
    expect(other.likelihood!.binned!.data.observed[0]).toBeGreaterThan(standard)
  })
})
