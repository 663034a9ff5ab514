import { earthPrem } from '../../data/earth-prem.ts'
import { InputError } from '../../errors.ts'
import type { Triple } from '../../models/model.ts'
import { hermitianEigen3 } from '../../numerics/index.ts'
import { type Complex3x3, pmns } from '../pmns.ts'
import { MATTER_EV2, type MatterPotential, type OscillationParameters, STANDARD_POTENTIAL } from './oscillation.ts'

/** One shell of the Earth, between the shell below it and its outer radius. */
export interface EarthShell {
  readonly outerRadius_km: number
  /** Density [g/cm³] at $x = r/R$: $\rho = c_0 + c_1 x + c_2 x^2 + c_3 x^3$. */
  readonly density: readonly [number, number, number, number]
  readonly electronsPerNucleon: number
}

/** The Earth from the centre out; the last shell ends at the surface, where the detector is. */
export type EarthModel = readonly EarthShell[]

/** The Earth of a table like `earthPrem`. */
export function earthModel(table: typeof earthPrem): EarthModel {
  return table.rows.map(([outerRadius_km, c0, c1, c2, c3, electronsPerNucleon]) => ({
    outerRadius_km,
    density: [c0, c1, c2, c3],
    electronsPerNucleon,
  }))
}

/** The preliminary reference Earth model (Dziewonski and Anderson 1981). */
export const PREM: EarthModel = earthModel(earthPrem)

/** $1/2\hbar c$: the phase [rad] of a splitting [eV²] per length [km] and inverse energy [1/MeV]. */
const PHASE_PER_EV2_KM_MEV = 1 / (2 * 1e6 * 1.97326980459e-10)

/** Steps of a chord are no longer than this [km] unless told otherwise: the error is then below 1e-7 for every chord. */
const STEP_KM = 250

/**
 * The half of a chord from its surface to its middle, cut into steps: the other half is its mirror image. In each step the electron
 * density is given by its first three Legendre coefficients.
 */
export interface Chord {
  readonly steps: number
  readonly length_km: Float64Array
  /** Electrons [mol/cm³]: mean, slope and curvature, $n_e = a_0 + a_1 P_1(\xi) + a_2 P_2(\xi)$ with ξ from −1 to 1 along the step, inwards. */
  readonly mean: Float64Array
  readonly slope: Float64Array
  readonly curvature: Float64Array
  readonly neutronsPerElectron: Float64Array
}

/**
 * The way of a neutrino through the Earth to a detector at its surface.
 *
 * @param cosNadir of the angle between the neutrino's way and the downward vertical: 1 through the centre, 0 along the horizon
 * @throws InputError for a cosine outside 0 to 1
 */
export function earthChord(cosNadir: number, earth: EarthModel = PREM, longestStep_km = STEP_KM): Chord {
  if (!(cosNadir >= 0 && cosNadir <= 1)) throw new InputError(`${cosNadir} is not allowed; allowed: from 0 to 1`, 'cosNadir')
  const surface = earth[earth.length - 1].outerRadius_km
  const half = surface * cosNadir
  const impact2 = surface * surface - half * half
  const rows: (readonly [number, number, number, number, number])[] = []
  for (let s = earth.length - 1, start = half; s >= 0 && start > 0; s--) {
    const { density, electronsPerNucleon } = earth[s]
    const inner = s === 0 ? 0 : earth[s - 1].outerRadius_km
    const end = inner * inner > impact2 ? Math.sqrt(inner * inner - impact2) : 0
    const steps = Math.ceil((start - end) / longestStep_km)
    const length = (start - end) / steps
    const electrons = (distance: number): number => {
      const x = Math.sqrt(impact2 + distance * distance) / surface
      return electronsPerNucleon * (density[0] + x * (density[1] + x * (density[2] + x * density[3])))
    }
    for (let i = 0; i < steps; i++) {
      // Gauss's rule of three points, inwards.
      const middle = start - (i + 0.5) * length
      const first = electrons(middle + 0.5 * length * Math.sqrt(0.6))
      const second = electrons(middle)
      const third = electrons(middle - 0.5 * length * Math.sqrt(0.6))
      const mean = (5 * first + 8 * second + 5 * third) / 18
      rows.push([
        length,
        mean,
        (5 / 6) * Math.sqrt(0.6) * (third - first),
        (5 / 9) * (first + third - 2 * second),
        1 / electronsPerNucleon - 1,
      ])
    }
    start = end
  }
  const pick = (k: 0 | 1 | 2 | 3 | 4): Float64Array => Float64Array.from(rows, (row) => row[k])
  return {
    steps: rows.length,
    length_km: pick(0),
    mean: pick(1),
    slope: pick(2),
    curvature: pick(3),
    neutronsPerElectron: pick(4),
  }
}

