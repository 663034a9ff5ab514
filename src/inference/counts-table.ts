import { M_ELECTRON, M_MUON, M_TAU } from '../constants.ts'
import type { CountsGrowth } from '../constraints/index.ts'
import { type LagrangeTable, lagrangeTable, nodeOf, type TableAxis } from '../numerics/lagrange-table.ts'

/** How the counts of one data set grow at a mass [GeV] and values of other parameters; no growth where the boson changes none. */
export type GrowthAt = (mass: number, others: readonly number[]) => CountsGrowth | 'none' | undefined

/** Tabulated growth of the counts of one data set. */
export interface CountsTable {
  /** Counts that a boson changes at all. */
  readonly touched: Int32Array
  /** The largest error met between nodes, as a share of the largest change at the same mass, whatever the other parameters. */
  readonly error: number
  /** Writes the terms in $g^2$ of the counts touched, then those in $g^4$, at ln m and values of the others. Allocates nothing. */
  at(place: ArrayLike<number>, out: Float64Array): void
}

type Range = readonly [lo: number, hi: number]

/** Nodes per decade of the mass to begin with, and of each other parameter. */
const PER_DECADE = 8
const OF_OTHERS = 3
/** A table does not grow beyond this many nodes, nor where halving its steps so many times does not halve its error. */
const MOST_NODES = 2 ** 15
const PATIENCE = 3
/** Places between nodes at which errors are sought, where there is more than one axis. */
const SAMPLES = 64
/** Where widths open [GeV]: tables end there and begin anew. */
const THRESHOLDS_GeV = [2 * M_ELECTRON, 2 * M_MUON, 2 * M_TAU]

/**
 * Tabulates how the counts of one data set grow, $N_0 + g^2N_1 + g^4N_2$, over the mass and other parameters.
 *
 * Couplings are lines in the other parameters (a ratio of charges, ε/g), and what scatters is quadratic in each: at one mass $N_1$ and $N_2$ are polynomials of second
 * degree, or of fourth where neutrinos and targets share a parameter. Through three nodes along each, or five, they are exact: smooth functions of the mass alone are
 * left to interpolate, evenly in its logarithm. What is no such polynomial takes more nodes.
 *
 * @param masses range [GeV]
 * @param others ranges of other parameters
 * @returns undefined where the counts have no closed form somewhere, or no table of a reasonable size is within the tolerance
 */
export function countsTable(growthAt: GrowthAt, masses: Range, others: readonly Range[], tolerance: number): CountsTable | undefined {
  const growthOf = ([x, ...values]: readonly number[]) => growthAt(clamped(Math.exp(x), masses), values)
  const ends = [masses[0], ...THRESHOLDS_GeV.filter((mass) => mass > masses[0] && mass < masses[1]), masses[1]].map(Math.log)
  const cells = ends.slice(1).map((to, k) => [[ends[k], to] as Range, ...others])
  const looks = cells.flatMap(coarse).map(growthOf)
  if (looks.includes(undefined)) return undefined
  const isTouched = new Set<number>()
  for (const growth of looks as (CountsGrowth | 'none')[]) {
    if (growth !== 'none') for (const i of growth.linear.keys()) if (growth.linear[i] !== 0 || growth.quadratic[i] !== 0) isTouched.add(i)
  }
  const touched = Int32Array.from(isTouched).sort()
  if (touched.length === 0) return { touched, error: 0, at: () => {} }

  let isClosed = true
  function compute(place: readonly number[], out: Float64Array): void {
    const growth = growthOf(place)
    isClosed &&= growth !== undefined
    for (let t = 0; t < touched.length; t++) {
      const isNone = growth === undefined || growth === 'none'
      out[t] = isNone ? 0 : growth.linear[touched[t]]
      out[touched.length + t] = isNone ? 0 : growth.quadratic[touched[t]]
    }
  }
  const pieces = cells.map((ranges) => (isClosed ? refined(ranges, 2 * touched.length, compute, tolerance) : undefined))
  if (!isClosed || !pieces.every((piece) => piece !== undefined)) return undefined
  return {
    touched,
    error: Math.max(...pieces.map(({ error }) => error)),
    at(place, out) {
      let piece = 0
      while (piece < pieces.length - 1 && place[0] > ends[piece + 1]) piece++
      pieces[piece].table.at(place, out)
    },
  }
}

