import type { Assumptions } from '../assumptions.ts'
import type { CitationKey } from '../citations.ts'
import type { Boson, Ray } from '../couplings/boson.ts'
import {
  type Constraint,
  type Entry,
  type Interval,
  isSilent,
  type Kind,
  type Likelihood,
  type Quantity,
  type Silent,
  type Verdict,
} from './constraint.ts'
import { describedIntervals, genericIntervals } from './intervals.ts'

/** What a published inequality needs to become a constraint. */
export interface Formula {
  readonly kind: Kind
  readonly confidence: number | null
  readonly statement: string
  /** Where fewer than all of the entry's. */
  readonly citations?: readonly CitationKey[]
  readonly unverified?: string
  strength(boson: Boson): Verdict
  quantity?(boson: Boson): Quantity
  /** Where the publication tells more than the inequality. */
  readonly likelihood?: Likelihood
  /** The strength against the coupling of a ray without a boson at unit coupling, where it is known of all at once; undefined where not. */
  strengthAlong?(ray: Ray): ((coupling: number) => Verdict) | undefined
  /** Intervals in closed form, given the boson at unit coupling of a ray whose couplings are linear, and its strength. */
  closedForm?(unit: Boson, ray: Ray, strength: number): readonly Interval[]
}

/** A constraint from an inequality: closed-form intervals where the ray has a unit boson, bracketed roots elsewhere. */
export function formulaConstraint(entry: Entry, assumptions: Assumptions, formula: Formula): Constraint {
  const {
    kind,
    confidence,
    statement,
    citations = entry.source.citations,
    unverified,
    strength,
    quantity,
    likelihood,
    strengthAlong,
    closedForm,
  } = formula
  return {
    entry,
    assumptions,
    kind,
    confidence,
    statement,
    citations,
    unverified,
    strength,
    quantity,
    likelihood,
    intervals(ray: Ray): Silent | readonly Interval[] {
      if (ray.unit === undefined || closedForm === undefined) {
        return genericIntervals(strength, ray, kind === 'preferred' ? 'below' : 'above', strengthAlong?.(ray))
      }
      const verdict = strength(ray.unit)
      return isSilent(verdict) ? verdict : describedIntervals(closedForm(ray.unit, ray, verdict), ray)
    },
  }
}

/** Where a strength that grows as a power of the coupling, s·g^p, is above 1. */
export function powerLawIntervals(strengthAtUnit: number, power: number): Interval[] {
  return strengthAtUnit > 0 ? [[strengthAtUnit ** (-1 / power), Number.POSITIVE_INFINITY]] : []
}
