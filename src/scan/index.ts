export { canonicalJson, contentHash } from './canonical.ts'
export { type Chunk, type Column, cell, decodeChunk, encodeChunk, type Numbers, type Words } from './chunk.ts'
export { type Compared, compared, type OfModel, type ScanUnder, scanUnder, type Under } from './compared.ts'
export { type Cost, costOf } from './cost.ts'
export { type Evaluator, evaluator } from './evaluate.ts'
export {
  checkParameterNames,
  chunkCount,
  chunkRange,
  type Layout,
  type PlanContent,
  parsePlan,
  planText,
  type ScanPlan,
  type ScanRequest,
  scanPlan,
  scanSpec,
  shardChunks,
  shardPoints,
} from './plan.ts'
export { type PointFormula, pointFormula } from './points.ts'
export { type Refusal, refusalsIn, sumOfRefusals } from './refusals.ts'
export {
  SCAN_PRIORS,
  type ScanColumns,
  type ScanPrior,
  type ScanSampleOptions,
  type ScanSamples,
  scanColumns,
  scanLabels,
  scanSamples,
  variedNames,
} from './samples.ts'
export { silenceText } from './silences.ts'
export { SOBOL_DIMENSIONS, SOBOL_POINTS, sobol } from './sobol.ts'
export {
  type Axis,
  CONSTRAINT_LISTS,
  type Compute,
  type ConstraintList,
  type Parameter,
  QUANTITIES,
  type QuantityName,
  type Samples,
  type Scale,
  type ScanSpec,
} from './spec.ts'
export { type ByteSource, openScan, type ScanTable } from './table.ts'
export { filledModel, placesIn } from './template.ts'