/** Rounding must not leave the range. */
const clamped = (value: number, [lo, hi]: Range): number => Math.min(hi, Math.max(lo, value))

/** Some places all over ranges. */
const coarse = (ranges: readonly Range[]): number[][] =>
  ranges.reduce<number[][]>(
    (places, [from, to]) => places.flatMap((place) => [0.02, 0.37, 0.98].map((share) => [...place, from + share * (to - from)])),
    [[]],
  )

type Compute = (place: readonly number[], out: Float64Array) => void

/** A table over ln m and other parameters, its steps halved along each axis until no error met is larger than the tolerance. */
function refined(
  ranges: readonly Range[],
  width: number,
  compute: Compute,
  tolerance: number,
): { readonly table: LagrangeTable; readonly error: number } | undefined {
  let axes = ranges.map(([from, to], k): TableAxis => {
    const nodes = k === 0 ? Math.max(6, 1 + Math.ceil((PER_DECADE * (to - from)) / Math.LN10)) : OF_OTHERS
    return { from, to, nodes }
  })
  const history = [axes.map(() => Number.POSITIVE_INFINITY)]
  for (;;) {
    const table = lagrangeTable(axes, width, compute)
    const errors = axes.map((_, k) => errorAlong(k, table, compute))
    if (errors.every((error) => error <= tolerance)) return { table, error: Math.max(...errors) }
    if (errors.some((error, k) => error > tolerance && error > 0.5 * history[Math.max(0, history.length - PATIENCE)][k])) return undefined
    axes = axes.map((axis, k) => (errors[k] > tolerance ? { ...axis, nodes: 2 * axis.nodes - 1 } : axis))
    if (axes.reduce((product, { nodes }) => product * nodes, 1) > MOST_NODES) return undefined
    history.push(errors)
  }
}

/** The largest error halfway between nodes along one axis, at nodes of the others. */
function errorAlong(k: number, table: LagrangeTable, compute: Compute): number {
  const { axes, width } = table
  const [found, exact] = [new Float64Array(width), new Float64Array(width)]
  const cells = axes[k].nodes - 1
  const step = (axes[k].to - axes[k].from) / cells
  const samples = axes.length === 1 ? cells : Math.max(cells, SAMPLES)
  let largest = 0
  for (let s = 0; s < samples; s++) {
    const place = axes.map((axis, other) => {
      if (other === k) return axis.from + step * ((s % cells) + 0.5)
      // Multiples of the golden ratio's fraction visit the nodes of the others evenly.
      return nodeOf(axis, Math.round(((s * 0.6180339887) % 1) * (axis.nodes - 1)))
    })
    table.at(place, found)
    compute(place, exact)
    const scales = scalesAt(place[0], table)
    for (const [term, scale] of scales.entries()) {
      let error = 0
      for (let i = (term * width) / 2; i < ((term + 1) * width) / 2; i++) error = Math.max(error, Math.abs(found[i] - exact[i]))
      if (error > 0) largest = Math.max(largest, error / scale)
    }
  }
  return largest
}

/** The largest terms in $g^2$ and $g^4$ at one mass, whatever the other parameters: where couplings cancel, a term passes through zero. */
function scalesAt(x: number, { axes, width, at }: LagrangeTable): [number, number] {
  const scales: [number, number] = [0, 0]
  const out = new Float64Array(width)
  const others = axes.slice(1)
  const places = others.reduce<number[][]>(
    (all, axis) => all.flatMap((place) => Array.from({ length: axis.nodes }, (_, i) => [...place, nodeOf(axis, i)])),
    [[x]],
  )
  for (const place of places) {
    at(place, out)
    for (let i = 0; i < width; i++) {
      const term = i < width / 2 ? 0 : 1
      scales[term] = Math.max(scales[term], Math.abs(out[i]))
    }
  }
  return scales
}
