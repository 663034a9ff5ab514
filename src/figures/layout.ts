import { InputError } from '../errors.ts'
import { checkAxis, position, type Ticks, ticks } from './axes.ts'
import { wrapped } from './footnote.ts'
import { type Box, clipPath, clipRing, isInside, type Line, ringEdges, simplify } from './geometry.ts'
import { corners, type LabelRequest, type Placement, placeLabels, placeLegend } from './labels.ts'
import { plainTypesetter } from './plain-text.ts'
import type { FigureSpec, Layer, LayerStyle, Panel, Point } from './spec.ts'
import type { Typeset, Typesetter } from './typesetter.ts'

export interface LayoutOptions {
  /** Width of the whole figure; 120 mm for one panel, 180 mm for more. */
  readonly width_mm?: number
  /** Height of a frame over its width; 0.75 for one panel, 0.9 for more. */
  readonly aspect?: number
  readonly typesetter?: Typesetter
}

/** A text and where its baseline starts. */
export interface PlacedText {
  readonly text: Typeset
  readonly x: number
  readonly y: number
}

/** A symbol, and where its error bar ends below and above. */
export interface DrawnMarker {
  readonly at: Point
  readonly low: number
  readonly high: number
}

/** A layer in points on the page. */
export interface DrawnLayer {
  readonly layer: Layer
  /** The palette slot. */
  readonly slot: number
  readonly style: LayerStyle
  readonly rings: readonly Line[]
  readonly strokes: readonly Line[]
  readonly markers: readonly DrawnMarker[]
}

export interface PlacedLabel {
  readonly layer: number
  readonly text: Typeset
  readonly box: Placement
  /** Whether the label lies on hatching and needs paper under it. */
  readonly plate: boolean
}

export interface LegendEntry extends PlacedText {
  readonly layer: number
  /** The sample's left end and middle. */
  readonly sample: Point
}

export interface DrawnAxis {
  readonly labels: readonly PlacedText[]
  readonly title: PlacedText
}

export interface DrawnPanel {
  readonly frame: Box
  readonly x: DrawnAxis
  readonly y: DrawnAxis
  readonly title?: PlacedText
  readonly layers: readonly DrawnLayer[]
  readonly labels: readonly PlacedLabel[]
  /** The legend's box where it stands inside the frame. */
  readonly legendBox?: Box
  readonly legend: readonly LegendEntry[]
  readonly tickMarks: { readonly major: readonly Line[]; readonly minor: readonly Line[] }
  readonly sampleWidth: number
}

/** Every place and size of a figure, in points (1/72 inch) from the top left corner. */
export interface FigureLayout {
  readonly width: number
  readonly height: number
  readonly fontSize: number
  readonly title?: PlacedText
  readonly panels: readonly DrawnPanel[]
  readonly footnote: readonly PlacedText[]
}

const POINTS_PER_MM = 72 / 25.4

function finitePath(path: readonly Point[], toX: (x: number) => number, toY: (y: number) => number): Line {
  const far = 1e5
  const clamp = (v: number): number => Math.min(far, Math.max(-far, v))
  return path.map(([x, y]) => [clamp(toX(x)), clamp(toY(y))] as const).filter(([x, y]) => !Number.isNaN(x) && !Number.isNaN(y))
}

/** Clips and maps a layer to the page. */
function drawLayer(layer: Layer, slot: number, panel: Panel, frame: Box, markerRadius: number): DrawnLayer {
  const toX = position(panel.x, frame.x, frame.x + frame.width)
  const toY = position(panel.y, frame.y + frame.height, frame.y)
  // Edges leave the frame by a little, so that their ends lie out of sight.
  const beyond = { x: frame.x - 3, y: frame.y - 3, width: frame.width + 6, height: frame.height + 6 }
  const tidy = (line: Line): Line => simplify(line, 0.04)
  if (layer.kind === 'region') {
    const rings = layer.polygons.map((ring) => finitePath(ring, toX, toY))
    const clipped = rings.map((ring) => clipRing(ring, frame)).filter((ring) => ring.length > 0)
    const strokes = clipped.flatMap((ring) => ringEdges(ring, frame)).map(tidy)
    return {
      layer,
      slot,
      style: layer.style,
      rings: clipped.map((ring) => simplify([...ring, ring[0]], 0.04).slice(0, -1)),
      strokes,
      markers: [],
    }
  }
  if (layer.kind === 'line') {
    const strokes = layer.paths.flatMap((path) => clipPath(finitePath(path, toX, toY), beyond)).map(tidy)
    return { layer, slot, style: layer.style, rings: [], strokes, markers: [] }
  }
  const markers = layer.points.flatMap(([x, y], i) => {
    const error = layer.errors?.[i] ?? 0
    const [at] = finitePath([[x, y]], toX, toY)
    if (at === undefined || at[0] < frame.x || at[0] > frame.x + frame.width || at[1] < frame.y || at[1] > frame.y + frame.height) return []
    const inside = (v: number): number => Math.min(frame.y + frame.height, Math.max(frame.y, v))
    const low = Number.isFinite(error) ? inside(toY(y - error)) : at[1]
    const high = Number.isFinite(error) ? inside(toY(y + error)) : at[1]
    return [{ at, low, high }]
  })
  const strokes: Line[] = markers.flatMap(({ at: [x, y], low, high }) => [
    [
      [x - markerRadius, y],
      [x + markerRadius, y],
    ],
    [
      [x, Math.max(low, y + markerRadius)],
      [x, Math.min(high, y - markerRadius)],
    ],
  ])
  return { layer, slot, style: 'curve', rings: [], strokes, markers }
}

