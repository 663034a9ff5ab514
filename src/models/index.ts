export { ANOMALIES, type Anomaly, type AnomalyReport, type AnomalyTable, anomalies } from './anomalies.ts'
export { MODEL_CATALOGUE } from './catalogue.ts'
export { defineModel } from './define.ts'
export { type ModelFamily, type ParameterRule, type ParameterValues, parseParameters } from './family.ts'
export type {
  Charges,
  ChargeValue,
  ChiralCharge,
  Fermion,
  FieldCharges,
  HiddenScalar,
  Model,
  ModelDefinition,
  ModelSpec,
  Triple,
} from './model.ts'
export { ELECTRIC, FERMIONS } from './model.ts'
export { expression, parseCharges, texExpression } from './parse.ts'
export { parseRational, type Rational, rational, toFraction, toNumber } from './rational.ts'
export { resolveModel } from './resolve.ts'
export { remarks, warnings } from './warnings.ts'
