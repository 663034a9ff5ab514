/** A function and its slope at one place. */
export interface Slope {
  readonly x: number
  readonly value: number
  readonly slope: number
}

/** Values this near to zero, relative to where they count as one, are made zero by a last step that is not looked at. */
const NEAR = 1e-8
/** Values that a turning point is known to, in the same units. */
const FLAT = 1e-11
const MOST_STEPS = 200
/** A step that leaves more than this share of a slope was a poor one; the next is this many times as long as it seems to need to be. */
const SLOW = 0.2
const BEYOND = 3

/**
 * Where a function crosses a level between two points on either side of it: roots of the cubic through values and slopes at the ends of an ever smaller
 * interval, halved where that does not help. Three looks are usual.
 *
 * @param scale over which the function is followed as it is; far from the level its logarithm is, so that powers are straight
 */
export function crossing(at: (x: number) => Slope, left: Slope, right: Slope, level: number, scale: number): number {
  let a = tamed(left, level, scale)
  let b = tamed(right, level, scale)
  let isSlow = false
  for (let step = 0; step < MOST_STEPS; step++) {
    const x = isSlow ? 0.5 * (a.x + b.x) : cubicRoot(a, b)
    if (!(x > a.x && x < b.x)) break
    const c = tamed(at(x), level, scale)
    isSlow = Math.abs(c.value) > 0.5 * Math.min(Math.abs(a.value), Math.abs(b.value))
    if (c.value < 0 === a.value < 0) a = c
    else b = c
    if (Math.abs(c.value) < NEAR) return cubicRoot(a, b)
  }
  return Math.abs(a.value) < Math.abs(b.value) ? a.x : b.x
}

/**
 * The extremum between two points at which slopes point opposite ways, from the cubics through values and slopes. Its value is what the last cubic promises.
 *
 * @param scale over which the function is followed as it is
 */
export function turningPoint(at: (x: number) => Slope, left: Slope, right: Slope, scale: number): Slope {
  const level = left.value
  let [a, b] = [left, right]
  let x = cubicExtremum(tamed(a, level, scale), tamed(b, level, scale))
  for (let step = 0; step < MOST_STEPS && x > a.x && x < b.x; step++) {
    const c = at(x)
    const isLeft = c.slope > 0 === left.slope > 0
    const isSlow = Math.abs(c.slope) > SLOW * Math.abs((isLeft ? a : b).slope)
    if (isLeft) a = c
    else b = c
    const next = cubicExtremum(a, b)
    const promised = 0.5 * c.slope * (next - x)
    if (Math.abs(promised) < FLAT * scale) return { x: Math.min(b.x, Math.max(a.x, next)), value: c.value + promised, slope: 0 }
    // A far end misleads the cubic: step over the extremum, so as to come near from both sides.
    const beyond = x + BEYOND * (next - x)
    x = !isSlow ? next : beyond > a.x && beyond < b.x ? beyond : 0.5 * (a.x + b.x)
  }
  return { ...(Math.abs(a.slope) < Math.abs(b.slope) ? a : b), slope: 0 }
}

/**
 * Whether what is known at two points with slopes of one sign lets the function rise, or fall, all the way between them (Fritsch and Carlson 1980: slopes of at most
 * three times the secant).
 */
export function isMonotone(left: Slope, right: Slope, level: number, scale: number): boolean {
  const a = tamed(left, level, scale)
  const b = tamed(right, level, scale)
  const secant = (b.value - a.value) / (b.x - a.x)
  return a.slope / secant <= 3 && b.slope / secant <= 3 && (a.slope + b.slope) * secant > 0
}

/** Beside a level as it is, far from it its logarithm. */
function tamed({ x, value, slope }: Slope, level: number, scale: number): Slope {
  const distance = (value - level) / scale
  return { x, value: Math.asinh(distance), slope: slope / (scale * Math.hypot(1, distance)) }
}

/** A root, between two points, of the cubic through values of opposite sign and slopes there; halfway where these are not finite. */
function cubicRoot(a: Slope, b: Slope): number {
  const h = b.x - a.x
  const rise = b.value - a.value
  const [m, n] = [h * a.slope, h * b.slope]
  const [second, third] = [3 * rise - 2 * m - n, m + n - 2 * rise]
  if (!Number.isFinite(second + third)) return a.x + 0.5 * h
  let [low, high] = [0, 1]
  let s = -a.value / rise
  for (let step = 0; step < 60; step++) {
    const value = a.value + s * (m + s * (second + s * third))
    if (value < 0 === a.value < 0) low = s
    else high = s
    const slope = m + s * (2 * second + s * 3 * third)
    let next = s - value / slope
    if (!(next > low && next < high)) next = 0.5 * (low + high)
    const change = Math.abs(next - s)
    s = next
    if (change <= 1e-16 * s) break
  }
  return a.x + h * s
}

/** The extremum, between two points with slopes of opposite sign, of the cubic through values and slopes there; halfway where these are not finite. */
function cubicExtremum(a: Slope, b: Slope): number {
  const h = b.x - a.x
  const mean = a.slope + b.slope - (3 * (b.value - a.value)) / h
  const root = Math.sign(b.slope) * Math.sqrt(mean * mean - a.slope * b.slope)
  const s = (b.slope + root - mean) / (b.slope - a.slope + 2 * root)
  return Number.isFinite(s) ? b.x - h * s : a.x + 0.5 * h
}
