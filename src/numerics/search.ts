/**
 * The interval of an increasing table that holds `value`: the largest $i$ with $x_i \le$ `value`, kept within
 * $0 \dots n-2$, so that `[x[i], x[i + 1]]` is always an interval (the first or the last one for a value outside).
 *
 * @param x at least two increasing numbers
 * @example
 * intervalIndex([0, 1, 2, 5], 3) // 2
 */
export function intervalIndex(x: ArrayLike<number>, value: number): number {
  let low = 0
  let high = x.length - 1
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (x[middle] <= value) low = middle
    else high = middle
  }
  return low
}
