import { InputError } from '../../errors.ts'
import { chebyshevOnDemand } from '../../numerics/index.ts'
import type { Complex3x3 } from '../pmns.ts'
import { type Chord, type EarthModel, earthChord, earthEvolution, PREM } from './earth.ts'
import { nightAngles } from './exposure.ts'
import { type MatterPotential, STANDARD_POTENTIAL } from './oscillation.ts'
import type { Sun } from './sun.ts'

/** When and where the Sun is seen. */
export interface Observation {
  /** Of the detector, northern positive [degrees]. */
  readonly latitude_deg: number
  /** The nights of a year alone, or the whole year: days and nights are as long. */
  readonly time: 'night' | 'year'
  /** Nadir angles that stand for the nights; 200 unless given, which leaves the ripples of the average at 1e-4. */
  readonly angles?: number
  readonly earth?: EarthModel
}

/** Longest step of a chord [km] in a potential of the Standard Model's size: within 1e-5. */
const STEP_KM = 500
/** A strong potential takes shorter steps, down to this. */
const SHORTEST_KM = 20
/** Stretches of $\ln(1 + E/2\,\mathrm{MeV})$ and nodes on each. */
const CURVE_SCALE_MeV = 2
const CURVE_WIDTH = 0.25
const CURVE_NODES = 12
/** Below this energy [MeV] the Earth does nothing: matter is a perturbation of 1e-4 there, and falls with the energy. */
const LEAST_MeV = 0.02

/** Where the elements of three Hermitian matrices stand, one a mass state: 9 i + these. */
const [EE, MU_MU, TAU_TAU, E_MU, E_TAU, MU_TAU] = [0, 1, 2, 3, 5, 7]

/**
 * The Sun as a detector sees it at night, or over a year: mass states regenerate ν_e in the Earth on their way, and everything that takes a
 * {@link Sun} (moments, spectra, rates) then holds for that time. Averaged over the nights of a year at a latitude.
 *
 * One energy costs some ten milliseconds when first asked for; a curve through them answers the rest, once per potential object.
 *
 * @throws InputError for a latitude beyond the poles
 * @example
 * const night = sunAtNight(await loadSun(assume()), { latitude_deg: 36.4, time: 'night' })
 * night.probabilities('8B', 10)[0] // 0.336: three per cent above the day
 */
export function sunAtNight(sun: Sun, { latitude_deg, time, angles = 200, earth = PREM }: Observation): Sun {
  const cosines = nightAngles(latitude_deg, angles)
  const share = time === 'night' ? 1 : 0.5
  const chords = new Map<number, readonly Chord[]>()
  function chordsWith(step_km: number): readonly Chord[] {
    let known = chords.get(step_km)
    if (known === undefined) chords.set(step_km, (known = Array.from(cosines, (cosine) => earthChord(cosine, earth, step_km))))
    return known
  }

  // Keyed by the potential object, immutable, on which alone the curve depends besides what this closure holds.
  const curves = new WeakMap<MatterPotential, (x: number, out: Float64Array) => void>()
  function curveOf(potential: MatterPotential): (x: number, out: Float64Array) => void {
    let curve = curves.get(potential)
    if (curve === undefined) {
      const evolution = earthEvolution(sun.oscillation, potential)
      const amplitudes = { re: new Float64Array(9), im: new Float64Array(9) }
      const ways = chordsWith(longestStep(potential))
      curve = chebyshevOnDemand(
        (x, out) => {
          out.fill(0)
          for (const way of ways) {
            evolution.amplitudes(CURVE_SCALE_MeV * Math.expm1(x), way, amplitudes)
            addProjectors(amplitudes, 1 / ways.length, out)
          }
        },
        27,
        CURVE_WIDTH,
        CURVE_NODES,
      )
      curves.set(potential, curve)
    }
    return curve
  }

  const weights = new Float64Array(3)
  const projectors = new Float64Array(27)
  /** Σ w_i T_i of element n. */
  const mixed = (n: number): number => weights[0] * projectors[n] + weights[1] * projectors[9 + n] + weights[2] * projectors[18 + n]
  const isChanged = (energy_MeV: number): boolean => energy_MeV > LEAST_MeV && sun.assumptions.survival !== 'equal-thirds'

  const probabilitiesInto: Sun['probabilitiesInto'] = (source, energy_MeV, potential, out) => {
    sun.probabilitiesInto(source, energy_MeV, potential, out)
    if (!isChanged(energy_MeV)) return
    sun.massWeightsInto(source, energy_MeV, potential, weights)
    curveOf(potential)(Math.log1p(energy_MeV / CURVE_SCALE_MeV), projectors)
    for (let a = 0; a < 3; a++) out[a] += share * (mixed(a) - out[a])
  }
  return {
    ...sun,
    citations: [...new Set([...sun.citations, 'prem-1981' as const])],
    probabilities(source, energy_MeV, potential = STANDARD_POTENTIAL) {
      if (!(energy_MeV > 0 && energy_MeV < Infinity)) {
        throw new InputError(`${energy_MeV} MeV is not allowed; allowed: above zero and finite`, 'energy')
      }
      const out = new Float64Array(3)
      probabilitiesInto(source, energy_MeV, potential, out)
      return [out[0], out[1], out[2]]
    },
    probabilitiesInto,
    densityInto(source, energy_MeV, potential, out) {
      sun.densityInto(source, energy_MeV, potential, out)
      if (!isChanged(energy_MeV)) return
      sun.massWeightsInto(source, energy_MeV, potential, weights)
      curveOf(potential)(Math.log1p(energy_MeV / CURVE_SCALE_MeV), projectors)
      const blend = (n: number, re: number, im: number): void => {
        out.re[n] += share * (re - out.re[n])
        out.im[n] += share * (im - out.im[n])
      }
      blend(0, mixed(EE), 0)
      blend(4, mixed(MU_MU), 0)
      blend(8, mixed(TAU_TAU), 0)
      for (const [upper, lower, n] of OFF_DIAGONAL) {
        blend(upper, mixed(n), mixed(n + 1))
        blend(lower, mixed(n), -mixed(n + 1))
      }
    },
  }
}

/** Places in a 3×3 matrix above and below the diagonal, and where their real part stands in a row of nine. */
const OFF_DIAGONAL = [
  [1, 3, E_MU],
  [2, 6, E_TAU],
  [5, 7, MU_TAU],
] as const

/** Adds $f\,A_{\alpha i}A^*_{\beta i}$ for every mass state i. */
function addProjectors({ re, im }: Complex3x3, factor: number, out: Float64Array): void {
  for (let i = 0; i < 3; i++) {
    for (let a = 0; a < 3; a++) {
      const l = 3 * a + i
      out[9 * i + a] += factor * (re[l] * re[l] + im[l] * im[l])
    }
    for (const [upper, , n] of OFF_DIAGONAL) {
      const l = 3 * Math.floor(upper / 3) + i
      const r = 3 * (upper % 3) + i
      out[9 * i + n] += factor * (re[l] * re[r] + im[l] * im[r])
      out[9 * i + n + 1] += factor * (im[l] * re[r] - re[l] * im[r])
    }
  }
}

function longestStep({ perElectron, perNeutron }: MatterPotential): number {
  const size = 1 + Math.max(...perElectron.map((e, a) => Math.abs(e) + Math.abs(perNeutron[a])))
  return Math.max(SHORTEST_KM, STEP_KM / size)
}
