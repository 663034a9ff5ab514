import { confidenceText } from '../constraints/index.ts'
import { InputError } from '../errors.ts'
import { type Cells, type Extreme, evenCells, extremesIn, type SampledParameter } from '../inference/index.ts'
import { type ScanColumns, type ScanSamples, type ScanTable, variedNames } from '../scan/index.ts'
import { ticks } from './axes.ts'
import { axisAlong, ringsAbove, ringsBelow } from './contours.ts'
import type { ScanOverlay } from './overlaid.ts'
import { assumptionPhrases, INK } from './phrases.ts'
import { countsOf, type PointOptions, planePanel } from './points.ts'
import type { FigureSpec, Layer, Panel, Point } from './spec.ts'

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
export function scanFigure(
  samples: ScanSamples,
  names: readonly [x: string, y: string],
  options: ScanFigureOptions & PointOptions,
): FigureSpec {
  const { view, levels } = options
  const others = samples.parameters.map(({ name }) => name).filter((name) => !names.includes(name))
  const shares = [...levels]
    .sort((a, b) => a - b)
    .map(confidenceText)
    .join(', ')
  const [what, how] = view === 'profile' ? ['profile likelihood', 'profiled'] : ['posterior', 'integrated over']
  const about = [`${what}: regions of ${shares}`, ...(others.length === 0 ? [] : [`${how}: ${others.join(', ')}`])].join(' · ')
  const shown = { ...options, grids: samples.grids }
  const panel = planePanel(samples, names, shown)
  const remarks = [...(options.remarks ?? []), ...(samples.leftOut === undefined ? [] : [samples.leftOut])]
  return figureOf(panel, about, [countsOf(samples, shown), ...bestOutside(panel)].join(' · '), { ...options, remarks })
}

/** What is said where the best point lies outside a frame. */
function bestOutside({ x, y, layers }: Panel): string[] {
  const best = layers.find((layer) => layer.kind === 'marker')
  if (best?.kind !== 'marker') return []
  const [[u, v]] = best.points
  return u >= x.min && u <= x.max && v >= y.min && v <= y.max ? [] : ['the best point is outside the frame']
}

/** What is said under figures of a scan, of its likelihood or of anything else. */
export function scanRemarks({ spec }: Pick<ScanTable, 'spec'>, isOfLikelihood = true): string[] {
  const { likelihood, approximate } = spec.compute
  const model = typeof spec.model === 'string' ? [spec.model] : []
  const from = isOfLikelihood ? [...likelihood, ...approximate] : []
  const said = [...model, ...(from.length === 0 ? [] : [`likelihood of ${from.join(', ')}`])].join(' · ')
  return [...(said === '' ? [] : [said]), ...assumptionPhrases(spec.assumptions)]
}

/** So many columns are named where others are wanted. */
const NAMED = 8

/** Why a scan has no regions in two parameters: which columns it has, and which are wanted; nothing where it has them. */
export function whyNotOver(table: Pick<ScanTable, 'spec' | 'columns'>, names: readonly [x: string, y: string]): string | undefined {
  const varied = variedNames(table)
  if (names.every((name) => varied.includes(name))) return undefined
  const others = table.columns.flatMap(({ name, type }) => (type === 'number' && !varied.includes(name) ? [name] : []))
  const more = others.length > NAMED ? `, and ${others.length - NAMED} more` : ''
  const besides = others.length === 0 ? '' : ` and has ${others.slice(0, NAMED).join(', ')}${more}`
  return `wanted are ${names.join(' and ')}, each over a range; this scan varies ${varied.join(', ') || 'nothing'}${besides}`
}

/** Longer titles are cut short over a figure that has one of its own. */
const LONG = 80

/**
 * The regions of {@link scanFigure} with the largest likelihood over all other parameters, to lie over the plane of the same two.
 *
 * @throws InputError (field `parameters`) for a parameter that the scan has not
 */
