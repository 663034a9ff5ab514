import { HBAR_GEV_S } from '../constants.ts'
import { brentRoot } from '../numerics/index.ts'
import type { Interval } from './constraint.ts'
import type { Window } from './published.ts'

/*
 * A rate that grows as g² times the share of bosons that decay where the search looks; x counts the proper lifetimes to the window's
 * edge, and grows as g² too. Both logarithms are concave in ln x (and in x), so that Newton's steps from outside never pass the root.
 */

/** Each of Newton's steps squares the error: they end once the next one would be smaller than this. `change` is relative, `slope` that in ln x. */
const isLast = (change: number, slope: number): boolean => !(change * change > 1e-14 * Math.abs(slope))
const MOST_STEPS = 60

/** $\ln[x(1 - e^{-x})]$: decays within a proper time of x lifetimes. */
export const promptLogRate = (x: number): number => Math.log(-x * Math.expm1(-x))

/**
 * The x > 0 with $x(1 - e^{-x}) = K$, for a search for decays within a time of x lifetimes.
 *
 * @param rate K > 0
 * @example
 * promptRoot(1e6) // 1e6
 */
export function promptRoot(rate: number): number {
  let x = Math.max(rate, Math.sqrt(rate))
  if (x > 40) return x
  const target = Math.log(rate)
  for (let step = 0; step < MOST_STEPS; step++) {
    const slope = 1 + x / Math.expm1(x)
    const change = (target - promptLogRate(x)) / slope
    x *= Math.exp(change)
    if (isLast(change, slope)) break
  }
  return x
}

/**
 * $\ln[x e^{-x}(1 - e^{-rx})]$: decays between x and (1 + r) x lifetimes.
 *
 * @param ratio r of the decay volume's length to the shield's; Infinity for anything behind the shield
 */
export function displacedLogRate(x: number, ratio: number): number {
  return Math.log(x) - x + (ratio === Number.POSITIVE_INFINITY ? 0 : Math.log(-Math.expm1(-ratio * x)))
}

/** d/d ln x of {@link displacedLogRate}. */
function slopeOfDisplaced(x: number, ratio: number): number {
  const volume = ratio * x
  return 1 - x + (volume > 700 ? 0 : volume / Math.expm1(volume))
}

/** The x at which most bosons decay between x and (1 + r) x lifetimes: between 1 and 2. */
export function displacedPeak(ratio: number): number {
  return ratio === Number.POSITIVE_INFINITY ? 1 : brentRoot((x) => slopeOfDisplaced(x, ratio), 1, 2, 1e-15)
}

/**
 * The two x at which $x e^{-x}(1 - e^{-rx})$ is a given rate: below the lower one bosons decay behind the volume, above the upper one
 * in the shield. Written into `roots`; false where the rate is out of reach.
 *
 * @param logRate ln of the rate, above −700
 * @param peak `displacedPeak(ratio)`
 * @example
 * const roots = new Float64Array(2)
 * displacedRoots(Math.log(0.2), 1, displacedPeak(1), roots) // true; roots: 0.640, 2.29
 */
export function displacedRoots(logRate: number, ratio: number, peak: number, roots: Float64Array): boolean {
  const height = displacedLogRate(peak, ratio)
  if (!(logRate < height)) {
    roots[0] = roots[1] = peak
    return logRate === height
  }
  const isOpen = ratio === Number.POSITIVE_INFINITY
  let low = Math.max(Math.exp(logRate), isOpen ? 0 : Math.sqrt(Math.exp(logRate) / ratio))
  for (let step = 0; step < MOST_STEPS; step++) {
    const slope = slopeOfDisplaced(low, ratio)
    const change = (logRate - displacedLogRate(low, ratio)) / slope
    low *= Math.exp(Math.min(change, 5))
    if (isLast(change, slope)) break
  }
  const beyond = Math.max(0, -logRate - 1)
  let high = 1 + Math.sqrt(2 * beyond) + beyond
  for (let step = 0; step < MOST_STEPS; step++) {
    const slope = slopeOfDisplaced(high, ratio)
    const change = (logRate - displacedLogRate(high, ratio)) / slope
    high *= 1 + change
    if (isLast(change, slope)) break
  }
  roots[0] = low
  roots[1] = high
  return true
}

/**
 * How many lifetimes the shield is long at the lower of two published edges, so that both see the same rate:
 * $x e^{-x}(1 - e^{-rx})$ is equal at x and ρx.
 *
 * @param edges ρ = (upper/lower)², at least 1
 * @example
 * fiducialLifetimes(100, Infinity) // 0.0465 = ln 100 / 99
 */
export function fiducialLifetimes(edges: number, ratio: number): number {
  if (edges === 1) return displacedPeak(ratio)
  const shortest = Math.log(edges) / (edges - 1)
  if (ratio === Number.POSITIVE_INFINITY) return shortest
  // ln of the rate at ρx over that at x, without the cancellation that takes the digits away from edges close to each other
  const imbalance = (x: number) => {
    const [volume, further] = [ratio * x, ratio * (edges - 1) * x]
    return Math.log(edges) - (edges - 1) * x + Math.log1p((Math.exp(-volume) * Math.expm1(-further)) / Math.expm1(-volume))
  }
  // Between the shortest, for long volumes, and twice that, for short ones; rounding hides the signs just there.
  return brentRoot(imbalance, 0.999 * shortest, 2.001 * shortest, 1e-15)
}

