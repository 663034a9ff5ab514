import type { Ray } from '../couplings/boson.ts'
import { brentRoot } from '../numerics/index.ts'
import { POWERS } from '../processes/index.ts'
import type { CountsGrowth, CountsModel, CountsPolynomials, Interval } from './constraint.ts'
import { quadraticIntervals } from './intervals.ts'

export type { CountsGrowth, CountsModel, CountsPolynomials } from './constraint.ts'

/** Count i of polynomials at a coupling. */
export function polynomialAt(coefficients: Float64Array, i: number, coupling: number): number {
  let sum = 0
  for (let k = POWERS * (i + 1) - 1; k >= POWERS * i; k--) sum = sum * coupling + coefficients[k]
  return sum
}

/** Points per decade of g where a likelihood is scanned. */
const POINTS_PER_DECADE = 12
/** Between them lies all that is interesting of a signal: a share of the fluctuation of every bin, and that many times everything else in one. */
const FAINT = 0.01
const BRIGHT = 30
/** Of couplings, where it is known roughly how a signal grows. */
const MARGIN = 3

/** From a coupling where a charge vanishes, in ln g: as far apart as points elsewhere and ever nearer, down to a millionth at most. */
const distances = (perDecade: number): number[] => Array.from({ length: 6 * perDecade }, (_, i) => 10 ** (-i / perDecade))
const DISTANCES = distances(POINTS_PER_DECADE)
/** Where slopes are known as well. */
export const FEW_DISTANCES = distances(POINTS_PER_DECADE / 4)

/** Expected counts along a ray, and the couplings worth looking at. */
export function countsAlong(counts: CountsModel, ray: Ray, bins: number) {
  const { standard } = counts
  const growth = counts.growth(ray)
  const into = (coupling: number, out: Float64Array): number => {
    if (growth === undefined && coupling > 0) counts.counts(ray.at(coupling), out)
    const square = coupling * coupling
    let change = 0
    for (let i = 0; i < standard.length; i++) {
      if (growth !== undefined) out[i] = standard[i] + square * (growth.linear[i] + square * growth.quadratic[i])
      else if (coupling === 0) out[i] = standard[i]
      change += out[i] - standard[i]
    }
    return change
  }
  const rough = growth === undefined ? counts.rough?.(ray) : undefined
  const [lo, hi] = growth === undefined ? roughly(standard, rough, bins, ray) : interestingCouplings(standard, growth, bins, ray.range)
  const points = Math.max(8, Math.ceil(Math.log10(hi / lo) * POINTS_PER_DECADE))
  const grid = Array.from({ length: points + 1 }, (_, i) => Math.log(lo) + (Math.log(hi / lo) * i) / points)
  if (rough !== undefined && 'coefficients' in rough) {
    const turns = turnsOf(rough, lo, hi)
    const around = steepPlaces(standard, rough, turns, bins)
    const places = new Set([...grid, ...turns, ...around.filter((x) => x > Math.log(lo) && x < Math.log(hi))])
    grid.splice(0, grid.length, ...places)
    grid.sort((a, b) => a - b)
  }
  if (lo > ray.range[0]) grid.unshift(Math.log(ray.range[0]))
  if (hi < ray.range[1]) grid.push(Math.log(ray.range[1]))
  return { into, grid }
}

/** Places in ln g around where a charge vanishes, and where the total counts turn. */
export function steepPlaces(
  standard: Float64Array,
  polynomials: CountsPolynomials,
  turns: readonly number[],
  bins: number,
  distances = DISTANCES,
): number[] {
  const steep = polynomials.zeros === undefined ? [] : [...polynomials.zeros.map(Math.log), ...turns]
  return steep.flatMap((x) => nearby(x, standard, polynomials, bins, distances))
}

/** A place in ln g and places around it, ever nearer while some bin still tells them from it. */
function nearby(x: number, standard: Float64Array, polynomials: CountsPolynomials, bins: number, distances: readonly number[]): number[] {
  const { totals, sums } = perBin(standard, polynomials, bins)
  const here = Float64Array.from(totals, (_, b) => polynomialAt(sums, b, Math.exp(x)))
  const isTold = (place: number): boolean => {
    const coupling = Math.exp(place)
    for (let b = 0; b < bins; b++) if (Math.abs(polynomialAt(sums, b, coupling) - here[b]) >= FAINT * Math.sqrt(totals[b])) return true
    return false
  }
  const places = [x]
  for (const side of [-1, 1]) {
    for (const distance of distances) {
      places.push(x + side * distance)
      if (!isTold(x + side * distance)) break
    }
  }
  return places
}

/** Counts of each bin without the boson, at least one, and polynomials of all that is counted there. */
function perBin(standard: Float64Array, { coefficients }: CountsPolynomials, bins: number) {
  const totals = new Float64Array(bins).fill(1)
  const sums = new Float64Array(POWERS * bins)
  for (let i = 0; i < standard.length; i++) {
    totals[i % bins] += standard[i]
    for (let k = 0; k < POWERS; k++) sums[POWERS * (i % bins) + k] += coefficients[POWERS * i + k]
  }
  return { totals, sums }
}

