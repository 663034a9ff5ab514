import { HBARC_GEV_M } from '../constants.ts'

/**
 * How many mean lives a boson lives through while it flies a length: $L/L_{\rm flight} = L\,\Gamma\,m/p$, with $L_{\rm flight} = \tau_0 p/m$
 * (coy-2021 eq. 3.3; $v/\sqrt{1 - v^2} = p/m$ exactly).
 *
 * @param length_m L [m]
 * @param width Γ, the inverse lifetime [GeV]
 * @param mass [GeV]
 * @param momentum [GeV]
 * @example
 * meanLives(60, 2.65e-19, 0.1, 200) // 4.0288e-5
 */
export function meanLives(length_m: number, width: number, mass: number, momentum: number): number {
  return (length_m * width * mass) / (momentum * HBARC_GEV_M)
}

/**
 * $\ln P$ of a decay behind a shield and within a volume, $P = e^{-L_{\rm sh}/L_{\rm flight}} (1 - e^{-L_{\rm dec}/L_{\rm flight}})$ (coy-2021 eq. 3.2).
 * The logarithm, since P itself underflows where a boson lives for a thousandth of the shield.
 *
 * @param shield mean lives that pass in the shield
 * @param volume mean lives that pass in the volume; −Infinity is returned for none
 * @example
 * logDecayProbability(1000, 800) // -1000
 */
export function logDecayProbability(shield: number, volume: number): number {
  return -shield + Math.log(-Math.expm1(-volume))
}

/**
 * How many mean lives pass per squared coupling where light fermions are all there is to decay into: $\lambda = L\,m^2/(12\pi p)$ (coy-2021 eq. 3.9), from
 * $\Gamma = m g^2/12\pi$ of one massless charged lepton.
 *
 * @param length_m L [m]
 * @param mass [GeV]
 * @param momentum [GeV]
 * @example
 * livesPerCoupling(60, 0.1, 200) // 4.0328e11
 */
export function livesPerCoupling(length_m: number, mass: number, momentum: number): number {
  return meanLives(length_m, mass / (12 * Math.PI), mass, momentum)
}

/**
 * $\ln \bar R$ of a boson with couplings to electrons and neutrinos alone, both light,
 * $$\bar R = \frac{g_e^4}{G} e^{-\lambda_{\rm sh} G} \left[1 - e^{-\lambda_{\rm dec} G}\right], \qquad G = g_e^2 + \tfrac12 g_\nu^2$$
 * (coy-2021 eq. 3.8).
 *
 * @param electron $g_e$, above zero
 * @param neutrinos $g_\nu$, of one left-handed neutrino
 * @param lives λ of shield and volume, {@link livesPerCoupling}
 * @example
 * const lives = { shield: livesPerCoupling(60, 0.1, 200), volume: livesPerCoupling(50, 0.1, 200) }
 * Math.exp(logReducedRate(2.3357601e-8, 0, lives)) // 1.0000e-19
 */
export function logReducedRate(electron: number, neutrinos: number, lives: { readonly shield: number; readonly volume: number }): number {
  const sum = electron * electron + 0.5 * neutrinos * neutrinos
  return 4 * Math.log(electron) - Math.log(sum) + logDecayProbability(lives.shield * sum, lives.volume * sum)
}
