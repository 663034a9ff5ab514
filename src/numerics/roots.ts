import { FailureError } from '../errors.ts'

/** The value of f at x, refusing NaN. */
function checked(f: (x: number) => number, x: number): number {
  const y = f(x)
  if (Number.isNaN(y)) throw new FailureError(`the function is not a number at ${x}`)
  return y
}

/**
 * A root of f between a and b, where f has opposite signs (Brent 1973, chapter 4: inverse quadratic interpolation,
 * secant and bisection).
 *
 * @param tolerance of the root, relative to it; never tighter than $4\epsilon$. Search in the logarithm for a root spread over decades.
 * @param ends f at a and b, where that is known
 * @throws FailureError when f has the same sign at both ends, or is NaN somewhere
 * @example
 * brentRoot((x) => x * x - 2, 0, 2) // 1.414213562373095
 */
export function brentRoot(f: (x: number) => number, a: number, b: number, tolerance = 1e-14, ends?: readonly [number, number]): number {
  let best = b
  let fBest = checked(ends === undefined ? f : () => ends[1], b)
  let previous = a
  let fPrevious = checked(ends === undefined ? f : () => ends[0], a)
  if (fPrevious === 0) return a
  if (fBest === 0) return b
  if (fPrevious > 0 === fBest > 0) {
    throw new FailureError(`no change of sign between ${a} and ${b}: the function is ${fPrevious} and ${fBest} there`)
  }
  let opposite = previous
  let fOpposite = fPrevious
  let step = best - previous
  let stepBefore = step
  for (let iteration = 0; iteration < 5000; iteration++) {
    if (Math.abs(fOpposite) < Math.abs(fBest)) {
      previous = best
      fPrevious = fBest
      best = opposite
      fBest = fOpposite
      opposite = previous
      fOpposite = fPrevious
    }
    const reach = (2 * Number.EPSILON + 0.5 * tolerance) * Math.abs(best)
    const halfway = 0.5 * (opposite - best)
    if (Math.abs(halfway) <= reach || fBest === 0) return best
    let bisect = true
    if (Math.abs(stepBefore) >= reach && Math.abs(fPrevious) > Math.abs(fBest)) {
      const s = fBest / fPrevious
      let p: number
      let q: number
      if (previous === opposite) {
        p = 2 * halfway * s
        q = 1 - s
      } else {
        const r = fBest / fOpposite
        const u = fPrevious / fOpposite
        p = s * (2 * halfway * u * (u - r) - (best - previous) * (r - 1))
        q = (u - 1) * (r - 1) * (s - 1)
      }
      if (p > 0) q = -q
      else p = -p
      if (2 * p < Math.min(3 * halfway * q - Math.abs(reach * q), Math.abs(stepBefore * q))) {
        stepBefore = step
        step = p / q
        bisect = false
      }
    }
    if (bisect) stepBefore = step = halfway
    previous = best
    fPrevious = fBest
    best += Math.abs(step) > reach ? step : Math.sign(halfway) * Math.max(reach, Number.MIN_VALUE)
    fBest = checked(f, best)
    if (fBest > 0 === fOpposite > 0) {
      opposite = previous
      fOpposite = fPrevious
      stepBefore = step = best - previous
    }
  }
  throw new FailureError(`the root between ${a} and ${b} was not found: last at ${best}`)
}

const GOLDEN = 0.5 * (3 - Math.sqrt(5))

/**
 * The minimum of f between a and b (Brent 1973, chapter 5: parabolas and golden sections). For a function with one
 * minimum there; with several, one of them. The ends are looked at too, so a monotone function yields its lower end.
 *
 * @param tolerance of x, relative to it; below $\sqrt{\epsilon} \approx 10^{-8}$ the values of f can no longer tell points apart.
 * @throws FailureError when f is NaN somewhere
 * @example
 * minimise((x) => (x - 2) ** 2, 0, 5) // { x: 2, value: 0 }
 */
export function minimise(f: (x: number) => number, a: number, b: number, tolerance = 1e-8): { x: number; value: number } {
  let left = Math.min(a, b)
  let right = Math.max(a, b)
  const floor = Number.EPSILON * (right - left)
  let x = left + GOLDEN * (right - left)
  let second = x
  let third = x
  let fx = checked(f, x)
  let fSecond = fx
  let fThird = fx
  let step = 0
  let stepBefore = 0
  for (let iteration = 0; iteration < 1000; iteration++) {
    const middle = 0.5 * (left + right)
    const reach = tolerance * Math.abs(x) + floor
    if (Math.abs(x - middle) <= 2 * reach - 0.5 * (right - left)) break
    let golden = true
    if (Math.abs(stepBefore) > reach) {
      const r = (x - second) * (fx - fThird)
      let q = (x - third) * (fx - fSecond)
      let p = (x - third) * q - (x - second) * r
      q = 2 * (q - r)
      if (q > 0) p = -p
      else q = -q
      if (Math.abs(p) < Math.abs(0.5 * q * stepBefore) && p > q * (left - x) && p < q * (right - x)) {
        stepBefore = step
        step = p / q
        if (x + step - left < 2 * reach || right - (x + step) < 2 * reach) step = x < middle ? reach : -reach
        golden = false
      }
    }
    if (golden) {
      stepBefore = x < middle ? right - x : left - x
      step = GOLDEN * stepBefore
    }
    const next = x + (Math.abs(step) >= reach ? step : step > 0 ? reach : -reach)
    const fNext = checked(f, next)
    if (fNext <= fx) {
      if (next < x) right = x
      else left = x
      third = second
      fThird = fSecond
      second = x
      fSecond = fx
      x = next
      fx = fNext
    } else {
      if (next < x) left = next
      else right = next
      if (fNext <= fSecond || second === x) {
        third = second
        fThird = fSecond
        second = next
        fSecond = fNext
      } else if (fNext <= fThird || third === x || third === second) {
        third = next
        fThird = fNext
      }
    }
  }
  const fa = checked(f, a)
  const fb = checked(f, b)
  if (fa < fx && fa <= fb) return { x: a, value: fa }
  if (fb < fx) return { x: b, value: fb }
  return { x, value: fx }
}
