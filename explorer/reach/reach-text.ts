import type { ReachRow } from '../engine/protocol.ts'
import { number } from '../format.ts'

/** How far a constraint reaches, in words: `5.08e-4 to 1`. */
export function reachText({ extent, silent }: ReachRow): string {
  if (extent === undefined) return `nothing: ${silent ?? 'it is silent'}`
  const [lo, hi] = extent
  if (lo > 0 && Number.isFinite(hi)) return `${number(lo)} to ${number(hi)}`
  if (lo > 0) return `${number(lo)} and above`
  return Number.isFinite(hi) ? `${number(hi)} and below` : 'everything'
}
