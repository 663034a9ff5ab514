import { M_ELECTRON, M_MUON, M_TAU, QUARK_MASS } from '../constants.ts'
import type { Fermion } from '../models/model.ts'

/**
 * Fermion masses [GeV] as loops and leptonic decays use them. Neutrinos are massless here.
 * The quarks' are perturbative (MS-bar) masses, not thresholds: hadrons open at the meson masses of `decays/hadrons.ts`.
 */
export const FERMION_MASS: Readonly<Record<Fermion, number>> = {
  e: M_ELECTRON,
  mu: M_MUON,
  tau: M_TAU,
  nu_e: 0,
  nu_mu: 0,
  nu_tau: 0,
  ...QUARK_MASS,
}