/** Points per decade of g at which it is looked whether total counts rise or fall. */
const FINE = 200

/** ln g where the total counts of polynomials turn: between two couplings that leave them as they are without the boson there is one. */
export function turnsOf({ coefficients }: CountsPolynomials, lo: number, hi: number): number[] {
  const slopes = new Float64Array(POWERS)
  for (let i = 0; i < coefficients.length; i++) if (i % POWERS > 0) slopes[(i % POWERS) - 1] += (i % POWERS) * coefficients[i]
  const slopeAt = (x: number): number => polynomialAt(slopes, 0, Math.exp(x))
  const points = Math.ceil(Math.log10(hi / lo) * FINE)
  const turns: number[] = []
  for (let i = 1, [left, before] = [Math.log(lo), polynomialAt(slopes, 0, lo)]; i <= points; i++) {
    const right = Math.log(lo) + (Math.log(hi / lo) * i) / points
    const slope = slopeAt(right)
    if (slope * before < 0) turns.push(brentRoot(slopeAt, left, right))
    left = right
    before = slope
  }
  return turns
}

/** The couplings worth looking at where there is no closed form: all, or those that a rough one tells of and some more. */
function roughly(
  standard: Float64Array,
  growth: CountsGrowth | CountsPolynomials | undefined,
  bins: number,
  ray: Ray,
): readonly [number, number] {
  if (growth === undefined) return ray.range
  const interesting = 'coefficients' in growth ? interestingPolynomials : interestingCouplings
  const [lo, hi] = interesting(standard, growth as CountsGrowth & CountsPolynomials, bins, ray.range)
  return [Math.max(ray.range[0], lo / MARGIN), Math.min(ray.range[1], hi * MARGIN)]
}

/**
 * From where a signal is too faint for every bin to where it outshines one by far, and interference with it.
 *
 * @param sigmas 1σ of each bin, where it is not the root of its counts
 */
export function interestingCouplings(
  standard: Float64Array,
  { linear, quadratic }: CountsGrowth,
  bins: number,
  range: readonly [number, number],
  sigmas?: Float64Array,
) {
  let faintest = range[1]
  let brightest = range[1]
  for (let b = 0; b < bins; b++) {
    let [total, first, second] = [sigmas === undefined ? 1 : 0, 0, 0]
    for (let i = b; i < standard.length; i += bins) {
      total += standard[i]
      first += Math.abs(linear[i])
      second += quadratic[i]
    }
    const noise = sigmas?.[b] ?? Math.sqrt(total)
    if (first > 0) faintest = Math.min(faintest, Math.sqrt((FAINT * noise) / first))
    if (second > 0) {
      faintest = Math.min(faintest, ((FAINT * noise) / second) ** 0.25)
      brightest = Math.min(brightest, Math.max(((BRIGHT * (noise + total)) / second) ** 0.25, Math.sqrt((10 * first) / second)))
    } else if (first > 0) brightest = Math.min(brightest, Math.sqrt((BRIGHT * (noise + total)) / first))
  }
  const lo = Math.max(range[0], Math.min(faintest, 0.5 * range[1]))
  return [lo, Math.min(range[1], Math.max(brightest, 2 * lo))] as const
}

/**
 * The same where counts are polynomials: from where the signal differs from that of no coupling at all, which absolute mixing may give, up to where it outshines
 * everything in a bin for good.
 */
export function interestingPolynomials(
  standard: Float64Array,
  polynomials: CountsPolynomials,
  bins: number,
  range: readonly [number, number],
) {
  const { totals, sums } = perBin(standard, polynomials, bins)
  const isFaint = (coupling: number): boolean =>
    totals.every((total, b) => Math.abs(polynomialAt(sums, b, coupling) - sums[POWERS * b]) < FAINT * Math.sqrt(total))
  // Where a charge vanishes, a signal that outshines everything above and below has a hole: bins count as long as theirs falls with the coupling.
  const signals = Float64Array.from(totals, (_, b) => polynomialAt(sums, b, range[1]))
  const isBrightStill = (coupling: number): boolean => {
    let isBright = false
    for (let b = 0; b < bins; b++) {
      const signal = polynomialAt(sums, b, coupling)
      signals[b] = signal <= signals[b] ? signal : Number.NEGATIVE_INFINITY
      if (signals[b] + 1 - totals[b] > BRIGHT * (Math.sqrt(totals[b]) + totals[b])) isBright = true
    }
    return isBright
  }
  const step = 10 ** (1 / POINTS_PER_DECADE)
  let [lo, hi] = range
  while (lo < 0.5 * range[1] && isFaint(lo * step)) lo *= step
  while (hi > 2 * lo && isBrightStill(hi / step)) hi /= step
  return [lo, hi] as const
}

/** Couplings at which $g^2 N_1 + g^4 N_2$ lies below one change of the counts or above another. */
export function changeIntervals(linear: number, quadratic: number, lower: number, upper: number): Interval[] {
  return quadraticIntervals(linear, quadratic, 1 + lower, 1 + upper)
}
