import type { Triple } from '../../models/model.ts'
import { Recent } from '../../sharing.ts'
import type { MatterPotential } from './oscillation.ts'

/** A direction of potentials that many bosons share, and how much of a potential lies along it. */
export interface PotentialDirection {
  /** The same for the same direction. */
  readonly key: string
  /** Whether it is that of electrons alone or of neutrons alone, which all weak potentials lie between. */
  readonly isAlone: boolean
  /** Whether it is one of few: what follows from it is worth keeping for all potentials. */
  readonly isCommon: boolean
  readonly share: number
  /** Of size one. */
  readonly unit: MatterPotential
}

/**
 * The potential of a boson by its size and, of size one, the directions that it lies between: what follows from it is the sum over them of the share times what follows
 * from the same size of each, within 5e-6 where mixing through the Z turns it. At worst it is 2e-3 off, at the end of the hep spectrum next to neutrons alone; counts follow
 * within 5e-6.
 */
export interface PotentialPlace {
  /** By how much it tells flavours apart, in units of the W's; below zero where like charges attract. */
  readonly size: number
  readonly directions: readonly PotentialDirection[]
}

/** Directions lie at multiples of this angle ψ, among them those of electrons alone, of neutrons alone, and of both alike. */
const ANGLE = Math.PI / 512
/** Where electrons and neutrons have like signs at multiples of this, for nothing cancels there. */
const COMMON_ANGLE = Math.PI / 64
/** Half of it is as near as directions need be [rad]: a potential has one alone there, and matter that is all but neutral has them so far apart. */
const ROUNDING = 1e-4
/** Matter is all but neutral where less than this is left of cos ψ and what neutrons add to it at the centre of the Sun. */
const NEUTRAL = 0.3
/** Of the ratio of what two flavours feel, which no mixing changes. */
const FLAVOUR_ROUNDING = 1e-9

/** A potential so many times as strong. */
export function scaledPotential({ perElectron, perNeutron }: MatterPotential, factor: number): MatterPotential {
  const times = ([e, mu, tau]: Triple<number>): Triple<number> => [factor * e, factor * mu, factor * tau]
  return { perElectron: times(perElectron), perNeutron: times(perNeutron) }
}

/**
 * Places a potential among directions on a grid. A boson gives
 * $V_\alpha - V_e \propto (c_\alpha - c_e)\,(n_e\cos\psi + n_n\sin\psi)$, and mixing through the Z turns ψ a little with its mass; differences between flavours, which
 * are all that matters, keep their ratio. Neighbours are compared at the same $\cos\psi + \frac{n_n}{n_e}\sin\psi$ at the centre of the Sun, so that little of
 * what they do depends on ψ; all but neutral matter has its directions to 5e-5 instead.
 *
 * @param potential of one boson: for all flavours the same ratio of electrons and neutrons
 * @param neutronsPerElectron at the centre of the Sun
 */
export function placeOf(potential: MatterPotential, neutronsPerElectron: number): PotentialPlace {
  const { norm, electrons, neutrons, flavours } = partsOf(potential)
  const along = (angle: number, length: number, share: number, isCommon = false): PotentialDirection => ({
    key: keyOf(flavours, angle),
    isAlone: false,
    isCommon,
    share,
    unit: unitOf(flavours, angle, length),
  })
  const sign = Math.sign(norm) || 1
  const angle = Math.atan2(sign * neutrons, sign * electrons)
  const central = felt(angle, neutronsPerElectron)
  if (Math.abs(central) < NEUTRAL) return { size: norm, directions: [along(ROUNDING * Math.round(angle / ROUNDING), 1, 1)] }
  const size = norm * central
  const isCommon = angle >= 0 && angle <= Math.PI / 2
  const apart = isCommon ? COMMON_ANGLE : ANGLE
  const below = Math.floor(angle / apart)
  const share = angle / apart - below
  const nearest = Math.round(angle / apart)
  const ends =
    Math.abs(share - (nearest - below)) * apart < ROUNDING / 2
      ? [[nearest, 1]]
      : [
          [below, 1 - share],
          [below + 1, share],
        ]
  return { size, directions: ends.map(([step, part]) => along(apart * step, felt(apart * step, neutronsPerElectron), part, isCommon)) }
}

/** So many times the W's, a potential changes nothing. */
const FEEBLEST = 1e-9
/** So many times the W's, a potential changes flavours by as much as its parts alone do together, but for its square. */
const WEAK = 1e-4
/** Over such a factor what is below goes over into what is above. */
const OVER = 2

