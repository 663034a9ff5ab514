export { anomalousMoment, axialLoopIntegral, couplingForMoment, loopIntegral } from './g-minus-2.ts'
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
