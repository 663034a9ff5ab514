/**
 * Physical constants and masses. CODATA 2022 where CODATA has them; the Particle Data Group otherwise.
 * Natural units: GeV throughout; a name carries its unit where it is anything else.
 */

/** Fine-structure constant α (CODATA 2022). */
export const ALPHA = 7.2973525643e-3
/** Elementary charge e = √(4πα), dimensionless. */
export const E_CHARGE = Math.sqrt(4 * Math.PI * ALPHA)
/** Fermi constant G_F [GeV⁻²] (CODATA 2022). */
export const G_FERMI = 1.1663787e-5
/** sin²θ_W, MS-bar at m_Z (PDG 2022). */
export const SIN2_WEINBERG = 0.23122
/** Z mass [GeV] (PDG 2022). */
export const M_Z = 91.1876
/** Higgs vacuum expectation value v = (√2 G_F)^(-1/2) [GeV]. */
export const HIGGS_VEV = 1 / Math.sqrt(Math.SQRT2 * G_FERMI)

/** Electron, muon and tau masses [GeV] (CODATA 2022; m_τ = 1776.86 MeV). */
export const M_ELECTRON = 0.51099895069e-3
export const M_MUON = 0.1056583755
export const M_TAU = 1.77686
/** Proton mass [GeV] (CODATA 2022). */
export const M_PROTON = 0.93827208943
/** Charged-pion mass [GeV] (PDG 2024). */
export const M_PION = 0.13957039
/** Charged-kaon mass [GeV] (PDG 2024). */
export const M_KAON = 0.493677
/** Neutral-pion, neutral-kaon and eta masses [GeV] (PDG 2024). */
export const M_PION_ZERO = 0.1349768
export const M_KAON_ZERO = 0.497611
export const M_ETA = 0.547862
/** Atomic mass unit [GeV] (CODATA 2022). */
export const ATOMIC_MASS_UNIT = 0.93149410372
/** Quark masses in loops and thresholds [GeV]: MS-bar, u d s at 2 GeV, c b at their own mass, t pole (PDG 2024). */
export const QUARK_MASS = { u: 2.16e-3, d: 4.7e-3, s: 93.5e-3, c: 1.273, b: 4.183, t: 172.57 } as const

/** ħ [GeV s]. */
export const HBAR_GEV_S = 6.58211956951e-25
/** ħc [GeV m] and [GeV cm]. */
export const HBARC_GEV_M = 1.97326980459e-16
export const HBARC_GEV_CM = 1.97326980459e-14
/** Avogadro constant [1/mol], exact. */
export const AVOGADRO = 6.02214076e23
/** Julian year [s]. */
export const YEAR_S = 31557600
/** Planck mass [GeV] (CODATA 2022). */
export const M_PLANCK = 1.22089e19
