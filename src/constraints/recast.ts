import type { Assumptions } from '../assumptions.ts'
import type { Boson, Ray } from '../couplings/boson.ts'
import { resolveModel } from '../models/index.ts'
import type { Mechanism } from '../processes/index.ts'
import { publishedIntervals, publishedIslands } from './bound.ts'
import { type Constraint, type Entry, type Interval, isSilent, type Silent, type Verdict } from './constraint.ts'
import { describedIntervals, genericIntervals, unionOfIntervals } from './intervals.ts'
import { type FinalState, type PublishedLimit, subjectsOf } from './published.ts'
import { type Signal, sharedRays, sharesAt, signalOf } from './signal.ts'
import { type Level, lifetimeWindow, type Yield } from './window.ts'

/** A catalogue entry that also shows what it was made of. */
export interface RecastEntry extends Entry {
  readonly published: PublishedLimit
}

/**
 * A published limit as a constraint on any model: the same data, another boson.
 *
 * A search counts $N = \sum_i f_i\,\frac{\sigma_i(X)}{\sigma_i(\text{ref})}\,\mathcal{B}(X \to F)\,\epsilon(\tau_X)$ and excludes what gives more than the model the curve
 * was published for at its limit (darkcast-2018 eq. 1.2). The share ε of decays seen is that of {@link lifetimeWindow}.
 * Recasting a limit to its own model returns the published curve.
 *
 * @example
 * const constraint = await recast(na48_2_2015).prepare(assume())
 * constraint.intervals(couplingRay(resolveModel('b-l'), 0.05, assume())) // [[7.2e-4, Infinity]]
 */
export function recast(limit: PublishedLimit): RecastEntry {
  const { id, label, title, group, colour, experiment, citations, where, notes } = limit
  const entry: RecastEntry = {
    id,
    label,
    title,
    group,
    colour,
    experiment,
    subjects: subjectsOf(limit),
    source: { citations, where, notes },
    published: limit,
    prepare: async (assumptions) => prepare(entry, assumptions),
  }
  return entry
}

function prepare(entry: RecastEntry, assumptions: Assumptions): Constraint {
  const limit = entry.published
  const reference = resolveModel(limit.model)
  const common = {
    entry,
    assumptions,
    kind: limit.kind,
    confidence: limit.confidence,
    statement: statementOf(limit),
    citations: limit.citations,
    unverified: limit.unverified,
  }
  const referenceAt = sharedRays(reference, assumptions)
  const yields = (boson: Boson): Yield | Silent => yieldOf(limit, boson, signalOf(referenceAt(boson.mass).unit as Boson))
  const engine = limit.bound.shape === 'islands' ? islandEngine : windowEngine
  return { ...common, ...engine(limit, yields, (mass) => referenceYield(limit, referenceAt(mass)), assumptions) }
}

/** Strength and intervals of one kind of published curve. */
type Engine = (
  limit: PublishedLimit,
  yields: (boson: Boson) => Yield | Silent,
  reference: (mass: number) => Yield,
  assumptions: Assumptions,
) => Pick<Constraint, 'strength' | 'intervals'>

/** Curves whose search sees decays in a window of proper time. */
const windowEngine: Engine = (limit, yields, reference, { bumpHunts }) => {
  const published = publishedIntervals(limit.bound as Parameters<typeof publishedIntervals>[0], bumpHunts)
  const window = lifetimeWindow(limit.window)
  const known = new Map<number, Silent | readonly Level[]>()
  const levelsAt = (mass: number): Silent | readonly Level[] => {
    let levels = known.get(mass)
    if (levels === undefined) {
      const intervals = published(mass)
      if (isSilent(intervals)) levels = intervals
      else {
        const unit = reference(mass)
        levels = unit.rate > 0 ? intervals.map((interval) => window.level(interval, unit, mass)) : UNSEEN_AS_PUBLISHED
      }
      known.set(mass, levels)
    }
    return levels
  }
  const strength = (boson: Boson): Verdict => {
    const levels = levelsAt(boson.mass)
    if (isSilent(levels)) return levels
    const signal = yields(boson)
    if (isSilent(signal)) return signal
    let most = Number.NEGATIVE_INFINITY
    for (const level of levels) most = Math.max(most, window.excess(signal, level))
    return Math.exp(most)
  }
  const intervals = (ray: Ray): Silent | readonly Interval[] => {
    if (ray.unit === undefined) return genericIntervals(strength, ray)
    const levels = levelsAt(ray.mass)
    if (isSilent(levels)) return levels
    const signal = yields(ray.unit)
    if (isSilent(signal)) return signal
    const found: Interval[] = []
    for (const level of levels) {
      const couplings = window.couplings(signal, level)
      if (couplings !== undefined) found.push(couplings)
    }
    return describedIntervals(unionOfIntervals(found), ray)
  }
  return { strength, intervals }
}

const UNSEEN_AS_PUBLISHED: Silent = { silent: 'the published model does not decay there as the search needs' }

