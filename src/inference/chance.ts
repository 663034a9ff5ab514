import { chi2Sf } from '../numerics/index.ts'
import type { Combination, RayUnder } from './combine.ts'

/** A change of counts is one of note from this share of their error on. */
const NOTABLE = 0.1

/**
 * Whether a boson, as its coupling grows, moves some number that was measured first to one side of the Standard Model's and then to the other: where interference takes
 * away before the boson's own rate adds. Elsewhere $g^2 \ge 0$ lets data pull the boson to one side alone.
 */
export function movesBothWays(combination: Combination, rayUnder: RayUnder, couplings: readonly number[]): boolean {
  return combination.members.some(({ constraint, counts, bins, sigmas }) => {
    const ray = rayUnder(constraint.assumptions)
    if (counts.silence(ray) !== undefined) return false
    const growth = counts.growth(ray)
    const { standard } = counts
    const expected = standard.slice()
    const [lowest, highest] = [new Float64Array(bins), new Float64Array(bins)]
    for (const coupling of couplings) {
      const square = coupling * coupling
      if (growth === undefined) counts.counts(ray.at(coupling), expected)
      else for (let i = 0; i < standard.length; i++) expected[i] = standard[i] + square * (growth.linear[i] + square * growth.quadratic[i])
      for (let b = 0; b < bins; b++) {
        let change = 0
        for (let i = b; i < standard.length; i += bins) change += expected[i] - standard[i]
        lowest[b] = Math.min(lowest[b], change)
        highest[b] = Math.max(highest[b], change)
      }
    }
    return lowest.some((low, b) => {
      let total = 0
      for (let i = b; i < standard.length; i += bins) total += standard[i]
      const notable = NOTABLE * (sigmas?.[b] ?? Math.sqrt(total))
      return low < -notable && highest[b] > notable
    })
  })
}

/**
 * The chance, without a boson, of an improvement of −2 ln L by the coupling alone, all else held. Where the boson moves data to one side only, half of all data pull it
 * to $g^2 < 0$, which is none: the improvement is distributed as $\tfrac12\chi^2_0 + \tfrac12\chi^2_1$ (Chernoff 1954; Cowan et al. 2011 sec. 3.5). Where it moves
 * them to both, as $\chi^2_1$ at most. Either way $p$ is that of $\sqrt{\Delta\chi^2}$ standard deviations, one-sided or two-sided.
 *
 * @example
 * localChance(2.706, false) // 0.05
 * localChance(2.706, true) // 0.1
 */
export const localChance = (improvement: number, isBothWays: boolean): number =>
  improvement === 0 ? 1 : (isBothWays ? 1 : 0.5) * chi2Sf(improvement, 1)
