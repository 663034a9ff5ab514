export {
  ALLOWED_MASSES_GeV,
  type Boson,
  bosonAt,
  type Coupling,
  type CouplingLines,
  type Couplings,
  couplingRay,
  couplingRays,
  neutronCoupling,
  protonCoupling,
  type Ray,
  ResonanceError,
  type Span,
} from './boson.ts'
export { left, right } from './coupling.ts'
export { FERMION_MASS } from './fermion-masses.ts'
export { type Complex, type LoopMixing, loopMixing, vacuumPolarisation } from './kinetic-mixing.ts'
export { kineticMixingCoupling, massMixingCoupling } from './mass-mixing.ts'
export { neutralPionCoupling } from './neutral-pion.ts'
export {
  contactNsi,
  couplingForMediumNsi,
  electronNsi,
  matterPotentialRatio,
  mediumNsi,
  type NeutrinoFlavour,
  type NsiTarget,
  tanEta,
  tanEtaAllowed,
  weakCharge,
} from './nsi.ts'
export { type Quadratic, quadraticAlong, quadraticAt } from './quadratic.ts'
