import { FailureError } from '../errors.ts'

/** A system of ordinary differential equations, $\dot y = f(t, y)$, and what it takes to be solved. */
export interface StiffSystem {
  /** Writes f(t, y) into `out`. */
  derivative(t: number, y: Float64Array, out: Float64Array): void
  /**
   * Writes the largest allowed error of one step for every variable; and how far each may be moved for its part in the Jacobian: a distance over which f is
   * about linear, of which $10^{-7}$ is taken.
   */
  scales(t: number, y: Float64Array, tolerance: Float64Array, displacement: Float64Array): void
}

/** Coefficients of RODAS, order 4(3), in Hairer and Wanner, Solving Ordinary Differential Equations II (1996), Sec. IV.7 and its program. */
const GAMMA = 0.25
const TIMES = [0, 0.386, 0.21, 0.63, 1, 1]
const TIME_WEIGHTS = [0.25, -0.1043, 0.1035, -0.0362, 0, 0]
const STAGES = [
  [],
  [1.544],
  [0.9466785280815826, 0.2557011698983284],
  [3.314825187068521, 2.896124015972201, 0.9986419139977817],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895],
  [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1],
]
const COUPLINGS = [
  [],
  [-5.6688],
  [-2.430093356833875, -0.2063599157091915],
  [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
  [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
  [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
]
const SAFETY = 0.9
const [SLOWEST, FASTEST] = [0.2, 5]
const DIFFERENCE = 1e-7
const MOST_STEPS = 20_000

/**
 * Solves a stiff system by the Rosenbrock method RODAS (Hairer and Wanner 1996): six stages, order 4 with an error estimate of order 3,
 * L-stable and stiffly accurate, so that modes that decay fast settle on their equilibrium whatever the step. The Jacobian is taken by differences.
 *
 * For few variables: a step costs one LU decomposition of the full matrix.
 *
 * @param initial y at `from`
 * @param firstStep no step is longer than `longestStep`
 * @returns y at `to`, and how many steps it took
 * @throws FailureError where steps become too many, or lost in rounding: the solution runs away, or is asked for too precisely
 * @example
 * const { y } = solveStiff(
 *   {
 *     derivative(t, y, out) { out[0] = -1e6 * (y[0] - Math.cos(t)) },
 *     scales(_, __, error, far) { error[0] = 1e-8; far[0] = 1 },
 *   },
 *   [0], 0, 1, 1e-3,
 * )
 * y[0] // 0.540303
 */
export function solveStiff(
  system: StiffSystem,
  initial: ArrayLike<number>,
  from: number,
  to: number,
  firstStep: number,
  longestStep: number = Number.POSITIVE_INFINITY,
): { readonly y: Float64Array; readonly steps: number } {
  const size = initial.length
  const vector = () => new Float64Array(size)
  let y = Float64Array.from(initial)
  let next = vector()
  const [slope, drift, tolerance, displacement, stage, moved] = Array.from({ length: 6 }, vector)
  const k = TIMES.map(vector)
  const jacobian = new Float64Array(size * size)
  const matrix = new Float64Array(size * size)
  const pivots = new Int32Array(size)

  let t = from
  let h = Math.min(firstStep, longestStep, to - from)
  let steps = 0
  let isNew = true
  while (t < to) {
    if (isNew) {
      system.derivative(t, y, slope)
      system.scales(t, y, tolerance, displacement)
      differences(system, t, y, displacement, slope, jacobian, moved, stage)
      const dt = DIFFERENCE * Math.max(Math.abs(t), h)
      system.derivative(t + dt, y, drift)
      for (let i = 0; i < size; i++) drift[i] = (drift[i] - slope[i]) / dt
    }
    const diagonal = 1 / (h * GAMMA)
    for (let i = 0; i < matrix.length; i++) matrix[i] = -jacobian[i]
    for (let i = 0; i < size; i++) matrix[i * size + i] += diagonal
    decompose(matrix, pivots, size)

    next.set(y)
    for (let s = 0; s < TIMES.length; s++) {
      if (s > 0) {
        for (let i = 0; i < size; i++) {
          next[i] = y[i]
          for (let j = 0; j < s; j++) next[i] += STAGES[s][j] * k[j][i]
        }
        system.derivative(t + TIMES[s] * h, next, stage)
      } else stage.set(slope)
      for (let i = 0; i < size; i++) {
        let sum = stage[i] + h * TIME_WEIGHTS[s] * drift[i]
        for (let j = 0; j < s; j++) sum += (COUPLINGS[s][j] / h) * k[j][i]
        k[s][i] = sum
      }
      substitute(matrix, pivots, size, k[s])
    }
    // The last stage is the error estimate, and the point it started from, moved by it, the solution.
    let error = 0
    for (let i = 0; i < size; i++) {
      next[i] += k[5][i]
      error += (k[5][i] / tolerance[i]) ** 2
    }
    error = Math.sqrt(error / size)
    isNew = error <= 1
    if (isNew) {
      t = to - t <= h * (1 + 1e-9) ? to : t + h
      const old = y
      y = next
      next = old
    }
    if (++steps > MOST_STEPS || !(t + SLOWEST * h > t || t === to))
      throw new FailureError(`no solution beyond ${t} within the errors allowed`)
    const factor = Number.isFinite(error) ? Math.min(FASTEST, Math.max(SLOWEST, SAFETY * error ** -0.25)) : SLOWEST
    h = Math.min(h * (isNew ? factor : Math.min(1, factor)), longestStep, t < to ? to - t : h)
  }
  return { y, steps }
}

function differences(
  system: StiffSystem,
  t: number,
  y: Float64Array,
  displacement: Float64Array,
  slope: Float64Array,
  jacobian: Float64Array,
  moved: Float64Array,
  there: Float64Array,
): void {
  const size = y.length
  moved.set(y)
  for (let j = 0; j < size; j++) {
    const dy = DIFFERENCE * displacement[j]
    moved[j] = y[j] + dy
    system.derivative(t, moved, there)
    for (let i = 0; i < size; i++) jacobian[i * size + j] = (there[i] - slope[i]) / dy
    moved[j] = y[j]
  }
}

/** LU decomposition in place, with row pivots. */
function decompose(a: Float64Array, pivots: Int32Array, n: number): void {
  for (let c = 0; c < n; c++) {
    let best = c
    for (let r = c + 1; r < n; r++) if (Math.abs(a[r * n + c]) > Math.abs(a[best * n + c])) best = r
    pivots[c] = best
    if (best !== c) {
      for (let i = 0; i < n; i++) {
        const held = a[c * n + i]
        a[c * n + i] = a[best * n + i]
        a[best * n + i] = held
      }
    }
    const inverse = 1 / a[c * n + c]
    for (let r = c + 1; r < n; r++) {
      const factor = a[r * n + c] * inverse
      if (factor === 0) continue
      a[r * n + c] = factor
      for (let i = c + 1; i < n; i++) a[r * n + i] -= factor * a[c * n + i]
    }
  }
}

function substitute(lu: Float64Array, pivots: Int32Array, n: number, b: Float64Array): void {
  for (let r = 0; r < n; r++) {
    const held = b[pivots[r]]
    b[pivots[r]] = b[r]
    b[r] = held
  }
  for (let r = 0; r < n; r++) {
    let sum = b[r]
    for (let i = 0; i < r; i++) sum -= lu[r * n + i] * b[i]
    b[r] = sum
  }
  for (let r = n - 1; r >= 0; r--) {
    let sum = b[r]
    for (let i = r + 1; i < n; i++) sum -= lu[r * n + i] * b[i]
    b[r] = sum / lu[r * n + r]
  }
}
