import { M_PLANCK } from '../constants.ts'

/** Relativistic degrees of freedom g* while photons, e± and three neutrinos share one temperature. */
const G_STAR = 10.75

/** Expansion rate $H = \sqrt{8\pi\rho/3} / M_{\rm Pl}$ [GeV] of an energy density [GeV⁴]. */
export const expansionRate = (density: number): number => Math.sqrt((8 * Math.PI * density) / 3) / M_PLANCK

/**
 * Expansion rate [GeV] while photons, e± and three neutrinos share a temperature [GeV] above the electron mass: $1.66\sqrt{g_*}\,T^2/M_{\rm Pl}$, $g_* = 10.75$.
 *
 * @example
 * thermalExpansionRate(1e-3) // 4.45837e-25
 */
export const thermalExpansionRate = (temperature: number): number => expansionRate((G_STAR * Math.PI ** 2 * temperature ** 4) / 30)
