import { placeOn } from '../space.ts'
import { type Cells, cellFinder } from './cells.ts'

/** How far around a place points are looked at, and where they are looked for again if they lie to one side of it alone [cells]. */
const REACHES = [1.5, 3] as const
/** Of the points in a stretch of so many to a cell the lowest is looked at, at its own place. */
const STRETCHES = 4
/** What a point counts higher at the end of the reach: where the values are concave, near points are not passed over for far ones that are lower. */
const FAR = 0.3

/**
 * What scattered values come down to: at the value of each cell the lower envelope of the points around it, linear between those of them that lie lowest, each at its own
 * place. Of points that differ in other parameters too this is the smallest value over these, where the lowest of a cell, put at its middle, would be too small by what the
 * values change within half a cell. Towards the ends of a range, beyond the last points, it goes on as it came. Along the values of a grid nothing is between the points: there it is the lowest at each.
 *
 * @param cells of one or two parameters
 * @param reach of each parameter, the length in which there are points enough: the width of a cell, or more [in the coordinate of the prior]
 * @param columns of each parameter its values, point by point
 * @param values of each point; NaN where it has none. What they change by from cell to cell should be about 1, or less.
 * @returns cell by cell, the last parameter fastest; NaN where no points are around
 * @example
 * const x = { name: 'x', prior: uniformPrior(0, 4) }
 * lowerEnvelope([evenCells(x, 4)], [1], [[0.1, 0.9, 1.1, 1.9, 2.2, 2.9, 3.1, 3.9]], [1, 9, 11, 19, 22, 29, 31, 39]) // [5, 15, 25, 35]
 */
export function lowerEnvelope(
  cells: readonly Cells[],
  reach: readonly number[],
  columns: readonly ArrayLike<number>[],
  values: ArrayLike<number>,
): Float64Array {
  const scattered = cells.flatMap(({ isGrid }, k) => (isGrid ? [] : [k]))
  const places = scattered.map((k) => placesOf(cells[k], reach[k], columns[k]))
  const grids = cells.flatMap((own, k) => (own.isGrid ? [{ length: own.values.length, column: columns[k], find: cellFinder(own) }] : []))
  const rows = grids.reduce((product, { length }) => product * length, 1)
  const members = Array.from({ length: rows }, (): number[] => [])
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue
    let row = 0
    for (const { length, column, find } of grids) {
      const own = find(column[i])
      row = own < 0 || row < 0 ? -1 : row * length + own
    }
    if (row >= 0) members[row].push(i)
  }
  const found = members.map((points) =>
    scattered.length === 0 ? Float64Array.of(lowestOf(points, values)) : envelopeOf(places, points, values),
  )
  // What is scattered runs fastest in what was found; in the cells it may not.
  const isTurned = cells.length === 2 && scattered.length === 1 && scattered[0] === 0
  if (!isTurned) return Float64Array.from(found.flatMap((row) => Array.from(row)))
  const length = cells[0].values.length
  return Float64Array.from({ length: rows * length }, (_, at) => found[at % rows][Math.floor(at / rows)])
}

const lowestOf = (points: readonly number[], values: ArrayLike<number>): number =>
  points.length === 0 ? Number.NaN : points.reduce((least, i) => Math.min(least, values[i]), Number.POSITIVE_INFINITY)

/** Points along one parameter, in stretches from a little before the first cell to a little beyond the last. */
interface Places {
  readonly nodes: Float64Array
  /** Of each point. */
  readonly at: Float64Array
  /** Ends of the range, beyond which there are no points, and how far within them there may be none. */
  readonly ends: readonly number[]
  readonly reach: number
  readonly from: number
  readonly stretch: number
  readonly count: number
}

function placesOf({ parameter: { prior }, edges, values }: Cells, reach: number, column: ArrayLike<number>): Places {
  const stretch = reach / STRETCHES
  const margin = STRETCHES * REACHES[REACHES.length - 1]
  const last = edges.length - 1
  return {
    nodes: values.map((value) => placeOn(prior, value)),
    at: Float64Array.from(column, (value) => placeOn(prior, value)),
    ends: prior.range.map((end) => placeOn(prior, end)),
    reach: REACHES[0] * reach,
    from: edges[0] - margin * stretch,
    stretch,
    count: Math.ceil((edges[last] - edges[0]) / stretch) + 2 * margin,
  }
}

