import type { Point } from './spec.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Line = readonly Point[]

/** Signed distance inside each side of a box: left, right, top, bottom. */
function sides(box: Box): readonly ((p: Point) => number)[] {
  return [(p) => p[0] - box.x, (p) => box.x + box.width - p[0], (p) => p[1] - box.y, (p) => box.y + box.height - p[1]]
}

function between(a: Point, b: Point, da: number, db: number): Point {
  const t = da / (da - db)
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
}

/** The part of a ring inside a box (Sutherland–Hodgman: parts that fall apart stay joined along the box's sides). */
export function clipRing(ring: Line, box: Box): Line {
  let points: Line = ring
  for (const side of sides(box)) {
    const kept: Point[] = []
    points.forEach((p, i) => {
      const before = points[(i + points.length - 1) % points.length]
      const d = side(p)
      const dBefore = side(before)
      if (d >= 0 !== dBefore >= 0) kept.push(between(before, p, dBefore, d))
      if (d >= 0) kept.push(p)
    })
    points = kept
  }
  return points.length < 3 ? [] : points
}

/** The parts of a path inside a box. */
export function clipPath(path: Line, box: Box): Line[] {
  const parts: Point[][] = []
  let open: Point[] | undefined
  for (let i = 1; i < path.length; i++) {
    let a = path[i - 1]
    let b = path[i]
    let visible = true
    for (const side of sides(box)) {
      const da = side(a)
      const db = side(b)
      if (da < 0 && db < 0) {
        visible = false
        break
      }
      if (da < 0) a = between(a, b, da, db)
      else if (db < 0) b = between(a, b, da, db)
    }
    if (!visible) {
      open = undefined
      continue
    }
    if (open === undefined) parts.push((open = [a]))
    open.push(b)
    if (b !== path[i]) open = undefined
  }
  return parts
}

/**
 * The edges of a region as open paths: of each of its rings, without what runs along (or outside) the box's sides, where the plot ends and not the
 * region, and without upright or level stretches where two rings meet.
 */
export function regionEdges(rings: readonly Line[], box: Box): Line[] {
  if (rings.length < 2) return rings.flatMap((ring) => ringEdges(ring, box, () => false))
  const lines = straightSegments(rings)
  return rings.flatMap((ring, i) => {
    const others = (a: Point, b: Point): readonly Segment[] => (lines.get(lineOf(a, b)) ?? []).filter((other) => other.ring !== i)
    const split = ring.flatMap((a, k): Point[] => {
      const b = ring[(k + 1) % ring.length]
      return [a, ...cuts(a, b, others(a, b))]
    })
    const isSeam = (a: Point, b: Point): boolean => {
      const [from, to] = reachOf(a, b)
      return to - from > SAME && others(a, b).some((other) => other.from < from + SAME && other.to > to - SAME)
    }
    return ringEdges(split, box, isSeam)
  })
}

/** Points closer than this are the same. */
const SAME = 1e-3

/** A level or upright segment: the ring it belongs to, and where it runs along its line. */
interface Segment {
  readonly ring: number
  readonly from: number
  readonly to: number
}

const isUpright = ([ax]: Point, [bx]: Point): boolean => Math.abs(ax - bx) < SAME
/** The line that an upright or level segment lies on; nothing for a slanting one. */
const lineOf = (a: Point, b: Point): string =>
  isUpright(a, b) ? `x${Math.round(a[0] / SAME)}` : Math.abs(a[1] - b[1]) < SAME ? `y${Math.round(a[1] / SAME)}` : ''

function reachOf(a: Point, b: Point): [from: number, to: number] {
  const k = isUpright(a, b) ? 1 : 0
  return [Math.min(a[k], b[k]), Math.max(a[k], b[k])]
}

function straightSegments(rings: readonly Line[]): Map<string, Segment[]> {
  const lines = new Map<string, Segment[]>()
  rings.forEach((points, ring) => {
    points.forEach((a, k) => {
      const b = points[(k + 1) % points.length]
      const [from, to] = reachOf(a, b)
      const line = lineOf(a, b)
      if (line === '' || to - from < SAME) return
      const known = lines.get(line)
      if (known) known.push({ ring, from, to })
      else lines.set(line, [{ ring, from, to }])
    })
  })
  return lines
}

/** Where others on the line of a segment begin and end within it, from its start to its end. */
function cuts(a: Point, b: Point, others: readonly Segment[]): Point[] {
  const [from, to] = reachOf(a, b)
  const k = isUpright(a, b) ? 1 : 0
  const inside = others.flatMap((other) => [other.from, other.to]).filter((at) => at > from + SAME && at < to - SAME)
  const ascending = [...new Set(inside)].sort((p, q) => p - q)
  if (a[k] > b[k]) ascending.reverse()
  return ascending.map((at): Point => (k === 1 ? [a[0], at] : [at, a[1]]))
}

/** A closed ring's edges as open paths, without those along (or outside) the box's sides and those to leave out. */
function ringEdges(ring: Line, box: Box, isLeftOut: (a: Point, b: Point) => boolean): Line[] {
  const eps = 1e-6 * (box.width + box.height) + 0.02
  const along = (a: Point, b: Point): boolean => sides(box).some((side) => side(a) <= eps && side(b) <= eps) || isLeftOut(a, b)
  const n = ring.length
  const start = ring.findIndex((p, i) => along(ring[(i + n - 1) % n], p))
  if (start < 0) return n < 2 ? [] : [[...ring, ring[0]]]
  const edges: Point[][] = []
  let open: Point[] | undefined
  for (let k = 0; k < n; k++) {
    const a = ring[(start + k) % n]
    const b = ring[(start + k + 1) % n]
    if (along(a, b)) open = undefined
    else if (open) open.push(b)
    else edges.push((open = [a, b]))
  }
  return edges
}

