export { type AnomalyData, anomalyConstraint } from './anomalous-moment.ts'
export {
  type Constraint,
  confidenceText,
  type Entry,
  fullStatement,
  type Interval,
  isSilent,
  type Kind,
  type Likelihood,
  type Silent,
  type Source,
  type Verdict,
} from './constraint.ts'
export { countingLimit, excessLimit, type RateGrowth, type RateModel } from './counting.ts'
export { type Formula, formulaConstraint, powerLawIntervals } from './formula.ts'
export { genericIntervals, intervalsAt, quadraticIntervals } from './intervals.ts'
export { solarLineRate, standardLineRate } from './solar-lines.ts'
