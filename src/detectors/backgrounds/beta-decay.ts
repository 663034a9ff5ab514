import { M_ELECTRON } from '../../constants.ts'
import { InputError } from '../../errors.ts'
import { fermiFunctionPositron } from '../../neutrinos/solar/fermi-function.ts'
import { gaussLegendre } from '../../numerics/index.ts'

/** Energies of electrons from β decay come in units of this [keV]. */
const ELECTRON_keV = 1e6 * M_ELECTRON
/** Gauss points over a whole spectrum: the square root of the energy makes it smooth at both ends. */
const POINTS = 48

/** One branch of a β⁻ decay. */
export interface BetaBranch {
  /** Of the daughter nucleus. */
  readonly protons: number
  readonly nucleons: number
  /** Greatest kinetic energy of the electron [keV]. */
  readonly endpoint_keV: number
  /** How the matrix element depends on the energies: not at all, or as $p^2 + q^2$ of electron and neutrino where spin changes by 2 and parity flips. */
  readonly shape: 'allowed' | 'first-forbidden-unique'
}

/** What electrons gain in the field of a daughter nucleus: the function of β⁺ decay with the charge turned round. */
export const fermiFunctionElectron = (protons: number, nucleons: number, kinetic: number): number =>
  fermiFunctionPositron(-protons, nucleons, kinetic)

/**
 * Spectrum of the electrons of a β⁻ branch [1/keV], normalised:
 * $$\frac{dN}{dT} \propto F(Z, W)\,p\,W\,(Q - T)^2\,\lbrace 1,\ p^2 + (Q-T)^2\rbrace .$$
 * Point nucleus cut off at its radius; screening and exchange with atomic electrons left out, which raise the lowest few keV by some per cent.
 *
 * @throws InputError (field `endpoint`) for an end point that is not above zero
 * @example
 * const argon39 = betaSpectrum({ protons: 19, nucleons: 39, endpoint_keV: 565, shape: 'first-forbidden-unique' })
 * argon39(30) // 2.073e-3
 */
export function betaSpectrum({ protons, nucleons, endpoint_keV, shape }: BetaBranch): (energy_keV: number) => number {
  if (!(endpoint_keV > 0 && endpoint_keV < Infinity)) {
    throw new InputError(`${endpoint_keV} keV is not allowed; allowed: above zero and finite`, 'endpoint')
  }
  const end = endpoint_keV / ELECTRON_keV
  const density = (kinetic: number): number => {
    if (!(kinetic > 0 && kinetic < end)) return 0
    const p2 = kinetic * (kinetic + 2)
    const q = end - kinetic
    const matrix = shape === 'allowed' ? 1 : p2 + q * q
    return fermiFunctionElectron(protons, nucleons, kinetic) * Math.sqrt(p2) * (1 + kinetic) * q * q * matrix
  }
  const { nodes, weights } = gaussLegendre(POINTS)
  // T = end·u², so that the square root of the energy in the momentum is smooth.
  let total = 0
  for (let j = 0; j < POINTS; j++) {
    const u = 0.5 * (1 + nodes[j])
    total += weights[j] * u * end * density(end * u * u)
  }
  return (energy_keV) => density(energy_keV / ELECTRON_keV) / (total * ELECTRON_keV)
}
