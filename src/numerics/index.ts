export { sphericalBesselJ1 } from './bessel.ts'
export { chebyshevOnDemand } from './chebyshev.ts'
export { chi2Cdf, chi2Isf, chi2LogPdf, chi2Pdf, chi2Quantile, chi2Sf } from './chi2.ts'
export { contoursBelow } from './contours.ts'
export { erf, erfc, erfcInverse, erfcx, erfInverse } from './erf.ts'
export { gammaP, gammaPInverse, gammaQ, gammaQInverse, logGamma, logPowerTerm } from './gamma.ts'
export { hermitianEigen3 } from './hermitian3.ts'
export {
  linearInterpolator,
  logLogInterpolator,
  monotoneInterpolator,
  monotoneLogLogInterpolator,
  type Outside,
} from './interpolation.ts'
export { type LagrangeTable, lagrangeTable, type TableAxis } from './lagrange-table.ts'
export { nelderMead } from './nelder-mead.ts'
export { normalCdf, normalIsf, normalLogPdf, normalLogSf, normalPdf, normalQuantile, normalSf } from './normal.ts'
export { type StiffSystem, solveStiff } from './ode.ts'
export { philox4x32, randomUniform } from './philox.ts'
export { logPoisson, poissonCdf, poissonIsf, poissonPmf, poissonQuantile, poissonSf } from './poisson.ts'
export {
  gaussLegendre,
  type Integral,
  type IntegrateOptions,
  integrate,
  integrateGL,
  integrateWithError,
  type QuadratureRule,
} from './quadrature.ts'
export { type Random, randomStream, xoshiro128 } from './random.ts'
export { brentRoot, minimise } from './roots.ts'
export { intervalIndex } from './search.ts'
