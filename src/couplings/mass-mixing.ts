import { E_CHARGE, M_Z, SIN2_WEINBERG } from '../constants.ts'
import { ELECTRIC, type Fermion } from '../models/model.ts'
import type { Coupling } from './coupling.ts'

const COS2_WEINBERG = 1 - SIN2_WEINBERG
/** The Z's coupling $g_Z = e/(s_W c_W)$. */
const G_Z = E_CHARGE / Math.sqrt(SIN2_WEINBERG * COS2_WEINBERG)

/** The coupling whose left- and right-handed parts are these; for a neutrino the left-handed one itself. */
export function fromChiral(fermion: Fermion, left: number, right: number): Coupling {
  if (fermion.startsWith('nu')) return { vector: left, axial: 0 }
  return { vector: (left + right) / 2, axial: (right - left) / 2 }
}

/**
 * What one unit of tree-level kinetic mixing ε with the photon (ε = $c_W$ times that with hypercharge) gives a fermion,
 * first order in ε, $r = m^2/m_Z^2$ and $T_3$ for the left-handed part alone:
 * $$\frac{c_f}{\varepsilon} = -e\left[Q + \frac{T_3 - Q s_W^2}{c_W^2}\,\frac{r}{1-r}\right].$$
 * coy-2021 eqs. (2.4)–(2.6), first terms, for every fermion. Light bosons couple like the photon, heavy ones to hypercharge.
 *
 * @param mass of the boson [GeV]; the expression is singular at $m_Z$
 * @example
 * kineticMixingCoupling('e', 0.01) // { vector: 0.3028, axial: −1.2e-9 }
 */
export function kineticMixingCoupling(fermion: Fermion, mass: number): Coupling {
  const { charge, isospin } = ELECTRIC[fermion]
  const r = (mass / M_Z) ** 2
  const z = r / ((1 - r) * COS2_WEINBERG)
  const left = -E_CHARGE * (charge + (isospin - charge * SIN2_WEINBERG) * z)
  const right = -E_CHARGE * (charge - charge * SIN2_WEINBERG * z)
  return fromChiral(fermion, left, right)
}

/**
 * What one unit of mass mixing sin θ with the Z gives a fermion: the Z's own coupling, $c_f/\sin\theta = g_Z (T_3 - Q s_W^2)$.
 * coy-2021 eqs. (2.4)–(2.6), second terms, in the sign printed there: sin θ is the amount of the boson in the Z field, $Z \to Z + \sin\theta\,Z'$.
 * (The mass term $+\sin\theta\,m_Z^2 Z^\mu Z'_\mu$ of eq. 2.3 itself rotates the other way; the paper's footnote 3 leaves this open.)
 *
 * @example
 * massMixingCoupling('nu_e').vector // g_Z/2 = 0.3591
 */
export function massMixingCoupling(fermion: Fermion): Coupling {
  const { charge, isospin } = ELECTRIC[fermion]
  const right = -G_Z * charge * SIN2_WEINBERG
  return fromChiral(fermion, G_Z * isospin + right, right)
}
