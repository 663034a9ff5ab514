import { E_CHARGE, M_ETA, M_PION_ZERO } from '../../constants.ts'
import type { Couplings } from '../../couplings/coupling.ts'
import { productionStrength } from './strength.ts'

/** Pseudoscalars that decay into two photons: mass [GeV] and the share that does (PDG 2024). */
const PSEUDOSCALARS = {
  pi0: { mass_GeV: M_PION_ZERO, photons: 0.98823, mechanism: 'pi0-photon' },
  eta: { mass_GeV: M_ETA, photons: 0.3936, mechanism: 'eta-photon' },
  etaPrime: { mass_GeV: 0.95778, photons: 0.02307, mechanism: 'eta-prime-photon' },
} as const
export type Pseudoscalar = keyof typeof PSEUDOSCALARS

/** The pseudoscalars whose decays make bosons. */
export const PSEUDOSCALAR_NAMES = Object.keys(PSEUDOSCALARS) as readonly Pseudoscalar[]

/**
 * The share of a pseudoscalar's decays that go to a photon and a boson,
 * $$\mathcal B(P \to \gamma X) = 2\,\mathcal B(P \to \gamma\gamma) \left(1 - \frac{m^2}{m_P^2}\right)^3 \frac{S}{e^2},$$
 * S from `productionStrength`: $e^2\varepsilon^2$ for a dark photon (batell-2009). Zero above the mass of P.
 *
 * @param mass of the boson [GeV]
 * @example
 * const { couplings } = bosonAt(resolveModel('dark-photon'), 0.01, 1e-3, assume())
 * photonDecayShare('pi0', couplings, 0.01) // 1.9441e-6
 */
export function photonDecayShare(pseudoscalar: Pseudoscalar, couplings: Couplings, mass: number): number {
  const { mass_GeV, photons, mechanism } = PSEUDOSCALARS[pseudoscalar]
  const phaseSpace = 1 - (mass / mass_GeV) ** 2
  if (!(phaseSpace > 0)) return 0
  return (2 * photons * phaseSpace ** 3 * productionStrength(mechanism, couplings, mass)) / (E_CHARGE * E_CHARGE)
}
