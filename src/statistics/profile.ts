import { InputError } from '../errors.ts'
import { binDeviance } from './counting.ts'

/** A number that the data do not measure alone: a flux, a background, a normalisation; it multiplies expected counts. */
export interface Nuisance {
  /** Experiments that share it use the same name: `flux.7Be`. */
  readonly id: string
  /** What it is without these data; 1 as a rule. */
  readonly central: number
  /** 1σ of the Gaussian that constrains it; Infinity lets it float. */
  readonly sigma: number
}

/** Counts in bins as sums of components, each multiplied by nuisance parameters. */
export interface BinnedModel {
  readonly bins: number
  /** For every component (a signal, a background) the indices of the nuisances whose product multiplies it. */
  readonly components: readonly (readonly number[])[]
  readonly nuisances: readonly Nuisance[]
  /** 1σ of each bin where counts are not compared by Poisson but by Gauss: $\chi^2 = \sum_b (n_b - \nu_b)^2/\sigma_b^2$. */
  readonly sigmas?: Float64Array
}

/** What {@link profileLikelihood} gives. */
export interface ProfileLikelihood {
  readonly model: BinnedModel
  /**
   * $-2\ln L$ over that of a perfect description, without the constraints of the nuisances: for combinations, which count those once.
   *
   * @param expected counts of component c in bin b at `c * bins + b`, nuisances at one
   */
  minus2LogL(observed: Float64Array, expected: Float64Array, nuisances: ArrayLike<number>): number
  /** The constraints: $\sum_k (\theta_k - \theta_k^0)^2/\sigma_k^2$. */
  constraints(nuisances: ArrayLike<number>): number
  /**
   * The smallest $-2\ln L$ over the nuisances, constraints included. Infinity where counts were seen and none are expected. Allocates nothing.
   */
  minimum(observed: Float64Array, expected: Float64Array): number
  /** The nuisances at the last minimum. */
  readonly best: Float64Array
}

/** Newton steps before giving up: a handful are usual. */
const MOST_STEPS = 100
/** Where −2 ln L can no longer be lowered by more than this. */
const TOLERANCE = 1e-12
/** A full Newton step of ln θ shorter than this ends at the minimum, to the square of it. */
const NEAR = 1e-4
/** Largest step of ln θ. */
const LARGEST_STEP = 2
/** How far from its central value ln θ may begin. */
const FARTHEST = 1
/** ln θ is kept above this: a component that the data do not want. */
const LEAST_LOG = -60

/**
 * A binned likelihood with nuisance parameters,
 * $$-2\ln L = 2\sum_b \left[\nu_b - n_b + n_b\ln\frac{n_b}{\nu_b}\right] + \sum_k \frac{(\theta_k-\theta_k^0)^2}{\sigma_k^2},\qquad
 *   \nu_b = \sum_c \nu_{cb}\prod_{k\in c}\theta_k ,$$
 * relative to the saturated model (Baker and Cousins), profiled over θ > 0 (Cowan et al. 2011, section 2): Newton's method in ln θ with the full Hessian, damped where
 * that is not positive.
 *
 * Differences of two minima are test statistics: $q_\mu = -2\ln\lambda(\mu)$.
 *
 * @throws InputError for a nuisance whose central value or sigma is not above zero, or a component that names one that is not there
 * @example
 * const likelihood = profileLikelihood({ bins: 1, components: [[], [0]], nuisances: [{ id: 'background', central: 1, sigma: 0.1 }] })
 * likelihood.minimum(Float64Array.of(110), Float64Array.of(0, 100)) // 0.484: half of 0.968 is taken up by the background
 */
