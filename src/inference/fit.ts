import type { Interval } from '../constraints/index.ts'
import { stretchesAbove } from '../constraints/intervals.ts'
import { InputError } from '../errors.ts'
import { chi2Isf, chi2Sf } from '../numerics/index.ts'
import { localChance, movesBothWays } from './chance.ts'
import type { Combination } from './combine.ts'
import { heard, type Silence } from './silence.ts'
import { type Parameter, placeOn, type Space, valueAt } from './space.ts'
import { type FitPoint, type Surface, surfaceOf } from './surface.ts'

/** A nuisance at the best fit. */
export interface FittedNuisance {
  readonly id: string
  readonly central: number
  /** Infinity where nothing but the data constrains it. */
  readonly sigma: number
  readonly best: number
}

/** What a fit finds; see {@link fit}. */
export interface Fit {
  /** Of the constraints that have something to say at some mass. */
  readonly combination: Combination
  /** Constraints with nothing to say at some masses, or at all: these are left out. */
  readonly silences: readonly Silence[]
  readonly space: Space
  readonly surface: Surface
  /** The best point of the space, or, where no point describes the data better than no boson, the one that does least harm. */
  readonly best: FitPoint
  readonly nuisances: readonly FittedNuisance[]
  /** $-2\ln L$ without a boson. */
  readonly standard: number
  /** By how much the boson describes the data better than the Standard Model; never below zero. */
  readonly improvement: number
  /** $-2\ln L$ that Δχ² is measured from: of the best point, or of the Standard Model where that is better. */
  readonly origin: number
  /**
   * Chance of such an improvement without a boson, by its coupling alone at the mass and all else found: of $\tfrac12\chi^2_0 + \tfrac12\chi^2_1$ where the boson moves
   * every number measured to one side only, of $\chi^2_1$ (at most) where `isTwoSided`.
   */
  readonly pLocal: number
  /** Whether the boson found, as its coupling grows, moves numbers measured to both sides of the Standard Model's. */
  readonly isTwoSided: boolean
  /** $p$ of $\chi^2$ with as many degrees of freedom as there are parameters: a guide. */
  readonly pGlobal: number
  /** $p_{\rm local}$ in standard deviations, one-sided or two-sided as it is: $\sqrt{\Delta\chi^2}$. */
  readonly significance: number
  /** Chance that data of the best point fit it worse. */
  readonly goodness: { readonly degrees: number; readonly p: number }
  /** $\Delta\chi^2$ at a point, nuisances profiled. */
  deltaChi2(point: readonly number[]): number
}

/**
 * The best fit of a combination over a space, its nuisances profiled, and how it compares with the Standard Model.
 *
 * Constraints with nothing to say about any boson of the space are left out, see {@link heard}: they would only add degrees of freedom.
 *
 * $p_{\rm local}$ is that of the coupling at the mass found: no boson is the end $g^2 = 0$ of what can be, where $\Delta\chi^2$ is distributed as
 * $\tfrac12\chi^2_0 + \tfrac12\chi^2_1$ (Chernoff 1954), unless interference lets the boson move data to both sides, where it is at most $\chi^2_1$. $p_{\rm global}$ is that
 * of Wilks' theorem for all parameters, a guide and no bound: without a boson the mass means nothing, and how many masses were looked at counts (Gross and Vitells 2010). The
 * goodness of fit is that of χ² with as many degrees of freedom as there are data less parameters: good for Gaussian errors and some counts in each bin.
 *
 * @throws InputError (field `constraint`) where no constraint has anything to say, or no boson of the space, nor the Standard Model, can give what was seen
 * @example
 * const session = new Session(assume('foldenauer-2021'))
 * const joint = combine(await session.constraints(['g-2-muon', 'borexino-2017']))
 * const found = fit(joint, modelSpace(resolveModel('mu-tau'), { masses: [0.005, 0.2], couplings: [1e-5, 1e-2] }))
 * found.improvement // 18.1
 */
