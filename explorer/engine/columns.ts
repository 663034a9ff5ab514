import { type Constraint, type Interval, isSilent, type Session, type Silent } from '../../src/index.ts'
import { type Column, intervalsIn, type Plane } from '../../src/regions/index.ts'
import { problemOf } from './problem.ts'

export type Result = Column['result']

/** Where a constraint could not be computed. */
interface Failed extends Silent {
  readonly isFailed: true
}

export const isFailed = (result: Result | undefined): result is Failed => result !== undefined && 'isFailed' in result

/** What a constraint says in a column: one that fails leaves the others their word. */
export function saidIn(plane: Plane, one: Constraint, value: number): Result {
  try {
    return intervalsIn(plane, one, value)
  } catch (error) {
    const failed: Failed = { silent: problemOf(error), isFailed: true }
    return failed
  }
}

/** A constraint that took longer than this [ms] in all columns waits until the others are drawn. */
export const SLOW_MS = 5
/** Where the others would take longer than this [ms], each is asked in every second or fourth column. */
export const FIRST_MS = 15
const WIDEST_FIRST = 4
/** One is asked in as many columns as take so long [ms], every second or fourth, but in every eighth at least, until nothing moves. */
const SHARE_MS = 15
const WIDEST = 8
/** Where all of them would take longer than this [ms], each is asked in fewer, in every thirty-second at least. */
const ALL_MS = 80

/** What a constraint said in columns of a plane. */
export interface Answer {
  readonly results: readonly (Result | undefined)[]
  /** How long it takes to ask it in all of them [ms]. */
  readonly cost_ms: number
}

const strideWithin = (cost_ms: number, most_ms: number, widest: number): number =>
  Math.min(widest, 2 ** Math.ceil(Math.log2(Math.max(1, cost_ms / most_ms))))
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/**
 * Into how many columns from one that is asked to the next, for each cost of those that are asked one after the other.
 *
 * @param workers that share them
 */
export function stridesFor(costs_ms: readonly number[], workers: number): (cost_ms: number) => number {
  const first = strideWithin(sum(costs_ms.filter((cost) => cost <= SLOW_MS)) / workers, FIRST_MS, WIDEST_FIRST)
  const usual = (cost: number): number => Math.max(first, strideWithin(cost, SHARE_MS, WIDEST))
  const excess = sum(costs_ms.map((cost) => cost / usual(cost))) / workers / ALL_MS
  return excess < 1 ? usual : (cost) => Math.max(first, strideWithin(cost * excess, SHARE_MS, 4 * WIDEST))
}

/**
 * Asks a constraint in every so many columns, and in the last.
 *
 * @param pause is asked after each; what it waits for does not count
 * @param known what it said before
 */
export async function askedIn(
  plane: Plane,
  one: Constraint,
  stride: number,
  pause: () => Promise<void> | undefined,
  known: Answer['results'] = [],
): Promise<Answer> {
  const { values } = plane.parameter
  const results: (Result | undefined)[] = []
  let [cost_ms, since] = [0, performance.now()]
  for (const [k, value] of values.entries()) {
    const isAsked = k % stride === 0 || k === values.length - 1
    results.push(known[k] ?? (isAsked ? saidIn(plane, one, value) : undefined))
    const waiting = pause()
    if (waiting === undefined) continue
    cost_ms += performance.now() - since
    await waiting
    since = performance.now()
  }
  cost_ms += performance.now() - since
  return { results, cost_ms: stride * cost_ms }
}

/** Between columns that were asked, edges run straight on a log scale; where they do not match, as in the column before. */
export function filled(results: readonly (Result | undefined)[]): readonly Result[] {
  let before = 0
  return results.map((result, k) => {
    if (result !== undefined) {
      before = k
      return result
    }
    const after = results.findIndex((other, i) => i > k && other !== undefined)
    const [a, b] = [results[before]!, results[after]!]
    if (isSilent(a) || isSilent(b) || a.length !== b.length) return a
    const part = (k - before) / (after - before)
    const between = (from: number, to: number): number =>
      from > 0 && Number.isFinite(from / to) && to > 0 ? from * (to / from) ** part : from
    return a.map(([lo, hi], i): Interval => [between(lo, b[i][0]), between(hi, b[i][1])])
  })
}

/** The same constraint may stand under assumptions of its own beside those of the rest. It begins with the constraint's id. */
export function keyOf({ entry, kind, assumptions: own }: Constraint, { assumptions }: Session): string {
  if (own === assumptions) return `${entry.id} ${kind}`
  const differing = (Object.keys(own) as (keyof typeof own)[]).filter((key) => own[key] !== assumptions[key])
  return [entry.id, kind, ...differing.map((key) => `${key}=${own[key]}`)].join(' ')
}

export const idOfKey = (key: string): string => key.split(' ')[0]
