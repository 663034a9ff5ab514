export { constantEfficiency, type Efficiency, type EfficiencyReading, sigmoidEfficiency, tabulatedEfficiency } from './efficiency.ts'
export { type FormFactorKind, formFactor, helm, kleinNystrand } from './form-factor.ts'
export {
  cenns10Quenching,
  csi2017Quenching,
  csi2021Quenching,
  electronEquivalent,
  lindhard,
  lindhardK,
  nuclearEquivalent,
  phononQuenching,
  type Quenching,
} from './quenching.ts'
export {
  addCounts,
  buildResponse,
  gammaSpread,
  gaussian,
  type Observable,
  photoelectrons,
  type Response,
  type ResponseOptions,
  type Smearing,
  sharp,
  smeared,
} from './response.ts'
export {
  atomsPerTonne,
  type ElectronCounting,
  type ElectronShell,
  type ElectronTarget,
  electronTarget,
  freeElectrons,
  MATERIALS,
  type Material,
  type NuclearTarget,
  type Nucleus,
  nuclearTarget,
} from './targets.ts'
