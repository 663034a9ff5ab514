import { M_ELECTRON, M_MUON, M_TAU } from '../constants.ts'
import { type CountsGrowth, isSilent } from '../constraints/index.ts'
import { InputError } from '../errors.ts'
import { type LagrangeTable, lagrangeTable, type TableAxis } from '../numerics/lagrange-table.ts'
import type { Combination, Member } from './combine.ts'
import { type Parameter, placeOn, type Space, valueAt } from './space.ts'

/** $-2\ln L$ at any point of a space, from tables of counts. */
export interface LikelihoodTable {
  readonly space: Space
  /** The largest error of the tabulated counts met between nodes, as a share of the largest change the boson makes there in a bin of the same data. */
  readonly error: number
  /** Constraints whose counts are computed at every point instead: their dependence has no closed form. */
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
/** Nodes per decade of the mass to begin with, and of another parameter over its range. */
const PER_DECADE = 8
const OF_OTHERS = 7
/** A table does not grow beyond this many nodes, nor where halving its steps no longer halves its error. */
const MOST_NODES = 2 ** 15
/** Places between nodes at which errors are sought, where there is more than one axis. */
const SAMPLES = 64
/** Where widths open [GeV]: tables end there and begin anew. */
const THRESHOLDS_GeV = [2 * M_ELECTRON, 2 * M_MUON, 2 * M_TAU]

/**
 * Tabulates the counts of a combination over the mass and the other parameters of a space, so that −2 ln L at a random point costs little more than its data: along the
 * coupling counts are $N_0 + g^2N_1 + g^4N_2$, and $N_1$, $N_2$ are smooth in all else. Nothing is allocated where a point is evaluated.
 *
 * Constraints without that closed form (a boson whose potential acts in the Sun, decays seen within a detector), and limits that enter by an approximation, are computed
 * at every point.
 *
 * @throws InputError (field of a parameter) where tables within the tolerance would be too large
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
  const shape = space.parameters.filter(({ name }) => name !== 'coupling')
  const [lightest, heaviest] = space.parameters[0].range
  const cuts = [lightest, ...THRESHOLDS_GeV.filter((mass) => mass > lightest && mass < heaviest), heaviest]
  const rayOf = ({ constraint }: Pick<Member, 'constraint'>, place: readonly number[]) => {
    const [mass, ...others] = shape.map((parameter, k) => within(parameter, valueAt(parameter, place[k])))
    return space.raysAt(mass, others)(constraint.assumptions)
  }
  const middle = shape.map((parameter) => average(parameter.range.map((end) => placeOn(parameter, end))))
  const isClosed = (member: Member): boolean => {
    const ray = rayOf(member, middle)
    return member.counts.silence(ray) !== undefined || member.counts.growth(ray) !== undefined
  }
  const tabulated = combination.members.filter(isClosed)
  const open = combination.members.filter((member) => !tabulated.includes(member))

  const growthAt = (member: Member, place: readonly number[]): CountsGrowth | undefined => {
    const ray = rayOf(member, place)
    return member.counts.silence(ray) === undefined ? member.counts.growth(ray) : undefined
  }
  /** Of each data set, the counts that a boson changes at all. */
  const touched = tabulated.map((member) => {
    const isTouched = new Uint8Array(member.counts.standard.length)
    for (const place of coarse(shape)) {
      const growth = growthAt(member, place)
      if (growth !== undefined) for (const i of isTouched.keys()) if (growth.linear[i] !== 0 || growth.quadratic[i] !== 0) isTouched[i] = 1
    }
    return [...isTouched.keys()].filter((i) => isTouched[i] === 1)
  })
  const index = Int32Array.from(tabulated.flatMap(({ offset }, m) => touched[m].map((i) => offset + i)))
  /** Linear terms of all of them, then the quadratic ones. */
  const width = 2 * index.length
  function compute(place: readonly number[], out: Float64Array): void {
    let at = 0
    for (const [m, member] of tabulated.entries()) {
      const growth = growthAt(member, place)
      for (const i of touched[m]) {
        out[at] = growth === undefined ? 0 : growth.linear[i]
        out[index.length + at++] = growth === undefined ? 0 : growth.quadratic[i]
      }
    }
  }
  const sizes = touched.map(({ length }) => length)
  const pieces = width === 0 ? [] : cuts.slice(1).map((to, k) => refined(shape, [cuts[k], to], width, sizes, compute, tolerance))
  const ends = pieces.map(({ table }) => table.axes[0].to)

