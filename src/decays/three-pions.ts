import { M_PION, M_PION_ZERO } from '../constants.ts'
import { GROUND_STATES } from '../data/vector-mesons.ts'
import { chebyshevOnDemand, gaussLegendre } from '../numerics/index.ts'

const THRESHOLD = 2 * M_PION + M_PION_ZERO
/** The ρ(770) in the decay. */
const RHO = GROUND_STATES.rho
const RULE = gaussLegendre(24)

const momentum2 = (s: number, a: number, b: number) => Math.max(0, ((s - (a + b) ** 2) * (s - (a - b) ** 2)) / (4 * s))

/** Γ_ρ/q³ for a pair of charged pions, and for a charged with a neutral one. */
const CHARGED = RHO.width_GeV / momentum2(RHO.mass_GeV ** 2, M_PION, M_PION) ** 1.5
const NEUTRAL = RHO.width_GeV / momentum2(RHO.mass_GeV ** 2, M_PION, M_PION_ZERO) ** 1.5
const rhoReal = (s: number) => 1 - s / RHO.mass_GeV ** 2
const rhoImaginary = (s: number, neutral: number, growth: number) => (growth * momentum2(s, M_PION, neutral) ** 1.5) / Math.sqrt(s)

/** |Σ 1/(1 − s/m_ρ² − i√s Γ(s)/m_ρ²)|² over the three pairs of pions, the charged one first. */
function rhos(charged: number, plus: number, minus: number): number {
  const [a, b, c] = [rhoReal(charged), rhoReal(plus), rhoReal(minus)]
  const d = rhoImaginary(charged, M_PION, CHARGED)
  const e = rhoImaginary(plus, M_PION_ZERO, NEUTRAL)
  const f = rhoImaginary(minus, M_PION_ZERO, NEUTRAL)
  const [x, y, z] = [1 / (a * a + d * d), 1 / (b * b + e * e), 1 / (c * c + f * f)]
  return (a * x + b * y + c * z) ** 2 + (d * x + e * y + f * z) ** 2
}

/** The Dalitz integral over the kinetic energy to the fourth, which its phase space goes with at threshold. */
function integral(kinetic: number): number {
  const mass = THRESHOLD + kinetic
  const lowest = 4 * M_PION ** 2
  const range = (mass - M_PION_ZERO) ** 2 - lowest
  let sum = 0
  for (let i = 0; i < RULE.nodes.length; i++) {
    const x = (1 + RULE.nodes[i]) / 2
    // both ends go as square roots of s: s = s₀ + Δ x²(3 − 2x)
    const s = lowest + range * x * x * (3 - 2 * x)
    const root = Math.sqrt(s)
    const q = Math.sqrt(momentum2(s, M_PION, M_PION))
    const energy = (mass * mass - s - M_PION_ZERO ** 2) / (2 * root)
    const p = Math.sqrt(Math.max(0, energy * energy - M_PION_ZERO ** 2))
    const middle = M_PION ** 2 + M_PION_ZERO ** 2 + root * energy
    const measure = RULE.weights[i] * range * 3 * x * (1 - x) * 2 * q * p
    for (let j = 0; j < RULE.nodes.length; j++) {
      const cosine = RULE.nodes[j]
      const squared = s * q * q * p * p * (1 - cosine * cosine)
      sum += measure * RULE.weights[j] * squared * rhos(s, middle - 2 * q * p * cosine, middle + 2 * q * p * cosine)
    }
  }
  return sum / (mass ** 3 * kinetic ** 4)
}

const smooth = chebyshevOnDemand((kinetic, out) => (out[0] = integral(kinetic)), 1, 0.2, 10)

/**
 * How the width of a vector meson of mass m into $\pi^+\pi^-\pi^0$ through $\rho\pi$ goes with m, in arbitrary units:
 * $$\frac{1}{m^3}\int ds_{+-}\,ds_{+0}\; m^2\,|\vec p_+ \times \vec p_-|^2 \left|\sum_{\text{pairs}}
 * \frac{m_\rho^2}{m_\rho^2 - s_{ij} - i\sqrt{s_{ij}}\,\Gamma_\rho(s_{ij})}\right|^2,$$
 * zero below threshold. Tabulated where it is asked for, to 3e-3.
 *
 * @param mass [GeV], up to 2.5
 * @example
 * threePions(1.019) / threePions(0.782) // 28.728
 */
export function threePions(mass: number): number {
  if (mass <= THRESHOLD) return 0
  const kinetic = mass - THRESHOLD
  const out = new Float64Array(1)
  smooth(kinetic, out)
  return out[0] * kinetic ** 4
}
