export { type Complex3x3, type MixingAngles, massBasisCouplings, mixingProbabilities, neutrinoDecayWidth, pmns } from './pmns.ts'
export { decoherenceWeakening, flavourBasisRate, massBasisRate, nonElectronShare } from './solar/decoherence.ts'
export { buildDensityMoments, type DensityMoments, flavourDensity } from './solar/density.ts'
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
export { nightAngles, nightShare } from './solar/exposure.ts'
export { fermiFunctionPositron } from './solar/fermi-function.ts'
export { SOLAR_SOURCES, type SolarSource, solarFlux } from './solar/fluxes.ts'
export { buildMoments, MOMENTS, type SolarMoments } from './solar/moments.ts'
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
export { loadSun, type Sun } from './solar/sun.ts'