  const terms = new Float64Array(width)
  const place = new Float64Array(shape.length)
  function fill(point: ArrayLike<number>): void {
    expected.set(standard)
    const coupling = point[1]
    if (coupling === 0) return
    for (let k = 0, p = 0; k < space.parameters.length; k++) if (k !== 1) place[p++] = placeOn(space.parameters[k], point[k])
    if (width > 0) {
      let piece = 0
      while (piece < ends.length - 1 && place[0] > ends[piece]) piece++
      pieces[piece].table.at(place, terms)
      const square = coupling * coupling
      const half = index.length
      for (let i = 0; i < half; i++) expected[index[i]] += square * (terms[i] + square * terms[half + i])
    }
    if (open.length > 0) fillOpen(point)
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
    error: pieces.reduce((largest, { error }) => Math.max(largest, error), 0),
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

const average = ([a, b]: readonly number[]): number => 0.5 * (a + b)
/** Rounding must not leave the range. */
const within = ({ range: [lo, hi] }: Parameter, value: number): number => Math.min(hi, Math.max(lo, value))

/** Some places all over the parameters. */
function coarse(shape: readonly Parameter[]): number[][] {
  return shape.reduce<number[][]>(
    (places, parameter) => {
      const [from, to] = parameter.range.map((end) => placeOn(parameter, end))
      return places.flatMap((place) => [0.02, 0.37, 0.98].map((share) => [...place, from + share * (to - from)]))
    },
    [[]],
  )
}

/** A table over a piece of the masses, its steps halved along each axis until no error met is larger than the tolerance. */
function refined(
  shape: readonly Parameter[],
  masses: readonly [number, number],
  width: number,
  sizes: readonly number[],
  compute: (place: readonly number[], out: Float64Array) => void,
  tolerance: number,
): { readonly table: LagrangeTable; readonly error: number } {
  let axes = shape.map((parameter, k): TableAxis => {
    const [from, to] = (k === 0 ? masses : parameter.range).map((end) => placeOn(parameter, end))
    const decades = (to - from) / Math.LN10
    return { from, to, nodes: k === 0 ? Math.max(6, 1 + Math.ceil(PER_DECADE * decades)) : OF_OTHERS }
  })
  for (let before = Number.POSITIVE_INFINITY; ; ) {
    const table = lagrangeTable(axes, width, compute)
    const errors = axes.map((_, k) => errorAlong(k, table, sizes, compute))
    const worst = errors.indexOf(Math.max(...errors))
    if (errors[worst] <= tolerance) return { table, error: errors[worst] }
    axes = axes.map((axis, k) => (errors[k] > tolerance ? { ...axis, nodes: 2 * axis.nodes - 1 } : axis))
    if (errors[worst] > 0.5 * before || axes.reduce((product, { nodes }) => product * nodes, 1) > MOST_NODES) {
      throw new InputError(
        `counts cannot be tabulated to ${tolerance} over its range (${errors[worst].toExponential(1)} reached); narrow it`,
        shape[worst].name,
      )
    }
    before = errors[worst]
  }
}

/** The largest error halfway between nodes along one axis, at nodes of the others. */
function errorAlong(
  k: number,
  table: LagrangeTable,
  sizes: readonly number[],
  compute: (place: readonly number[], out: Float64Array) => void,
): number {
  const { axes, width } = table
  const [found, exact] = [new Float64Array(width), new Float64Array(width)]
  const half = width / 2
  const cells = axes[k].nodes - 1
  const step = (axes[k].to - axes[k].from) / cells
  const samples = axes.length === 1 ? cells : Math.max(cells, SAMPLES)
  let largest = 0
  for (let s = 0; s < samples; s++) {
    const place = axes.map(({ from, to, nodes }, other) => {
      if (other === k) return from + step * ((s % cells) + 0.5)
      // Multiples of the golden ratio's fraction visit the nodes of the others evenly.
      return from + ((to - from) * Math.round(((s * 0.6180339887) % 1) * (nodes - 1))) / (nodes - 1)
    })
    table.at(place, found)
    compute(place, exact)
    let at = 0
    for (const size of sizes) {
      for (const start of [at, half + at]) {
        let [error, scale] = [0, 0]
        for (let i = start; i < start + size; i++) {
          error = Math.max(error, Math.abs(found[i] - exact[i]))
          scale = Math.max(scale, Math.abs(exact[i]))
        }
        if (scale > 0) largest = Math.max(largest, error / scale)
        else if (error > 0) largest = Number.POSITIVE_INFINITY
      }
      at += size
    }
  }
  return largest
}