/**
 * What a search counts of a boson, over what it would count of the published model at unit coupling if it saw every decay:
 * production times branching ratio. And the total width [GeV], which the lifetime follows from.
 */
export interface Yield {
  readonly rate: number
  readonly width: number
}

/** Where a published curve lies in what the search really sees, at one mass and for one interval of the curve. */
export interface Level {
  /** ln of x times the share of decays seen, x lifetimes long the window is: what the yield of bosons of one brightness grows with. Of the yield itself where the lifetime does not matter. */
  readonly logRate: number
  /** Proper time [1/GeV] to the far edge of a prompt window, or to the near edge of a displaced one; 1 where the lifetime does not matter. */
  readonly time: number
  /** Rate over width of the published model: bosons of one lifetime yield in the ratio of their brightnesses. */
  readonly brightness: number
}

/** A lifetime window, ready to turn published couplings into yields and yields of any boson into couplings. */
export interface LifetimeWindow {
  /** @param reference the published model at unit coupling, whose yield and width both grow as the coupling squared */
  level(published: Interval, reference: Yield, mass_GeV: number): Level
  /** ln of a boson's yield in the window over the limit's. */
  excess(boson: Yield, level: Level): number
  /** The couplings that exceed a level, for a boson given at unit coupling; undefined where none does. */
  couplings(unit: Yield, level: Level): Interval | undefined
}

/** How the decays seen grow with x, the lifetimes that a window is long, which goes as g². */
interface Growth {
  /** x at the lower published edge. */
  lifetimes(published: Interval, reference: Yield, mass_GeV: number): number
  /** ln of x times the share of decays seen. */
  logRate(x: number): number
  /** The x that exceed a rate; undefined where none does. */
  exceeding(logRate: number): Interval | undefined
}

const windowOf = ({ lifetimes, logRate, exceeding }: Growth): LifetimeWindow => ({
  level: (published, reference, mass) => {
    const x = lifetimes(published, reference, mass)
    const { rate, width } = reference
    return { logRate: logRate(x), time: x / (published[0] * published[0] * width), brightness: rate / width }
  },
  excess: ({ rate, width }, level) => logRate(width * level.time) - level.logRate + Math.log(rate / width / level.brightness),
  couplings: ({ rate, width }, level) => {
    const found = exceeding(level.logRate - Math.log(rate / width / level.brightness))
    if (found === undefined) return undefined
    const atUnit = width * level.time
    return [Math.sqrt(found[0] / atUnit), Math.sqrt(found[1] / atUnit)]
  },
})

/** Where the lifetime does not matter it does not enter either: the published model may be stable but for decays unseen. */
const anyWindow: LifetimeWindow = {
  level: ([lower], { rate }) => ({ logRate: Math.log(rate) + 2 * Math.log(lower), time: 1, brightness: 1 }),
  excess: ({ rate }, { logRate }) => Math.log(rate) - logRate,
  couplings: ({ rate }, { logRate }) => [Math.exp(0.5 * (logRate - Math.log(rate))), Number.POSITIVE_INFINITY],
}

const promptWindow = (longest_s: (mass: number) => number): LifetimeWindow =>
  windowOf({
    lifetimes: ([lower], { width }, mass) => (lower * lower * width * longest_s(mass)) / HBAR_GEV_S,
    logRate: promptLogRate,
    exceeding: (logRate) => [promptRoot(Math.exp(logRate)), Number.POSITIVE_INFINITY],
  })

function displacedWindow(ratio: number): LifetimeWindow {
  const peak = displacedPeak(ratio)
  const roots = new Float64Array(2)
  return windowOf({
    lifetimes: ([lower, upper]) => fiducialLifetimes((upper / lower) ** 2, ratio),
    logRate: (x) => displacedLogRate(x, ratio),
    exceeding: (logRate) => (displacedRoots(logRate, ratio, peak, roots) ? [roots[0], roots[1]] : undefined),
  })
}

/**
 * The window of a published limit. The share of decays that a search sees is 1, $1 - e^{-t/\tau}$ for prompt searches, or
 * $e^{-t_0/\tau} - e^{-(1+r)t_0/\tau}$ behind a shield and within a volume r times as long, where $t_0$ follows from the two published edges,
 * both of which see the same yield.
 *
 * @example
 * const window = lifetimeWindow('any')
 * const level = window.level([1e-3, Infinity], { rate: 1, width: 1 }, 0.1)
 * window.couplings({ rate: 4, width: 1 }, level) // [5e-4, Infinity]
 */
export function lifetimeWindow(window: Window): LifetimeWindow {
  if (window === 'any') return anyWindow
  if (window.kind === 'displaced') return displacedWindow(window.volume_m / window.shield_m)
  const { longest_s } = window
  return promptWindow(typeof longest_s === 'number' ? () => longest_s : longest_s)
}
