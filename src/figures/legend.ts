import type { Box, Line } from './geometry.ts'
import { overlap, type Placement } from './labels.ts'
import { Raster } from './raster.ts'

/** The first corner (then the freest place along the frame) where an upright box touches no stroke and no label; `undefined` where none is. */
export function placeLegend(
  frame: Box,
  width: number,
  height: number,
  strokes: readonly Line[],
  labels: readonly Placement[],
  inset: number,
): { readonly x: number; readonly y: number } | undefined {
  const raster = new Raster(frame)
  const mask = raster.mask()
  for (const line of strokes) raster.stroke(mask, line)
  const sums = raster.sums(mask)
  const [left, right] = [frame.x + inset + width / 2, frame.x + frame.width - inset - width / 2]
  const [top, bottom] = [frame.y + inset + height / 2, frame.y + frame.height - inset - height / 2]
  if (left > right || top > bottom) return undefined
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2]
  const spots = [
    [right, top],
    [left, top],
    [right, bottom],
    [left, bottom],
    [cx, top],
    [cx, bottom],
    [right, cy],
    [left, cy],
    [cx, cy],
  ]
  for (const [x, y] of spots) {
    const box = { x, y, width: width + 4, height: height + 4, angle: 0 }
    if (raster.sum(sums, x, y, box.width, box.height) > 0 || labels.some((label) => overlap(box, label))) continue
    return { x: x - width / 2, y: y - height / 2 }
  }
  return undefined
}
