/** Ends where the values of the simplex agree to this, and its corners to that share of its first size. */
const VALUES = 1e-10
const SIZE = 1e-6
const MOST_STEPS = 500

/**
 * A minimum of f near a start, without derivatives (Nelder and Mead 1965: reflection, expansion, contraction, shrinking), begun anew once around what was found.
 *
 * @param f of as many numbers as there are; Infinity where it is not defined
 * @param start where it is
 * @param steps along each number to begin with
 * @example
 * const { x } = nelderMead(([a, b]) => (a - 1) ** 2 + 10 * (b + 2 * a) ** 2, [0, 0], [0.5, 0.5])
 * x[1] // -2.0000
 */
export function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  steps: readonly number[],
): { readonly x: readonly number[]; readonly value: number } {
  const first = descend(f, start, steps)
  return descend(
    f,
    first.x,
    steps.map((step) => 0.1 * step),
  )
}

interface Corner {
  readonly x: readonly number[]
  readonly value: number
}

function descend(f: (x: readonly number[]) => number, start: readonly number[], steps: readonly number[]): Corner {
  const at = (x: readonly number[]): Corner => ({ x, value: f(x) })
  const simplex = [at(start), ...steps.map((step, k) => at(start.map((value, i) => (i === k ? value + step : value))))]
  const last = simplex.length - 1
  for (let iteration = 0; iteration < MOST_STEPS * last; iteration++) {
    simplex.sort((a, b) => a.value - b.value)
    const [best] = simplex
    const worst = simplex[last]
    const isSmall = steps.every((step, k) => simplex.every(({ x }) => Math.abs(x[k] - best.x[k]) <= SIZE * Math.abs(step)))
    if (isSmall || (worst.value - best.value <= VALUES * (1 + Math.abs(best.value)) && isNear(simplex, steps))) break
    const centre = start.map((_, k) => simplex.slice(0, last).reduce((sum, { x }) => sum + x[k], 0) / last)
    const along = (length: number): Corner => at(centre.map((middle, k) => middle + length * (middle - worst.x[k])))
    const reflected = along(1)
    if (reflected.value < best.value) {
      const expanded = along(2)
      simplex[last] = expanded.value < reflected.value ? expanded : reflected
    } else if (reflected.value < simplex[last - 1].value) simplex[last] = reflected
    else {
      const contracted = along(reflected.value < worst.value ? 0.5 : -0.5)
      if (contracted.value < Math.min(worst.value, reflected.value)) simplex[last] = contracted
      else for (let i = 1; i <= last; i++) simplex[i] = at(simplex[i].x.map((value, k) => 0.5 * (value + best.x[k])))
    }
  }
  return simplex.reduce((a, b) => (b.value < a.value ? b : a))
}

/** Whether equal values are those of one valley: all corners within a hundredth of the first steps. */
const isNear = (simplex: readonly Corner[], steps: readonly number[]): boolean =>
  steps.every((step, k) => simplex.every(({ x }) => Math.abs(x[k] - simplex[0].x[k]) <= 1e-2 * Math.abs(step)))
