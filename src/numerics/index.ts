export { hermitianEigen3 } from './hermitian3.ts'
export {
  linearInterpolator,
  logLogInterpolator,
  monotoneInterpolator,
  monotoneLogLogInterpolator,
  type Outside,
} from './interpolation.ts'
export {
  gaussLegendre,
  type Integral,
  type IntegrateOptions,
  integrate,
  integrateGL,
  integrateWithError,
  type QuadratureRule,
} from './quadrature.ts'
export { brentRoot, minimise } from './roots.ts'
export { intervalIndex } from './search.ts'
