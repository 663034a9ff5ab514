import { type Assumptions, assume } from '../assumptions.ts'
import { ALLOWED_MASSES_GeV, type Boson, couplingRays } from '../couplings/index.ts'
import { InputError } from '../errors.ts'
import { type Model, resolveModel } from '../models/index.ts'
import type { Scale } from '../regions/index.ts'
import type { RayUnder } from './combine.ts'

/** What a fit varies, and how far. */
export interface Parameter {
  /** `mass`, `coupling`, a parameter of the model's family, or `mixing`. */
  readonly name: string
  /** Text with TeX between dollars. */
  readonly label: string
  readonly range: readonly [lo: number, hi: number]
  /** Evenly in the parameter or in its logarithm. */
  readonly scale: Scale
}

/** The parameters of a model that a fit varies: mass, coupling, then others. */
export interface Space {
  readonly model: Model
  readonly parameters: readonly Parameter[]
  /** The couplings at a mass and values of the other parameters, under the assumptions that a constraint asks for. */
  raysAt(mass: number, others: readonly number[]): RayUnder
  /** The boson at a point, its parameters in order. */
  bosonAt(point: readonly number[], assumptions: Assumptions): Boson
}

/** What a space spans. */
export interface SpaceOptions {
  /** Range of masses [GeV]. */
  readonly masses: readonly [number, number]
  readonly couplings: readonly [number, number]
  /** Other parameters: of the model's family (`ratio`), or `mixing`, which is ε/g in place of the loops (`kineticMixing=fixed:<ε/g>`). */
  readonly others?: readonly Omit<Parameter, 'label'>[]
  /** How the boson mixes, where not as the assumptions of each constraint say: `log:1000`. */
  readonly kineticMixing?: string
}

/** The parameter that stands in for the mixing by loops. */
export const MIXING = 'mixing'

/**
 * The space of a model's mass, coupling, and parameters.
 *
 * @throws InputError for a range that is empty or reversed, a parameter that the model's family has not, or one on a logarithmic scale that reaches zero
 * @example
 * const others = [{ name: 'ratio', range: [0.01, 1], scale: 'log' }] as const
 * const space = modelSpace(resolveModel('muon-nu:ratio=0.1'), { masses: [0.005, 0.1], couplings: [1e-4, 1e-2], others })
 * space.bosonAt([0.01, 1e-3, 0.5], assume()).couplings.nu_mu.vector // 5e-4
 */
export function modelSpace(model: Model, { masses, couplings, others = [], kineticMixing }: SpaceOptions): Space {
  const parameters: Parameter[] = [
    { name: 'mass', label: '$m_{Z^\\prime}$ [GeV]', range: masses, scale: 'log' },
    { name: 'coupling', label: `$${model.couplingTex}$`, range: couplings, scale: 'log' },
    ...others.map((one) => ({ ...one, label: one.name === MIXING ? '$\\varepsilon/g$' : one.name })),
  ]
  for (const [i, { name, range, scale }] of parameters.entries()) {
    const [lo, hi] = range
    if (!(hi > lo && Number.isFinite(lo) && Number.isFinite(hi))) {
      throw new InputError(`range ${lo} to ${hi} is reversed or empty; write the smaller end first`, name)
    }
    if (scale === 'log' && !(lo > 0)) throw new InputError(`range ${lo} to ${hi} on a logarithmic scale; allowed: above zero`, name)
    if (parameters.findIndex((one) => one.name === name) < i) throw new InputError(`${name} is varied twice`, 'vary')
  }
  if (masses[0] < ALLOWED_MASSES_GeV[0] || masses[1] > ALLOWED_MASSES_GeV[1]) {
    throw new InputError(`${masses.join(' to ')} GeV is not allowed; allowed: ${ALLOWED_MASSES_GeV.join(' to ')} GeV`, 'mass')
  }
  const named = others.filter(({ name }) => name !== MIXING)
  const modelAt = remember((key: string): Model => {
    const values = key.split(',')
    return named.length === 0
      ? model
      : resolveModel(named.reduce((spec, { name }, k) => withParameter(spec, name, values[k]), specOf(model)))
  })
  const raysOf = remember((key: string) => {
    const [, mixing = ''] = key.split(' ')
    const own = modelAt(key.split(' ')[0])
    const under = new WeakMap<Assumptions, ReturnType<typeof couplingRays>>()
    return (assumptions: Assumptions) => {
      let rays = under.get(assumptions)
      if (rays === undefined) {
        const chosen = mixing === '' ? kineticMixing : `fixed:${mixing}`
        under.set(assumptions, (rays = couplingRays(own, withMixing(assumptions, chosen))))
      }
      return rays
    }
  })
  const keyOf = (values: readonly number[]): string => {
    const texts = values.map((value) => String(Number(value.toPrecision(12))))
    const isMixing = (k: number): boolean => others[k].name === MIXING
    const mixing = texts.find((_, k) => isMixing(k))
    return `${texts.filter((_, k) => !isMixing(k)).join(',')}${mixing === undefined ? '' : ` ${mixing}`}`
  }
  return {
    model,
    parameters,
    raysAt(mass, values) {
      const rays = raysOf(keyOf(values))
      return (assumptions) => rays(assumptions)(mass)
    },
    bosonAt([mass, coupling, ...values], assumptions) {
      return raysOf(keyOf(values))(assumptions)(mass).at(coupling)
    },
  }
}

function specOf({ spec, id }: Model): string {
  if (typeof spec === 'string') return spec
  throw new InputError(`${id} is a definition without parameters; a model that has some: muon-nu`, 'vary')
}

/**
 * The same assumptions, but for how the boson mixes: `log:1.777`; unchanged where nothing is chosen.
 *
 * @throws InputError for a mixing that is none
 */
export const withMixing = (assumptions: Assumptions, chosen: string | undefined): Assumptions =>
  chosen === undefined ? assumptions : assume({ ...assumptions }, { kineticMixing: chosen })

/** `muon-nu:ratio=0.1` with another ratio. */
function withParameter(spec: string, name: string, value: string): string {
  const given = new RegExp(`([:,]\\s*${name}\\s*=)[^,]*`)
  if (given.test(spec)) return spec.replace(given, `$1${value}`)
  return `${spec}${spec.includes(':') ? ',' : ':'}${name}=${value}`
}

/** More models than a fit meets in turn; each takes a few kilobytes. */
const MOST = 4096

function remember<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) {
      if (known.size === MOST) known.clear()
      known.set(key, (value = compute(key)))
    }
    return value
  }
}

/** Where a value lies on its scale: what grids are even in. */
export const placeOn = ({ scale }: Pick<Parameter, 'scale'>, value: number): number => (scale === 'log' ? Math.log(value) : value)
/** The value at a place on its scale. */
export const valueAt = ({ scale }: Pick<Parameter, 'scale'>, place: number): number => (scale === 'log' ? Math.exp(place) : place)
