import { M_ETA, M_KAON, M_KAON_ZERO, M_PION, M_PION_ZERO } from '../../constants.ts'
import { GROUND_STATES, SHARES } from '../../data/vector-mesons.ts'

/** A vector meson and the pairs it decays into: shares of the width, which need not add up to 1, and masses [GeV]. */
export interface Resonance {
  readonly mass_GeV: number
  readonly width_GeV: number
  readonly decays: readonly { readonly share: number; readonly masses_GeV: readonly [number, number] }[]
}

/** A resonance made ready for many masses. */
export interface Line {
  readonly mass_GeV: number
  readonly channels: readonly { readonly sum2: number; readonly difference2: number; readonly scale: number }[]
}

export type VectorMeson = 'rho' | 'omega' | 'phi'

const { rho, omega, phi } = GROUND_STATES

/** The three mesons a light boson mixes with; three pions of the ω stand as π⁰ and a pair at rest, those of the φ as ρπ. */
export const RESONANCES: Readonly<Record<VectorMeson, Resonance>> = {
  rho: { ...rho, decays: [{ share: 1, masses_GeV: [M_PION, M_PION] }] },
  omega: {
    ...omega,
    decays: [
      { share: SHARES.omega.threePions, masses_GeV: [M_PION_ZERO, 2 * M_PION] },
      { share: SHARES.omega.pionPhoton, masses_GeV: [M_PION_ZERO, 0] },
      { share: SHARES.omega.pionPair, masses_GeV: [M_PION, M_PION] },
    ],
  },
  phi: {
    ...phi,
    decays: [
      { share: SHARES.phi.chargedKaons, masses_GeV: [M_KAON, M_KAON] },
      { share: SHARES.phi.neutralKaons, masses_GeV: [M_KAON_ZERO, M_KAON_ZERO] },
      { share: SHARES.phi.threePions, masses_GeV: [rho.mass_GeV, M_PION] },
      { share: SHARES.phi.etaPhoton, masses_GeV: [M_ETA, 0] },
    ],
  },
}

/** Computes once what {@link absorption} needs. */
export function lineOf({ mass_GeV, width_GeV, decays }: Resonance): Line {
  const s = mass_GeV ** 2
  const shares = decays.reduce((sum, { share }) => sum + share, 0)
  const channels = decays.map(({ share, masses_GeV: [a, b] }) => {
    const [sum2, difference2] = [(a + b) ** 2, (a - b) ** 2]
    return { sum2, difference2, scale: ((share / shares) * width_GeV * mass_GeV ** 3) / ((s - sum2) * (s - difference2)) ** 1.5 }
  })
  return { mass_GeV, channels }
}

/**
 * The imaginary part $y = m\,\Gamma(m)/M^2$ of a vector meson's propagator $1/(1 - m^2/M^2 - iy)$ off its shell, with the width of pairs in a P wave,
 * $$\Gamma(m) = \Gamma \sum_f B_f \frac{M^2}{m^2} \frac{p_f^3(m)}{p_f^3(M)},$$
 * momenta $p_f$ of the pair in the meson's rest frame; zero below every threshold. $\sum_f B_f$ is scaled to 1. No allocation.
 *
 * @param mass [GeV] at which it propagates
 * @example
 * absorption(lineOf(RESONANCES.rho), 0.77526) // 0.19232
 */
export function absorption({ channels }: Line, mass: number): number {
  const s = mass * mass
  let sum = 0
  for (let i = 0; i < channels.length; i++) {
    const { sum2, difference2, scale } = channels[i]
    if (s <= sum2) continue
    const k = (1 - sum2 / s) * (1 - difference2 / s)
    sum += scale * k * Math.sqrt(k) * s
  }
  return sum
}
