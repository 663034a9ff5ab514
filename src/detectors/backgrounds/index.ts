export { type BetaBranch, betaSpectrum, fermiFunctionElectron } from './beta-decay.ts'
export { doubleBetaSpectrum, primakoffRosen } from './double-beta.ts'
export { argon39Rate, lead214Shape, xenon136Rate } from './nuclides.ts'
export {
  type BackgroundRate,
  flatRate,
  fromMemory,
  integratedRate,
  type Source,
  scaledRate,
  sourcedRate,
  summedRate,
  tabulatedRate,
} from './rate.ts'
