import { position } from './axes.ts'
import { type Box, clipPath, clipRing, isInside, type Line, regionEdges, simplify } from './geometry.ts'
import { corners, type LabelRequest, type Placement, placeLabels } from './labels.ts'
import { Raster } from './raster.ts'
import type { Layer, LayerStyle, Panel, Point } from './spec.ts'
import { clusters, stacked, stackingOrder, untangled, visibleStrokes } from './stack.ts'
import { type Typeset, type Typesetter, typesetWithin } from './typesetter.ts'

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
  /** In a crowded panel: the cells of the frame's raster where an opaque fill or a projected reach shows. */
  readonly visible?: Uint8Array
  /** In a crowded panel: whether it hides what lies under it, and so shows only in part. */
  readonly isOpaque?: boolean
}

export interface PlacedLabel {
  readonly layer: number
  readonly text: Typeset
  readonly box: Placement
  /** Whether the label lies on hatching and needs paper under it. */
  readonly plate: boolean
}

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
    const box = boxOf(layer, panel, frame)
    const clipped = ringsWithin(layer, panel, frame)
    const strokes = regionEdges(clipped, box).map(tidy)
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
    const paths = layer.paths.map((path) => finitePath(path, toX, toY))
    const strokes = paths.flatMap((path) => clipPath(path, beyond)).map(tidy)
    const rings = layer.isFilled ? paths.map((path) => clipRing(closedBelow(path, frame), frame)).filter((ring) => ring.length > 0) : []
    return { layer, slot, style: layer.style, rings, strokes, markers: [] }
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

/** A path that comes as near to a side of a frame as this part of its width ends there. */
const NEAR = 0.02

