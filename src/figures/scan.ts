import { confidenceText } from '../constraints/index.ts'
import { type Cells, evenCells, type Extreme, extremesIn, type SampledParameter } from '../inference/index.ts'
import type { ScanColumns, ScanSamples } from '../scan/index.ts'
import { ticks } from './axes.ts'
import { axisAlong, ringsAbove, ringsBelow } from './contours.ts'
import { cellCount, countsOf, planePanel, type PointOptions } from './points.ts'
import type { FigureSpec, Layer, Panel } from './spec.ts'

/** What a figure of a scan is about. */
export interface ScanFigureOptions {
  /** Of the scan. */
  readonly title: string
  /** Said under the figure, before what is shown. */
  readonly remarks?: readonly string[]
}

const figureOf = (panel: Panel, about: string, counts: string, { title, remarks = [] }: ScanFigureOptions): FigureSpec => ({
  id: 'scan',
  title,
  panels: [panel],
  caption: [title, ...remarks, `${panel.x.label} and ${panel.y.label}: ${about}`, counts].map((sentence) => `${sentence}.`).join(' '),
  footnote: [...remarks, `${about} · ${counts}`].join('\n'),
})

/**
 * Regions of two parameters of a scan, whatever the others are: where −2 ln L is within Δχ² of its smallest value at the best of them, or the smallest that hold a
 * share of the probability with all of them integrated over; and the best point.
 */
export function scanFigure(samples: ScanSamples, names: readonly [x: string, y: string], options: ScanFigureOptions & PointOptions): FigureSpec {
  const { view, levels } = options
  const others = samples.parameters.map(({ name }) => name).filter((name) => !names.includes(name))
  const shares = [...levels].sort((a, b) => a - b).map(confidenceText).join(', ')
  const how = view === 'profile' ? 'at their best' : 'integrated over'
  const about = `${view === 'profile' ? 'profile likelihood' : 'posterior'}: regions of ${shares}${others.length === 0 ? '' : ` · ${others.join(', ')} ${how}`}`
  return figureOf(planePanel(samples, names, { ...options, grids: samples.grids }), about, countsOf(samples, options), options)
}

/** What a map of a column shows. */
export interface ScanMap {
  /** Columns along the axes. */
  readonly x: string
  readonly y: string
  /** The column whose value is shown. */
  readonly value: SampledParameter
  readonly which: Extreme
}

/** Lines of equal value are so many at most. */
const LINES = 6
const SLOT = 0

/** Levels along a range: round ones. */
function levelsOf({ prior: { scale, range } }: SampledParameter): { level: number; label: string }[] {
  const axis = { label: '', scale, min: range[0], max: range[1] }
  return ticks(axis, LINES).major.flatMap(({ value, label }) => (label === undefined ? [] : [{ level: value, label }]))
}

/**
 * The smallest or largest value of a column over two others, whatever else varies: lines of equal value; of a strength the region above 1 too, which is excluded
 * (preferred, of a preferred band) for some or for all of the rest.
 *
 * @param values of the column, point by point; NaN where it has none
 */
export function scanMapFigure({ parameters, columns, grids }: ScanColumns, values: Float64Array, map: ScanMap, options: ScanFigureOptions): FigureSpec {
  const { value, which } = map
  const at = [map.x, map.y].map((name) => parameters.findIndex((parameter) => parameter.name === name))
  const [x, y] = at.map((k): Cells => grids.get(parameters[k].name) ?? evenCells(parameters[k], cellCount(values.length, 2)))
  const field = extremesIn(
    [x, y],
    at.map((k) => columns[k]),
    values,
    which,
  )
  const isStrength = value.name.startsWith('strength.')
  const lines = levelsOf(value)
    .filter(({ level }) => !(isStrength && level === 1))
    .map(
      ({ level, label }): Layer => ({
        kind: 'region',
        id: `${value.name}-${level}`,
        polygons: ringsBelow(x, y, field, level),
        style: 'curve',
        label,
        colour: SLOT,
      }),
    )
  const above: Layer = {
    kind: 'region',
    id: value.name,
    polygons: isStrength ? ringsAbove(x, y, field, 1) : [],
    style: 'exclusion',
    label: 'above 1',
    colour: SLOT,
  }
  const label = value.label ?? value.name
  const panel: Panel = {
    x: axisAlong(x),
    y: axisAlong(y),
    layers: [above, ...lines].filter((layer) => layer.kind === 'region' && layer.polygons.length > 0),
  }
  return figureOf(panel, `${which} ${label} of all points of a cell`, `${values.length} points`, options)
}
