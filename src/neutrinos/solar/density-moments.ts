import { buildMoments, type SolarMoments } from './moments.ts'
import { type MatterPotential, STANDARD_POTENTIAL } from './oscillation.ts'
import type { Sun } from './sun.ts'

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