/**
 * Islands of ε where the limit on the yield is below the yield expected, r < 1. A boson with the lifetime of the reference at ε is excluded where
 * its yield is more than r times the reference's; between the edges of an island ln r is taken as a parabola in ln ε through its
 * smallest value, and an island does not grow for bosons that are more abundant.
 */
const islandEngine: Engine = (limit, yields, reference) => {
  const published = publishedIslands(limit.bound as Parameters<typeof publishedIslands>[0])
  /** At ε, the ln of the reference's yield over the limit. */
  const excess = (logEpsilon: number, lower: number, upper: number, smallestRatio: number): number => {
    const [low, high] = [Math.log(lower), Math.log(upper)]
    const along = (2 * logEpsilon - low - high) / (high - low)
    return -Math.log(smallestRatio) * (1 - along * along)
  }
  /** Of a boson and the reference with the same lifetime: ln of the ratio of their yields, and ln ε − ln g of the latter. */
  const compare = (signal: Yield, mass: number) => {
    const { rate, width } = reference(mass)
    const shift = 0.5 * Math.log(signal.width / width)
    return { abundance: Math.min(0, Math.log(signal.rate / rate) - 2 * shift), shift }
  }
  const strength = (boson: Boson): Verdict => {
    const islands = published(boson.mass)
    if (isSilent(islands)) return islands
    const signal = yields(boson)
    if (isSilent(signal)) return signal
    const { abundance, shift } = compare(signal, boson.mass)
    return Math.exp(abundance + Math.max(...islands.map(({ lower, upper, smallestRatio }) => excess(shift, lower, upper, smallestRatio))))
  }
  const intervals = (ray: Ray): Silent | readonly Interval[] => {
    if (ray.unit === undefined) return genericIntervals(strength, ray)
    const islands = published(ray.mass)
    if (isSilent(islands)) return islands
    const signal = yields(ray.unit)
    if (isSilent(signal)) return signal
    const { abundance, shift } = compare(signal, ray.mass)
    const found: Interval[] = []
    for (const { lower, upper, smallestRatio } of islands) {
      const reach = 1 + abundance / -Math.log(smallestRatio)
      if (!(reach > 0)) continue
      const [middle, half] = [0.5 * Math.log(lower * upper), 0.5 * Math.log(upper / lower) * Math.sqrt(reach)]
      found.push([Math.exp(middle - half - shift), Math.exp(middle + half - shift)])
    }
    return describedIntervals(unionOfIntervals(found), ray)
  }
  return { strength, intervals }
}

/** What the reference yields at unit coupling, with all its decays in the window. */
function referenceYield({ finalState, decaysUnseen }: PublishedLimit, ray: Ray): Yield {
  const signal = signalOf(ray.unit as Boson)
  const width = signal.widths.total
  return { rate: decaysUnseen ? 1 : signal.widthInto(finalState) / width, width }
}

function yieldOf(limit: PublishedLimit, boson: Boson, reference: Signal): Yield | Silent {
  const signal = signalOf(boson)
  const { production, finalState } = limit
  let produced = 0
  if (typeof production === 'string') produced = signal.produced(production) / reference.produced(production)
  else {
    const shares = sharesAt(production, boson.mass)
    for (const mechanism in shares) {
      const name = mechanism as Mechanism
      produced += (shares[name] as number) * (signal.produced(name) / reference.produced(name))
    }
  }
  if (!(produced > 0)) return NOT_PRODUCED
  const width = signal.widths.total
  const into = signal.widthInto(finalState)
  if (!(into > 0)) return unseen(finalState)
  return { rate: (produced * into) / width, width }
}

const NOT_PRODUCED: Silent = { silent: 'not produced: no coupling to what makes it there' }

const WORDS: Readonly<Record<string, string>> = {
  ee: 'e⁺e⁻',
  mumu: 'μ⁺μ⁻',
  tautau: 'τ⁺τ⁻',
  neutrinos: 'neutrinos',
  hadrons: 'hadrons',
  hidden: 'hidden particles',
  'pion-pair': 'π⁺π⁻',
}

/** The final state in words. */
function finalStateText(finalState: FinalState): string {
  if (finalState === 'invisible') return 'invisible particles'
  return finalState === 'everything' ? 'anything' : finalState.map((channel) => WORDS[channel]).join(', ')
}

const silences = new Map<FinalState, Silent>()

function unseen(finalState: FinalState): Silent {
  let silence = silences.get(finalState)
  if (silence === undefined) silences.set(finalState, (silence = { silent: `does not decay to ${finalStateText(finalState)}` }))
  return silence
}

const RECAST = 'recast through production, decay and lifetime'

function statementOf({ model, finalState, kind, title }: PublishedLimit): string {
  return `${title}; ${kind === 'projection' ? 'projected' : 'published'} for ${model} decaying to ${finalStateText(finalState)}, ${RECAST}`
}
