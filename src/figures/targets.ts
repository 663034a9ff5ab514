import type { Raster } from './raster.ts'
import type { Point } from './spec.ts'

/** In cells: how deep in a region a leader ends at best, and else. */
const DEPTHS = [3, 2, 1] as const
const MOST_TARGETS = 60

/** The middles of the set cells. */
export function cells(raster: Raster, mask: Uint8Array): Point[] {
  const found: Point[] = []
  mask.forEach((cell, k) => {
    if (cell === 1) found.push(raster.middle(k))
  })
  return found
}

/** The middles of set cells, those first that have only set cells far around them. */
export function byDepth(raster: Raster, mask: Uint8Array): Point[][] {
  const all = cells(raster, mask)
  const outside = raster.sums(mask.map((cell) => 1 - cell))
  const isDeep = ([x, y]: Point, reach: number): boolean => {
    const size = (2 * reach + 0.5) * raster.cell
    return raster.sum(outside, x, y, size, size) === 0
  }
  return thinned([...DEPTHS.map((reach) => all.filter((point) => isDeep(point, reach))), all])
}

/** Of each long list an even part. */
export function thinned(lists: readonly Point[][]): Point[][] {
  return lists.map((points) => {
    const stride = Math.max(1, Math.floor(points.length / MOST_TARGETS))
    return points.filter((_, i) => i % stride === 0)
  })
}
