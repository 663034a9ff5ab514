import { drawnByDefault, type FigureSpec, figureOfRegions, plainText, regionsOf } from '../../src/figures/index.ts'
import { type Constraint, type ConstraintSpec, logGrid, type Session } from '../../src/index.ts'
import { joined, type Plane, type PlaneOptions, planeOf, type Traced, traced } from '../../src/regions/index.ts'
import { type Answer, askedIn, FIRST_MS, filled, idOfKey, isFailed, keyOf, type Result, SLOW_MS, saidIn, stridesFor } from './columns.ts'
import { NO_HELP } from './help.ts'
import { isLate } from './late.ts'
import { problemOf } from './problem.ts'
import type { Failure, Query } from './protocol.ts'

const COLUMNS = 200
/** After the first draft others are drawn as often [ms]. */
const AGAIN_MS = 300
/** Others are let in after so much work [ms]. */
const TURN_MS = 8
/** What another worker takes to hear, to get ready and to answer [ms]. */
const THERE_MS = 10
/** With as few as this, each constraint is a region of its own, as on the command line. */
const FEW = 10

export interface Draft {
  readonly spec: FigureSpec
  readonly pending: readonly string[]
  readonly failed: readonly Failure[]
}

export interface Scene {
  readonly query: Query
  readonly session: Session
  readonly plane: Plane
}

/** Throws where a newer question has come. */
export type Turn = () => Promise<void>

/** The columns of a view: masses, or values of tan η at one mass. */
export function planeOptions(query: Query): PlaneOptions {
  const { plane } = query
  if (plane !== 'epsMedium,tanEta') return { plane, masses: logGrid(...query.mass_GeV, COLUMNS) }
  const [lo, hi] = query.tanEta
  const tanEtas = Array.from({ length: COLUMNS + 1 }, (_, i) => lo + ((hi - lo) * i) / COLUMNS)
  return { plane, masses: [query.fixedMass_GeV], tanEtas }
}

export const axesOf = ({ coupling, epsMedium }: Query) => ({ couplings: coupling, epsMedium })

const idOf = (spec: ConstraintSpec): string => (typeof spec === 'string' ? spec.split('@')[0] : spec.id)

/** What a view shows, in the order it is drawn. */
export function shownSpecs(session: Session, { projections, hidden, only }: Query): ConstraintSpec[] {
  const usual = drawnByDefault(session, projections || only.length > 0)
  const variants = only.length === 0 ? [] : session.catalogue.filter(({ isVariant }) => isVariant)
  return [...usual, ...variants].filter((spec) => !hidden.includes(idOf(spec)) && (only.length === 0 || only.includes(idOf(spec))))
}

/** The same by the ids of constraints. */
export function specsById(session: Session, query: Query): Map<string, ConstraintSpec[]> {
  const specs = new Map<string, ConstraintSpec[]>()
  for (const spec of shownSpecs(session, query)) specs.set(idOf(spec), [...(specs.get(idOf(spec)) ?? []), spec])
  return specs
}

export const shownConstraints = (session: Session, query: Query): Promise<Constraint[]> => session.constraints(shownSpecs(session, query))

const regionsIn = (constraints: readonly Constraint[]): Constraint[][] => regionsOf(constraints, constraints.length <= FEW)

/** What a view shows, ready to be asked. */
export interface Prepared {
  readonly scene: Scene
  /** The constraints of each region. */
  readonly groups: readonly (readonly Constraint[])[]
  /** What they said in the columns of the plane, as far as they were asked. */
  readonly found: Map<Constraint, readonly (Result | undefined)[]>
  /** Names of those that are not ready to be asked: they stand as they were, where there were any. */
  readonly awaited: readonly string[]
  /** Those that could not be prepared. */
  readonly failed: readonly Failure[]
}

/**
 * Prepares constraints one by one: some take ten milliseconds, and a newer question need not wait for all. Those whose tables do not load are left out, and will be
 * tried again.
 */
export async function readied(
  session: Session,
  specs: readonly ConstraintSpec[],
  turn: Turn,
): Promise<{ ready: readonly Constraint[]; failed: readonly Failure[] }> {
  const ready = new Set<Constraint>()
  const failed: Failure[] = []
  for (const spec of specs) {
    try {
      ready.add(await session.constraint(spec))
    } catch (error) {
      const entry = session.catalogue.find(({ id }) => id === idOf(spec))
      failed.push({ id: idOf(spec), label: plainText(entry?.label ?? idOf(spec)), message: problemOf(error) })
    }
    await turn()
  }
  return { ready: [...ready], failed }
}

