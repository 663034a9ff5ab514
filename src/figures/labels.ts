import { type Box, type Line, resample } from './geometry.ts'
import { Raster } from './raster.ts'
import type { Point } from './spec.ts'
import { byDepth, cells, thinned } from './targets.ts'

/** What wants a name on the panel; everything in points. */
export interface LabelRequest {
  readonly width: number
  readonly height: number
  /** The drawn strokes, clipped to the frame. */
  readonly strokes: readonly Line[]
  /** Filled rings (even-odd), clipped to the frame; absent for lines and markers. */
  readonly rings?: readonly Line[]
  /** Cells of the frame's raster where a region shows that others lie over. */
  readonly visible?: Uint8Array
  /** A filled region takes its name inside, or at the end of a leader; a band has it inside where it can; an outline or a line on either side. */
  readonly inside: 'always' | 'rather' | 'never'
  /** Markers with their error bars: the name goes beside one of them. */
  readonly marks?: readonly Box[]
  /** The request whose name this one repeats, for a piece that lies far from it: placed last, or not at all where the name stands near. */
  readonly repeats?: number
}

/** A label's box: centre, size, turned clockwise by `angle` degrees; `leader` runs from the box to what it names. */
export interface Placement {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly angle: number
  readonly leader?: readonly [Point, Point]
}

/** The corners of a turned box. */
export function corners(p: Placement): Point[] {
  const cos = Math.cos((p.angle * Math.PI) / 180)
  const sin = Math.sin((p.angle * Math.PI) / 180)
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([i, j]) => {
    const u = (i * p.width) / 2
    const v = (j * p.height) / 2
    return [p.x + u * cos - v * sin, p.y + u * sin + v * cos] as const
  })
}

/** Whether two turned boxes overlap (no axis of either box parts them). */
export function overlap(a: Placement, b: Placement): boolean {
  const [ca, cb] = [corners(a), corners(b)]
  for (const degrees of [a.angle, a.angle + 90, b.angle, b.angle + 90]) {
    const cos = Math.cos((degrees * Math.PI) / 180)
    const sin = Math.sin((degrees * Math.PI) / 180)
    const along = (points: readonly Point[]): number[] => points.map(([x, y]) => x * cos + y * sin)
    const [pa, pb] = [along(ca), along(cb)]
    if (Math.max(...pa) <= Math.min(...pb) || Math.max(...pb) <= Math.min(...pa)) return false
  }
  return true
}

/** A place that costs more leaves a reader guessing what the label names; a leader may do better. */
const UNCLEAR = 3.5

/** A name is repeated on pieces farther from it than so many heights of the text. */
const FAR = 2.5

/** In cells: how far from others' strokes on a curve a leader ends at best, and else. */
const CLEARANCES = [4, 3, 2, 1] as const

interface Candidate extends Placement {
  readonly cost: number
}

/** Boxes that ride on a path, on both sides, turned with it. Cost: how much the path bends, how far the text is turned. */
function alongPath(path: Line, width: number, height: number, gap: number): Candidate[] {
  const step = 3
  const points = resample(path, step)
  const window = Math.round(width / step)
  const candidates: Candidate[] = []
  const stride = Math.max(1, Math.floor(points.length / 80))
  for (let i = 0; i + window < points.length; i += stride) {
    let [a, b] = [points[i], points[i + window]]
    if (a[0] > b[0] || (a[0] === b[0] && a[1] < b[1])) [a, b] = [b, a]
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const chord = Math.hypot(dx, dy)
    if (chord < 0.85 * width) continue
    // Nearly vertical text reads upwards, whichever way the path leans.
    let angle = (Math.atan2(dy, dx) * 180) / Math.PI
    if (angle > 80) angle -= 180
    const [nx, ny] = [-dy / chord, dx / chord]
    let [low, high] = [0, 0]
    for (let k = i; k <= i + window; k++) {
      const off = (points[k][0] - a[0]) * nx + (points[k][1] - a[1]) * ny
      low = Math.min(low, off)
      high = Math.max(high, off)
    }
    if (high - low > 0.8 * height) continue
    const [mx, my] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    const middle = Math.abs((i + window / 2) / points.length - 0.5)
    const cost = (4 * (high - low)) / height + Math.abs(angle) / 90 + 0.6 * middle
    for (const off of [low - gap - height / 2, high + gap + height / 2]) {
      candidates.push({ x: mx + off * nx, y: my + off * ny, width, height, angle, cost })
    }
  }
  return candidates
}

