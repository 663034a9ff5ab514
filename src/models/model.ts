import type { Rational } from './rational.ts'

/** The fermions a boson may couple to, in the order every table prints them. */
export const FERMIONS = ['e', 'mu', 'tau', 'nu_e', 'nu_mu', 'nu_tau', 'u', 'd', 's', 'c', 'b', 't'] as const
export type Fermion = (typeof FERMIONS)[number]

export type Triple<T> = readonly [T, T, T]

/** Charges of the left- and right-handed parts of one fermion, in units of the gauge coupling. */
export interface ChiralCharge {
  readonly left: number
  readonly right: number
}

export type Charges = Readonly<Record<Fermion, ChiralCharge>>

/**
 * U(1)′ charges of the Weyl fields of the Standard Model and three right-handed neutrinos, family by family, exact.
 * All right-handed fields are given as such (not as charge conjugates).
 */
export interface FieldCharges {
  readonly Q: Triple<Rational>
  readonly u: Triple<Rational>
  readonly d: Triple<Rational>
  readonly L: Triple<Rational>
  readonly e: Triple<Rational>
  readonly nuR: Triple<Rational>
}

/** A hidden complex scalar φ of charge `charge` and mass `massRatio`·m, into which the boson may decay (bernal-2022 eq. 22). */
export interface HiddenScalar {
  readonly charge: number
  readonly massRatio: number
  /** What becomes of it: it escapes unseen where absent, or decays to e⁺e⁻ at once, so that no search for missing energy sees it. */
  readonly decaysTo?: 'ee'
}

/** What a model is made of: plain data, so that workers, scans, URLs and hashes can carry it. */
export type ModelSpec = string | ModelDefinition

/**
 * A model written out. Charges may be numbers or exact rationals as text ('-2/3').
 * `charges` names fields (`Q`, `u`, `d`, `L`, `e`, `nuR`; one value or three, one a family) or is a charge expression ('B-3Lmu').
 */
export interface ModelDefinition {
  readonly id?: string
  readonly title?: string
  readonly tex?: string
  readonly charges: string | Readonly<Partial<Record<keyof FieldCharges, ChargeValue | readonly [ChargeValue, ChargeValue, ChargeValue]>>>
  /** Tree-level kinetic mixing with the photon: ε absolute, or ε/g. */
  readonly kineticMixing?: { readonly epsilon?: number; readonly epsilonOverG?: number }
  /** Tree-level Z–Z′ mass mixing sin θ (coy-2021 eq. 2.3). */
  readonly massMixing?: number
  readonly hiddenScalar?: HiddenScalar
}
export type ChargeValue = number | string

/** A U(1)′ model, ready to bind to a mass and a coupling. Made by `defineModel`; immutable. */
export interface Model {
  /** The plain data it was made of. */
  readonly spec: ModelSpec
  /** The short name other programs rely on; for a charge expression, its canonical form. */
  readonly id: string
  readonly title: string
  /** The group in TeX, without dollars, such as `U(1)_{L_\mu-L_\tau}`. */
  readonly tex: string
  /** The coupling's symbol in TeX: `g_{\mu\tau}`, `\varepsilon`, … */
  readonly couplingTex: string
  /** Charges Q′ of the tree-level current in units of the coupling. Neutrinos: `left` is the active one, `right` that of ν_R. */
  readonly charges: Charges
  /** Exact charges of the Weyl fields; absent for effective models that are not SU(2)-invariant (muon-only, g_ν/g_μ). */
  readonly fields?: FieldCharges
  /** Tree-level mixing with the photon: ε = epsilonOverG · g + epsilon. */
  readonly treeMixing: { readonly epsilonOverG: number; readonly epsilon: number }
  /** Tree-level Z–Z′ mass mixing sin θ. */
  readonly massMixing: number
  readonly hiddenScalar?: HiddenScalar
  /** Models of coy-2021 take the τ loop of eq. (2.12) to make the muon loop finite though the τ itself is not charged. */
  readonly tauRegulatedLoop: boolean
  /** What a user should know: anomalous, needs ν_R, must be Majorana, log-divergent mixing, flavour-changing quark currents, … */
  readonly warnings: readonly string[]
  /** Remarks of the model's paper that are no limits: what does not constrain it, and why. */
  readonly notes: readonly string[]
}

/** Electric charge Q and third component of weak isospin T₃ (of the left-handed part). */
export const ELECTRIC: Readonly<Record<Fermion, { readonly charge: number; readonly isospin: number; readonly colours: number }>> = {
  e: { charge: -1, isospin: -0.5, colours: 1 },
  mu: { charge: -1, isospin: -0.5, colours: 1 },
  tau: { charge: -1, isospin: -0.5, colours: 1 },
  nu_e: { charge: 0, isospin: 0.5, colours: 1 },
  nu_mu: { charge: 0, isospin: 0.5, colours: 1 },
  nu_tau: { charge: 0, isospin: 0.5, colours: 1 },
  u: { charge: 2 / 3, isospin: 0.5, colours: 3 },
  d: { charge: -1 / 3, isospin: -0.5, colours: 3 },
  s: { charge: -1 / 3, isospin: -0.5, colours: 3 },
  c: { charge: 2 / 3, isospin: 0.5, colours: 3 },
  b: { charge: -1 / 3, isospin: -0.5, colours: 3 },
  t: { charge: 2 / 3, isospin: 0.5, colours: 3 },
}
