export {
  type ExclusiveHadronicWidths,
  exclusiveHadronicWidths,
  type HadronicValidity,
  type HadronicWidth,
  hadronicWidth,
} from './hadrons.ts'
export { hiddenScalarWidth } from './hidden-scalar.ts'
export { fermionWidth, velocity } from './leptons.ts'
export { neutrinoWidth } from './neutrinos.ts'
export {
  breakingScale,
  dominatedBranching,
  electronYukawa,
  mixingMass_GeV,
  promptHiddenCoupling,
  promptLifetime_s,
  quarticCoupling,
  type ScalarMixing,
} from './scalar-sector.ts'
export { HADRON_CHANNELS, type HadronChannel, hadronChannelRatio, photonRatio, ratioOfData, vectorMesonRatio } from './vector-mesons.ts'
export {
  boostedDecayLength_m,
  branchingRatios,
  CHANNELS,
  type Channel,
  type ChannelWidths,
  decayLength_m,
  lifetime_s,
  partialWidths,
  type Widths,
} from './widths.ts'
export { type MesonsAlong, mesonsAlong, type WidthsAlong, widthsAlong } from './widths-along.ts'
