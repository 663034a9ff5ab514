import { assume } from '../src/assumptions.ts'
import { type Constraint, isSilent } from '../src/constraints/index.ts'
import { stretchesAbove } from '../src/constraints/intervals.ts'
import { couplingRays, type Ray } from '../src/couplings/index.ts'
import { DARK_MATTER } from '../src/experiments/dark-matter/index.ts'
import { SPALLATION } from '../src/experiments/spallation/index.ts'
import { type Model, resolveModel } from '../src/models/index.ts'
import { minimise } from '../src/numerics/index.ts'
import { logGrid } from '../src/units.ts'

/** Limits from counts: curves of all experiments with profiled nuisances, of all with one bin, and a search without slopes or closed forms for comparison. */
const RUNS = 15
const PROFILED = [
  'xenon1t-2020',
  'xenonnt-er-2022',
  'lz-er-2022',
  'lz-er-2024',
  'xenonnt-8b-2024',
  'coherent-csi-2017',
  'coherent-csi-2021',
  'cenns10-2020',
]
const assumptions = assume('default', { cenns10: 'release' })
const constraints = await Promise.all([...DARK_MATTER, ...SPALLATION].map((entry) => entry.prepare(assumptions)))
const profiled = constraints.filter(({ entry }) => PROFILED.includes(entry.id))
const single = constraints.filter(({ entry }) => !PROFILED.includes(entry.id))
const masses = logGrid(1e-3, 10, 200)
const models = ['b-l', 'mu-tau'].map(resolveModel)

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** One curve of each constraint along new rays [ms]. */
function curves_ms(model: Model, along: readonly Constraint[]): readonly number[] {
  const rays = masses.map(couplingRays(model, assumptions))
  return along.map((constraint) => {
    const start = performance.now()
    for (const ray of rays) constraint.intervals(ray)
    return performance.now() - start
  })
}

// Models and kinds take turns, so that what else the machine does falls on all alike.
const all = [...profiled, ...single]
const times = models.map(() => all.map((): number[] => []))
for (let run = -3; run < RUNS; run++) {
  for (const [m, model] of models.entries()) {
    for (const [c, time] of curves_ms(model, all).entries()) if (run >= 0) times[m][c].push(time)
  }
}
const sum_ms = (m: number, from: number, to: number): number =>
  median(Array.from({ length: RUNS }, (_, run) => times[m].slice(from, to).reduce((sum, runs) => sum + runs[run], 0)))

console.log(`limit curves at ${masses.length} masses, set-up aside, ms`)
console.table(
  models.map((model, m) => ({
    model: model.id,
    [`${profiled.length} profiled`]: sum_ms(m, 0, profiled.length),
    [`${single.length} of one bin`]: sum_ms(m, profiled.length, all.length),
  })),
)
console.table(
  profiled.map(({ entry }, c) => ({ experiment: entry.id, ...Object.fromEntries(models.map(({ id }, m) => [id, median(times[m][c])])) })),
)

/** −2 ln L at one coupling from the counts of that boson, the nuisances sought one by one from their central values. */
function minus2LogL({ likelihood }: Constraint, ray: Ray, coupling: number): number {
  const { nuisances, minus2LogL: ofData } = likelihood!
  const boson = ray.at(coupling)
  const theta = Float64Array.from(nuisances, ({ central }) => central)
  const value = (): number =>
    ofData(boson, theta) + nuisances.reduce((sum, { central, sigma }, k) => sum + ((theta[k] - central) / sigma) ** 2, 0)
  let least = value()
  for (let sweep = 0; sweep < 50; sweep++) {
    for (let k = 0; k < theta.length; k++) {
      const along = (log: number): number => {
        theta[k] = Math.exp(log)
        return value()
      }
      theta[k] = Math.exp(minimise(along, Math.log(theta[k]) - 1, Math.log(theta[k]) + 1, 1e-6).x)
    }
    const next = value()
    if (least - next < 1e-6) break
    least = next
  }
  return least
}

/** Edges in the two decades around those known, from the Standard Model, by a search that knows nothing but values. */
function searched(constraint: Constraint, ray: Ray, middle: number): void {
  const standard = minus2LogL(constraint, ray, 1e-3 * middle)
  const height = (x: number): number => Math.log(Math.max(1e-9, minus2LogL(constraint, ray, Math.exp(x)) - standard))
  stretchesAbove(
    height,
    Array.from({ length: 25 }, (_, i) => Math.log(middle) + ((i - 12) / 12) * Math.LN10),
  )
}

const [model] = models
const mass = 0.02
let [quick_ms, search_ms] = [0, 0]
for (const constraint of profiled) {
  const known = constraint.intervals(couplingRays(model, assumptions)(mass))
  const edge = isSilent(known) ? undefined : known.flat().find((end) => end > 0 && end < Infinity)
  if (edge === undefined) continue
  const start = performance.now()
  searched(constraint, couplingRays(model, assumptions)(mass), edge)
  search_ms += performance.now() - start
  quick_ms += median(times[0][profiled.indexOf(constraint)]) / masses.length
}
console.log(`search for edges on values alone over curves by slopes, ${model.id}: ${(search_ms / quick_ms).toFixed(0)}`)
