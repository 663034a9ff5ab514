import type { DrawnPanel, FigureLayout, KeyEntry, LayoutOptions, PlacedText } from './frame.ts'
import { hatch, type Line, teeth } from './geometry.ts'
import type { DrawnLayer, DrawnMarker } from './layers.ts'
import { layoutFigure } from './layout.ts'
import { escapeXml, plainText, short } from './plain-text.ts'
import type { FigureSpec, Point } from './spec.ts'
import { light, type Swatch, type Theme } from './theme.ts'
import type { Typeset } from './typesetter.ts'

export interface SvgOptions extends LayoutOptions {
  readonly theme?: Theme
  /** As a part of a page, which gives it size and background by its own style sheet: no width, no height and no inline style. */
  readonly isInline?: boolean
}

function pathData(lines: readonly Line[], closed: boolean): string {
  return lines
    .filter((line) => line.length > 1)
    .map((line) => `M${line.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}${closed ? 'Z' : ''}`)
    .join('')
}

function swatchOf(layer: DrawnLayer, theme: Theme): Swatch {
  return layer.style === 'historical'
    ? theme.historical
    : theme.palette[((layer.slot % theme.palette.length) + theme.palette.length) % theme.palette.length]
}

/** Dashes of a stroke, in proportion to its width; outlines of projections are dashed unless told otherwise. */
function dashes(layer: DrawnLayer, width: number): string {
  const dash = layer.layer.kind === 'marker' ? undefined : layer.layer.dash
  const kind = dash ?? (layer.style === 'projection' ? 'dashed' : 'solid')
  if (kind === 'solid') return ''
  const [on, off] = kind === 'dashed' ? [4.5, 2.5] : [1, 1.8]
  return ` stroke-dasharray="${short(on * width)} ${short(off * width)}"`
}

function strokeWidth(layer: DrawnLayer, theme: Theme): number {
  if (layer.style === 'historical') return theme.thinWidth
  if (layer.layer.kind !== 'region') return theme.curveWidth
  return layer.layer.isForeground === true ? 1.6 * theme.edgeWidth : theme.edgeWidth
}

/** The theme for a smaller or larger figure: its strokes go with its text. */
function scaled(theme: Theme, factor: number): Theme {
  const { frameWidth, tickWidth, edgeWidth, curveWidth, thinWidth, hatchWidth, hatchSpacing, markerRadius } = theme
  return {
    ...theme,
    frameWidth: frameWidth * factor,
    tickWidth: tickWidth * factor,
    edgeWidth: edgeWidth * factor,
    curveWidth: curveWidth * factor,
    thinWidth: thinWidth * factor,
    hatchWidth: hatchWidth * factor,
    hatchSpacing: hatchSpacing * factor,
    markerRadius: markerRadius * factor,
  }
}

/** The colour that a translucent one leaves on the paper. */
function mixed(colour: string, paper: string, opacity: number): string {
  const channel = (text: string, at: number): number => Number.parseInt(text.slice(at, at + 2), 16)
  const mix = (at: number): string =>
    Math.round(opacity * channel(colour, at) + (1 - opacity) * channel(paper, at))
      .toString(16)
      .padStart(2, '0')
  return `#${mix(1)}${mix(3)}${mix(5)}`
}

/** How hatching leans, so that bands that cross can be told apart. */
const LEANS = [-Math.PI / 4, -Math.PI / 3, -Math.PI / 2, -Math.PI / 9] as const

/** Of regions that others are to be read through, beside the opacity of all. */
const FAINT = 0.4

