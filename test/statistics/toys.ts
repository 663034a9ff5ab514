/** Random numbers from a seed, the same everywhere (mulberry32), and what toy experiments draw from them. */
export function toys(seed: number) {
  let state = seed >>> 0
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296
  }
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  /** By counting exponential times, in pieces of a mean of ten. */
  const poisson = (mean: number): number => {
    let count = 0
    for (let rest = mean; rest > 0; rest -= 10) {
      const limit = Math.exp(-Math.min(rest, 10))
      let product = uniform()
      while (product > limit) {
        count++
        product *= uniform()
      }
    }
    return count
  }
  return { uniform, normal, poisson }
}
