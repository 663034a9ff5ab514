import { describe, expect, it } from 'vitest'
import { assume } from '../../src/assumptions.ts'
import { combine, likelihoodTable, modelSpace, type Space } from '../../src/inference/index.ts'
import { resolveModel } from '../../src/models/index.ts'
import { randomStream } from '../../src/numerics/index.ts'
import { Session } from '../../src/session.ts'
import { close } from './toys.ts'

const session = new Session()
const IDS = ['borexino-2017', 'cenns10-2020', 'xenon1t-2020', 'g-2-muon']
const joint = combine(await session.constraints(IDS))
const ranges = { masses: [1e-3, 1], couplings: [1e-5, 1e-2] } as const

/** Points even in the scale of every parameter. */
function points({ parameters }: Space, count: number): Float64Array[] {
  const { uniform } = randomStream(5)
  return Array.from({ length: count }, () =>
    Float64Array.from(parameters, ({ range: [lo, hi], scale }) =>
      scale === 'log' ? lo * (hi / lo) ** uniform() : lo + (hi - lo) * uniform(),
    ),
  )
}

describe('a table of likelihoods', () => {
  it.each(['mu-tau', 'b-l', 'dark-photon', 'muon-nu:ratio=0.3'])('gives what every boson gives by itself: %s', (spec) => {
    const space = modelSpace(resolveModel(spec), ranges)
    const table = likelihoodTable(joint, space)
    expect(table.error).toBeLessThan(1e-6)
    expect(table.untabulated).toEqual([])
    const central = joint.nuisances.map((nuisance) => nuisance.central)
    for (const point of points(space, 60)) {
      const boson = space.bosonAt([...point], session.assumptions)
      // Counts within 1e-6 of what the boson changes: −2 ln L within some 1e-6 of what the boson adds.
      close(table.profiled(point), joint.profiled(boson), 2e-6)
      close(table.at(point, central), joint.minus2LogL(boson, central), 5e-6)
    }
    close(table.profiled([0.01, 0]), joint.standard(), 1e-12)
  })

  it('holds a parameter of the model, and the mixing', () => {
    const others = [{ name: 'mixing', range: [-0.02, 0.02], scale: 'linear' }] as const
    const space = modelSpace(resolveModel('mu-tau'), { masses: [0.01, 0.1], couplings: [1e-5, 1e-2], others })
    const table = likelihoodTable(joint, space)
    expect(table.error).toBeLessThan(1e-6)
    for (const point of points(space, 30)) {
      const [mass, coupling, mixing] = point
      const boson = new Session(assume('default', { kineticMixing: `fixed:${mixing.toPrecision(12)}` })).boson('mu-tau', mass, coupling)
      const line = joint.along(() => boson.ray)
      close(table.profiled(point), line.profiled(coupling), 2e-6)
    }
  })

  it('computes what has no closed form where it is asked, and says so', async () => {
    const open = combine(await session.constraints(['na64mu-2024', 'g-2-muon']), await session.constraints(['na64-inv-2019']))
    const space = modelSpace(resolveModel('mu-tau'), { masses: [0.05, 0.5], couplings: [1e-5, 1e-2] })
    const table = likelihoodTable(open, space)
    expect(table.untabulated).toEqual(['na64mu-2024', 'na64-inv-2019'])
    for (const point of points(space, 20)) close(table.profiled(point), open.profiled(space.bosonAt([...point], session.assumptions)), 2e-6)
  })

  it('holds ratio and mixing together, whatever their signs, and where either is zero', async () => {
    const data = combine(await session.constraints(['g-2-muon', 'ccfr-1991', 'borexino-2017', 'cenns10-2020']))
    const others = [
      { name: 'ratio', range: [-1, 2], scale: 'linear' },
      { name: 'mixing', range: [-0.02, 0.02], scale: 'linear' },
    ] as const
    const space = modelSpace(resolveModel('muon-nu:ratio=0.1'), { masses: [0.005, 0.2], couplings: [1e-5, 1e-2], others })
    const table = likelihoodTable(data, space)
    expect(table.error).toBeLessThan(1e-6)
    expect(table.untabulated).toEqual([])
    const drawn = points(space, 60)
    expect(drawn.filter(([, , ratio]) => ratio < 0).length).toBeGreaterThan(10)
    const corners = [-1, 0, 2].flatMap((ratio) => [-0.02, 0, 0.02].map((mixing) => [0.03, 2e-3, ratio, mixing]))
    let largest = 0
    for (const point of [...drawn, ...corners]) {
      const [mass, coupling, ratio, mixing] = point
      const own = new Session(assume('default', { kineticMixing: `fixed:${mixing.toPrecision(12)}` }))
      const boson = own.boson(`muon-nu:ratio=${ratio.toPrecision(12)}`, mass, coupling)
      const exact = data.along(() => boson.ray).profiled(coupling)
      close(table.profiled(point), exact, 2e-6, point.join(' '))
      largest = Math.max(largest, exact)
    }
    expect(largest).toBeGreaterThan(100)
  })

  it('holds small ratios beside large ones as well as those by themselves: at one mass counts are polynomials, and exact', async () => {
    const data = combine(await session.constraints(['borexino-2017', 'ccfr-1991']))
    const ratios = (lo: number, hi: number) =>
      modelSpace(resolveModel('muon-nu:ratio=0.1'), {
        masses: [0.01, 0.1],
        couplings: [1e-5, 3],
        others: [{ name: 'ratio', range: [lo, hi], scale: 'log' }],
      })
    const table = likelihoodTable(data, ratios(1e-4, 10))
    for (const [mass, coupling, ratio] of points(ratios(1e-4, 2e-4), 30)) {
      const exact = data.profiled(session.boson(`muon-nu:ratio=${ratio.toPrecision(12)}`, mass, coupling))
      close(table.profiled([mass, coupling, ratio]), exact, 5e-6, `${mass} ${coupling} ${ratio}`)
    }
  })

  it('computes what has a closed form at some masses alone: above two electrons a boson of muons may be seen to decay', async () => {
    const data = combine(await session.constraints(['na64mu-2024']))
    const space = modelSpace(resolveModel('muon-nu:ratio=1e-4'), { masses: [2e-4, 2e-3], couplings: [1e-4, 1e-1] })
    const table = likelihoodTable(data, space)
    for (const mass of [5e-4, 1.2e-3, 1.9e-3]) {
      for (const coupling of [1e-3, 1e-2]) {
        close(table.profiled([mass, coupling]), data.profiled(space.bosonAt([mass, coupling], session.assumptions)), 2e-6)
      }
    }
  })

  it('computes what no table holds within the tolerance, and says so', () => {
    const space = modelSpace(resolveModel('mu-tau'), { masses: [0.01, 0.05], couplings: [1e-5, 1e-2] })
    const table = likelihoodTable(joint, space, { tolerance: 1e-18 })
    expect(table.untabulated).toEqual(IDS)
    const boson = space.bosonAt([0.02, 1e-3], session.assumptions)
    close(table.profiled([0.02, 1e-3]), joint.profiled(boson), 1e-12)
  })
})
