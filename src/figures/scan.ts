import { confidenceText } from '../constraints/index.ts'
import { InputError } from '../errors.ts'
import { type Cells, type Extreme, evenPlaces, extremesIn, lowerEnvelope, type SampledParameter } from '../inference/index.ts'
import { type ScanColumns, type ScanSamples, type ScanTable, variedNames } from '../scan/index.ts'
import { ticks } from './axes.ts'
import { axisAlong, ringsAbove, ringsBelow } from './contours.ts'
import { bestOutside, type ScanOverlay } from './overlaid.ts'
import { assumptionPhrases, INK } from './phrases.ts'
import { cellText, countsOf, edgesOf, type PointOptions, parameterOf, planePanel } from './points.ts'
import type { Axis, FigureSpec, Layer, Panel, Point } from './spec.ts'

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

/** What regions are of, and what becomes of the other parameters. */
function regionsText({ parameters }: ScanSamples, names: readonly string[], { view, levels }: PointOptions) {
  const rest = parameters.map(({ name }) => name).filter((name) => !names.includes(name))
  const shares = [...levels]
    .sort((a, b) => a - b)
    .map(confidenceText)
    .join(', ')
  const [what, how] = view === 'profile' ? ['profile likelihood', 'profiled'] : ['posterior', 'integrated over']
  return { about: `${what}: regions of ${shares}`, others: rest.length === 0 ? [] : [`${how}: ${rest.join(', ')}`] }
}

/**
 * Regions of two parameters of a scan, whatever the others are: where −2 ln L is within Δχ² of its smallest value at the best of them, or the smallest that hold a
 * share of the probability with all of them integrated over; and the best point.
 */
export function scanFigure(
  samples: ScanSamples,
  names: readonly [x: string, y: string],
  options: ScanFigureOptions & PointOptions,
): FigureSpec {
  const { about: what, others } = regionsText(samples, names, options)
  const about = [what, ...others].join(' · ')
  const shown = { ...options, grids: samples.grids }
  const panel = planePanel(samples, names, shown)
  const remarks = [...(options.remarks ?? []), ...notesOf(samples)]
  const counts = [countsOf(samples, shown), ...edgesOf(samples, names, shown), ...bestOutside(panel, panel)]
  return figureOf(panel, about, counts.join(' · '), { ...options, remarks })
}

/** What is said of the points of a scan as a whole. */
export const notesOf = ({ leftOut, silent }: Partial<Pick<ScanSamples, 'leftOut' | 'silent'>>): string[] =>
  [leftOut, silent].filter((note) => note !== undefined)

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
 * The regions of {@link scanFigure} with the largest likelihood over all other parameters, to lie over the plane of the same two. Where the scan ends they have no edge.
 *
 * @throws InputError (field `parameters`) for a parameter that the scan has not
 */
