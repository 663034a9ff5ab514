export { decayOverExpansion, lowestThermalMass } from './bbn.ts'
export { plasmonEmission } from './white-dwarf.ts'
