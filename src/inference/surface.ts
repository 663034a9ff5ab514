import { minimise, nelderMead } from '../numerics/index.ts'
import type { Combination } from './combine.ts'
import { type Parameter, placeOn, type Space, valueAt } from './space.ts'
import { likelihoodTable } from './table.ts'

/** A point of a space, its parameters in order, and $-2\ln L$ there, nuisances profiled. */
export interface FitPoint {
  readonly point: readonly number[]
  readonly value: number
}

/** $-2\ln L$ over a space, nuisances profiled, looked at all over. */
export interface Surface {
  readonly combination: Combination
  readonly space: Space
  /** What a table of counts gets wrong at most; zero where none was needed. */
  readonly tableError: number
  /** Constraints whose counts no table holds, where there is one: computed at every point, which is slow. */
  readonly untabulated: readonly string[]
  /** Places of the masses, and of every other parameter but the coupling, at which the whole range of couplings was looked at. */
  readonly masses: readonly number[]
  at(point: readonly number[]): number
  /** ln g from end to end, close enough to find minima between. */
  readonly logCouplings: readonly number[]
  /** The least value where some parameters are held, by index; from the best of what was looked at. */
  least(held: ReadonlyMap<number, number>): FitPoint
}

/** Points per decade of g, masses and places of other parameters that are looked at. */
const COUPLINGS_PER_DECADE = 10
const MASSES_PER_DECADE = 12
const OTHERS = 9
/** So many of the best places of a scan are followed downhill. */
const FOLLOWED = 3

/**
 * Prepares the surface of a combination over a space. Mass and coupling alone are computed exactly, mass by mass; with more parameters counts are tabulated.
 */
export function surfaceOf(combination: Combination, space: Space): Surface {
  const { parameters } = space
  const shape = parameters.map((_, k) => k).filter((k) => k !== 1)
  const evaluate = parameters.length === 2 ? exactly(combination, space) : byTable(combination, space)
  const gridOf = (parameter: Parameter, points: number): number[] => {
    const [from, to] = parameter.range.map((end) => placeOn(parameter, end))
    return Array.from({ length: points }, (_, i) =>
      i === 0 ? parameter.range[0] : i === points - 1 ? parameter.range[1] : valueAt(parameter, from + ((to - from) * i) / (points - 1)),
    )
  }
  const decades = ({ range: [lo, hi] }: Parameter): number => Math.log10(hi / lo)
  const [mass, coupling] = parameters
  const couplings = gridOf(coupling, Math.max(9, 1 + Math.ceil(COUPLINGS_PER_DECADE * decades(coupling))))
  const logCouplings = couplings.map(Math.log)
  const masses = gridOf(mass, Math.max(9, 1 + Math.ceil(MASSES_PER_DECADE * decades(mass))))
  const axes = shape.map((k) => (k === 0 ? masses : gridOf(parameters[k], OTHERS)))
  const steps = parameters.map((parameter, k) => {
    const [from, to] = parameter.range.map((end) => placeOn(parameter, end))
    const points = k === 1 ? couplings.length : axes[shape.indexOf(k)].length
    return (to - from) / (points - 1)
  })

  const join = (others: readonly number[], g: number): number[] => [others[0], g, ...others.slice(1)]
  /** The best couplings at one mass and values of other parameters. */
  function leastAlong(others: readonly number[]): FitPoint {
    const height = (x: number): number => evaluate.at(join(others, Math.exp(x)))
    const heights = logCouplings.map(height)
    let best = { x: logCouplings[0], value: heights[0] }
    for (const [i, value] of heights.entries()) {
      if (value >= (heights[i - 1] ?? Number.POSITIVE_INFINITY) || value > (heights[i + 1] ?? Number.POSITIVE_INFINITY)) continue
      const [from, to] = [logCouplings[Math.max(0, i - 1)], logCouplings[Math.min(heights.length - 1, i + 1)]]
      const dip = minimise(height, from, to, 1e-7)
      if (dip.value < best.value) best = dip
    }
    return { point: join(others, Math.exp(best.x)), value: best.value }
  }
  const places = axes.reduce<number[][]>((all, axis) => all.flatMap((place) => axis.map((value) => [...place, value])), [[]])
  let scanned: readonly FitPoint[] | undefined
  const scan = (): readonly FitPoint[] => (scanned ??= places.map(leastAlong))

  function least(held: ReadonlyMap<number, number>): FitPoint {
    const free = parameters.map((_, k) => k).filter((k) => !held.has(k))
    const withHeld = (point: readonly number[]): number[] => point.map((value, k) => held.get(k) ?? value)
    const all = free.map((k) => parameters[k])
    const pointOf = (x: readonly number[]): number[] => {
      const point = parameters.map((_, k) => held.get(k) ?? 0)
      for (const [i, k] of free.entries()) point[k] = within(all[i], valueAt(all[i], x[i]))
      return point
    }
    const height = (x: readonly number[]): number =>
      all.every((parameter, i) => isWithin(parameter, x[i])) ? evaluate.at(pointOf(x)) : Number.POSITIVE_INFINITY
    const starts = candidates(held, withHeld)
    if (free.length === 0) return starts[0]
    let best = starts[0]
    for (const start of starts) {
      const from = free.map((k) => placeOn(parameters[k], start.point[k]))
      const own = free.map((k) => steps[k])
      const { x, value } = free.length === 1 ? valley(height, from[0], own[0]) : nelderMead(height, from, own.map(inward(all, from)))
      if (value < best.value) best = { point: pointOf(x), value }
    }
    return best
  }
  /** The best places of the scan for what is held, one for each stretch of the free parameters. */
  function candidates(held: ReadonlyMap<number, number>, withHeld: (point: readonly number[]) => number[]): FitPoint[] {
    const isFree = held.size === 0
    const known = isFree
      ? scan()
      : scan()
          .filter(({ point }) => shape.every((k) => !held.has(k) || isNearest(point[k], held.get(k)!, k)))
          .map(({ point }) => {
            const moved = withHeld(point)
            return { point: moved, value: evaluate.at(moved) }
          })
    return [...known].sort((a, b) => a.value - b.value).slice(0, held.size > 1 ? 1 : FOLLOWED)
  }
  const isNearest = (value: number, held: number, k: number): boolean =>
    Math.abs(placeOn(parameters[k], value) - placeOn(parameters[k], held)) <= 0.51 * steps[k]

  return { combination, space, tableError: evaluate.error, untabulated: evaluate.untabulated, masses, at: evaluate.at, logCouplings, least }
}

