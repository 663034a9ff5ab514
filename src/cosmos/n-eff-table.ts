import type { Axis, NEffTable } from '../data/n-eff-nodes.ts'
import { thermalExpansionRate } from './expansion.ts'
import { effectiveNeutrinos, type NeutrinoTemperatures, type ThermalBoson } from './n-eff.ts'

/** Points that the interpolating polynomial passes through, along each axis. */
const POINTS = 6
/** A width this many times smaller than the expansion at T = m does nothing beside a larger one. */
const NOTHING = 1e-4
/** Shares this near a tabulated one are that one: moves $N_{\rm eff}$ by less than 0.001. */
const SAME_SHARE = 1e-3

const [FIRST, LAST] = [35, 126]
const MIDDLE = (FIRST + LAST + 1) >> 1

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

/** The numbers that {@link encodeSlice} wrote. */
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

/** Equal steps in the logarithm. */
const logarithmic = ({ from, to, nodes }: Axis): Axis => ({ from: Math.log(from), to: Math.log(to), nodes })

/** The coordinate ξ of a width over the expansion at T = m, held within the table: all saturates at its ends. */
function rateCoordinate({ centre, spread, from, to }: NEffTable['rates'], ratio: number): number {
  const xi = Math.asinh((Math.log10(Math.max(ratio, 1e-300)) - centre) / spread)
  return Math.min(to, Math.max(from, xi))
}

/** Lagrange's weights of the nodes from the returned one on, at a coordinate. */
function lagrange(axis: Axis, coordinate: number, weights: Float64Array): number {
  const s = ((coordinate - axis.from) / (axis.to - axis.from)) * (axis.nodes - 1)
  const first = Math.max(0, Math.min(axis.nodes - POINTS, Math.floor(s) - POINTS / 2 + 1))
  for (let a = 0; a < POINTS; a++) {
    weights[a] = 1
    for (let b = 0; b < POINTS; b++) if (b !== a) weights[a] *= (s - first - b) / (a - b)
  }
  return first
}

/** The lightest and the heaviest boson [GeV] of a table. */
export const tabulatedMasses = ({ masses }: NEffTable): readonly [number, number] => [masses.light.from, masses.heavy.to]

/** A single node where the light bosons' table has no electrons. */
const NO_ELECTRONS = { from: 0, to: 1, nodes: 1 }

/** The boson at a node of a table: its {@link effectiveNeutrinos} stand there. */
export function bosonAtNode(
  { rates }: Pick<NEffTable, 'rates'>,
  masses: Axis,
  share: number | null,
  massNode: number,
  neutrinoNode: number,
  electronNode: number | undefined,
): ThermalBoson {
  const mass = Math.exp(nodeAt(logarithmic(masses), massNode))
  const width = (node: number) => thermalExpansionRate(mass) * 10 ** (rates.centre + rates.spread * Math.sinh(nodeAt(rates, node)))
  const all = width(neutrinoNode)
  const own = (share ?? 0) * all
  return { mass, electrons: electronNode === undefined ? 0 : width(electronNode), electronNeutrinos: own, otherNeutrinos: all - own }
}

/**
 * {@link effectiveNeutrinos} from a table, within 0.005 wherever it is below 6, in microseconds; from the equations where electron neutrinos have a share of the neutrino
 * width that the table does not hold.
 *
 * @returns a function of the boson, for masses inside the table
 */
export function nEffInterpolator(table: NEffTable, temperatures: NeutrinoTemperatures): (boson: ThermalBoson) => number {
  const slices = table.slices.filter((slice) => slice.temperatures === temperatures)
  const decoded = new Map<string, Float64Array>()
  const valuesOf = (text: string): Float64Array => {
    let values = decoded.get(text)
    if (values === undefined) decoded.set(text, (values = decodeSlice(text, table.resolution)))
    return values
  }
  const [light, heavy] = [logarithmic(table.masses.light), logarithmic(table.masses.heavy)]
  const [byMass, byNeutrinos, byElectrons] = [new Float64Array(POINTS), new Float64Array(POINTS), new Float64Array(POINTS)]

  return (boson) => {
    const { mass, electrons, electronNeutrinos, otherNeutrinos } = boson
    const expansion = thermalExpansionRate(mass)
    const neutrinos = electronNeutrinos + otherNeutrinos
    const share =
      electronNeutrinos < NOTHING * expansion && otherNeutrinos >= electronNeutrinos
        ? 0
        : otherNeutrinos < NOTHING * expansion
          ? 1
          : electronNeutrinos / neutrinos
    const slice = slices.find((one) => one.share === null || Math.abs(one.share - share) < SAME_SHARE)
    if (slice === undefined) return effectiveNeutrinos(boson, temperatures)
    const isHeavy = mass >= table.masses.heavy.from
    const values = valuesOf(isHeavy ? slice.heavy : slice.light)
    const electronAxis = isHeavy ? table.rates : NO_ELECTRONS
    const m = lagrange(isHeavy ? heavy : light, Math.log(mass), byMass)
    const n = lagrange(table.rates, rateCoordinate(table.rates, neutrinos / expansion), byNeutrinos)
    const e = isHeavy ? lagrange(table.rates, rateCoordinate(table.rates, electrons / expansion), byElectrons) : 0
    const columns = isHeavy ? POINTS : 1
    let sum = 0
    for (let i = 0; i < POINTS; i++) {
      for (let j = 0; j < POINTS; j++) {
        const row = ((m + i) * table.rates.nodes + n + j) * electronAxis.nodes + e
        let inner = isHeavy ? 0 : values[row]
        if (isHeavy) for (let k = 0; k < columns; k++) inner += byElectrons[k] * values[row + k]
        sum += byMass[i] * byNeutrinos[j] * inner
      }
    }
    return sum
  }
}
