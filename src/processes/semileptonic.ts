import { ALPHA, G_FERMI } from '../constants.ts'
import type { Boson } from '../couplings/boson.ts'
import type { Complex } from '../couplings/kinetic-mixing.ts'
import { CKM_MATRIX, type DownQuark, flavourChangingCoupling } from './flavour-changing.ts'
import type { ChargedLepton } from './g-minus-2.ts'

/** What a boson adds to $b \to s\,\ell^+\ell^-$. */
export interface WilsonCoefficients {
  /** Of $(\bar s\gamma^\mu P_L b)(\bar\ell\gamma_\mu\ell)$. */
  readonly c9: Complex
  /** Of $(\bar s\gamma^\mu P_L b)(\bar\ell\gamma_\mu\gamma_5\ell)$; zero for a vector coupling to the lepton. */
  readonly c10: Complex
}

/** t–b and t–s elements of the mixing matrix: row 2, columns 2 and 1. */
const [TB, TS] = [8, 7]

/**
 * The boson's part of $C_9$ and $C_{10}$ of $b \to s\,\ell^+\ell^-$ at a dilepton mass squared q², propagator included:
 * $$C_9(q^2) = -\frac{\sqrt2\,\pi}{\alpha\,G_F}\,\frac{g_{sb}}{V_{tb}V_{ts}^*}\,\frac{c_\ell}{m^2 - q^2}.$$
 * For bernal-2022 it is $-\frac{\sqrt2\,\pi g^2}{\alpha G_F m^2}\frac{3c-2}{3}\cdot\frac{m^2}{m^2-q^2}$, without mixing; its eqs. (37)–(38) are half
 * of that and leave the mixing out of $c_\ell$, as here under `recipe: 'as-printed'`. Real where the first two families carry the same
 * charge. The boson's width and the tail of charm loops are left out: q² away from m².
 *
 * @param q2_GeV2 0 for the contact interaction, eq. (37)
 * @example
 * const boson = bosonAt(resolveModel('bernal:c=0,tanEta=1'), 0.01, 3.5e-4, assume('bernal-2022'))
 * wilsonCoefficients(boson, 'mu', 1).c9.re // -2.13
 */
export function wilsonCoefficients(boson: Boson, lepton: ChargedLepton, q2_GeV2: number): WilsonCoefficients {
  const { model, mass, coupling, couplings, assumptions } = boson
  const isAsPrinted = assumptions.recipe === 'as-printed'
  const { left, right } = model.charges[lepton]
  const vector = isAsPrinted ? (coupling * (left + right)) / 2 : couplings[lepton].vector
  const axial = isAsPrinted ? (coupling * (right - left)) / 2 : couplings[lepton].axial
  const strength = -((isAsPrinted ? 0.5 : 1) * Math.SQRT2 * Math.PI) / (ALPHA * G_FERMI * (mass ** 2 - q2_GeV2))
  const quarks = overTop(flavourChangingCoupling(boson, 's', 'b'))
  const times = (factor: number): Complex => ({ re: factor * quarks.re, im: factor * quarks.im })
  return { c9: times(strength * vector), c10: times(strength * axial) }
}

/** Over $V_{tb}V_{ts}^*$, what the Standard Model's amplitude carries. */
function overTop({ re, im }: Complex): Complex {
  const [sRe, sIm] = [CKM_MATRIX.re[TS] * CKM_MATRIX.re[TB], -CKM_MATRIX.im[TS] * CKM_MATRIX.re[TB]]
  const square = sRe * sRe + sIm * sIm
  return { re: (re * sRe + im * sIm) / square, im: (im * sRe - re * sIm) / square }
}

/**
 * Coefficient of $(\bar d_i\gamma^\mu P_L d_j)(\bar\ell\gamma_\mu\ell)$ in the effective Hamiltonian once a boson far heavier than the momentum
 * transfer is integrated out [1/GeV²], $g_{ij}\,c_\ell/m^2$. bernal-2022 eq. (36) has $\pi/2$ times this (without mixing in $c_\ell$), and so does
 * `recipe: 'as-printed'`: the π belongs to eq. (37), the 1/2 is cancelled by the two orders of the two currents.
 *
 * @example
 * contactHamiltonian(bosonAt(resolveModel('bernal'), 0.04, 5.85e-4, assume()), 's', 'b', 'mu').re // 8.3e-6
 */
export function contactHamiltonian(boson: Boson, to: DownQuark, from: DownQuark, lepton: ChargedLepton): Complex {
  const { model, mass, coupling, couplings, assumptions } = boson
  const { left, right } = model.charges[lepton]
  const printed = (Math.PI / 4) * coupling * (left + right)
  const perMass2 = (assumptions.recipe === 'as-printed' ? printed : couplings[lepton].vector) / mass ** 2
  const { re, im } = flavourChangingCoupling(boson, to, from)
  return { re: perMass2 * re, im: perMass2 * im }
}
