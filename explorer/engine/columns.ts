import { type Constraint, type Interval, isSilent, type Session } from '../../src/index.ts'
import { type Column, intervalsIn, type Plane } from '../../src/regions/index.ts'

export type Result = Column['result']

/** One is asked in as many columns as take so long [ms], every second or fourth, but in every eighth at least, until nothing moves. */
const SHARE_MS = 15
const WIDEST = 8
/** Where all of them would take longer than this [ms], each is asked in fewer, in every sixteenth at least. */
const ALL_MS = 110

/** What a constraint said in columns of a plane. */
export interface Answer {
  readonly results: readonly (Result | undefined)[]
  /** How long it takes to ask it in all of them [ms]. */
  readonly cost_ms: number
}

const strideFor = (cost_ms: number, widest = WIDEST): number => Math.min(widest, 2 ** Math.ceil(Math.log2(Math.max(1, cost_ms / SHARE_MS))))

/**
 * Into how many columns from one that is asked to the next, for each cost of those that are asked one after the other.
 *
 * @param workers that share them
 */
export function stridesFor(costs_ms: readonly number[], workers: number): (cost_ms: number) => number {
  const all = costs_ms.reduce((sum, cost) => sum + cost / strideFor(cost), 0) / workers
  return all < ALL_MS ? strideFor : (cost) => strideFor(cost * (all / ALL_MS), 2 * WIDEST)
}

/**
 * Asks a constraint in every so many columns, and in the last.
 *
 * @param pause is asked after each; what it waits for does not count
 */
export async function askedIn(plane: Plane, one: Constraint, stride: number, pause: () => Promise<void> | undefined): Promise<Answer> {
  const { values } = plane.parameter
  const results: (Result | undefined)[] = []
  let [cost_ms, since] = [0, performance.now()]
  for (const [k, value] of values.entries()) {
    const isAsked = k % stride === 0 || k === values.length - 1
    results.push(isAsked ? intervalsIn(plane, one, value) : undefined)
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
