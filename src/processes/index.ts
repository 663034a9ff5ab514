export { anomalousMoment, loopIntegral } from './g-minus-2.ts'
export {
  electronRecoilRate,
  electronScattering,
  type ElectronScattering,
  type Flavour,
  lineCrossSectionTerms,
  lineIntegrals,
  maximumRecoil,
  minimumEnergy,
  momentTerms,
  recoilTerms,
  scatteringOptions,
  type ScatteringOptions,
} from './neutrino-electron.ts'
