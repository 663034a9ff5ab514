/**
 * Zest: Z′ Exclusions, Sensitivities and Tests.
 *
 * @module zest-hep
 */
export {
  ASSUMPTION_KEYS,
  ASSUMPTION_PRESETS,
  type Assumptions,
  assume,
  DEFAULT_ASSUMPTIONS,
  departures,
  departuresText,
  parseAssumption,
} from './assumptions.ts'
export { bibtex, CITATIONS, type Citation, type CitationKey, reference } from './citations.ts'
export type { Constraint, Entry, EventSpectrum, Interval, Kind, Silent, Source, Verdict } from './constraints/index.ts'
export { isSilent } from './constraints/index.ts'
export { type Boson, bosonAt, type Coupling, type Couplings, couplingRay, couplingRays, type Ray } from './couplings/index.ts'
export { branchingRatios, decayLength_m, lifetime_s, partialWidths } from './decays/index.ts'
export { FailureError, InputError } from './errors.ts'
export { EXPERIMENTS, MISSING, WITH_SPECTRA } from './experiments/index.ts'
export { anomalies, defineModel, MODEL_CATALOGUE, type Model, type ModelDefinition, type ModelSpec, resolveModel } from './models/index.ts'
export { anomalousMoment } from './processes/index.ts'
export { type ConstraintSpec, type LimitCurve, type PointResult, Session, type Status } from './session.ts'
export { logGrid, parsePositive, parseQuantity } from './units.ts'
export { VERSION } from './version.ts'
