import { InputError } from '../errors.ts'
import { footBottom, placedFootnote } from './footnote.ts'
import {
  type AxisTexts,
  type DrawnAxis,
  type DrawnPanel,
  type FigureLayout,
  type LayoutOptions,
  type LegendEntry,
  layoutWidth,
  type PlacedText,
  TICK_SIZE,
  textsOfAxis,
  tickMarksOf,
} from './frame.ts'
import type { Box } from './geometry.ts'
import { type PanelBody, panelBody } from './layers.ts'
import type { FigureSpec, Panel } from './spec.ts'
import { type Typeset, type Typesetter, typesetWithin } from './typesetter.ts'

type Place = NonNullable<Panel['place']>

/** A text along an axis: its ends there, before it is known whether it has room. */
interface Along {
  readonly placed: PlacedText
  readonly from: number
  readonly to: number
}

/** Those texts that lie between two ends and do not touch the one before. */
function withRoom(texts: readonly Along[], lowest: number, highest: number, apart: number): PlacedText[] {
  let last = Number.NEGATIVE_INFINITY
  return [...texts]
    .sort((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      const fits = from >= Math.max(lowest, last + apart) && to <= highest
      if (fits) last = to
      return fits
    })
    .map(({ placed }) => placed)
}

/**
 * Lays out panels that say their rows and columns: frames of one size, ticks on all of them, but labels of ticks and titles of axes only at the bottom of each
 * column and to the left of each row; and one legend, in the corner at the top right where no panel stands there, else in rows under the panels.
 *
 * @throws InputError for two panels in one place, or a width too small to hold the frames
 */
export function layoutGrid(spec: FigureSpec, options: LayoutOptions & { readonly typesetter: Typesetter }): FigureLayout {
  const { panels } = spec
  const { typesetter, aspect = 1 } = options
  const places = panels.map(({ place }) => place!)
  const indices = panels.map((_, n) => n)
  const [rows, columns] = [1 + Math.max(...places.map(({ row }) => row)), 1 + Math.max(...places.map(({ column }) => column))]
  const panelAt = (row: number, column: number): number => places.findIndex((place) => place.row === row && place.column === column)
  places.forEach((place, n) => {
    if (panelAt(place.row, place.column) !== n) throw new InputError('two panels have one place', `panels[${n}].place`)
  })
  const isLowest = ({ row, column }: Place): boolean => !places.some((other) => other.column === column && other.row > row)
  const isFirst = ({ row, column }: Place): boolean => !places.some((other) => other.row === row && other.column < column)

  const { width_mm, width } = layoutWidth(options, columns < 3 ? 120 : 180)
  const fontSize = Math.min(9.5, Math.max(5.5, 4.5 + (0.045 * width_mm) / columns))
  const [tickSize, labelSize, titleSize] = [TICK_SIZE * fontSize, 0.84 * fontSize, 0.9 * fontSize]
  const [tickLength, gap, margin] = [0.45 * fontSize, 0.4 * fontSize, 0.35 * fontSize]
  const gutter = 0.9 * fontSize

  // How many labels have room follows from the size of the frames; a first guess of it does.
  const guess = width / columns - (4 * fontSize) / columns - gutter
  const xs = panels.map((panel) => textsOfAxis(panel.x, guess / (3.4 * tickSize), fontSize, typesetter))
  const ys = panels.map((panel) => textsOfAxis(panel.y, (guess * aspect) / (2.4 * tickSize), fontSize, typesetter))
  const leftOf = (n: number): number => (panels[n].y.isBare ? 0 : widest(ys[n]) + gap + ys[n].title.height + ys[n].title.depth + 1.5 * gap)
  const left = margin + Math.max(0, ...indices.filter((n) => isFirst(places[n])).map(leftOf))
  const frameWidth = (width - left - margin - gap - gutter * (columns - 1)) / columns
  if (frameWidth < 20) throw new InputError(`${width_mm} mm leave no room for ${columns} frames in a row`, 'width_mm')
  const frameHeight = frameWidth * aspect

  const titles = panels.map((panel) =>
    (panel.title ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => typesetWithin(line, titleSize, frameWidth + gutter, typesetter)),
  )
  const titleHeight = (lines: readonly Typeset[]): number =>
    lines.reduce((sum, { height, depth }) => sum + height + depth + 0.25 * gap, gap)
  /** Room above a row: titles need it where a panel, or nothing at all, stands over them. */
  const above = (row: number): number => {
    const needed = indices.filter(
      (n) => places[n].row === row && (row === 0 || panelAt(row - 1, places[n].column) >= 0) && titles[n].length > 0,
    )
    return Math.max(row === 0 ? 0 : gutter, ...needed.map((n) => titleHeight(titles[n])))
  }

  let top = margin + 0.35 * tickSize
  let title: PlacedText | undefined
  if (spec.title) {
    const text = typesetWithin(spec.title, 1.05 * fontSize, width - 2 * margin, typesetter)
    title = { text, x: (width - text.width) / 2, y: top + text.height }
    top += text.height + text.depth + 1.5 * gap
  }
  const tops: number[] = []
  for (let row = 0; row < rows; row++) {
    top += above(row)
    tops.push(top)
    top += frameHeight
  }
  const frames = places.map(
    ({ row, column }): Box => ({ x: left + column * (frameWidth + gutter), y: tops[row], width: frameWidth, height: frameHeight }),
  )

  let bottom = top
  const bodies: PanelBody[] = []
  const drawn = panels.map((panel, n): DrawnPanel => {
    const frame = frames[n]
    const { toX, toY, tickMarks } = tickMarksOf(frame, panel, xs[n].ticks, ys[n].ticks, tickLength)
    const marks = [...tickMarks.major, ...tickMarks.minor]
    const body = panelBody({ ...panel, legend: 'all' }, frame, labelSize, typesetter, marks, { widest: width, isDraft: options.isDraft })
    bodies.push(body)
    const x = isLowest(places[n]) ? lowerAxis(xs[n], frame, toX, gap, gutter) : { labels: [] }
    const y = isFirst(places[n]) ? leftAxis(ys[n], frame, toY, gap, typesetter.typeset('$0$', tickSize).height, margin) : { labels: [] }
    bottom = Math.max(bottom, x.title === undefined ? 0 : x.title.y + x.title.text.depth)
    let base = frame.y - gap
    const lines = titles[n].toReversed().map((text): PlacedText => {
      base -= text.depth
      const at = { text, x: frame.x + Math.max(0, (frame.width - text.width) / 2), y: base }
      base -= text.height + 0.25 * gap
      return at
    })
    return {
      frame,
      x,
      y,
      title: lines.reverse(),
      layers: body.layers,
      labels: [],
      legend: [],
      key: [],
      tickMarks,
      sampleWidth: 2 * labelSize,
    }
  })

  const named = new Set<string | undefined>()
  const entries = bodies.flatMap((body, panel) =>
    body.listed.flatMap((layer) => {
      const { label } = body.layers[layer].layer
      if (named.has(label)) return []
      named.add(label)
      return [{ panel, layer, text: body.texts[layer]! }]
    }),
  )
  const isCornerFree = columns > 1 && panelAt(0, columns - 1) < 0
  const [pitch, indent] = [1.45 * labelSize, 2 * labelSize + 0.5 * labelSize]
  const start = isCornerFree ? { x: left + (columns - 1) * (frameWidth + gutter), y: tops[0] } : { x: left, y: bottom + 1.2 * gap }
  let [pen, middle] = [start.x, start.y + pitch / 2]
  const legends = panels.map((): LegendEntry[] => [])
  for (const { panel, layer, text } of entries) {
    if (!isCornerFree && pen > start.x && pen + indent + text.width > width - margin) [pen, middle] = [start.x, middle + pitch]
    legends[panel].push({ layer, text, sample: [pen, middle], x: pen + indent, y: middle + 0.34 * labelSize })
    if (isCornerFree) middle += pitch
    else pen += indent + text.width + 1.5 * labelSize
  }
  if (!isCornerFree && entries.length > 0) bottom = middle + pitch / 2
  const footnote = placedFootnote(spec.footnote, { x: left, y: bottom + 1.2 * gap, width: width - margin - left }, fontSize, typesetter)
  const height = footBottom(footnote, fontSize, bottom) + margin
  return { width, height, fontSize, title, panels: drawn.map((panel, n) => ({ ...panel, legend: legends[n] })), footnote }
}