/** Places of the lowest point of each stretch, along one axis or two; in none of the second where there is one. */
interface Sites {
  readonly us: Float64Array
  readonly vs: Float64Array
  /** NaN where a stretch is empty. */
  readonly heights: Float64Array
}

const stretchOf = ({ from, stretch, count }: Places, place: number): number => {
  const own = Math.floor((place - from) / stretch)
  return own >= 0 && own < count ? own : -1
}

/** The lowest points. */
function sitesOf(axes: readonly Places[], points: readonly number[], values: ArrayLike<number>): Sites {
  const [first, second] = axes
  const width = second?.count ?? 1
  const heights = new Float64Array(first.count * width).fill(Number.NaN)
  const [us, vs] = [new Float64Array(heights.length), new Float64Array(heights.length)]
  const put = (u: number, v: number, height: number): void => {
    const [row, column] = [stretchOf(first, u), second === undefined ? 0 : stretchOf(second, v)]
    if (row < 0 || column < 0) return
    const at = row * width + column
    if (heights[at] <= height) return
    heights[at] = height
    us[at] = u
    vs[at] = v
  }
  for (const i of points) put(first.at[i], second?.at[i] ?? 0, values[i])
  return { us, vs, heights }
}

/** The envelope at the nodes, the second axis fastest. */
function envelopeOf(axes: readonly Places[], points: readonly number[], values: ArrayLike<number>): Float64Array {
  const [first, second] = axes
  const width = second?.count ?? 1
  const sites = sitesOf(axes, points, values)
  const around = (u: number, v: number, reach: number): Around => {
    const [us, vs, heights]: [number[], number[], number[]] = [[], [], []]
    const [row, column] = [stretchOf(first, u), second === undefined ? 0 : stretchOf(second, v)]
    const steps = Math.ceil(STRETCHES * reach)
    const aside = second === undefined ? 0 : steps
    for (let i = Math.max(0, row - steps); i <= Math.min(first.count - 1, row + steps); i++) {
      for (let j = Math.max(0, column - aside); j <= Math.min(width - 1, column + aside); j++) {
        const at = i * width + j
        if (Number.isNaN(sites.heights[at])) continue
        us.push((sites.us[at] - u) / (STRETCHES * reach * first.stretch))
        vs.push(second === undefined ? 0 : (sites.vs[at] - v) / (STRETCHES * reach * second.stretch))
        heights.push(sites.heights[at])
      }
    }
    return { us, vs, heights }
  }
  const columns = second?.nodes ?? Float64Array.of(0)
  const found = new Float64Array(first.nodes.length * columns.length).fill(Number.NaN)
  for (const [i, u] of first.nodes.entries()) {
    for (const [j, v] of columns.entries()) {
      let value: number | undefined
      for (const reach of REACHES) value ??= (second === undefined ? alongLine : inPlane)(around(u, v, reach))
      if (value !== undefined) found[i * columns.length + j] = value
    }
  }
  goOn(found, first, columns.length, columns.length)
  if (second !== undefined) goOn(found, second, 1, columns.length)
  // Points that lie along a curve are around no place but their own.
  for (const [i, u] of first.nodes.entries()) {
    for (const [j, v] of columns.entries()) {
      const at = i * columns.length + j
      if (!Number.isNaN(found[at])) continue
      const [row, column] = [stretchOf(first, u), second === undefined ? 0 : stretchOf(second, v)]
      if (row >= 0 && column >= 0) found[at] = sites.heights[row * width + column]
    }
  }
  return found
}

/** A slope is that over so many places. */
const BASE = 3

/**
 * Fills what is missing towards the ends of a range along one axis, as straight on as it came.
 *
 * @param stride from one place to the next along it
 * @param columns how many places the last axis has
 */
function goOn(found: Float64Array, { nodes, ends, reach }: Places, stride: number, columns: number): void {
  const n = nodes.length
  const lines = found.length / n
  const isNear = (k: number): boolean => ends.some((end) => Math.abs(nodes[k] - end) <= reach)
  for (let line = 0; line < lines; line++) {
    const start = stride === 1 ? line * columns : line
    const at = (k: number): number => start + k * stride
    for (const step of [-1, 1]) {
      for (let k = step < 0 ? n - 1 - BASE - 1 : BASE + 1; k >= 0 && k < n; k += step) {
        if (Number.isNaN(found[at(k)]) && isNear(k)) {
          const last = found[at(k - step)]
          found[at(k)] = last + (last - found[at(k - step * (BASE + 1))]) / BASE
        }
      }
    }
  }
}

