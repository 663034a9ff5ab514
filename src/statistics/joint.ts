import type { BinnedModel, Nuisance } from './binned-model.ts'
import { binDeviance } from './counting.ts'
import { choleskySolver, MOST_TAKEN } from './newton-step.ts'
import { checkModel, scaledAlone, sharedNuisances } from './nuisances.ts'

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
/** What a Newton step leaves over is about what it promises times its length, relative to θ: below this share of −2 ln L it is the last. */
const TOLERANCE = 1e-12
/** θ is kept above this share of its central value: a component that the data do not want. */
const LEAST = 1e-26

/** A Newton step that would change a nuisance by more than this share is too long to be trusted. */
const LONG = 0.5

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
 * relative to the saturated model (Baker and Cousins), profiled over θ > 0 (Cowan et al. 2011, section 2): Newton's method with the full Hessian, damped where that is not
 * positive; without products of nuisances −2 ln L is convex. A nuisance that data sets share by its id is one parameter with one constraint.
 *
 * @throws InputError for a nuisance whose central value or sigma is not above zero or differs between data sets, or a component that names one that is not there
 * @example
 * const one = { bins: 1, components: [[0]], nuisances: [{ id: 'flux', central: 1, sigma: 0.1 }] }
 * const joint = jointLikelihood([one, one])
 * joint.minimum(Float64Array.of(110, 110), Float64Array.of(100, 100)) // 0.6574: 0.9684 each without the common flux
 */
