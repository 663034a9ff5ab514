export {
  CKM_MATRIX,
  type DownQuark,
  flavourChangingCoupling,
  flavourConserved,
  pseudoscalarBranching,
  pseudoscalarWidth,
  type Transition,
} from './flavour-changing.ts'
export { anomalousMoment, axialLoopIntegral, couplingForMoment, loopIntegral } from './g-minus-2.ts'
export { leptonicKaonBranching } from './kaon-leptonic.ts'
export {
  type ElectronScattering,
  electronRecoilRate,
  electronScattering,
  type Flavour,
  lineCrossSectionTerms,
  lineIntegrals,
  maximumRecoil,
  minimumEnergy,
  momentTerms,
  recoilTerms,
  type ScatteringOptions,
  scatteringOptions,
} from './neutrino-electron.ts'
export { MECHANISMS, type Mechanism, productionStrength } from './production/strength.ts'
export { contactHamiltonian, type WilsonCoefficients, wilsonCoefficients } from './semileptonic.ts'