/** Carries neutrinos that leave the Sun as mass states through the Earth. */
export interface EarthEvolution {
  /** $|\langle\nu_\alpha|S|\nu_i\rangle|^2$, written into `out` at 3 α + i: rows e, μ, τ, columns 1, 2, 3. Rows and columns sum to one. */
  regeneration(energy_MeV: number, chord: Chord, out: Float64Array): void
  /** The amplitudes $\langle\nu_\alpha|S|\nu_i\rangle$ themselves, written into `out`. */
  amplitudes(energy_MeV: number, chord: Chord, out: Complex3x3): void
  /**
   * The amplitudes by way of each of the three levels in the middle of the chord, written into `out`; they sum to `amplitudes`. What lengths of chords
   * that differ by some kilometres average out are the phases between the levels, and then probabilities add up.
   *
   * @param phases how fast the phase of each level turns there [rad/km], ascending
   */
  amplitudesByLevel(energy_MeV: number, chord: Chord, out: Triple<Complex3x3>, phases: Float64Array): void
}

/**
 * Three flavours through the Earth, exactly but for the variation of the density inside a step, which enters at first order in the
 * interaction picture of the step's mean density. For $H = H_0 + \delta n(x)\,D$ with $H_0 = V \Lambda V^\dagger$,
 * $$S_{\rm step} = V e^{-i\Lambda h/2}\,e^{-iK}\,e^{-i\Lambda h/2}\,V^\dagger ,\qquad
 *   K_{jk} = \tfrac h2 (V^\dagger D V)_{jk}\,\bigl[2i\,a_1\,j_1(z) - 2\,a_2\,j_2(z)\bigr],\quad z = (\lambda_j - \lambda_k)\,h/2 ,$$
 * $a_1, a_2$ the Legendre coefficients of δn and $j_1, j_2$ spherical Bessel functions. Fast oscillations therefore need no small
 * steps. What is neglected is of second order in the variation of the phase: below 1e-7 of a probability with the usual steps.
 *
 * @param potential what a boson adds in matter; the ratio of neutrons to electrons is the shell's
 * @example
 * const out = new Float64Array(9)
 * earthEvolution(OSCILLATION['nufit-6.0']).regeneration(10, earthChord(0), out)
 * out[0] // |U_e1|², 0.677: along the horizon there is no matter
 */