export function jointLikelihood(models: readonly BinnedModel[]): JointLikelihood {
  const nuisances = sharedNuisances(models)
  for (const model of models) checkModel(model)
  const blocks = blocksOf(models)
  const index = new Map(nuisances.map(({ id }, k) => [id, k]))
  /** For every component of all data sets, the nuisances that multiply it. */
  const multipliers = models.flatMap((model) =>
    model.components.map((indices) => [...new Set(indices)].map((k) => index.get(model.nuisances[k].id)!).sort((k, l) => k - l)),
  )
  const count = nuisances.length
  const parts = multipliers.length
  /** Whether all that nuisances scale are counts, and one scales each: these can be shared out, and there is one minimum to come to. */
  const isShared = models.every(({ components, sigmas }) => {
    const most = Math.max(0, ...components.map((indices) => new Set(indices).size))
    return most === 0 || (most === 1 && sigmas === undefined)
  })
  /** Whether all errors of counts are Gaussian: −2 ln L is a parabola in each nuisance alone, where errors are the same above and below. */
  const isGaussian = models.every(({ sigmas }) => sigmas !== undefined)
  const central = Float64Array.from(nuisances, (nuisance) => nuisance.central)
  const weight = Float64Array.from(nuisances, ({ sigma }) => 1 / (sigma * sigma))
  const factor = new Float64Array(parts)
  const scaled = new Float64Array(parts)
  const sums = new Float64Array(parts)
  const products = new Float64Array(models.reduce((sum, { components }) => sum + components.length ** 2, 0))
  const slopes = new Float64Array(models.reduce((sum, { bins }) => sum + bins, 0))
  const curvatures = slopes.slice()
  const best = central.slice()
  const theta = central.slice()
  const trial = new Float64Array(count)
  const gradient = new Float64Array(count)
  const hessian = new Float64Array(count * count)
  const step = new Float64Array(count)
  const wanted = new Float64Array(count)
  const given = new Float64Array(count)
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

  /** −2 ln L with the constraints at given θ. */
  function valueAt(observed: Float64Array, expected: Float64Array, values: Float64Array): number {
    best.set(values)
    setFactors(best)
    return overBins(observed, expected) + constraints(best)
  }

  /** Gradient and Hessian in θ where {@link valueAt} was last, times θ: for steps relative to θ. */
  function derivatives(): void {
    gradient.fill(0)
    hessian.fill(0)
    for (let block = 0; block < blocks.length; block++) {
      const { parts, firstPart, firstPair } = blocks[block]
      for (let c = 0; c < parts; c++) {
        const rows = multipliers[firstPart + c]
        for (let i = 0; i < rows.length; i++) {
          gradient[rows[i]] += sums[firstPart + c]
          for (let j = 0; j < i; j++) hessian[rows[i] * count + rows[j]] += sums[firstPart + c]
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
      const value = best[k]
      gradient[k] += 2 * weight[k] * (value - central[k]) * value
      hessian[k * count + k] += 2 * weight[k] * value * value
    }
  }

  const stepped = (k: number, length: number): number => Math.max(LEAST * central[k], theta[k] * (1 + length * step[k]))

  /** Whether a Newton step in one nuisance alone would be too long. */
  function isFar(): boolean {
    for (let k = 0; k < count; k++) if (Math.abs(gradient[k]) > LONG * hessian[k * count + k]) return true
    return false
  }

  /** How far −2 ln L would fall along a step. */
  function promise(): number {
    let sum = 0
    for (let k = 0; k < count; k++) sum -= gradient[k] * step[k]
    return sum
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
    for (let k = 0; k < count; k++) best[k] = theta[k] = stepped(k, 1)
    setFactors(best)
  }

  /**
   * Where all components with a nuisance would be scaled to the counts that are theirs by their shares of each bin, against its constraint: a step of expectation and
   * maximisation, which is there at once where one component outshines all else.
   */
  function shareOut(expected: Float64Array, out: Float64Array): void {
    wanted.fill(0)
    given.fill(0)
    for (let d = 0; d < blocks.length; d++) {
      const { bins, parts, firstCount, firstPart } = blocks[d]
      for (let c = 0; c < parts; c++) {
        const indices = multipliers[firstPart + c]
        if (indices.length === 0) continue
        let total = 0
        for (let b = 0; b < bins; b++) total += expected[firstCount + c * bins + b]
        total *= factor[firstPart + c]
        for (let i = 0; i < indices.length; i++) {
          wanted[indices[i]] += total
          given[indices[i]] += total - 0.5 * sums[firstPart + c]
        }
      }
    }
    for (let k = 0; k < count; k++) {
      // The root of precision r² + linear r = given, r relative to θ.
      const precision = weight[k] * theta[k] * theta[k]
      const linear = wanted[k] - weight[k] * theta[k] * central[k]
      const root = Math.sqrt(linear * linear + 4 * precision * Math.max(0, given[k]))
      const r = linear > 0 ? (2 * given[k]) / (linear + root) : (root - linear) / (2 * precision)
      out[k] = Number.isFinite(r) ? Math.max(LEAST * central[k], theta[k] * r) : theta[k]
    }
  }

  /** θ with that nuisance where it would be alone that gains most by it. */
  function moveOne(observed: Float64Array, expected: Float64Array, out: Float64Array): void {
    let [least, most] = [Number.POSITIVE_INFINITY, -1]
    out.set(theta)
    for (let k = 0; k < count; k++) {
      step[k] = gradient[k] === 0 ? 0 : -gradient[k] / hessian[k * count + k]
      if (Math.abs(step[k]) <= LONG) continue
      out[k] = stepped(k, 1)
      const value = valueAt(observed, expected, out)
      if (value < least) [least, most] = [value, k]
      out[k] = theta[k]
    }
    if (most >= 0) out[most] = stepped(most, 1)
  }

  const scaledComponent = models.length === 1 ? scaledAlone(models[0]) : undefined

  /** One bin with a Gaussian error whose one component is known to a factor: a quadratic in the factor. */
  function minimumOfOneBin(observed: Float64Array, expected: Float64Array, scaledOne: number): number {
    let rest = observed[0]
    for (let c = 0; c < parts; c++) if (c !== scaledOne) rest -= expected[c]
    const sigma = blocks[0].above![0]
    const precision = 1 / (sigma * sigma)
    const signal = expected[scaledOne]
    const curvature = precision * signal * signal + weight[0]
    if (curvature > 0) best[0] = Math.max(0, (precision * signal * rest + weight[0] * central[0]) / curvature)
    setFactors(best)
    const excess = best[0] * signal - rest
    slopes[0] = 2 * precision * excess
    return precision * excess * excess + weight[0] * (best[0] - central[0]) ** 2
  }

  function minimum(observed: Float64Array, expected: Float64Array): number {
    if (scaledComponent !== undefined) return minimumOfOneBin(observed, expected, scaledComponent)
    // Always from the same place, so that an answer depends on the question alone, to the last bit, and not on those before it.
    theta.set(central)
    let value = valueAt(observed, expected, theta)
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
      let next = Number.POSITIVE_INFINITY
      if (iteration === 0 && (isShared || isGaussian) && isFar()) {
        if (isShared) shareOut(expected, trial)
        else moveOne(observed, expected, trial)
        next = valueAt(observed, expected, trial)
        if (next < value) {
          theta.set(trial)
          value = next
          continue
        }
        valueAt(observed, expected, theta)
      }
      scale = Math.max(scale, steepest)
      let damping = 0
      let promised = 0
      for (let tries = 0; tries < 60; tries++) {
        if (solve(damping) && (promised = promise()) > 0) break
        damping = damping === 0 ? 1e-10 * scale : 10 * damping
      }
      let longest = 0
      for (let k = 0; k < count; k++) longest = Math.max(longest, Math.abs(step[k]))
      if (promised * longest < TOLERANCE * (1 + value)) {
        if (damping > 0 || longest >= MOST_TAKEN) break
        follow(expected)
        value -= 0.5 * promised
        break
      }
      next = Number.POSITIVE_INFINITY
      for (let halvings = 0, length = 1; halvings < 40; halvings++, length *= 0.5) {
        for (let k = 0; k < count; k++) trial[k] = stepped(k, length)
        next = valueAt(observed, expected, trial)
        if (next <= value - 1e-4 * length * promised) break
      }
      if (!(next < value)) {
        valueAt(observed, expected, theta)
        break
      }
      theta.set(trial)
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