/** A path with the way back along the lower end of a frame; where it ends near a side it goes on level to it. */
function closedBelow(path: Line, frame: Box): Line {
  if (path.length === 0) return []
  const bottom = frame.y + frame.height
  const end = ([x]: Point, side: number): number => (Math.abs(x - side) <= NEAR * frame.width ? side : x)
  const [first, last] = [path[0], path[path.length - 1]]
  const [left, right] = [end(first, frame.x), end(last, frame.x + frame.width)]
  return [[left, bottom], [left, first[1]], ...path, [right, last[1]], [right, bottom]]
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

/** In a crowded panel, a sliver with less than a square of so many cells has no line in the legend where there is no room for its name. */
const LISTED = 4

/** In a crowded panel, what shows in fewer cells than this is thinner than a line, and not drawn. */
const SEEN = 6

/** Pieces of a region farther apart than so many cells have names of their own. */
const APART = 5

const FILLED: readonly LayerStyle[] = ['exclusion', 'allowed']
const HATCHED: readonly LayerStyle[] = ['preferred', 'historical']

const cellsOf = (mask: Uint8Array): number => mask.reduce((sum, cell) => sum + cell, 0)
const lengthOf = (lines: readonly Line[]): number =>
  lines.reduce(
    (sum, line) => sum + line.reduce((part, [x, y], k) => part + (k === 0 ? 0 : Math.hypot(x - line[k - 1][0], y - line[k - 1][1])), 0),
    0,
  )

export interface PanelOptions {
  /** Whether lines and markers have their names in the legend. */
  readonly areCurvesListed?: boolean
  /** No names, and regions stacked by their area alone. */
  readonly isDraft?: boolean
  /** Names wider than this are cut short. */
  readonly widest: number
}

/** What a panel shows within its frame, and the names on it; `listed` are layers that the legend has to name, `seen` those that show. */
export interface PanelBody {
  readonly layers: readonly DrawnLayer[]
  readonly texts: readonly (Typeset | undefined)[]
  readonly labels: readonly PlacedLabel[]
  readonly listed: readonly number[]
  readonly seen: readonly number[]
}

const isSeen = ({ strokes, rings }: Pick<DrawnLayer, 'strokes' | 'rings'>): boolean => strokes.length > 0 || rings.length > 0

const draftBody = (layers: readonly DrawnLayer[]): PanelBody => ({
  layers,
  texts: layers.map(() => undefined),
  labels: [],
  listed: [],
  seen: layers.flatMap((layer, i) => (isSeen(layer) ? [i] : [])),
})

/** Works out a {@link PanelBody}. */
export function panelBody(
  panel: Panel,
  frame: Box,
  size: number,
  typesetter: Typesetter,
  tickMarks: readonly Line[],
  { areCurvesListed = false, isDraft = false, widest }: PanelOptions,
): PanelBody {
  const slot = slots(panel.layers)
  const markerRadius = 0.3 * size
  const drawn = withoutTangles(
    panel.layers.map((layer, i) => drawLayer(layer, slot[i], panel, frame, markerRadius)),
    frame,
  )
  if (isDraft) return draftBody(panel.isCrowded ? layersByArea(drawn) : drawn)
  const layers = panel.isCrowded ? stackedLayers(drawn, panel, frame) : drawn
  const raster = new Raster(frame)
  const shownStrokes = layers.map(({ strokes, visible, style }) =>
    visible === undefined ? strokes : visibleStrokes(raster, strokes, visible, style === 'projection' ? 0 : 1),
  )
  const isHidden = ({ visible, style }: DrawnLayer, i: number): boolean =>
    visible !== undefined &&
    !isForeground(layers[i]) &&
    (style === 'projection' ? lengthOf(shownStrokes[i]) < 2 * size : !raster.hasSquare(visible, 2))
  const texts = layers.map((one, i) =>
    one.layer.label && !isHidden(one, i) ? typesetWithin(one.layer.label, size, widest, typesetter) : undefined,
  )
  const named = layers
    .map((_, i) => i)
    .filter((i) => texts[i] !== undefined && (layers[i].strokes.length > 0 || layers[i].rings.length > 0))
  const wanted = named.filter((i) => naming(layers[i]) === undefined)
  const obstacles = [...shownStrokes.filter((_, i) => !wanted.includes(i)).flat(), ...tickMarks]
  const requests = wanted.map((i): LabelRequest => {
    const text = texts[i]!
    const { rings, layer, style, visible } = layers[i]
    const isReach = visible !== undefined && style === 'projection'
    const marks = layers[i].markers.map(({ at: [x, y], low, high }): Box => {
      const [top, bottom] = [Math.min(high, y - markerRadius), Math.max(low, y + markerRadius)]
      return { x: x - markerRadius, y: top, width: 2 * markerRadius, height: bottom - top }
    })
    return {
      width: text.width + 2,
      height: text.height + text.depth,
      strokes: shownStrokes[i],
      inside: FILLED.includes(style) && layer.kind === 'region' ? 'always' : HATCHED.includes(style) ? 'rather' : 'never',
      rings: layer.kind === 'region' && !isReach ? rings : undefined,
      visible,
      marks: layer.kind === 'marker' ? marks : undefined,
    }
  })
  const owners = [...wanted]
  if (panel.isCrowded) {
    for (const [k, request] of [...requests.entries()]) {
      const { visible, strokes } = request
      const { layer, style, rings } = layers[wanted[k]]
      const isReach = style === 'projection'
      const isBackground = layer.kind === 'region' && layer.isBackground === true
      if (visible === undefined || isBackground || !(isReach || style === 'exclusion')) continue
      const shown = isReach ? shownReach(raster, rings, strokes, visible) : visible
      const [first, ...others] = clusters(raster, shown, APART).filter((piece) => raster.hasSquare(piece, 2))
      if (first === undefined) continue
      const part = (piece: Uint8Array) => ({ ...request, visible: piece, strokes: visibleStrokes(raster, strokes, piece, isReach ? 0 : 1) })
      requests[k] = part(first)
      for (const piece of others) {
        if (!raster.hasSquare(piece, LISTED)) continue
        requests.push({ ...part(piece), repeats: k })
        owners.push(wanted[k])
      }
    }
  }
  let places = panel.legend === 'all' ? requests.map(() => undefined) : placeLabels(frame, requests, obstacles, 2.5)
  // Plain curves stay together: if one needs the legend, all go there.
  const isCurve = (k: number): boolean => layers[owners[k]].layer.kind !== 'region'
  const isAside = places.some((p, k) => isCurve(k) && (p === undefined || p.leader !== undefined))
  if (areCurvesListed || (isAside && wanted.filter((_, k) => isCurve(k)).length > 1)) {
    places = places.map((p, k) => (isCurve(k) ? undefined : p))
  }
  const hatched = layers.filter((layer) => layer.rings.length > 0 && HATCHED.includes(layer.style))
  const labels: PlacedLabel[] = []
  const listed: number[] = []
  places.forEach((box, k) => {
    const i = owners[k]
    const { visible, style } = layers[i]
    if (box) labels.push({ layer: i, text: texts[i]!, box, plate: onHatching(box, hatched) })
    else if (requests[k].repeats !== undefined) return
    else if (visible === undefined || style === 'projection' || isForeground(layers[i]) || raster.hasSquare(visible, LISTED)) listed.push(i)
  })
  listed.push(...named.filter((i) => naming(layers[i]) === 'legend'))
  // A reach is an outline: where limits cover all of it, nothing shows.
  const isSeen = ({ rings, visible, style }: DrawnLayer, i: number): boolean =>
    shownStrokes[i].length > 0 || (rings.length > 0 && (visible === undefined || style !== 'projection'))
  const seen = layers.flatMap((one, i) => (isSeen(one, i) ? [i] : []))
  return { layers, texts, labels, listed, seen }
}

/** The cells that a reach takes of what nothing covers, with those that its outline runs through. */
function shownReach(raster: Raster, rings: readonly Line[], strokes: readonly Line[], free: Uint8Array): Uint8Array {
  const mask = raster.mask()
  raster.fill(mask, rings)
  for (let k = 0; k < mask.length; k++) mask[k] &= free[k]
  for (const line of strokes) raster.stroke(mask, line)
  return mask
}

/** Projections whose outlines run together take turns there. */
function withoutTangles(layers: readonly DrawnLayer[], frame: Box): DrawnLayer[] {
  const projected = layers.filter(({ style, layer }) => style === 'projection' && layer.kind === 'region')
  const outlines = untangled(
    frame,
    projected.map(({ strokes }) => strokes),
  )
  return layers.map((layer) => (projected.includes(layer) ? { ...layer, strokes: outlines[projected.indexOf(layer)] } : layer))
}

/** The order of regions must not hang on the size of a figure: it is worked out in a frame of this size. */
const USUAL: Box = { x: 0, y: 0, width: 300, height: 225 }

/** The part of a frame in which a layer is known. */
function boxOf(layer: Layer, panel: Panel, frame: Box): Box {
  if (layer.kind !== 'region' || layer.within === undefined) return frame
  const { x, y } = layer.within
  const [left, right] = x.map(position(panel.x, frame.x, frame.x + frame.width))
  const [bottom, top] = y.map(position(panel.y, frame.y + frame.height, frame.y))
  const [from, to] = [Math.max(frame.x, left), Math.min(frame.x + frame.width, right)]
  const [above, below] = [Math.max(frame.y, top), Math.min(frame.y + frame.height, bottom)]
  return { x: from, y: above, width: Math.max(0, to - from), height: Math.max(0, below - above) }
}

/** The rings of a region, clipped to what is known in a frame. */
function ringsWithin(layer: Layer, panel: Panel, frame: Box): Line[] {
  const toX = position(panel.x, frame.x, frame.x + frame.width)
  const toY = position(panel.y, frame.y + frame.height, frame.y)
  const box = boxOf(layer, panel, frame)
  const rings = layer.kind === 'region' ? layer.polygons.map((ring) => clipRing(finitePath(ring, toX, toY), box)) : []
  return rings.filter((ring) => ring.length > 0)
}

const isForeground = ({ layer }: DrawnLayer): boolean => layer.kind === 'region' && layer.isForeground === true

/** Where the name of a layer stands, if not where there is room. */
const naming = ({ layer }: DrawnLayer): 'legend' | 'beside' | undefined => (layer.kind === 'line' ? undefined : layer.named)

/** Filled regions of the background lie under all others, those of the foreground over them. */
const levelOf = (one: DrawnLayer): number =>
  isForeground(one) ? 2 : one.layer.kind === 'region' && one.layer.isBackground === true ? 0 : 1

/**
 * Projected reaches at the bottom, so that they show where no limit is yet; over them filled regions, the larger over the smaller, without those that
 * do not show; then the rest as it came.
 */
function stackedLayers(layers: readonly DrawnLayer[], panel: Panel, frame: Box): DrawnLayer[] {
  const those = (...styles: LayerStyle[]): DrawnLayer[] => layers.filter(({ style }) => styles.includes(style))
  const [reaches, filled] = [those('projection'), those('exclusion')]
  const raster = new Raster(frame)
  const order = stackingOrder(
    new Raster(USUAL),
    filled.map(({ layer }) => ringsWithin(layer, panel, USUAL)),
    filled.map(levelOf),
  )
  const { visible, free: uncovered } = stacked(
    raster,
    filled.map(({ rings }) => rings),
    order,
  )
  const free = raster.inner(uncovered)
  const seen = (i: number): DrawnLayer =>
    cellsOf(visible[i]) < SEEN && !isForeground(filled[i])
      ? { ...filled[i], visible: raster.mask(), isOpaque: true, rings: [], strokes: [] }
      : { ...filled[i], visible: visible[i], isOpaque: true }
  const reach = (layer: DrawnLayer): DrawnLayer => ({
    ...layer,
    visible: isForeground(layer) ? raster.inner(raster.mask().fill(1)) : free,
    isOpaque: true,
  })
  return [
    ...reaches.filter((layer) => !isForeground(layer)).map(reach),
    ...order.map(seen),
    ...reaches.filter(isForeground).map(reach),
    ...those('allowed', 'preferred', 'historical', 'curve'),
  ]
}

/** The same order but for what is covered wholly, from the areas of the outlines alone. */
function layersByArea(layers: readonly DrawnLayer[]): DrawnLayer[] {
  const those = (...styles: LayerStyle[]): DrawnLayer[] => layers.filter(({ style }) => styles.includes(style))
  const areas = new Map(layers.map((layer) => [layer, Math.abs(layer.rings.reduce((sum, ring) => sum + signedArea(ring), 0))]))
  const filled = those('exclusion').sort((a, b) => levelOf(a) - levelOf(b) || areas.get(a)! - areas.get(b)!)
  const reaches = those('projection')
  return [
    ...[...reaches.filter((layer) => !isForeground(layer)), ...filled, ...reaches.filter(isForeground)].map((layer) => ({
      ...layer,
      isOpaque: true,
    })),
    ...those('allowed', 'preferred', 'historical', 'curve'),
  ]
}

function signedArea(ring: Line): number {
  let twice = 0
  for (let k = 0; k < ring.length; k++) {
    const [[ax, ay], [bx, by]] = [ring[k], ring[(k + 1) % ring.length]]
    twice += ax * by - bx * ay
  }
  return twice / 2
}

function onHatching(box: Placement, hatched: readonly DrawnLayer[]): boolean {
  const [a, b, c, d] = corners(box)
  const samples = [0, 0.25, 0.5, 0.75, 1].flatMap((t): Point[] => [
    [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])],
    [d[0] + t * (c[0] - d[0]), d[1] + t * (c[1] - d[1])],
  ])
  return hatched.some((layer) => samples.some((sample) => isInside(layer.rings, sample)))
}
