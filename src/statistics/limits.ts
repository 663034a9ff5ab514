import type { Assumptions } from '../assumptions.ts'
import { chi2Cdf } from '../numerics/index.ts'

/** How a counting limit is drawn from Δχ². */
export interface Statistic {
  /** Δχ² at the limit. */
  readonly threshold: number
  /**
   * What Δχ² is measured from: the best rate on the same side of the Standard Model, the Standard Model, or literally the best coupling, zero
   * included (a coupling that vanishes may then be excluded itself).
   */
  readonly reference: 'minimum' | 'sm' | 'global'
  readonly theoryError: 'scaled' | 'fixed'
  readonly direction: 'excess' | 'deficit' | 'two-sided'
}

/** Δχ² of one parameter at 90 %, rounded as the papers print it: one-sided (1.6424) and two-sided (2.7055). */
export const ONE_SIDED_90 = 1.642
export const TWO_SIDED_90 = 2.706

/** Confidence level of a Δχ² for one parameter: 90 % for either of the thresholds above, two-sided for any other. */
export function confidenceOf(threshold: number): number {
  return threshold === ONE_SIDED_90 || threshold === TWO_SIDED_90 ? 0.9 : chi2Cdf(threshold, 1)
}

/** The departures that a limit excludes, as a sentence has them. */
export const DIRECTION_WORDS: Readonly<Record<Statistic['direction'], string>> = {
  excess: 'an excess alone',
  deficit: 'a deficit alone',
  'two-sided': 'excess or deficit',
}

/** A constraint's own statistic with the user's `statistic.*` assumptions applied. */
export function chosenStatistic(own: Statistic, assumptions: Assumptions): Statistic {
  const threshold = assumptions['statistic.threshold']
  const keep = <T extends string>(value: T | 'as-published', published: T): T => (value === 'as-published' ? published : value)
  return {
    threshold:
      threshold === 'as-published'
        ? own.threshold
        : threshold === 'one-sided-90'
          ? ONE_SIDED_90
          : threshold === 'two-sided-90'
            ? TWO_SIDED_90
            : Number(threshold),
    reference: keep(assumptions['statistic.reference'], own.reference),
    theoryError: keep(assumptions['statistic.theoryError'], own.theoryError),
    direction: keep(assumptions['statistic.direction'], own.direction),
  }
}