/** @param found what is known already */
export async function prepared(scene: Scene, turn: Turn, found: Prepared['found'] = new Map()): Promise<Prepared> {
  const { ready, failed } = await readied(scene.session, shownSpecs(scene.session, scene.query), turn)
  return { scene, groups: regionsIn(ready), found, awaited: [], failed }
}

/** The same without waiting for what comes late, which stands as it was in `before`. */
export async function preparedEarly(scene: Scene, before?: Prepared): Promise<Prepared> {
  const { session, query } = scene
  const specs = shownSpecs(session, query)
  const awaited = specs.map(idOf).filter(isLate)
  const stood = new Map(before?.groups.flat().map((one) => [one.entry.id, { ...one, assumptions: session.assumptions }]))
  const known = specs.flatMap((spec): (ConstraintSpec | Constraint)[] => {
    if (!isLate(idOf(spec))) return [spec]
    const one = stood.get(idOf(spec))
    return one === undefined ? [] : [one]
  })
  const constraints = await Promise.allSettled(
    known.map(async (one) => (typeof one === 'object' && 'entry' in one ? one : session.constraint(one))),
  )
  const ready = constraints.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  return { scene, groups: regionsOf(ready, specs.length <= FEW), found: new Map(), awaited, failed: [] }
}

/** What a constraint said in all columns the last time, and what that took. */
interface Remembered {
  readonly grid: string
  readonly results: readonly Result[]
  readonly cost_ms: number
}

/** Recomputes the figures of one view after the other, quickly first and thoroughly then. */
export class Recomputing {
  readonly #answers = new Map<string, Remembered>()
  /** Of the view before. */
  #shown: readonly string[] = []
  /** The axis that was fitted last, which holds as long as a family of models is slid along. */
  #fitted: { readonly key: string; readonly range: readonly [number, number] } | undefined