/** A region's or line's own marks: fill, hatching, edge; used for the layer and for its sample in the legend. */
function marks(layer: DrawnLayer, rings: readonly Line[], strokes: readonly Line[], theme: Theme, tag: string): string {
  const swatch = swatchOf(layer, theme)
  let out = ''
  const fill = pathData(rings, true)
  const hatched = layer.style === 'preferred' || layer.style === 'historical'
  const filled = layer.style === 'exclusion' || layer.style === 'allowed' || hatched
  if (fill !== '' && filled) {
    const isFaint = layer.layer.kind === 'region' && layer.layer.isFaint === true
    const opacity = theme.fillOpacity * (hatched ? 0.5 : isFaint ? FAINT : 1)
    const paint = !layer.isOpaque
      ? `fill="${swatch.fill}" fill-opacity="${short(opacity)}"`
      : `fill="${mixed(swatch.fill, theme.paper, theme.fillOpacity)}"`
    out += `<path${tag} d="${fill}" ${paint} fill-rule="evenodd"/>`
    if (hatched) {
      const lean = layer.style === 'historical' ? Math.PI / 4 : LEANS[layer.slot % LEANS.length]
      const spacing = theme.hatchSpacing * (layer.style === 'historical' ? 0.8 : 1)
      const width = layer.style === 'historical' ? 0.7 * theme.hatchWidth : theme.hatchWidth
      const d = pathData(hatch(rings, spacing, lean), false)
      if (d !== '')
        out += `<path d="${d}" fill="none" stroke="${swatch.edge}" stroke-width="${short(width)}" stroke-opacity="${theme.hatchOpacity}"/>`
    }
  }
  if (layer.layer.kind === 'region' && layer.layer.hasTeeth === true) {
    const d = pathData(teeth(strokes, rings, 1.4 * theme.hatchSpacing, theme.hatchSpacing), false)
    if (d !== '') out += `<path d="${d}" fill="none" stroke="${swatch.edge}" stroke-width="${short(theme.hatchWidth)}"/>`
  }
  const edge = pathData(strokes, false)
  if (edge !== '') {
    const own = out === '' ? tag : ''
    const width = strokeWidth(layer, theme)
    out += `<path${own} d="${edge}" fill="none" stroke="${swatch.edge}" stroke-width="${short(width)}" stroke-linejoin="round"${dashes(layer, width)}/>`
  }
  return out
}

function segment(ax: number, ay: number, bx: number, by: number): Line {
  return [
    [ax, ay],
    [bx, by],
  ]
}

function star([x, y]: Point, radius: number): Line {
  return Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? radius : 0.42 * radius
    const angle = -Math.PI / 2 + (i * Math.PI) / 5
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)] as const
  })
}

function marker(layer: DrawnLayer, { at: [x, y], low, high }: DrawnMarker, theme: Theme): string {
  if (layer.layer.kind !== 'marker') return ''
  const { edge } = swatchOf(layer, theme)
  const r = theme.markerRadius
  const draw = (lines: readonly Line[], width: number): string =>
    `<path d="${pathData(lines, false)}" fill="none" stroke="${edge}" stroke-width="${short(width)}"/>`
  const cap = 0.7 * r
  const bars = [segment(x, low, x, high), segment(x - cap, low, x + cap, low), segment(x - cap, high, x + cap, high)]
  const bar = low - high > 0.1 ? draw(bars, 0.8 * theme.edgeWidth) : ''
  const d = 0.8 * r
  switch (layer.layer.symbol) {
    case 'circle':
      return `${bar}<circle cx="${short(x)}" cy="${short(y)}" r="${short(d)}" fill="${edge}"/>`
    case 'star':
      return `${bar}<path d="${pathData([star([x, y], 1.5 * r)], true)}" fill="${edge}"/>`
    case 'cross':
      return bar + draw([segment(x - d, y - d, x + d, y + d), segment(x - d, y + d, x + d, y - d)], theme.curveWidth)
    case 'sight': {
      const arms = [
        [0, 1],
        [0, -1],
        [1, 0],
        [-1, 0],
      ] as const
      return draw(
        arms.map(([u, v]) => segment(x + 1.6 * r * u, y + 1.6 * r * v, x + 2.5 * r * u, y + 2.5 * r * v)),
        theme.curveWidth,
      )
    }
    case 'plus':
      return bar + draw([segment(x - r, y, x + r, y), segment(x, y - r, x, y + r)], theme.curveWidth)
  }
}

/** A layer in small, as the legend shows it: `width` wide, from its left end's middle. */
function sample(layer: DrawnLayer, [x, y]: Point, width: number, theme: Theme): string {
  if (layer.layer.kind === 'marker') return marker(layer, { at: [x + width / 2, y], low: y, high: y }, theme)
  if (layer.layer.kind === 'line') return marks(layer, [], [segment(x, y, x + width, y)], theme, '')
  const half = 0.16 * width
  const ring: Line = [...segment(x, y - half, x + width, y - half), ...segment(x + width, y + half, x, y + half)]
  const around = marks(layer, [ring], [], theme, '').repeat(layer.layer.depth ?? 0)
  return around + marks(layer, [ring], [[...ring, ring[0]]], theme, '')
}

