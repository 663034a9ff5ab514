import { HBAR_GEV_S, HBARC_GEV_M, M_MUON } from '../../constants.ts'

/** Mass of the φ [GeV], at which KLOE took its data (PDG 2024, from memory: check). */
export const M_PHI = 1.019461

const SPEED_OF_LIGHT_M_S = HBARC_GEV_M / HBAR_GEV_S

/**
 * Proper time $L m/(pc)$ [s] that passes while a particle flies a length.
 *
 * @param length_m flown [m]
 * @param momentum of the particle [GeV]
 * @param mass of the particle [GeV]
 * @example
 * flightTime(1, 50, 0.05) // 3.3356e-12
 */
export function flightTime(length_m: number, momentum: number, mass: number): number {
  return (length_m * mass) / (momentum * SPEED_OF_LIGHT_M_S)
}

/**
 * Momentum of the two products of a decay at rest, $p = \sqrt{[M^2 - (a + b)^2][M^2 - (a - b)^2]}/(2M)$ [GeV].
 *
 * @param total energy M that decays [GeV]
 * @param a mass of one product [GeV]
 * @param b mass of the other [GeV], with a + b at most M
 * @example
 * twoBodyMomentum(1, 0, 0) // 0.5
 */
export function twoBodyMomentum(total: number, a: number, b: number): number {
  const s = total * total
  return Math.sqrt((s - (a + b) ** 2) * (s - (a - b) ** 2)) / (2 * total)
}

/**
 * The longest proper time [s] of a prompt decay to muons at LHCb, $0.004\,\mathrm{GeV}/(m - 2m_\mu) + 0.1$ ps (ilten-2016, by way of darkcast-2018):
 * muons of a light boson are too close to tell where it decayed.
 *
 * @param mass above two muon masses [GeV]
 * @example
 * longestAtLHCb(1) // 1.05e-13
 */
export function longestAtLHCb(mass: number): number {
  return (0.004 / (mass - 2 * M_MUON) + 0.1) * 1e-12
}
