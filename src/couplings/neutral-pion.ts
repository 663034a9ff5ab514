import { type Boson, protonCoupling } from './boson.ts'

/**
 * What stands for $e\varepsilon$ of a dark photon in $\pi^0 \to \gamma Z'$, the boson far lighter than the ρ: the anomaly adds up
 * $3\,(Q_u c_u - Q_d c_d) = 2c_u + c_d$, the coupling of the proton. For bernal-2022 it is $e\varepsilon - c\,g$ in that paper's sign of ε.
 *
 * The paper weighs u and d with the same sign, $\frac95 (Q_u c_u + Q_d c_d) = e\varepsilon - c\,g/5$ (section 3; its bracket has $+c\,g/3$
 * where eq. (3) has $-c\,g/3$), as here under `recipe: 'as-printed'`.
 *
 * @example
 * neutralPionCoupling(bosonAt(resolveModel('bernal'), 0.04, 5e-4, assume())) // −6.667e-5
 */
export function neutralPionCoupling({ couplings, assumptions }: Boson): number {
  const { u, d } = couplings
  return assumptions.recipe === 'as-printed' ? (6 * u.vector - 3 * d.vector) / 5 : protonCoupling(couplings)
}