export function earthEvolution(oscillation: OscillationParameters, potential: MatterPotential = STANDARD_POTENTIAL): EarthEvolution {
  const mixing = pmns(oscillation)
  const masses = [0, oscillation.dm21_eV2, oscillation.dm31_eV2]
  const vacuum = flavourMassMatrix(mixing, masses)
  const re = new Float64Array(9)
  const values = new Float64Array(3)
  const x = new Float64Array(9)
  const y = new Float64Array(9)
  const into = complex()
  const outOf = complex()
  const odd = complex()
  const even = complex()
  const kick = complex()
  const way = complex()
  const home = complex()
  const other = complex()

  /** Leaves the way to the middle of the chord in `way`, that from it in `home`, and the levels at it in `values`, x and y. */
  function carry(energy_MeV: number, chord: Chord): void {
    const matter = MATTER_EV2 * energy_MeV
    const perKm = PHASE_PER_EV2_KM_MEV / energy_MeV
    const { perElectron, perNeutron } = potential
    copy(mixing, way)
    home.re.fill(0)
    home.im.fill(0)
    home.re[0] = home.re[4] = home.re[8] = 1
    if (chord.steps === 0) hermitianEigen3(vacuum.re, vacuum.im, values, x, y)
    for (let s = 0; s < chord.steps; s++) {
      const ratio = chord.neutronsPerElectron[s]
      const e = matter * (1 + perElectron[0] + ratio * perNeutron[0])
      const mu = matter * (perElectron[1] + ratio * perNeutron[1])
      const tau = matter * (perElectron[2] + ratio * perNeutron[2])
      const mean = chord.mean[s]
      re.set(vacuum.re)
      re[0] += e * mean
      re[4] += mu * mean
      re[8] += tau * mean
      hermitianEigen3(re, vacuum.im, values, x, y)

      // outOf = V e^{-iΛh/2}, into = e^{-iΛh/2} V†
      const half = 0.5 * chord.length_km[s] * perKm
      for (let k = 0; k < 3; k++) {
        const cos = Math.cos(values[k] * half)
        const sin = Math.sin(values[k] * half)
        for (let a = 0; a < 3; a++) {
          const n = 3 * a + k
          const m = 3 * k + a
          outOf.re[n] = x[n] * cos + y[n] * sin
          outOf.im[n] = y[n] * cos - x[n] * sin
          into.re[m] = x[n] * cos - y[n] * sin
          into.im[m] = -y[n] * cos - x[n] * sin
        }
      }
      for (let j = 0; j < 2; j++) {
        for (let k = j + 1; k < 3; k++) {
          const z = (values[j] - values[k]) * half
          const first = 2 * chord.slope[s] * half * j1(z)
          const second = -2 * chord.curvature[s] * half * j2(z)
          let dRe = 0
          let dIm = 0
          for (let a = 0; a < 3; a++) {
            const d = a === 0 ? e : a === 1 ? mu : tau
            const l = 3 * a + j
            const r = 3 * a + k
            dRe += d * (x[l] * x[r] + y[l] * y[r])
            dIm += d * (x[l] * y[r] - y[l] * x[r])
          }
          const n = 3 * j + k
          even.re[n] = second * dRe
          even.im[n] = second * dIm
          odd.re[n] = -first * dIm
          odd.im[n] = first * dRe
        }
      }
      unitaryKick(even, odd, 1, kick)
      multiply(into, way, other)
      multiply(kick, other, way)
      multiply(outOf, way, other)
      copy(other, way)
      // On the way out the same step is met backwards: the odd part of K changes sign.
      unitaryKick(even, odd, -1, kick)
      multiply(home, outOf, other)
      multiply(other, kick, home)
      multiply(home, into, other)
      copy(other, home)
    }
  }

  return {
    regeneration(energy_MeV, chord, out) {
      carry(energy_MeV, chord)
      multiply(home, way, other)
      for (let n = 0; n < 9; n++) out[n] = other.re[n] * other.re[n] + other.im[n] * other.im[n]
    },
    amplitudes(energy_MeV, chord, out) {
      carry(energy_MeV, chord)
      multiply(home, way, out)
    },
    amplitudesByLevel(energy_MeV, chord, out, phases) {
      carry(energy_MeV, chord)
      for (let k = 0; k < 3; k++) {
        phases[k] = (values[k] * PHASE_PER_EV2_KM_MEV) / energy_MeV
        for (let i = 0; i < 3; i++) {
          let re = 0
          let im = 0
          for (let a = 0; a < 3; a++) {
            const [l, r] = [3 * a + k, 3 * a + i]
            re += x[l] * way.re[r] + y[l] * way.im[r]
            im += x[l] * way.im[r] - y[l] * way.re[r]
          }
          for (let a = 0; a < 3; a++) {
            const [l, r] = [3 * a + k, 3 * a + i]
            other.re[r] = x[l] * re - y[l] * im
            other.im[r] = x[l] * im + y[l] * re
          }
        }
        multiply(home, other, out[k])
      }
    },
  }
}

/** $\sum_i U_{\alpha i} m_i^2 U^*_{\beta i}$ [eV²]. */
function flavourMassMatrix(mixing: Complex3x3, masses: readonly number[]): Complex3x3 {
  const out = complex()
  for (let a = 0; a < 3; a++) {
    for (let b = 0; b < 3; b++) {
      for (let i = 0; i < 3; i++) {
        const [x, y] = [3 * a + i, 3 * b + i]
        out.re[3 * a + b] += masses[i] * (mixing.re[x] * mixing.re[y] + mixing.im[x] * mixing.im[y])
        out.im[3 * a + b] += masses[i] * (mixing.im[x] * mixing.re[y] - mixing.re[x] * mixing.im[y])
      }
    }
  }
  return out
}

const complex = (): Complex3x3 => ({ re: new Float64Array(9), im: new Float64Array(9) })

