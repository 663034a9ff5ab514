import type { Assumptions } from '../../assumptions.ts'
import type { CitationKey } from '../../citations.ts'
import type { Constraint, Entry } from '../../constraints/constraint.ts'
import { type BinnedData, binnedLimit, type CountsModel } from '../../constraints/index.ts'
import { electronTarget, gaussian, type Material, type Smearing } from '../../detectors/index.ts'
import { SOLAR_SOURCES } from '../../neutrinos/index.ts'
import { electronRecoilRate, scatteringOptions } from '../../processes/index.ts'
import { ONE_SIDED_90, type Statistic } from '../../statistics/index.ts'
import { chosenStatistic, confidenceOf, DIRECTION_WORDS } from '../../statistics/limits.ts'
import type { SolarFlux } from './solar-flux.ts'

/** 90 % one-sided, from the best counts on the same side of the Standard Model: an excess in the data is not held against a coupling that vanishes. */
const OWN_STATISTIC: Statistic = { threshold: ONE_SIDED_90, reference: 'minimum', theoryError: 'scaled', direction: 'two-sided' }

/** What makes counts a constraint. */
export interface Measurement {
  readonly counts: CountsModel
  readonly data: BinnedData
  readonly statement: string
  readonly citations: readonly CitationKey[]
  readonly unverified?: string
}

/** Counts of a detector of dark matter as a constraint, under the statistic of the assumptions. */
export function measured(entry: Entry, assumptions: Assumptions, about: Measurement): Constraint {
  const { threshold, direction, reference } = chosenStatistic(OWN_STATISTIC, assumptions)
  return {
    entry,
    assumptions,
    kind: 'exclusion',
    confidence: confidenceOf(threshold),
    statement: `${about.statement}; Δχ² ${threshold}, ${soughtWords(threshold, direction)}`,
    citations: about.citations,
    unverified: about.unverified,
    ...binnedLimit(about.counts, about.data, { threshold, direction, reference }),
  }
}

/** With both directions a threshold that is one-sided holds for each. */
const soughtWords = (threshold: number, direction: Statistic['direction']): string =>
  direction === 'two-sided' && threshold === ONE_SIDED_90 ? `${DIRECTION_WORDS[direction]}, 90 % each side` : DIRECTION_WORDS[direction]

/** Energy resolution of XENON1T for electron recoils, $0.31\sqrt{E} + 0.0037E$ with E in keV (xenon1t-2020). */
export const xenonResolution: Smearing = gaussian(
  (recoil_keV) => recoil_keV,
  (recoil_keV) => 0.31 * Math.sqrt(recoil_keV) + 0.0037 * recoil_keV,
)

/** Where the sources' shares among electron recoils are taken [keV]; they hardly change over tens of keV. */
const TYPICAL_keV = 10

/** Fractional 1σ of the rate of electron recoils that the errors of the solar fluxes give. */
export function electronFluxSigma(material: Material, { sun, moments }: SolarFlux, assumptions: Assumptions): number {
  const target = electronTarget(material)
  const options = scatteringOptions(assumptions)
  const none = { neutrinos: [0, 0, 0], left: 0, right: 0 } as const
  const rates = SOLAR_SOURCES.map((source) => electronRecoilRate(target, moments, TYPICAL_keV, 1, none, options, source)[0])
  const total = rates.reduce((sum, rate) => sum + rate, 0)
  return Math.hypot(...SOLAR_SOURCES.map((source, s) => (sun.fluxSigma(source) * rates[s]) / total))
}