export function fit(given: Combination, space: Space): Fit {
  const { combination, silences } = heard(given, space)
  const surface = surfaceOf(combination, space)
  const standard = combination.standard()
  const best = surface.least(new Map())
  if (!Number.isFinite(best.value) && !Number.isFinite(standard)) {
    throw new InputError(
      'events were seen where neither the Standard Model nor a boson of these ranges gives any; nothing describes them',
      'constraint',
    )
  }
  surface.at(best.point)
  const nuisances = combination.nuisances.map(({ id, central, sigma }, k) => ({ id, central, sigma, best: combination.best[k] }))
  const improvement = Math.max(0, standard - best.value)
  const origin = Math.min(standard, best.value)
  const degrees = Math.max(0, combination.bins - space.parameters.length)
  const [mass, , ...others] = best.point
  const isTwoSided = movesBothWays(combination, space.raysAt(mass, others), surface.logCouplings.map(Math.exp))
  return {
    combination,
    silences,
    space,
    surface,
    best,
    nuisances,
    standard,
    improvement,
    origin,
    pLocal: localChance(improvement, isTwoSided),
    isTwoSided,
    pGlobal: chi2Sf(improvement, space.parameters.length),
    significance: Math.sqrt(improvement),
    goodness: { degrees, p: degrees === 0 ? 1 : chi2Sf(origin, degrees) },
    deltaChi2: (point) => surface.at(point) - origin,
  }
}

/**
 * $\Delta\chi^2$ that holds a share of the probability for so many parameters together (Wilks).
 *
 * @param confidence above 0 and below 1
 * @throws InputError (field `level`) for any other
 * @example
 * deltaChi2At(0.9, 2) // 4.60517
 */
export function deltaChi2At(confidence: number, parameters: number): number {
  if (!(confidence > 0 && confidence < 1)) throw new InputError(`${confidence} is not allowed; allowed: above 0, below 1`, 'level')
  return chi2Isf(1 - confidence, parameters)
}

/** Points on which a profile is looked at. */
const PLACES = 41

/**
 * The profile-likelihood intervals of one parameter: where $\min_{\rm others} \Delta\chi^2$ stays below the $\Delta\chi^2$ of one degree of freedom (MINOS). An end that
 * is the end of the range is open: 0 or −Infinity below, Infinity above.
 *
 * @param name of the parameter
 * @throws InputError (field `parameter`) for one that the fit has not varied; (field `level`) for a confidence that is none
 * @example
 * const session = new Session(assume('foldenauer-2021'))
 * const joint = combine(await session.constraints(['g-2-muon', 'borexino-2017']))
 * const found = fit(joint, modelSpace(resolveModel('mu-tau'), { masses: [0.005, 0.2], couplings: [1e-5, 1e-2] }))
 * profileIntervals(found, 'mass', 0.9) // [[0.00976, Infinity]]
 */
export function profileIntervals(found: Fit, name: string, confidence: number): readonly Interval[] {
  const { parameters } = found.space
  const index = parameters.findIndex((parameter) => parameter.name === name)
  if (index < 0) throw new InputError(`'${name}' is not varied; varied: ${parameters.map(({ name }) => name).join(', ')}`, 'parameter')
  const level = found.origin + deltaChi2At(confidence, 1)
  const parameter = parameters[index]
  const [from, to] = parameter.range.map((end) => placeOn(parameter, end))
  const even = Array.from({ length: PLACES }, (_, i) => from + ((to - from) * i) / (PLACES - 1))
  const grid = [...even, placeOn(parameter, found.best.point[index])].sort((a, b) => a - b).filter((x, i, all) => i === 0 || x > all[i - 1])
  const height = (x: number): number => level - found.surface.least(new Map([[index, clamped(parameter, x)]])).value
  return stretchesAbove(height, grid).map(([lo, hi]): Interval => [ending(parameter, lo), ending(parameter, hi)])
}

const clamped = (parameter: Parameter, place: number): number => {
  const [lo, hi] = parameter.range
  return Math.min(hi, Math.max(lo, valueAt(parameter, place)))
}

/** Stretches come as exponentials of places. */
const ending = (parameter: Parameter, edge: number): number => {
  if (edge === Number.POSITIVE_INFINITY) return edge
  return parameter.scale === 'log' ? edge : Math.log(edge)
}
