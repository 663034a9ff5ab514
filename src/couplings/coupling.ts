import type { Fermion } from '../models/model.ts'

/**
 * Coupling of one fermion: L = −Z′_μ f̄ γ^μ (vector + axial γ₅) f. Left and right are vector ∓ axial.
 * For neutrinos `vector` is the coupling of the left-handed current itself and `axial` is zero.
 */
export interface Coupling {
  readonly vector: number
  readonly axial: number
}

export type Couplings = Readonly<Record<Fermion, Coupling>>

/** Left- and right-handed parts of a charged fermion's coupling (a neutrino's left-handed one is its `vector`). */
export const left = (coupling: Coupling): number => coupling.vector - coupling.axial
export const right = (coupling: Coupling): number => coupling.vector + coupling.axial