/** Points around a place, which is at zero; the reach is 1. */
interface Around {
  readonly us: readonly number[]
  readonly vs: readonly number[]
  readonly heights: readonly number[]
}

/** The envelope between points to either side; nothing where there are none to one of them. */
function alongLine({ us, heights }: Around): number | undefined {
  const costs = heights.map((height, i) => height + FAR * us[i] ** 2)
  const onto = us.indexOf(0)
  if (onto >= 0) return heights[onto]
  const nearest = (isOnSide: (u: number) => boolean): number =>
    us.reduce((at, u, i) => (isOnSide(u) && (at < 0 || Math.abs(u) < Math.abs(us[at])) ? i : at), -1)
  let [low, high] = [nearest((u) => u < 0), nearest((u) => u > 0)]
  if (low < 0 || high < 0) return undefined
  for (let step = 0; step < us.length; step++) {
    const slope = (costs[high] - costs[low]) / (us[high] - us[low])
    const below = lowestBelow(us, (i) => costs[i] - costs[low] - slope * (us[i] - us[low]))
    if (below < 0) break
    if (us[below] < 0) low = below
    else high = below
  }
  return (us[high] * heights[low] - us[low] * heights[high]) / (us[high] - us[low])
}

/** Rounding of heights. */
const EVEN = 1e-9

/** Which point is the farthest below a line or a plane; −1 where none is. */
function lowestBelow({ length }: ArrayLike<number>, above: (i: number) => number): number {
  let [found, least] = [-1, -EVEN]
  for (let i = 0; i < length; i++) {
    const own = above(i)
    if (own < least) [found, least] = [i, own]
  }
  return found
}

/** Three corners around everything, so high that no other is passed over for them. */
const CORNERS = { us: [-1e3, 1e3, 0], vs: [-1e3, -1e3, 1e3], height: 1e9 } as const
/** Triangles as flat as this are lines. */
const FLAT = 1e-14

/**
 * The envelope inside a triangle of points: of all triangles around the place the one that is lowest there, found by the simplex method with the points as columns; nothing
 * where there is no triangle around it.
 */
function inPlane(around: Around): number | undefined {
  const n = around.us.length
  const us = [...around.us, ...CORNERS.us]
  const vs = [...around.vs, ...CORNERS.vs]
  const costs = us.map((u, i) => (i < n ? around.heights[i] + FAR * (u ** 2 + vs[i] ** 2) : CORNERS.height))
  const corners = [n, n + 1, n + 2]
  for (let step = 0; step < 4 * n; step++) {
    const [a, b, c] = corners
    const [u1, v1, u2, v2] = [us[b] - us[a], vs[b] - vs[a], us[c] - us[a], vs[c] - vs[a]]
    const area = u1 * v2 - u2 * v1
    if (Math.abs(area) < FLAT) return undefined
    /** How much of each corner a step from the first one is. */
    const shares = (du: number, dv: number, whole: number): number[] => {
      const [second, third] = [(du * v2 - dv * u2) / area, (dv * u1 - du * v1) / area]
      return [whole - second - third, second, third]
    }
    const [up, aside] = [costs[b] - costs[a], costs[c] - costs[a]]
    const [slopeU, slopeV] = [(up * v2 - aside * v1) / area, (u1 * aside - u2 * up) / area]
    const base = costs[a] - slopeU * us[a] - slopeV * vs[a]
    const below = lowestBelow(around.us, (i) => costs[i] - base - slopeU * us[i] - slopeV * vs[i])
    const here = shares(-us[a], -vs[a], 1)
    if (below < 0) return corners.some((i) => i >= n) ? undefined : corners.reduce((sum, i, k) => sum + here[k] * around.heights[i], 0)
    const there = shares(us[below] - us[a], vs[below] - vs[a], 1)
    const ratios = there.map((share, k) => (share > FLAT ? here[k] / share : Number.POSITIVE_INFINITY))
    corners[ratios.indexOf(Math.min(...ratios))] = below
  }
  return undefined
}