/** A colour of the key, in the manner of an opaque region. */
function keySample({ sample: [x, y], slot }: KeyEntry, width: number, theme: Theme): string {
  const { fill, edge } = theme.palette[slot % theme.palette.length]
  const [half, thin] = [0.16 * width, theme.edgeWidth]
  const box = `x="${short(x)}" y="${short(y - half)}" width="${short(width)}" height="${short(2 * half)}"`
  return `<rect ${box} fill="${mixed(fill, theme.paper, theme.fillOpacity)}" stroke="${edge}" stroke-width="${short(thin)}"/>`
}

const STYLE_WORDS = {
  exclusion: 'excluded region',
  allowed: 'region of a fit',
  preferred: 'preferred region',
  historical: 'historical preferred region',
  projection: 'projected reach',
  curve: 'curve',
} as const

function drawLayer(layer: DrawnLayer, theme: Theme): string {
  const { id, label, kind } = layer.layer
  const tag = ` data-constraint="${escapeXml(id)}"`
  const body =
    kind === 'marker'
      ? layer.markers.map((mark) => marker(layer, mark, theme)).join('')
      : marks(layer, layer.rings, layer.strokes, theme, tag)
  const what = kind === 'marker' ? 'points' : STYLE_WORDS[layer.style]
  const isSeen = layer.rings.length + layer.strokes.length + layer.markers.length > 0
  const unseen = layer.isOpaque ? ', covered by others' : ', nothing within the frame'
  const title = escapeXml(label ? plainText(label) : id)
  return `<g${tag} role="img"><title>${title}</title><desc>${escapeXml(isSeen ? what : what + unseen)}</desc>${body}</g>\n`
}

/** Writes texts, and keeps the outlines they refer to. */
class Pen {
  readonly glyphs = new Map<string, string>()

  write(text: Typeset, transform: string, fill: string): string {
    for (const [id, outline] of text.glyphs ?? []) this.glyphs.set(id, outline)
    return `<g transform="${transform}" fill="${fill}">${text.svg}</g>`
  }

  place({ text, x, y }: PlacedText, fill: string): string {
    return this.write(text, `translate(${short(x)} ${short(y)})`, fill)
  }
}

function drawPanel(panel: DrawnPanel, id: string, theme: Theme, pen: Pen, isInline: boolean): string {
  const { frame, x, y } = panel
  const rect = `x="${short(frame.x)}" y="${short(frame.y)}" width="${short(frame.width)}" height="${short(frame.height)}"`
  let out = `<clipPath id="${id}-clip"><rect ${rect}/></clipPath>\n`
  // Markers on the frame are drawn whole.
  const drawn = (isMarker: boolean): string =>
    panel.layers
      .filter(({ layer }) => (layer.kind === 'marker') === isMarker)
      .map((layer) => drawLayer(layer, theme))
      .join('')
  out += `<g clip-path="url(#${id}-clip)">\n${drawn(false)}</g>\n`

  const { major, minor } = panel.tickMarks
  const ink = (marks: readonly Line[], width: number): string =>
    marks.length === 0 ? '' : `<path d="${pathData(marks, false)}" stroke-width="${short(width)}"/>`
  out += `<g fill="none" stroke="${theme.ink}" aria-hidden="true">${ink(minor, 0.8 * theme.tickWidth)}${ink(major, theme.tickWidth)}`
  out += `<rect ${rect} stroke-width="${short(theme.frameWidth)}"/></g>\n`

  out += drawn(true)
  out += '<g>'
  for (const label of [...x.labels, ...y.labels]) out += pen.place(label, theme.ink)
  if (x.title) out += pen.place(x.title, theme.ink)
  if (y.title) out += pen.write(y.title.text, `translate(${short(y.title.x)} ${short(y.title.y)}) rotate(-90)`, theme.ink)
  for (const line of panel.title) out += pen.place(line, theme.ink)
  out += `</g>\n<g${isInline ? ' data-part="labels"' : ''}>`
  for (const { layer, text, box, plate } of panel.labels) {
    const swatch = swatchOf(panel.layers[layer], theme)
    const at = `translate(${short(box.x)} ${short(box.y)})${box.angle === 0 ? '' : ` rotate(${short(box.angle)})`}`
    if (box.leader) {
      const [, b] = box.leader
      out += `<path d="${pathData([box.leader], false)}" fill="none" stroke="${swatch.text}" stroke-width="${short(theme.thinWidth)}"/>`
      if (panel.layers[layer].layer.kind !== 'marker')
        out += `<circle cx="${short(b[0])}" cy="${short(b[1])}" r="0.9" fill="${swatch.text}"/>`
    }
    if (plate) {
      const size = `x="${short(-box.width / 2)}" y="${short(-box.height / 2)}" width="${short(box.width)}" height="${short(box.height)}"`
      out += `<rect ${size} rx="1.5" transform="${at}" fill="${theme.paper}" fill-opacity="0.78"/>`
    }
    const inner = ` translate(${short(-text.width / 2)} ${short((text.height - text.depth) / 2)})`
    out += pen.write(text, at + inner, swatch.text)
  }
  out += '</g>\n'

  if (panel.legend.length > 0) {
    out += '<g>'
    if (panel.legendBox) {
      const { x: bx, y: by, width, height } = panel.legendBox
      out += `<rect x="${short(bx)}" y="${short(by)}" width="${short(width)}" height="${short(height)}" rx="1.5"`
      out += ` fill="${theme.paper}" fill-opacity="0.85"/>`
    }
    for (const entry of panel.legend) {
      out += sample(panel.layers[entry.layer], entry.sample, panel.sampleWidth, theme)
      out += pen.place(entry, theme.ink)
    }
    out += '</g>\n'
  }
  if (panel.key.length > 0) {
    const entries = panel.key.map((entry) => keySample(entry, panel.sampleWidth, theme) + pen.place(entry, theme.ink))
    out += `<g>${entries.join('')}</g>\n`
  }
  return out
}

