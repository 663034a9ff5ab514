import { trim } from '../reports/text.ts'
import type { Refusal } from '../scan/index.ts'

/** `12 000`. */
export function numberText(count: number): string {
  const digits = String(count)
  return count < 1e4 ? digits : digits.replaceAll(/\B(?=(\d{3})+$)/g, ' ')
}

/** `1 point`, `12 000 points`. */
export const countText = (count: number, what: string): string => `${numberText(count)} ${what}${count === 1 ? '' : 's'}`

const TIMES = [
  ['days', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
  ['ms', 1e-3],
  ['µs', 1e-6],
] as const

/** Two digits of a time: in the largest unit that it has two of, of seconds and less one of. */
export function timeText(seconds: number): string {
  const inUnits = (size: number): number => Number((seconds / size).toPrecision(2))
  const [unit, size] = TIMES.find(([, one]) => inUnits(one) >= (one > 1 ? 2 : 1)) ?? TIMES[TIMES.length - 1]
  return `${inUnits(size)} ${unit}`
}

/** Two digits of an amount of memory. */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB']
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return `${Number((bytes / 1000 ** power).toPrecision(2))} ${units[power]}`
}

/** So many kinds of reasons are told. */
const TOLD = 6

/**
 * Lines about points that cannot be computed, and why; nothing where there are none.
 *
 * @param of what they are some of: `48 points`
 * @param count how a number of them is written
 */
export function refusedText(refused: readonly Refusal[], of: string, count: (points: number) => string = numberText): string {
  if (refused.length === 0) return ''
  const total = refused.reduce((sum, { points }) => sum + points, 0)
  const reasons = refused.slice(0, TOLD).map(({ reason, points }) => `  ${count(points)}: ${reason}`)
  const rest = refused.length > TOLD ? [`  and ${refused.length - TOLD} kinds of reasons more`] : []
  return `${[`${count(total)} of ${of} refused (column problem), and nothing computed there:`, ...reasons, ...rest].join('\n')}\n`
}

/** `mass = 0.0153, coupling = 4.6e-4`. */
export const valuesText = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} = ${trim(value)}`)
    .join(', ')

/** A column by its name, parameters by that in the Parquet file too. */
export const columnNamed = (name: string): string => (name.trim() === 'mass_GeV' ? 'mass' : name.trim())
