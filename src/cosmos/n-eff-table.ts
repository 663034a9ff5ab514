import type { Axis, MassAxis, NEffTable } from '../data/n-eff-nodes.ts'
import { thermalExpansionRate } from './expansion.ts'
import { effectiveNeutrinos, type NeutrinoTemperatures, type ThermalBoson } from './n-eff.ts'

/** Points that the interpolating polynomial passes through along each axis, or all where there are fewer. */
const POINTS = 8
/** A width this many times smaller than the expansion at T = m does nothing beside a larger one. */
const NOTHING = 1e-4
/** Shares this near a tabulated one are that one: moves $N_{\rm eff}$ by less than 0.001. */
const SAME_SHARE = 1e-3

/** Branching ratios this near are the same. */
const SAME_LINE = 1e-9

/** Characters that need no quotes. */
const [FIRST, LAST] = [40, 122]
const MIDDLE = (FIRST + LAST) >> 1

/** Writes numbers as one text: each is a difference to the one before, in steps of `resolution`; a character, or `!` and three characters where it is large. */
export function encodeSlice(values: ArrayLike<number>, resolution: number): string {
  const base = LAST - FIRST + 1
  let previous = 0
  let text = ''
  for (let i = 0; i < values.length; i++) {
    const value = Math.round(values[i] / resolution)
    const code = MIDDLE + value - previous
    const all = value + base ** 2
    text +=
      code >= FIRST && code <= LAST
        ? String.fromCharCode(code)
        : `!${[all / base ** 2, all / base, all].map((digit) => String.fromCharCode(FIRST + (Math.floor(digit) % base))).join('')}`
    previous = value
  }
  return text
}

/** The numbers that `encodeSlice` wrote. */
export function decodeSlice(text: string, resolution: number): Float64Array {
  const base = LAST - FIRST + 1
  const values = new Float64Array(text.length)
  let count = 0
  let value = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= FIRST) value += code - MIDDLE
    else {
      value = -(base ** 2)
      for (let digit = 2; digit >= 0; digit--) value += (text.charCodeAt(++i) - FIRST) * base ** digit
    }
    values[count++] = value * resolution
  }
  return values.slice(0, count)
}

/** The coordinate of a node. */
const nodeAt = ({ from, to, nodes }: Axis, i: number): number => from + ((to - from) * i) / (nodes - 1)

/** Equal steps of the coordinate. */
const evenly = ({ from, to, above, nodes }: MassAxis): Axis => ({ from: Math.log(from - above), to: Math.log(to - above), nodes })

/** A number held within an axis. */
const held = ({ from, to }: Axis, coordinate: number): number => Math.min(to, Math.max(from, coordinate))

/** The coordinate ξ of a width over the expansion at T = m, held within the table: beyond its ends it changes nothing, unless both widths are large. */
function rateCoordinate(rates: NEffTable['rates'], ratio: number): number {
  return held(rates, Math.asinh((Math.log10(Math.max(ratio, 1e-300)) - rates.centre) / rates.spread))
}

