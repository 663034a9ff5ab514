import type { Complex3x3 } from '../pmns.ts'
import { buildMoments, type SolarMoments } from './moments.ts'
import { type MatterPotential, STANDARD_POTENTIAL } from './oscillation.ts'
import type { Sun } from './sun.ts'

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

/** Tail moments of the density matrix: what couplings between flavours need in place of the probabilities. */
export interface DensityMoments {
  /** Of $\rho_{ee}, \rho_{\mu\mu}, \rho_{\tau\tau}$: the moments of {@link buildMoments}. */
  readonly diagonal: SolarMoments
  /** Of the real parts of $\rho_{e\mu}, \rho_{e\tau}, \rho_{\mu\tau}$, laid out like the three flavours. */
  readonly real: SolarMoments
  /** Of their imaginary parts. */
  readonly imaginary: SolarMoments
}

/**
 * Builds the tail moments of all elements of the density matrix, $\int_{E_{\min}} \Phi\,\rho_{\alpha\beta}\,E^{-k}\,dE$.
 *
 * @example
 * const { real } = buildDensityMoments(await loadSun(assume()))
 * const out = new Float64Array(MOMENTS)
 * real.tail('8B', 5, out) // out[0]: ∫ Φ Re ρ_eμ above 5 MeV
 */
export function buildDensityMoments(sun: Sun, potential: MatterPotential = STANDARD_POTENTIAL): DensityMoments {
  const rho = { re: new Float64Array(9), im: new Float64Array(9) }
  const upper = (part: Float64Array): SolarMoments =>
    buildMoments(
      {
        ...sun,
        probabilitiesInto(source, energy_MeV, matter, out) {
          sun.densityInto(source, energy_MeV, matter, rho)
          out[0] = part[1]
          out[1] = part[2]
          out[2] = part[5]
        },
      },
      potential,
    )
  return { diagonal: buildMoments(sun, potential), real: upper(rho.re), imaginary: upper(rho.im) }
}
