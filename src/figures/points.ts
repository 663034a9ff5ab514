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
  endsOfRange,
  evenCells,
  openEnds,
  type Samples,
  smoothDensity,
  summaries,
  windowOf,
} from '../inference/index.ts'
import { placeOn, valueAt } from '../inference/space.ts'
import { axisAlong, ringsAbove, ringsBelow } from './contours.ts'
import { deltaChi2, edgeError, type Mesh, meshFor, profiled, scaleOf } from './profile.ts'
import type { Layer, MarkerLayer, Panel, Point, RegionLayer } from './spec.ts'

/** What is drawn of points: their density whatever the other parameters are, or the largest likelihood over the others. */
export const VIEWS = ['marginal', 'profile'] as const
export type View = (typeof VIEWS)[number]

/** What panels of points show. */
export interface PointOptions {
  readonly view: View
  /** Of regions: 0.6827 for 1σ. */
  readonly levels: readonly number[]
  /** The values of parameters that made data have, where they do. */
  readonly truth?: Readonly<Record<string, number>>
  /** Cells of parameters whose values are those of a grid. */
  readonly grids?: ReadonlyMap<string, Cells>
}

/** Palette slots of the points, of the best of them, and of the truth. */
const SLOT = 0
const BEST_SLOT = 1
const TRUTH_SLOT = 6

/** So many cells along each axis of a density, which is smooth. */
const DENSITY_CELLS = 64

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

/** Where the regions of one or two parameters are computed. */
function meshOf(samples: Samples, names: readonly string[], { view, grids, levels }: PointOptions): Mesh {
  const indices = names.map((name) => parameterOf(samples, name, 'parameters'))
  if (view === 'profile') return meshFor(samples, names, deltaChi2At(Math.max(...levels), 2), grids)
  const cells = indices.map((k) => {
    const [window, grid] = [windowOf(samples, k), grids?.get(samples.parameters[k].name)]
    return grid === undefined ? evenCells(samples.parameters[k], DENSITY_CELLS, window) : cellsWithin(grid, window)
  })
  return { cells, reach: [], others: samples.parameters.length - names.length }
}

/** Regions of two parameters, the widest first: of constant Δχ², or the smallest that hold a share of the probability. */
function regionsOfPoints(samples: Samples, mesh: Mesh, { view, levels }: PointOptions): RegionLayer[] {
  const [x, y] = mesh.cells
  const scale = scaleOf(mesh.cells)
  const ringsAt =
    view === 'profile'
      ? (
          (field) => (level: number) =>
            ringsBelow(x, y, field, scale(deltaChi2At(level, 2)))
        )(profiled(samples, mesh))
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
  label: 'best point',
  colour: BEST_SLOT,
})

/** What made data are of, where that is known of both parameters. */
function truthMarker(names: readonly [x: string, y: string], truth: PointOptions['truth']): MarkerLayer[] {
  const [x, y] = names.map((name) => truth?.[name])
  return x === undefined || y === undefined
    ? []
    : [{ kind: 'marker', id: 'truth', points: [[x, y]], symbol: 'plus', label: 'truth', colour: TRUTH_SLOT }]
}

/** The panel of two parameters: regions and the best point. */
export function planePanel(samples: Samples, names: readonly [x: string, y: string], options: PointOptions): Panel {
  const mesh = meshOf(samples, names, options)
  const [x, y] = mesh.cells
  const [i, j] = names.map((name) => parameterOf(samples, name, 'parameters'))
  const { point } = bestPoint(samples)
  return {
    x: axisAlong(x),
    y: axisAlong(y),
    layers: [...regionsOfPoints(samples, mesh, options), bestMarker([point[i], point[j]]), ...truthMarker(names, options.truth)],
    legend: 'all',
  }
}

/** The shares below the ends and the middle of the central 68 %, and outside of a limit. */
const QUANTILES = [0.15865525, 0.5, 0.84134475] as const
const OUTSIDE = 0.05

/** What is said of one parameter: its median and the central 68 %; of a profile the best value and where Δχ² is below 1. */
export interface PointInterval {
  readonly name: string
  readonly middle: number
  readonly low: number
  readonly high: number
  /**
   * Whether the range of the parameter, rather than the likelihood, ends it there. What is open to one side is a limit: the other end is that of a profile, or has 95 % of the
   * probability on its side.
   */
  readonly isOpen: readonly [below: boolean, above: boolean]
}

/** Fewer of the points than this part lie beyond an end that is none of the likelihood's. */
const BEYOND = 5e-3
/** Interval of one parameter. */
export function intervalOfPoints(samples: Samples, name: string, options: PointOptions): PointInterval {
  const k = parameterOf(samples, name, 'parameters')
  const mesh = meshOf(samples, [name], options)
  return options.view === 'marginal' ? centralInterval(samples, k, mesh.cells[0]) : profileInterval(samples, k, mesh)
}

function centralInterval(samples: Samples, k: number, cells: Cells): PointInterval {
  const { name, prior } = samples.parameters[k]
  const { quantile } = summaries(samples)[k]
  const isOpen = openEnds(samples, k, cells)
  const [low, middle, top] = QUANTILES.map(quantile)
  const lower = isOpen[0] ? prior.range[0] : isOpen[1] ? quantile(OUTSIDE) : low
  const upper = isOpen[1] ? prior.range[1] : isOpen[0] ? quantile(1 - OUTSIDE) : top
  return { name, middle, low: lower, high: upper, isOpen }
}

