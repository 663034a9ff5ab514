import { confidenceText } from '../constraints/index.ts'
import { unknownWord } from '../errors.ts'
import {
  bestPoint,
  type Cells,
  cellsWithin,
  closedGaps,
  columnOf,
  credibleLevel,
  deltaChi2At,
  effectiveCount,
  evenCells,
  extremesIn,
  type Samples,
  smoothDensity,
  summaries,
  windowAround,
  windowOf,
} from '../inference/index.ts'
import { axisAlong, ringsAbove, ringsBelow } from './contours.ts'
import type { Layer, MarkerLayer, Panel, Point, RegionLayer } from './spec.ts'

/** What is drawn of points: their density whatever the other parameters are, or the largest likelihood over the others. */
export const VIEWS = ['marginal', 'profile'] as const
export type View = (typeof VIEWS)[number]

/** What panels of points show. */
export interface PointOptions {
  readonly view: View
  /** Of regions: 0.6827 for 1σ. */
  readonly levels: readonly number[]
  /** Cells of parameters whose values are those of a grid. */
  readonly grids?: ReadonlyMap<string, Cells>
}

/** Palette slots of the points, and of the best of them. */
const SLOT = 0
const BEST_SLOT = 1

/** So many cells along each axis of a density, which is smooth. */
const DENSITY_CELLS = 64
/** Of a profile there may be so many; with one parameter beside those drawn so many points in each on average, with more the square of it. */
const PROFILE_CELLS = [60, 48, 40, 32, 26, 21, 17, 14, 12] as const
const IN_EACH = 8

/** The place of a parameter among those of samples. */
export function parameterOf({ parameters }: Samples, name: string, field: string): number {
  const k = parameters.findIndex((parameter) => parameter.name === name)
  if (k < 0) {
    throw unknownWord(
      'parameter',
      name,
      parameters.map((one) => one.name),
      field,
    )
  }
  return k
}

/** Cells of one or two parameters for what is drawn of them together. */
function cellsFor(samples: Samples, names: readonly string[], options: PointOptions): Cells[] {
  const { view, grids, levels } = options
  const columns = names.map((name) => columnOf(samples, parameterOf(samples, name, 'parameters')))
  const cellsIn = (windows: readonly (readonly [number, number])[], count: number): Cells[] =>
    names.map((name, n) => {
      const grid = grids?.get(name)
      return grid === undefined
        ? evenCells(samples.parameters[parameterOf(samples, name, 'parameters')], count, windows[n])
        : cellsWithin(grid, windows[n])
    })
  if (view === 'marginal') {
    const windows = names.map((name) => windowOf(samples, parameterOf(samples, name, 'parameters')))
    return cellsIn(windows, DENSITY_CELLS)
  }
  // As many cells as hold points enough, of those within the regions, that the best of them is about the best there is.
  const within = deltaChi2At(Math.max(...levels), 2)
  const good = deltaChi2(samples).map((value) => (value <= within ? 1 : Number.NaN))
  const points = good.filter((value) => value === 1).length
  const windows = names.map((name, n) => {
    const values = columns[n].filter((_, i) => good[i] === 1).sort()
    return windowAround(samples.parameters[parameterOf(samples, name, 'parameters')], values[0], values[values.length - 1])
  })
  const others = Math.min(2, Math.max(1, samples.parameters.length - names.length))
  const isFilled = (count: number): boolean => {
    const occupied = extremesIn(cellsIn(windows, count), columns, good, 'smallest').filter((value) => value === 1).length
    return points >= IN_EACH ** others * occupied
  }
  return cellsIn(windows, PROFILE_CELLS.find(isFilled) ?? PROFILE_CELLS[PROFILE_CELLS.length - 1])
}

/** Twice how much ln L of each point falls below the largest. */
function deltaChi2(samples: Samples): Float64Array {
  const { logLikelihood } = bestPoint(samples)
  return samples.logLikelihoods.map((value) => 2 * (logLikelihood - value))
}

/** Δχ² of the best point of each cell, gaps between them closed. */
function profiled(samples: Samples, cells: readonly Cells[]): Float64Array {
  const columns = cells.map(({ parameter }) => columnOf(samples, parameterOf(samples, parameter.name, 'parameters')))
  return closedGaps(cells, extremesIn(cells, columns, deltaChi2(samples), 'smallest'))
}

/** Regions of two parameters, the widest first: of constant Δχ², or the smallest that hold a share of the probability. */
export function regionsOfPoints(samples: Samples, x: Cells, y: Cells, { view, levels }: PointOptions): RegionLayer[] {
  const ringsAt =
    view === 'profile'
      ? (
          (field) => (level: number) =>
            ringsBelow(x, y, field, deltaChi2At(level, 2))
        )(profiled(samples, [x, y]))
      : (
          (density) => (level: number) =>
            ringsAbove(x, y, density.density, credibleLevel(density, level))
        )(smoothDensity(samples, [x, y]))
  return [...levels]
    .sort((a, b) => b - a)
    .map((level, depth): RegionLayer => {
      const label = confidenceText(level)
      const id = `points-${label.replace(/ %$/, '')}`
      return { kind: 'region', id, polygons: ringsAt(level), style: 'allowed', label, colour: SLOT, depth }
    })
    .filter(({ polygons }) => polygons.length > 0)
}