/** Drops points closer than `tolerance` to the straight line between their neighbours kept. */
export function simplify(path: Line, tolerance: number): Line {
  if (path.length < 3) return path
  const keep = new Uint8Array(path.length)
  keep[0] = keep[path.length - 1] = 1
  const stack: [number, number][] = [[0, path.length - 1]]
  for (let range = stack.pop(); range !== undefined; range = stack.pop()) {
    const [from, to] = range
    const a = path[from]
    const dx = path[to][0] - a[0]
    const dy = path[to][1] - a[1]
    const length = Math.hypot(dx, dy)
    let worst = tolerance
    let at = -1
    for (let i = from + 1; i < to; i++) {
      const [px, py] = [path[i][0] - a[0], path[i][1] - a[1]]
      const distance = length < 1e-9 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length
      if (distance > worst) {
        worst = distance
        at = i
      }
    }
    if (at > 0) {
      keep[at] = 1
      stack.push([from, at], [at, to])
    }
  }
  return path.filter((_, i) => keep[i] === 1)
}

/** Points along a path at even steps of `step`. */
export function resample(path: Line, step: number): Point[] {
  if (path.length === 0) return []
  const points: Point[] = [path[0]]
  let left = step
  for (let k = 1; k < path.length; k++) {
    const [ax, ay] = path[k - 1]
    const [bx, by] = path[k]
    const length = Math.hypot(bx - ax, by - ay)
    let at = left
    for (; at <= length; at += step) points.push([ax + (at / length) * (bx - ax), ay + (at / length) * (by - ay)])
    left = at - length
  }
  return points
}

/** Parallel strokes that hatch the rings (even-odd), `spacing` apart, at an angle in radians; the same angle falls on the same lines everywhere. */
export function hatch(rings: readonly Line[], spacing: number, angle: number): Line[] {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const crossings = new Map<number, number[]>()
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const a = ring[i]
      const b = ring[(i + 1) % ring.length]
      const [ua, va] = [a[0] * cos + a[1] * sin, (a[1] * cos - a[0] * sin) / spacing]
      const [ub, vb] = [b[0] * cos + b[1] * sin, (b[1] * cos - b[0] * sin) / spacing]
      for (let k = Math.ceil(Math.min(va, vb)); k < Math.max(va, vb); k++) {
        const u = ua + ((k - va) / (vb - va)) * (ub - ua)
        const list = crossings.get(k)
        if (list) list.push(u)
        else crossings.set(k, [u])
      }
    }
  }
  const lines: Line[] = []
  for (const k of [...crossings.keys()].sort((p, q) => p - q)) {
    const us = crossings.get(k)!.sort((p, q) => p - q)
    const v = k * spacing
    for (let i = 0; i + 1 < us.length; i += 2) {
      lines.push([
        [us[i] * cos - v * sin, us[i] * sin + v * cos],
        [us[i + 1] * cos - v * sin, us[i + 1] * sin + v * cos],
      ])
    }
  }
  return lines
}

/**
 * Short slanting strokes from the edges of rings (even-odd) into them, `spacing` apart, which tell inside from outside. An edge that closes around the inside has
 * none: it is plain to see.
 */
export function teeth(edges: readonly Line[], rings: readonly Line[], spacing: number, length: number): Line[] {
  return edges.flatMap((edge): Line[] => {
    const points = resample(edge, spacing)
    const [first, last] = [edge[0], edge[edge.length - 1]]
    const isClosed = edge.length > 3 && Math.hypot(last[0] - first[0], last[1] - first[1]) < SAME
    const found = points.slice(1, -1).flatMap(([x, y], k): Line[] => {
      const [[ax, ay], [bx, by]] = [points[k], points[k + 2]]
      const along = Math.hypot(bx - ax, by - ay)
      if (along === 0) return []
      const [u, v] = [(bx - ax) / along, (by - ay) / along]
      const side = [1, -1].find((one) => isInside(rings, [x - one * v * NEAR, y + one * u * NEAR]))
      if (side === undefined) return []
      const ends = SHARES.map((share): Point => [x + share * length * SLANT * (u - side * v), y + share * length * SLANT * (v + side * u)])
      const end = ends.find((one) => isInside(rings, one))
      return end === undefined ? [] : [[[x, y], end]]
    })
    return isClosed && found.length > 0 && isInside([edge], found[0][1]) ? [] : found
  })
}

/** On which side of an edge the inside lies is asked so far from it [points on the page]. */
const NEAR = 0.3
/** In what is narrow they are shorter. */
const SHARES = [1, 0.6, 0.3] as const
/** Teeth lean by 45°. */
const SLANT = Math.SQRT1_2

/** Whether a point lies in the rings (even-odd). */
export function isInside(rings: readonly Line[], [x, y]: Point): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 0, before = ring.length - 1; i < ring.length; before = i++) {
      const [ax, ay] = ring[before]
      const [bx, by] = ring[i]
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
    }
  }
  return inside
}
