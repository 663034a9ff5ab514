import type { Constraint } from '../constraints/index.ts'
import { InputError } from '../errors.ts'
import { type Combination, combine, type RayUnder } from './combine.ts'
import { placeOn, type Space, valueAt } from './space.ts'

/** A constraint that has nothing to say over some of the masses looked at: there its data are those without a boson, whatever the coupling. */
export interface Silence {
  readonly constraint: Constraint
  /** Why, at the first mass of each stretch; each reason once. */
  readonly reasons: readonly string[]
  /** Stretches of masses [GeV], as closely as they were looked at. */
  readonly masses: readonly (readonly [lo: number, hi: number])[]
  /** At every mass: its data tell nothing about the boson, and are left out. */
  readonly isThroughout: boolean
}

/** A combination of what has something to say, and who has nothing. */
export interface Heard {
  readonly combination: Combination
  readonly silences: readonly Silence[]
}

/** A mass [GeV] and the bosons that are looked at there: those of several values of other parameters. */
export interface MassLook {
  readonly mass: number
  readonly rays: readonly RayUnder[]
}

/** Masses per decade that are looked at, and where within the range of every other parameter. */
const PER_DECADE = 12
const SHARES = [0.02, 0.37, 0.98]

/**
 * Leaves out of a combination what has nothing to say about any boson of a space (no coupling to what scatters, a mass that no table reaches): such data would only
 * add degrees of freedom. What is silent at some masses stays, and is told.
 *
 * @throws InputError (field `constraint`) where nothing is left
 * @example
 * const session = new Session(assume())
 * const joint = combine(await session.constraints(['ccfr-1991', 'na64mu-2024', 'g-2-electron']))
 * const space = modelSpace(resolveModel('b-3e'), { masses: [0.01, 0.05], couplings: [1e-5, 1e-2] })
 * const { combination, silences } = heard(joint, space)
 * combination.constraints.map(({ entry }) => entry.id) // ['g-2-electron']
 * silences[1].reasons // ['does not couple to muons']
 */
export function heard(combination: Combination, space: Space): Heard {
  const [{ range }, , ...others] = space.parameters
  const [from, to] = range.map(Math.log)
  const steps = Math.max(8, Math.ceil((PER_DECADE * (to - from)) / Math.LN10))
  const masses = Array.from({ length: steps + 1 }, (_, i) =>
    i === 0 ? range[0] : i === steps ? range[1] : Math.exp(from + ((to - from) * i) / steps),
  )
  const values = others.reduce<number[][]>(
    (all, parameter) => {
      const [lo, hi] = parameter.range.map((end) => placeOn(parameter, end))
      return all.flatMap((one) => SHARES.map((share) => [...one, valueAt(parameter, lo + share * (hi - lo))]))
    },
    [[]],
  )
  return heardAt(
    combination,
    masses.map((mass) => ({ mass, rays: values.map((one) => space.raysAt(mass, one)) })),
  )
}

/** The same where masses, and the bosons at each, are given: ascending in the mass. */
export function heardAt(combination: Combination, looks: readonly MassLook[]): Heard {
  const silent = looks.map(({ rays }) => {
    const [first, ...rest] = rays.map((ray) => new Map(combination.silentAt(ray)))
    return new Map([...first].filter(([constraint]) => rest.every((one) => one.has(constraint))))
  })
  const silences = combination.constraints.flatMap((constraint): Silence[] => {
    const reasons = silent.map((one) => one.get(constraint))
    const masses: [number, number][] = []
    for (const [i, reason] of reasons.entries()) {
      if (reason === undefined) continue
      if (i > 0 && reasons[i - 1] !== undefined) masses[masses.length - 1][1] = looks[i].mass
      else masses.push([looks[i].mass, looks[i].mass])
    }
    if (masses.length === 0) return []
    const told = [...new Set(reasons.filter((reason) => reason !== undefined))]
    return [{ constraint, reasons: told, masses, isThroughout: reasons.every((reason) => reason !== undefined) }]
  })
  const mute = new Set(silences.flatMap(({ constraint, isThroughout }) => (isThroughout ? [constraint] : [])))
  if (mute.size === 0) return { combination, silences }
  const approximate = new Set(combination.approximations.map(({ constraint }) => constraint))
  const left = combination.constraints.filter((constraint) => !mute.has(constraint))
  if (left.length === 0) {
    const why = silences.map(({ constraint, reasons }) => `${constraint.entry.id} (${reasons.join('; ')})`)
    throw new InputError(`nothing to say about this boson at these masses: ${why.join(', ')}`, 'constraint')
  }
  const parts = [left.filter((one) => !approximate.has(one)), left.filter((one) => approximate.has(one))]
  return { combination: combine(parts[0], parts[1]), silences }
}
