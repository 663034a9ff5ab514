import type { Axis, MassAxis, NEffShares, NEffTable } from '../data/n-eff-nodes.ts'
import { thermalExpansionRate } from './expansion.ts'
import type { NeutrinoTemperatures, ThermalBoson } from './n-eff.ts'
import { nodeAt, ratioAt, type Slices, slicesOf, type Values } from './n-eff-slices.ts'

/** Points that the interpolating polynomial passes through along each axis, or all where there are fewer. */
const POINTS = 8
/** A width this many times smaller than the expansion at T = m does nothing beside a larger one. */
const NOTHING = 1e-4
/** A width this many times larger than the expansion at T = m leaves what it gives and takes to the other. */
const LARGEST = 5e9
/** The share of electron neutrinos of a boson that couples to all neutrinos alike. */
const EVEN = 1 / 3
/** Equal steps of the coordinate. */
const evenly = ({ from, to, above, nodes }: MassAxis): Axis => ({ from: Math.log(from - above), to: Math.log(to - above), nodes })

/** A number held within an axis. */
const held = ({ from, to }: Axis, coordinate: number): number => Math.min(to, Math.max(from, coordinate))

/** The coordinate ξ of a width over the expansion at T = m, held within the table: beyond its ends it changes nothing, unless both widths are large. */
function rateCoordinate(rates: NEffTable['rates'], ratio: number): number {
  return held(rates, Math.asinh((Math.log10(Math.max(ratio, 1e-300)) - rates.centre) / rates.spread))
}

/** A width over the expansion at T = m beside another, once that is held to the largest, so that both exchange as much as they did. */
function beside(other: number, ratio: number): number {
  if (ratio > LARGEST) return LARGEST
  return other > LARGEST ? ratio / (1 + ratio / other - ratio / LARGEST) : ratio
}

/** How far electrons and neutrinos are on their way, 0 to 1, to being held together by the boson so fast that nothing but the lesser width matters. */
function togetherness({ from }: Axis, logExchange: number): number {
  const t = Math.min(1, Math.max(0, logExchange - from))
  return t * t * (3 - 2 * t)
}

/**
 * How far from a third a share of electron neutrinos takes $N_{\rm eff}$ where exchange is fast, at a ratio ρ of the width into neutrinos to that into electrons, over the same
 * with equal widths. Two kinds of neutrinos that hang on the boson by $s$ and $1 - s$ lag behind electrons by $(A + \rho) / (1 + \rho)$ over the exchange,
 * $A = (1 + 3s) / 9 s (1 - s)$, and $N_{\rm eff}$ goes with its logarithm: a boson that decays to neutrinos evens out what they got.
 */
function unevenness(share: number, ratio: number): number {
  if (share === 0 || share === 1) return 1
  const a = (1 + 3 * share) / (9 * share * (1 - share))
  return a - 1 < 1e-6 ? 2 / (1 + ratio) : Math.log1p((a - 1) / (1 + ratio)) / Math.log1p((a - 1) / 2)
}

/** Lagrange's weights, as many as `weights` is long, of the nodes from the returned one on, at a coordinate. */
function lagrange(axis: Axis, coordinate: number, weights: Float64Array): number {
  const points = weights.length
  const s = ((coordinate - axis.from) / (axis.to - axis.from)) * (axis.nodes - 1)
  const first = Math.max(0, Math.min(axis.nodes - points, Math.floor(s) - points / 2 + 1))
  // Of (s − b)/(a − b), those with b below a from the left, those above from the right.
  let product = 1
  for (let a = 0; a < points; a++) {
    weights[a] = product
    product *= (s - first - a) / (a + 1)
  }
  product = 1
  for (let a = points - 1; a >= 0; a--) {
    weights[a] *= product
    product *= (s - first - a) / (a - points)
  }
  return first
}

/**
 * A table over masses and nodes of other axes, at a mass between: each node when it is first needed. Holds one mass, and begins anew for another, so
 * that a line of couplings costs little.
 */
function atMass(masses: MassAxis, values: Float64Array): (mass: number, node: number) => number {
  const axis = evenly(masses)
  const weights = new Float64Array(Math.min(POINTS, masses.nodes))
  const others = values.length / masses.nodes
  const known = new Float64Array(others)
  let [at, first] = [Number.NaN, 0]
  return (mass, node) => {
    if (mass !== at) {
      at = mass
      first = lagrange(axis, Math.log(mass - masses.above), weights)
      known.fill(Number.NaN)
    }
    if (Number.isNaN(known[node])) {
      let sum = 0
      for (let i = 0; i < weights.length; i++) sum += weights[i] * values[(first + i) * others + node]
      known[node] = sum
    }
    return known[node]
  }
}

