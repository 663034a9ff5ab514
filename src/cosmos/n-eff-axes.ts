import type { Axis, MassAxis, RateAxis } from '../data/n-eff-nodes.ts'

/** Points that the interpolating polynomial passes through along an axis unless told otherwise, or all where there are fewer. */
const POINTS = 8

/** Room for the weights of the nodes that an interpolation takes. */
export const weightsFor = (nodes: number, points = POINTS): Float64Array => new Float64Array(Math.min(points, nodes))

/** Equal steps of the coordinate. */
export const evenly = ({ from, to, above, nodes }: MassAxis): Axis => ({ from: Math.log(from - above), to: Math.log(to - above), nodes })

/** A number held within an axis. */
export const held = ({ from, to }: Axis, coordinate: number): number => Math.min(to, Math.max(from, coordinate))

/** The coordinate ξ of a width over the expansion at T = m, held within the table: beyond its ends it changes nothing, unless both widths are large. */
export function rateCoordinate(rates: RateAxis, ratio: number): number {
  return held(rates, Math.asinh((Math.log10(Math.max(ratio, 1e-300)) - rates.centre) / rates.spread))
}

/** The coordinate of a node. */
export const nodeAt = ({ from, to, nodes }: Axis, i: number): number => from + ((to - from) * i) / (nodes - 1)

/** The width over the expansion at T = m at a node. */
export const ratioAt = (rates: RateAxis, i: number): number => 10 ** (rates.centre + rates.spread * Math.sinh(nodeAt(rates, i)))

/** Lagrange's weights, as many as `weights` is long, of the nodes from the returned one on, at a coordinate. */
export function lagrange(axis: Axis, coordinate: number, weights: Float64Array): number {
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
