import { InputError } from '../errors.ts'
import { intervalIndex } from './search.ts'

/** What an interpolator does outside its table: refuse, give zero, or give the value at the nearer end. */
export type Outside = 'throw' | 'zero' | 'clamp'

/** A private copy of one column of a table, refused when it holds anything but finite numbers (above zero, where logarithms are taken). */
function numbers(values: ArrayLike<number>, field: string, positive: boolean): Float64Array {
  const copy = Float64Array.from(values)
  for (let i = 0; i < copy.length; i++) {
    if (!Number.isFinite(copy[i]) || (positive && copy[i] <= 0)) {
      throw new InputError(`entry ${i} is ${values[i]}; allowed: finite numbers${positive ? ' above zero' : ''}`, field)
    }
  }
  return copy
}

function checkedTable(x: ArrayLike<number>, y: ArrayLike<number>, positive: boolean): { x: Float64Array; y: Float64Array } {
  const table = { x: numbers(x, 'x', positive), y: numbers(y, 'y', positive) }
  if (x.length < 2 || x.length !== y.length) {
    throw new InputError(`${x.length} and ${y.length} entries; allowed: as many in x as in y, two or more`, 'x')
  }
  for (let i = 1; i < x.length; i++) {
    if (!(table.x[i] > table.x[i - 1])) throw new InputError(`entry ${i} is ${x[i]} after ${x[i - 1]}; allowed: strictly increasing`, 'x')
  }
  return table
}

/** Guards `inside`, which interpolates within interval i, against points outside the table; table points give their value exactly. */
function within(
  x: Float64Array,
  y: Float64Array,
  outside: Outside,
  inside: (value: number, i: number) => number,
): (value: number) => number {
  const last = x.length - 1
  return (value) => {
    if (value >= x[0] && value < x[last]) {
      const i = intervalIndex(x, value)
      return value === x[i] ? y[i] : inside(value, i)
    }
    if (value === x[last]) return y[last]
    if (outside === 'throw' || Number.isNaN(value)) {
      throw new InputError(`${value} is outside the table; allowed: ${x[0]} to ${x[last]}`, 'x')
    }
    return outside === 'zero' ? 0 : value < x[0] ? y[0] : y[last]
  }
}

/** Slopes of the chords. */
function chords(x: Float64Array, y: Float64Array): Float64Array {
  return Float64Array.from({ length: x.length - 1 }, (_, i) => (y[i + 1] - y[i]) / (x[i + 1] - x[i]))
}

/** Slope at an end of the table: the parabola's through three points, limited so that it keeps the shape. */
function endSlope(h0: number, h1: number, chord0: number, chord1: number): number {
  const slope = ((2 * h0 + h1) * chord0 - h0 * chord1) / (h0 + h1)
  if (slope * chord0 <= 0) return 0
  if (chord0 * chord1 <= 0 && Math.abs(slope) > 3 * Math.abs(chord0)) return 3 * chord0
  return slope
}

/** Slopes at the points that keep a cubic monotone wherever the table is (Fritsch and Butland 1984, eq. 5 with Brodlie's weights). */
function monotoneSlopes(x: Float64Array, y: Float64Array): Float64Array {
  const chord = chords(x, y)
  const last = x.length - 1
  const slopes = new Float64Array(x.length)
  if (last === 1) return slopes.fill(chord[0])
  for (let i = 1; i < last; i++) {
    if (chord[i - 1] * chord[i] > 0) {
      const h0 = x[i] - x[i - 1]
      const h1 = x[i + 1] - x[i]
      slopes[i] = (3 * (h0 + h1)) / ((2 * h1 + h0) / chord[i - 1] + (h1 + 2 * h0) / chord[i])
    }
  }
  slopes[0] = endSlope(x[1] - x[0], x[2] - x[1], chord[0], chord[1])
  slopes[last] = endSlope(x[last] - x[last - 1], x[last - 1] - x[last - 2], chord[last - 1], chord[last - 2])
  return slopes
}

