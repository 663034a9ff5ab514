import { InputError } from '../errors.ts'
import type { Triple } from '../models/model.ts'

/** 0, 1, 2: ν_e, ν_μ, ν_τ. */
export type Flavour = 0 | 1 | 2

/** The angles and the phase of the lepton mixing matrix [degrees]. */
export interface MixingAngles {
  readonly theta12_deg: number
  readonly theta13_deg: number
  readonly theta23_deg: number
  readonly deltaCP_deg: number
}

/** A complex 3×3 matrix, row by row: element (i, j) at 3 i + j. */
export interface Complex3x3 {
  readonly re: Float64Array
  readonly im: Float64Array
}

const RADIANS = Math.PI / 180

/**
 * The lepton mixing matrix, $\nu_\alpha = \sum_i U_{\alpha i}\,\nu_i$, in the phase convention of the Particle Data Group:
 * $U = R_{23}\,\mathrm{diag}(1, 1, e^{i\delta})\,R_{13}\,\mathrm{diag}(1, 1, e^{-i\delta})\,R_{12}$ (Majorana phases left out:
 * they enter nothing here). Rows e, μ, τ; columns 1, 2, 3.
 *
 * @example
 * pmns({ theta12_deg: 45, theta13_deg: 0, theta23_deg: 0, deltaCP_deg: 0 }).re[0] // 0.7071067811865476
 */
export function pmns(angles: MixingAngles): Complex3x3 {
  const [s12, c12] = [Math.sin(angles.theta12_deg * RADIANS), Math.cos(angles.theta12_deg * RADIANS)]
  const [s13, c13] = [Math.sin(angles.theta13_deg * RADIANS), Math.cos(angles.theta13_deg * RADIANS)]
  const [s23, c23] = [Math.sin(angles.theta23_deg * RADIANS), Math.cos(angles.theta23_deg * RADIANS)]
  const [sin, cos] = [Math.sin(angles.deltaCP_deg * RADIANS), Math.cos(angles.deltaCP_deg * RADIANS)]
  // biome-ignore format: rows
  return {
    re: Float64Array.of(
      c12 * c13, s12 * c13, s13 * cos,
      -s12 * c23 - c12 * s23 * s13 * cos, c12 * c23 - s12 * s23 * s13 * cos, s23 * c13,
      s12 * s23 - c12 * c23 * s13 * cos, -c12 * s23 - s12 * c23 * s13 * cos, c23 * c13,
    ),
    im: Float64Array.of(
      0, 0, -s13 * sin,
      -c12 * s23 * s13 * sin, -s12 * s23 * s13 * sin, 0,
      -c12 * c23 * s13 * sin, -s12 * c23 * s13 * sin, 0,
    ),
  }
}

/** $|U_{\alpha i}|^2$, row by row. */
export function mixingProbabilities(mixing: Complex3x3): Float64Array {
  return Float64Array.from({ length: 9 }, (_, n) => mixing.re[n] ** 2 + mixing.im[n] ** 2)
}

/**
 * Couplings diagonal in flavour, in the mass basis: $Q_{ij} = \sum_\alpha U^*_{\alpha i}\,Q_\alpha\,U_{\alpha j}$, Hermitian
 * (foldenauer-2021, neutrino masses).
 *
 * @param flavour couplings of ν_e, ν_μ, ν_τ
 * @example
 * massBasisCouplings([1, 1, 1], pmns(OSCILLATION['nufit-6.0'])).re // the unit matrix within round-off: universal couplings do not mix
 */
export function massBasisCouplings(flavour: Triple<number>, mixing: Complex3x3): Complex3x3 {
  const re = new Float64Array(9)
  const im = new Float64Array(9)
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      for (let a = 0; a < 3; a++) {
        const [x, y] = [3 * a + i, 3 * a + j]
        re[3 * i + j] += flavour[a] * (mixing.re[x] * mixing.re[y] + mixing.im[x] * mixing.im[y])
        im[3 * i + j] += flavour[a] * (mixing.re[x] * mixing.im[y] - mixing.im[x] * mixing.re[y])
      }
    }
  }
  return { re, im }
}

/**
 * Width [GeV] of a neutrino's decay into three lighter ones through a heavy boson, $\nu_i \to \nu_j\,\nu_k\,\bar\nu_l$:
 * $$\Gamma_i = \frac{m_i^5}{1536\,\pi^3\,m^4} \sum_{j,k,l<i} \tfrac12 \left|c_{ji}c_{kl} + c_{ki}c_{jl}\right|^2 ,$$
 * with $c_{ij}$ the couplings in the mass basis. It goes as $g^4$; the $g^2$ on the slides of foldenauer-2021 is a slip.
 *
 * Assumes that the boson is much heavier than the neutrinos, that the final ones are massless, that neutrinos are Dirac
 * particles with left-handed couplings, and normal ordering (the states below i are the lighter ones): ν₁ is stable.
 *
 * @param initial 1, 2 or 3: which mass state decays
 * @param couplings in the mass basis, gauge coupling included: {@link massBasisCouplings}
 * @throws InputError for a mass that is not above zero
 * @example
 * const c = massBasisCouplings([0, 5.9e-4, 5.9e-4], pmns(OSCILLATION['nufit-6.0']))
 * neutrinoDecayWidth(3, 0.05e-9, c, 0.04) // some 1e-66 GeV: a lifetime far beyond the age of the Universe
 */
export function neutrinoDecayWidth(initial: 1 | 2 | 3, neutrinoMass_GeV: number, couplings: Complex3x3, bosonMass_GeV: number): number {
  if (!(neutrinoMass_GeV > 0)) throw new InputError(`${neutrinoMass_GeV} GeV must be above zero`, 'neutrinoMass')
  if (!(bosonMass_GeV > 0)) throw new InputError(`${bosonMass_GeV} GeV must be above zero`, 'bosonMass')
  const { re, im } = couplings
  const i = initial - 1
  let strength = 0
  for (let j = 0; j < i; j++) {
    for (let k = 0; k < i; k++) {
      for (let l = 0; l < i; l++) {
        const [ji, kl, ki, jl] = [3 * j + i, 3 * k + l, 3 * k + i, 3 * j + l]
        const real = re[ji] * re[kl] - im[ji] * im[kl] + re[ki] * re[jl] - im[ki] * im[jl]
        const imaginary = re[ji] * im[kl] + im[ji] * re[kl] + re[ki] * im[jl] + im[ki] * re[jl]
        strength += 0.5 * (real * real + imaginary * imaginary)
      }
    }
  }
  return (strength * neutrinoMass_GeV ** 5) / (1536 * Math.PI ** 3 * bosonMass_GeV ** 4)
}
