import { InputError } from '../errors.ts'
import { brentRoot } from '../numerics/index.ts'

/** Ionisation or light of a nuclear recoil, over that of an electron recoil of the same energy. */
export type Quenching = (recoil_keVnr: number) => number

/**
 * Lindhard's k of an element, $0.133\,Z^{2/3}A^{-1/2}$ (lewin-1996).
 *
 * @param nucleons mean mass number
 * @example
 * lindhardK(54, 131.3) // 0.1658
 */
export const lindhardK = (protons: number, nucleons: number): number => (0.133 * protons ** (2 / 3)) / Math.sqrt(nucleons)

/**
 * Lindhard's quenching (lewin-1996; amaral-2020 §III.3.2),
 * $$Y = \frac{k\,g(\epsilon)}{1 + k\,g(\epsilon)},\qquad g = 3\epsilon^{0.15} + 0.7\epsilon^{0.6} + \epsilon,\qquad
 * \epsilon = 11.5\,Z^{-7/3}\,E_R/\mathrm{keV} .$$
 *
 * Below about a keV it is an extrapolation.
 *
 * @param k {@link lindhardK}, or a fitted value such as 0.162 for germanium (supercdms-2017)
 * @throws InputError (field `k`) for k not above zero
 * @example
 * lindhard(54, lindhardK(54, 131.3))(100) // 0.287
 */
export function lindhard(protons: number, k: number): Quenching {
  if (!(k > 0 && k < Infinity)) throw new InputError(`${k} is not allowed; allowed: above zero and finite`, 'k')
  const scale = 11.5 * protons ** (-7 / 3)
  return (recoil_keVnr) => {
    const epsilon = scale * recoil_keVnr
    const g = 3 * epsilon ** 0.15 + 0.7 * epsilon ** 0.6 + epsilon
    return (k * g) / (1 + k * g)
  }
}

/** The quenching of CENNS-10, $0.246 + 7.8\times10^{-4}\,E_R/\mathrm{keV}$, measured from 0 to 125 keV (cenns10-2020; amaral-2020 §III.2). */
export const cenns10Quenching: Quenching = (recoil_keVnr) => 0.246 + 7.8e-4 * recoil_keVnr

/** The quenching of COHERENT's CsI as used in 2017: 8.78 % from 5 to 30 keV (coherent-csi-2017). */
export const csi2017Quenching: Quenching = () => 0.0878

/**
 * The quenching of COHERENT's CsI fitted to all its calibrations (coherent-csi-2021), with x the recoil energy in MeV:
 * $E_{ee} = 0.055463\,x + 4.3068\,x^2 - 111.71\,x^3 + 840.38\,x^4$ MeV. Measured up to 70 keV.
 *
 * @example
 * csi2021Quenching(15) // 0.0978
 */
export const csi2021Quenching: Quenching = (recoil_keVnr) => {
  const x = 1e-3 * recoil_keVnr
  return 0.055463 + x * (4.3068 + x * (-111.71 + x * 840.38))
}

/**
 * Electron-equivalent energy of a nuclear recoil, $E_{ee} = Y(E_{nr})\,E_{nr}$ [keV].
 *
 * Where electron and nuclear recoils are counted together (NR + ER of amaral-2020, Table II), the ends of a window of nuclear recoils are
 * turned into those of electrons with this: Lindhard's for argon, {@link phononQuenching} for germanium; in xenon only the upper end, the lower
 * being the same number for both.
 */
export const electronEquivalent = (quenching: Quenching, recoil_keVnr: number): number => quenching(recoil_keVnr) * recoil_keVnr

/**
 * The nuclear recoil that looks like an electron of this energy: the inverse of {@link electronEquivalent}, for quenching that lets
 * $Y\,E$ grow.
 *
 * @throws InputError (field `energy`) for energies that are not above zero, or that no nuclear recoil below 10 MeV gives
 * @example
 * nuclearEquivalent(lindhard(54, lindhardK(54, 131.3)), 30) // 104 keV
 */
export function nuclearEquivalent(quenching: Quenching, energy_keVee: number): number {
  const excess = (recoil: number): number => electronEquivalent(quenching, recoil) - energy_keVee
  let top = energy_keVee
  while (top < 1e4 && excess(top) < 0) top *= 1.5
  if (!(energy_keVee > 0 && excess(top) >= 0)) {
    throw new InputError(
      `no nuclear recoil looks like ${energy_keVee} keV of an electron; allowed: above zero, below 10 MeV unquenched`,
      'energy',
    )
  }
  return brentRoot(excess, 0, top)
}

/**
 * Quenching of a nuclear recoil seen in phonons, those of the drifting charges included (supercdms-2017; amaral-2020 §III.3.2):
 * $$\frac{E_{ee}}{E_{nr}} = \frac{1 + Y(E_{nr})\,V/\varepsilon_\gamma}{1 + V/\varepsilon_\gamma} .$$
 *
 * @param ionisation the quenching Y of the charge
 * @param bias_V voltage V across the crystal
 * @param pair_eV energy per electron–hole pair: 2.96 eV in germanium, 3.82 eV in silicon
 * @throws InputError (fields `bias`, `pair`) for a negative voltage, an energy not above zero
 * @example
 * electronEquivalent(phononQuenching(lindhard(32, lindhardK(32, 72.6)), 6, 2.96), 0.272) // 0.116
 */
export function phononQuenching(ionisation: Quenching, bias_V: number, pair_eV: number): Quenching {
  if (!(bias_V >= 0 && bias_V < Infinity)) throw new InputError(`${bias_V} V is not allowed; allowed: zero or above, and finite`, 'bias')
  if (!(pair_eV > 0 && pair_eV < Infinity)) throw new InputError(`${pair_eV} eV is not allowed; allowed: above zero and finite`, 'pair')
  const gain = bias_V / pair_eV
  return (recoil_keVnr) => (1 + ionisation(recoil_keVnr) * gain) / (1 + gain)
}
