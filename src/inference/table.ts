import { isSilent } from '../constraints/index.ts'
import type { Combination } from './combine.ts'
import { countsTable } from './counts-table.ts'
import type { Space } from './space.ts'

/** $-2\ln L$ at any point of a space, from tables of counts. */
export interface LikelihoodTable {
  readonly space: Space
  /** The largest error of the tabulated counts met between nodes, as a share of the largest change a boson of that mass makes in a bin of the same data. */
  readonly error: number
  /** Constraints whose counts are computed at every point instead: their dependence has no closed form, or is too sharp for a table. */
  readonly untabulated: readonly string[]
  /** With the nuisances profiled. The point holds the parameters of the space in order, each within its range; a coupling of zero is no boson. */
  profiled(point: ArrayLike<number>): number
  /** At given nuisances, their constraints included, in the order of the combination's. */
  at(point: ArrayLike<number>, nuisances: ArrayLike<number>): number
}

export interface TableOptions {
  /** Steps are halved until no error met is larger. */
  readonly tolerance?: number
}

const TOLERANCE = 1e-6

/**
 * Tabulates the counts of a combination over the mass and the other parameters of a space, so that −2 ln L at a random point costs little more than its data: along the
 * coupling counts are $N_0 + g^2N_1 + g^4N_2$, where $N_1$ and $N_2$ are polynomials in ratios of charges and in ε/g, and smooth in the mass. Nothing is allocated where a
 * point is evaluated.
 *
 * Constraints without that closed form (a boson whose potential acts in the Sun, decays seen within a detector), those that no table of a reasonable size holds, and
 * limits that enter by an approximation, are computed at every point.
 *
 * @example
 * const session = new Session(assume())
 * const joint = combine(await session.constraints(['borexino-2017', 'g-2-muon']))
 * const space = modelSpace(resolveModel('mu-tau'), { masses: [0.005, 0.2], couplings: [1e-5, 1e-2] })
 * const table = likelihoodTable(joint, space)
 * table.profiled([0.02, 3e-4]) // 0.3218
 */
export function likelihoodTable(combination: Combination, space: Space, { tolerance = TOLERANCE }: TableOptions = {}): LikelihoodTable {
  const { expectations, penalties } = combination
  const { standard, expected } = expectations
  const [masses, , ...others] = space.parameters.map(({ range }) => range)
  const tables = combination.members.map(({ constraint, counts }) =>
    countsTable(
      (mass, values) => {
        const ray = space.raysAt(mass, values)(constraint.assumptions)
        return counts.silence(ray) === undefined ? counts.growth(ray) : 'none'
      },
      masses,
      others,
      tolerance,
    ),
  )
  const tabulated = combination.members.flatMap(({ offset }, m) => {
    const table = tables[m]
    return table === undefined ? [] : [{ table, offset, terms: new Float64Array(2 * table.touched.length) }]
  })
  const open = combination.members.filter((_, m) => tables[m] === undefined)

  const place = new Float64Array(space.parameters.length - 1)
  function fill(point: ArrayLike<number>): void {
    expected.set(standard)
    const coupling = point[1]
    if (coupling === 0) return
    place[0] = Math.log(point[0])
    for (let k = 2; k < space.parameters.length; k++) place[k - 1] = point[k]
    const square = coupling * coupling
    for (let m = 0; m < tabulated.length; m++) add(tabulated[m], square)
    if (open.length > 0) fillOpen(point)
  }
  function add({ table: { touched, at }, offset, terms }: (typeof tabulated)[number], square: number): void {
    at(place, terms)
    const half = touched.length
    for (let t = 0; t < half; t++) expected[offset + touched[t]] += square * (terms[t] + square * terms[half + t])
  }
  function fillOpen(point: ArrayLike<number>): void {
    const rays = space.raysAt(point[0], Array.from(point).slice(2))
    for (const { constraint, counts, offset } of open) {
      const ray = rays(constraint.assumptions)
      if (counts.silence(ray) === undefined) counts.counts(ray.at(point[1]), expected.subarray(offset, offset + counts.standard.length))
    }
  }
  function penaltiesAt(point: ArrayLike<number>): number {
    if (penalties.length === 0 || point[1] === 0) return 0
    const rays = space.raysAt(point[0], Array.from(point).slice(2))
    let sum = 0
    for (const { constraint, value } of penalties) {
      const own = value(rays(constraint.assumptions).at(point[1]))
      if (!isSilent(own)) sum += own
    }
    return sum
  }
  return {
    space,
    error: tabulated.reduce((largest, { table }) => Math.max(largest, table.error), 0),
    untabulated: [...open, ...penalties].map(({ constraint }) => constraint.entry.id),
    profiled(point) {
      fill(point)
      return expectations.minimum() + penaltiesAt(point)
    },
    at(point, nuisances) {
      fill(point)
      return expectations.at(nuisances) + penaltiesAt(point)
    },
  }
}
