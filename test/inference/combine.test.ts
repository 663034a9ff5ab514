import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { type Constraint, isSilent } from '../../src/constraints/index.ts'
import { couplingRay } from '../../src/couplings/index.ts'
import { InputError } from '../../src/errors.ts'
import { NA64MU_2024 } from '../../src/experiments/na64/index.ts'
import { combine } from '../../src/inference/index.ts'
import { resolveModel } from '../../src/models/index.ts'
import { minimise } from '../../src/numerics/index.ts'
import { Session } from '../../src/session.ts'
import { close, growingCounts, toyConstraint } from './toys.ts'

const model = resolveModel('mu-tau')
const MASS = 0.02

describe('the likelihood of one constraint', () => {
  const asimov = { 'statistic.projection': 'asimov', cenns10: 'release' }
  const measured = [
    ['borexino-2017', 1.642],
    ['borexino-2011', 1.642],
    ['xenon1t-2020', 1.642],
    ['xenonnt-er-2022', 1.642],
    ['lz-er-2022', 1.642],
    ['lz-er-2024', 1.642],
    ['xenonnt-8b-2024', 1.642],
    ['cenns10-2020', 2.706],
    ['coherent-csi-2017', 2.706],
    ['coherent-csi-2021', 2.706],
    ['ess', 2.706],
    ['ccm', 2.706],
  ] as const

  it.each(measured)('%s gives its own limit: Δχ² grows by the threshold with the strength', async (id, threshold) => {
    const session = new Session(assume('default', asimov))
    const constraint = await session.constraint(id)
    const ray = couplingRay(model, MASS, session.assumptions)
    const line = combine([constraint]).along(() => ray)
    const intervals = constraint.intervals(ray)
    if (isSilent(intervals)) throw new Error(intervals.silent)
    const edge = intervals[intervals.length - 1][0]
    const strength = (coupling: number): number => constraint.strength(ray.at(coupling)) as number
    for (const factor of [1.05, 1.2, 1.5, 2]) {
      const grown = line.profiled(factor * edge) - line.profiled(edge)
      close(grown, threshold * (strength(factor * edge) - 1), 1e-7, id)
      expect(grown).toBeGreaterThan(0)
    }
  })

  it('is χ² of the band for g−2, of either sign', async () => {
    for (const gMinus2 of ['fnal-2021', 'final-2025']) {
      const session = new Session(assume('default', { gMinus2 }))
      const constraint = await session.constraint('g-2-muon')
      const ray = couplingRay(model, MASS, session.assumptions)
      const line = combine([constraint]).along(() => ray)
      const edges = (constraint.intervals(ray) as readonly (readonly [number, number])[]).flat().filter((edge) => Number.isFinite(edge))
      for (const edge of edges) close(line.profiled(edge), 4, 1e-9)
      expect(edges.length).toBe(gMinus2 === 'fnal-2021' ? 2 : 1)
    }
  })

  it('is χ² at 1.96σ for tridents, with the error of the side that the prediction is on', async () => {
    const session = new Session()
    for (const id of ['ccfr-1991', 'charm2-trident', 'nutev-trident']) {
      const constraint = await session.constraint(id)
      const ray = couplingRay(model, 0.1, session.assumptions)
      const line = combine([constraint]).along(() => ray)
      const [[edge]] = constraint.intervals(ray) as readonly (readonly [number, number])[]
      close(line.profiled(edge), 1.96 ** 2, 1e-9, id)
    }
    const [nutev] = await session.constraints(['nutev-trident'])
    // 0.72 + 1.73 − 0.72: without a boson the prediction lies above.
    close(combine([nutev]).standard(), ((1 - 0.72) / 1.73) ** 2, 1e-12)
  })

  it('is twice the events expected where none was seen', async () => {
    const session = new Session()
    const constraint = await session.constraint('na64mu-2024')
    const ray = couplingRay(model, MASS, session.assumptions)
    const line = combine([constraint]).along(() => ray)
    for (const coupling of [1e-4, 3e-4, 1e-3]) {
      close(line.profiled(coupling), 2 * NA64MU_2024.limit * (constraint.strength(ray.at(coupling)) as number), 1e-4)
    }
  })

  it('is Δχ² at the edge for the median exclusion of a future detector', async () => {
    const session = new Session(assume('default', asimov))
    for (const id of ['darwin-er', 'lz-nr-er', 'darwin-1kev']) {
      const constraint = await session.constraint(id)
      const ray = couplingRay(resolveModel('b-l'), MASS, session.assumptions)
      const line = combine([constraint]).along(() => ray)
      const edge = (constraint.intervals(ray) as readonly (readonly [number, number])[]).at(-1)![0]
      close(line.profiled(edge), 1.642, 1e-6, id)
      close(line.profiled(0), 0, 1e-12)
    }
  })
})

