/**
 * A smooth vector-valued function of x, as Chebyshev series on stretches of equal width, each computed when x first falls into it.
 *
 * For a function analytic around a stretch the error falls geometrically with the number of nodes.
 *
 * @param f writes its values at x into `out`
 * @param size how many values
 * @param width of a stretch
 * @param nodes per stretch
 * @returns the same function, cheap wherever it has been asked before
 * @example
 * const out = new Float64Array(1)
 * chebyshevOnDemand((x, values) => { values[0] = Math.exp(x) }, 1, 0.5, 12)(1.2, out)
 * out[0] // 3.3201169
 */
export function chebyshevOnDemand(
  f: (x: number, out: Float64Array) => void,
  size: number,
  width: number,
  nodes: number,
): (x: number, out: Float64Array) => void {
  const stretches = new Map<number, Float64Array>()

  /** Coefficient n of value k at `k * nodes + n`. */
  function series(index: number): Float64Array {
    const coefficients = new Float64Array(size * nodes)
    const values = new Float64Array(size)
    for (let j = 0; j < nodes; j++) {
      const angle = (Math.PI * (j + 0.5)) / nodes
      f(width * (index + 0.5 + 0.5 * Math.cos(angle)), values)
      for (let k = 0; k < size; k++) {
        for (let n = 0; n < nodes; n++) coefficients[k * nodes + n] += ((n === 0 ? 1 : 2) / nodes) * values[k] * Math.cos(n * angle)
      }
    }
    return coefficients
  }

  return (x, out) => {
    const index = Math.floor(x / width)
    let coefficients = stretches.get(index)
    if (coefficients === undefined) stretches.set(index, (coefficients = series(index)))
    const t = 2 * (x / width - index) - 1
    for (let k = 0; k < size; k++) {
      // Clenshaw's recurrence
      let previous = 0
      let current = 0
      for (let n = nodes - 1; n > 0; n--) {
        const next = 2 * t * current - previous + coefficients[k * nodes + n]
        previous = current
        current = next
      }
      out[k] = t * current - previous + coefficients[k * nodes]
    }
  }
}
