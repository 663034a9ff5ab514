type Point = readonly [x: number, y: number]

/** Between a point inside and one outside that has no number, the edge lies halfway. */
const HALFWAY = 0.5

/**
 * The rings around where a field on a grid lies at or below a level, linear along the lines of the grid (marching squares; a saddle is joined where the
 * mean of its corners is inside). By the even-odd rule a ring inside another is a hole. A region that reaches the end of the grid runs on beyond it for one and a
 * half steps. NaN and Infinity are outside.
 *
 * @param xs ascending, two or more
 * @param ys ascending, two or more
 * @param field value at `xs[i]`, `ys[j]` in place `i * ys.length + j`
 * @example
 * const [ring] = contoursBelow([-1, 0, 1], [-1, 0, 1], [2, 1, 2, 1, 0, 1, 2, 1, 2], 0.5)
 * ring.map(([x, y]) => Math.abs(x) + Math.abs(y)) // [0.5, 0.5, 0.5, 0.5]
 */
export function contoursBelow(xs: ArrayLike<number>, ys: ArrayLike<number>, field: ArrayLike<number>, level: number): Point[][] {
  const [nx, ny] = [xs.length + 4, ys.length + 4]
  const [px, py] = [padded(xs), padded(ys)]
  const within = (k: number, n: number): number => Math.min(n - 1, Math.max(0, k - 2))
  const at = (i: number, j: number): number => {
    if (i === 0 || j === 0 || i === nx - 1 || j === ny - 1) return Number.POSITIVE_INFINITY
    return field[within(i, xs.length) * ys.length + within(j, ys.length)]
  }
  const crossing = (i: number, j: number, isAlongY: boolean): Point => {
    const [a, b] = [at(i, j), isAlongY ? at(i, j + 1) : at(i + 1, j)]
    const [inside, outside] = a <= level ? [a, b] : [b, a]
    const part = Number.isFinite(outside) ? (level - inside) / (outside - inside) : HALFWAY
    const t = a <= level ? part : 1 - part
    return isAlongY ? [px[i], py[j] + t * (py[j + 1] - py[j])] : [px[i] + t * (px[i + 1] - px[i]), py[j]]
  }

  // From each edge of the grid that the contour crosses to the next one, the inside always to the same hand.
  const next = new Map<number, number>()
  for (let i = 0; i < nx - 1; i++) {
    for (let j = 0; j < ny - 1; j++) {
      const corners = [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)]
      const isIn = corners.map((value) => value <= level)
      const count = Number(isIn[0]) + Number(isIn[1]) + Number(isIn[2]) + Number(isIn[3])
      if (count === 0 || count === 4) continue
      const edges = [2 * (i * ny + j), 2 * ((i + 1) * ny + j) + 1, 2 * (i * ny + j + 1), 2 * (i * ny + j) + 1]
      const isSaddle = count === 2 && isIn[0] === isIn[2]
      const isJoined = isSaddle && corners[0] + corners[1] + corners[2] + corners[3] <= 4 * level
      for (let k = 0; k < 4; k++) {
        if (!isIn[k] || isIn[(k + 1) % 4]) continue
        let to = isJoined ? (k + 1) % 4 : (k + 3) % 4
        while (isIn[to] || !isIn[(to + 1) % 4]) to = (to + 3) % 4
        next.set(edges[k], edges[to])
      }
    }
  }

  const rings: Point[][] = []
  for (const start of next.keys()) {
    const ring: Point[] = []
    for (let edge: number | undefined = start; edge !== undefined; ) {
      const cell = edge >> 1
      ring.push(crossing(Math.floor(cell / ny), cell % ny, edge % 2 === 1))
      const following: number | undefined = next.get(edge)
      next.delete(edge)
      edge = following === start ? undefined : following
    }
    rings.push(ring)
  }
  return rings
}

/** With two more steps at either end. */
function padded(values: ArrayLike<number>): number[] {
  const n = values.length
  const [first, last] = [values[1] - values[0], values[n - 1] - values[n - 2]]
  return [values[0] - 2 * first, values[0] - first, ...Array.from(values), values[n - 1] + last, values[n - 1] + 2 * last]
}
