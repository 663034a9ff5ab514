import type { Triple } from '../../models/model.ts'
import { type Complex3x3, massBasisCouplings, mixingProbabilities } from '../pmns.ts'

/**
 * $1 - \sum_i |U_{ei}|^4$: the share of ν_μ and ν_τ among solar neutrinos that lost their coherence in vacuum (gninenko-2020 eq. 5).
 *
 * @example
 * nonElectronShare(pmns(OSCILLATION['nufit-4.0'])) // 0.4525
 */
export function nonElectronShare(mixing: Complex3x3): number {
  const u = mixingProbabilities(mixing)
  return 1 - u[0] ** 2 - u[1] ** 2 - u[2] ** 2
}

/**
 * How much weaker a limit on the coupling becomes when the share of ν_μ and ν_τ is what it is instead of 2/3, the rate going as
 * the fourth power of the coupling: $(2/3x)^{1/4}$ (gninenko-2020).
 *
 * @example
 * decoherenceWeakening(0.4525) // 1.1017
 */
export function decoherenceWeakening(share: number): number {
  return (2 / (3 * share)) ** 0.25
}

/**
 * Rate of incoherent mass states, $\sum_i w_i \sum_j |(U^\dagger G\,U)_{ji}|^2$, for amplitudes G diagonal in flavour
 * (gninenko-2020 eqs. 2–4, with the complex conjugates that are missing there). Equal to {@link flavourBasisRate} at $P_\alpha = \sum_i |U_{\alpha i}|^2 w_i$: the
 * basis changes nothing, interference included.
 *
 * @param weights shares of the mass states
 * @param amplitudes of ν_e, ν_μ, ν_τ
 */
export function massBasisRate(weights: Triple<number>, amplitudes: Triple<number>, mixing: Complex3x3): number {
  const { re, im } = massBasisCouplings(amplitudes, mixing)
  let rate = 0
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) rate += weights[i] * (re[3 * j + i] ** 2 + im[3 * j + i] ** 2)
  }
  return rate
}

/** Rate in the flavour basis, $\sum_\alpha P_\alpha G_\alpha^2$. */
export function flavourBasisRate(probabilities: Triple<number>, amplitudes: Triple<number>): number {
  return probabilities.reduce((rate, p, a) => rate + p * amplitudes[a] ** 2, 0)
}
