export { bosonsPerElectron, electronBremsstrahlung, type Material } from './bremsstrahlung/electron.ts'
export { type MuonBeam, muonBremsstrahlung } from './bremsstrahlung/muon.ts'
export { muonBremsstrahlungExact } from './bremsstrahlung/muon-exact.ts'
export {
  type FormFactor,
  fixedTargetEnergySquared,
  protonBremsstrahlung,
  protonCouplingSquared,
  splittingProbability,
} from './bremsstrahlung/proton.ts'
export type { MomentumSpectrum } from './bremsstrahlung/spectrum.ts'
export type { Nucleus } from './bremsstrahlung/weizsaecker-williams.ts'
export {
  greatestRecoils,
  type NuclearScattering,
  nuclearRecoilRates,
  nuclearRecoils,
  nuclearRecoilTerms,
  nuclearScattering,
  nuclearScatteringAlong,
  type RunningCouplings,
} from './cevns.ts'
export { livesPerCoupling, logDecayProbability, logReducedRate, meanLives } from './decay-in-flight.ts'
export { electronRecoilRates, electronRecoils } from './electron-recoils.ts'
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
export { fourBodyShare, leptonicKaonBranching, type MissingMassWindow } from './kaon-leptonic.ts'
export {
  type ElectronScattering,
  electronRecoilRate,
  electronScattering,
  electronScatteringAlong,
  type Flavour,
  lineCrossSectionTerms,
  lineIntegrals,
  maximumRecoil,
  minimumEnergy,
  momentTerms,
  OF_SCATTERING,
  recoilTerms,
  type ScatteringOptions,
  scatteringOptions,
} from './neutrino-electron.ts'
export {
  type Beam,
  type BeamProduction,
  beamProduction,
  type CrossSectionRatios,
  type ElectronBeam,
  type ProtonBeam,
} from './production/beams.ts'
export { type Pseudoscalar, photonDecayShare } from './production/photon-decays.ts'
export { MECHANISMS, type Mechanism, productionStrength } from './production/strength.ts'
export {
  addPolynomials,
  type FluxTails,
  momentsAbove,
  POWERS,
  type RecoilCounts,
  type RecoilRates,
  type Recoils,
  recoilCounts,
  type ScatteringLine,
} from './recoil-rates.ts'
export { contactHamiltonian, type WilsonCoefficients, wilsonCoefficients } from './semileptonic.ts'
export {
  photonNeutrinoCrossSection,
  symmetrisedFermi,
  type TridentCoefficients,
  type TridentResponse,
  tridentCoefficients,
  tridentCrossSection,
} from './trident.ts'