/** A slice, contracted over the mass. */
interface Contracted {
  readonly light: (mass: number, node: number) => number
  readonly heavy: (mass: number, node: number) => number
  readonly fast: (mass: number, node: number) => number
}

/** The slices of a table, contracted over the mass. */
function contractedSlices(table: NEffTable, temperatures: NeutrinoTemperatures, shares?: NEffShares): Slices<Contracted> {
  const { light, heavy } = table.masses
  const known = new WeakMap<Values, Contracted>()
  const slices = slicesOf(table, temperatures, shares)
  return {
    ends: slices.ends,
    of(share) {
      const values = slices.of(share)
      if (values === undefined) return undefined
      let found = known.get(values)
      if (found === undefined) {
        found = { light: atMass(light, values.light), heavy: atMass(heavy, values.heavy), fast: atMass(heavy, values.fast) }
        known.set(values, found)
      }
      return found
    },
  }
}

/** The lightest and the heaviest boson [GeV] of a table. */
export const tabulatedMasses = ({ masses }: NEffTable): readonly [number, number] => [masses.light.from, masses.heavy.to]

/** The boson at a node of a table: its `effectiveNeutrinos` stand there. */
export function bosonAtNode(
  { rates }: Pick<NEffTable, 'rates'>,
  masses: MassAxis,
  share: number | null,
  massNode: number,
  neutrinoNode: number,
  electronNode: number | undefined,
): ThermalBoson {
  const mass = masses.above + Math.exp(nodeAt(evenly(masses), massNode))
  const width = (node: number) => thermalExpansionRate(mass) * ratioAt(rates, node)
  const all = width(neutrinoNode)
  const own = (share ?? 0) * all
  return { mass, electrons: electronNode === undefined ? 0 : width(electronNode), electronNeutrinos: own, otherNeutrinos: all - own }
}

/** The boson at a node of the part of a table where it holds electrons and neutrinos together: with equal widths into both. */
export function fastBosonAtNode(
  { masses, fast }: Pick<NEffTable, 'masses' | 'fast'>,
  share: number | null,
  massNode: number,
  node: number,
): ThermalBoson {
  const mass = masses.heavy.above + Math.exp(nodeAt(evenly(masses.heavy), massNode))
  const each = 2 * thermalExpansionRate(mass) * 10 ** nodeAt(fast, node)
  const own = (share ?? 0) * each
  return { mass, electrons: each, electronNeutrinos: own, otherNeutrinos: each - own }
}

/** The share of electron neutrinos among those the boson decays to; all or nothing where the width into the others does nothing. */
function shareOf({ electronNeutrinos, otherNeutrinos }: ThermalBoson, expansion: number): number {
  const nothing = NOTHING * expansion
  if (electronNeutrinos < nothing && otherNeutrinos >= electronNeutrinos) return 0
  return otherNeutrinos < nothing ? 1 : electronNeutrinos / (electronNeutrinos + otherNeutrinos)
}

/**
 * `effectiveNeutrinos` from a table, in microseconds; wherever it is below 6 within 0.005, within 0.008 where widths into electrons and neutrinos are both above $10^7$
 * expansions at T = m. Between the shares of electron neutrinos that are tabulated within 0.007, within 0.012 there.
 *
 * That is for shares of electron neutrinos that the table and `shares` hold, or between theirs: with `shares` none, all, and 0.01 to 0.98. Nearer to none or all, within 0.002 for
 * nine bosons of ten and 0.02 for 99 of 100, where $N_{\rm eff}$ is below 4.6, 0.09 at worst of 870 tried; above that within 0.15.
 *
 * Where the boson decays fast to electrons and to neutrinos, it holds both at one temperature long after it would have vanished, and $N_{\rm eff}$ goes on rising with the
 * coupling. All that matters is then $\Gamma_e \Gamma_\nu / (\Gamma_e + \Gamma_\nu)$, within 0.002: from $10^9$ expansions at T = m on the table is read at that.
 *
 * @param shares slices between those of the table
 * @returns a function of the boson, for masses inside the table
 */
