export {
  type Complex3x3,
  type Flavour,
  type MixingAngles,
  massBasisCouplings,
  mixingProbabilities,
  neutrinoDecayWidth,
  pmns,
} from './pmns.ts'
export { FISSILE, type Fissile, fissionSpectrum, type Reactor, reactor, TYPICAL_FISSIONS } from './reactor.ts'
export { decoherenceWeakening, flavourBasisRate, massBasisRate, nonElectronShare } from './solar/decoherence.ts'
export { flavourDensity } from './solar/density.ts'
export { buildDensityMoments, type DensityMoments } from './solar/density-moments.ts'
export {
  type Chord,
  type EarthEvolution,
  type EarthModel,
  type EarthShell,
  earthChord,
  earthEvolution,
  earthModel,
  PREM,
} from './solar/earth.ts'
export { type NightBin, nightAngles, nightBins, nightShare } from './solar/exposure.ts'
export { fermiFunctionPositron } from './solar/fermi-function.ts'
export { SOLAR_SOURCES, type SolarSource, solarFlux } from './solar/fluxes.ts'
export { buildMoments, MOMENTS, type SolarMoments } from './solar/moments.ts'
export { momentsOfPotentials, type PotentialMoments } from './solar/moments-of-potentials.ts'
export { type Observation, sunAtNight } from './solar/night.ts'
export {
  bosonPotential,
  type FlavourEvolution,
  flavourEvolution,
  type MatterPotential,
  type OscillationParameters,
  type ProductionZone,
  productionZone,
  STANDARD_POTENTIAL,
} from './solar/oscillation.ts'
export {
  BETA_DECAYS,
  type BetaDecay,
  beryllium7LineShapes,
  betaSpectrum,
  type ContinuousSpectrum,
  type LineSpectrum,
  lineSpectrum,
  type SolarSpectrum,
  type SpectralLine,
  solarSpectra,
  tabulatedSpectrum,
} from './solar/spectra.ts'
export { loadSun, OF_SUN, type Sun, sharedSun } from './solar/sun.ts'
export { type NeutrinoComponent, sourceTails } from './source.ts'
export {
  arrivalShare,
  MICHEL_END_MeV,
  MUON_LIFETIME_NS,
  michelSpectrum,
  PION_LIFETIME_NS,
  type PionBeam,
  PROMPT_ENERGY_MeV,
  stoppedPionFlux,
  stoppedPions,
} from './stopped-pion.ts'
export { type FluxTable, NEUTRINOS, type NeutrinoKind, tabulatedFlux } from './tabulated.ts'
export { legendreTails } from './tails.ts'