/** The least of the likelihoods' sum over all nuisances, each id once, by searches along one nuisance after the other. */
function searched(constraints: readonly Constraint[], coupling: number): number {
  const ids = [...new Set(constraints.flatMap(({ likelihood }) => likelihood!.nuisances.map(({ id }) => id)))]
  const all = ids.map((id) => constraints.flatMap(({ likelihood }) => likelihood!.nuisances).find((one) => one.id === id)!)
  const theta = new Map(all.map(({ id, central }) => [id, central]))
  const bosons = constraints.map(({ assumptions }) => couplingRay(model, MASS, assumptions).at(coupling))
  const value = (): number => {
    const terms = all.reduce((sum, { id, central, sigma }) => sum + ((theta.get(id)! - central) / sigma) ** 2, 0)
    const data = constraints.map(({ likelihood }, i) =>
      likelihood!.minus2LogL(
        bosons[i],
        likelihood!.nuisances.map(({ id }) => theta.get(id)!),
      ),
    )
    return data.reduce((sum, one) => sum + one, terms)
  }
  let least = value()
  for (let sweep = 0; sweep < 60; sweep++) {
    for (const { id } of all) {
      const middle = theta.get(id)!
      const along = (x: number): number => {
        theta.set(id, x)
        return value()
      }
      theta.set(id, minimise(along, 0.5 * middle, 1.5 * middle, 1e-7).x)
    }
    const next = value()
    if (least - next < 1e-9) break
    least = next
  }
  return least
}

describe('experiments that share a nuisance', () => {
  it('are minimised together: what a search over all nuisances finds', async () => {
    const session = new Session(assume('default', { cenns10: 'release' }))
    const constraints = await session.constraints(['coherent-csi-2021', 'cenns10-2020'])
    const joint = combine(constraints)
    expect(joint.nuisances.map(({ id }) => id)).toEqual([
      'flux.sns',
      'coherent-csi-2021.signal',
      'coherent-csi-2021.neutrons',
      'coherent-csi-2021.steady',
      'cenns10.signal',
      'cenns10.neutrons',
    ])
    const ray = couplingRay(model, MASS, session.assumptions)
    const line = joint.along(() => ray)
    for (const coupling of [3e-4, 1e-3]) {
      const together = line.profiled(coupling)
      close(together, searched(constraints, coupling), 1e-7)
      const apart = constraints.reduce(
        (sum, one) =>
          sum +
          combine([one])
            .along(() => ray)
            .profiled(coupling),
        0,
      )
      expect(together).toBeGreaterThan(apart + 1e-4)
    }
  })

  it('of one flux are one measurement of it: closed form', () => {
    // n_i = θ s_i ± σ_i with θ = 1 ± τ: χ² of correlated errors, V = diag σ² + τ² s sᵀ.
    const signals = [100, 250]
    const sigmas = [6, 9]
    const observed = [118, 262]
    const flux = { id: 'flux', central: 1, sigma: 0.1 }
    const constraints = signals.map((signal, i) =>
      toyConstraint(`toy-${i}`, growingCounts([signal], [0]), {
        observed: Float64Array.of(observed[i]),
        model: { bins: 1, components: [[0]], nuisances: [flux], sigmas: Float64Array.of(sigmas[i]) },
      }),
    )
    const [a, b] = signals.map((signal, i) => observed[i] - signal)
    const [vaa, vbb] = signals.map((signal, i) => sigmas[i] ** 2 + (0.1 * signal) ** 2)
    const vab = 0.1 ** 2 * signals[0] * signals[1]
    const expected = (vbb * a * a - 2 * vab * a * b + vaa * b * b) / (vaa * vbb - vab * vab)
    const joint = combine(constraints)
    close(joint.standard(), expected, 1e-9)
    // Weighted mean of what each bin says of the flux.
    const weights = signals.map((signal, i) => (signal / sigmas[i]) ** 2)
    const pulls = signals.map((signal, i) => observed[i] / signal)
    const best = (weights[0] * pulls[0] + weights[1] * pulls[1] + 100) / (weights[0] + weights[1] + 100)
    close(joint.best[0], best, 1e-6)
  })

  it('must agree about it', () => {
    const toy = (id: string, sigma: number) =>
      toyConstraint(id, growingCounts([10], [1]), {
        observed: Float64Array.of(10),
        model: { bins: 1, components: [[0]], nuisances: [{ id: 'flux', central: 1, sigma }] },
      })
    expect(() => combine([toy('a', 0.1), toy('b', 0.2)])).toThrow(/flux: is 1 ± 0.1 for one data set and 1 ± 0.2 for another/)
    expect(combine([toy('a', 0.1), toy('b', 0.1 + 1e-16)]).nuisances.filter(({ id }) => id === 'flux')).toHaveLength(1)
  })
})

