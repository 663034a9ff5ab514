import { normalPrior, type SampledParameter, type Target, uniformPrior } from '../../../src/inference/samplers/index.ts'

/** A target with what is known of it by other means. */
export interface KnownTarget extends Target {
  readonly logEvidence: number
  /** Mean and standard deviation of each parameter. */
  readonly moments: readonly (readonly [mean: number, standardDeviation: number])[]
}

const flat = (count: number, lo: number, hi: number): SampledParameter[] =>
  Array.from({ length: count }, (_, k) => ({ name: `x${k}`, prior: uniformPrior(lo, hi) }))

/** Five parameters, all correlated by ρ = 0.9, of standard deviations 1 to 3. */
export function correlatedGaussian(): KnownTarget {
  const [dimensions, rho] = [5, 0.9]
  const sigmas = [1, 1.5, 2, 2.5, 3]
  const determinant = (1 - rho) ** (dimensions - 1) * (1 + (dimensions - 1) * rho)
  const constant =
    -0.5 * (dimensions * Math.log(2 * Math.PI) + Math.log(determinant)) - sigmas.reduce((sum, sigma) => sum + Math.log(sigma), 0)
  return {
    parameters: flat(dimensions, -30, 30),
    logLikelihood(theta) {
      let [sum, squares] = [0, 0]
      for (let k = 0; k < dimensions; k++) {
        const z = theta[k] / sigmas[k]
        sum += z
        squares += z * z
      }
      return constant - (0.5 * (squares - (rho / (1 + (dimensions - 1) * rho)) * sum * sum)) / (1 - rho)
    },
    logEvidence: -dimensions * Math.log(60),
    moments: sigmas.map((sigma) => [0, sigma]),
  }
}

/** A valley along y = x²: x is normal, y around x² with σ = 1/2, which gives y mean 1 and variance 2 + 1/4. */
export function banana(): KnownTarget {
  const [{ prior }] = flat(1, -30, 60)
  return {
    parameters: [
      { name: 'x', prior: uniformPrior(-7, 7) },
      { name: 'y', prior },
    ],
    logLikelihood: ([x, y]) => -0.5 * (x * x + ((y - x * x) / 0.5) ** 2) - Math.log(2 * Math.PI * 0.5),
    logEvidence: -Math.log(14 * 90),
    moments: [
      [0, 1],
      [1, 1.5],
    ],
  }
}

/** Three peaks of weights 0.5, 0.3 and 0.2, far apart and of other widths. */
export const PEAKS = [
  { weight: 0.5, at: [-5, -5], sigma: 0.5 },
  { weight: 0.3, at: [5, 0], sigma: 0.8 },
  { weight: 0.2, at: [0, 6], sigma: 0.3 },
] as const

export function threePeaks(): KnownTarget {
  const moment = (k: 0 | 1): [number, number] => {
    const mean = PEAKS.reduce((sum, { weight, at }) => sum + weight * at[k], 0)
    return [mean, Math.sqrt(PEAKS.reduce((sum, { weight, at, sigma }) => sum + weight * (at[k] ** 2 + sigma ** 2), 0) - mean ** 2)]
  }
  return {
    parameters: flat(2, -10, 10),
    logLikelihood: ([x, y]) =>
      Math.log(
        PEAKS.reduce((sum, { weight, at, sigma }) => {
          const square = ((x - at[0]) ** 2 + (y - at[1]) ** 2) / sigma ** 2
          return sum + (weight * Math.exp(-0.5 * square)) / (2 * Math.PI * sigma ** 2)
        }, 0),
      ),
    logEvidence: -2 * Math.log(20),
    moments: [moment(0), moment(1)],
  }
}

/** Two peaks of three parameters, one eight times the volume of the other, too far apart for slices to pass between. */
export function twoWidths(): KnownTarget {
  const peaks = [
    { weight: 0.7, at: 5, sigma: 0.5 },
    { weight: 0.3, at: -5, sigma: 1 },
  ]
  return {
    parameters: flat(3, -10, 10),
    logLikelihood(theta) {
      const logs = peaks.map(({ weight, at, sigma }) => {
        const square = theta.reduce((sum, x) => sum + ((x - at) / sigma) ** 2, 0)
        return Math.log(weight) - 0.5 * square - 1.5 * Math.log(2 * Math.PI * sigma ** 2)
      })
      const most = Math.max(...logs)
      return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0))
    },
    logEvidence: -3 * Math.log(20),
    moments: [0, 1, 2].map(() => [2, Math.sqrt(0.7 * 25.25 + 0.3 * 26 - 4)]),
  }
}

/** Peaks like the black squares of a chessboard, of height 243 in ln L; the evidence from a grid of 2001² points, of an error below 1e-5. */
export function eggBox(): KnownTarget {
  return {
    parameters: flat(2, 0, 10 * Math.PI),
    logLikelihood: ([x, y]) => (2 + Math.cos(x / 2) * Math.cos(y / 2)) ** 5,
    logEvidence: 235.85594,
    moments: [],
  }
}

/** A measurement of a normal with normal knowledge before, and one parameter that the data do not touch. */
export function conjugate(): KnownTarget {
  const [mean, sigma, measured, error] = [1, 2, 4, 1]
  const variance = 1 / (1 / sigma ** 2 + 1 / error ** 2)
  return {
    parameters: [
      { name: 'x', prior: normalPrior(mean, sigma) },
      { name: 'idle', prior: uniformPrior(0, 12) },
    ],
    logLikelihood: ([x]) => -0.5 * ((x - measured) / error) ** 2,
    logEvidence: -0.5 * ((mean - measured) ** 2 / (sigma ** 2 + error ** 2)) + Math.log(error / Math.hypot(sigma, error)),
    moments: [
      [variance * (mean / sigma ** 2 + measured / error ** 2), Math.sqrt(variance)],
      [6, Math.sqrt(12)],
    ],
  }
}

/** A disc of ln L = 0 in a square where the likelihood is zero. */
export function disc(): KnownTarget {
  return {
    parameters: flat(2, -2, 2),
    logLikelihood: ([x, y]) => (x * x + y * y < 1 ? 0 : -Infinity),
    logEvidence: Math.log(Math.PI / 16),
    moments: [
      [0, 0.5],
      [0, 0.5],
    ],
  }
}

/** A peak on a shelf: three quarters and more of the prior have one and the same likelihood. */
export function shelf(): KnownTarget {
  const [depth, variance] = [3, 0.25]
  const foot = 2 * depth * variance
  return {
    parameters: flat(2, -3, 3),
    logLikelihood: ([x, y]) => Math.max(-depth, (-0.5 * (x * x + y * y)) / variance),
    logEvidence: Math.log((2 * Math.PI * variance * (1 - Math.exp(-depth)) + (36 - Math.PI * foot) * Math.exp(-depth)) / 36),
    moments: [],
  }
}
