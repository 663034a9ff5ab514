/** A kernel on cells of one or two axes. */
export interface Kernel {
  /** How far it goes to either side, by axis [cells]. */
  readonly reach: readonly number[]
  /** The last axis fastest; they add up to 1. */
  readonly weights: Float64Array
}

/** Kernels end after so many widths. */
const FAR = 4
/** What is added to every width in quadrature, so that a narrow kernel across the axes leaves no cell out [cells]. */
const LEAST = 0.6

/**
 * A Gaussian on cells.
 *
 * @param widths by axis, one or two [cells]; 0 along an axis on which nothing is to move
 * @param correlation of two axes
 * @example
 * gaussianKernel([0, 1], 0).reach // [0, 5]
 */
export function gaussianKernel(widths: readonly number[], correlation: number): Kernel {
  const variances = widths.map((width) => (width > 0 ? width ** 2 + LEAST ** 2 : 0))
  const reach = variances.map((variance) => Math.ceil(FAR * Math.sqrt(variance)))
  const [first, second] = variances.length === 1 ? [0, variances[0]] : variances
  const [rows, columns] = reach.length === 1 ? [0, reach[0]] : reach
  const covariance = widths.length === 1 ? 0 : correlation * widths[0] * widths[1]
  const determinant = first * second - covariance ** 2
  const weights = new Float64Array((2 * rows + 1) * (2 * columns + 1))
  let sum = 0
  for (let i = -rows, at = 0; i <= rows; i++) {
    for (let j = -columns; j <= columns; j++, at++) {
      const square =
        determinant > 0
          ? (second * i * i - 2 * covariance * i * j + first * j * j) / determinant
          : (first > 0 ? (i * i) / first : 0) + (second > 0 ? (j * j) / second : 0)
      weights[at] = Math.exp(-0.5 * square)
      sum += weights[at]
    }
  }
  return { reach, weights: weights.map((weight) => weight / sum) }
}

/**
 * What stands in the cells of one or two axes, each spread over those around it; what would lie beyond the ends is lost.
 *
 * @param lengths of the axes
 * @example
 * spreadBy({ reach: [1], weights: Float64Array.of(0.25, 0.5, 0.25) }, Float64Array.of(0, 4, 0), [3]) // [1, 2, 1]
 */
export function spreadBy({ reach, weights }: Kernel, values: Float64Array, lengths: readonly number[]): Float64Array {
  const [rows, columns] = lengths.length === 1 ? [1, lengths[0]] : lengths
  const [up, aside] = reach.length === 1 ? [0, reach[0]] : reach
  const found = new Float64Array(values.length)
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell]
    if (value === 0) continue
    const [row, column] = [Math.floor(cell / columns), cell % columns]
    for (let i = Math.max(-up, -row); i <= Math.min(up, rows - 1 - row); i++) {
      const to = (row + i) * columns + column
      const from = (i + up) * (2 * aside + 1) + aside
      const most = Math.min(aside, columns - 1 - column)
      for (let j = Math.max(-aside, -column); j <= most; j++) found[to + j] += value * weights[from + j]
    }
  }
  return found
}