function profileInterval(samples: Samples, k: number, mesh: Mesh): PointInterval {
  const { name, prior } = samples.parameters[k]
  const [cells] = mesh.cells
  const { point } = bestPoint(samples)
  const middle = point[k]
  const chi2 = deltaChi2(samples)
  const all = columnOf(samples, k)
  const values = all.filter((_, i) => chi2[i] <= 1)
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))]
  if (cells.isGrid) {
    const isFew = (isBeyond: (value: number) => boolean): boolean => all.filter(isBeyond).length <= BEYOND * all.length
    return { name, middle, low: least, high: most, isOpen: [isFew((value) => value < least), isFew((value) => value > most)] }
  }
  const [field, level] = [profiled(samples, mesh), scaleOf(mesh.cells)(1)]
  const places = cells.values.map((value) => placeOn(prior, value))
  const isIn = Array.from(field, (value) => value <= level)
  const [first, last] = [isIn.indexOf(true), isIn.lastIndexOf(true)]
  if (first < 0) return { name, middle, low: least, high: most, isOpen: [false, false] }
  /** Where the level lies between a cell within and the next one without. */
  const edge = (inside: number, outside: number): number => {
    const part = Number.isNaN(field[outside]) ? 0 : (level - field[inside]) / (field[outside] - field[inside])
    return valueAt(prior, places[inside] + part * (places[outside] - places[inside]))
  }
  const [isBelow, isAbove] = endsOfRange(cells)
  const isOpen = [isBelow && first === 0, isAbove && last === field.length - 1] as const
  const low = isOpen[0] ? prior.range[0] : first === 0 ? least : edge(first, first - 1)
  const high = isOpen[1] ? prior.range[1] : last === field.length - 1 ? most : edge(last, last + 1)
  return { name, middle, low: Math.min(low, middle), high: Math.max(high, middle), isOpen }
}

/** The panel of one parameter: its density, or the likelihood over the largest one; with the ends of its interval and the best value. */
export function curvePanel(samples: Samples, name: string, options: PointOptions): Panel {
  const k = parameterOf(samples, name, 'parameters')
  const mesh = meshOf(samples, [name], options)
  const [cells] = mesh.cells
  const isProfile = options.view === 'profile'
  const best = bestPoint(samples).point[k]
  const curve = isProfile ? likelihoodCurve(samples, mesh, best) : densityCurve(samples, cells)
  const top = curve.reduce((most, [, height]) => Math.max(most, height), 0)
  const { middle, low, high, isOpen } = intervalOfPoints(samples, name, options)
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
  const isLimit = isOpen[0] || isOpen[1]
  const ends = [...(isOpen[0] ? [] : [low]), ...(isProfile || isLimit ? [] : [middle]), ...(isOpen[1] ? [] : [high])]
  const truth = options.truth?.[name]
  return {
    x: axisAlong(cells),
    y: { label: '', scale: 'linear', min: 0, max: 1.1 * top, isBare: true },
    layers: [
      { kind: 'line', id: isProfile ? 'likelihood' : 'probability', paths: [curve], style: 'allowed', isFilled: true, colour: SLOT },
      ...(ends.length === 0 ? [] : [line('interval', ends, 'dashed', SLOT)]),
      line('best-fit', [best], 'dotted', BEST_SLOT),
      ...(truth === undefined ? [] : [line('truth', [truth], 'dotted', TRUTH_SLOT)]),
    ],
    legend: 'all',
  }
}

function densityCurve(samples: Samples, cells: Cells): Point[] {
  const { density } = smoothDensity(samples, [cells])
  return Array.from(cells.values, (value, i) => [value, density[i]])
}

/** The likelihood over that of the best point, which is one of the points of the curve. */
function likelihoodCurve(samples: Samples, mesh: Mesh, best: number): Point[] {
  const [cells] = mesh.cells
  const field = profiled(samples, mesh)
  const chi2 = cells.isGrid ? field : field.map((value) => value ** 2 - 1)
  const points = Array.from(cells.values, (value, i): Point => [value, Math.exp(-0.5 * chi2[i])]).filter(
    ([value, height]) => !Number.isNaN(height) && value !== best,
  )
  return [...points, [best, 1] as const].sort(([a], [b]) => a - b)
}

/** How well the edges of a profile's regions are known, so many places apart; nothing on grids, and of a density. */
export function edgesOf(samples: Samples, names: readonly [x: string, y: string], options: PointOptions): string[] {
  if (options.view !== 'profile') return []
  const mesh = meshOf(samples, names, options)
  const error = edgeError(samples, mesh, options.levels)
  if (error === undefined) return []
  const known = `edges to Δχ² ± ${Number(error.toPrecision(1))}`
  return error < UNSURE * deltaChi2At(Math.min(...options.levels), 2)
    ? [known]
    : [`too few points: ${known}, from cells of ${cellText(mesh)}`]
}

/** From this part of the lowest level on edges are unsure. */
const UNSURE = 0.4

/** What the reach of a mesh is: `12 % in mass, 0.1 in ratio`. */
export const cellText = ({ cells, reach }: Pick<Mesh, 'cells' | 'reach'>): string =>
  cells
    .flatMap(({ isGrid, parameter: { name, prior } }, k) => {
      if (isGrid) return []
      return [
        prior.scale === 'log'
          ? `${Number((100 * Math.expm1(reach[k])).toPrecision(2))} % in ${name}`
          : `${Number(reach[k].toPrecision(2))} in ${name}`,
      ]
    })
    .join(', ')

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
