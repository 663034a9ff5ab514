/** Hubble constant [km/s/Mpc] that the microwave background implies without new physics (planck-2018, abstract). */
const WITHOUT_BOSON = 67.4
const STANDARD = 3.044
/** Energy density of one flavour of neutrinos over that of photons. */
const PER_FLAVOUR = (7 / 8) * (4 / 11) ** (4 / 3)

/**
 * Hubble constant [km/s/Mpc] that the microwave background implies for an effective number of neutrinos. At fixed acoustic angle and redshift of equality all densities scale
 * with that of radiation (Hou et al. 2013), so that
 *
 * $$H_0 = 67.4 \sqrt{\frac{1 + 0.2271\,N_{\rm eff}}{1 + 0.2271 \times 3.044}} .$$
 *
 * The central value alone, to first order good to 1 km/s/Mpc below $N_{\rm eff} = 4$: damping of the acoustic peaks and data of galaxies, which prefer values near
 * the standard one, are not in it.
 *
 * @example
 * hubbleConstant(3.44) // 69.17
 */
export function hubbleConstant(nEff: number): number {
  return WITHOUT_BOSON * Math.sqrt((1 + PER_FLAVOUR * nEff) / (1 + PER_FLAVOUR * STANDARD))
}
