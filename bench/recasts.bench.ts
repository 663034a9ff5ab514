import { assume } from '../src/assumptions.ts'
import { type Constraint, recast } from '../src/constraints/index.ts'
import { genericIntervals } from '../src/constraints/intervals.ts'
import { signalOf } from '../src/constraints/signal.ts'
import { type Boson, couplingRays, type Ray } from '../src/couplings/index.ts'
import { LIMITS } from '../src/experiments/limits/index.ts'
import { PROJECTIONS } from '../src/experiments/projections/index.ts'
import { type Model, resolveModel } from '../src/models/index.ts'
import { logGrid } from '../src/units.ts'

/** Published limits carried over to other models: closed forms on their own tables, the whole catalogue as when a slider moves, roots for comparison. */
const WARM_UP = 40
const RUNS = 41
const assumptions = assume()
const published = [...LIMITS, ...PROJECTIONS]
const constraints = await Promise.all(published.map((limit) => recast(limit).prepare(assumptions)))
const MODELS = ['b-l', 'mu-tau', 'dark-photon'].map(resolveModel)
const masses = logGrid(1e-3, 10, 200)

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
function median_ms(work: () => void): number {
  for (let run = 0; run < WARM_UP; run++) work()
  return median(
    Array.from({ length: RUNS }, () => {
      const start = performance.now()
      work()
      return performance.now() - start
    }),
  )
}

const tables = published.map(({ bound }) => [...new Set(bound.rows.map(([mass]) => mass))])
const points = tables.reduce((sum, table) => sum + table.length, 0)
const onOwnTables = MODELS.map((model: Model) => {
  const rayAt = couplingRays(model, assumptions)
  const times = constraints.map((constraint, i) => {
    const rays = tables[i].map(rayAt)
    return median_ms(() => {
      for (const ray of rays) constraint.intervals(ray)
    })
  })
  return {
    model: model.id,
    'µs per point': (1e3 * times.reduce((sum, time) => sum + time, 0)) / points,
    'µs per point, slowest limit': Math.max(...times.map((time, i) => (1e3 * time) / tables[i].length)),
  }
})
console.log(`${constraints.length} limits and projections on the ${points} points of their own tables, signals known`)
console.table(onOwnTables)

const sweep = (model: Model, along: readonly Constraint[]) => {
  const rayAt = couplingRays(model, assumptions)
  for (const mass of masses) {
    const ray = rayAt(mass)
    signalOf(ray.unit as Boson)
    for (const constraint of along) constraint.intervals(ray)
  }
}
console.log(`the catalogue at ${masses.length} masses from 1 MeV to 10 GeV, every ray new`)
console.table(
  MODELS.map((model) => {
    const catalogue_ms = median_ms(() => sweep(model, constraints))
    return {
      model: model.id,
      'couplings and widths alone, ms': median_ms(() => sweep(model, [])),
      'catalogue, ms': catalogue_ms,
      'µs per limit and mass': (1e3 * catalogue_ms) / (masses.length * constraints.length),
    }
  }),
)

const [first] = MODELS
const rays = masses.map(couplingRays(first, assumptions))
const along = (constraint: Constraint) => {
  for (const ray of rays) constraint.intervals(ray)
}
const slowest = constraints
  .map((constraint) => ({ limit: constraint.entry.id, 'µs per mass': (1e3 * median_ms(() => along(constraint))) / masses.length }))
  .sort((a, b) => b['µs per mass'] - a['µs per mass'])
console.log(`the slowest for ${first.id}, signals known`)
console.table(slowest.slice(0, 10))

const few = rays.filter((_, i) => i % 10 === 0)
const once = (intervals: (constraint: Constraint, ray: Ray) => unknown) => {
  for (const constraint of constraints) for (const ray of few) intervals(constraint, ray)
}
const closed_ms = median_ms(() => once((constraint, ray) => constraint.intervals(ray)))
const start = performance.now()
once((constraint, ray) => genericIntervals(constraint.strength, ray))
console.log(`search for roots over closed forms: ${((performance.now() - start) / closed_ms).toFixed(0)}`)
