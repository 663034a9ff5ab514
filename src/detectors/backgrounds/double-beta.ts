import { M_ELECTRON } from '../../constants.ts'
import { InputError } from '../../errors.ts'
import { gaussLegendre } from '../../numerics/index.ts'
import { fermiFunctionElectron } from './beta-decay.ts'

const ELECTRON_keV = 1e6 * M_ELECTRON
/** Gauss points over the energy of one electron, and over a whole spectrum. */
const ONE_POINTS = 16
const SUM_POINTS = 48

/**
 * Energy of both electrons of a two-neutrino double β decay [1/keV], normalised:
 * $$\frac{dN}{dK} \propto (Q-K)^5\int_0^K dT_1\,\prod_{i=1,2} F(Z,W_i)\,p_i\,W_i ,\qquad T_1 + T_2 = K ,$$
 * the energy denominators of the intermediate states taken out of the integral. With the non-relativistic $F \propto W/p$ this is the formula of
 * Primakoff and Rosen, {@link primakoffRosen}.
 *
 * @param protons of the daughter nucleus
 * @param nucleons of the daughter nucleus
 * @param endpoint_keV Q
 * @throws InputError (field `endpoint`) for an end point that is not above zero
 * @example
 * doubleBetaSpectrum(56, 136, 2457.8)(10) // 1.173e-5
 */
export function doubleBetaSpectrum(protons: number, nucleons: number, endpoint_keV: number): (energy_keV: number) => number {
  const { nodes, weights } = gaussLegendre(ONE_POINTS)
  const one = (kinetic: number): number =>
    fermiFunctionElectron(protons, nucleons, kinetic) * Math.sqrt(kinetic * (kinetic + 2)) * (1 + kinetic)
  return normalised(endpoint_keV, (sum) => {
    let total = 0
    for (let j = 0; j < ONE_POINTS; j++) {
      const first = 0.5 * sum * (1 + nodes[j])
      total += 0.5 * sum * weights[j] * one(first) * one(sum - first)
    }
    return total
  })
}

/**
 * The same in the approximation of Primakoff and Rosen (1959), $\propto K(Q-K)^5\left(1 + 2K + \tfrac43K^2 + \tfrac13K^3 + \tfrac1{30}K^4\right)$ in electron
 * masses. Below 50 keV it is a fifth too low for xenon: slow electrons profit more from a heavy nucleus.
 *
 * @throws InputError (field `endpoint`) for an end point that is not above zero
 */
export function primakoffRosen(endpoint_keV: number): (energy_keV: number) => number {
  return normalised(endpoint_keV, (k) => k * (1 + k * (2 + k * (4 / 3 + k * (1 / 3 + k / 30)))))
}

function normalised(endpoint_keV: number, electrons: (sum: number) => number): (energy_keV: number) => number {
  if (!(endpoint_keV > 0 && endpoint_keV < Infinity)) {
    throw new InputError(`${endpoint_keV} keV is not allowed; allowed: above zero and finite`, 'endpoint')
  }
  const end = endpoint_keV / ELECTRON_keV
  const density = (sum: number): number => (sum > 0 && sum < end ? (end - sum) ** 5 * electrons(sum) : 0)
  const { nodes, weights } = gaussLegendre(SUM_POINTS)
  const total = nodes.reduce((t, node, j) => t + 0.5 * end * weights[j] * density(0.5 * end * (1 + node)), 0)
  return (energy_keV) => density(energy_keV / ELECTRON_keV) / (total * ELECTRON_keV)
}
