import type { Assumptions } from '../assumptions.ts'
import { intervalIndex } from '../numerics/index.ts'
import type { Interval, Silent } from './constraint.ts'
import type { Bound, Rows } from './published.ts'

/** An island of couplings that a search excludes at one mass, and the smallest ratio of limit to expectation in it. */
export interface Island {
  readonly lower: number
  readonly upper: number
  readonly smallestRatio: number
}

/** Half the relative width in mass of one step of an island table: about the resolution its search stepped by. */
const ISLAND_STEP = 0.0035

/**
 * What a published curve excludes at a mass [GeV], in couplings of the model it was published for: straight lines in the logarithms
 * between rows; silent outside the table and in the gaps of a search.
 *
 * @example
 * publishedIntervals({ shape: 'upper-limit', rows: [[0.01, 1e-3], [0.1, 1e-4]] }, 'geometric-mean')(0.1) // [[1e-4, Infinity]]
 */
export function publishedIntervals(
  bound: Exclude<Bound, { shape: 'islands' }>,
  bumpHunts: Assumptions['bumpHunts'],
): (mass: number) => Silent | readonly Interval[] {
  if (bound.shape === 'contour') return insideContour(bound.rows)
  const { shape, rows } = bound
  const gaps = 'gaps' in bound ? (bound.gaps ?? []) : []
  const lowerEdge = edge(rows, shape === 'bump-hunt' ? { 'geometric-mean': 1, strongest: 2, weakest: 3 }[bumpHunts] : 1)
  const upperEdge = shape === 'two-sided' ? edge(rows, 2) : () => Number.POSITIVE_INFINITY
  const outside = outsideOf(rows)
  return (mass) => {
    const silence = outside(mass)
    if (silence !== undefined) return silence
    for (const [from, to] of gaps) if (mass > from && mass < to) return { silent: `the search leaves out ${range(from, to)}` }
    return [[lowerEdge(mass), upperEdge(mass)]]
  }
}

/** The islands of a table at a mass [GeV]: those of its nearest row, where that is near enough. */
export function publishedIslands({ rows }: Extract<Bound, { shape: 'islands' }>): (mass: number) => Silent | readonly Island[] {
  const outside = outsideOf(rows, 1 + ISLAND_STEP)
  return (mass) => {
    const silence = outside(mass)
    if (silence !== undefined) return silence
    let nearest = rows[0][0]
    for (const [at] of rows) if (Math.abs(at - mass) < Math.abs(nearest - mass)) nearest = at
    if (Math.abs(nearest / mass - 1) > ISLAND_STEP) return { silent: 'nothing is excluded at this mass for the published model' }
    return rows.filter(([at]) => at === nearest).map(([, lower, upper, smallestRatio]) => ({ lower, upper, smallestRatio }))
  }
}

const range = (from: number, to: number): string => `${Number(from.toPrecision(4))} to ${Number(to.toPrecision(4))} GeV`

function outsideOf(rows: Rows, margin = 1): (mass: number) => Silent | undefined {
  let lightest = Number.POSITIVE_INFINITY
  let heaviest = 0
  for (const [mass] of rows) {
    lightest = Math.min(lightest, mass)
    heaviest = Math.max(heaviest, mass)
  }
  const silence: Silent = { silent: `published for ${range(lightest, heaviest)}` }
  return (mass) => (mass < lightest / margin || mass > heaviest * margin ? silence : undefined)
}

/** One column of a curve against mass; rows ascend in mass, and where a mass stands twice the curve steps there. */
function edge(rows: Rows, column: number): (mass: number) => number {
  const masses = Float64Array.from(rows, (row) => Math.log(row[0]))
  const values = Float64Array.from(rows, (row) => Math.log(row[column]))
  const last = masses.length - 1
  return (mass) => {
    const x = Math.log(mass)
    if (!(x < masses[last])) return rows[last][column]
    if (!(x > masses[0])) return rows[0][column]
    const i = intervalIndex(masses, x)
    if (mass === rows[i][0]) return rows[i][column]
    return Math.exp(values[i] + ((values[i + 1] - values[i]) * (x - masses[i])) / (masses[i + 1] - masses[i]))
  }
}

/** Where a vertical line through a closed contour lies inside it. */
function insideContour(rows: Rows): (mass: number) => Silent | readonly Interval[] {
  const masses = Float64Array.from(rows, ([mass]) => Math.log(mass))
  const couplings = Float64Array.from(rows, ([, coupling]) => Math.log(coupling))
  const outside = outsideOf(rows)
  return (mass) => {
    const silence = outside(mass)
    if (silence !== undefined) return silence
    const x = Math.log(mass)
    const crossings: number[] = []
    for (let i = 0, j = masses.length - 1; i < masses.length; j = i++) {
      if (masses[i] > x === masses[j] > x) continue
      crossings.push(couplings[j] + ((couplings[i] - couplings[j]) * (x - masses[j])) / (masses[i] - masses[j]))
    }
    crossings.sort((a, b) => a - b)
    const inside: Interval[] = []
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      if (crossings[i + 1] > crossings[i]) inside.push([Math.exp(crossings[i]), Math.exp(crossings[i + 1])])
    }
    return inside
  }
}
