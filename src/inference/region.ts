import { type Interval, isSilent } from '../constraints/index.ts'
import { stretchesAbove } from '../constraints/intervals.ts'
import { type Column, refinedColumns } from '../regions/index.ts'
import { logGrid } from '../units.ts'
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
 * @param confidences each above 0 and below 1
 * @throws InputError (field `level`) for any other
 * @example
 * const session = new Session(assume('foldenauer-2021'))
 * const joint = combine(await session.constraints(['g-2-muon']))
 * const found = fit(joint, modelSpace(resolveModel('mu-tau'), { masses: [0.01, 0.02], couplings: [1e-5, 1e-2] }))
 * const [region] = fitRegions(found, [0.9])
 * region.columns[0].result // [[3.54e-4, 6.17e-4]]
 */
export function fitRegions(found: Fit, confidences: readonly number[]): FitRegion[] {
  return confidences.map((confidence) => regionAt(found, confidence, deltaChi2At(confidence, 2)))
}

/** Columns over a region, and how closely its ends in mass are pinned down. */
const COLUMNS = 61
const PINNED = 5e-4

/** The region within one level of Δχ². */
export function regionAt(found: Fit, confidence: number, level: number): FitRegion {
  const { space, surface, origin, best } = found
  const top = origin + level
  const isPlane = space.parameters.length === 2
  const valueAt = (mass: number, coupling: number): number =>
    isPlane ? surface.at([mass, coupling]) : surface.least(new Map([...[mass, coupling].entries()])).value
  const { range } = space.parameters[1]
  const grid = beyond(surface.logCouplings)
  const intervalsAt = (mass: number): readonly Interval[] =>
    stretchesAbove((x) => top - valueAt(mass, Math.exp(x)), grid).flatMap((interval) => cut(interval, range))

  const masses = ascending([...surface.masses, best.point[0]])
  const coarse = masses.map((mass): Column => ({ at: mass, result: intervalsAt(mass) }))
  const isInside = ({ result }: Column): boolean => !isSilent(result) && result.length > 0
  const [first, last] = [coarse.findIndex(isInside), coarse.findLastIndex(isInside)]
  if (!isPlane || first < 0) return { confidence, level, columns: coarse }
  // Where the region lies, and a column to either side.
  const [from, to] = [masses[Math.max(0, first - 1)], masses[Math.min(masses.length - 1, last + 1)]]
  const outside = masses.filter((mass) => mass < from || mass > to)
  const all = ascending([...outside, ...logGrid(from, to, COLUMNS), best.point[0]])
  return { confidence, level, columns: touching(refinedColumns(intervalsAt, all, 'log', PINNED), intervalsAt) }
}

/** Columns between neighbours whose stretches, as many in both, do not meet: a narrow band that rises steeply is one band. */
function touching(columns: readonly Column[], intervalsAt: (mass: number) => readonly Interval[]): Column[] {
  const meet = (a: Column, b: Column): boolean => {
    if (isSilent(a.result) || isSilent(b.result) || a.result.length !== b.result.length) return true
    const after = b.result
    return a.result.every(([lo, hi], i) => lo <= after[i][1] && after[i][0] <= hi)
  }
  const between = (a: Column, b: Column): Column[] => {
    if (meet(a, b) || b.at / a.at - 1 <= PINNED) return []
    const at = Math.sqrt(a.at * b.at)
    const middle = { at, result: intervalsAt(at) }
    return [...between(a, middle), middle, ...between(middle, b)]
  }
  return columns.flatMap((column, i) => (i === 0 ? [column] : [...between(columns[i - 1], column), column]))
}

/** A grid that goes on for a step at both ends: a narrow stretch that crosses an end is seen. */
const beyond = (grid: readonly number[]): number[] => [2 * grid[0] - grid[1], ...grid, 2 * grid[grid.length - 1] - grid[grid.length - 2]]

/** What of a stretch lies in the range; open where it reaches beyond. */
const cut = ([lo, hi]: Interval, [least, most]: readonly [number, number]): Interval[] =>
  lo < most && hi > least ? [[lo > least ? lo : 0, hi < most ? hi : Number.POSITIVE_INFINITY]] : []

/** In order, each once. */
const ascending = (masses: readonly number[]): number[] =>
  [...masses].sort((a, b) => a - b).filter((mass, i, all) => i === 0 || mass > all[i - 1] * (1 + 1e-9))
