import type { Assumptions } from '../assumptions.ts'
import { type Constraint, type Interval, isSilent, type Silent } from '../constraints/constraint.ts'
import { intervalsAt } from '../constraints/intervals.ts'
import { couplingRays, mediumNsi, neutronCoupling, protonCoupling, type Ray, ResonanceError } from '../couplings/index.ts'
import { InputError, unknownWord } from '../errors.ts'
import { type Model, resolveModel } from '../models/index.ts'
import type { Vertex } from './outline.ts'
import type { Column, Scale } from './refine.ts'

/** The planes there are, named after what is drawn across and upwards. */
export const PLANES = ['mass,coupling', 'mass,epsMedium', 'epsMedium,tanEta'] as const
export type PlaneName = (typeof PLANES)[number]

/** What an axis measures. */
export interface Quantity {
  /** Its column in tables. */
  readonly key: string
  /** Text with TeX between dollars. */
  readonly label: string
}

/**
 * A plane of parameter space cut into columns. In each column one parameter is fixed and the coupling runs, along a `Ray`; what is drawn along
 * the column is a quantity that grows with the coupling. Constraints only ever see the rays.
 */
export interface Plane {
  readonly name: PlaneName
  readonly model: Model
  /** What is the same all along a column, and where columns are cut, ascending. */
  readonly parameter: Quantity & { readonly values: readonly number[]; readonly scale: Scale }
  /** What runs along a column. */
  readonly along: Quantity
  /** Sign of what runs along: only its size grows with the coupling. */
  readonly sign: 1 | -1
  /** Whether columns lie on their side: the parameter is drawn upwards. */
  readonly isTurned: boolean
  /** What else the plane is drawn at, in words for a reader: a fixed mass, the neutrons per proton. */
  readonly remarks: readonly string[]
  /** The couplings at a value of the parameter, as a constraint's own assumptions have them; throws ResonanceError where none is described. */
  rayAt(value: number, assumptions: Assumptions): Ray
  /** Size of what runs along, over the power of the coupling it grows with; silent where a column has none. */
  sizeAt(value: number): { readonly perPower: number; readonly power: 1 | 2 } | Silent
}

export interface PlaneOptions {
  /** `mass,coupling` where not given. */
  readonly plane?: PlaneName
  /** Masses [GeV] of the columns, ascending; the one fixed mass of `epsMedium,tanEta`. */
  readonly masses: readonly number[]
  /** tan η of the columns of `epsMedium,tanEta`, ascending. */
  readonly tanEtas?: readonly number[]
}

const MASS = { key: 'mass_GeV', label: '$m_{Z^\\prime}$ [GeV]' } as const
const TAN_ETA = { key: 'tan_eta', label: '$\\tan\\eta$' } as const
const EPS_MEDIUM = { key: 'eps_medium', label: '$\\varepsilon^{\\mathrm{medium}}_{\\mu\\mu}$' } as const
const LINEAR = { perPower: 1, power: 1 } as const

/**
 * A plane of a model's parameters:
 * - `mass,coupling`;
 * - `mass,epsMedium`: the same, the coupling told as $\varepsilon^{\rm medium}_{\mu\mu} = k(m)\,g^2$ (bernal-2022 eq. 13), in the normalisation of
 *   `assumptions` and with N_n/N_p at the centre of its Sun;
 * - `epsMedium,tanEta`: at one mass, for families with a parameter `tanEta` (bernal-2022 figures 2 and 4). tan η = 0 is no boson; both sides
 *   run up to it.
 *
 * @throws InputError for an unknown plane (field `plane`), a model without a matter potential that is linear in g² or without `tanEta` (field
 * `plane`), more than one mass (field `mass`) where one is fixed
 * @example
 * const plane = await planeOf(resolveModel('bernal'), { plane: 'mass,epsMedium', masses: [0.02, 0.04] }, assume('bernal-2022'))
 * plane.along.key // eps_medium
 */
export async function planeOf(model: Model, options: PlaneOptions, assumptions: Assumptions): Promise<Plane> {
  const { plane = 'mass,coupling', masses, tanEtas = [] } = options
  if (!PLANES.includes(plane)) throw unknownWord('plane', plane, PLANES, 'plane')
  if (plane === 'epsMedium,tanEta') {
    if (masses.length !== 1) throw new InputError('this plane is drawn at one mass; write a quantity such as 40MeV', 'mass')
    const modelAt = familyOfTanEta(model)
    const rayAt = memo((own: Assumptions) => memo((tanEta: number) => couplingRays(modelAt(tanEta), own)(masses[0])))
    const parameter = { ...TAN_ETA, values: withZero(tanEtas), scale: 'linear' } as const
    const remarks = [`$m_{Z^\\prime}$ = ${Number((1e3 * masses[0]).toPrecision(4))} MeV`]
    return nsiPlane(plane, model, parameter, (value, own) => rayAt(own)(value), assumptions, remarks)
  }
  const rays = memo((own: Assumptions) => memo(couplingRays(model, own)))
  const parameter = { ...MASS, values: masses, scale: 'log' } as const
  const rayAt = (mass: number, own: Assumptions): Ray => rays(own)(mass)
  if (plane === 'mass,epsMedium') return nsiPlane(plane, model, parameter, rayAt, assumptions, [])
  const along = { key: 'coupling', label: `$${model.couplingTex}$` }
  return { name: plane, model, parameter, along, sign: 1, isTurned: false, remarks: [], rayAt, sizeAt: () => LINEAR }
}

