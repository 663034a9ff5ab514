import { M_ETA, M_PION_ZERO } from '../../constants.ts'
import type { Production } from '../../constraints/published.ts'

/** A beam of protons on a target or on another: decays of the lightest meson heavy enough, and proton bremsstrahlung above the η. */
export const PROTON_DUMP: Production = [
  { below: M_PION_ZERO, shares: { 'pi0-photon': 1 } },
  { below: M_ETA, shares: { 'eta-photon': 1 } },
  { shares: { 'proton-bremsstrahlung': 1 } },
]

/** Dimuons in the acceptance of LHCb: decays of mesons, mixing with the ρ, ω and φ, then quarks. Estimated. */
export const LHCB_DIMUONS: Production = [
  { below: 0.55, shares: { 'eta-photon': 0.85, 'omega-pi0': 0.15 } },
  { below: 1.1, shares: { 'rho-mixing': 0.68, 'omega-mixing': 0.12, 'phi-mixing': 0.2 } },
  { shares: { 'up-quarks': 0.8, 'down-quarks': 0.2 } },
]