export function scanOverlay(
  samples: ScanSamples,
  names: readonly [x: string, y: string],
  { title, remarks = [], levels, of }: ScanFigureOptions & Pick<PointOptions, 'levels'> & Pick<ScanOverlay, 'of'>,
): ScanOverlay {
  const shown = { view: 'profile', levels, grids: samples.grids } as const
  const panel = planePanel(samples, names, shown)
  const [x, y] = names.map((name) => samples.parameters[parameterOf(samples, name, 'parameters')].prior.range)
  const within = { x, y }
  const inside = ([u, v]: Point): Point => [Math.min(x[1], Math.max(x[0], u)), Math.min(y[1], Math.max(y[0], v))]
  const layers = panel.layers.map((layer): Layer => {
    if (layer.kind === 'line') return layer
    const over = {
      colour: INK,
      named: 'legend',
      label: `scan: ${layer.label}`,
      id: `scan-${layer.id.replace('points-', '')}`,
    } as const
    if (layer.kind === 'marker') return { ...layer, ...over }
    return { ...layer, ...over, within, isFaint: true, polygons: layer.polygons.map((ring) => ring.map(inside)) }
  })
  const named = title.length > LONG ? `${title.slice(0, LONG)}…` : title
  const { about, others } = regionsText(samples, names, shown)
  const counts = [countsOf(samples, shown), ...edgesOf(samples, names, shown)]
  return { layers, of, about: [`Scan “${named}”`, ...remarks, ...notesOf(samples), about, ...others, ...counts].join(' · ') }
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
/** Where neither axis has a grid: so many places along each, from widths that hold so many points on average, of which there are so many at most. */
const [PLACES, IN_EACH, MOST_WIDTHS] = [72, 64, 60] as const
/** Values on an even scale count from so many parts of their range on. */
const PARTS = 10

/** The scale on which lines of equal value are even, and a unit of it. */
function scaleOfValues(values: Float64Array): { isLog: boolean; place: (value: number) => number; unit: number } {
  const known = values.filter(Number.isFinite).sort()
  const isPositive = known[0] >= 0
  const above = isPositive ? known.filter((value) => value > 0) : known
  const [min, max] = [above[0], above[above.length - 1]]
  return isPositive && max / min > DECADES
    ? { isLog: true, place: (value) => Math.log(Math.max(value, min / DECADES)), unit: 1 }
    : { isLog: false, place: (value) => value, unit: (max - min) / PARTS || 1 }
}

/** Round levels between the values of a field. */
function levelsOf(field: Float64Array): { level: number; label: string }[] {
  const known = field.filter(Number.isFinite).sort()
  const above = known[0] >= 0 ? known.filter((value) => value > 0) : known
  const [min, max] = [above[0], above[above.length - 1]]
  const scale = known[0] >= 0 && max / min > DECADES ? 'log' : 'linear'
  const found = max > min ? ticks({ label: '', scale, min, max }, LINES).major : []
  return found.flatMap(({ value, label }) => (label === undefined ? [] : [{ level: value, label }]))
}

/**
 * The smallest or largest value of a column over two others, whatever else varies: lines of equal value; of a strength the region above 1 too, which is excluded
 * (preferred, of a preferred band) for some or for all of the rest.
 *
 * @param values of the column, point by point; NaN where it has none
 * @throws InputError (field `value`) where there is no line to draw, or the column is on an axis; (field `take`) for the smallest strength where other parameters were drawn
 */
export function scanMapFigure(
  { parameters, columns, grids, drawn }: ScanColumns,
  values: Float64Array,
  map: ScanMap,
  options: ScanFigureOptions,
): FigureSpec {
  const { value, which } = map
  const isStrength = value.name.startsWith('strength.')
  if ([map.x, map.y].includes(value.name)) throw new InputError(`'${value.name}' is on an axis already; name another column`, 'value')
  const others = drawn.filter((name) => name !== map.x && name !== map.y)
  if (isStrength && which === 'smallest' && others.length > 0) {
    const drawnOthers = others.join(' and ')
    throw new InputError(
      `the smallest strength of the points that were drawn says nothing of every ${drawnOthers}: between them it may be smaller; run ${drawnOthers} on a grid or a list`,
      'take',
    )
  }
  const at = [map.x, map.y].map((name) => parameters.findIndex((parameter) => parameter.name === name))
  const cells = at.map((k): Cells => grids.get(parameters[k].name) ?? evenPlaces(parameters[k], PLACES))
  const [x, y] = cells
  const isExact = cells.every(({ isGrid }) => isGrid)
  const own = at.map((k) => columns[k])
  const scale = scaleOfValues(values)
  const sign = which === 'smallest' ? 1 : -1
  const widths = Math.min(MOST_WIDTHS, Math.max(4, Math.sqrt(values.length / IN_EACH)))
  const reach = cells.map(({ edges }) => (edges[edges.length - 1] - edges[0]) / widths)
  const heights = values.map((one) => (Number.isFinite(one) ? (sign * scale.place(one)) / scale.unit : Number.NaN))
  /** On the scale of the values, but for strengths on grids. */
  const field = isExact
    ? extremesIn(cells, own, values, which).map(scale.place)
    : lowerEnvelope(cells, reach, own, heights).map((height) => sign * height * scale.unit)
  const levels = levelsOf(scale.isLog ? field.map(Math.exp) : field)
  const lines = levels
    .filter(({ level }) => !(isStrength && level === 1))
    .map(
      ({ level, label }): Layer => ({
        kind: 'region',
        id: `${value.name}-${level}`,
        polygons: ringsBelow(x, y, field, scale.place(level)),
        style: 'curve',
        label,
        colour: SLOT,
      }),
    )
  const above: Layer = {
    kind: 'region',
    id: value.name,
    polygons: !isStrength
      ? []
      : isExact
        ? ringsAbove(x, y, extremesIn(cells, own, values, which), 1)
        : ringsAbove(x, y, field, scale.place(1)),
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
  const from = isExact ? 'at each' : `of the points around each place, to ${cellText({ cells, reach })}`
  return figureOf(panel, `${which} ${label} ${from}`, `${values.length} points`, options)
}

/** One column of a scan over another, point by point: of a scan along a single parameter. */
export function scanCurveFigure({ parameters: [x, y], columns: [across, up] }: ScanColumns, options: ScanFigureOptions): FigureSpec {
  const points = Array.from(across, (value, i): Point => [value, up[i]])
    .filter((point) => point.every(Number.isFinite))
    .sort(([a], [b]) => a - b)
  const axes = [x, y].map(({ name, label = name, prior }): Axis => {
    const [min, max] = prior.range
    return { label, scale: prior.scale, min, max }
  })
  const layer: Layer = { kind: 'line', id: y.name, paths: [points], style: 'curve', colour: SLOT }
  return figureOf({ x: axes[0], y: axes[1], layers: [layer] }, 'point by point', `${points.length} points`, options)
}
