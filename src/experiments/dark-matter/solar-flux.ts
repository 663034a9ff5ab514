import type { Assumptions } from '../../assumptions.ts'
import { actsInMatter, scaledPotential } from '../../constraints/solar-lines.ts'
import type { Boson, Couplings } from '../../couplings/boson.ts'
import { buildMoments, loadSun, momentsOfPotentials, type PotentialMoments, type SolarMoments, type Sun } from '../../neutrinos/index.ts'
import { bosonPotential, type MatterPotential, STANDARD_POTENTIAL } from '../../neutrinos/solar/oscillation.ts'

/** Potentials are stepped through by this in the logarithm of their size. */
export const POTENTIAL_STEP = 0.25

/** The Sun under some assumptions, and its moments for any boson: all experiments share them. */
export interface SolarFlux {
  readonly sun: Sun
  /** Without a boson. */
  readonly moments: SolarMoments
  /** Whether a boson moves flavours in the Sun. */
  moves(boson: Boson): boolean
  /** Prepares moments above some energies, from the probabilities that the other two give. */
  above: PotentialMoments['above']
  /** By how much the potential that a boson of strength $g^2/m^2 = 1$ GeV⁻² gives tells flavours apart, in units of the W's. */
  sizeAt(unit: Couplings): number
  /** With potentials of that direction, to 5e-5, and size $e^x$, x = index times {@link POTENTIAL_STEP}: one object for each. */
  probabilitiesAlong(unit: Couplings): (index: number) => Float64Array
  /** With the potential of one boson. */
  probabilitiesOf(boson: Boson): Float64Array
}

/** More directions of potentials than are asked about together; what experiments keep about one takes some thirty megabytes. */
const MOST_DIRECTIONS = 4
/** More potentials of other bosons than entries ask about in turn; one takes some ten kilobytes. */
const MOST_OTHERS = 1024
/** Of a direction: half of it moves counts by some 1e-5. */
const ROUNDING = 1e-4
/** What a potential may tell flavours apart by, as a share of the W's, for probabilities to follow it in proportion: within its square. */
const WEAK = 1e-3
/** Of the differences that the slope is taken from. */
const SLOPE_STEP = 0.01

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
  let prepared: PotentialMoments | undefined
  const moving = (): PotentialMoments => (prepared ??= momentsOfPotentials(sun))
  const weak = weakPotentials(moving)
  const probabilities = (potential: MatterPotential): Float64Array => weak(potential) ?? moving().probabilities(potential)
  // Keyed by all numbers of the potential: equal ones give equal probabilities.
  const directions = new Map<string, Map<number, Float64Array>>()
  const others = new Map<string, Float64Array>()
  return {
    sun,
    moments: buildMoments(sun),
    moves: (boson) => assumptions.matterPotential === 'model' && assumptions.survival === 'msw' && actsInMatter(boson),
    above: (minima_MeV) => moving().above(minima_MeV),
    sizeAt: (unit) => sizeOf(bosonPotential(unit, 1)),
    probabilitiesAlong(unit) {
      const potential = direction(bosonPotential(unit, 1))
      const key = keyOf(potential)
      let strengths = directions.get(key)
      if (strengths === undefined) {
        if (directions.size === MOST_DIRECTIONS) directions.clear()
        directions.set(key, (strengths = new Map()))
      }
      const ofDirection = strengths
      return (index) => {
        let known = ofDirection.get(index)
        if (known === undefined)
          ofDirection.set(index, (known = probabilities(scaledPotential(potential, Math.exp(POTENTIAL_STEP * index)))))
        return known
      }
    },
    probabilitiesOf(boson) {
      const potential = bosonPotential(boson.couplingsAt(0), boson.mass)
      const key = keyOf(potential)
      let known = others.get(key)
      if (known === undefined) {
        if (others.size === MOST_OTHERS) others.clear()
        others.set(key, (known = probabilities(potential)))
      }
      return known
    },
  }
}

/** $V_\mu - V_e$ and $V_\tau - V_e$ per electron, then per neutron: adding the same for all flavours changes nothing. */
const apart = ({ perElectron, perNeutron }: MatterPotential): readonly number[] =>
  [perElectron, perNeutron].flatMap(([e, mu, tau]) => [mu - e, tau - e])

const sizeOf = (potential: MatterPotential): number => Math.max(...apart(potential).map(Math.abs))

/**
 * A potential of size one, to {@link ROUNDING}: mixing through the Z turns the direction of a potential a little with the mass of the boson, and masses
 * that feel the same share what is computed for one.
 */
function direction(potential: MatterPotential): MatterPotential {
  const unit = ROUNDING * sizeOf(potential)
  const [mu, tau, muPerNeutron, tauPerNeutron] = apart(potential).map((difference) => ROUNDING * Math.round(difference / unit))
  return { perElectron: [0, mu, tau], perNeutron: [0, muPerNeutron, tauPerNeutron] }
}

const keyOf = ({ perElectron, perNeutron }: MatterPotential): string => [...perElectron, ...perNeutron].join()

/** Probabilities with a weak potential, by their slope; undefined for others. */
function weakPotentials(moving: () => PotentialMoments): (potential: MatterPotential) => Float64Array | undefined {
  let known: { readonly standard: Float64Array; readonly slopes: readonly Float64Array[] } | undefined
  function response() {
    const { probabilities } = moving()
    const slopes = [0, 1, 2, 3].map((c) => {
      const [up, down] = [SLOPE_STEP, -SLOPE_STEP].map((step) => {
        const [a, b, c0, d] = [0, 1, 2, 3].map((other) => (other === c ? step : 0))
        return probabilities({ perElectron: [0, a, b], perNeutron: [0, c0, d] })
      })
      return up.map((p, i) => (p - down[i]) / (2 * SLOPE_STEP))
    })
    return { standard: probabilities(STANDARD_POTENTIAL), slopes }
  }
  return (potential) => {
    if (sizeOf(potential) >= WEAK) return undefined
    const { standard, slopes } = (known ??= response())
    const [a, b, c, d] = apart(potential)
    return standard.map((p, i) => p + a * slopes[0][i] + b * slopes[1][i] + c * slopes[2][i] + d * slopes[3][i])
  }
}
