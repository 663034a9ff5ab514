import type { Assumptions } from '../assumptions.ts'
import type { Boson, Ray } from '../couplings/boson.ts'
import { FERMIONS } from '../models/model.ts'
import { publishedIntervals } from './bound.ts'
import { type Constraint, type Entry, type Interval, isSilent, type Silent, type Verdict } from './constraint.ts'
import { describedIntervals, genericIntervals } from './intervals.ts'
import { type PublishedLimit, subjectsOf } from './published.ts'

/**
 * A contour that holds for dark photons only: bosons that couple through kinetic mixing alone and have no hidden decays, so that ε decides.
 * Silent for any other, as production and trapping would have to be computed anew, and neutrinos would carry energy too.
 */
export function photonLikeOnly(limit: PublishedLimit): Entry {
  const { id, label, title, group, experiment, citations, where, notes } = limit
  const entry: Entry = {
    id,
    label,
    title,
    group,
    experiment,
    subjects: subjectsOf(limit),
    source: { citations, where, notes },
    prepare: async (assumptions) => prepare(entry, limit, assumptions),
  }
  return entry
}

const CHARGED: Silent = {
  silent: 'holds for dark photons only: other charges change production and trapping, and neutrinos carry energy too',
}
const HIDDEN: Silent = { silent: 'holds without hidden decays only' }

/** |ε| of a dark photon. */
function mixingOf({ model, kineticMixing }: Boson): number | Silent {
  const isCharged = FERMIONS.some((fermion) => model.charges[fermion].left !== 0 || model.charges[fermion].right !== 0)
  if (isCharged || model.massMixing !== 0) return CHARGED
  return model.hiddenScalar === undefined ? Math.abs(kineticMixing) : HIDDEN
}

function prepare(entry: Entry, limit: PublishedLimit, assumptions: Assumptions): Constraint {
  const published = publishedIntervals(limit.bound as Parameters<typeof publishedIntervals>[0], assumptions.bumpHunts)
  /** The smaller of the distances to the two edges, as factors: 1 on either edge. */
  const strength = (boson: Boson): Verdict => {
    const intervals = published(boson.mass)
    if (isSilent(intervals)) return intervals
    const epsilon = mixingOf(boson)
    if (isSilent(epsilon)) return epsilon
    return intervals.reduce((most, [lo, hi]) => Math.max(most, Math.min(epsilon / lo, hi / epsilon)), 0)
  }
  const intervals = (ray: Ray): Silent | readonly Interval[] => {
    if (ray.unit === undefined) return genericIntervals(strength, ray)
    const found = published(ray.mass)
    if (isSilent(found)) return found
    const epsilon = mixingOf(ray.unit)
    if (isSilent(epsilon)) return epsilon
    return describedIntervals(
      found.map(([lo, hi]): Interval => [lo / epsilon, hi / epsilon]),
      ray,
    )
  }
  return {
    entry,
    assumptions,
    kind: limit.kind,
    confidence: limit.confidence,
    statement: `${limit.title}; for dark photons only`,
    citations: limit.citations,
    unverified: limit.unverified,
    strength,
    intervals,
  }
}