/** Whether the charges of matter and of the muon neutrino, or mixing with the Z, give a potential in neutral matter at all. */
function hasPotential({ charges, massMixing }: Model, neutrons: number): boolean {
  const vector = (fermion: 'e' | 'u' | 'd'): number => (charges[fermion].left + charges[fermion].right) / 2
  const [electron, up, down] = [vector('e'), vector('u'), vector('d')]
  const terms = [electron, 2 * up + down, neutrons * (up + 2 * down)]
  return massMixing !== 0 || (charges.nu_mu.left !== 0 && !isRounding(terms))
}

async function nsiPlane(
  name: PlaneName,
  model: Model,
  parameter: Plane['parameter'],
  rayAt: Plane['rayAt'],
  assumptions: Assumptions,
  remarks: readonly string[],
): Promise<Plane> {
  const { loadSun } = await import('../neutrinos/solar/sun.ts')
  const { centralNeutronsPerProton: neutrons } = await loadSun(assumptions)
  const perSquare = memo((value: number): number | Silent => {
    if (parameter.key === TAN_ETA.key && value === 0) return { silent: 'tan η = 0 would need an infinite mixing with the photon' }
    try {
      return potentialPerSquare(rayAt(value, assumptions), neutrons)
    } catch (error) {
      if (error instanceof ResonanceError) return { silent: error.message.replace(/^mass: /, '') }
      throw error
    }
  })
  const silentMatter = 'in neutral matter, where mixing with the photon cancels'
  if (!hasPotential(model, neutrons)) {
    const rest = 'what mixing with the Z leaves is of order m²/m_Z²'
    throw new InputError(`ν_μ feels no potential of ${model.id} ${silentMatter} (${rest}); give it charges or massMixing`, 'plane')
  }
  const first = parameter.values.map(perSquare).find((size): size is number => !isSilent(size) && size !== 0)
  if (first === undefined) {
    throw new InputError(`ν_μ feels no potential of ${model.id} ${silentMatter}`, 'plane')
  }
  const sign = Math.sign(first) as 1 | -1
  const sizeAt = (value: number) => {
    const size = perSquare(value)
    if (isSilent(size)) return size
    return size * sign > 0 ? ({ perPower: size * sign, power: 2 } as const) : { silent: 'no potential of this sign in neutral matter' }
  }
  const isTurned = parameter.key === TAN_ETA.key
  const all = [...remarks, `$N_n/N_p$ = ${Number(neutrons.toFixed(3))}`]
  return { name, model, parameter, along: EPS_MEDIUM, sign, isTurned, remarks: all, rayAt, sizeAt }
}

/** Below this part of its terms a sum of couplings to neutral matter is rounding. */
const ROUNDING = 1e-12

const isRounding = (terms: readonly number[]): boolean =>
  Math.abs(terms.reduce((total, term) => total + term, 0)) <= ROUNDING * Math.max(...terms.map(Math.abs))

/** ε^medium over g². */
function potentialPerSquare({ unit, model }: Ray, neutrons: number): number {
  if (unit === undefined) {
    throw new InputError(`the couplings of ${model.id} are not linear in g, nor its potential in g²; give its mixing as ε/g`, 'plane')
  }
  const couplings = unit.couplingsAt(0)
  const terms = [couplings.e.vector, protonCoupling(couplings), neutrons * neutronCoupling(couplings)]
  return isRounding(terms) ? 0 : mediumNsi(unit, 'mu', neutrons)
}

/** The model at any other tan η, all else the same. */
function familyOfTanEta({ spec, id }: Model): (tanEta: number) => Model {
  if (typeof spec !== 'string' || !/[:,]tanEta=/.test(spec)) {
    throw new InputError(`'${id}' has no parameter tanEta to draw; a model that has: bernal:c=-0.1`, 'plane')
  }
  return memo((tanEta: number) => resolveModel(spec.replace(/([:,]tanEta=)[^,]*/, `$1${Number(tanEta.toPrecision(12))}`)))
}

/** The values, and zero where they pass it: what happens on both sides of it is worth pinning down. */
function withZero(values: readonly number[]): number[] {
  const span = (values.at(-1) ?? 0) - values[0]
  const others = values.filter((value) => Math.abs(value) > 1e-9 * span)
  const passes = others.length > 1 && others[0] < 0 && others[others.length - 1] > 0
  return passes ? [...others, 0].sort((a, b) => a - b) : others
}

/** What a constraint says in a column, as sizes of what runs along it. */
export function intervalsIn(plane: Plane, constraint: Constraint, value: number): Column['result'] {
  const size = plane.sizeAt(value)
  if (isSilent(size)) return size
  const result = intervalsAt(constraint, (at) => plane.rayAt(at, constraint.assumptions), value)
  if (isSilent(result) || size === LINEAR) return result
  const { perPower, power } = size
  return result.map(([lo, hi]): Interval => [perPower * lo ** power, perPower * hi ** power])
}

/** An interval of sizes as values of what runs along the column, ascending. */
export const signed = ({ sign }: Plane, [lo, hi]: Interval): Interval => (sign === 1 ? [lo, hi] : [-hi, -lo])

/** Where a vertex of an outline falls: across, upwards. */
export const placeOf = ({ sign, isTurned }: Plane, [at, size]: Vertex): readonly [x: number, y: number] =>
  isTurned ? [sign * size, at] : [at, sign * size]

function memo<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) known.set(key, (value = compute(key)))
    return value
  }
}