/** The best point, where it lies in two parameters. */
export const bestMarker = (at: Point): MarkerLayer => ({
  kind: 'marker',
  id: 'best-fit',
  points: [at],
  symbol: 'star',
  label: 'best fit',
  colour: BEST_SLOT,
})

/** The panel of two parameters: regions and the best point. */
export function planePanel(samples: Samples, names: readonly [x: string, y: string], options: PointOptions): Panel {
  const [x, y] = cellsFor(samples, names, options)
  const [i, j] = names.map((name) => parameterOf(samples, name, 'parameters'))
  const { point } = bestPoint(samples)
  return {
    x: axisAlong(x),
    y: axisAlong(y),
    layers: [...regionsOfPoints(samples, x, y, options), bestMarker([point[i], point[j]])],
    legend: 'all',
  }
}

/** The shares below the ends and the middle of the central 68 %. */
const QUANTILES = [0.15865525, 0.5, 0.84134475] as const

/** What is said of one parameter: its median and the central 68 %; of a profile the best value and where Δχ² is below 1. */
export interface PointInterval {
  readonly name: string
  readonly middle: number
  readonly low: number
  readonly high: number
  /** Whether the range of the parameter, rather than the likelihood, ends a profile there. */
  readonly isOpen?: readonly [below: boolean, above: boolean]
}

/** Fewer of the points than this part lie beyond an end that is none of the likelihood's. */
const BEYOND = 5e-3

/** Interval of one parameter. */
export function intervalOfPoints(samples: Samples, name: string, options: PointOptions): PointInterval {
  const k = parameterOf(samples, name, 'parameters')
  if (options.view === 'marginal') {
    const { quantile } = summaries(samples)[k]
    const [low, middle, high] = QUANTILES.map(quantile)
    return { name, low, middle, high }
  }
  const { point, logLikelihood } = bestPoint(samples)
  const values = columnOf(samples, k).filter((_, i) => 2 * (logLikelihood - samples.logLikelihoods[i]) <= 1)
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))]
  const all = columnOf(samples, k)
  const isFew = (isBeyond: (value: number) => boolean): boolean => all.filter(isBeyond).length <= BEYOND * all.length
  return { name, middle: point[k], low, high, isOpen: [isFew((value) => value < low), isFew((value) => value > high)] }
}

/** The panel of one parameter: its density, or the likelihood over the largest one; with the ends of its interval and the best value. */
export function curvePanel(samples: Samples, name: string, options: PointOptions): Panel {
  const k = parameterOf(samples, name, 'parameters')
  const [cells] = cellsFor(samples, [name], options)
  const isProfile = options.view === 'profile'
  const heights = isProfile ? profiled(samples, [cells]).map((value) => Math.exp(-0.5 * value)) : smoothDensity(samples, [cells]).density
  const known = Array.from(cells.values.keys()).filter((i) => !Number.isNaN(heights[i]))
  const top = known.reduce((most, i) => Math.max(most, heights[i]), 0)
  const { middle, low, high } = intervalOfPoints(samples, name, options)
  const best = bestPoint(samples).point[k]
  const upright = (at: number): Point[] => [
    [at, 0],
    [at, 1.1 * top],
  ]
  const line = (id: string, at: readonly number[], dash: 'dashed' | 'dotted', colour: number): Layer => ({
    kind: 'line',
    id,
    paths: at.map(upright),
    style: 'curve',
    dash,
    colour,
  })
  const x = axisAlong(cells)
  const outline = known.map((i): Point => [cells.values[i], heights[i]])
  const [first, last] = [outline[0], outline[outline.length - 1]]
  return {
    x,
    y: { label: '', scale: 'linear', min: 0, max: 1.1 * top, isBare: true },
    layers: [
      {
        kind: 'region',
        id: isProfile ? 'likelihood' : 'probability',
        // Closed under the axis, and on to where the axis ends.
        polygons: [[[x.min, -top], [x.min, first[1]], ...outline, [x.max, last[1]], [x.max, -top]]],
        style: 'allowed',
        colour: SLOT,
      },
      line('interval', isProfile ? [low, high] : [low, middle, high], 'dashed', SLOT),
      line('best-fit', [best], 'dotted', BEST_SLOT),
    ],
    legend: 'all',
  }
}

/** How many points there are, and how many of equal weight tell as much: what to trust. */
export function countsOf(samples: Samples, { view, levels, grids }: PointOptions): string {
  const count = samples.weights.length
  const effective = effectiveCount(samples.weights)
  if (view === 'profile') {
    const within = deltaChi2At(Math.max(...levels), 2)
    const isGrid = grids !== undefined && samples.parameters.every(({ name }) => grids.has(name))
    return isGrid
      ? `${count} points`
      : `${count} points, ${deltaChi2(samples).filter((value) => value <= within).length} of them in the regions`
  }
  return effective > 0.999 * count ? `${count} points` : `${count} points, worth ${Number(effective.toPrecision(2))} of equal weight`
}
