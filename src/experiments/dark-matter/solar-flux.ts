import type { Assumptions } from '../../assumptions.ts'
import { actsInMatter, scaledPotential } from '../../constraints/solar-lines.ts'
import type { Boson, Couplings } from '../../couplings/boson.ts'
import { buildMoments, loadSun, type SolarMoments, type Sun } from '../../neutrinos/index.ts'
import { bosonPotential } from '../../neutrinos/solar/oscillation.ts'

/** The Sun under some assumptions, and its moments for any boson: all experiments share them. */
export interface SolarFlux {
  readonly sun: Sun
  /** Without a boson. */
  readonly moments: SolarMoments
  /** Whether a boson moves flavours in the Sun. */
  moves(boson: Boson): boolean
  /** With the potential that a boson of strength $g^2/m^2 = e^x$ GeV⁻² gives, x = index times {@link POTENTIAL_STEP}. */
  momentsAt(unit: Couplings, index: number): SolarMoments
  /** With the potential of one boson. */
  momentsOf(boson: Boson): SolarMoments
}

/** Potentials are stepped through by this in the logarithm of their strength. */
export const POTENTIAL_STEP = 0.5

/** More directions of potentials than are asked about together; the moments for one take some hundred kilobytes. */
const MOST_DIRECTIONS = 16

const fluxes = new WeakMap<Assumptions, Promise<SolarFlux>>()

/**
 * The Sun that the assumptions name, loaded once for all experiments under them.
 *
 * @example
 * const { sun, moments } = await solarFlux(assume())
 */
export function solarFlux(assumptions: Assumptions): Promise<SolarFlux> {
  let known = fluxes.get(assumptions)
  if (known === undefined) fluxes.set(assumptions, (known = loadSun(assumptions).then((sun) => fluxOf(sun, assumptions))))
  return known
}

function fluxOf(sun: Sun, assumptions: Assumptions): SolarFlux {
  // Keyed by all numbers of the potential: equal ones give equal moments.
  const directions = new Map<string, Map<number, SolarMoments>>()
  return {
    sun,
    moments: buildMoments(sun),
    moves: (boson) => assumptions.matterPotential === 'model' && assumptions.survival === 'msw' && actsInMatter(boson),
    momentsAt(unit, index) {
      const potential = bosonPotential(unit, 1)
      const key = [...potential.perElectron, ...potential.perNeutron].join()
      let strengths = directions.get(key)
      if (strengths === undefined) {
        if (directions.size === MOST_DIRECTIONS) directions.clear()
        directions.set(key, (strengths = new Map()))
      }
      let moments = strengths.get(index)
      if (moments === undefined) {
        strengths.set(index, (moments = buildMoments(sun, scaledPotential(potential, Math.exp(POTENTIAL_STEP * index)))))
      }
      return moments
    },
    momentsOf: (boson) => buildMoments(sun, bosonPotential(boson.couplingsAt(0), boson.mass)),
  }
}
