import { type Box, type Line, resample, simplify } from './geometry.ts'
import type { Raster } from './raster.ts'
import type { Point } from './spec.ts'

/** How filled regions lie over each other. */
export interface Stack {
  /** Cells where each region shows; none for one that is covered wholly. */
  readonly visible: readonly Uint8Array[]
  /** Cells that none covers. */
  readonly free: Uint8Array
}

const masksOf = (raster: Raster, regions: readonly (readonly Line[])[]): Uint8Array[] =>
  regions.map((rings) => {
    const mask = raster.mask()
    raster.fill(mask, rings)
    return mask
  })

/**
 * The order of filled regions, first at the bottom, in which most of the plane belongs to few of them: the larger lie on top, and smaller ones show
 * where they reach beyond. Regions that the others cover wholly lie at the bottom; of two that are alike one counts as covered. Those of a higher
 * level lie over all of a lower one, whatever their size.
 */
export function stackingOrder(raster: Raster, regions: readonly (readonly Line[])[], levels: readonly number[] = []): number[] {
  const masks = masksOf(raster, regions)
  const areas = masks.map((mask) => mask.reduce((sum, cell) => sum + cell, 0))
  const levelOf = (i: number): number => levels[i] ?? 0
  const bySize = regions.map((_, i) => i).sort((a, b) => areas[a] - areas[b] || a - b)
  const ascending = [...new Set(bySize.map(levelOf))].sort((a, b) => a - b)
  return ascending.flatMap((level) =>
    withCoveredFirst(
      bySize.filter((i) => levelOf(i) === level),
      masks,
    ),
  )
}

/** What shows of filled regions that lie over each other in the order given, first at the bottom. */
export function stacked(raster: Raster, regions: readonly (readonly Line[])[], order: readonly number[]): Stack {
  const masks = masksOf(raster, regions)
  const hidden = raster.mask()
  const visible = regions.map(() => raster.mask())
  for (const i of order.toReversed()) {
    for (let k = 0; k < hidden.length; k++) {
      visible[i][k] = masks[i][k] & ~hidden[k]
      hidden[k] |= masks[i][k]
    }
  }
  return { visible, free: hidden.map((cell) => 1 - cell) }
}

/** Regions in the order given, but that those come first which the rest cover wholly. */
function withCoveredFirst(indices: readonly number[], masks: readonly Uint8Array[]): number[] {
  const coverage = new Uint16Array(masks[0]?.length ?? 0)
  for (const i of indices) for (let k = 0; k < coverage.length; k++) coverage[k] += masks[i][k]
  const covered = new Set<number>()
  for (const i of indices) {
    const mask = masks[i]
    if (!mask.every((cell, k) => cell === 0 || coverage[k] > 1)) continue
    covered.add(i)
    for (let k = 0; k < mask.length; k++) coverage[k] -= mask[k]
  }
  return [...indices.filter((i) => covered.has(i)), ...indices.filter((i) => !covered.has(i))]
}

/** The parts of strokes that border on cells where their region shows; with `around` zero those that run through such cells. */
export function visibleStrokes(raster: Raster, strokes: readonly Line[], visible: Uint8Array, around: 0 | 1 = 1): Line[] {
  const shows = (x: number, y: number): boolean => {
    for (let dx = -around; dx <= around; dx++) {
      for (let dy = -around; dy <= around; dy++) {
        const cell = raster.index(x + dx * raster.cell, y + dy * raster.cell)
        if (cell >= 0 && visible[cell] === 1) return true
      }
    }
    return false
  }
  const parts: Line[] = []
  for (const stroke of strokes) {
    let open: [number, number][] = []
    const close = (): void => {
      if (open.length > 1) parts.push(open)
      open = []
    }
    for (let k = 1; k < stroke.length; k++) {
      const [[ax, ay], [bx, by]] = [stroke[k - 1], stroke[k]]
      const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / 2))
      for (let s = k === 1 ? 0 : 1; s <= steps; s++) {
        const [x, y] = [ax + (s / steps) * (bx - ax), ay + (s / steps) * (by - ay)]
        if (shows(x, y)) open.push([x, y])
        else close()
      }
    }
    close()
  }
  return parts
}

/** Lines nearer than this [points] are seen as one. */
const TOGETHER = 0.6

/** Outlines that run together for less than this [points] cross, and no more. */
const CROSSING = 8

/** Where outlines run together: the length of a dash and of the gap after it [points]. */
const [DASH, GAP] = [3, 2] as const

/** A point of an outline, and how many dashes lie before it, with the part of its own. */
interface Turn {
  readonly at: Point
  readonly outline: number
  readonly dashes: number
}

/**
 * The outlines, all of them whole; but where some run together they are cut into dashes that take turns, since dashes of their own would fill each
 * other's gaps, or hide each other.
 */
