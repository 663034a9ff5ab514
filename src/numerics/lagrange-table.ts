import { InputError } from '../errors.ts'

/** Evenly spaced nodes of one axis. */
export interface TableAxis {
  readonly from: number
  readonly to: number
  /** Two or more, or one where the axis is a single value. */
  readonly nodes: number
}

/** Vectors on a grid of one or more axes, and what lies between its nodes. */
export interface LagrangeTable {
  readonly axes: readonly TableAxis[]
  readonly width: number
  /** Writes the vector at a place within the axes into `out`. Allocates nothing. */
  at(place: ArrayLike<number>, out: Float64Array): void
}

/** Nodes that a polynomial runs through along each axis. */
const STENCIL = 6

/** The value of an axis at one of its nodes. */
export const nodeOf = ({ from, to, nodes }: TableAxis, i: number): number => (nodes === 1 ? from : from + ((to - from) * i) / (nodes - 1))

/**
 * Lagrange's interpolation of vectors on an even grid: polynomials of fifth degree through the nearest six nodes of every axis, lower ones where an axis has
 * fewer. Exact for polynomials up to that degree; for smooth functions the error falls with the sixth power of the step.
 *
 * @param compute writes the vector at a node into `out`, for every node once
 * @throws InputError for an axis without nodes, or whose single node is to span a range
 * @example
 * const table = lagrangeTable([{ from: 0, to: 4, nodes: 33 }], 1, ([x], out) => { out[0] = Math.exp(x) })
 * const out = new Float64Array(1)
 * table.at([1.3], out)
 * out[0] // 3.66930
 */
export function lagrangeTable(
  axes: readonly TableAxis[],
  width: number,
  compute: (place: readonly number[], out: Float64Array) => void,
): LagrangeTable {
  for (const { from, to, nodes } of axes) {
    if (!(Number.isInteger(nodes) && nodes >= 1) || (nodes === 1 && from !== to)) {
      throw new InputError(`${nodes} from ${from} to ${to} is not allowed; allowed: two or more`, 'nodes')
    }
  }
  const dimensions = axes.length
  const strides = axes.map((_, k) => axes.slice(k + 1).reduce((product, { nodes }) => product * nodes, width))
  const values = new Float64Array(axes.reduce((product, { nodes }) => product * nodes, width))
  const index = axes.map(() => 0)
  for (let offset = 0; offset < values.length; offset += width) {
    compute(
      axes.map((axis, k) => nodeOf(axis, index[k])),
      values.subarray(offset, offset + width),
    )
    for (let k = dimensions - 1; k >= 0 && ++index[k] === axes[k].nodes; k--) index[k] = 0
  }

  const sizes = axes.map(({ nodes }) => Math.min(STENCIL, nodes))
  const steps = axes.map(({ from, to, nodes }) => (nodes === 1 ? 1 : (to - from) / (nodes - 1)))
  /** 1/∏(j − k) over the other nodes of a stencil. */
  const inverse = sizes.map((size) =>
    Float64Array.from({ length: size }, (_, j) => {
      let product = 1
      for (let k = 0; k < size; k++) if (k !== j) product *= j - k
      return 1 / product
    }),
  )
  const weights = sizes.map((size) => new Float64Array(size))
  const corners = sizes.reduce((product, size) => product * size, 1)
  const digits = new Int32Array(dimensions)

  /** Weights of one axis; gives the first node of the stencil. */
  function weigh(k: number, x: number): number {
    const size = sizes[k]
    const u = (x - axes[k].from) / steps[k]
    const first = Math.max(0, Math.min(axes[k].nodes - size, Math.floor(u) - (size >> 1) + 1))
    const t = u - first
    const own = weights[k]
    for (let j = 0; j < size; j++) {
      let product = inverse[k][j]
      for (let i = 0; i < size; i++) if (i !== j) product *= t - i
      own[j] = product
    }
    return first
  }

  /** Along a single axis of a whole stencil, in one pass over what is written. */
  function alongOne(place: ArrayLike<number>, out: Float64Array): void {
    const start = weigh(0, place[0]) * width
    const [a, b, c, d, e, f] = weights[0]
    const [s1, s2, s3, s4, s5] = [start + width, start + 2 * width, start + 3 * width, start + 4 * width, start + 5 * width]
    for (let i = 0; i < width; i++) {
      out[i] =
        a * values[start + i] + b * values[s1 + i] + c * values[s2 + i] + d * values[s3 + i] + e * values[s4 + i] + f * values[s5 + i]
    }
  }
  const isOne = dimensions === 1 && sizes[0] === STENCIL

  return {
    axes,
    width,
    at(place, out) {
      if (isOne) return alongOne(place, out)
      let start = 0
      for (let k = 0; k < dimensions; k++) start += weigh(k, place[k]) * strides[k]
      digits.fill(0)
      for (let i = 0; i < width; i++) out[i] = 0
      for (let corner = 0; corner < corners; corner++) {
        let weight = 1
        let offset = start
        for (let k = 0; k < dimensions; k++) {
          weight *= weights[k][digits[k]]
          offset += digits[k] * strides[k]
        }
        for (let i = 0; i < width; i++) out[i] += weight * values[offset + i]
        for (let k = dimensions - 1; k >= 0 && ++digits[k] === sizes[k]; k--) digits[k] = 0
      }
    },
  }
}
