import type { Complex3x3 } from '../pmns.ts'

/**
 * The flavour density matrix of mass states that arrive incoherently, $\rho_{\alpha\beta} = \sum_i w_i\,A_{\alpha i}A^*_{\beta i}$.
 *
 * A rate with couplings G between flavours is $\mathrm{tr}(G\rho G^\dagger)$ with this ρ; for couplings diagonal in flavour only its
 * diagonal, the probabilities, matters.
 *
 * @param weights shares of the mass states
 * @param amplitudes $\langle\nu_\alpha|\nu_i\rangle$: the mixing matrix by day, {@link earthEvolution}'s amplitudes at night
 * @param out Hermitian, of trace one, written
 * @example
 * const rho = { re: new Float64Array(9), im: new Float64Array(9) }
 * flavourDensity([1, 0, 0], pmns(OSCILLATION['nufit-6.0']), rho)
 * rho.re[0] // 0.677: |U_e1|²
 */
export function flavourDensity(weights: ArrayLike<number>, amplitudes: Complex3x3, out: Complex3x3): void {
  const { re, im } = amplitudes
  for (let a = 0; a < 3; a++) {
    for (let b = 0; b < 3; b++) {
      let x = 0
      let y = 0
      for (let i = 0; i < 3; i++) {
        const l = 3 * a + i
        const r = 3 * b + i
        x += weights[i] * (re[l] * re[r] + im[l] * im[r])
        y += weights[i] * (im[l] * re[r] - re[l] * im[r])
      }
      out.re[3 * a + b] = x
      out.im[3 * a + b] = y
    }
  }
}
