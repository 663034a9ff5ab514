import type { Range } from '../state/view.ts'

/** Axes reach beyond what they are to show by these factors at least and at most. */
const MARGINS: Range = [1.5, 100]

const clamped = (value: number, [least, most]: Range): number => Math.min(most, Math.max(least, value))

/** A logarithmic axis with some space around a stretch, no longer than axes may be; none where the stretch lies beyond. */
export function around([lo, hi]: Range, allowed: Range): Range | undefined {
  if (!(lo <= allowed[1] && hi >= allowed[0])) return undefined
  const [from, to] = [clamped(lo, allowed), clamped(hi, allowed)]
  const margin = clamped((to / from) ** 0.2, MARGINS)
  const [start, end] = [from / margin, to * margin].map((value) => clamped(Number(value.toPrecision(2)), allowed))
  return [start, end]
}
