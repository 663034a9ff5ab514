/** What a step may take of a parameter, relative to it, and add to it. */
export const MOST_TAKEN = 0.99
const MOST_ADDED = 10

/**
 * Solves (H + damping) step = −gradient by Cholesky, from the lower triangle of H; what would leave the allowed lengths is held at their ends, and the rest follows. False
 * where H + damping is not positive.
 */
export function choleskySolver(
  count: number,
  hessian: Float64Array,
  gradient: Float64Array,
  step: Float64Array,
): (damping: number) => boolean {
  const triangle = new Float64Array(count * count)
  const held = new Uint8Array(count)
  const force = new Float64Array(count)
  const between = (i: number, k: number): number => hessian[i > k ? i * count + k : k * count + i]

  /** The step with what is held at its ends. */
  function solveFree(damping: number): boolean {
    for (let i = 0; i < count; i++) {
      for (let j = 0; j <= i; j++) {
        const isHeld = held[i] + held[j] > 0
        let sum = isHeld ? (i === j ? 1 : 0) : hessian[i * count + j]
        if (i === j && !isHeld) sum += damping
        for (let k = 0; k < j; k++) sum -= triangle[i * count + k] * triangle[j * count + k]
        if (i === j) {
          if (!isHeld && !(sum > 1e-14 * (Math.abs(hessian[i * count + i]) + damping))) return false
          triangle[i * count + i] = Math.sqrt(sum)
        } else triangle[i * count + j] = sum / triangle[j * count + j]
      }
    }
    for (let i = 0; i < count; i++) {
      let sum = force[i]
      for (let k = 0; k < i; k++) sum -= triangle[i * count + k] * step[k]
      step[i] = sum / triangle[i * count + i]
    }
    for (let i = count - 1; i >= 0; i--) {
      let sum = step[i]
      for (let k = i + 1; k < count; k++) sum -= triangle[k * count + i] * step[k]
      step[i] = sum / triangle[i * count + i]
    }
    return true
  }

  return (damping) => {
    held.fill(0)
    for (let k = 0; k < count; k++) force[k] = -gradient[k]
    for (;;) {
      if (!solveFree(damping)) return false
      let [worst, excess] = [-1, 1]
      for (let k = 0; k < count; k++) {
        const share = step[k] < 0 ? step[k] / -MOST_TAKEN : step[k] / MOST_ADDED
        if (held[k] === 0 && share > excess) [worst, excess] = [k, share]
      }
      if (worst < 0) return true
      held[worst] = 1
      force[worst] = step[worst] < 0 ? -MOST_TAKEN : MOST_ADDED
      for (let i = 0; i < count; i++) if (held[i] === 0) force[i] -= between(i, worst) * force[worst]
    }
  }
}
