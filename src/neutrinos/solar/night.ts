import { InputError } from '../../errors.ts'
import type { Triple } from '../../models/model.ts'
import { chebyshevOnDemand } from '../../numerics/index.ts'
import type { Complex3x3 } from '../pmns.ts'
import { type Chord, type EarthModel, earthChord, earthEvolution, PREM } from './earth.ts'
import { nightBins } from './exposure.ts'
import { type MatterPotential, STANDARD_POTENTIAL } from './oscillation.ts'
import type { Sun } from './sun.ts'

/** When and where the Sun is seen. */
export interface Observation {
  /** Of the detector, northern positive [degrees]. */
  readonly latitude_deg: number
  /** The nights of a year alone, or the whole year: days and nights are as long. */
  readonly time: 'night' | 'year'
  /** Nadir angles from the horizon to straight down that stand for the nights; 600 unless given, which is within 1e-5. */
  readonly angles?: number
  readonly earth?: EarthModel
}

/** Longest step of a chord [km] in a potential of the Standard Model's size: within 1e-5. */
const STEP_KM = 500
/** A strong potential takes shorter steps, down to this. */
const SHORTEST_KM = 20
/**
 * The last chords of a latitude and those that graze the core leave ripples in the average, of up to 2400 rad MeV / E, which fade as the square of the energy:
 * below this energy [MeV] they do not matter.
 */
const RIPPLES_MeV = 3
/** Below it: stretches of $\ln(1 + E/2\,\mathrm{MeV})$, and nodes on each. */
const SMOOTH = { scale_MeV: 2, width: 0.25, nodes: 12 }
/** Above it: stretches of 1/E [1/MeV]. */
const RIPPLED = { width: 0.035, nodes: 60 }
/** Below this energy [MeV] the Earth does nothing: matter is a perturbation of 1e-4 there, and falls with the energy. */
const LEAST_MeV = 0.02

/** Where the elements of three Hermitian matrices stand, one a mass state: 9 i + these. */
const [EE, MU_MU, TAU_TAU, E_MU, E_TAU, MU_TAU] = [0, 1, 2, 3, 5, 7]

/**
 * The Sun as a detector sees it at night, or over a year: mass states regenerate ν_e in the Earth on their way, and everything that takes a
 * {@link Sun} (moments, spectra, rates) then holds for that time. Averaged over the nights of a year at a latitude.
 *
 * Levels whose phase turns by more than a radian of half a chord from one nadir angle to the next lose their coherence in the middle of the Earth: the
 * nights average it out. Probabilities are within 1e-5 of the plain average over thousands of angles, and stay so for a boson whose potential is half the W's;
 * stronger ones leave more ripples than the curve through energies follows.
 *
 * An energy below 3 MeV costs some tenth of a second when first asked for, one above it most of a second, all of them some seconds; curves through them
 * answer the rest, once per potential object.
 *
 * @throws InputError for a latitude beyond the poles
 * @example
 * const night = sunAtNight(await loadSun(assume()), { latitude_deg: 36.4, time: 'night' })
 * night.probabilities('8B', 10)[0] // 0.336: three per cent above the day
 */
export function sunAtNight(sun: Sun, { latitude_deg, time, angles = 600, earth = PREM }: Observation): Sun {
  const surface = earth[earth.length - 1].outerRadius_km
  const grazing = earth.slice(0, -1).map(({ outerRadius_km }) => Math.sqrt(1 - (outerRadius_km / surface) ** 2))
  const bins = nightBins(latitude_deg, grazing.reverse(), angles)
  // From one to the next half a chord grows by so much.
  const coherent_radPerKm = angles / surface
  const share = time === 'night' ? 1 : 0.5
  const chords = new Map<number, readonly Chord[]>()
  function chordsWith(step_km: number): readonly Chord[] {
    let known = chords.get(step_km)
    if (known === undefined) chords.set(step_km, (known = bins.map(({ cosNadir }) => earthChord(cosNadir, earth, step_km))))
    return known
  }

  // Keyed by the potential object, immutable, on which alone the curve depends besides what this closure holds.
  const curves = new WeakMap<MatterPotential, Projectors>()
  function curveOf(potential: MatterPotential): Projectors {
    let curve = curves.get(potential)
    if (curve === undefined) curves.set(potential, (curve = interpolated(averageOf(potential))))
    return curve
  }
  /** Averages over the nights. */
  function averageOf(potential: MatterPotential): Projectors {
    const evolution = earthEvolution(sun.oscillation, potential)
    const byLevel: Triple<Complex3x3> = [complex(), complex(), complex()]
    const phases = new Float64Array(3)
    const ways = chordsWith(longestStep(potential))
    return (energy_MeV, out) => {
      out.fill(0)
      for (let n = 0; n < ways.length; n++) {
        evolution.amplitudesByLevel(energy_MeV, ways[n], byLevel, phases)
        for (let k = 0; k < 3; k++) {
          if (k < 2 && phases[k + 1] - phases[k] < coherent_radPerKm) addTo(byLevel[k + 1], byLevel[k])
          else addProjectors(byLevel[k], bins[n].share, out)
        }
      }
    }
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
    curveOf(potential)(energy_MeV, projectors)
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
      curveOf(potential)(energy_MeV, projectors)
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

/** $A_{\alpha i}A^*_{\beta i}$ for every mass state i at an energy [MeV]. */
type Projectors = (energy_MeV: number, out: Float64Array) => void

function interpolated(f: Projectors): Projectors {
  const { scale_MeV, width, nodes } = SMOOTH
  const smooth = chebyshevOnDemand((x, out) => f(scale_MeV * Math.expm1(x), out), 27, width, nodes)
  const rippled = chebyshevOnDemand((x, out) => f(1 / x, out), 27, RIPPLED.width, RIPPLED.nodes)
  return (energy_MeV, out) => {
    if (energy_MeV < RIPPLES_MeV) smooth(Math.log1p(energy_MeV / scale_MeV), out)
    else rippled(1 / energy_MeV, out)
  }
}

const complex = (): Complex3x3 => ({ re: new Float64Array(9), im: new Float64Array(9) })

/** Adds a matrix. */
function addTo(sum: Complex3x3, { re, im }: Complex3x3): void {
  for (let n = 0; n < 9; n++) {
    sum.re[n] += re[n]
    sum.im[n] += im[n]
  }
}

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
