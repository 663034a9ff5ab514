import { assume } from '../src/assumptions.ts'
import { combine, fit, fitRegions, likelihoodTable, modelSpace } from '../src/inference/index.ts'
import { resolveModel } from '../src/models/index.ts'
import { randomStream } from '../src/numerics/index.ts'
import { Session } from '../src/session.ts'

/**
 * The joint likelihood of Borexino, CENNS-10, XENON1T and g−2: points per second of processor time of one core, set-up aside. Points are even in the logarithms of mass
 * and coupling over 1 MeV to 1 GeV and 1e-5 to 1e-2, most of them excluded by far.
 */
const RUNS = 7
const POINTS = 2 ** 16
const IDS = ['borexino-2017', 'cenns10-2020', 'xenon1t-2020', 'g-2-muon']
const session = new Session(assume())
const joint = combine(await session.constraints(IDS))
const central = joint.nuisances.map((nuisance) => nuisance.central)
const ranges = { masses: [1e-3, 1], couplings: [1e-5, 1e-2] } as const
const { uniform } = randomStream(1)
const logUniform = ([lo, hi]: readonly [number, number]): number => lo * (hi / lo) ** uniform()

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
let sink = 0
/** Calls per second of processor time: what else the machine does is left out as far as it can be. */
function rate(calls: number, run: () => void): number {
  const seconds = Array.from({ length: RUNS + 2 }, () => {
    const start = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1e6
  })
  return calls / median(seconds.slice(2))
}

const rows = ['mu-tau', 'b-l', 'muon-nu:ratio=0.1'].map((spec) => {
  const model = resolveModel(spec)
  const line = joint.along(() => session.ray(model, 0.02))
  const couplings = Float64Array.from({ length: POINTS }, () => logUniform(ranges.couplings))
  const start = performance.now()
  const table = likelihoodTable(joint, modelSpace(model, ranges))
  const build_ms = performance.now() - start
  const points = Array.from({ length: POINTS }, () => Float64Array.of(logUniform(ranges.masses), logUniform(ranges.couplings)))
  return {
    model: spec,
    'fixed mass, no profiling [1/s]': rate(POINTS, () => {
      for (let i = 0; i < POINTS; i++) sink += line.at(couplings[i], central)
    }),
    'fixed mass, profiled [1/s]': rate(POINTS, () => {
      for (let i = 0; i < POINTS; i++) sink += line.profiled(couplings[i])
    }),
    'random points, profiled [1/s]': rate(POINTS, () => {
      for (let i = 0; i < POINTS; i++) sink += table.profiled(points[i])
    }),
    'table [ms]': build_ms,
    'table error': table.error,
  }
})
console.table(rows)

const found = (ids: readonly string[]) => async () => {
  const start = performance.now()
  const space = modelSpace(resolveModel('mu-tau'), ranges)
  fitRegions(fit(combine(await session.constraints(ids)), space), [0.6827, 0.9, 0.9545])
  return performance.now() - start
}
console.table({
  'best fit and three regions [ms]': { counts: await found(IDS)(), 'with NA64μ, no closed form': await found([...IDS, 'na64mu-2024'])() },
})
console.log(`(${sink})`)
