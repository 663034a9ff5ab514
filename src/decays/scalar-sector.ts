import type { Assumptions } from '../assumptions.ts'
import { HBAR_GEV_S, HBARC_GEV_M, HIGGS_VEV } from '../constants.ts'
import type { Boson } from '../couplings/boson.ts'
import { InputError } from '../errors.ts'
import { type Channel, partialWidths } from './widths.ts'

/**
 * Branching ratios of a boson that decays to its hidden scalar nearly always,
 * $$\mathrm{Br}(Z' \to \nu\bar\nu) = \frac{4}{c_\varphi^2\,(1 - 4m_\varphi^2/m^2)^{3/2}},\qquad
 * \mathrm{Br}(Z' \to e^+e^-) = \frac{4\,(e\varepsilon)^2}{c_\varphi^2 g^2\,(1 - 4m_\varphi^2/m^2)^{3/2}} ,$$
 * where bernal-2022 eq. (24) prints 8, as here under `recipe: 'as-printed'`. `branchingRatios` gives the full ones.
 *
 * @throws InputError (field `hiddenScalar`) for a boson without an open decay to a hidden scalar
 * @example
 * dominatedBranching(bosonAt(resolveModel('bernal:cPhi=40'), 0.04, 5.85e-4, assume('bernal-2022')), 'neutrinos') // 0.0121
 */
export function dominatedBranching(boson: Boson, channel: Exclude<Channel, 'hidden'>): number {
  const widths = partialWidths(boson)
  if (widths.hidden === 0)
    throw new InputError('no open decay to a hidden scalar; allowed: models with one lighter than half the boson', 'hiddenScalar')
  return ((boson.assumptions.recipe === 'as-printed' ? 2 : 1) * widths[channel]) / widths.hidden
}

/** How far the products of a decay may fly unseen in NA64's target (bernal-2022, above eq. 25) [m]. */
const PROMPT_DISTANCE_M = 0.01

/**
 * Proper lifetime [s] with which a particle of this mass and energy [GeV] flies a centimetre, or another distance:
 * $\tau = \frac{m\,d}{E\,c}$, bernal-2022 eq. (25), for $E \gg m$.
 *
 * @example
 * promptLifetime_s(0.03, 30) // 3.34e-14
 */
export const promptLifetime_s = (mass: number, energy_GeV: number, distance_m = PROMPT_DISTANCE_M): number =>
  ((mass / energy_GeV) * distance_m * HBAR_GEV_S) / HBARC_GEV_M

/**
 * The least $c_\varphi g$ with which a boson lives no longer than this by its decay to the hidden scalar,
 * $c_\varphi g = \sqrt{48\pi\hbar/(\tau m)}\,(1 - 4m_\varphi^2/m^2)^{-3/4}$, bernal-2022 eqs. (23) and (26).
 *
 * @param massRatio of the scalar to the boson, below 1/2
 * @throws InputError (field `massRatio`) where the decay is closed
 * @example
 * promptHiddenCoupling(0.03, 0, 3e-14) // 3.32e-4
 */
export function promptHiddenCoupling(mass: number, massRatio: number, lifetime_s: number): number {
  if (!(massRatio >= 0 && massRatio < 0.5)) throw new InputError(`${massRatio} is not allowed; allowed: 0 to below 0.5`, 'massRatio')
  return Math.sqrt((48 * Math.PI * HBAR_GEV_S) / (lifetime_s * mass)) * (1 - 4 * massRatio ** 2) ** -0.75
}

/**
 * Coupling $\lambda_{\varphi e}\,\varphi^\dagger\,\bar e e$ that gives the scalar a lifetime, $\Gamma = \lambda_{\varphi e}^2 m_\varphi/8\pi$ with
 * massless electrons: bernal-2022, below eq. (30). With an electron of one chirality, as eq. (27) has it, Γ is half of that.
 *
 * @example
 * electronYukawa(0.01, 1e-14) // 4.07e-4
 */
export const electronYukawa = (scalarMass: number, lifetime_s: number): number =>
  Math.sqrt((8 * Math.PI * HBAR_GEV_S) / (lifetime_s * scalarMass))

/**
 * Expectation value of the scalar that gives the boson its mass [GeV]: $m = \sqrt2\,c_\varphi g\,\langle\varphi'\rangle$ for a complex field.
 * bernal-2022 eq. (28) prints no √2.
 *
 * @param hiddenCoupling $c_\varphi g$
 * @example
 * breakingScale(0.03, 8.5e-4, 'as-printed') // 35.3
 */
export const breakingScale = (mass: number, hiddenCoupling: number, recipe: Assumptions['recipe'] = 'corrected'): number =>
  mass / ((recipe === 'as-printed' ? 1 : Math.SQRT2) * hiddenCoupling)

/** What the mixing of the hidden scalar with the inert doublet's neutral component rests on (bernal-2022 eqs. 27–31). */
export interface ScalarMixing {
  /** Of the boson [GeV]. */
  readonly mass: number
  /** $c_\varphi g$. */
  readonly hiddenCoupling: number
  readonly sinBeta: number
  /** Of the neutral component Φ⁰ [GeV]. */
  readonly doubletMass_GeV: number
  /** Of φ [GeV]; nothing beside the doublet's unless given. */
  readonly scalarMass_GeV?: number
}

/**
 * The coupling λ of $\lambda\,\varphi^\dagger\varphi' H\cdot\Phi$ that mixes φ with the doublet by β,
 * $$\sin\beta = \frac{\lambda\,\langle H\rangle\,\langle\varphi'\rangle}{m_{\Phi^0}^2 - m_\varphi^2},\qquad \langle H\rangle = v/\sqrt2 ,$$
 * bernal-2022 eqs. (29) and (31). With ⟨φ′⟩ as eq. (28) prints it λ is √2 smaller.
 *
 * @example
 * const benchmark = { mass: 0.03, hiddenCoupling: 8.5e-4, sinBeta: 1e-3, doubletMass_GeV: 400 }
 * quarticCoupling(benchmark, 'as-printed') // 0.0260
 */
export function quarticCoupling(
  { mass, hiddenCoupling, sinBeta, doubletMass_GeV, scalarMass_GeV = 0 }: ScalarMixing,
  recipe: Assumptions['recipe'] = 'corrected',
): number {
  const scales = (HIGGS_VEV / Math.SQRT2) * breakingScale(mass, hiddenCoupling, recipe)
  return (sinBeta * (doubletMass_GeV ** 2 - scalarMass_GeV ** 2)) / scales
}

/**
 * What mixing with the doublet adds to the scalar's mass [GeV]: $\sin\beta\,m_\Phi$, because it is masses squared that mix. bernal-2022 (below
 * eq. 30) compares the scalar's mass with $\sin^2\beta\,m_\Phi$, a thousand times less: at sin β = 10⁻³ a scalar of 10 MeV is tuned.
 *
 * @example
 * mixingMass_GeV(1e-3, 400) // 0.4
 */
export const mixingMass_GeV = (sinBeta: number, doubletMass_GeV: number, recipe: Assumptions['recipe'] = 'corrected'): number =>
  (recipe === 'as-printed' ? sinBeta ** 2 : Math.abs(sinBeta)) * doubletMass_GeV