const within = ({ range: [lo, hi] }: Parameter, value: number): number => Math.min(hi, Math.max(lo, value))
const SLACK = 1e-12
const isWithin = (parameter: Parameter, place: number): boolean => {
  const [lo, hi] = parameter.range.map((end) => placeOn(parameter, end))
  return place >= lo - SLACK && place <= hi + SLACK
}
/** First steps that stay inside. */
const inward =
  (parameters: readonly Parameter[], from: readonly number[]) =>
  (step: number, i: number): number =>
    isWithin(parameters[i], from[i] + step) ? step : -step

/** The minimum within a step of a place. */
function valley(height: (x: readonly number[]) => number, from: number, step: number): { x: readonly number[]; value: number } {
  const bounded = (x: number): number => Math.min(Number.MAX_VALUE, height([x]))
  const { x, value } = minimise(bounded, from - step, from + step, 1e-8)
  return { x: [x], value }
}

interface Evaluation {
  at(point: readonly number[]): number
  readonly error: number
  readonly untabulated: readonly string[]
}

/** More masses than a fit follows in turn. */
const MOST_LINES = 2048

function exactly(combination: Combination, space: Space): Evaluation {
  const lines = new Map<number, ReturnType<Combination['along']>>()
  return {
    error: 0,
    untabulated: [],
    at([mass, coupling]) {
      let line = lines.get(mass)
      if (line === undefined) {
        if (lines.size === MOST_LINES) lines.clear()
        lines.set(mass, (line = combination.along(space.raysAt(mass, []))))
      }
      return line.profiled(coupling)
    },
  }
}

function byTable(combination: Combination, space: Space): Evaluation {
  const table = likelihoodTable(combination, space)
  return { error: table.error, untabulated: table.untabulated, at: (point) => table.profiled(point) }
}
