import { InputError } from '../errors.ts'
import type { Axis } from './spec.ts'

export interface Tick {
  readonly value: number
  /** Text with TeX between dollars; absent on a major tick that stays silent for want of room. */
  readonly label?: string
}

export interface Ticks {
  readonly major: readonly Tick[]
  readonly minor: readonly number[]
}

/** Throws InputError unless the axis spans a finite, increasing (on a log scale positive) range. */
export function checkAxis(axis: Axis, field: string): void {
  if (!Number.isFinite(axis.min) || !Number.isFinite(axis.max) || axis.min >= axis.max) {
    throw new InputError(`the axis runs from ${axis.min} to ${axis.max}; its ends must be finite and increasing`, field)
  }
  if (axis.scale === 'log' && axis.min * axis.max <= 0) {
    throw new InputError(`a log axis cannot run from ${axis.min} to ${axis.max}; both ends must lie on the same side of 0`, field)
  }
}

/**
 * Where a value of the axis falls between two ends in points. What a log axis cannot show (zero, the other sign) falls far beyond the end that is
 * nearer to zero.
 *
 * @example
 * position({ label: 'm', scale: 'log', min: 1, max: 100 }, 0, 200)(10) // 100
 */
export function position(axis: Axis, from: number, to: number): (value: number) => number {
  if (axis.scale === 'linear') return (value) => from + ((value - axis.min) / (axis.max - axis.min)) * (to - from)
  if (axis.max < 0) {
    const mirrored = position({ ...axis, min: -axis.max, max: -axis.min }, to, from)
    return (value) => mirrored(-value)
  }
  const start = Math.log(axis.min)
  const span = Math.log(axis.max) - start
  return (value) => from + ((value > 0 ? Math.log(value) - start : -10 * span) / span) * (to - from)
}

/** The inverse of {@link position}: the value shown at a place between the two ends. */
export function valueAt(axis: Axis, from: number, to: number): (place: number) => number {
  return (place) => {
    const part = (place - from) / (to - from)
    return axis.scale === 'linear' ? axis.min + part * (axis.max - axis.min) : axis.min * (axis.max / axis.min) ** part
  }
}

/** `m * 10^n` with no rounding error. */
function decimal(m: number, n: number): number {
  return Number(`${m}e${n}`)
}

function power(n: number): string {
  return n === 0 ? '1' : n === 1 ? '10' : `10^{${n}}`
}

/** `m * 10^n` in TeX: as a decimal number, or as a mantissa times a power of ten. */
function numberLabel(m: number, n: number, plain: boolean): string {
  if (plain) return `$${decimal(m, n).toFixed(Math.max(0, -n))}$`
  if (m === 0) return '$0$'
  const sign = m < 0 ? '-' : ''
  const digits = String(Math.abs(m))
  const shift = n + digits.length - 1
  const mantissa = `${digits[0]}.${digits.slice(1)}`.replace(/\.?0*$/, '')
  if (mantissa === '1') return `$${sign}${power(shift)}$`
  return `$${sign}${mantissa}${shift === 0 ? '' : `\\times 10^{${shift}}`}$`
}

/** Steps of 1, 2 or 5 times a power of ten, at most `most` labels. */
function linearTicks(min: number, max: number, most: number): Ticks {
  const rough = (max - min) / Math.max(1, most)
  const exponent = Math.floor(Math.log10(rough))
  const scaled = (rough / 10 ** exponent) * (1 - 1e-9)
  const [m, n] = scaled <= 1 ? [1, exponent] : scaled <= 2 ? [2, exponent] : scaled <= 5 ? [5, exponent] : [1, exponent + 1]
  const slack = 1e-9 * (max - min)
  const largest = Math.max(Math.abs(min), Math.abs(max))
  const plain = largest < 1e5 && n >= -4
  const inRange = (value: number): boolean => value >= min - slack && value <= max + slack
  const major: Tick[] = []
  const step = decimal(m, n)
  for (let k = Math.floor(min / step); k <= Math.ceil(max / step); k++) {
    const value = decimal(k * m, n)
    if (inRange(value)) major.push({ value, label: numberLabel(k * m, n, plain) })
  }
  // A step of 2 falls in four parts of 0.5, a step of 1 or 5 in five.
  const [parts, unit, unitExponent] = m === 2 ? [4, 5, n - 1] : m === 5 ? [5, 1, n] : [5, 2, n - 1]
  const minor: number[] = []
  const small = decimal(unit, unitExponent)
  for (let k = Math.floor(min / small); k <= Math.ceil(max / small); k++) {
    const value = decimal(k * unit, unitExponent)
    if (k % parts !== 0 && inRange(value)) minor.push(value)
  }
  return { major, minor }
}

function logTicks(min: number, max: number, most: number): Ticks {
  const span = Math.log10(max / min)
  if (span < 0.7) return linearTicks(min, max, most)
  const inRange = (value: number): boolean => value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)
  const first = Math.floor(Math.log10(min))
  const last = Math.ceil(Math.log10(max))
  const major: Tick[] = []
  const minor: number[] = []
  if (span < 2) {
    const plain = min >= 1e-3 && max < 1e5
    const labelled = 3 * span <= most ? [1, 2, 5] : [1]
    for (let n = first; n <= last; n++) {
      for (let m = 1; m <= 9; m++) {
        const value = decimal(m, n)
        if (!inRange(value)) continue
        if (labelled.includes(m)) major.push({ value, label: numberLabel(m, n, plain) })
        else minor.push(value)
      }
    }
    return { major, minor }
  }
  const stride = [1, 2, 3, 5, 10, 20, 50, 100].find((s) => span / s + 1 <= most) ?? Math.ceil(span)
  const crowded = span > 12
  for (let n = first; n <= last; n++) {
    const value = decimal(1, n)
    if (inRange(value)) {
      if (n % stride === 0) major.push({ value, label: `$${power(n)}$` })
      else if (crowded) minor.push(value)
      else major.push({ value })
    }
    for (let m = 2; m <= 9 && !crowded; m++) {
      const between = decimal(m, n)
      if (inRange(between)) minor.push(between)
    }
  }
  return { major, minor }
}

/**
 * The ticks of an axis: major ones with labels (at most about `most`), minor ones between.
 *
 * A log axis of 2 decades or more carries a major tick at every power of ten and minor ticks at 2..9; one of more than 12 decades labels every
 * second, third, ... power and marks the rest as minor; one of less than 2 decades labels 1, 2, 5; one of less than 0.7 has even steps.
 * A linear axis steps by 1, 2 or 5 times a power of ten.
 *
 * @example
 * ticks({ label: 'P', scale: 'linear', min: 0, max: 1 }).major.map((t) => t.value) // [0, 0.2, 0.4, 0.6, 0.8, 1]
 */
export function ticks(axis: Axis, most: number = axis.scale === 'log' ? 13 : 6): Ticks {
  if (axis.scale === 'linear') return linearTicks(axis.min, axis.max, most)
  if (axis.min > 0) return logTicks(axis.min, axis.max, most)
  const { major, minor } = logTicks(-axis.max, -axis.min, most)
  const negative = ({ value, label }: Tick): Tick => ({
    value: -value,
    ...(label === undefined ? {} : { label: label.replace('$', '$-') }),
  })
  return { major: major.map(negative).reverse(), minor: minor.map((value) => -value).reverse() }
}