export function profileLikelihood(model: BinnedModel): ProfileLikelihood {
  const { bins, components, nuisances, sigmas } = model
  for (const { id, central, sigma } of nuisances) {
    if (!(central > 0 && central < Infinity)) throw new InputError(`central value ${central} is not allowed; allowed: above zero`, id)
    if (!(sigma > 0)) throw new InputError(`sigma ${sigma} is not allowed; allowed: above zero, or Infinity`, id)
  }
  const missing = components.flat().find((k) => !(Number.isInteger(k) && k >= 0 && k < nuisances.length))
  if (missing !== undefined) throw new InputError(`there is no nuisance number ${missing}; there are ${nuisances.length}`, 'components')
  const bad = sigmas?.find((sigma) => !(sigma > 0 && sigma < Infinity))
  if (bad !== undefined) throw new InputError(`${bad} is not allowed; allowed: finite numbers above zero`, 'sigmas')

  const count = nuisances.length
  const parts = components.length
  const central = Float64Array.from(nuisances, (nuisance) => nuisance.central)
  const weight = Float64Array.from(nuisances, ({ sigma }) => 1 / (sigma * sigma))
  const multipliers = components.map((indices) => [...new Set(indices)].sort((k, l) => k - l))
  const factor = new Float64Array(parts)
  const scaled = new Float64Array(parts)
  const sums = new Float64Array(parts)
  const best = central.slice()
  const centre = central.map(Math.log)
  const logs = centre.slice()
  const trial = new Float64Array(count)
  const gradient = new Float64Array(count)
  const hessian = new Float64Array(count * count)
  const triangle = new Float64Array(count * count)
  const step = new Float64Array(count)
  const slope = new Float64Array(count)

  function setFactors(theta: ArrayLike<number>): void {
    for (let c = 0; c < parts; c++) {
      let product = 1
      const indices = multipliers[c]
      for (let i = 0; i < indices.length; i++) product *= theta[indices[i]]
      factor[c] = product
    }
  }

  function total(expected: Float64Array, b: number): number {
    let nu = 0
    for (let c = 0; c < parts; c++) nu += factor[c] * expected[c * bins + b]
    return nu
  }

  function binsAlone(observed: Float64Array, expected: Float64Array): number {
    let sum = 0
    for (let b = 0; b < bins; b++) {
      const nu = total(expected, b)
      const n = observed[b]
      if (sigmas !== undefined) sum += ((n - nu) / sigmas[b]) ** 2
      else sum += binDeviance(n, nu)
    }
    return sum
  }

  function constraints(theta: ArrayLike<number>): number {
    let sum = 0
    for (let k = 0; k < count; k++) if (weight[k] > 0) sum += weight[k] * (theta[k] - central[k]) ** 2
    return sum
  }

  function valueAt(observed: Float64Array, expected: Float64Array, eta: Float64Array): number {
    for (let k = 0; k < count; k++) best[k] = Math.exp(eta[k])
    setFactors(best)
    return binsAlone(observed, expected) + constraints(best)
  }

  /** Gradient and Hessian in ln θ at `best`. */
  function derivatives(observed: Float64Array, expected: Float64Array): void {
    gradient.fill(0)
    hessian.fill(0)
    sums.fill(0)
    for (let b = 0; b < bins; b++) {
      let nu = 0
      slope.fill(0)
      for (let c = 0; c < parts; c++) {
        const counts = factor[c] * expected[c * bins + b]
        scaled[c] = counts
        nu += counts
        const indices = multipliers[c]
        for (let i = 0; i < indices.length; i++) slope[indices[i]] += counts
      }
      const n = observed[b]
      // First and second derivative of −2 ln L by ν.
      const gauss = sigmas === undefined ? 0 : 2 / (sigmas[b] * sigmas[b])
      const first = sigmas !== undefined ? gauss * (nu - n) : n === 0 ? 2 : 2 * (1 - n / nu)
      const second = sigmas !== undefined ? gauss : n === 0 ? 0 : (2 * n) / (nu * nu)
      for (let c = 0; c < parts; c++) sums[c] += first * scaled[c]
      for (let k = 0; k < count; k++) {
        const x = second * slope[k]
        for (let l = 0; l <= k; l++) hessian[k * count + l] += x * slope[l]
      }
    }
    for (let c = 0; c < parts; c++) {
      const indices = multipliers[c]
      for (let i = 0; i < indices.length; i++) {
        gradient[indices[i]] += sums[c]
        for (let j = 0; j <= i; j++) hessian[indices[i] * count + indices[j]] += sums[c]
      }
    }
    for (let k = 0; k < count; k++) {
      const theta = best[k]
      gradient[k] += 2 * weight[k] * (theta - central[k]) * theta
      hessian[k * count + k] += 2 * weight[k] * (2 * theta - central[k]) * theta
    }
  }

  /** Solves (H + damping) step = −gradient by Cholesky; false where H + damping is not positive. */
  function solve(damping: number): boolean {
    for (let i = 0; i < count; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = hessian[i * count + j]
        if (i === j) sum += damping
        for (let k = 0; k < j; k++) sum -= triangle[i * count + k] * triangle[j * count + k]
        if (i === j) {
          if (!(sum > 1e-14 * (Math.abs(hessian[i * count + i]) + damping))) return false
          triangle[i * count + i] = Math.sqrt(sum)
        } else triangle[i * count + j] = sum / triangle[j * count + j]
      }
    }
    for (let i = 0; i < count; i++) {
      let sum = -gradient[i]
      for (let k = 0; k < i; k++) sum -= triangle[i * count + k] * step[k]
      step[i] = sum / triangle[i * count + i]
    }
    for (let i = count - 1; i >= 0; i--) {
      let sum = step[i]
      for (let k = i + 1; k < count; k++) sum -= triangle[k * count + i] * step[k]
      step[i] = sum / triangle[i * count + i]
    }
    return true
  }

  function minimum(observed: Float64Array, expected: Float64Array): number {
    // Neighbouring questions have neighbouring answers: begin at the last one, but not where a component had all but vanished.
    for (let k = 0; k < count; k++) logs[k] = Math.min(centre[k] + FARTHEST, Math.max(centre[k] - FARTHEST, logs[k]))
    let value = valueAt(observed, expected, logs)
    if (count === 0 || value === Number.POSITIVE_INFINITY) return value
    for (let iteration = 0; iteration < MOST_STEPS; iteration++) {
      derivatives(observed, expected)
      let scale = 0
      let slopes = 0
      for (let k = 0; k < count; k++) {
        scale = Math.max(scale, Math.abs(hessian[k * count + k]))
        slopes = Math.max(slopes, Math.abs(gradient[k]))
      }
      if (slopes === 0) break
      scale = Math.max(scale, slopes)
      let damping = 0
      for (let tries = 0; !solve(damping) && tries < 60; tries++) damping = damping === 0 ? 1e-10 * scale : 10 * damping
      let promised = 0
      let longest = 0
      for (let k = 0; k < count; k++) {
        promised -= gradient[k] * step[k]
        longest = Math.max(longest, Math.abs(step[k]))
      }
      if (promised < TOLERANCE * (1 + value)) break
      let length = longest > LARGEST_STEP ? LARGEST_STEP / longest : 1
      let next = Number.POSITIVE_INFINITY
      for (let halvings = 0; halvings < 40; halvings++, length *= 0.5) {
        for (let k = 0; k < count; k++) trial[k] = Math.max(LEAST_LOG, logs[k] + length * step[k])
        next = valueAt(observed, expected, trial)
        if (next <= value - 1e-4 * length * promised) break
      }
      if (!(next < value)) break
      logs.set(trial)
      value = next
      if (damping === 0 && longest < NEAR) break
    }
    for (let k = 0; k < count; k++) best[k] = Math.exp(logs[k])
    return value
  }

  return {
    model,
    minus2LogL(observed, expected, theta) {
      setFactors(theta)
      return binsAlone(observed, expected)
    },
    constraints,
    minimum,
    best,
  }
}