export function untangled(frame: Box, outlines: readonly (readonly Line[])[]): Line[][] {
  const step = TOGETHER / 2
  const columns = Math.ceil(frame.width / TOGETHER) + 3
  const cellOf = ([x, y]: Point): number => (Math.floor((y - frame.y) / TOGETHER) + 1) * columns + Math.floor((x - frame.x) / TOGETHER) + 1
  const around = [0, -1, 1].flatMap((row) => [0, -1, 1].map((column) => row * columns + column))
  const first = new Map<number, Turn>()
  const near = (point: Point): Turn | undefined => {
    const cell = cellOf(point)
    for (const offset of around) {
      const one = first.get(cell + offset)
      if (one !== undefined && Math.hypot(one.at[0] - point[0], one.at[1] - point[1]) < TOGETHER) return one
    }
    return undefined
  }
  // Where others run along an earlier outline, that one says whose turn it is.
  const sharers = new Map<string, number[]>()
  const keyOf = ({ outline, dashes }: Turn): string => `${outline} ${Math.floor(dashes)}`
  const turns = outlines.map((strokes, outline) => {
    const own: Turn[] = []
    const along = strokes.map((stroke) => {
      const points = resample(stroke, step)
      const met = withoutShort(points.map(near), CROSSING / step)
      return points.map((at, k) => {
        const other = met[k]
        if (other !== undefined) {
          const those = sharers.get(keyOf(other)) ?? [other.outline]
          if (!those.includes(outline)) those.push(outline)
          sharers.set(keyOf(other), those)
          return { ...other, at }
        }
        own.push({ at, outline, dashes: (own.length * step) / (DASH + GAP) })
        return own[own.length - 1]
      })
    })
    for (const turn of own) if (!first.has(cellOf(turn.at))) first.set(cellOf(turn.at), turn)
    return along
  })
  const isDrawn = (turn: Turn, outline: number): boolean | undefined => {
    const those = sharers.get(keyOf(turn))
    if (those === undefined) return undefined
    const dash = Math.floor(turn.dashes)
    return those[dash % those.length] === outline && turn.dashes - dash < DASH / (DASH + GAP)
  }
  return turns.map((strokes, outline) =>
    strokes.flatMap((along, k) => {
      const drawn = along.map((turn) => isDrawn(turn, outline))
      if (drawn.every((one) => one === undefined)) return [outlines[outline][k]]
      return stretches(
        along.map(({ at }) => at),
        drawn,
      ).map((piece) => simplify(piece, 0.04))
    }),
  )
}

/** Without runs of what is found that are shorter than so many. */
function withoutShort<T>(found: readonly (T | undefined)[], least: number): (T | undefined)[] {
  const kept = [...found]
  let start = 0
  for (let k = 0; k <= kept.length; k++) {
    if (k < kept.length && kept[k] !== undefined) continue
    if (k - start < least) kept.fill(undefined, start, k)
    start = k + 1
  }
  return kept
}

/** Runs of points that are all drawn as one dash, or all for their own; what is not drawn is left out. */
function stretches(points: readonly Point[], drawn: readonly (boolean | undefined)[]): Point[][] {
  const runs: Point[][] = []
  let last: boolean | undefined = false
  points.forEach((point, n) => {
    const own = drawn[n]
    // What has dashes of its own is joined to what follows.
    if (last === undefined || (own === last && own)) runs[runs.length - 1].push(point)
    if (own !== last && own !== false) runs.push([point])
    last = own
  })
  return runs.filter((run) => run.length > 1)
}

/** Where pieces of a mask lie that are nearer to each other than `gap` cells, as masks of their own; the largest first. */
export function clusters(raster: Raster, mask: Uint8Array, gap: number): Uint8Array[] {
  const { columns, rows } = raster
  const cluster = new Uint16Array(mask.length)
  const found: number[][] = []
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === 0 || cluster[start] !== 0) continue
    const cells = [start]
    cluster[start] = found.length + 1
    for (let n = 0; n < cells.length; n++) {
      const [i, j] = [cells[n] % columns, Math.floor(cells[n] / columns)]
      for (let y = Math.max(0, j - gap); y <= Math.min(rows - 1, j + gap); y++) {
        for (let x = Math.max(0, i - gap); x <= Math.min(columns - 1, i + gap); x++) {
          const cell = y * columns + x
          if (mask[cell] === 0 || cluster[cell] !== 0) continue
          cluster[cell] = found.length + 1
          cells.push(cell)
        }
      }
    }
    found.push(cells)
  }
  return found
    .sort((a, b) => b.length - a.length)
    .map((cells) => {
      const own = raster.mask()
      for (const cell of cells) own[cell] = 1
      return own
    })
}