export function scanOverlay(
  samples: ScanSamples,
  names: readonly [x: string, y: string],
  { title, remarks = [], levels, of }: ScanFigureOptions & Pick<PointOptions, 'levels'> & Pick<ScanOverlay, 'of'>,
): ScanOverlay {
  const { panels, footnote } = scanFigure(samples, names, { title, view: 'profile', levels })
  const [{ x, y }] = panels
  const within = ([u, v]: Point): Point => [Math.min(x.max, Math.max(x.min, u)), Math.min(y.max, Math.max(y.min, v))]
  const layers = panels[0].layers.map((layer): Layer => {
    if (layer.kind === 'line') return layer
    const over = {
      colour: INK,
      named: 'legend',
      label: `scan: ${layer.label}`,
      id: `scan-${layer.id.replace('points-', '')}`,
    } as const
    return layer.kind === 'region' ? { ...layer, ...over, polygons: layer.polygons.map((ring) => ring.map(within)) } : { ...layer, ...over }
  })
  const named = title.length > LONG ? `${title.slice(0, LONG)}…` : title
  return { layers, of, about: [`Scan “${named}”`, ...remarks, footnote].join(' · ') }
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
/** From this ratio of the largest to the smallest value on, they are at powers of ten. */
const DECADES = 100
const SLOT = 0
/** Cells along an axis that is no grid: so many, or as many as hold so many points on average. */
const [MOST_CELLS, IN_EACH] = [60, 64] as const

/** A field on the scale on which its lines are even, and round levels between its values. */
function scaled(field: Float64Array): { field: Float64Array; levels: { level: number; at: number; label: string }[] } {
  const known = field.filter(Number.isFinite).sort()
  const isPositive = known[0] >= 0
  const above = isPositive ? known.filter((value) => value > 0) : known
  const [min, max] = [above[0], above[above.length - 1]]
  const isLog = isPositive && max / min > DECADES
  const scale = isLog ? 'log' : 'linear'
  const place = isLog ? (value: number) => Math.log(Math.max(value, min / DECADES)) : (value: number) => value
  const found = max > min ? ticks({ label: '', scale, min, max }, LINES).major : []
  return {
    field: field.map(place),
    levels: found.flatMap(({ value, label }) => (label === undefined ? [] : [{ level: value, at: place(value), label }])),
  }
}

/**
 * The smallest or largest value of a column over two others, whatever else varies: lines of equal value; of a strength the region above 1 too, which is excluded
 * (preferred, of a preferred band) for some or for all of the rest.
 *
 * @param values of the column, point by point; NaN where it has none
 * @throws InputError (field `value`) where there is no line to draw
 */
export function scanMapFigure(
  { parameters, columns, grids }: ScanColumns,
  values: Float64Array,
  map: ScanMap,
  options: ScanFigureOptions,
): FigureSpec {
  const { value, which } = map
  const at = [map.x, map.y].map((name) => parameters.findIndex((parameter) => parameter.name === name))
  const count = Math.min(MOST_CELLS, Math.max(4, Math.round(Math.sqrt(values.length / IN_EACH))))
  const [x, y] = at.map((k): Cells => grids.get(parameters[k].name) ?? evenCells(parameters[k], count))
  const extremes = extremesIn(
    [x, y],
    at.map((k) => columns[k]),
    values,
    which,
  )
  const { field, levels } = scaled(extremes)
  const isStrength = value.name.startsWith('strength.')
  const lines = levels
    .filter(({ level }) => !(isStrength && level === 1))
    .map(
      ({ level, at, label }): Layer => ({
        kind: 'region',
        id: `${value.name}-${level}`,
        polygons: ringsBelow(x, y, field, at),
        style: 'curve',
        label,
        colour: SLOT,
      }),
    )
  const above: Layer = {
    kind: 'region',
    id: value.name,
    polygons: isStrength ? ringsAbove(x, y, extremes, 1) : [],
    style: 'exclusion',
    label: 'above 1',
    colour: SLOT,
  }
  const label = value.label ?? value.name
  const layers = [above, ...lines].filter((layer) => layer.kind === 'region' && layer.polygons.length > 0)
  if (layers.length === 0)
    throw new InputError(
      `'${value.name}' has no round value between its smallest and its largest, so that there is no line to draw`,
      'value',
    )
  const panel: Panel = { x: axisAlong(x), y: axisAlong(y), layers }
  return figureOf(panel, `${which} ${label} of all points of a cell`, `${values.length} points`, options)
}
