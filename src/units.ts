import { closest, InputError } from './errors.ts'

/** Units a quantity may be typed in, by kind, each as a factor to the unit Zest computes in. */
const UNITS = {
  /** → GeV; MeV first, so that `mev` is taken for it and not for a thousandth of an eV. */
  energy: { MeV: 1e-3, GeV: 1, TeV: 1e3, keV: 1e-6, eV: 1e-9, meV: 1e-12 },
  /** → m */
  length: { m: 1, cm: 1e-2, mm: 1e-3, µm: 1e-6, um: 1e-6, km: 1e3 },
  /** → s */
  time: { s: 1, ms: 1e-3, µs: 1e-6, us: 1e-6, ns: 1e-9, ps: 1e-12, fs: 1e-15 },
  /** → GW */
  power: { GW: 1, MW: 1e-3, kW: 1e-6 },
  /** → 1/yr */
  rate: { '/yr': 1, '/d': 365.25 },
  /** → degrees */
  angle: { deg: 1, rad: 180 / Math.PI },
} as const

const EXAMPLES = { energy: '15MeV', length: '10m', time: '1ps', power: '3GW', rate: '1e23/yr', angle: '36deg' } as const
/** What a bare number could have meant. */
const SUGGESTED = {
  energy: ['MeV', 'GeV'],
  length: ['m', 'cm'],
  time: ['s', 'ps'],
  power: ['GW', 'MW'],
  rate: ['/yr', '/d'],
  angle: ['deg', 'rad'],
} as const

export type QuantityKind = keyof typeof UNITS

const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?`
const QUANTITY = new RegExp(`^\\s*(${NUMBER})\\s*([A-Za-zµ*/^0-9]*)\\s*$`)

/**
 * A typed quantity such as `15MeV`, `0.0153 GeV` or `5e-05GeV`: energies in GeV, lengths in m, times in s, powers in GW, rates
 * in 1/yr, angles in degrees.
 *
 * @throws InputError for a bare number (it names the unit wanted), an unknown unit, a number that is not finite.
 * @example
 * parseQuantity('15MeV', 'energy', 'mass') // 0.015
 */
export function parseQuantity(text: string, kind: QuantityKind, field: string): number {
  const units: Record<string, number> = UNITS[kind]
  const names = Object.keys(units)
  const match = QUANTITY.exec(text)
  if (match === null) throw new InputError(`'${text}' is not a quantity; write a number and a unit, such as ${EXAMPLES[kind]}`, field)
  const [, digits, unit] = match
  if (unit === '') {
    const [one, other] = SUGGESTED[kind]
    throw new InputError(`'${text}' has no unit; write ${digits}${one} or ${digits}${other} (one of ${names.join(', ')})`, field)
  }
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined
  if (factor === undefined) {
    const guess = closest(unit, names)
    throw new InputError(`unknown unit '${unit}'; ${guess ? `did you mean ${guess}?` : `use one of ${names.join(', ')}`}`, field)
  }
  const value = Number(digits) * factor
  if (!Number.isFinite(value)) throw new InputError(`'${text}' is not a finite quantity`, field)
  return value
}

/** A quantity that must be above zero (a mass, an energy). */
export function parsePositive(text: string, kind: QuantityKind, field: string): number {
  const value = parseQuantity(text, kind, field)
  if (!(value > 0)) throw new InputError(`'${text}' must be above zero`, field)
  return value
}

/** n points from lo to hi, evenly spaced in the logarithm, both ends exact. */
export function logGrid(lo: number, hi: number, n: number): number[] {
  const step = Math.log(hi / lo) / (n - 1)
  return Array.from({ length: n }, (_, i) => (i === 0 ? lo : i === n - 1 ? hi : lo * Math.exp(i * step)))
}

/**
 * One quantity, a comma list (order kept), or `lo:hi:n` (log-spaced, both ends included, n ≥ 2).
 *
 * @throws InputError for a reversed or empty range, fewer than two points, a missing unit.
 * @example
 * parseGrid('1MeV:10GeV:3', 'energy', 'mass') // [0.001, 0.1, 10]
 */
export function parseGrid(text: string, kind: QuantityKind, field: string): number[] {
  if (!text.includes(':')) return text.split(',').map((part) => parsePositive(part, kind, field))
  const parts = text.split(':')
  if (parts.length !== 3) throw new InputError(`'${text}' is not a range; write lo:hi:n, such as 1MeV:10GeV:200`, field)
  const lo = parsePositive(parts[0], kind, field)
  const hi = parsePositive(parts[1], kind, field)
  const n = Number(parts[2])
  if (!Number.isInteger(n) || n < 2 || n > 100_000) {
    throw new InputError(`'${parts[2]}' is not a number of points; allowed: a whole number from 2 to 100000`, field)
  }
  if (!(hi > lo)) throw new InputError(`range '${text}' is reversed or empty; write the smaller end first`, field)
  return logGrid(lo, hi, n)
}