  /**
   * What another worker is to ask, that both are done at the same time: into how many columns from one to the next, the quickest first.
   *
   * @param isKnown whether the other one has a constraint
   */
  share(isKnown: (id: string) => boolean): Map<string, number> {
    const costs = new Map(this.#shown.map((key) => [key, this.#answers.get(key)?.cost_ms ?? 0]))
    const strideOf = stridesFor([...costs.values()], 2)
    let [here, there] = [0, THERE_MS]
    const shared: [string, number][] = []
    for (const [key, cost] of [...costs].sort((a, b) => b[1] - a[1])) {
      const stride = strideOf(cost)
      if (here <= there || !isKnown(idOfKey(key))) here += cost / stride
      else {
        there += cost / stride
        shared.unshift([key, stride])
      }
    }
    return new Map(shared)
  }

  /**
   * First what is quick, then what is slow; each draft says what is still pending, and shows that as it was before.
   *
   * @param turn lets newer questions in, and throws where there is one
   */
  async *drafts(
    { scene: { query, session, plane }, groups, found, awaited, failed }: Prepared,
    turn: Turn,
    help = NO_HELP,
  ): AsyncGenerator<Draft, void> {
    const axes = { ...axesOf(query), ...this.#heldAxis(query) }
    const { values } = plane.parameter
    const grid = JSON.stringify([plane.name, values[0], values.at(-1)])
    const key = (one: Constraint): string => keyOf(one, session)
    const cost = (one: Constraint): number => this.#answers.get(key(one))?.cost_ms ?? (isLate(one.entry.id) ? 2 * SLOW_MS : 0)
    const unknown = groups.flat().filter((one) => !found.has(one) && !awaited.includes(one.entry.id))
    const waiting = new Set(unknown.sort((a, b) => cost(a) - cost(b)))
    const silence = values.map((): Result => [])
    const isWhole = awaited.length === 0
    if (isWhole) this.#shown = groups.flat().map(key)

    const known = new Map([...found].map(([one, results]) => [one, filled(results)]))
    const resultsOf = (one: Constraint): readonly Result[] => {
      const own = known.get(one)
      if (own !== undefined) return own
      const last = this.#answers.get(key(one))
      return last?.grid === grid ? last.results : silence
    }
    const joins = new Map<readonly Constraint[], { readonly results: readonly (readonly Result[])[]; readonly region: Traced }>()
    /** Joined anew where one of them says something new. */
    const regionOf = (those: readonly Constraint[]): Traced => {
      const results = those.map(resultsOf)
      const before = joins.get(those)
      if (before?.results.every((result, i) => result === results[i])) return before.region
      const region = joined(plane, those, results)
      joins.set(those, { results, region })
      return region
    }
    const failures = failuresOf(found)
    const draft = (): Draft => {
      const regions = groups.map(regionOf)
      return {
        spec: figureOfRegions(plane, regions, axes, session.assumptions),
        pending: [...[...waiting].map(({ entry }) => entry.id), ...awaited],
        failed: [...failed, ...failures],
      }
    }
    const take = (one: Constraint, { results, cost_ms }: Answer): void => {
      found.set(one, results)
      failures.push(...failuresOf(new Map([[one, results]])))
      waiting.delete(one)
      const whole = filled(results)
      known.set(one, whole)
      this.#answers.set(key(one), { grid, results: whole, cost_ms })
    }
    const takeHelp = (): void => {
      for (const one of waiting) {
        const answer = help.answer(key(one))
        if (answer !== undefined) take(one, answer)
      }
    }

    const strideOf = stridesFor([...waiting].map(cost), help === NO_HELP ? 1 : 2)
    const now = (): number => performance.now()
    const start = now()
    // What was found before was drawn before.
    let [turned, drawn] = [start, found.size > 0 ? start : 0]
    const pause = (): Promise<void> | undefined => {
      if (drawn === 0 || now() - turned < TURN_MS) return undefined
      return turn().then(() => {
        turned = now()
      })
    }
    const isQuick = (one: Constraint): boolean => cost(one) <= SLOW_MS
    for (;;) {
      takeHelp()
      const next = [...waiting].find((one) => !help.isComing(key(one)))
      const isDue = drawn === 0 ? now() - start > FIRST_MS || ![...waiting].some(isQuick) : now() - drawn > AGAIN_MS
      if (waiting.size === 0 || (next === undefined && isDue && !isWhole)) break
      if (isDue && found.size > 0) {
        await help.hear()
        takeHelp()
        yield draft()
        await turn()
        turned = drawn = now()
      } else if (next !== undefined && (isDue || drawn > 0 || isQuick(next))) {
        take(next, await askedIn(plane, next, strideOf(cost(next)), pause))
      } else {
        await help.more(drawn === 0 ? start + FIRST_MS - now() : undefined)
        if (drawn > 0) await turn()
      }
    }
    yield draft()
  }

  /** A close look at every edge: the figure that the command line draws. */
  async settled(
    { scene: { query, session, plane }, groups, found, failed }: Prepared,
    turn: Turn,
  ): Promise<{ spec: FigureSpec; regions: readonly Traced[]; failed: readonly Failure[] }> {
    const columns = new Map(plane.parameter.values.map((value, k) => [value, k]))
    const resultIn = (one: Constraint, value: number): Result => found.get(one)?.[columns.get(value) ?? -1] ?? saidIn(plane, one, value)
    const regions: Traced[] = []
    let turned = performance.now()
    const pause = (): Promise<void> | undefined =>
      performance.now() - turned < TURN_MS
        ? undefined
        : turn().then(() => {
            turned = performance.now()
          })
    for (const those of groups) {
      for (const one of those) found.set(one, (await askedIn(plane, one, 1, pause, found.get(one))).results)
      regions.push(traced(plane, those, resultIn))
      await pause()
    }
    const spec = figureOfRegions(plane, regions, axesOf(query), session.assumptions)
    const { min, max } = spec.panels[0].y
    this.#fitted = { key: axisKey(query), range: [min, max] }
    return { spec, regions, failed: [...failed, ...failuresOf(found)] }
  }

  #heldAxis(query: Query): { couplings?: readonly [number, number] } {
    const isFree = query.plane === 'mass,coupling' && query.coupling === undefined
    return isFree && this.#fitted?.key === axisKey(query) ? { couplings: this.#fitted.range } : {}
  }
}

/** Why constraints could not be computed in some column. */
function failuresOf(found: Prepared['found']): Failure[] {
  return [...found].flatMap(([{ entry }, results]) => {
    const failure = results.find(isFailed)
    return failure === undefined ? [] : [{ id: entry.id, label: plainText(entry.label), message: failure.silent }]
  })
}

const axisKey = ({ model, plane, mass_GeV }: Query): string => [model.split(':')[0], plane, ...mass_GeV].join(' ')

/** The plane of a view. */
export async function sceneOf(query: Query, session: Session): Promise<Scene> {
  return { query, session, plane: await planeOf(session.model(query.model), planeOptions(query), session.assumptions) }
}
