import { G_FERMI, SIN2_WEINBERG } from '../constants.ts'
import type { Boson, Couplings, Ray } from '../couplings/boson.ts'

/** Vector couplings C_V of plasmon decay γ* → ν_α ν̄_α through e: 1/2 + 2 s² for ν_e, −1/2 + 2 s² for ν_μ and ν_τ. */
const VECTOR_COUPLINGS = [0.5 + 2 * SIN2_WEINBERG, -0.5 + 2 * SIN2_WEINBERG, -0.5 + 2 * SIN2_WEINBERG] as const
const FLAVOURS = ['nu_e', 'nu_mu', 'nu_tau'] as const
const SEEN = ['e', ...FLAVOURS] as const
const NONE = { vector: 0, axial: 0 }
const STANDARD = VECTOR_COUPLINGS.reduce((sum, c) => sum + c * c, 0)

/** What the boson adds to plasmon decay, over the Standard Model's. */
export interface PlasmonEmission {
  readonly interference: number
  readonly square: number
}

/**
 * How plasmon decay in a white dwarf grows with the boson: emission over the Standard Model's is $1 + a + b$ with
 *
 * $$\sum_\alpha \Big(C_{V\alpha} + \frac{c_e c_{\nu_\alpha}}{\sqrt2\, G_F m^2}\Big)^2 \Big/ \sum_\alpha C_{V\alpha}^2 .$$
 *
 * The interference a and the square b are returned apart: under $g \to s g$ they scale as $s^2$ and $s^4$.
 * Contact regime: valid for masses far above the plasma frequency and temperature (tens of keV). Compare bernal-2022 eq. (35), which
 * keeps one product of couplings.
 *
 * @example
 * const { square } = plasmonEmission(bosonAt(resolveModel('mu-tau'), 0.02, 1e-3, assume()))
 */
export function plasmonEmission(boson: Boson): PlasmonEmission {
  return emissionOf(boson.couplingsAt(0), boson.mass)
}

/** Emission against the coupling of a ray, whose couplings at rest are lines. */
export function plasmonEmissionAlong(ray: Ray): (coupling: number) => PlasmonEmission {
  const { slope, offset } = ray.atRest()
  const couplings = { e: { ...NONE }, nu_e: { ...NONE }, nu_mu: { ...NONE }, nu_tau: { ...NONE } }
  return (coupling) => {
    for (const fermion of SEEN) couplings[fermion].vector = coupling * slope[fermion].vector + offset[fermion].vector
    return emissionOf(couplings, ray.mass)
  }
}

function emissionOf(couplings: Pick<Couplings, 'e' | (typeof FLAVOURS)[number]>, mass: number): PlasmonEmission {
  const scale = couplings.e.vector / (Math.SQRT2 * G_FERMI * mass ** 2)
  let interference = 0
  let square = 0
  for (let i = 0; i < 3; i++) {
    const x = scale * couplings[FLAVOURS[i]].vector
    interference += 2 * VECTOR_COUPLINGS[i] * x
    square += x * x
  }
  return { interference: interference / STANDARD, square: square / STANDARD }
}
