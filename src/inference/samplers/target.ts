import { FailureError, InputError } from '../../errors.ts'
import type { Random } from '../../numerics/index.ts'
import type { Prior } from './priors.ts'

/** A quantity that the data are asked about, and what is known of it before. */
export interface SampledParameter {
  readonly name: string
  /** Text with TeX between dollars: `$g_\\mu$`. */
  readonly label?: string
  readonly prior: Prior
}

/** What is to be explored: parameters with priors, and a likelihood. */
export interface Target {
  readonly parameters: readonly SampledParameter[]
  /** $\ln L$ at the values of the parameters, in their order; −Infinity where the data exclude them outright. Not to be kept or changed. */
  logLikelihood(theta: Float64Array): number
}

/** Points with weights, that stand for a posterior. */
export interface Samples {
  readonly parameters: readonly SampledParameter[]
  /** Values of the parameters: those of point i at `i * parameters.length` and on. */
  readonly points: Float64Array
  /** How much each point counts for, in any unit. */
  readonly weights: Float64Array
  /** $\ln L$ of each point. */
  readonly logLikelihoods: Float64Array
}

/**
 * The likelihood of a target, refused where it is no likelihood.
 *
 * @throws InputError for a target without parameters or with a name twice; when called, FailureError where $\ln L$ is NaN or +Infinity
 */
export function checkedLikelihood({ parameters, logLikelihood }: Target): (theta: Float64Array) => number {
  const names = parameters.map(({ name }) => name)
  if (names.length === 0) throw new InputError('there is none to explore; allowed: one or more', 'parameters')
  const twice = names.find((name, k) => names.indexOf(name) < k)
  if (twice !== undefined) throw new InputError(`'${twice}' is given twice`, 'parameters')
  return (theta) => {
    const value = logLikelihood(theta)
    if (value < Infinity) return value
    throw new FailureError(`ln L is ${value} at ${names.map((name, k) => `${name} = ${theta[k]}`).join(', ')}`)
  }
}

/** Refuses an option that is no whole number from a smallest one on. */
export function checkCount(value: number, least: number, field: string): void {
  if (!Number.isSafeInteger(value) || value < least)
    throw new InputError(`${value} is not allowed; allowed: whole numbers from ${least} on`, field)
}

/** One draw from the priors, as places in the unit cube and as values. */
export function drawFromPrior(parameters: readonly SampledParameter[], random: Random, cube: Float64Array, theta: Float64Array): void {
  for (let k = 0; k < parameters.length; k++) {
    cube[k] = random.uniform()
    theta[k] = parameters[k].prior.quantile(cube[k])
  }
}
