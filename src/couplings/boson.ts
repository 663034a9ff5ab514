import type { Assumptions } from '../assumptions.ts'
import { E_CHARGE, M_Z } from '../constants.ts'
import { InputError } from '../errors.ts'
import { ELECTRIC, FERMIONS, type Fermion, type Model } from '../models/model.ts'
import type { Coupling, Couplings } from './coupling.ts'
import { type Complex, loopMixing } from './kinetic-mixing.ts'
import { fromChiral, kineticMixingCoupling, massMixingCoupling } from './mass-mixing.ts'

export type { Coupling, Couplings } from './coupling.ts'

/** A model with its parameters bound, at one mass [GeV] and coupling. Immutable. */
export interface Boson {
  readonly model: Model
  readonly mass: number
  readonly coupling: number
  readonly assumptions: Assumptions
  /**
   * On shell, q² = m²: c_f = g Q′_f − ε e Q_f with sign(Re ε)·|ε|, as widths and on-shell rates need. Tree-level ε acts through the Z as well;
   * loops skip fermions with tree charge.
   */
  readonly couplings: Couplings
  /** Total mixing with the photon on shell, sign(Re ε)·|ε|. */
  readonly kineticMixing: number
  /** Couplings at momentum transfer q² ≤ 0 [GeV²], as scattering needs. */
  couplingsAt(q2_GeV2: number): Couplings
  /** The line through parameter space it lies on: same model, same mass, any coupling. */
  readonly ray: Ray
}

/** A line through parameter space along which edges are sought: the coupling at a fixed mass. Built once per mass, shared by all constraints. */
export interface Ray {
  readonly model: Model
  readonly mass: number
  /** Couplings worth asking about, up to `described`. */
  readonly range: readonly [number, number]
  /**
   * Up to where perturbation theory holds (no coupling of a fermion above $\sqrt{4\pi}$) and first-order mixing describes the boson: above it nothing is
   * known, no limit begins there, and one that reaches it is open. The hidden scalar's coupling, which acts through its share of the decays alone, sets
   * no end.
   */
  readonly described: number
  at(coupling: number): Boson
  /** The boson at coupling 1, where every coupling is linear in it (no absolute ε, no absolute mass mixing): closed forms exist. */
  readonly unit: Boson | undefined
  /** Where there is no such boson: those that all others are sums of; undefined where loops absorb beside absolute mixing, and leave no lines. */
  readonly span: Span | undefined
  /** Couplings at rest, q² = 0, are lines in the coupling, $c_f(g) = g\,\text{slope}_f + \text{offset}_f$. */
  atRest(): CouplingLines
}

/**
 * Three bosons that say all of a ray: couplings at g are $g/\text{scale}$ times those of `growing` plus those of `fixed`, at any momentum transfer;
 * `sum`, at g = scale, has each once.
 */
export interface Span {
  readonly scale: number
  readonly growing: Boson
  readonly fixed: Boson
  readonly sum: Boson
}

/** Couplings of all fermions as lines in the coupling of a ray: what each grows by, and what absolute mixing fixes. */
export interface CouplingLines {
  readonly slope: Couplings
  readonly offset: Couplings
}

/** Where perturbation theory ends. */
export const STRONGEST = Math.sqrt(4 * Math.PI)
/** Couplings worth asking about begin with the feeblest that any constraint reaches. */
const FEEBLEST = 1e-12
/** Potentials in matter go as g²/m²: below this coupling over mass [1/GeV] they are nothing. */
const FEEBLEST_PER_MASS = 1e-6
/**
 * Masses [GeV] that mean anything here: from where the boson's range comes near the size of the Sun, whose matter it must see locally, to the
 * Planck mass.
 */