const widest = ({ labels }: AxisTexts): number => Math.max(0, ...labels.map((label) => label?.width ?? 0))

/** Labels under a frame on one baseline, and the title under them. */
function lowerAxis(
  { ticks, labels, title }: AxisTexts,
  frame: Box,
  toX: (value: number) => number,
  gap: number,
  gutter: number,
): DrawnAxis {
  const height = Math.max(0, ...labels.map((text) => text?.height ?? 0))
  const depth = Math.max(0, ...labels.map((text) => text?.depth ?? 0))
  const y = frame.y + frame.height + gap + height
  const texts = ticks.major.flatMap(({ value }, i): Along[] => {
    const text = labels[i]
    if (text === undefined) return []
    const x = toX(value) - text.width / 2
    return [{ placed: { text, x, y }, from: x, to: x + text.width }]
  })
  const reach = 0.5 * gutter - 1
  return {
    labels: withRoom(texts, frame.x - reach, frame.x + frame.width + reach, 3),
    title: { text: title, x: frame.x + (frame.width - title.width) / 2, y: y + depth + gap + title.height },
  }
}

/** Labels to the left of a frame with one right end, and the title at the margin. */
function leftAxis(
  { ticks, labels, title }: AxisTexts,
  frame: Box,
  toY: (value: number) => number,
  gap: number,
  digit: number,
  margin: number,
): DrawnAxis {
  const placed = ticks.major.flatMap(({ value }, i): Along[] => {
    const text = labels[i]
    if (text === undefined) return []
    const y = toY(value) + digit / 2
    return [{ placed: { text, x: frame.x - gap - text.width, y }, from: y - text.height, to: y + text.depth }]
  })
  return {
    labels: withRoom(placed, frame.y - gap, frame.y + frame.height + gap, 1),
    title: { text: title, x: margin + title.height, y: frame.y + (frame.height + title.width) / 2 },
  }
}
