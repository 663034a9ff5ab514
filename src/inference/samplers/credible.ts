import { InputError } from '../../errors.ts'
import { brentRoot } from '../../numerics/index.ts'
import type { GridDensity } from './grid.ts'

/** What differs by less differs by rounding. */
const FLAT = 1 - 1e-9

function checkShare(share: number): void {
  if (!(share > 0 && share < 1)) throw new InputError(`${share} is not allowed; allowed: above 0, below 1`, 'share')
}

/** By how much the density changes within half a step from each point, to the side of the other points and back: the root of the sum of squares over axes. */
function halfRanges({ axes, density }: GridDensity): Float64Array {
  const squares = new Float64Array(density.length)
  let stride = density.length
  for (const { length } of axes) {
    stride /= length
    for (let point = 0; point < density.length; point++) {
      const i = Math.floor(point / stride) % length
      const before = i > 0 ? density[point - stride] : density[point]
      const after = i + 1 < length ? density[point + stride] : density[point]
      squares[point] += ((after - before) / 4) ** 2
    }
  }
  // A density falls to nothing, and not below.
  return squares.map((square, point) => Math.min(density[point], Math.sqrt(square)))
}

/**
 * The density above which a share of the probability lies: the edge of the smallest region that holds that share. The contour of the density at this
 * level is the credible region of two parameters.
 *
 * The volume around each point counts with the part of it that is above the level, as where the density changes evenly there. Of a density that is the same everywhere no
 * region is the smallest: the level then lies below all of it.
 *
 * @param share above 0 and below 1, such as 0.9
 * @throws InputError (field `share`) for any other
 * @example
 * const x = { name: 'x', prior: uniformPrior(0, 1) }
 * const wedge = gridPosterior({ parameters: [x], logLikelihood: (theta) => Math.log(theta[0]) }, { points: 1001 })
 * credibleLevel(wedge, 0.75) // 1.000: half the range, of densities from 1 to 2
 */
export function credibleLevel(grid: GridDensity, share: number): number {
  checkShare(share)
  const { axes, widths, density } = grid
  const peak = density.reduce((largest, value) => Math.max(largest, value))
  if (density.every((value) => value >= FLAT * peak)) return FLAT * peak
  const ranges = halfRanges(grid)
  const masses = new Float64Array(density.length)
  let stride = density.length
  masses.set(density)
  for (const [k, { length }] of axes.entries()) {
    stride /= length
    for (let point = 0; point < density.length; point++) masses[point] *= widths[k][Math.floor(point / stride) % length]
  }
  const above = (level: number): number => {
    let sum = 0
    for (let point = 0; point < density.length; point++) {
      const excess = density[point] - level
      const range = ranges[point]
      if (excess >= range) sum += masses[point]
      else if (excess > -range) sum += 0.5 * (1 + excess / range) * masses[point]
    }
    return sum
  }
  const highest = peak + ranges.reduce((largest, value) => Math.max(largest, value))
  const whole = above(0)
  return brentRoot((level) => above(level) - share * whole, 0, highest, 1e-12 * highest)
}

/**
 * The stretches of one parameter with the highest density that together hold a share of the probability, linear between the points of the grid (in the
 * coordinate of the prior).
 *
 * @param share above 0 and below 1, such as 0.9
 * @returns stretches, disjoint and ascending; one that reaches the end of the axis ends there
 * @throws InputError (fields `share`, `parameter`) for any other, or a density of more than one parameter
 * @example
 * const x = { name: 'x', prior: uniformPrior(-8, 8) }
 * const posterior = gridPosterior({ parameters: [x], logLikelihood: (theta) => -0.5 * theta[0] ** 2 }, { points: 801 })
 * credibleIntervals(posterior, 0.6826895) // [[-1.000, 1.000]]
 */
export function credibleIntervals(grid: GridDensity, share: number): (readonly [lo: number, hi: number])[] {
  if (grid.axes.length !== 1)
    throw new InputError(`${grid.axes.length} parameters are not allowed; allowed: a marginal of one`, 'parameter')
  const level = credibleLevel(grid, share)
  const [axis] = grid.axes
  const { density } = grid
  const isLog = grid.parameters[0].prior.scale === 'log'
  const crossing = (i: number): number => {
    const part = (level - density[i]) / (density[i + 1] - density[i])
    return isLog ? axis[i] * (axis[i + 1] / axis[i]) ** part : axis[i] + part * (axis[i + 1] - axis[i])
  }
  const intervals: [number, number][] = []
  let start: number | undefined = density[0] >= level ? axis[0] : undefined
  for (let i = 0; i + 1 < axis.length; i++) {
    const [isIn, willBe] = [density[i] >= level, density[i + 1] >= level]
    if (!isIn && willBe) start = crossing(i)
    else if (isIn && !willBe && start !== undefined) {
      intervals.push([start, crossing(i)])
      start = undefined
    }
  }
  if (start !== undefined) intervals.push([start, axis[axis.length - 1]])
  return intervals
}