/** The monotone cubic through a table, as a function of the point and its interval. */
function monotoneCubic(x: Float64Array, y: Float64Array): (value: number, i: number) => number {
  const slopes = monotoneSlopes(x, y)
  return (value, i) => {
    const h = x[i + 1] - x[i]
    const t = (value - x[i]) / h
    const u = 1 - t
    return y[i] * (1 + 2 * t) * u * u + y[i + 1] * (3 - 2 * t) * t * t + h * t * u * (slopes[i] * u - slopes[i + 1] * t)
  }
}

/**
 * Straight lines between the points of a table.
 *
 * @param x strictly increasing
 * @param outside what to do outside the table: `'throw'` unless given
 * @returns a function of x that allocates nothing; it throws InputError for NaN, and outside the table when so asked
 * @throws InputError for columns of different lengths, fewer than two points, x not increasing, numbers that are not finite
 * @example
 * linearInterpolator([0, 1, 3], [0, 10, 30])(2) // 20
 */
export function linearInterpolator(x: ArrayLike<number>, y: ArrayLike<number>, outside: Outside = 'throw'): (x: number) => number {
  const table = checkedTable(x, y, false)
  const slope = chords(table.x, table.y)
  return within(table.x, table.y, outside, (value, i) => table.y[i] + slope[i] * (value - table.x[i]))
}

/**
 * Power laws between the points of a table: straight lines in $\log y$ against $\log x$.
 *
 * @param x above zero, strictly increasing
 * @param y above zero
 * @param outside what to do outside the table: `'throw'` unless given
 * @returns a function of x that allocates nothing; it throws InputError for NaN, and outside the table when so asked
 * @throws InputError as {@link linearInterpolator}, and for entries that are not above zero
 * @example
 * logLogInterpolator([1, 100], [1, 1e4])(10) // 100
 */
export function logLogInterpolator(x: ArrayLike<number>, y: ArrayLike<number>, outside: Outside = 'throw'): (x: number) => number {
  const table = checkedTable(x, y, true)
  const power = chords(table.x.map(Math.log), table.y.map(Math.log))
  return within(table.x, table.y, outside, (value, i) => table.y[i] * (value / table.x[i]) ** power[i])
}

/**
 * A smooth curve through a table that rises and falls only where the table does: piecewise cubic, continuous in its first
 * derivative, flat at the table's extrema (Fritsch and Butland 1984).
 *
 * @param x strictly increasing
 * @param outside what to do outside the table: `'throw'` unless given
 * @returns a function of x that allocates nothing; it throws InputError for NaN, and outside the table when so asked
 * @throws InputError as {@link linearInterpolator}
 * @example
 * monotoneInterpolator([0, 1, 2], [0, 1, 4])(1) // 1
 */
export function monotoneInterpolator(x: ArrayLike<number>, y: ArrayLike<number>, outside: Outside = 'throw'): (x: number) => number {
  const table = checkedTable(x, y, false)
  return within(table.x, table.y, outside, monotoneCubic(table.x, table.y))
}

/**
 * {@link monotoneInterpolator} in $\log y$ against $\log x$: for fluxes, cross sections and limits over decades.
 *
 * @param x above zero, strictly increasing
 * @param y above zero
 * @param outside what to do outside the table: `'throw'` unless given
 * @returns a function of x that allocates nothing; it throws InputError for NaN, and outside the table when so asked
 * @throws InputError as {@link logLogInterpolator}
 * @example
 * monotoneLogLogInterpolator([1, 10, 100], [1, 100, 1e4])(10) // 100
 */
export function monotoneLogLogInterpolator(x: ArrayLike<number>, y: ArrayLike<number>, outside: Outside = 'throw'): (x: number) => number {
  const table = checkedTable(x, y, true)
  const cubic = monotoneCubic(table.x.map(Math.log), table.y.map(Math.log))
  return within(table.x, table.y, outside, (value, i) => Math.exp(cubic(Math.log(value), i)))
}
