import { HBARC_GEV_M } from '../constants.ts'
import { sphericalBesselJ1 } from '../numerics/index.ts'

/** How nucleons are spread over a nucleus: Helm's smeared ball, Klein and Nystrand's folded ball, or a point (`none`). */
export type FormFactorKind = 'helm' | 'klein-nystrand' | 'none'

/** [GeV fm]. */
const HBARC_GEV_FM = HBARC_GEV_M * 1e15

/** $3 j_1(x)/x$: the form factor of a ball. */
const ball = (x: number): number => (x === 0 ? 1 : (3 * sphericalBesselJ1(x)) / x)

/** Thickness of the skin in Helm's form factor, and the surface of the charge distribution it stands for [fm]. */
const HELM_SKIN_FM = 0.9
const HELM_SURFACE_FM = 0.52

/**
 * Helm's form factor (amaral-2020 eq. 18), 1 at zero and not squared:
 * $$F(Q) = 3\,\frac{j_1(QR_0)}{QR_0}\,e^{-Q^2s^2/2},\qquad R_0^2 = c^2 + \tfrac73\pi^2a^2 - 5s^2 ,$$
 * with $c = (1.23\,A^{1/3} - 0.6)$ fm, $a = 0.52$ fm and $s = 0.9$ fm (lewin-1996).
 *
 * @param nucleons mass number A, 4 or more: for the lightest nuclei the radius means nothing
 * @param momentum_GeV three-momentum transfer $Q = \sqrt{2ME_R}$
 * @example
 * helm(131, 0.2 * 0.1973269804) // 0.85623, at 0.2 per fm
 */
export function helm(nucleons: number, momentum_GeV: number): number {
  const c = 1.23 * Math.cbrt(nucleons) - 0.6
  const radius = Math.sqrt(c * c + (7 / 3) * (Math.PI * HELM_SURFACE_FM) ** 2 - 5 * HELM_SKIN_FM ** 2)
  const q = momentum_GeV / HBARC_GEV_FM
  return ball(q * radius) * Math.exp(-0.5 * (q * HELM_SKIN_FM) ** 2)
}

const KLEIN_NYSTRAND_RANGE_FM = 0.7

/**
 * Klein and Nystrand's form factor, 1 at zero and not squared: a ball of radius $R_A = 1.23\,A^{1/3}$ fm folded with a Yukawa potential of range
 * $a = 0.7$ fm (klein-1999; the radius is the one COHERENT quotes),
 * $$F(Q) = 3\,\frac{j_1(QR_A)}{QR_A}\,\frac{1}{1 + a^2Q^2} .$$
 *
 * @param nucleons mass number A
 * @param momentum_GeV three-momentum transfer
 * @example
 * kleinNystrand(40, 0.03) // 0.949
 */
export function kleinNystrand(nucleons: number, momentum_GeV: number): number {
  const q = momentum_GeV / HBARC_GEV_FM
  return ball(q * 1.23 * Math.cbrt(nucleons)) / (1 + (q * KLEIN_NYSTRAND_RANGE_FM) ** 2)
}

/** The form factor of a kind at a three-momentum transfer [GeV]. */
export function formFactor(kind: FormFactorKind, nucleons: number, momentum_GeV: number): number {
  if (kind === 'none') return 1
  return kind === 'helm' ? helm(nucleons, momentum_GeV) : kleinNystrand(nucleons, momentum_GeV)
}
