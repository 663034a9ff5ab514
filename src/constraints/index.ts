export { type AnomalyData, anomalyConstraint } from './anomalous-moment.ts'
export { type BeamDump, beamDump, type DumpEntry, type DumpSetup, type Reach } from './beam-dump.ts'
export { type BinnedData, type BinnedStatistic, binnedLimit } from './binned.ts'
export {
  type Constraint,
  confidenceText,
  type Entry,
  type EventSpectrum,
  fullStatement,
  type Interval,
  isSilent,
  type Kind,
  type Likelihood,
  type Quantity,
  type Silent,
  type Source,
  SUBJECTS,
  type Subject,
  type Verdict,
} from './constraint.ts'
export { countingLimit, excessLimit, type RateGrowth, type RateModel, rateLikelihood } from './counting.ts'
export type { CountsGrowth, CountsModel } from './counts.ts'
export { type Formula, formulaConstraint, powerLawIntervals } from './formula.ts'
export { genericIntervals, intervalsAt, quadraticIntervals, unionOfIntervals } from './intervals.ts'
export { binnedLikelihood } from './likelihood.ts'
export { type OwnLimit, ownEntry } from './own.ts'
export { photonLikeOnly } from './photon-like.ts'
export type { Bound, FinalState, Gaps, Production, PublishedLimit, Rows, Shares, Window } from './published.ts'
export { type RecastEntry, recast } from './recast.ts'
export { type PublishedScattering, recastScattering } from './scattering-recast.ts'
export {
  asimovData,
  binTotals,
  discoveryLimit,
  type PlannedRule,
  plannedRule,
  type ScaleError,
  type SensitivityRule,
  sensitivityEdges,
  sensitivityLimit,
  soughtText,
} from './sensitivity.ts'
export { solarLineRate, standardLineRate } from './solar-lines.ts'
export { binsBetween, countsSpectrum, evenEdges, type Recorded } from './spectrum.ts'
