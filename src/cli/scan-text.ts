import { trim } from '../reports/text.ts'

/** `1 point`, `12 000 points`. */
export function countText(count: number, what: string): string {
  const digits = String(count)
  const grouped = count < 1e4 ? digits : digits.replaceAll(/\B(?=(\d{3})+$)/g, ' ')
  return `${grouped} ${what}${count === 1 ? '' : 's'}`
}

const TIMES = [
  ['days', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
  ['ms', 1e-3],
  ['µs', 1e-6],
] as const

/** Two digits of a time, in the largest unit that it has two of. */
export function timeText(seconds: number): string {
  const [unit, size] = TIMES.find(([, one]) => seconds >= 2 * one) ?? TIMES[TIMES.length - 1]
  return `${Number((seconds / size).toPrecision(2))} ${unit}`
}

/** Two digits of an amount of memory. */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB']
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return `${Number((bytes / 1000 ** power).toPrecision(2))} ${units[power]}`
}

/** `mass = 0.0153, coupling = 4.6e-4`. */
export const valuesText = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} = ${trim(value)}`)
    .join(', ')

/** A column by its name, parameters by that in the Parquet file too. */
export const columnNamed = (name: string): string => (name.trim() === 'mass_GeV' ? 'mass' : name.trim())
