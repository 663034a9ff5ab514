import { type Assumptions, assume } from '../assumptions.ts'
import type { Boson, Ray } from '../couplings/boson.ts'
import { weightedSum } from '../couplings/quadratic.ts'
import { resolveModel } from '../models/index.ts'
import type { Mechanism } from '../processes/index.ts'
import { type Island, publishedIntervals, publishedIslands } from './bound.ts'
import { type Constraint, type Entry, type Interval, isSilent, type Silent, type Verdict } from './constraint.ts'
import { describedIntervals, FEEBLE, genericIntervals, heightIntervals, SILENT, unionOfIntervals } from './intervals.ts'
import { finalStateText, type PublishedLimit, subjectsOf } from './published.ts'
import { remembered, sharedRays, sharesAt, signalOf } from './signal.ts'
import { signalAlong } from './signal-along.ts'
import { lifetimeWindow, type Yield } from './window.ts'

/** A catalogue entry that also shows what it was made of. */
export interface RecastEntry extends Entry {
  readonly published: PublishedLimit
}

/**
 * A published limit as a constraint on any model: the same data, another boson.
 *
 * A search counts $N = \sum_i f_i\,\frac{\sigma_i(X)}{\sigma_i(\text{ref})}\,\mathcal{B}(X \to F)\,\epsilon(\tau_X)$ and excludes what gives more than the model the curve
 * was published for at its limit (darkcast-2018 eq. 1.2). The share ε of decays seen is that of its lifetime window.
 * Recasting a limit to its own model returns the published curve.
 *
 * @example
 * const constraint = await recast(na48_2_2015).prepare(assume())
 * constraint.intervals(couplingRay(resolveModel('b-l'), 0.05, assume())) // [[5.148e-4, Infinity]]
 */
export function recast(limit: PublishedLimit): RecastEntry {
  const { id, label, title, group, colour, experiment, citations, where, notes, isVariant, kind } = limit
  const entry: RecastEntry = {
    id,
    label,
    title,
    group,
    colour,
    experiment,
    subjects: subjectsOf(limit),
    source: { citations, where, notes },
    isVariant,
    isProjection: kind === 'projection',
    published: limit,
    prepare: async (assumptions) => prepare(entry, assumptions),
  }
  return entry
}

function prepare(entry: RecastEntry, assumptions: Assumptions): Constraint {
  const { bound, window } = entry.published
  if (bound.shape === 'islands') return constraintOf(entry, assumptions, { published: publishedIslands(bound), ...ISLANDS })
  return constraintOf(entry, assumptions, { published: publishedIntervals(bound, assumptions.bumpHunts), ...lifetimeWindow(window) })
}

/** A published curve, and how what it says carries over to bosons of another rate and lifetime, as its lifetime window says. */
interface Curve<Published, Level> {
  published(mass: number): Silent | readonly Published[]
  level(published: Published, reference: Yield, mass: number): Level
  excess(boson: Yield, level: Level): number
  couplings(unit: Yield, level: Level): Interval | undefined
}

/** A search at one mass. */
/** What a published model does is not up to the user: loop mixing, left-handed neutrinos, formulas as they are right. */
const PUBLISHED_UNDER = assume()

interface Calibration<Level> {
  readonly levels: readonly Level[]
  /** What a unit of each mechanism's strength adds to the yield. */
  readonly weights: readonly { readonly mechanism: Mechanism; readonly weight: number }[]
}

