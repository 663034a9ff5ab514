import { type Box, type Line, resample, simplify } from './geometry.ts'
import type { Raster } from './raster.ts'
import type { Point } from './spec.ts'

/** How filled regions lie over each other. */
export interface Stack {
  /** Indices, first at the bottom. */
  readonly order: readonly number[]
  /** Cells where each region shows; none for one that is covered wholly. */
  readonly visible: readonly Uint8Array[]
  /** Cells that none covers. */
  readonly free: Uint8Array
}

/**
 * Stacks filled regions so that most of the plane belongs to few of them: the larger lie on top, and smaller ones show where they reach
 * beyond. Regions that the others cover wholly lie at the bottom; of two that are alike one counts as covered. Those of the background lie under
 * all others, whatever their size.
 */
export function stacked(raster: Raster, regions: readonly (readonly Line[])[], isBackground: readonly boolean[] = []): Stack {
  const masks = regions.map((rings) => {
    const mask = raster.mask()
    raster.fill(mask, rings)
    return mask
  })
  const areas = masks.map((mask) => mask.reduce((sum, cell) => sum + cell, 0))
  const bySize = regions.map((_, i) => i).sort((a, b) => areas[a] - areas[b] || a - b)
  const order = [true, false].flatMap((below) =>
    withCoveredFirst(
      bySize.filter((i) => (isBackground[i] ?? false) === below),
      masks,
    ),
  )
  const hidden = raster.mask()
  const visible = regions.map(() => raster.mask())
  for (const i of order.toReversed()) {
    for (let k = 0; k < hidden.length; k++) {
      visible[i][k] = masks[i][k] & ~hidden[k]
      hidden[k] |= masks[i][k]
    }
  }
  return { order, visible, free: hidden.map((cell) => 1 - cell) }
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
const TOGETHER = 0.8

/**
 * The parts of each outline that do not run along an earlier one: dashes of outlines that run together would fill each other's gaps, and read as a
 * solid line.
 */
export function untangled(frame: Box, outlines: readonly (readonly Line[])[]): Line[][] {
  const step = TOGETHER / 2
  const columns = Math.ceil(frame.width / TOGETHER) + 3
  const cellOf = (x: number, y: number): number =>
    (Math.floor((y - frame.y) / TOGETHER) + 1) * columns + Math.floor((x - frame.x) / TOGETHER) + 1
  const taken = new Set<number>()
  return outlines.map((strokes) => {
    const own: number[] = []
    const parts = strokes.flatMap((stroke) => {
      const kept: Point[][] = []
      let isWhole = true
      let open: Point[] | undefined
      for (const [x, y] of resample(stroke, step)) {
        const cell = cellOf(x, y)
        const isTaken = [-columns, 0, columns].some((row) => [-1, 0, 1].some((column) => taken.has(cell + row + column)))
        own.push(cell)
        if (isTaken) {
          isWhole = false
          open = undefined
        } else if (open === undefined) kept.push((open = [[x, y]]))
        else open.push([x, y])
      }
      return isWhole ? [stroke] : kept.filter((part) => part.length > SHORT / step).map((part) => simplify(part, 0.04))
    })
    for (const cell of own) taken.add(cell)
    return parts
  })
}

/** Pieces shorter than this [points] are left out: they look like flecks. */
const SHORT = 2

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