export const ALLOWED_MASSES_GeV = [1e-24, 1.2e19] as const
/** Couplings whose powers still mean something in floating point. */
const COUPLINGS = [1e-40, 1e3] as const
/** First-order mixing with the Z needs |1 − m²/m_Z²|, or 1 above the Z, to be this many times the mixing (coy-2021 eqs. 2.4–2.6). */
const RESONANCE = 10
/** Below this m²/m_Z² that fades in proportion: the mixing angle is ε r/(1 − r), and far below the Z first order leaves out no more than ε². */
const BELOW_Z = 0.5
/** The end of a range lies inside where mixing is described, rounding included. */
const INSIDE = 1 - 1e-9
/** The edge of perturbation theory itself lies on its rays, rounding included. */
const ONTO = 1 + 1e-9

/** 1.2e19 rather than 12000000000000000000. */
const scientific = (value: number): string => value.toExponential().replace('+', '')

/** Mixing so large, or a mass so near the Z, that first order in the mixing does not describe the boson. */
export class ResonanceError extends InputError {}

/** One fermion's coupling as a line in g: value = (slope + loop·photon) g + offset, with loop = ε/g of the loops. */
interface CouplingLine {
  readonly fermion: Fermion
  readonly slope: Coupling
  readonly offset: Coupling
  /** −e Q where the loops feed this fermion, else 0. */
  readonly photon: number
}

const NONE: Coupling = { vector: 0, axial: 0 }
const scaleAdd = (a: Coupling, factor: number, b: Coupling): Coupling => ({
  vector: a.vector + factor * b.vector,
  axial: a.axial + factor * b.axial,
})
const signedModulus = (re: number, im: number) => (im === 0 ? re : Math.sign(re) * Math.hypot(re, im))

function evaluate(lines: readonly CouplingLine[], coupling: number, loop: Complex): Couplings {
  const couplings = {} as Record<Fermion, Coupling>
  for (const { fermion, slope, offset, photon } of lines) {
    const re = coupling * (slope.vector + loop.re * photon) + offset.vector
    couplings[fermion] = {
      vector: photon === 0 ? re : signedModulus(re, coupling * loop.im * photon),
      axial: coupling * slope.axial + offset.axial,
    }
  }
  return couplings
}

/** What all bosons of a ray share besides it. */
interface Shared {
  readonly assumptions: Assumptions
  readonly lines: readonly CouplingLine[]
  readonly epsilonOverG: number
  readonly epsilon: number
  /** ε/g of the loops at q² = 0, elsewhere and on shell. */
  readonly contact: Complex
  loopsAt(q2_GeV2: number): Complex
  onShell(): Complex
}

/** Scans along rays make hundreds of thousands: all that can wait until it is asked for does. */
class BosonOfRay implements Boson {
  readonly model: Model
  readonly mass: number
  readonly coupling: number
  readonly assumptions: Assumptions
  readonly ray: Ray
  readonly #shared: Shared
  #couplings: Couplings | undefined
  #atRest: Couplings | undefined

  /** @param atRest couplings at q² = 0, where they are known */
  constructor(coupling: number, ray: Ray, shared: Shared, atRest: Couplings | undefined) {
    this.model = ray.model
    this.mass = ray.mass
    this.coupling = coupling
    this.assumptions = shared.assumptions
    this.ray = ray
    this.#shared = shared
    this.#atRest = atRest
  }