function constraintOf<Published, Level>(
  entry: RecastEntry,
  assumptions: Assumptions,
  { published, level, excess, couplings }: Curve<Published, Level>,
): Constraint {
  const limit = entry.published
  const { kind, confidence, citations, unverified, finalState } = limit
  const referenceAt = sharedRays(resolveModel(limit.model), PUBLISHED_UNDER)

  const calibrationAt = remembered((mass): Silent | Calibration<Level> => {
    const curves = published(mass)
    if (isSilent(curves)) return curves
    const reference = signalOf(referenceAt(mass).unit as Boson)
    const width = reference.widths.total
    const rate = limit.decaysUnseen ? 1 : reference.widthInto(finalState) / width
    if (!(rate > 0 && (width > 0 || limit.window === 'any'))) return UNSEEN_AS_PUBLISHED
    const shares = Object.entries(sharesAt(limit.production, mass)) as [Mechanism, number][]
    if (shares.some(([mechanism]) => !(reference.produced(mechanism) > 0))) return UNMADE_AS_PUBLISHED
    return {
      levels: curves.map((curve) => level(curve, { rate, width }, mass)),
      weights: shares.map(([mechanism, share]) => ({ mechanism, weight: share / reference.produced(mechanism) })),
    }
  })

  const yieldOf = (boson: Boson, { weights }: Calibration<Level>): Yield | Silent => {
    const signal = signalOf(boson)
    let produced = 0
    for (const { mechanism, weight } of weights) produced += weight * signal.produced(mechanism)
    if (!(produced > 0)) return NOT_PRODUCED
    const share = signal.seenShare(finalState)
    return isSilent(share) ? share : { rate: produced * share, width: signal.widths.total }
  }

  const strength = (boson: Boson): Verdict => {
    const calibration = calibrationAt(boson.mass)
    if (isSilent(calibration)) return calibration
    const signal = yieldOf(boson, calibration)
    if (isSilent(signal)) return signal
    let most = Number.NEGATIVE_INFINITY
    for (const level of calibration.levels) most = Math.max(most, excess(signal, level))
    return Math.exp(most)
  }
  /** Where couplings are no multiples of g. */
  const intervalsAlong = (ray: Ray, { levels, weights }: Calibration<Level>): Silent | readonly Interval[] => {
    const signal = signalAlong(ray)
    if (signal === undefined) return genericIntervals(strength, ray)
    const made = weightedSum(weights.map(({ mechanism, weight }) => [weight, signal.produced(mechanism)]))
    const yieldAt = signal.yieldOf(made, finalState)
    const heightAt = (coupling: number): number => {
      const found = yieldAt(coupling)
      if (found === undefined) return SILENT
      let most = FEEBLEST
      for (const level of levels) most = Math.max(most, excess(found, level))
      return most
    }
    return heightIntervals(heightAt, ray, () => strength(ray.at(ray.range[0])) as Silent)
  }
  const intervals = (ray: Ray): Silent | readonly Interval[] => {
    const calibration = calibrationAt(ray.mass)
    if (isSilent(calibration)) return calibration
    if (ray.unit === undefined) return intervalsAlong(ray, calibration)
    const signal = yieldOf(ray.unit, calibration)
    if (isSilent(signal)) return signal
    const found: Interval[] = []
    for (const level of calibration.levels) {
      const excluded = couplings(signal, level)
      if (excluded !== undefined) found.push(excluded)
    }
    return describedIntervals(unionOfIntervals(found), ray)
  }
  return { entry, assumptions, kind, confidence, statement: statementOf(limit), citations, unverified, strength, intervals }
}

/** ln of strengths that are all alike. */
const FEEBLEST = Math.log(FEEBLE)
const UNSEEN_AS_PUBLISHED: Silent = { silent: 'the published model does not decay there as the search needs' }
const UNMADE_AS_PUBLISHED: Silent = { silent: 'the published model is not made there as the search needs' }
const NOT_PRODUCED: Silent = { silent: 'not produced: no coupling to what makes it there' }

/** An island of ε, and the published model at unit coupling. */
interface IslandLevel extends Island {
  readonly reference: Yield
}

/** Of a boson and the reference with the same lifetime: ln of the ratio of their yields, at most 0, and ln of the ratio of their couplings, ε/g. */
function compare({ rate, width }: Yield, reference: Yield) {
  const shift = 0.5 * Math.log(width / reference.width)
  return { abundance: Math.min(0, Math.log(rate / reference.rate) - 2 * shift), shift }
}

/**
 * Islands of ε where the limit on the yield is below the yield expected, r < 1. A boson with the lifetime of the reference at ε is excluded where
 * its yield is more than r times the reference's; between the edges of an island ln r is taken as a parabola in ln ε through its
 * smallest value, and an island does not grow for bosons that are more abundant.
 */
const ISLANDS: Omit<Curve<Island, IslandLevel>, 'published'> = {
  level: (island, reference) => ({ ...island, reference }),
  excess: (boson, { lower, upper, smallestRatio, reference }) => {
    const { abundance, shift } = compare(boson, reference)
    const along = (2 * shift - Math.log(lower * upper)) / Math.log(upper / lower)
    return abundance - Math.log(smallestRatio) * (1 - along * along)
  },
  couplings: (unit, { lower, upper, smallestRatio, reference }) => {
    const { abundance, shift } = compare(unit, reference)
    const reach = 1 - abundance / Math.log(smallestRatio)
    if (!(reach > 0)) return undefined
    const [middle, half] = [0.5 * Math.log(lower * upper), 0.5 * Math.log(upper / lower) * Math.sqrt(reach)]
    return [Math.exp(middle - half - shift), Math.exp(middle + half - shift)]
  },
}

const RECAST = 'recast through production, decay and lifetime'

function statementOf({ model, finalState, kind, title }: PublishedLimit): string {
  return `${title}; ${kind === 'projection' ? 'projected' : 'published'} for ${model} decaying to ${finalStateText(finalState)}, ${RECAST}`
}
