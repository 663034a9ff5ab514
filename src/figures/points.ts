import { confidenceText } from '../constraints/index.ts'
import { unknownWord } from '../errors.ts'
import {
  bestPoint,
  type Cells,
  cellsWithin,
  columnOf,
  credibleLevel,
  deltaChi2At,
  effectiveCount,
  evenCells,
  extremesIn,
  type Samples,
  smoothDensity,
  summaries,
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

/** So many cells along each axis of a density, which is smooth; a profile has fewer, by the number of points in each. */
const DENSITY_CELLS = 64
const [FEWEST, MOST, IN_EACH] = [12, 60, 8] as const

/** Cells along each axis in which so many points leave next to none empty. */
export const cellCount = (points: number, dimensions: number): number =>
  Math.min(MOST, Math.max(FEWEST, Math.round((points / IN_EACH) ** (1 / dimensions))))

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

/** Cells of a parameter for what is drawn of it, together with so many parameters in all. */
export function cellsFor(samples: Samples, k: number, dimensions: number, { view, grids }: PointOptions): Cells {
  const parameter = samples.parameters[k]
  const grid = grids?.get(parameter.name)
  const isMarginal = view === 'marginal'
  if (grid !== undefined) return isMarginal ? cellsWithin(grid, windowOf(samples, k)) : grid
  if (isMarginal) return evenCells(parameter, DENSITY_CELLS, windowOf(samples, k))
  return evenCells(parameter, cellCount(samples.weights.length, dimensions))
}

/** Twice how much ln L falls below its largest value, at the best point of each cell. */
function profiled(samples: Samples, cells: readonly Cells[]): Float64Array {
  const { logLikelihood } = bestPoint(samples)
  const columns = cells.map(({ parameter }) => columnOf(samples, parameterOf(samples, parameter.name, 'parameters')))
  const delta = samples.logLikelihoods.map((value) => 2 * (logLikelihood - value))
  return extremesIn(cells, columns, delta, 'smallest')
}

/** Regions of two parameters, the widest first: of constant Δχ², or the smallest that hold a share of the probability. */
export function regionsOfPoints(samples: Samples, x: Cells, y: Cells, { view, levels }: PointOptions): RegionLayer[] {
  const ringsAt =
    view === 'profile'
      ? ((field) => (level: number) => ringsBelow(x, y, field, deltaChi2At(level, 2)))(profiled(samples, [x, y]))
      : ((density) => (level: number) => ringsAbove(x, y, density.density, credibleLevel(density, level)))(smoothDensity(samples, [x, y]))
  return [...levels]
    .sort((a, b) => b - a)
    .map((level): RegionLayer => {
      const label = confidenceText(level)
      return { kind: 'region', id: `points-${label.replace(/ %$/, '')}`, polygons: ringsAt(level), style: 'allowed', label, colour: SLOT }
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
  const [x, y] = names.map((name) => cellsFor(samples, parameterOf(samples, name, 'parameters'), 2, options))
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
}

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
  return { name, middle: point[k], low: values.reduce((a, b) => Math.min(a, b)), high: values.reduce((a, b) => Math.max(a, b)) }
}

/** The panel of one parameter: its density, or the likelihood over the largest one; with the ends of its interval and the best value. */
export function curvePanel(samples: Samples, name: string, options: PointOptions): Panel {
  const k = parameterOf(samples, name, 'parameters')
  const cells = cellsFor(samples, k, 1, options)
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
      line('interval', [low, middle, high], 'dashed', SLOT),
      line('best-fit', [best], 'dotted', BEST_SLOT),
    ],
    legend: 'all',
  }
}

/** How many points there are, and how many of equal weight tell as much: what to trust. */
export function countsOf(samples: Samples, { view }: PointOptions): string {
  const count = samples.weights.length
  const effective = effectiveCount(samples.weights)
  return view === 'profile' || effective > 0.999 * count ? `${count} points` : `${count} points, worth ${Number(effective.toPrecision(2))} of equal weight`
}