/** Palette slots: the given ones are kept, the others take the free slots in order. */
function slots(layers: readonly Layer[]): number[] {
  const used = new Set(layers.map((layer) => layer.colour))
  let next = 0
  return layers.map((layer) => {
    if (layer.colour !== undefined) return layer.colour
    if ('style' in layer && layer.style === 'historical') return 0
    while (used.has(next)) next++
    return next++
  })
}

interface AxisTexts {
  readonly ticks: Ticks
  readonly labels: readonly (Typeset | undefined)[]
  readonly title: Typeset
}

function panelBody(panel: Panel, frame: Box, size: number, typesetter: Typesetter, tickMarks: readonly Line[]) {
  const slot = slots(panel.layers)
  const markerRadius = 0.3 * size
  const layers = panel.layers.map((layer, i) => drawLayer(layer, slot[i], panel, frame, markerRadius))
  const texts = panel.layers.map((layer) => (layer.label ? typesetter.typeset(layer.label, size) : undefined))
  const wanted = layers
    .map((_, i) => i)
    .filter((i) => texts[i] !== undefined && (layers[i].strokes.length > 0 || layers[i].rings.length > 0))
  const obstacles = [...layers.filter((_, i) => !wanted.includes(i)).flatMap((layer) => layer.strokes), ...tickMarks]
  const requests = wanted.map((i): LabelRequest => {
    const text = texts[i]!
    const { strokes, rings, layer, style } = layers[i]
    const inside = layer.kind === 'region' && style !== 'projection' && style !== 'curve'
    const marks = layers[i].markers.map(({ at: [x, y], low, high }): Box => {
      const [top, bottom] = [Math.min(high, y - markerRadius), Math.max(low, y + markerRadius)]
      return { x: x - markerRadius, y: top, width: 2 * markerRadius, height: bottom - top }
    })
    return {
      width: text.width + 2,
      height: text.height + text.depth,
      strokes,
      inside,
      rings: layer.kind === 'region' ? rings : undefined,
      marks: layer.kind === 'marker' ? marks : undefined,
    }
  })
  let places = panel.legend === 'all' ? requests.map(() => undefined) : placeLabels(frame, requests, obstacles, 2.5)
  // Plain curves stay together: if one needs the legend, all go there.
  const isCurve = (k: number): boolean => layers[wanted[k]].layer.kind !== 'region'
  if (places.some((p, k) => isCurve(k) && (p === undefined || p.leader !== undefined)) && wanted.filter((_, k) => isCurve(k)).length > 1) {
    places = places.map((p, k) => (isCurve(k) ? undefined : p))
  }
  const hatched = layers.filter((layer) => layer.rings.length > 0 && (layer.style === 'preferred' || layer.style === 'historical'))
  const labels: PlacedLabel[] = []
  const listed: number[] = []
  places.forEach((box, k) => {
    const i = wanted[k]
    if (box) labels.push({ layer: i, text: texts[i]!, box, plate: onHatching(box, hatched) })
    else listed.push(i)
  })
  return { layers, texts, labels, listed }
}

function onHatching(box: Placement, hatched: readonly DrawnLayer[]): boolean {
  const [a, b, c, d] = corners(box)
  const samples = [0, 0.25, 0.5, 0.75, 1].flatMap((t): Point[] => [
    [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])],
    [d[0] + t * (c[0] - d[0]), d[1] + t * (c[1] - d[1])],
  ])
  return hatched.some((layer) => samples.some((sample) => isInside(layer.rings, sample)))
}

/** The tick marks on all four sides, pointing inwards; none on the corners. */
function tickStrokes(frame: Box, xs: readonly number[], ys: readonly number[], length: number): Line[] {
  const [left, right, top, bottom] = [frame.x, frame.x + frame.width, frame.y, frame.y + frame.height]
  const within = (at: number, from: number, to: number): boolean => at > from + 0.3 && at < to - 0.3
  const vertical = (x: number): Line[] => [
    [[x, bottom] as const, [x, bottom - length] as const],
    [[x, top] as const, [x, top + length] as const],
  ]
  const horizontal = (y: number): Line[] => [
    [[left, y] as const, [left + length, y] as const],
    [[right, y] as const, [right - length, y] as const],
  ]
  return [...xs.filter((x) => within(x, left, right)).flatMap(vertical), ...ys.filter((y) => within(y, top, bottom)).flatMap(horizontal)]
}

