import type { Boson } from '../couplings/boson.ts'

const NEUTRINOS = ['nu_e', 'nu_mu', 'nu_tau'] as const

/**
 * Width into neutrinos of all flavours [GeV], $\Gamma = \frac{m}{24\pi} \sum_\alpha c_{\nu_\alpha}^2$ for left-handed ones.
 * Under `neutrinos: dirac` light right-handed partners add $g^2 Q'^2_{\nu_R}$ to each square: twice the width where they carry the charge of
 * the left-handed ones, nothing where the model gives them none.
 *
 * @example
 * neutrinoWidth(bosonAt(resolveModel('mu-tau'), 0.01, 1e-3, assume())) // 2.6526e-10, two flavours
 */
export function neutrinoWidth({ assumptions, couplings, model, coupling, mass }: Boson): number {
  let squares = 0
  for (const neutrino of NEUTRINOS) {
    squares += couplings[neutrino].vector ** 2
    if (assumptions.neutrinos === 'dirac') squares += (coupling * model.charges[neutrino].right) ** 2
  }
  return (mass * squares) / (24 * Math.PI)
}
