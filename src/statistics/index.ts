export type { BinnedData, BinnedModel, Nuisance } from './binned-model.ts'
export {
  asymptoticCls,
  clsUpperLimit,
  countingCls,
  discoveryDeficit,
  discoverySignal,
  discoverySignificance,
  exclusionSignal,
  exclusionSignificance,
  meanAtDeviance,
  poissonDeviance,
  poissonUpperLimit,
  sensitivityDeficit,
  sensitivityExcess,
} from './counting.ts'
export { bestRatio, type RateComparison, rateChi2, ratiosAtChi2 } from './gaussian.ts'
export { type JointLikelihood, jointLikelihood } from './joint.ts'
export { chosenStatistic, confidenceOf, DIRECTION_WORDS, ONE_SIDED_90, type Statistic, TWO_SIDED_90 } from './limits.ts'
export { type ProfileLikelihood, profileLikelihood } from './profile.ts'
