import { InputError } from '../errors.ts'
import type { BinnedModel, Nuisance } from './binned-model.ts'
import { binDeviance } from './counting.ts'

/** What {@link jointLikelihood} gives. Data sets lie one behind the other in `observed` and `expected`, in the order of the models. */
export interface JointLikelihood {
  readonly models: readonly BinnedModel[]
  /** Of all data sets, each once. */
  readonly nuisances: readonly Nuisance[]
  /**
   * $-2\ln L$ over that of a perfect description, without the constraints of the nuisances: for combinations, which count those once.
   *
   * @param expected counts of component c in bin b of a data set at `c * bins + b`, nuisances at one
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

/** A data set within all: where its bins, its counts, its components and their pairs begin. */
interface Block {
  readonly bins: number
  readonly parts: number
  readonly firstBin: number
  readonly firstCount: number
  readonly firstPart: number
  readonly firstPair: number
  readonly above: Float64Array | undefined
  readonly below: Float64Array | undefined
}

/** Newton steps before giving up: a handful are usual. */
const MOST_STEPS = 100
/** What a Newton step leaves over is about what it promises times its length in ln θ: below this share of −2 ln L it is the last. */
const TOLERANCE = 1e-12
/** Largest step of ln θ. */
const LARGEST_STEP = 2
/** How far from its central value ln θ may begin. */
const FARTHEST = 1
/** ln θ is kept above this: a component that the data do not want. */
const LEAST_LOG = -60

/** The nuisances of several models, each id once; refused where they disagree. */
function sharedNuisances(models: readonly BinnedModel[]): Nuisance[] {
  const shared = new Map<string, Nuisance>()
  for (const { id, central, sigma } of models.flatMap(({ nuisances }) => nuisances)) {
    if (!(central > 0 && central < Infinity)) throw new InputError(`central value ${central} is not allowed; allowed: above zero`, id)
    if (!(sigma > 0)) throw new InputError(`sigma ${sigma} is not allowed; allowed: above zero, or Infinity`, id)
    const known = shared.get(id)
    if (known !== undefined && (known.central !== central || known.sigma !== sigma)) {
      throw new InputError(`is ${known.central} ± ${known.sigma} for one data set and ${central} ± ${sigma} for another`, id)
    }
    shared.set(id, { id, central, sigma })
  }
  return [...shared.values()]
}

function check({ components, nuisances, sigmas, sigmasBelow }: BinnedModel): void {
  const missing = components.flat().find((k) => !(Number.isInteger(k) && k >= 0 && k < nuisances.length))
  if (missing !== undefined) throw new InputError(`there is no nuisance number ${missing}; there are ${nuisances.length}`, 'components')
  for (const errors of [sigmas, sigmasBelow]) {
    const bad = errors?.find((sigma) => !(sigma > 0 && sigma < Infinity))
    if (bad !== undefined) throw new InputError(`${bad} is not allowed; allowed: finite numbers above zero`, 'sigmas')
  }
}

/** The data sets of models, laid out one behind the other. */
function blocksOf(models: readonly BinnedModel[]): readonly Block[] {
  let [firstBin, firstCount, firstPart, firstPair] = [0, 0, 0, 0]
  return models.map(({ bins, components, sigmas, sigmasBelow = sigmas }) => {
    const parts = components.length
    const block = { bins, parts, firstBin, firstCount, firstPart, firstPair, above: sigmas, below: sigmasBelow }
    firstBin += bins
    firstCount += bins * parts
    firstPart += parts
    firstPair += parts * parts
    return block
  })
}

/**
 * Binned likelihoods of several data sets with nuisance parameters,
 * $$-2\ln L = 2\sum_b \left[\nu_b - n_b + n_b\ln\frac{n_b}{\nu_b}\right] + \sum_k \frac{(\theta_k-\theta_k^0)^2}{\sigma_k^2},\qquad
 *   \nu_b = \sum_c \nu_{cb}\prod_{k\in c}\theta_k ,$$
 * relative to the saturated model (Baker and Cousins), profiled over θ > 0 (Cowan et al. 2011, section 2): Newton's method in ln θ with the full Hessian, damped where
 * that is not positive. A nuisance that data sets share by its id is one parameter with one constraint.
 *
 * @throws InputError for a nuisance whose central value or sigma is not above zero or differs between data sets, or a component that names one that is not there
 * @example
 * const one = { bins: 1, components: [[0]], nuisances: [{ id: 'flux', central: 1, sigma: 0.1 }] }
 * const joint = jointLikelihood([one, one])
 * joint.minimum(Float64Array.of(110, 110), Float64Array.of(100, 100)) // 0.6574: 0.9684 each without the common flux
 */
export function jointLikelihood(models: readonly BinnedModel[]): JointLikelihood {
  const nuisances = sharedNuisances(models)
  for (const model of models) check(model)
  const blocks = blocksOf(models)
  const index = new Map(nuisances.map(({ id }, k) => [id, k]))
  /** For every component of all data sets, the nuisances that multiply it. */
  const multipliers = models.flatMap((model) =>
    model.components.map((indices) => [...new Set(indices)].map((k) => index.get(model.nuisances[k].id)!).sort((k, l) => k - l)),
  )
  const count = nuisances.length
  const parts = multipliers.length
  const central = Float64Array.from(nuisances, (nuisance) => nuisance.central)
  const weight = Float64Array.from(nuisances, ({ sigma }) => 1 / (sigma * sigma))
  const factor = new Float64Array(parts)
  const scaled = new Float64Array(parts)
  const sums = new Float64Array(parts)
  const products = new Float64Array(models.reduce((sum, { components }) => sum + components.length ** 2, 0))
  const slopes = new Float64Array(models.reduce((sum, { bins }) => sum + bins, 0))
  const curvatures = slopes.slice()
  const best = central.slice()
  const centre = central.map(Math.log)
  const logs = centre.slice()
  const trial = new Float64Array(count)
  const gradient = new Float64Array(count)
  const hessian = new Float64Array(count * count)
  const step = new Float64Array(count)
  const solve = choleskySolver(count, hessian, gradient, step)

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

  function minus2LogL(observed: Float64Array, expected: Float64Array, theta: ArrayLike<number>): number {
    setFactors(theta)
    let value = 0
    for (let d = 0; d < blocks.length; d++) {
      const { bins, parts, firstBin, firstCount, firstPart, above, below } = blocks[d]
      for (let b = 0; b < bins; b++) {
        let nu = 0
        for (let c = 0; c < parts; c++) nu += factor[firstPart + c] * expected[firstCount + c * bins + b]
        const n = observed[firstBin + b]
        if (above === undefined) value += binDeviance(n, nu)
        else value += ((nu - n) / (nu < n ? below! : above)[b]) ** 2
      }
    }
    return value
  }

  /**
   * −2 ln L of the bins at the factors as set. On the way: its first and second derivatives by the counts ν of each bin, the sums of the first with each
   * component, and of the second with each pair of components of a data set.
   */
  function overBins(observed: Float64Array, expected: Float64Array): number {
    sums.fill(0)
    products.fill(0)
    let value = 0
    for (let d = 0; d < blocks.length; d++) {
      const { bins, parts, firstBin, firstCount, firstPart, firstPair, above, below } = blocks[d]
      for (let b = 0; b < bins; b++) {
        let nu = 0
        for (let c = 0; c < parts; c++) nu += scaled[c] = factor[firstPart + c] * expected[firstCount + c * bins + b]
        const n = observed[firstBin + b]
        let first = 2
        let second = 0
        if (above !== undefined) {
          const sigma = (nu < n ? below! : above)[b]
          second = 2 / (sigma * sigma)
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
        slopes[firstBin + b] = first
        curvatures[firstBin + b] = second
        for (let c = 0; c < parts; c++) {
          sums[firstPart + c] += first * scaled[c]
          const x = second * scaled[c]
          for (let e = 0; e <= c; e++) products[firstPair + c * parts + e] += x * scaled[e]
        }
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
    for (let block = 0; block < blocks.length; block++) {
      const { parts, firstPart, firstPair } = blocks[block]
      for (let c = 0; c < parts; c++) {
        const rows = multipliers[firstPart + c]
        for (let i = 0; i < rows.length; i++) {
          gradient[rows[i]] += sums[firstPart + c]
          for (let j = 0; j <= i; j++) hessian[rows[i] * count + rows[j]] += sums[firstPart + c]
        }
        for (let d = 0; d < parts; d++) {
          const columns = multipliers[firstPart + d]
          const product = products[firstPair + (d <= c ? c * parts + d : d * parts + c)]
          for (let i = 0; i < rows.length; i++) {
            for (let j = 0; j < columns.length; j++) if (columns[j] <= rows[i]) hessian[rows[i] * count + columns[j]] += product
          }
        }
      }
    }
    for (let k = 0; k < count; k++) {
      const theta = best[k]
      gradient[k] += 2 * weight[k] * (theta - central[k]) * theta
      hessian[k * count + k] += 2 * weight[k] * (2 * theta - central[k]) * theta
    }
  }

  /** A last short step that is not looked at: the first derivatives by the counts of each bin follow it by the second. */
  function follow(expected: Float64Array): void {
    for (let d = 0; d < blocks.length; d++) {
      const { bins, parts, firstBin, firstCount, firstPart } = blocks[d]
      for (let c = 0; c < parts; c++) {
        let longer = 0
        const indices = multipliers[firstPart + c]
        for (let i = 0; i < indices.length; i++) longer += step[indices[i]]
        const moved = longer * factor[firstPart + c]
        if (moved === 0) continue
        for (let b = 0; b < bins; b++) slopes[firstBin + b] += curvatures[firstBin + b] * moved * expected[firstCount + c * bins + b]
      }
    }
    for (let k = 0; k < count; k++) best[k] = Math.exp((logs[k] = Math.max(LEAST_LOG, logs[k] + step[k])))
    setFactors(best)
  }

  function minimum(observed: Float64Array, expected: Float64Array): number {
    // Neighbouring questions have neighbouring answers: begin at the last one, but not where a component had all but vanished.
    for (let k = 0; k < count; k++) logs[k] = Math.min(centre[k] + FARTHEST, Math.max(centre[k] - FARTHEST, logs[k]))
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
    models,
    nuisances,
    minus2LogL,
    constraints,
    minimum,
    best,
    slope(change) {
      let sum = 0
      for (const { bins, parts, firstBin, firstCount, firstPart } of blocks) {
        for (let c = 0; c < parts; c++) {
          let part = 0
          for (let b = 0; b < bins; b++) part += slopes[firstBin + b] * change[firstCount + c * bins + b]
          sum += factor[firstPart + c] * part
        }
      }
      return sum
    },
  }
}

/** Solves (H + damping) step = −gradient by Cholesky, from the lower triangle of H; false where H + damping is not positive. */
function choleskySolver(count: number, hessian: Float64Array, gradient: Float64Array, step: Float64Array): (damping: number) => boolean {
  const triangle = new Float64Array(count * count)
  return (damping) => {
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
}
