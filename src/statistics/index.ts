export { bestRatio, type RateComparison, rateChi2, ratiosAtChi2 } from './gaussian.ts'
export { chosenStatistic, confidenceOf, ONE_SIDED_90, type Statistic, TWO_SIDED_90 } from './limits.ts'