function nearest(points: readonly Point[], x: number, y: number): Point | undefined {
  let best: Point | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const p of points) {
    const distance = (p[0] - x) ** 2 + (p[1] - y) ** 2
    if (distance < bestDistance) {
      bestDistance = distance
      best = p
    }
  }
  return best
}

function isWithin(box: Box, [x, y]: Point): boolean {
  return x >= box.x - 1e-6 && x <= box.x + box.width + 1e-6 && y >= box.y - 1e-6 && y <= box.y + box.height + 1e-6
}

/** Boxes beside a mark: right, left, above, below. */
function besideMark(mark: Box, width: number, height: number, gap: number): Candidate[] {
  const [x, y] = [mark.x + mark.width / 2, mark.y + mark.height / 2]
  const [across, up] = [(mark.width + width) / 2 + gap, (mark.height + height) / 2 + gap]
  const offsets = [
    [across, 0],
    [-across, 0],
    [0, -up],
    [0, up],
    [across, -up],
    [-across, -up],
    [across, up],
    [-across, up],
  ]
  return offsets.map(([dx, dy], i) => ({ x: x + dx, y: y + dy, width, height, angle: 0, cost: 0.15 * i }))
}

/** Where the straight line from a box's centre to a point leaves the (upright) box. */
function rim(box: Placement, to: Point, gap: number): Point {
  const [dx, dy] = [to[0] - box.x, to[1] - box.y]
  const t = Math.min((box.width / 2 + gap) / Math.max(1e-9, Math.abs(dx)), (box.height / 2 + gap) / Math.max(1e-9, Math.abs(dy)), 1)
  return [box.x + t * dx, box.y + t * dy]
}

function leaderBox([a, b]: readonly [Point, Point]): Placement {
  const angle = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI
  return { x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2, width: Math.hypot(b[0] - a[0], b[1] - a[1]), height: 1, angle }
}

/**
 * Gives every label a place of its own: inside its region, along its edge or curve (turned with it), or aside with a leader line;
 * `undefined` where there is no room. A placed label crosses no stroke, no other label, no leader and keeps `inset` from the frame.
 * Markers go first, then the narrowest choices; equal choices fall to the earlier request, so the result is deterministic.
 *
 * @param obstacles strokes that carry no label of their own
 */
