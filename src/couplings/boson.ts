import type { Assumptions } from '../assumptions.ts'
import type { Fermion, Model } from '../models/model.ts'

/**
 * Coupling of one fermion: L = −Z′_μ f̄ γ^μ (vector + axial γ₅) f. Left and right are vector ∓ axial.
 * For neutrinos `vector` is the coupling of the left-handed current itself and `axial` is zero.
 */
export interface Coupling {
  readonly vector: number
  readonly axial: number
}

export type Couplings = Readonly<Record<Fermion, Coupling>>

/** A model with its parameters bound, at one mass [GeV] and coupling. Immutable. */
export interface Boson {
  readonly model: Model
  readonly mass: number
  readonly coupling: number
  readonly assumptions: Assumptions
  /** On shell, q² = m²: c_f = g Q′_f − ε e Q_f with sign(Re ε)·|ε|, as widths and on-shell rates need. */
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
  /** Couplings worth asking about. */
  readonly range: readonly [number, number]
  at(coupling: number): Boson
  /** The boson at coupling 1, where every coupling is linear in it (no absolute ε, no absolute mass mixing): closed forms exist. */
  readonly unit: Boson | undefined
}
