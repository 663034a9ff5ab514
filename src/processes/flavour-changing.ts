import { HBAR_GEV_S } from '../constants.ts'
import type { Boson } from '../couplings/boson.ts'
import type { Complex } from '../couplings/kinetic-mixing.ts'
import { CKM, PSEUDOSCALAR_TRANSITIONS } from '../data/flavour-changing.ts'
import { massBasisCouplings, pmns } from '../neutrinos/pmns.ts'

/** Down-type quarks in the order of the mixing matrix's columns. */
const DOWN_QUARKS = ['d', 's', 'b'] as const
export type DownQuark = (typeof DOWN_QUARKS)[number]
/** A decay of B or K to a lighter pseudoscalar meson and the boson. */
export type Transition = keyof typeof PSEUDOSCALAR_TRANSITIONS

/** The quark mixing matrix, rows u, c, t and columns d, s, b; in the convention of the neutrinos'. */
export const CKM_MATRIX = pmns(CKM)

/** Why a model changes no flavour of down-type quarks, or undefined where it does. */
export function flavourConserved({ model: { charges }, assumptions }: Boson): string | undefined {
  const alike = (side: 'left' | 'right') => charges.d[side] === charges.s[side] && charges.s[side] === charges.b[side]
  if (alike('left')) {
    return alike('right')
      ? 'universal quark charges: no flavour-changing couplings'
      : 'only right-handed quarks tell the families apart, and their mixing is not known'
  }
  return assumptions.ckm === 'down'
    ? undefined
    : 'the CKM matrix rotates the up quarks alone (ckm=up-aligned): the down quarks keep their flavour'
}

/**
 * Coupling of left-handed down-type quarks of different flavour, $\mathcal L = -g_{ij}\,Z'_\mu\,\bar d_i\gamma^\mu P_L d_j$ with
 * $$g_{ij} = g \sum_k V^*_{ki}\,Q'_k\,V_{kj}$$
 * where CKM mixing rotates the down quarks (`ckm: 'down'`); zero where it rotates the up quarks alone. With charges (a, a, b) it is
 * $g\,(b-a)\,V^*_{ti}V_{tj}$: bernal-2022, text above eq. (36), where $b - a = (3c-2)/3$. Right-handed quarks are taken to be diagonal,
 * as the paper does.
 *
 * @example
 * const boson = bosonAt(resolveModel('bernal'), 0.04, 5.85e-4, assume())
 * flavourChangingCoupling(boson, 's', 'b').re // 1.84e-5
 */
export function flavourChangingCoupling(boson: Boson, to: DownQuark, from: DownQuark): Complex {
  if (flavourConserved(boson) !== undefined) return { re: 0, im: 0 }
  const { d, s, b } = boson.model.charges
  // A universal charge drops out by unitarity; taken out, it leaves no rounding behind.
  const { re, im } = massBasisCouplings([0, s.left - d.left, b.left - d.left], CKM_MATRIX)
  const element = 3 * DOWN_QUARKS.indexOf(to) + DOWN_QUARKS.indexOf(from)
  return { re: boson.coupling * re[element], im: boson.coupling * im[element] }
}

/**
 * Width of a pseudoscalar meson into a lighter one and the boson [GeV],
 * $$\Gamma(P \to P' Z') = \frac{|g_{ij}|^2\,f_+^2}{64\pi}\,\frac{\lambda^{3/2}(M^2, M'^2, m^2)}{M^3\,m^2}.$$
 * The longitudinal boson gives the $M^2/m^2$: a current that changes flavour is not conserved. Zero above threshold.
 * $f_+$ is that at q² = 0, a lower bound.
 *
 * @example
 * pseudoscalarWidth(bosonAt(resolveModel('bernal'), 0.04, 5.85e-4, assume()), 'b-kaon') // 1.6e-8
 */
export function pseudoscalarWidth(boson: Boson, transition: Transition): number {
  const { quarks, masses, formFactor } = PSEUDOSCALAR_TRANSITIONS[transition]
  const [[to, from], [parent, child]] = [quarks, masses]
  const { mass } = boson
  if (mass >= parent - child) return 0
  const { re, im } = flavourChangingCoupling(boson, to, from)
  const triangle = (parent ** 2 - (child + mass) ** 2) * (parent ** 2 - (child - mass) ** 2)
  return ((re * re + im * im) * formFactor ** 2 * triangle ** 1.5) / (64 * Math.PI * parent ** 3 * mass ** 2)
}

/**
 * The width of {@link pseudoscalarWidth} over the measured total width of the meson: no branching ratio where it is above 1, but then
 * the boson is excluded.
 *
 * @example
 * pseudoscalarBranching(bosonAt(resolveModel('bernal'), 0.04, 5.85e-4, assume()), 'kaon-pion') // 1.3e2
 */
export function pseudoscalarBranching(boson: Boson, transition: Transition): number {
  return (pseudoscalarWidth(boson, transition) * PSEUDOSCALAR_TRANSITIONS[transition].lifetime_s) / HBAR_GEV_S
}