describe('a combination', () => {
  it('asks constraints under their own assumptions', async () => {
    const session = new Session()
    const names = ['g-2-muon@gMinus2=fnal-2021', 'borexino-2017']
    const joint = combine(await session.constraints(names))
    const boson = session.boson('mu-tau', MASS, 5e-4)
    const apart = await Promise.all(names.map(async (name) => combine([await session.constraint(name)]).profiled(boson)))
    close(joint.profiled(boson), apart[0] + apart[1], 1e-12)
    expect(apart[0]).toBeLessThan(combine([await session.constraint('g-2-muon')]).profiled(boson))
  })

  it('at nuisances of its best is its best, and no other nuisances do better', async () => {
    const session = new Session()
    const joint = combine(await session.constraints(['borexino-2017', 'xenon1t-2020', 'lz-er-2024']))
    const boson = session.boson('b-l', 0.01, 2e-6)
    const best = joint.profiled(boson)
    const theta = joint.best.slice()
    close(joint.minus2LogL(boson, theta), best, 1e-12)
    for (const [k] of theta.entries()) {
      for (const step of [-1e-3, 1e-3]) {
        expect(joint.minus2LogL(boson, theta.with(k, theta[k] + step))).toBeGreaterThan(best)
      }
    }
  })

  it('does not change with what was asked before', async () => {
    const session = new Session()
    const ids = ['borexino-2017', 'cenns10-2020', 'xenon1t-2020', 'na64mu-2024']
    const busy = combine(await session.constraints(ids))
    for (const [mass, coupling] of [
      [0.01, 1e-3],
      [0.3, 1e-5],
      [0.002, 1e-2],
      [0.05, 5e-4],
    ] as const) {
      const boson = session.boson('mu-tau', mass, coupling)
      close(busy.profiled(boson), combine(await session.constraints(ids)).profiled(boson), 1e-10)
      close(busy.standard(), combine(await session.constraints(ids)).standard(), 1e-10)
    }
  })

  it('is told by name what has no likelihood, and what would count twice', async () => {
    const session = new Session()
    const refused = async (...ids: string[]) => combine(await session.constraints(ids))
    await expect(refused('g-2-muon', 'babar-inv-2017')).rejects.toThrow(/constraint: babar-inv-2017 has no likelihood/)
    await expect(refused('perturbativity')).rejects.toThrow(/perturbativity has no likelihood, only a limit; leave it out/)
    await expect(refused('coherent-csi-2017', 'coherent-csi-2021')).rejects.toThrow(/are the same data/)
    await expect(refused('darwin-1kev', 'darwin-nr')).rejects.toThrow(/are the same data/)
    await expect(refused('g-2-muon', 'g-2-muon@gMinus2=fnal-2021')).rejects.toThrow(/g-2-muon is given twice/)
    expect(() => combine([])).toThrow(InputError)
  })

  it('takes a published limit as a rate measured as zero, when asked to', async () => {
    const session = new Session()
    const [g2, babar, lma, edge] = await session.constraints(['g-2-muon', 'babar-4mu-2016', 'lma', 'perturbativity'])
    const boson = session.boson('mu-tau', 1, 1e-3)
    const joint = combine([g2], [babar])
    const strength = babar.strength(boson) as number
    close(joint.profiled(boson) - combine([g2]).profiled(boson), 1.6423744 * strength ** 2, 1e-7)
    expect(joint.approximations.map(({ statement }) => statement)).toEqual([
      'Δχ² = 1.642 (signal/limit)²: a rate measured as zero, Gaussian, whose one-sided 90 % limit is the published one',
    ])
    expect(() => combine([g2], [lma])).toThrow(/approximate: lma cannot be/)
    expect(() => combine([g2], [edge])).toThrow(/approximate: perturbativity cannot be: a bound without a confidence level/)
    expect(() => combine([], [g2])).toThrow(/approximate: g-2-muon has a likelihood of its own/)
    // Where the limit is silent it adds nothing.
    const light = session.boson('mu-tau', 0.01, 1e-3)
    expect(joint.profiled(light)).toBe(combine([g2]).profiled(light))
  })

  it('tells what has nothing to say', async () => {
    const session = new Session()
    const joint = combine(await session.constraints(['g-2-muon', 'cenns10-2020']))
    const ray = couplingRay(resolveModel('mu'), MASS, session.assumptions)
    expect(joint.silentAt(() => ray).map(([{ entry }]) => entry.id)).toEqual(['cenns10-2020'])
  })
})
