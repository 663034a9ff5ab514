import { InputError } from '../errors.ts'

/** An exact rational number in lowest terms, denominator positive. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

/**
 * The rational n/d in lowest terms.
 *
 * @throws InputError when d is zero.
 * @example
 * toFraction(rational(2, -4)) // '-1/2'
 */
export function rational(n: number | bigint, d: number | bigint = 1): Rational {
  const [top, bottom] = [BigInt(n), BigInt(d)]
  if (bottom === 0n) throw new InputError('a denominator cannot be zero')
  const divisor = gcd(top, bottom) * (bottom < 0n ? -1n : 1n)
  return { numerator: top / divisor, denominator: bottom / divisor }
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export const ZERO = rational(0)
export const ONE = rational(1)

export const add = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
export const neg = (a: Rational): Rational => ({ numerator: -a.numerator, denominator: a.denominator })
export const sub = (a: Rational, b: Rational): Rational => add(a, neg(b))
export const mul = (a: Rational, b: Rational): Rational => rational(a.numerator * b.numerator, a.denominator * b.denominator)
/** @throws InputError when b is zero. */
export const div = (a: Rational, b: Rational): Rational => rational(a.numerator * b.denominator, a.denominator * b.numerator)
export const abs = (a: Rational): Rational => (a.numerator < 0n ? neg(a) : a)
export const sum = (terms: readonly Rational[]): Rational => terms.reduce(add, ZERO)
export const isZero = (a: Rational): boolean => a.numerator === 0n
export const equal = (a: Rational, b: Rational): boolean => a.numerator === b.numerator && a.denominator === b.denominator

/** −1, 0 or 1 as a is below, at or above b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The nearest double. */
export function toNumber({ numerator, denominator }: Rational): number {
  const [top, bottom] = [Number(numerator), Number(denominator)]
  if (Number.isSafeInteger(top) && Number.isSafeInteger(bottom)) return top / bottom
  const magnitude = numerator < 0n ? -numerator : numerator
  const shift = bits(denominator) - bits(magnitude) + 66
  const [n, d] = shift > 0 ? [magnitude << BigInt(shift), denominator] : [magnitude, denominator << BigInt(-shift)]
  const quotient = n / d
  const sticky = quotient * d === n ? quotient : quotient | 1n
  return Math.sign(top) * Number(sticky) * 2 ** -shift
}

const bits = (n: bigint): number => n.toString(2).length

/** `-2/3`, `4`. Read back exactly by {@link parseRational}. */
export const toFraction = ({ numerator, denominator }: Rational): string =>
  denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`

/** Like {@link toFraction}, but a decimal where the decimal ends: `-0.1`, `2/3`. */
export function toDecimal(a: Rational): string {
  let places = 0
  let scaled = a
  for (; scaled.denominator !== 1n && places < 20; places++) scaled = mul(scaled, rational(10))
  if (scaled.denominator !== 1n) return toFraction(a)
  if (places === 0) return `${a.numerator}`
  const digits = `${abs(scaled).numerator}`.padStart(places + 1, '0')
  return `${a.numerator < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/

function parseDecimal(text: string): Rational | undefined {
  const match = DECIMAL.exec(text)
  if (match === null) return undefined
  const [, sign, whole, fraction, exponent] = match
  if (whole + fraction === '') return undefined
  const places = fraction.length - Number(exponent ?? 0)
  const digits = BigInt(sign + whole + fraction)
  return places > 0 ? rational(digits, 10n ** BigInt(places)) : rational(digits * 10n ** BigInt(-places))
}

/** Larger and smaller magnitudes are slips, and would overflow where charges are multiplied. */
const LARGEST = rational(10n ** 100n)
const SMALLEST = rational(1n, 10n ** 100n)

/**
 * The exact rational a text or number stands for: `'-2/3'`, `'1.5'`, `'2e-3'`, a number.
 * A number becomes the simplest convergent of its continued fraction that is that same double: 0.1 is 1/10 and 1 / 3 is 1/3.
 *
 * @throws InputError for anything else, a zero denominator, a magnitude that is neither 0 nor from 1e-100 to 1e100.
 * @example
 * toFraction(parseRational(1 / 3)) // '1/3'
 */
export function parseRational(value: string | number, field?: string): Rational {
  const result = typeof value === 'number' ? fromDouble(value, field) : fromText(value, field)
  const magnitude = abs(result)
  if (!isZero(result) && (compare(magnitude, LARGEST) > 0 || compare(magnitude, SMALLEST) < 0)) {
    throw new InputError(`${value} is out of range; allowed: 0, or 1e-100 to 1e100 in magnitude`, field)
  }
  return result
}

function fromText(text: string, field?: string): Rational {
  const parts = text.trim().replaceAll('−', '-').split('/')
  const [top, bottom] = [parseDecimal(parts[0].trim()), parts.length === 1 ? ONE : parseDecimal(parts[1].trim())]
  if (parts.length > 2 || top === undefined || bottom === undefined) {
    throw new InputError(`'${text}' is not a number; write an integer, a decimal or a fraction, such as 2, -1.5 or -2/3`, field)
  }
  if (isZero(bottom)) throw new InputError(`'${text}' has a zero denominator`, field)
  return div(top, bottom)
}

function fromDouble(value: number, field?: string): Rational {
  if (!Number.isFinite(value)) throw new InputError(`${value} is not allowed; write a finite number`, field)
  let exact = binaryFraction(value)
  let [before, now] = [
    { n: 0n, d: 1n },
    { n: 1n, d: 0n },
  ]
  for (;;) {
    const remainder = ((exact.numerator % exact.denominator) + exact.denominator) % exact.denominator
    const whole = (exact.numerator - remainder) / exact.denominator
    ;[before, now] = [now, { n: whole * now.n + before.n, d: whole * now.d + before.d }]
    const convergent = rational(now.n, now.d)
    if (remainder === 0n || toNumber(convergent) === value) return convergent
    exact = rational(exact.denominator, remainder)
  }
}

/** The double itself, an integer over a power of two. */
function binaryFraction(value: number): Rational {
  let [mantissa, doublings] = [value, 0]
  for (; !Number.isInteger(mantissa); doublings++) mantissa *= 2
  return rational(BigInt(mantissa), 1n << BigInt(doublings))
}