export function placeLabels(
  frame: Box,
  requests: readonly LabelRequest[],
  obstacles: readonly Line[],
  inset: number,
): (Placement | undefined)[] {
  const raster = new Raster(frame)
  const strokes = raster.mask()
  const owners = new Uint16Array(strokes.length)
  for (const line of obstacles) raster.stroke(strokes, line)
  const coverage = raster.mask()
  const masks = requests.map((request, i) => {
    for (const line of request.strokes) {
      raster.stroke(strokes, line)
      raster.stroke(owners, line, i + 1)
    }
    if (request.rings === undefined) return undefined
    const mask = request.visible ?? raster.mask()
    if (request.visible === undefined) raster.fill(mask, request.rings)
    for (let k = 0; k < mask.length; k++) coverage[k] += mask[k]
    return mask
  })
  const strokeSums = raster.sums(strokes)
  const isCrowded = requests.some(({ visible }) => visible !== undefined)
  const near = raster.nearest(owners)
  const reach = Math.hypot(frame.width, frame.height)

  const inFrame = (p: Placement): boolean =>
    corners(p).every(
      ([x, y]) => x >= frame.x + inset && x <= frame.x + frame.width - inset && y >= frame.y + inset && y <= frame.y + frame.height - inset,
    )
  /** Whether a turned box touches a set cell; sampled at the cells' own step. */
  const touches = (mask: Uint8Array, p: Placement): boolean => {
    const cos = Math.cos((p.angle * Math.PI) / 180)
    const sin = Math.sin((p.angle * Math.PI) / 180)
    const [nu, nv] = [Math.ceil(p.width / 1.2), Math.ceil(p.height / 1.2)]
    for (let iu = 0; iu <= nu; iu++) {
      for (let iv = 0; iv <= nv; iv++) {
        const u = (iu / nu - 0.5) * p.width
        const v = (iv / nv - 0.5) * p.height
        const cell = raster.index(p.x + u * cos - v * sin, p.y + u * sin + v * cos)
        if (cell >= 0 && mask[cell]) return true
      }
    }
    return false
  }
  const covering = (p: Placement): number => {
    const points = [...corners(p), [p.x, p.y] as Point]
    return points.reduce((sum, [x, y]) => sum + (coverage[raster.index(x, y)] ?? 0), 0) / points.length
  }

  /** How much of the label lies nearer to another's stroke than to its own, 0 to 1. */
  const ambiguity = (p: Placement, i: number): number => {
    const points = [...corners(p), [p.x, p.y] as Point]
    return points.reduce((sum, [x, y]) => sum + (near.owner[raster.index(x, y)] === i + 1 ? 0 : 1), 0) / points.length
  }

  /** Every place on or in the thing itself, best first. */
  const ownPlaces = (request: LabelRequest, i: number): Candidate[] => {
    const { width, height } = request
    const mask = masks[i]
    const found: Candidate[] = []
    const inMask = (p: Placement): boolean => mask !== undefined && mask[raster.index(p.x, p.y)] === 1
    const isOwn = (p: Placement): boolean => inMask(p) && corners(p).every(([x, y]) => mask?.[raster.index(x, y)] === 1)
    for (const mark of request.marks ?? []) {
      for (const candidate of besideMark(mark, width, height, raster.cell + 1)) {
        found.push({ ...candidate, cost: candidate.cost + 0.5 * covering(candidate) + ambiguity(candidate, i) })
      }
    }
    for (const line of request.marks ? [] : request.strokes) {
      for (const candidate of alongPath(line, width, height, raster.cell + 0.6)) {
        if (request.inside === 'always' && !isOwn(candidate)) continue
        const own = inMask(candidate) ? 1 : 0
        const outside = request.inside === 'rather' && own === 0 ? 2.4 : 0
        const [others, doubt] = [Math.max(0, covering(candidate) - own), ambiguity(candidate, i)]
        if (others > 0.5 && doubt > 0.7) continue
        // Where a region is alone, its middle is better than its edge.
        const edge = request.inside !== 'never' && own === 1 ? 1.2 * Math.max(0, 1 - others) : 0
        found.push({ ...candidate, cost: candidate.cost + outside + edge + 0.5 * others + 3 * doubt })
      }
    }
    if (mask && request.inside !== 'never') {
      const outsideSums = raster.sums(mask.map((m) => 1 - m))
      const middle = raster.centre(mask, coverage)
      const step = 3
      for (const angle of [0, -90]) {
        const [w, h] = angle === 0 ? [width, height] : [height, width]
        for (let y = frame.y + inset + h / 2; y <= frame.y + frame.height - inset - h / 2; y += step) {
          for (let x = frame.x + inset + w / 2; x <= frame.x + frame.width - inset - w / 2; x += step) {
            if (raster.sum(outsideSums, x, y, w, h) > 0 || raster.sum(strokeSums, x, y, w, h) > 0) continue
            const box = { x, y, width, height, angle }
            const others = covering(box) - 1
            const doubt = ambiguity(box, i)
            if (others > 0.5 && doubt > 0.7) continue
            const clear = near.distance[raster.index(x, y)] / height
            // Alone in its region a label stands in the middle; over others' regions it keeps to its own edge.
            const shared = Math.min(1, others)
            const depth = 0.15 * shared * Math.min(8, clear) + ((1 - shared) * Math.hypot(x - middle[0], y - middle[1])) / reach
            const turned = angle === 0 ? 0.2 : 1.4
            found.push({ ...box, cost: turned + 0.5 * Math.max(0, 2 - clear) + depth + 0.5 * others + 3 * doubt })
          }
        }
      }
    }
    return found
      .filter(inFrame)
      .sort((a, b) => a.cost - b.cost)
      .slice(0, 4000)
      .filter((candidate) => !touches(strokes, candidate))
  }

  /**
   * Where a leader may end, the clearest first: in a crowded panel within what shows of a region, the deeper the better, or on a curve, the farther
   * from others' strokes the better.
   */
  const leaderTargets = ({ strokes, visible, inside }: LabelRequest, i: number): readonly (readonly Point[])[] => {
    const points = strokes.flatMap((line) => resample(line, 4))
    if (!isCrowded) return [points]
    // Where a curve comes out from under something else it is hard to see.
    const inner = strokes.flatMap((line) => {
      const along = resample(line, 4)
      return along.length > 2 ? along.slice(1, -1) : along
    })
    if (inside === 'always' && visible !== undefined) return byDepth(raster, visible)
    const isClear = ([x, y]: Point, reach: number): boolean => {
      for (let dx = -reach; dx <= reach; dx += raster.cell) {
        for (let dy = -reach; dy <= reach; dy += raster.cell) {
          const owner = owners[raster.index(x + dx, y + dy)] ?? 0
          if (owner !== 0 && owner !== i + 1) return false
        }
      }
      return true
    }
    return thinned([...CLEARANCES.map((cells) => inner.filter((point) => isClear(point, cells * raster.cell))), inner])
  }

  /** Places aside, joined to the thing by a leader, best first. */
  const asidePlaces = (request: LabelRequest, i: number): Candidate[] => {
    const { width, height } = request
    const found: Candidate[] = []
    const targets = leaderTargets(request, i)
    for (let y = frame.y + inset + height / 2; y <= frame.y + frame.height - inset - height / 2; y += 5) {
      for (let x = frame.x + inset + width / 2; x <= frame.x + frame.width - inset - width / 2; x += 5) {
        if (raster.sum(strokeSums, x, y, width + 4, height + 4) > 0) continue
        const box = { x, y, width, height, angle: 0 }
        for (const [rank, points] of targets.entries()) {
          const target = nearest(points, x, y)
          if (target === undefined) continue
          const mark = request.marks?.find((m) => isWithin(m, target))
          const anchor = mark ? rim({ ...mark, x: mark.x + mark.width / 2, y: mark.y + mark.height / 2, angle: 0 }, [x, y], 1) : target
          const leader = [rim(box, anchor, 1), anchor] as const
          const length = Math.hypot(leader[1][0] - leader[0][0], leader[1][1] - leader[0][1])
          if (length < 6 || length > 0.3 * (frame.width + frame.height)) continue
          // Strokes met on the way, but for the last steps onto the thing itself.
          let met = 0
          for (let s = 0; s < length - 3; s += 1) {
            const t = s / length
            const cell = raster.index(leader[0][0] + t * (anchor[0] - leader[0][0]), leader[0][1] + t * (anchor[1] - leader[0][1]))
            if (cell >= 0 && strokes[cell] && owners[cell] !== i + 1) met++
          }
          found.push({
            ...box,
            leader,
            cost:
              2.5 + (request.inside === 'always' ? 1 : 0.5) * rank + (0.35 * length) / height + met + (isCrowded ? 3 : 1) * covering(box),
          })
        }
      }
    }
    return found.sort((a, b) => a.cost - b.cost)
  }

  const places = requests.map(ownPlaces)
  const choice = (i: number): number => (requests[i].marks ? 0 : 1 + places[i].length)
  const order = requests.map((_, i) => i).sort((a, b) => choice(a) - choice(b) || a - b)
  const placed: (Placement | undefined)[] = requests.map(() => undefined)
  const taken: Placement[] = []
  const free = (p: Placement): boolean => {
    const padded = { ...p, width: p.width + 6, height: p.height + 4 }
    const leader = p.leader && leaderBox(p.leader)
    return taken.every((other) => !overlap(padded, other) && !(leader && overlap(leader, other)))
  }
  const take = (i: number, p: Candidate | undefined): void => {
    if (p === undefined) return
    const { cost: _, ...placement } = p
    placed[i] = placement
    taken.push(placement)
    if (p.leader) taken.push(leaderBox(p.leader))
  }
  const homeless: number[] = []
  for (const i of order) {
    if (requests[i].repeats !== undefined) continue
    const own = places[i].find(free)
    if (own === undefined || own.cost > UNCLEAR) homeless.push(i)
    else take(i, own)
  }
  const isNear = (name: Placement, { visible, height }: LabelRequest): boolean => {
    const [x, y] = name.leader?.[1] ?? [name.x, name.y]
    const piece = visible === undefined ? [] : cells(raster, visible)
    const closest = nearest(piece, x, y)
    return closest !== undefined && Math.hypot(closest[0] - x, closest[1] - y) < FAR * height
  }
  for (const i of [...homeless, ...order.filter((k) => requests[k].repeats !== undefined)]) {
    const first = requests[i].repeats
    if (first !== undefined) {
      const name = placed[first]
      if (name === undefined || isNear(name, requests[i])) continue
    }
    const own = places[i].find(free)
    const aside = asidePlaces(requests[i], i).find(free)
    take(i, own === undefined || (aside !== undefined && aside.cost < own.cost) ? aside : own)
  }
  return placed
}