/** How far electrons and neutrinos are on their way, 0 to 1, to being held together by the boson so fast that nothing but the lesser width matters. */
function togetherness({ from }: Axis, logExchange: number): number {
  const t = Math.min(1, Math.max(0, logExchange - from))
  return t * t * (3 - 2 * t)
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
  const width = (node: number) => thermalExpansionRate(mass) * 10 ** (rates.centre + rates.spread * Math.sinh(nodeAt(rates, node)))
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

/** The coordinate, $\log_{10}$ of all widths over expansion at T = m, of curves at fixed mass and branching ratios. */
const CURVE: Axis = { from: -6.5, to: 22, nodes: 73 }

/**
 * `effectiveNeutrinos` along a line of couplings, where branching ratios stay as they are, within 0.005: from the equations at nodes, when they are first needed. Holds
 * one line, and begins anew for another.
 */
function curveOnDemand(temperatures: NeutrinoTemperatures): (boson: ThermalBoson) => number {
  const weights = new Float64Array(POINTS)
  const values = new Float64Array(CURVE.nodes)
  let line = { mass: Number.NaN, electrons: 0, electronNeutrinos: 0 }
  return ({ mass, electrons, electronNeutrinos, otherNeutrinos }) => {
    const total = electrons + electronNeutrinos + otherNeutrinos
    const isSame = (a: number, b: number) => Math.abs(a - b) < SAME_LINE
    if (mass !== line.mass || !isSame(electrons / total, line.electrons) || !isSame(electronNeutrinos / total, line.electronNeutrinos)) {
      line = { mass, electrons: electrons / total, electronNeutrinos: electronNeutrinos / total }
      values.fill(Number.NaN)
    }
    const expansion = thermalExpansionRate(mass)
    const first = lagrange(CURVE, held(CURVE, Math.log10(total / expansion)), weights)
    let sum = 0
    for (let i = 0; i < POINTS; i++) {
      const node = first + i
      if (Number.isNaN(values[node])) {
        const factor = (expansion * 10 ** nodeAt(CURVE, node)) / total
        values[node] = effectiveNeutrinos(
          { mass, electrons: factor * electrons, electronNeutrinos: factor * electronNeutrinos, otherNeutrinos: factor * otherNeutrinos },
          temperatures,
        )
      }
      sum += weights[i] * values[node]
    }
    return sum
  }
}

/**
 * `effectiveNeutrinos` from a table, within 0.005 wherever it is below 6 (0.008 between 1 and 1.5 MeV), in microseconds; from the equations, in some 15 ms a solution,
 * eight for one coupling and up to 73 for all of a line, where electron neutrinos have a share of the neutrino width that the table does not hold.
 *
 * Where the boson decays fast to electrons and to neutrinos, it holds both at one temperature long after it would have vanished, and $N_{\rm eff}$ goes on rising with the
 * coupling. All that matters is then $\Gamma_e \Gamma_\nu / (\Gamma_e + \Gamma_\nu)$, within 0.002: from $10^9$ expansions at T = m on the table is read at that.
 *
 * @returns a function of the boson, for masses inside the table
 */
export function nEffInterpolator(table: NEffTable, temperatures: NeutrinoTemperatures): (boson: ThermalBoson) => number {
  const { masses, rates, fast, resolution } = table
  const slices = table.slices
    .filter((slice) => slice.temperatures === temperatures)
    .map(({ share, ...texts }) => ({
      share,
      light: atMass(masses.light, decodeSlice(texts.light, resolution)),
      heavy: atMass(masses.heavy, decodeSlice(texts.heavy, resolution)),
      fast: atMass(masses.heavy, decodeSlice(texts.fast, resolution)),
    }))
  type Slice = (typeof slices)[number]
  const weights = (nodes: number) => new Float64Array(Math.min(POINTS, nodes))
  const [byNeutrinos, byElectrons, byExchange] = [weights(rates.nodes), weights(rates.nodes), weights(fast.nodes)]

  const elsewhere = curveOnDemand(temperatures)

  function together(slice: Slice, mass: number, logExchange: number): number {
    const first = lagrange(fast, held(fast, logExchange), byExchange)
    let sum = 0
    for (let j = 0; j < byExchange.length; j++) sum += byExchange[j] * slice.fast(mass, first + j)
    return sum
  }

  function apart(slice: Slice, { mass, electrons, electronNeutrinos, otherNeutrinos }: ThermalBoson, expansion: number): number {
    const n = lagrange(rates, rateCoordinate(rates, (electronNeutrinos + otherNeutrinos) / expansion), byNeutrinos)
    let sum = 0
    if (mass < masses.heavy.from) {
      for (let j = 0; j < byNeutrinos.length; j++) sum += byNeutrinos[j] * slice.light(mass, n + j)
      return sum
    }
    const e = lagrange(rates, rateCoordinate(rates, electrons / expansion), byElectrons)
    for (let j = 0; j < byNeutrinos.length; j++) {
      let inner = 0
      for (let k = 0; k < byElectrons.length; k++) inner += byElectrons[k] * slice.heavy(mass, (n + j) * rates.nodes + e + k)
      sum += byNeutrinos[j] * inner
    }
    return sum
  }
  return (boson) => {
    const { mass, electrons } = boson
    const expansion = thermalExpansionRate(mass)
    const share = shareOf(boson, expansion)
    const slice = slices.find((one) => one.share === null || Math.abs(one.share - share) < SAME_SHARE)
    if (slice === undefined) return elsewhere(boson)
    const neutrinos = boson.electronNeutrinos + boson.otherNeutrinos
    const exchange = mass < masses.heavy.from || electrons === 0 ? 0 : electrons / (1 + electrons / neutrinos)
    const logExchange = Math.log10(exchange / expansion)
    const weight = togetherness(fast, logExchange)
    if (weight === 1) return together(slice, mass, logExchange)
    const alone = apart(slice, boson, expansion)
    return weight > 0 ? alone + weight * (together(slice, mass, logExchange) - alone) : alone
  }
}
