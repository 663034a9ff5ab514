import {
  bestPoint,
  type Cells,
  cellsWithin,
  columnOf,
  deltaChi2At,
  evenCells,
  evenPlaces,
  extremesIn,
  lowerEnvelope,
  type Samples,
  windowAround,
} from '../inference/index.ts'

/** The place of a parameter among those of samples. */
const placeIn = ({ parameters }: Samples, name: string): number => parameters.findIndex((parameter) => parameter.name === name)

/** Where a profile is computed, and from how far around. */
export interface Mesh {
  readonly cells: readonly Cells[]
  /** Of each parameter the width in which there are points enough; of no use along a grid. */
  readonly reach: readonly number[]
  /** How many other parameters were drawn: a point has the best of none of them. */
  readonly others: number
}

/** So many places along each axis. */
const PLACES = 72
/** Points enough are so many of those in the regions, to a width, on average: of each other parameter so many times as many. */
const WIDTHS = [60, 48, 40, 32, 26, 21, 17, 14, 12] as const
const IN_EACH = 8
/** From so many other parameters on it is no more. */
const MOST_OTHERS = 2

/** A mesh over one or two parameters that covers the regions up to a level of Δχ². */
export function meshFor(samples: Samples, names: readonly string[], level: number, grids?: ReadonlyMap<string, Cells>): Mesh {
  const parameters = names.map((name) => samples.parameters[placeIn(samples, name)])
  const columns = names.map((name) => columnOf(samples, placeIn(samples, name)))
  const good = deltaChi2(samples).map((value) => (value <= level ? 1 : Number.NaN))
  const points = good.filter((value) => value === 1).length
  const windows = parameters.map((parameter, n) => {
    const values = columns[n].filter((_, i) => good[i] === 1).sort()
    return windowAround(parameter, values[0], values[values.length - 1])
  })
  const along = (even: typeof evenCells, count: number): Cells[] =>
    parameters.map((parameter, n) => {
      const grid = grids?.get(parameter.name)
      return grid === undefined ? even(parameter, count, windows[n]) : cellsWithin(grid, windows[n])
    })
  const others = samples.parameters.filter(({ name }) => !names.includes(name) && !grids?.has(name)).length
  const enough = IN_EACH ** Math.min(MOST_OTHERS, others)
  const isFilled = (count: number): boolean => {
    const occupied = extremesIn(along(evenCells, count), columns, good, 'smallest').filter((value) => value === 1).length
    return points >= enough * occupied
  }
  const count = WIDTHS.find(isFilled) ?? WIDTHS[WIDTHS.length - 1]
  const reach = along(evenCells, count).map(({ edges }) => edges[1] - edges[0])
  return { cells: along(evenPlaces, PLACES), reach, others }
}

/** Twice how much ln L of each point falls below the largest. */
export function deltaChi2(samples: Samples): Float64Array {
  const { logLikelihood } = bestPoint(samples)
  return samples.logLikelihoods.map((value) => 2 * (logLikelihood - value))
}

/** Nothing is drawn where Δχ² is larger. */
const MOST = 1e4

/**
 * The scale on which Δχ² is linear between its places: $\sqrt{1+\Delta\chi^2}$, of a parabola a hyperbola; between the values of grids alone Δχ² itself.
 */
export const scaleOf = (cells: readonly Cells[]): ((value: number) => number) =>
  cells.every(({ isGrid }) => isGrid) ? (value) => value : (value) => Math.sqrt(1 + Math.min(value, MOST))

/** Δχ² with all else at its best, on its scale; NaN where no points are. */
export function profiled(samples: Samples, { cells, reach }: Mesh, isUsed?: (point: number) => boolean): Float64Array {
  const scale = scaleOf(cells)
  const heights = deltaChi2(samples).map((value, i) => (isUsed?.(i) === false ? Number.NaN : scale(value)))
  return lowerEnvelope(
    cells,
    reach,
    cells.map(({ parameter }) => columnOf(samples, placeIn(samples, parameter.name))),
    heights,
  )
}

/** Even bits of a hash: a half of the points that goes with nothing else about them. */
const isInHalf = (point: number): boolean => Math.imul(point ^ (point >>> 13), 0x9e3779b1) >>> 31 === 0

/** Δχ² from so much below the lowest level to so much above the highest lies at the edges. */
const [BELOW, ABOVE] = [0.7, 1.3] as const

/** An error is one that nine tenths of the edges have not. */
const MOST_EDGES = 0.9

/** How well Δχ² is known at the edges of regions: what it is from half of the points against all; nothing on grids, and where there are no edges. */
export function edgeError(samples: Samples, mesh: Mesh, levels: readonly number[]): number | undefined {
  if (mesh.cells.every(({ isGrid }) => isGrid)) return undefined
  const [least, most] = [BELOW * deltaChi2At(Math.min(...levels), 2), ABOVE * deltaChi2At(Math.max(...levels), 2)]
  const chi2 = (field: Float64Array): Float64Array => field.map((value) => value ** 2 - 1)
  const [whole, half] = [chi2(profiled(samples, mesh)), chi2(profiled(samples, mesh, isInHalf))]
  const errors = whole
    .map((value, i) => (Number.isNaN(half[i]) ? most : Math.abs(half[i] - value)))
    .filter((_, i) => whole[i] >= least && whole[i] <= most)
    .sort()
  return errors.length === 0 ? undefined : errors[Math.floor(MOST_EDGES * errors.length)]
}
