import { M_ELECTRON } from '../../constants.ts'

/** What a beam meets: nuclei of one element, each within its electrons. */
export interface Nucleus {
  readonly protons: number
  /** Relative atomic mass A. */
  readonly massNumber: number
}

/** Momentum transfers squared [GeV²] below which electrons screen the nucleus, and above which its size shows. */
const screening = (protons: number): number => (M_ELECTRON / (111 * protons ** (-1 / 3))) ** 2
const extent = (massNumber: number): number => 0.164 * massNumber ** (-2 / 3)

/**
 * Squared elastic electric form factor of an atom,
 * $$G_2^{\mathrm{el}} = Z^2 \left(\frac{a^2 t}{1 + a^2 t}\right)^2 \left(\frac{1}{1 + t/d}\right)^2,$$
 * screened by electrons with $a = 111 Z^{-1/3}/m_e$, cut off by the nucleus with $d = 0.164\,A^{-2/3}$ GeV² (bjorken-2009, appendix A).
 *
 * @param t momentum transfer squared [GeV²], zero or above
 * @example
 * elasticFormFactor(1e-6, { protons: 82, massNumber: 207.2 }) // 6715.76
 */
export function elasticFormFactor(t: number, { protons, massNumber }: Nucleus): number {
  return (((t / (t + screening(protons))) * protons) / (1 + t / extent(massNumber))) ** 2
}

/**
 * The flux of virtual photons around an atom,
 * $$\chi = \int_{t_{\min}}^{t_{\max}} dt\, \frac{t - t_{\min}}{t^2}\, G_2^{\mathrm{el}}(t),$$
 * in closed form; zero where the range is empty (bjorken-2009, appendix A).
 *
 * @returns a function of $t_{\min}$ and $t_{\max}$ [GeV²]
 * @example
 * photonFlux({ protons: 82, massNumber: 207.2 })(1e-8, 0.02) // 73945.04
 */
export function photonFlux({ protons, massNumber }: Nucleus): (least: number, greatest: number) => number {
  const [a, d] = [screening(protons), extent(massNumber)]
  const width = d - a
  const scale = ((protons * d) / width) ** 2
  return (least, greatest) => {
    const range = greatest - least
    if (!(range > 0)) return 0
    const logarithm = Math.log1p((width * range) / ((greatest + d) * (least + a)))
    return Math.max(0, scale * (((d + a + 2 * least) / width) * logarithm - range * (1 / (greatest + a) + 1 / (greatest + d))))
  }
}
