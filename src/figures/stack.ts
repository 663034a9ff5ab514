import type { Line } from './geometry.ts'
import { Raster } from './raster.ts'

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
 * beyond. Regions that the others cover wholly lie at the bottom; of two that are alike one counts as covered.
 */
export function stacked(raster: Raster, regions: readonly (readonly Line[])[]): Stack {
  const coverage = new Uint16Array(raster.mask().length)
  const masks = regions.map((rings) => {
    const mask = raster.mask()
    raster.fill(mask, rings)
    for (let k = 0; k < mask.length; k++) coverage[k] += mask[k]
    return mask
  })
  const areas = masks.map((mask) => mask.reduce((sum, cell) => sum + cell, 0))
  const bySize = regions.map((_, i) => i).sort((a, b) => areas[a] - areas[b] || a - b)
  const isCovered = regions.map(() => false)
  for (const i of bySize) {
    const mask = masks[i]
    isCovered[i] = mask.every((cell, k) => cell === 0 || coverage[k] > 1)
    if (isCovered[i]) for (let k = 0; k < mask.length; k++) coverage[k] -= mask[k]
  }
  const order = [...bySize.filter((i) => isCovered[i]), ...bySize.filter((i) => !isCovered[i])]
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

/** The parts of strokes that border on cells where their region shows. */
export function visibleStrokes(raster: Raster, strokes: readonly Line[], visible: Uint8Array): Line[] {
  const shows = (x: number, y: number): boolean => {
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        const cell = raster.index(x + dx * Raster.cell, y + dy * Raster.cell)
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
