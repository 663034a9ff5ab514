export {
  greatestRecoils,
  type NuclearScattering,
  nuclearRecoilRates,
  nuclearRecoils,
  nuclearRecoilTerms,
  nuclearScattering,
  type RunningCouplings,
} from './cevns.ts'
export {
  CKM_MATRIX,
  type DownQuark,
  flavourChangingCoupling,
  flavourConserved,
  pseudoscalarBranching,
  pseudoscalarWidth,
  type Transition,
} from './flavour-changing.ts'
export {
  type DensityTails,
  eigenstateTails,
  electronRecoilRatesOfStates,
  nuclearRecoilTermsOfState,
  recoilTermsOfState,
  stateCouplings,
} from './flavour-changing-neutrinos.ts'
export { anomalousMoment, axialLoopIntegral, couplingForMoment, loopIntegral } from './g-minus-2.ts'
export { leptonicKaonBranching } from './kaon-leptonic.ts'
export {
  type ElectronScattering,
  electronRecoilRate,
  electronRecoilRates,
  electronRecoils,
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
export { type FluxTails, momentsAbove, type RecoilCounts, type RecoilRates, type Recoils, recoilCounts } from './recoil-rates.ts'
export { contactHamiltonian, type WilsonCoefficients, wilsonCoefficients } from './semileptonic.ts'
