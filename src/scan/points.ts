import { InputError } from '../errors.ts'
import { randomUniform } from '../numerics/index.ts'
import { SOBOL_DIMENSIONS, SOBOL_POINTS, sobol } from './sobol.ts'
import type { Axis, Parameter, Samples, Scale } from './spec.ts'

/** The points of a scan, none of them stored. */
export interface PointFormula {
  readonly names: readonly string[]
  /** How many there are. */
  readonly count: number
  /** The parameters of one point, in the order of `names`; written to `out`. */
  at(index: number, out: Float64Array): Float64Array
}

/** One digit of the index: it chooses the values of one parameter, or of all that are sampled. */
interface Digit {
  readonly base: number
  write(digit: number, out: Float64Array): void
}

const between = (scale: Scale, from: number, to: number, share: number): number =>
  scale === 'log' ? from * Math.exp(share * Math.log(to / from)) : from + share * (to - from)

function gridValue(axis: Exclude<Axis, { kind: 'sampled' }>, k: number): number {
  if (axis.kind === 'fixed') return axis.value
  if (axis.kind === 'list') return axis.values[k]
  if (k === 0) return axis.from
  return k === axis.points - 1 ? axis.to : between(axis.scale, axis.from, axis.to, k / (axis.points - 1))
}

const lengthOf = (axis: Exclude<Axis, { kind: 'sampled' }>): number =>
  axis.kind === 'fixed' ? 1 : axis.kind === 'list' ? axis.values.length : axis.points

function checkSamples(samples: Samples | undefined, sampled: readonly string[]): void {
  if (samples === undefined && sampled.length > 0) {
    throw new InputError(`missing; '${sampled[0]}' is sampled: write samples: {sobol: 4096} or {random: 10000, seed: 1}`, 'samples')
  }
  if (samples === undefined) return
  if (sampled.length === 0) throw new InputError('no parameter is sampled; give one a uniform or logUniform range', 'samples')
  if (samples.sequence === 'sobol' && sampled.length > SOBOL_DIMENSIONS) {
    throw new InputError(`a Sobol sequence has at most ${SOBOL_DIMENSIONS} dimensions, not ${sampled.length}; use random`, 'samples')
  }
  if (samples.sequence === 'sobol' && samples.points > SOBOL_POINTS) {
    throw new InputError(`a Sobol sequence has at most ${SOBOL_POINTS} points; use random`, 'samples')
  }
}

/**
 * The points of a scan by formula: point i is computed from i alone, so that a plan of 10⁹ of them is as small as one of ten. The index is read in mixed
 * radix, the last parameter fastest; sampled parameters make one digit together, whose value is the number of the sample.
 *
 * @throws InputError where samples are missing, or without a use, or too many; or for more than 2⁵³ points
 * @example
 * const mass = { name: 'mass', axis: { kind: 'grid', scale: 'log', from: 0.01, to: 1, points: 3 } } as const
 * const coupling = { name: 'coupling', axis: { kind: 'list', values: [1e-4, 1e-3] } } as const
 * pointFormula([mass, coupling]).at(3, new Float64Array(2)) // [0.1, 1e-3]
 */
export function pointFormula(parameters: readonly Parameter[], samples?: Samples): PointFormula {
  const names = parameters.map(({ name }) => name)
  const sampled = parameters.filter(({ axis }) => axis.kind === 'sampled').map(({ name }) => name)
  checkSamples(samples, sampled)
  const draw = ({ sequence, seed = 0 }: Samples, index: number, dimension: number): number =>
    sequence === 'sobol' ? sobol(index, dimension) : randomUniform(seed, index, dimension)

  const digits = parameters.flatMap(({ name, axis }, place): Digit[] => {
    if (axis.kind !== 'sampled') return [{ base: lengthOf(axis), write: (k, out) => void (out[place] = gridValue(axis, k)) }]
    if (samples === undefined || name !== sampled[0]) return []
    const drawn = parameters.flatMap(({ axis }, at) => (axis.kind === 'sampled' ? [{ axis, at }] : []))
    const write = (k: number, out: Float64Array): void => {
      for (const [dimension, { axis, at }] of drawn.entries())
        out[at] = between(axis.scale, axis.from, axis.to, draw(samples, k, dimension))
    }
    return [{ base: samples.points, write }]
  })
  const count = digits.reduce((product, { base }) => product * base, 1)
  if (!(count <= Number.MAX_SAFE_INTEGER)) throw new InputError(`${count} points are more than can be counted`, 'parameters')
  return {
    names,
    count,
    at(index, out) {
      let rest = index
      for (let i = digits.length - 1; i >= 0; i--) {
        const { base, write } = digits[i]
        write(rest % base, out)
        rest = Math.floor(rest / base)
      }
      return out
    },
  }
}
