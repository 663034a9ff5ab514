import { InputError } from '../errors.ts'
import { checkAxis } from './axes.ts'
import { footBottom, placedFootnote } from './footnote.ts'
import {
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
import { layoutGrid } from './grid.ts'
import { type PanelBody, panelBody } from './layers.ts'
import { placeLegend } from './legend.ts'
import { plainTypesetter } from './plain-text.ts'
import type { Axis, FigureSpec, Panel, Point } from './spec.ts'
import { type Typeset, typesetWithin } from './typesetter.ts'

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
  if (panels.every(({ place }) => place !== undefined)) return layoutGrid(spec, { ...options, typesetter })
  const { width_mm, width } = layoutWidth(options, panels.length === 1 ? 120 : 180)
  const fontSize = Math.min(9.5, Math.max(5.5, 4 + (0.045 * width_mm) / panels.length))
  const aspect = options.aspect ?? (panels.length === 1 ? 0.75 : 0.9)
  const tickSize = TICK_SIZE * fontSize
  const labelSize = 0.84 * fontSize
  const smallSize = Math.max(5.5, 0.7 * fontSize)
  const tickLength = 0.5 * fontSize
  const gap = 0.4 * fontSize
  const margin = 0.35 * fontSize
  const gutter = 1.2 * fontSize

  const axisTexts = (axis: Axis, length: number, apart: number) => textsOfAxis(axis, length / apart, fontSize, typesetter)
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
    const text = typesetWithin(spec.title, 1.05 * fontSize, width - 2 * margin, typesetter)
    title = { text, x: 0, y: top + text.height }
    top += text.height + text.depth + gap
  }
  const titles = panels.map((panel) => (panel.title ? typesetWithin(panel.title, fontSize, frameWidth + rights[0], typesetter) : undefined))
  // One baseline for all panels: the deepest title decides.
  const titleDepth = Math.max(0, ...titles.map((text) => text?.depth ?? 0))
  const titleHeight = Math.max(0, ...titles.map((text) => (text ? text.height + titleDepth + gap : 0)))
  const frameTop = top + titleHeight

  let left = margin
  let bottom = 0
  const sampleWidth = 2 * labelSize
  const places = panels.map((panel, n) => {
    left += lefts[n]
    const frame = { x: left, y: frameTop, width: frameWidth, height: frameHeight }
    left += frameWidth + rights[n] + gutter
    const { toX, toY, tickMarks } = tickMarksOf(frame, panel, xs[n].ticks, ys[n].ticks, tickLength)
    const body = (areCurvesListed: boolean) =>
      panelBody(panel, frame, panel.isCrowded ? smallSize : labelSize, typesetter, [...tickMarks.major, ...tickMarks.minor], {
        areCurvesListed,
        isDraft: options.isDraft,
        widest: frameWidth - 3.5 * labelSize,
      })
    return { frame, toX, toY, tickMarks, body }
  })
  const bodies = alikeLegends(panels, (n, areCurvesListed) => places[n].body(areCurvesListed))

  const drawn = panels.map((panel, n): DrawnPanel => {
    const { frame, toX, toY, tickMarks } = places[n]
    const body = bodies[n]

    // All labels of an axis share one baseline (below) or one right edge (left).
    const xHeight = Math.max(0, ...xs[n].labels.map((text) => text?.height ?? 0))
    const xDepth = Math.max(0, ...xs[n].labels.map((text) => text?.depth ?? 0))
    const xBaseline = frame.y + frame.height + gap + xHeight
    const digit = typesetter.typeset('$0$', tickSize).height
    const x = {
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
    const y = {
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

    // Rows run on under the panels to the right that have none of their own.
    const next = bodies.findIndex((other, i) => i > n && (other.listed.length > 0 || panels[i].key !== undefined))
    const lastFrame = places[(next < 0 ? panels.length : next) - 1].frame
    const rowsEnd = lastFrame.x + lastFrame.width
    let under = x.title.y + x.title.text.depth + 1.2 * gap
    /** Samples and their texts in rows under the axis title. */
    const rows = <T extends { readonly text: Typeset }>(
      entries: readonly T[],
      size: number,
    ): (T & PlacedText & { readonly sample: Point })[] => {
      const line = 1.45 * size
      let pen = frame.x
      const placed = entries.map((entry) => {
        const needed = sampleWidth + 0.5 * size + entry.text.width
        if (pen > frame.x && pen + needed > rowsEnd) {
          pen = frame.x
          under += line
        }
        const middle = under + line / 2
        const at = { sample: [pen, middle] as const, x: pen + sampleWidth + 0.5 * size, y: middle + 0.34 * size }
        pen += needed + 1.5 * size
        return { ...entry, ...at }
      })
      if (placed.length > 0) under += line
      bottom = Math.max(bottom, placed.length > 0 ? under : 0)
      return placed
    }

    // The legend: inside where a corner is free, else in rows.
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
        legend.push(...rows(entries, labelSize))
      }
    }
    const shownSlots = new Set(
      body.seen
        .map((i) => body.layers[i])
        .filter(({ style }) => style === 'exclusion' || style === 'projection')
        .map(({ slot }) => slot),
    )
    const key = rows(
      (panel.key ?? [])
        .filter(({ colour }) => shownSlots.has(colour))
        .map(({ label, colour }) => ({ slot: colour, text: typesetter.typeset(label, smallSize) })),
      smallSize,
    )
    return {
      frame,
      x,
      y,
      title: panelTitle ? [panelTitle] : [],
      layers: body.layers,
      labels: body.labels,
      legendBox,
      legend,
      key,
      tickMarks,
      sampleWidth,
    }
  })

  const footnote = placedFootnote(
    spec.footnote,
    { x: drawn[0].frame.x, y: bottom + 1.2 * gap, width: width - margin - drawn[0].frame.x },
    fontSize,
    typesetter,
  )
  const height = footBottom(footnote, fontSize, bottom) + margin
  if (title) {
    const [first, last] = [drawn[0].frame, drawn[drawn.length - 1].frame]
    title = { ...title, x: (first.x + last.x + last.width - title.text.width) / 2 }
  }
  return { width, height, fontSize, title, panels: drawn, footnote }
}

/** What each panel shows; a curve that one panel names in its legend is not named on its line in another. */
function alikeLegends(panels: readonly Panel[], bodyOf: (n: number, areCurvesListed: boolean) => PanelBody): PanelBody[] {
  const bodies = panels.map((_, n) => bodyOf(n, false))
  const curveLabels = ({ layers }: PanelBody, those: readonly number[]): (string | undefined)[] =>
    those.map((i) => layers[i].layer).flatMap(({ kind, label }) => (kind === 'region' ? [] : [label]))
  const listed = bodies.flatMap((body) => curveLabels(body, body.listed))
  return bodies.map((body, n) => {
    const named = curveLabels(
      body,
      body.labels.map(({ layer }) => layer),
    )
    return named.some((label) => listed.includes(label)) ? bodyOf(n, true) : body
  })
}
