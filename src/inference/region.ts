import type { Interval } from '../constraints/index.ts'
import { stretchesAbove } from '../constraints/intervals.ts'
import { type Column, refinedColumns } from '../regions/index.ts'
import { deltaChi2At, type Fit } from './fit.ts'

/** A region of mass and coupling: at each mass the couplings within a level of Δχ², all other parameters and nuisances profiled. */
export interface FitRegion {
  readonly confidence: number
  /** $\Delta\chi^2$ of its edge. */
  readonly level: number
  /** By mass [GeV], ascending; a stretch that reaches the end of the couplings looked at ends at 0 or Infinity. */
  readonly columns: readonly Column[]
}

/**
 * The profile-likelihood regions of mass and coupling, at each of several confidence levels: $\Delta\chi^2$ below that of two degrees of freedom.
 *
 * @param confidences ascending or not, each above 0 and below 1
 * @throws InputError (field `level`) for any other
 * @example
 * const session = new Session(assume('foldenauer-2021'))
 * const joint = combine(await session.constraints(['g-2-muon']))
 * const found = fit(joint, modelSpace(resolveModel('mu-tau'), { masses: [0.01, 0.02], couplings: [1e-5, 1e-2] }))
 * const [region] = fitRegions(found, [0.9])
 * region.columns[0].result // [[3.35e-4, 5.87e-4]]
 */
export function fitRegions(found: Fit, confidences: readonly number[]): FitRegion[] {
  return confidences.map((confidence) => regionAt(found, confidence, deltaChi2At(confidence, 2)))
}

/** The region within one level of Δχ². */
export function regionAt(found: Fit, confidence: number, level: number): FitRegion {
  const { space, surface, origin, best } = found
  const top = origin + level
  const isPlane = space.parameters.length === 2
  const masses = [...surface.masses, best.point[0]]
    .sort((a, b) => a - b)
    .filter((mass, i, all) => i === 0 || mass > all[i - 1] * (1 + 1e-9))
  const intervalsAt = (mass: number): readonly Interval[] => {
    const height = (x: number): number => {
      const coupling = Math.exp(x)
      const value = isPlane ? surface.at([mass, coupling]) : surface.least(new Map([[0, mass], [1, coupling]])).value // biome-ignore format: a pair
      return top - value
    }
    return stretchesAbove(height, surface.logCouplings)
  }
  const columns = isPlane
    ? refinedColumns((at) => intervalsAt(at), masses, 'log', 2e-3)
    : masses.map((at): Column => ({ at, result: intervalsAt(at) }))
  return { confidence, level, columns }
}
