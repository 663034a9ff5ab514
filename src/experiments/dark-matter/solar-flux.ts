import type { Assumptions } from '../../assumptions.ts'
import { actsInMatter, scaledPotential } from '../../constraints/solar-lines.ts'
import type { Boson, Couplings, Ray } from '../../couplings/boson.ts'
import { buildMoments, loadSun, type SolarMoments, type Sun } from '../../neutrinos/index.ts'
import { bosonPotential } from '../../neutrinos/solar/oscillation.ts'

/** The Sun under some assumptions, and its moments for any boson: all experiments share them. */
export interface SolarFlux {
  readonly sun: Sun
  /** Without a boson. */
  readonly moments: SolarMoments
  /** Whether the bosons of a ray move flavours in the Sun. */
  moves(ray: Ray): boolean
  /** With the potential that couplings at g = 1 give at $g^2/m^2 = e^x$ GeV⁻², x = index times {@link POTENTIAL_STEP}. */
  momentsAt(unit: Couplings, index: number): SolarMoments
  /** With the potential of one boson. */
  momentsOf(boson: Boson): SolarMoments
}

/** Potentials are stepped through by this in the logarithm of their strength. */
export const POTENTIAL_STEP = 0.5

const suns = new WeakMap<Assumptions, Promise<SolarFlux>>()

/**
 * The Sun that the assumptions name, loaded once for all experiments under them.
 *
 * @example
 * const { sun, moments } = await solarFlux(assume())
 */
export function solarFlux(assumptions: Assumptions): Promise<SolarFlux> {
  let known = suns.get(assumptions)
  if (known === undefined) suns.set(assumptions, (known = loadSun(assumptions).then((sun) => fluxOf(sun, assumptions))))
  return known
}

function fluxOf(sun: Sun, assumptions: Assumptions): SolarFlux {
  const byStrength = new WeakMap<Couplings, Map<number, SolarMoments>>()
  const byBoson = new WeakMap<Boson, SolarMoments>()
  return {
    sun,
    moments: buildMoments(sun),
    moves: (ray) =>
      assumptions.matterPotential === 'model' && assumptions.survival === 'msw' && (ray.unit === undefined || actsInMatter(ray.unit)),
    momentsAt(unit, index) {
      let strengths = byStrength.get(unit)
      if (strengths === undefined) byStrength.set(unit, (strengths = new Map()))
      let moments = strengths.get(index)
      if (moments === undefined) {
        const potential = scaledPotential(bosonPotential(unit, 1), Math.exp(POTENTIAL_STEP * index))
        strengths.set(index, (moments = buildMoments(sun, potential)))
      }
      return moments
    },
    momentsOf(boson) {
      let moments = byBoson.get(boson)
      if (moments === undefined) byBoson.set(boson, (moments = buildMoments(sun, bosonPotential(boson.couplingsAt(0), boson.mass))))
      return moments
    },
  }
}
