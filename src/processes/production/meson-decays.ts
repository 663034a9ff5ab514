import type { Couplings } from '../../couplings/coupling.ts'
import { ELECTRIC } from '../../models/model.ts'
import { absorption, type Line, lineOf, RESONANCES, type Resonance, type VectorMeson } from './resonances.ts'

/** A diagonal matrix over u, d, s. */
export type Diagonal = readonly [u: number, d: number, s: number]

/** U(3) generators of the vector mesons: ρ and ω of light quarks, φ of strange ones (darkcast-2018, section 2). */
export const VECTOR_GENERATORS: Readonly<Record<VectorMeson, Diagonal>> = {
  rho: [0.5, -0.5, 0],
  omega: [0.5, 0.5, 0],
  phi: [0, 0, Math.SQRT1_2],
}
/**
 * Those of the pseudoscalars, up to factors that cancel in every ratio:
 * $\eta \propto u\bar u + d\bar d - s\bar s$ and $\eta' \propto u\bar u + d\bar d + 2 s\bar s$, a mixing angle of −19.5°.
 */
export const PSEUDOSCALAR_GENERATORS = {
  pi0: [1, -1, 0],
  eta: [1, 1, -1],
  etaPrime: [1, 1, 2],
} as const satisfies Record<string, Diagonal>

/** Electric charges of the light quarks. */
export const CHARGES: Diagonal = [ELECTRIC.u.charge, ELECTRIC.d.charge, ELECTRIC.s.charge]

const product = (a: Diagonal, b: Diagonal): Diagonal => [a[0] * b[0], a[1] * b[1], a[2] * b[2]]
const trace = (a: Diagonal): number => a[0] + a[1] + a[2]

/** What one vector meson adds to an amplitude: linear in the quark couplings. */
interface Term {
  readonly line: Line
  readonly quarks: Diagonal
  readonly photon: number
}

/** The amplitude of a decay $A \to B X$, ready for any couplings and mass. */
export type DecayAmplitude = readonly Term[]

/**
 * The amplitude of a meson decay $A \to B X$, in which X mixes with the vector mesons,
 * $$\mathcal A(X) \propto \sum_{V = \rho, \omega, \phi} \operatorname{Tr}[T_A T_B T_V]\,\operatorname{Tr}[T_V Q_X]\,
 * \frac{1}{1 - m^2/m_V^2 - i m\Gamma_V(m)/m_V^2}$$
 * (darkcast-2018, section 2), with the quark charges $Q_\gamma$ in place of $T_B$ where B is a photon.
 *
 * @param vertex the product $T_A T_B$, up to a factor
 * @param resonances masses, widths and decays of the ρ, ω and φ
 * @example
 * decayAmplitude([2 / 3, 1 / 3, 0]).length // 2
 */
export function decayAmplitude(vertex: Diagonal, resonances: Readonly<Record<VectorMeson, Resonance>> = RESONANCES): DecayAmplitude {
  return (Object.keys(VECTOR_GENERATORS) as VectorMeson[]).flatMap((name) => {
    const generator = VECTOR_GENERATORS[name]
    const size = trace(product(vertex, generator))
    if (size === 0) return []
    const quarks: Diagonal = [size * generator[0], size * generator[1], size * generator[2]]
    return [{ line: lineOf(resonances[name]), quarks, photon: trace(product(quarks, CHARGES)) }]
  })
}

/**
 * The amplitude of $P \to \gamma X$.
 *
 * @param pseudoscalar generator of P, up to a factor
 * @param resonances masses, widths and decays of the ρ, ω and φ
 * @example
 * photonAmplitude(PSEUDOSCALAR_GENERATORS.eta).length // 3
 */
export function photonAmplitude(pseudoscalar: Diagonal, resonances?: Readonly<Record<VectorMeson, Resonance>>): DecayAmplitude {
  return decayAmplitude(product(pseudoscalar, CHARGES), resonances)
}

/**
 * $|\mathcal A(X)/\mathcal A(\gamma)|^2$ at one mass: the squared coupling $(e\varepsilon)^2$ of the dark photon that the decay makes as often as X.
 * Only vector couplings enter. No allocation.
 *
 * @param mass of X [GeV]
 * @example
 * const { couplings } = bosonAt(resolveModel('B-L'), 0.01, 1, assume())
 * amplitudeRatio(photonAmplitude(PSEUDOSCALAR_GENERATORS.pi0), couplings, 0.01) // 1.0000
 */
export function amplitudeRatio(amplitude: DecayAmplitude, couplings: Couplings, mass: number): number {
  const u = couplings.u.vector
  const d = couplings.d.vector
  const s = couplings.s.vector
  let re = 0
  let im = 0
  let photonRe = 0
  let photonIm = 0
  for (let i = 0; i < amplitude.length; i++) {
    const { line, quarks, photon } = amplitude[i]
    const x = 1 - (mass / line.mass_GeV) ** 2
    const y = absorption(line, mass)
    const norm = x * x + y * y
    const coupling = quarks[0] * u + quarks[1] * d + quarks[2] * s
    re += (coupling * x) / norm
    im += (coupling * y) / norm
    photonRe += (photon * x) / norm
    photonIm += (photon * y) / norm
  }
  return (re * re + im * im) / (photonRe * photonRe + photonIm * photonIm)
}