/** From 0 at the edge to 1 at {@link OVER} times as much. */
const beyond = (edge: number, size: number): number => Math.min(1, Math.max(0, Math.log(size / edge) / Math.log(OVER)))

/**
 * Places one potential as strong as it is: a weak one between those of electrons alone and of neutrons alone, whatever its direction, and a feeble one nowhere.
 * Shares need not sum to one: what follows from it is what there is without a potential, and the sum over directions of the share times what they change of it.
 */
export function placeOfOne(potential: MatterPotential, neutronsPerElectron: number): PotentialPlace {
  const { norm, electrons, neutrons, flavours } = partsOf(potential)
  const present = beyond(FEEBLEST, Math.abs(norm))
  if (present === 0) return { size: 0, directions: [] }
  const strong = beyond(WEAK, Math.abs(norm))
  const place = placeOf(potential, neutronsPerElectron)
  if (strong === 1) return place
  const { size } = place
  const parts = [
    [0, electrons / size],
    [Math.PI / 2, (neutronsPerElectron * neutrons) / size],
  ]
  const alone = parts.flatMap(([angle, share]) => {
    const part = share * present * (1 - strong)
    if (part === 0) return []
    const unit = unitOf(flavours, angle, felt(angle, neutronsPerElectron))
    return [{ key: keyOf(flavours, angle), isAlone: true, isCommon: true, share: part, unit }]
  })
  if (strong === 0) return { size, directions: alone }
  return { size, directions: [...alone, ...place.directions.map((direction) => ({ ...direction, share: strong * direction.share }))] }
}

/** By how much electrons and neutrons tell apart the two flavours that they tell apart most, both together with a sign, and how much of it each flavour feels. */
function partsOf({ perElectron: e, perNeutron: n }: MatterPotential) {
  const [mu, tau] = [Math.hypot(e[1] - e[0], n[1] - n[0]), Math.hypot(e[2] - e[0], n[2] - n[0])]
  const largest = mu >= tau ? 1 : 2
  const [electrons, neutrons] = [e[largest] - e[0], n[largest] - n[0]]
  const sign = electrons < 0 || (electrons === 0 && neutrons < 0) ? -1 : 1
  const norm = sign * Math.max(mu, tau)
  const other = norm === 0 ? 0 : ((e[3 - largest] - e[0]) * electrons + (n[3 - largest] - n[0]) * neutrons) / (norm * norm)
  const ratio = FLAVOUR_ROUNDING * Math.round(other / FLAVOUR_ROUNDING)
  const flavours: Triple<number> = largest === 1 ? [0, 1, ratio] : [0, ratio, 1]
  return { norm, electrons, neutrons, flavours }
}

/** What a potential of size one in a direction is at the centre of the Sun, per electron. */
const felt = (angle: number, neutronsPerElectron: number): number => Math.cos(angle) + neutronsPerElectron * Math.sin(angle)

const keyOf = (flavours: Triple<number>, angle: number): string => [flavours[1], flavours[2], angle].join()

const unitOf = (flavours: Triple<number>, angle: number, length: number): MatterPotential => ({
  perElectron: scaled(flavours, Math.cos(angle) / length),
  perNeutron: scaled(flavours, Math.sin(angle) / length),
})

const scaled = (flavours: Triple<number>, factor: number): Triple<number> => [0, factor * flavours[1], factor * flavours[2]]

/** The size of a potential, in units of the W's, around which it begins to outdo the others. */
const TURN = 0.35

/**
 * Where potentials of a size stand on a line along which all that follows from them is smooth: $\operatorname{arsinh}(\text{size}/0.35)$, in proportion to weak
 * potentials and to the logarithm of strong ones, of either sign.
 */
export const evenly = (size: number): number => Math.asinh(size / TURN)

/** The size that stands there: the inverse of {@link evenly}. */
export const sizeAt = (x: number): number => TURN * Math.sinh(x)

/**
 * What is kept about directions: of those that were asked about last, so many.
 *
 * @param make of a direction that is not known
 */
export function perDirection<T, Direction extends Pick<PotentialDirection, 'key'> = PotentialDirection>(
  most: number,
  make: (direction: Direction) => T,
): (direction: Direction) => T {
  const recent = new Recent<T>(most)
  return (direction) => recent.of(direction.key, () => make(direction))
}
