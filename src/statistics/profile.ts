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
  /**
   * How the last minimum, a finite one, changes while expected counts do, $\sum_b \frac{\partial(-2\ln L)}{\partial\nu_b}\dot\nu_b$: the nuisances need not be followed, for
   * at a minimum nothing depends on them.
   *
   * @param change of the expected counts, laid out like them
   */
  slope(change: Float64Array): number
}

/** Newton steps before giving up: a handful are usual. */
const MOST_STEPS = 100
/** What a Newton step leaves over is about what it promises times its length in ln θ: below this share of −2 ln L it is the last. */
const TOLERANCE = 1e-12
/** Largest step of ln θ. */
const LARGEST_STEP = 2
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
  const products = new Float64Array(parts * parts)
  const slopes = new Float64Array(bins)
  const curvatures = new Float64Array(bins)
  const best = central.slice()
  const centre = central.map(Math.log)
  const logs = centre.slice()
  const trial = new Float64Array(count)
  const gradient = new Float64Array(count)
  const hessian = new Float64Array(count * count)
  const triangle = new Float64Array(count * count)
  const step = new Float64Array(count)

  function setFactors(theta: ArrayLike<number>): void {
    for (let c = 0; c < parts; c++) {
      let product = 1
      const indices = multipliers[c]
      for (let i = 0; i < indices.length; i++) product *= theta[indices[i]]
      factor[c] = product
    }
  }

  function constraints(theta: ArrayLike<number>): number {
    let sum = 0
    for (let k = 0; k < count; k++) if (weight[k] > 0) sum += weight[k] * (theta[k] - central[k]) ** 2
    return sum
  }

  /**
   * −2 ln L of the bins at the factors as set. On the way: its first derivatives by the counts ν of each bin, their sums with each component, and the sums
   * of second derivatives with each pair of components.
   */
  function overBins(observed: Float64Array, expected: Float64Array): number {
    sums.fill(0)
    products.fill(0)
    let value = 0
    for (let b = 0; b < bins; b++) {
      let nu = 0
      for (let c = 0; c < parts; c++) nu += scaled[c] = factor[c] * expected[c * bins + b]
      const n = observed[b]
      let first = 2
      let second = 0
      if (sigmas !== undefined) {
        second = 2 / (sigmas[b] * sigmas[b])
        first = second * (nu - n)
        value += 0.5 * first * (nu - n)
      } else {
        value += binDeviance(n, nu)
        if (n > 0) {
          const share = n / nu
          first = 2 * (1 - share)
          second = (2 * share) / nu
        }
      }
      slopes[b] = first
      curvatures[b] = second
      for (let c = 0; c < parts; c++) {
        sums[c] += first * scaled[c]
        const x = second * scaled[c]
        for (let d = 0; d <= c; d++) products[c * parts + d] += x * scaled[d]
      }
    }
    return value
  }

  /** −2 ln L with the constraints at given ln θ. */
  function valueAt(observed: Float64Array, expected: Float64Array, eta: Float64Array): number {
    for (let k = 0; k < count; k++) best[k] = Math.exp(eta[k])
    setFactors(best)
    return overBins(observed, expected) + constraints(best)
  }

  /** Gradient and Hessian in ln θ where {@link valueAt} was last. */
  function derivatives(): void {
    gradient.fill(0)
    hessian.fill(0)
    for (let c = 0; c < parts; c++) {
      const rows = multipliers[c]
      for (let i = 0; i < rows.length; i++) {
        gradient[rows[i]] += sums[c]
        for (let j = 0; j <= i; j++) hessian[rows[i] * count + rows[j]] += sums[c]
      }
      for (let d = 0; d < parts; d++) {
        const columns = multipliers[d]
        const product = d <= c ? products[c * parts + d] : products[d * parts + c]
        for (let i = 0; i < rows.length; i++) {
          for (let j = 0; j < columns.length; j++) if (columns[j] <= rows[i]) hessian[rows[i] * count + columns[j]] += product
        }
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

  /** A last short step that is not looked at: the first derivatives by the counts of each bin follow it by the second. */
  function follow(expected: Float64Array): void {
    for (let c = 0; c < parts; c++) {
      let longer = 0
      const indices = multipliers[c]
      for (let i = 0; i < indices.length; i++) longer += step[indices[i]]
      const moved = longer * factor[c]
      if (moved !== 0) for (let b = 0; b < bins; b++) slopes[b] += curvatures[b] * moved * expected[c * bins + b]
    }
    for (let k = 0; k < count; k++) best[k] = Math.exp((logs[k] = Math.max(LEAST_LOG, logs[k] + step[k])))
    setFactors(best)
  }

  function minimum(observed: Float64Array, expected: Float64Array): number {
    // Always from the same place, so that an answer depends on the question alone, to the last bit, and not on those before it.
    logs.set(centre)
    let value = valueAt(observed, expected, logs)
    if (count === 0 || value === Number.POSITIVE_INFINITY) return value
    for (let iteration = 0; iteration < MOST_STEPS; iteration++) {
      derivatives()
      let scale = 0
      let steepest = 0
      for (let k = 0; k < count; k++) {
        scale = Math.max(scale, Math.abs(hessian[k * count + k]))
        steepest = Math.max(steepest, Math.abs(gradient[k]))
      }
      if (steepest === 0) break
      scale = Math.max(scale, steepest)
      let damping = 0
      for (let tries = 0; !solve(damping) && tries < 60; tries++) damping = damping === 0 ? 1e-10 * scale : 10 * damping
      let promised = 0
      let longest = 0
      for (let k = 0; k < count; k++) {
        promised -= gradient[k] * step[k]
        longest = Math.max(longest, Math.abs(step[k]))
      }
      if (promised * longest < TOLERANCE * (1 + value)) {
        if (damping > 0 || longest > LARGEST_STEP) break
        follow(expected)
        value -= 0.5 * promised
        break
      }
      let length = longest > LARGEST_STEP ? LARGEST_STEP / longest : 1
      let next = Number.POSITIVE_INFINITY
      for (let halvings = 0; halvings < 40; halvings++, length *= 0.5) {
        for (let k = 0; k < count; k++) trial[k] = Math.max(LEAST_LOG, logs[k] + length * step[k])
        next = valueAt(observed, expected, trial)
        if (next <= value - 1e-4 * length * promised) break
      }
      if (!(next < value)) {
        valueAt(observed, expected, logs)
        break
      }
      logs.set(trial)
      value = next
    }
    return value
  }

  return {
    model,
    minus2LogL(observed, expected, theta) {
      setFactors(theta)
      return overBins(observed, expected)
    },
    constraints,
    minimum,
    best,
    slope(change) {
      let sum = 0
      for (let c = 0; c < parts; c++) {
        let part = 0
        for (let b = 0; b < bins; b++) part += slopes[b] * change[c * bins + b]
        sum += factor[c] * part
      }
      return sum
    },
  }
}