/**
 * Draws a figure as SVG: deterministic, self-contained, sized in millimetres. Layers keep the order of the spec, but markers lie over all others, and of the filled
 * regions of a crowded panel larger ones over smaller; each is a group that carries `data-constraint="<id>"` (the ids of all that are drawn as one
 * region: `[data-constraint~="<id>"]` finds it), a `<title>` and a `<desc>`.
 *
 * Text is drawn by `options.typesetter` (default: the reader's fonts; `loadTypesetter` of `figures/node/tex` sets TeX as outlines).
 *
 * Throws InputError for axes that cannot be drawn.
 *
 * @example
 * const axis = { label: 'x', scale: 'linear', min: 0, max: 1 } as const
 * renderSvg({ id: 'empty', caption: 'Nothing yet.', panels: [{ x: axis, y: axis, layers: [] }] }).slice(0, 4) // '<svg'
 */
export function renderSvg(spec: FigureSpec, options: SvgOptions = {}): string {
  return drawLayout(spec, layoutFigure(spec, options), options)
}

/** Draws a figure that is laid out already. */
export function drawLayout(spec: FigureSpec, layout: FigureLayout, options: Pick<SvgOptions, 'theme' | 'isInline'> = {}): string {
  const theme = scaled(options.theme ?? light, layout.fontSize / 9.5)
  const id = spec.id.replace(/[^\w-]/gu, '-')
  const pen = new Pen()
  let body = layout.panels.map((panel, n) => drawPanel(panel, `${id}-${n + 1}`, theme, pen, options.isInline === true)).join('')
  if (layout.title) body += `${pen.place(layout.title, theme.ink)}\n`
  for (const line of layout.footnote) body += `${pen.place(line, theme.muted)}\n`
  const glyphs = [...pen.glyphs].map(([glyph, d]) => `<path id="${glyph}" d="${d}"/>`).join('')
  const [w, h] = [short(layout.width), short(layout.height)]
  const millimetres = (points: number): string => `${short((points * 25.4) / 72)}mm`
  const size = options.isInline ? '' : ` width="${millimetres(layout.width)}" height="${millimetres(layout.height)}"`
  const title = spec.title ?? spec.panels.find((panel) => panel.title)?.title ?? spec.id
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${size}`,
    ` viewBox="0 0 ${w} ${h}" role="figure" aria-labelledby="${id}-title ${id}-desc"`,
    ` font-family="${escapeXml(theme.fontFamily)}"${options.isInline ? '' : ` style="background:${theme.paper}"`}>\n`,
    `<title id="${id}-title">${escapeXml(plainText(title))}</title>\n<desc id="${id}-desc">${escapeXml(plainText(spec.caption))}</desc>\n`,
    glyphs === '' ? '' : `<defs>${glyphs}</defs>\n`,
    `<rect width="${w}" height="${h}" fill="${theme.paper}"/>\n`,
    body,
    '</svg>\n',
  ].join('')
}
