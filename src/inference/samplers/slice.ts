import type { Random } from '../../numerics/index.ts'

/** Uniform draws from the part of the unit cube where a condition holds. */
export interface SliceSampler {
  /** Learns lengths and directions from points spread over that part: rows of `dimensions` numbers. */
  learn(points: Float64Array): void
  /** Moves a point that is inside, in place, along one direction. What was asked last is where it ended. */
  move(point: Float64Array, isInside: (point: Float64Array) => boolean): void
}

/** An interval is stepped out this often at most, to either side. */
const MOST_STEPS = 50
/** It begins as so many standard deviations of the points. */
const WIDTH = 3
const SHORTEST = 1e-14

/** The lower triangle of Cholesky of the covariance of the rows; a direction in which they do not differ is given a little. */
function spreadOf(points: Float64Array, dimensions: number, triangle: Float64Array): void {
  const count = points.length / dimensions
  const mean = new Float64Array(dimensions)
  for (let i = 0; i < points.length; i++) mean[i % dimensions] += points[i] / count
  for (let j = 0; j < dimensions; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = 0
      for (let i = 0; i < points.length; i += dimensions) sum += (points[i + j] - mean[j]) * (points[i + k] - mean[k])
      sum /= count
      for (let l = 0; l < k; l++) sum -= triangle[j * dimensions + l] * triangle[k * dimensions + l]
      if (j === k) triangle[j * dimensions + j] = Math.sqrt(Math.max(sum, Number.MIN_VALUE))
      else triangle[j * dimensions + k] = sum / triangle[k * dimensions + k]
    }
  }
}

/**
 * Slice sampling along random directions (Neal 2003, Ann. Stat. 31, 705, sections 4 and 5), whitened by the covariance of points that are known to
 * be inside: a direction $\hat n$ on the unit sphere becomes $L\hat n$ with $LL^T$ that covariance, so that the shape of the region does not matter
 * (Handley, Hobson and Lasenby 2015, Mon. Not. R. Astron. Soc. 453, 4384).
 */
export function sliceSampler(dimensions: number, random: Random): SliceSampler {
  const triangle = new Float64Array(dimensions * dimensions)
  const sphere = new Float64Array(dimensions)
  const direction = new Float64Array(dimensions)
  const trial = new Float64Array(dimensions)

  function chooseDirection(): void {
    let square = 0
    for (let k = 0; k < dimensions; k++) square += (sphere[k] = random.normal()) ** 2
    const length = Math.sqrt(square)
    for (let j = 0; j < dimensions; j++) {
      let sum = 0
      for (let k = 0; k <= j; k++) sum += triangle[j * dimensions + k] * sphere[k]
      direction[j] = sum / length
    }
  }

  /** Whether the place at this distance along the direction lies in the open cube and inside; it is left in `trial`. */
  function isAt(point: Float64Array, distance: number, isInside: (point: Float64Array) => boolean): boolean {
    for (let k = 0; k < dimensions; k++) {
      trial[k] = point[k] + distance * direction[k]
      if (!(trial[k] > 0 && trial[k] < 1)) return false
    }
    return isInside(trial)
  }

  function move(point: Float64Array, isInside: (point: Float64Array) => boolean): void {
    chooseDirection()
    let left = -WIDTH * random.uniform()
    let right = left + WIDTH
    // Where the steps to the left end and those to the right begin is drawn, so that there is a way back from every place reached.
    const toLeft = random.below(MOST_STEPS)
    for (let step = 0; step < toLeft && isAt(point, left, isInside); step++) left -= WIDTH
    for (let step = toLeft; step < MOST_STEPS && isAt(point, right, isInside); step++) right += WIDTH
    for (;;) {
      // Where rounding has brought the interval down to the point itself, nothing is reached along this direction.
      const distance = right - left > SHORTEST ? left + random.uniform() * (right - left) : 0
      if (isAt(point, distance, isInside) || distance === 0) break
      if (distance < 0) left = distance
      else right = distance
    }
    point.set(trial)
  }

  return { learn: (points) => spreadOf(points, dimensions, triangle), move }
}
