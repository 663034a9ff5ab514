import { ALPHA } from '../../constants.ts'

/** $\ln|\Gamma(x + iy)|^2$ for $x > 0$: recurrence up to $x + n \ge 9$, then Stirling's series; within 1e-14 of a magnitude of one. */
function logGammaSquared(x: number, y: number): number {
  let shift = 0
  let re = x
  for (; re < 9; re++) shift += Math.log(re * re + y * y)
  const r2 = re * re + y * y
  const logR = 0.5 * Math.log(r2)
  const angle = Math.atan2(y, re)
  // Re[(z - 1/2) ln z - z] + ln(2π)/2 + Re Σ B_2k / (2k (2k-1) z^(2k-1))
  let series = 0
  const r = Math.sqrt(r2)
  for (let k = 0; k < STIRLING.length; k++) series += (STIRLING[k] * Math.cos((2 * k + 1) * angle)) / r ** (2 * k + 1)
  return 2 * ((re - 0.5) * logR - y * angle - re + 0.5 * Math.log(2 * Math.PI) + series) - shift
}

/** B_2k / (2k (2k - 1)), k = 1, 2, … */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]

/**
 * Fermi function of β⁺ decay, exact for a point nucleus cut off at its radius R:
 * $$F(Z, W) = \frac{2(1+\gamma)}{\Gamma(2\gamma+1)^2}\,(2pR)^{2\gamma-2}\,e^{\pi\eta}\,|\Gamma(\gamma+i\eta)|^2,\quad
 * \gamma = \sqrt{1-(\alpha Z)^2},\quad \eta = -\alpha Z W/p .$$
 * Natural units of the electron: $W$ its energy and $p$ its momentum over $m_e$, $R = 1.2\,A^{1/3}$ fm over $\hbar/m_e c$.
 * Zero at rest, where the nucleus keeps positrons away.
 *
 * @param protons of the daughter nucleus
 * @param nucleons of the daughter nucleus
 * @param kinetic $W - 1$, from 0: the kinetic energy over $m_e$
 * @example
 * fermiFunctionPositron(6, 13, 1) // below one: positrons are repelled
 */
export function fermiFunctionPositron(protons: number, nucleons: number, kinetic: number): number {
  const p = Math.sqrt(kinetic * (kinetic + 2))
  if (p === 0) return 0
  const radius = (1.2 * Math.cbrt(nucleons)) / ELECTRON_COMPTON_FM
  const gamma = Math.sqrt(1 - (ALPHA * protons) ** 2)
  const eta = (-ALPHA * protons * (1 + kinetic)) / p
  const logarithm =
    (2 * gamma - 2) * Math.log(2 * p * radius) + Math.PI * eta + logGammaSquared(gamma, eta) - logGammaSquared(2 * gamma + 1, 0)
  return 2 * (1 + gamma) * Math.exp(logarithm)
}

/** Reduced Compton wavelength of the electron [fm]. */
const ELECTRON_COMPTON_FM = 386.15926744