/**
 * Lays a figure out: frames, ticks, layers clipped to the frames, labels and legends, all in points. `renderSvg` draws exactly this;
 * the frames are what an interactive page needs to turn a click into a value of the axes.
 *
 * Throws InputError for a figure without panels, an axis that cannot be drawn, or a width too small to hold a frame.
 */
export function layoutFigure(spec: FigureSpec, options: LayoutOptions = {}): FigureLayout {
  const { panels } = spec
  if (panels.length === 0) throw new InputError('a figure needs at least one panel', 'panels')
  panels.forEach((panel, i) => {
    checkAxis(panel.x, `panels[${i}].x`)
    checkAxis(panel.y, `panels[${i}].y`)
  })
  const typesetter = options.typesetter ?? plainTypesetter
  const width_mm = options.width_mm ?? (panels.length === 1 ? 120 : 180)
  if (!(width_mm >= 20 && width_mm <= 2000)) throw new InputError(`a figure is 20 to 2000 mm wide, not ${width_mm}`, 'width_mm')
  const width = width_mm * POINTS_PER_MM
  const fontSize = Math.min(9.5, Math.max(5.5, 4 + (0.045 * width_mm) / panels.length))
  const aspect = options.aspect ?? (panels.length === 1 ? 0.75 : 0.9)
  const tickSize = 0.92 * fontSize
  const labelSize = 0.84 * fontSize
  const tickLength = 0.5 * fontSize
  const gap = 0.4 * fontSize
  const margin = 0.35 * fontSize
  const gutter = 1.2 * fontSize

  const axisTexts = (axis: Panel['x'], length: number, apart: number): AxisTexts => {
    const found = ticks(axis, Math.max(2, Math.floor(length / apart)))
    return {
      ticks: found,
      labels: found.major.map((tick) => (tick.label === undefined ? undefined : typesetter.typeset(tick.label, tickSize))),
      title: typesetter.typeset(axis.label, 1.05 * fontSize),
    }
  }
  // Widths first: the tick labels' size on the left fixes how wide the frames can be.
  const guess = width / panels.length - 5 * fontSize
  const ys = panels.map((panel) => axisTexts(panel.y, guess * aspect, (panel.y.scale === 'log' ? 2.2 : 3.6) * tickSize))
  const xs = panels.map((panel) => axisTexts(panel.x, guess, 3.4 * tickSize))
  const lefts = ys.map((y) => y.title.height + y.title.depth + 1.5 * gap + gap + Math.max(0, ...y.labels.map((label) => label?.width ?? 0)))
  const rights = xs.map((x) => Math.max(gap, (x.labels.at(-1)?.width ?? 0) / 2))
  const taken = lefts.reduce((a, b) => a + b, 0) + rights.reduce((a, b) => a + b, 0) + 2 * margin + gutter * (panels.length - 1)
  const frameWidth = (width - taken) / panels.length
  if (frameWidth < 20) throw new InputError(`${width_mm} mm leave no room for the frame${panels.length > 1 ? 's' : ''}`, 'width_mm')
  const frameHeight = frameWidth * aspect

  let top = margin + Math.max(0.35 * tickSize, 0)
  let title: PlacedText | undefined
  if (spec.title) {
    const text = typesetter.typeset(spec.title, 1.05 * fontSize)
    title = { text, x: 0, y: top + text.height }
    top += text.height + text.depth + gap
  }
  const titles = panels.map((panel) => (panel.title ? typesetter.typeset(panel.title, fontSize) : undefined))
  // One baseline for all panels: the deepest title decides.
  const titleDepth = Math.max(0, ...titles.map((text) => text?.depth ?? 0))
  const titleHeight = Math.max(0, ...titles.map((text) => (text ? text.height + titleDepth + gap : 0)))
  const frameTop = top + titleHeight

  let left = margin
  let bottom = 0
  const sampleWidth = 2 * labelSize
  const drawn = panels.map((panel, n): DrawnPanel => {
    left += lefts[n]
    const frame = { x: left, y: frameTop, width: frameWidth, height: frameHeight }
    left += frameWidth + rights[n] + gutter
    const toX = position(panel.x, frame.x, frame.x + frame.width)
    const toY = position(panel.y, frame.y + frame.height, frame.y)
    const place = (kind: 'major' | 'minor', length: number): Line[] => {
      const values = (found: Ticks): number[] => found[kind].map((tick) => (typeof tick === 'number' ? tick : tick.value))
      return tickStrokes(frame, values(xs[n].ticks).map(toX), values(ys[n].ticks).map(toY), length)
    }
    const tickMarks = { major: place('major', tickLength), minor: place('minor', 0.55 * tickLength) }
    const body = panelBody(panel, frame, labelSize, typesetter, [...tickMarks.major, ...tickMarks.minor])

    // All labels of an axis share one baseline (below) or one right edge (left).
    const xHeight = Math.max(0, ...xs[n].labels.map((text) => text?.height ?? 0))
    const xDepth = Math.max(0, ...xs[n].labels.map((text) => text?.depth ?? 0))
    const xBaseline = frame.y + frame.height + gap + xHeight
    const digit = typesetter.typeset('$0$', tickSize).height
    const x: DrawnAxis = {
      labels: xs[n].ticks.major.flatMap((tick, i) => {
        const text = xs[n].labels[i]
        return text === undefined ? [] : [{ text, x: toX(tick.value) - text.width / 2, y: xBaseline }]
      }),
      title: {
        text: xs[n].title,
        x: frame.x + (frame.width - xs[n].title.width) / 2,
        y: xBaseline + xDepth + gap + xs[n].title.height,
      },
    }
    const yTitle = ys[n].title
    const y: DrawnAxis = {
      labels: ys[n].ticks.major.flatMap((tick, i) => {
        const text = ys[n].labels[i]
        return text === undefined ? [] : [{ text, x: frame.x - gap - text.width, y: toY(tick.value) + digit / 2 }]
      }),
      title: {
        text: yTitle,
        x: frame.x - lefts[n] + yTitle.height,
        y: frame.y + (frame.height + yTitle.width) / 2,
      },
    }
    const heading = titles[n]
    const panelTitle = heading && { text: heading, x: frame.x + (frame.width - heading.width) / 2, y: frameTop - gap - titleDepth }
    bottom = Math.max(bottom, x.title.y + x.title.text.depth)

    // The legend: inside where a corner is free, else in rows under the axis title.
    const legend: LegendEntry[] = []
    let legendBox: Box | undefined
    if (body.listed.length > 0) {
      const entries = body.listed.map((i) => ({ layer: i, text: body.texts[i]! }))
      const line = 1.45 * labelSize
      const pad = 0.45 * labelSize
      const entryWidth = (text: Typeset): number => sampleWidth + 0.5 * labelSize + text.width
      const boxWidth = Math.max(...entries.map((entry) => entryWidth(entry.text))) + 2 * pad
      const boxHeight = entries.length * line + pad
      const strokes = body.layers.flatMap((layer) => layer.strokes)
      const boxes = body.labels.flatMap((label) => [label.box])
      const spot = placeLegend(frame, boxWidth, boxHeight, strokes, boxes, tickLength + 2)
      if (spot) {
        legendBox = { ...spot, width: boxWidth, height: boxHeight }
        entries.forEach((entry, k) => {
          const middle = spot.y + pad / 2 + (k + 0.5) * line
          const sample: Point = [spot.x + pad, middle]
          legend.push({ ...entry, sample, x: sample[0] + sampleWidth + 0.5 * labelSize, y: middle + 0.34 * labelSize })
        })
      } else {
        let row = x.title.y + x.title.text.depth + 1.2 * gap + line / 2
        let pen = frame.x
        for (const entry of entries) {
          const needed = entryWidth(entry.text)
          if (pen > frame.x && pen + needed > frame.x + frame.width) {
            pen = frame.x
            row += line
          }
          legend.push({ ...entry, sample: [pen, row], x: pen + sampleWidth + 0.5 * labelSize, y: row + 0.34 * labelSize })
          pen += needed + 1.5 * labelSize
        }
        bottom = Math.max(bottom, row + line / 2)
      }
    }
    return { frame, x, y, title: panelTitle, layers: body.layers, labels: body.labels, legendBox, legend, tickMarks, sampleWidth }
  })

  const footSize = 0.72 * fontSize
  const footWidth = width - margin - drawn[0].frame.x
  const footLines = spec.footnote ? spec.footnote.split('\n').flatMap((line) => wrapped(line, footSize, footWidth, typesetter)) : []
  const footPitch = 1.3 * footSize
  const footnote = footLines.map((text, i): PlacedText => ({ text, x: drawn[0].frame.x, y: bottom + 1.2 * gap + footSize + i * footPitch }))
  const height = (footnote.length > 0 ? footnote[footnote.length - 1].y + 0.35 * footSize : bottom) + margin
  if (title) {
    const [first, last] = [drawn[0].frame, drawn[drawn.length - 1].frame]
    title = { ...title, x: (first.x + last.x + last.width - title.text.width) / 2 }
  }
  return { width, height, fontSize, title, panels: drawn, footnote }
}