export function nEffInterpolator(
  table: NEffTable,
  temperatures: NeutrinoTemperatures,
  shares?: NEffShares,
): (boson: ThermalBoson) => number {
  const { masses, rates, fast } = table
  const slices = contractedSlices(table, temperatures, shares)
  const weights = (nodes: number) => new Float64Array(Math.min(POINTS, nodes))
  const [byNeutrinos, byElectrons, byExchange] = [weights(rates.nodes), weights(rates.nodes), weights(fast.nodes)]

  function together(slice: Contracted, mass: number, logExchange: number): number {
    const first = lagrange(fast, held(fast, logExchange), byExchange)
    let sum = 0
    for (let j = 0; j < byExchange.length; j++) sum += byExchange[j] * slice.fast(mass, first + j)
    return sum
  }

  function apart(slice: Contracted, { mass, electrons, electronNeutrinos, otherNeutrinos }: ThermalBoson, expansion: number): number {
    const [toNeutrinos, toElectrons] = [(electronNeutrinos + otherNeutrinos) / expansion, electrons / expansion]
    const n = lagrange(rates, rateCoordinate(rates, beside(toElectrons, toNeutrinos)), byNeutrinos)
    let sum = 0
    if (mass < masses.heavy.from) {
      for (let j = 0; j < byNeutrinos.length; j++) sum += byNeutrinos[j] * slice.light(mass, n + j)
      return sum
    }
    const e = lagrange(rates, rateCoordinate(rates, beside(toNeutrinos, toElectrons)), byElectrons)
    for (let j = 0; j < byNeutrinos.length; j++) {
      let inner = 0
      for (let k = 0; k < byElectrons.length; k++) inner += byElectrons[k] * slice.heavy(mass, (n + j) * rates.nodes + e + k)
      sum += byNeutrinos[j] * inner
    }
    return sum
  }
  function inSlice(slice: Contracted, share: number, boson: ThermalBoson, expansion: number): number {
    const { mass, electrons } = boson
    const neutrinos = boson.electronNeutrinos + boson.otherNeutrinos
    const isHeavy = mass >= masses.heavy.from
    const exchange = isHeavy && electrons > 0 ? electrons / (1 + electrons / neutrinos) : 0
    const logExchange = Math.log10(exchange / expansion)
    const weight = togetherness(fast, logExchange)
    const even = slices.of(EVEN) ?? slice
    const uneven = isHeavy && even !== slice ? unevenness(share, neutrinos / electrons) : 1
    let value = 0
    if (weight > 0) {
      const third = together(even, mass, logExchange)
      value += weight * (third + uneven * (together(slice, mass, logExchange) - third))
    }
    if (weight < 1) {
      const [toElectrons, toNeutrinos] = [electrons / expansion, neutrinos / expansion]
      const own = apart(slice, boson, expansion)
      if (exchange > 0 && Math.max(toElectrons, toNeutrinos) > LARGEST) {
        const tabulated = unevenness(share, beside(toElectrons, toNeutrinos) / beside(toNeutrinos, toElectrons))
        const third = apart(even, boson, expansion)
        value += (1 - weight) * (third + (uneven / tabulated) * (own - third))
      } else value += (1 - weight) * own
    }
    return value
  }

  /** A few electron neutrinos among many others, or the reverse, do what they do beside fewer of the others, as many as the nearest slice has. */
  function nearEnd(boson: ThermalBoson, share: number, expansion: number): number {
    const { electronNeutrinos, otherNeutrinos } = boson
    const [least, most] = slices.ends
    const [end, next, fewer] =
      share < least
        ? [0, least, { ...boson, otherNeutrinos: (electronNeutrinos * (1 - least)) / least }]
        : [1, most, { ...boson, electronNeutrinos: (otherNeutrinos * most) / (1 - most) }]
    const [without, some] = [slices.of(end)!, slices.of(next)!]
    return inSlice(without, end, boson, expansion) + inSlice(some, next, fewer, expansion) - inSlice(without, end, fewer, expansion)
  }

  return (boson) => {
    const expansion = thermalExpansionRate(boson.mass)
    const share = shareOf(boson, expansion)
    const slice = slices.of(share)
    return slice === undefined ? nearEnd(boson, share, expansion) : inSlice(slice, share, boson, expansion)
  }
}
