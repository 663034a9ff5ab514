import { gaussLegendre } from '../numerics/index.ts'

/** Momenta of the boson, over the temperature that all would have had, and their quadrature, $3\,d^3q/(2\pi)^3$. */
const rule = gaussLegendre(12)
const LARGEST = 25
const SPINS = 3
/** How many momenta. */
export const MOMENTA = rule.nodes.length
const momenta = Float64Array.from(rule.nodes, (node) => 0.5 * LARGEST * (1 + node))
const weights = Float64Array.from(rule.weights, (weight, k) => (SPINS * 0.5 * LARGEST * weight * momenta[k] ** 2) / (2 * Math.PI ** 2))

/**
 * A gas of vector bosons of any distribution, known by its occupation numbers at comoving momenta, at a scale factor: $x = m a$.
 * Energies are in units of $1/a$, energy densities in units of $a^{-4}$.
 */
export interface BosonGas {
  /** Energies at the momenta, and energy density over occupation number. */
  readonly energies: Float64Array
  readonly densities: Float64Array
  /** To another scale factor. */
  setScale(x: number): void
  /** Energy density. */
  density(occupation: ArrayLike<number>, first: number): number
  /** $\rho - 3p$. */
  trace(occupation: ArrayLike<number>, first: number): number
}

/** A gas at no scale factor yet: call `setScale` first. */
export function bosonGas(): BosonGas {
  const energies = new Float64Array(MOMENTA)
  const densities = new Float64Array(MOMENTA)
  let x2 = 0
  return {
    energies,
    densities,
    setScale(x) {
      if (x2 === x * x) return
      x2 = x * x
      for (let k = 0; k < MOMENTA; k++) {
        energies[k] = Math.sqrt(momenta[k] * momenta[k] + x2)
        densities[k] = weights[k] * energies[k]
      }
    },
    density(occupation, first) {
      let sum = 0
      for (let k = 0; k < MOMENTA; k++) sum += densities[k] * occupation[first + k]
      return sum
    },
    trace(occupation, first) {
      let sum = 0
      for (let k = 0; k < MOMENTA; k++) sum += (weights[k] / energies[k]) * occupation[first + k]
      return x2 * sum
    },
  }
}

/**
 * Rates of decays into a pair of fermions that are in equilibrium at one temperature, and of their inverse, $\dot f = \text{gain} - \text{loss}\cdot f$, over the
 * width at rest. Pauli blocking averages over the directions of the decay (which is isotropic): with $\langle 1 - f_1 - f_2 \rangle$
 * $= 1 + \frac{2T}{\beta p} \ln\frac{1 + e^{-(E + \beta p)/2T}}{1 + e^{-(E - \beta p)/2T}}$ and β the velocity of the fermions at rest,
 * the loss is $\frac{m}{E} \langle 1 - f_1 - f_2 \rangle$ and the gain that times the Bose-Einstein distribution.
 *
 * @param temperature in units of $1/a$
 * @returns the energy density gained per time
 */
export function decayRates(
  { energies, densities }: BosonGas,
  x: number,
  velocity: number,
  temperature: number,
  gain: Float64Array,
  loss: Float64Array,
): number {
  let production = 0
  for (let k = 0; k < MOMENTA; k++) {
    const energy = energies[k]
    const along = velocity * momenta[k]
    const upper = Math.exp((-0.5 * (energy + along)) / temperature)
    const lower = Math.exp((-0.5 * (energy - along)) / temperature)
    const boltzmann = upper * lower
    loss[k] = (x / energy) * (1 + ((2 * temperature) / along) * Math.log((1 + upper) / (1 + lower)))
    gain[k] = (loss[k] * boltzmann) / (1 - boltzmann)
    production += densities[k] * gain[k]
  }
  return production
}