/**
 * $(1 - iK/2)(1 + iK/2)^{-1}$, unitary and equal to $e^{-iK}$ up to $K^3/12$, for the Hermitian $K = \texttt{even} \pm \texttt{odd}$ without
 * diagonal, whose upper triangle is given. By Cayley and Hamilton $K^3 = pK + q$, so that the inverse is a quadratic in K.
 */
function unitaryKick(even: Complex3x3, odd: Complex3x3, sign: 1 | -1, out: Complex3x3): void {
  const aRe = even.re[1] + sign * odd.re[1]
  const aIm = even.im[1] + sign * odd.im[1]
  const bRe = even.re[2] + sign * odd.re[2]
  const bIm = even.im[2] + sign * odd.im[2]
  const cRe = even.re[5] + sign * odd.re[5]
  const cIm = even.im[5] + sign * odd.im[5]
  const a2 = aRe * aRe + aIm * aIm
  const b2 = bRe * bRe + bIm * bIm
  const c2 = cRe * cRe + cIm * cIm
  const p = a2 + b2 + c2
  // q = 2 Re(K_eμ K_μτ K_τe)
  const q = 2 * ((aRe * cRe - aIm * cIm) * bRe + (aRe * cIm + aIm * cRe) * bIm)
  // (1 + iK/2)^{-1} = x + y K + z K²: y = −(i/2)/(1 + p/4 − iq/8), z = −iy/2, x = 1 − yq/4
  const den = (1 + p / 4) ** 2 + (q / 8) ** 2
  const yRe = q / 16 / den
  const yIm = -(1 + p / 4) / 2 / den
  const zRe = yIm / 2
  const zIm = -yRe / 2
  const xRe = 1 - (yRe * q) / 4
  const xIm = -(yIm * q) / 4
  // K²: products over the third state
  const abRe = bRe * cRe + bIm * cIm
  const abIm = bIm * cRe - bRe * cIm
  const acRe = aRe * cRe - aIm * cIm
  const acIm = aRe * cIm + aIm * cRe
  const bcRe = aRe * bRe + aIm * bIm
  const bcIm = aRe * bIm - aIm * bRe
  const entry = (n: number, kRe: number, kIm: number, sRe: number, sIm: number, one: number): void => {
    out.re[n] = 2 * (one * xRe + yRe * kRe - yIm * kIm + zRe * sRe - zIm * sIm) - one
    out.im[n] = 2 * (one * xIm + yRe * kIm + yIm * kRe + zRe * sIm + zIm * sRe)
  }
  entry(0, 0, 0, a2 + b2, 0, 1)
  entry(4, 0, 0, a2 + c2, 0, 1)
  entry(8, 0, 0, b2 + c2, 0, 1)
  entry(1, aRe, aIm, abRe, abIm, 0)
  entry(3, aRe, -aIm, abRe, -abIm, 0)
  entry(2, bRe, bIm, acRe, acIm, 0)
  entry(6, bRe, -bIm, acRe, -acIm, 0)
  entry(5, cRe, cIm, bcRe, bcIm, 0)
  entry(7, cRe, -cIm, bcRe, -bcIm, 0)
}

function copy(from: Complex3x3, to: Complex3x3): void {
  to.re.set(from.re)
  to.im.set(from.im)
}

function multiply(a: Complex3x3, b: Complex3x3, out: Complex3x3): void {
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      let x = 0
      let y = 0
      for (let k = 0; k < 3; k++) {
        const l = 3 * i + k
        const r = 3 * k + j
        x += a.re[l] * b.re[r] - a.im[l] * b.im[r]
        y += a.re[l] * b.im[r] + a.im[l] * b.re[r]
      }
      out.re[3 * i + j] = x
      out.im[3 * i + j] = y
    }
  }
}

/** Spherical Bessel functions of order one and two: power series near zero, where the closed forms cancel. */
function j1(x: number): number {
  if (Math.abs(x) > 0.5) return (Math.sin(x) / x - Math.cos(x)) / x
  const y = x * x
  return (x / 3) * (1 - (y / 10) * (1 - (y / 28) * (1 - (y / 54) * (1 - y / 88))))
}

function j2(x: number): number {
  if (Math.abs(x) > 0.5) return ((3 / (x * x) - 1) * Math.sin(x) - (3 * Math.cos(x)) / x) / x
  const y = x * x
  return (y / 15) * (1 - (y / 14) * (1 - (y / 36) * (1 - (y / 66) * (1 - y / 104))))
}
