export { exclusionText } from './exclusion-text.ts'
export { curveName, limitsCsv, limitsHepData, limitsJson, limitsLmt } from './limits.ts'
export { pointJson } from './point.ts'
export { pointText } from './point-text.ts'