  get couplings(): Couplings {
    return (this.#couplings ??= evaluate(this.#shared.lines, this.coupling, this.#shared.onShell()))
  }

  get kineticMixing(): number {
    const { re, im } = this.#shared.onShell()
    return signedModulus(this.coupling * (this.#shared.epsilonOverG + re) + this.#shared.epsilon, this.coupling * im)
  }

  couplingsAt(q2_GeV2: number): Couplings {
    if (!(q2_GeV2 <= 0)) throw new InputError(`${q2_GeV2} GeV² is not spacelike; allowed: zero or below`, 'q2')
    const { lines, contact, loopsAt } = this.#shared
    if (q2_GeV2 === 0) return (this.#atRest ??= evaluate(lines, this.coupling, contact))
    return evaluate(lines, this.coupling, loopsAt(q2_GeV2))
  }
}

/** The largest coupling of left- or right-handed fermions. */
export const largestCoupling = (couplings: Couplings): number =>
  FERMIONS.reduce((largest, f) => Math.max(largest, Math.abs(couplings[f].vector) + Math.abs(couplings[f].axial)), 0)

/**
 * All rays of a model under some assumptions: what does not depend on the mass is computed here, once.
 *
 * Total mixing with the photon is $\varepsilon = \varepsilon_{\rm tree} + g\,(\varepsilon/g)_{\rm loop}$, where `fixed:<ε/g>` stands in for the loop and so
 * adds to a tree-level mixing. Tree-level mixing feeds every fermion, through the Z as well (coy-2021 eqs. 2.4–2.6); loops feed the electric
 * charge of fermions without tree charge; a fixed ratio feeds the electric charge of all.
 *
 * @returns a function of the mass [GeV], which throws InputError (field `mass`) for masses below 1e-24 GeV or above the Planck mass, and ResonanceError so
 * close to $m_Z$ that first-order mixing fails
 * @example
 * const rayAt = couplingRays(resolveModel('mu-tau'), assume())
 * rayAt(0.015).at(4.6e-4).couplings.mu.vector // 4.6e-4
 */
export function couplingRays(model: Model, assumptions: Assumptions): (mass: number) => Ray {
  const { epsilonOverG, epsilon } = model.treeMixing
  const loops = loopMixing(model, assumptions.kineticMixing)
  const contact = loops.ratio(0)
  const isLinear = epsilon === 0 && model.massMixing === 0
  const mixesAtTree = epsilonOverG !== 0 || !isLinear
  const linesAt = (mass: number): readonly CouplingLine[] =>
    FERMIONS.map((fermion) => {
      const { left, right } = model.charges[fermion]
      const mixed = kineticMixingCoupling(fermion, mass)
      return {
        fermion,
        slope: scaleAdd(fromChiral(fermion, left, right), epsilonOverG, mixed),
        offset: scaleAdd(scaleAdd(NONE, epsilon, mixed), model.massMixing, massMixingCoupling(fermion)),
        photon: loops.feedsCharged || (left === 0 && right === 0) ? -E_CHARGE * ELECTRIC[fermion].charge : 0,
      }
    })
  const massless = mixesAtTree ? undefined : linesAt(0)
  const unitAtRest = massless && evaluate(massless, 1, contact)
  /** Where the largest coupling leaves perturbation theory; what loops add is either the same at all q², or small beside the charges in the loop. */
  const endOf = (lines: readonly CouplingLine[]): number => {
    const growing = evaluate(
      lines.map((line) => ({ ...line, offset: NONE })),
      1,
      contact,
    )
    const fixed = isLinear ? 0 : largestCoupling(evaluate(lines, 0, contact))
    return (ONTO * (STRONGEST + fixed)) / largestCoupling(growing)
  }
  const perturbativeEnd = massless && endOf(massless)

  return (mass) => {
    if (!(mass >= ALLOWED_MASSES_GeV[0] && mass <= ALLOWED_MASSES_GeV[1])) {
      throw new InputError(`${mass} GeV is not allowed; allowed: ${ALLOWED_MASSES_GeV.map(scientific).join(' to ')} GeV`, 'mass')
    }
    const r = (mass / M_Z) ** 2
    const largest = Math.min(1, Math.abs(1 - r)) / (RESONANCE * Math.min(1, r / BELOW_Z))
    const check = (mixing: number): void => {
      if (Math.abs(mixing) <= largest) return
      throw new ResonanceError(
        `${mass} GeV is too close to the Z (${M_Z} GeV) for a mixing of ${mixing.toPrecision(3)}; ` +
          `first order needs it below ${largest.toPrecision(3)}`,
        'mass',
      )
    }
    check(model.massMixing)
    check(epsilon)
    const lowest = Math.min(FEEBLEST, FEEBLEST_PER_MASS * mass)
    const mixes = epsilonOverG === 0 ? Number.POSITIVE_INFINITY : (INSIDE * (largest - Math.abs(epsilon))) / Math.abs(epsilonOverG)
    if (!(mixes > lowest)) check(largest === 0 ? lowest : 2 * largest)

    const lines = massless ?? linesAt(mass)
    let onShell: Complex | undefined
    const shared: Shared = {
      assumptions,
      lines,
      epsilonOverG,
      epsilon,
      contact,
      loopsAt: loops.ratio,
      onShell: () => (onShell ??= loops.ratio(mass * mass)),
    }
    const perturbative = perturbativeEnd ?? endOf(lines)
    const described = Math.max(2 * COUPLINGS[0], Math.min(mixes, perturbative, COUPLINGS[1]))

    const build = (coupling: number): Boson => new BosonOfRay(coupling, ray, shared, coupling === 1 ? unitAtRest : undefined)
    const grows = (): Shared => ({ ...shared, epsilon: 0, lines: lines.map((line) => ({ ...line, offset: NONE })) })
    let unit: Boson | undefined
    let span: Span | undefined
    function spanned(): Span {
      const fixed = build(0)
      // Where what is fixed and what grows are alike, a sum of squares tells both from rounding.
      const balance = largestCoupling(fixed.couplings) / largestCoupling(evaluate(grows().lines, 1, contact))
      const scale = balance > 0 && balance < Number.POSITIVE_INFINITY ? balance : 1
      return { scale, fixed, growing: new BosonOfRay(scale, ray, grows(), undefined), sum: build(scale) }
    }
    const ray: Ray = {
      model,
      mass,
      range: [Math.min(lowest, 0.5 * described), described],
      described,
      at(coupling) {
        if (!(coupling >= COUPLINGS[0] && coupling <= COUPLINGS[1])) {
          throw new InputError(`${coupling} is not allowed; allowed: ${COUPLINGS[0]} to ${COUPLINGS[1]}`, 'coupling')
        }
        check(epsilonOverG * coupling + epsilon)
        return build(coupling)
      },
      // A gauge for closed forms rather than a point of parameter space: `described` does not apply to it.
      get unit() {
        return isLinear ? (unit ??= build(1)) : undefined
      },
      get span() {
        return isLinear || shared.onShell().im !== 0 ? undefined : (span ??= spanned())
      },
      atRest: () => ({ slope: evaluate(grows().lines, 1, contact), offset: evaluate(lines, 0, contact) }),
    }
    return ray
  }
}

/**
 * The line of all couplings of a model at one mass [GeV]; {@link couplingRays} where there are many masses.
 *
 * @throws InputError (field `mass`) below 1e-24 GeV, above the Planck mass, or too close to $m_Z$
 * @example
 * couplingRay(resolveModel('mu-tau'), 0.015, assume()).at(4.6e-4).couplings.mu.vector // 4.6e-4
 */
export function couplingRay(model: Model, mass: number, assumptions: Assumptions): Ray {
  return couplingRays(model, assumptions)(mass)
}

/**
 * A model at one mass [GeV] and coupling: `couplingRay(model, mass, assumptions).at(coupling)`.
 *
 * @throws InputError (fields `mass`, `coupling`) for a mass that is not allowed, or a coupling not above zero
 * @example
 * bosonAt(resolveModel('mu-tau'), 0.015, 4.6e-4, assume()).couplings.e.vector // -2.0119e-6
 */
export function bosonAt(model: Model, mass: number, coupling: number, assumptions: Assumptions): Boson {
  return couplingRay(model, mass, assumptions).at(coupling)
}

/** Vector coupling to the proton, $2c_u + c_d$: the current is conserved, so quark charges add up at any momentum transfer to zero. */
export const protonCoupling = (couplings: Couplings): number => 2 * couplings.u.vector + couplings.d.vector
/** Vector coupling to the neutron, $c_u + 2c_d$. */
export const neutronCoupling = (couplings: Couplings): number => couplings.u.vector + 2 * couplings.d.vector
