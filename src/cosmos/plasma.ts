import { E_CHARGE, M_ELECTRON } from '../constants.ts'
import { chebyshevOnDemand, gaussLegendre } from '../numerics/index.ts'

/** Pressure and energy density over $T^4$, and heat capacity $d\rho/dT$ over $T^3$, of photons, electrons and positrons. */
export interface Plasma {
  pressure: number
  density: number
  heatCapacity: number
}

/** Integrals over electron momenta run to this many temperatures. */
const HIGHEST = 45
const rule = gaussLegendre(64)
/** Stretches of ln T and their nodes: good to 1e-9. */
const [STRETCH, NODES] = [1, 14]
/** Step in ln T of differences. */
const STEP = 0.03

/**
 * Pressure of electrons, positrons and their electromagnetic interactions over $T^4$. Interactions to order $e^3$, without the logarithmic term of order $e^2$,
 * which moves $N_{\rm eff}$ by $5\times10^{-5}$ (bennett-2020).
 */
function electronPressure(temperature: number): number {
  const x2 = (M_ELECTRON / temperature) ** 2
  let [free, first, second] = [0, 0, 0]
  for (let i = 0; i < rule.nodes.length; i++) {
    const p = 0.5 * HIGHEST * (1 + rule.nodes[i])
    const energy = Math.sqrt(p * p + x2)
    const occupied = (0.5 * HIGHEST * rule.weights[i] * 2) / (energy * (Math.exp(energy) + 1))
    free += p ** 4 * occupied
    first += p * p * occupied
    second += (p * p + energy * energy) * occupied
  }
  const order2 = (-(E_CHARGE ** 2) * first * (1 / 12 + first / (8 * Math.PI ** 2))) / Math.PI ** 2
  const order3 = (E_CHARGE ** 3 * second ** 1.5) / (12 * Math.PI ** 4)
  return free / (3 * Math.PI ** 2) + order2 + order3
}

/** $P/T^4$ of electrons and positrons and its first two derivatives in $\ln T$. */
const electrons = chebyshevOnDemand(
  (logTemperature, out) => {
    const [a, b, c, d, e] = [-2, -1, 0, 1, 2].map((step) => electronPressure(Math.exp(logTemperature + step * STEP)))
    out[0] = c
    out[1] = (a - 8 * b + 8 * d - e) / (12 * STEP)
    out[2] = (-a + 16 * b - 30 * c + 16 * d - e) / (12 * STEP * STEP)
  },
  3,
  STRETCH,
  NODES,
)
const PHOTONS = Math.PI ** 2 / 45
const values = new Float64Array(3)

/**
 * Photons, electrons and positrons in equilibrium at a temperature [GeV], with their electromagnetic interactions to order $e^3$:
 * $\rho = T\,dP/dT - P$. Electrons alone below the masses of muons and pions.
 *
 * @param out where to write; a new object unless given
 * @example
 * plasma(1e-2).density // 1.80487
 */
export function plasma(temperature: number, out: Plasma = { pressure: 0, density: 0, heatCapacity: 0 }): Plasma {
  electrons(Math.log(temperature), values)
  const pressure = PHOTONS + values[0]
  out.pressure = pressure
  out.density = 3 * pressure + values[1]
  out.heatCapacity = 12 * pressure + 7 * values[1] + values[2]
  return out
}
