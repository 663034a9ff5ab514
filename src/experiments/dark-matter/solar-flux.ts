import type { Assumptions } from '../../assumptions.ts'
import { actsInMatter } from '../../constraints/solar-lines.ts'
import type { Boson, Couplings } from '../../couplings/boson.ts'
import {
  buildMoments,
  momentsOfPotentials,
  OF_SUN,
  type PotentialMoments,
  type SolarMoments,
  type Sun,
  sharedSun,
} from '../../neutrinos/index.ts'
import { bosonPotential, STANDARD_POTENTIAL } from '../../neutrinos/solar/oscillation.ts'
import {
  type PotentialDirection,
  type PotentialPlace,
  perDirection,
  placeOf,
  placeOfOne,
  scaledPotential,
  sizeAt,
} from '../../neutrinos/solar/potential-place.ts'
import { OF_SCATTERING } from '../../processes/index.ts'
import { sharedBy } from '../../sharing.ts'

/** Potentials are stepped through by this on the line along which they lie `evenly`. */
export const POTENTIAL_STEP = 1 / 8

/** Probabilities with potentials of one direction. */
export interface FluxDirection extends Pick<PotentialDirection, 'key' | 'isAlone' | 'isCommon'> {
  /** How much of the potential lies along it. */
  readonly share: number
  /** With the potential at index times {@link POTENTIAL_STEP}: one object for each, and for all directions at index 0, where there is none. */
  at(index: number): Float64Array
}

/** The Sun under some assumptions, and its moments for any boson: all experiments share them. */
export interface SolarFlux {
  readonly sun: Sun
  /** Without a boson. */
  readonly moments: SolarMoments
  /** Whether a boson moves flavours in the Sun. */
  moves(boson: Boson): boolean
  /** Prepares moments above some energies, from the probabilities along a direction. */
  above: PotentialMoments['above']
  /** The size of the potential that a boson of these couplings and a mass of 1 GeV gives, and the directions that it lies between. */
  place(couplings: Couplings): FluxPlace
  /** The same of one boson as it is, where it may lie between none: to the probabilities without a boson add the share of what each direction changes of them. */
  placeOfOne(boson: Boson): FluxPlace
  /** Probabilities with one boson as it is. */
  withBoson(boson: Boson): Float64Array
  /** Without a boson, as of every direction at index 0. */
  withoutBoson(): Float64Array
}

/** The size of a potential, and the directions that it lies between. */
export interface FluxPlace {
  readonly size: number
  readonly directions: readonly FluxDirection[]
}

/** Directions of potentials that are asked about together: those that one turns through. What all experiments keep about one takes twelve megabytes at most. */
const MOST_DIRECTIONS = 24

/** All assumptions that {@link solarFlux} looks at. */
export const OF_FLUX = [...OF_SUN, 'matterPotential'] as const
/** All that counts of solar neutrinos depend on. */
export const OF_COUNTS = [...OF_FLUX, ...OF_SCATTERING] as const

/**
 * The Sun that the assumptions name, one for all experiments under them.
 *
 * @example
 * const { sun, moments } = await solarFlux(assume())
 */
export const solarFlux: (assumptions: Assumptions) => Promise<SolarFlux> = sharedBy(OF_FLUX, async (assumptions) =>
  fluxOf(await sharedSun(assumptions), assumptions),
)

function fluxOf(sun: Sun, assumptions: Assumptions): SolarFlux {
  let prepared: PotentialMoments | undefined
  const moving = (): PotentialMoments => (prepared ??= momentsOfPotentials(sun))
  let none: Float64Array | undefined
  const withoutBoson = (): Float64Array => (none ??= moving().probabilities(STANDARD_POTENTIAL))
  const alongKnown = perDirection(MOST_DIRECTIONS, ({ unit }: PotentialDirection) => {
    const known = new Map<number, Float64Array>()
    return (index: number): Float64Array => {
      if (index === 0) return withoutBoson()
      let probabilities = known.get(index)
      if (probabilities === undefined)
        known.set(index, (probabilities = moving().probabilities(scaledPotential(unit, sizeAt(POTENTIAL_STEP * index)))))
      return probabilities
    }
  })
  const known = ({ size, directions }: PotentialPlace): FluxPlace => ({
    size,
    directions: directions.map((direction) => {
      let along: ((index: number) => Float64Array) | undefined
      const { key, isAlone, isCommon, share } = direction
      return {
        key,
        isAlone,
        isCommon,
        share,
        at(index) {
          along ??= alongKnown(direction)
          return along(index)
        },
      }
    }),
  })
  return {
    sun,
    moments: buildMoments(sun),
    moves: (boson) => assumptions.matterPotential === 'model' && assumptions.survival === 'msw' && actsInMatter(boson),
    above: (minima_MeV) => moving().above(minima_MeV),
    place: (couplings) => known(placeOf(bosonPotential(couplings, 1), sun.centralNeutronsPerProton)),
    placeOfOne: (boson) => known(placeOfOne(bosonPotential(boson.couplingsAt(0), boson.mass), sun.centralNeutronsPerProton)),
    withBoson: (boson) => moving().probabilities(bosonPotential(boson.couplingsAt(0), boson.mass)),
    withoutBoson,
  }
}
