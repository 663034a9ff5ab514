import type { Assumptions } from '../assumptions.ts'
import { type Constraint, type Interval, isSilent, type Silent } from '../constraints/constraint.ts'
import { unionOfIntervals } from '../constraints/intervals.ts'
import { type Boson, bosonAt, couplingRay } from '../couplings/index.ts'
import { BOREXINO_2011_SURVIVAL } from '../data/borexino.ts'
import { BERNAL_2022_BAND, MUON_G_MINUS_2, MUON_MOMENTS, muonComparison } from '../data/muon-g-2.ts'
import { resolveModel } from '../models/index.ts'
import { loadSun } from '../neutrinos/index.ts'
import { normalQuantile } from '../numerics/index.ts'
import { couplingForMoment } from '../processes/g-minus-2.ts'
import { type ConstraintSpec, Session } from '../session.ts'

/** How many standard deviations hold 90 % of a normal distribution, 1.645. */
export const SIGMAS_90 = normalQuantile(0.95)

/** Measurement minus prediction of the muon's moment, from the two values themselves, and the error of the difference. */
export function muonAnomaly({ gMinus2 }: Assumptions): { readonly value: number; readonly sigma: number } {
  if (gMinus2 === 'bernal-2022') return { value: BERNAL_2022_BAND.deltaA, sigma: BERNAL_2022_BAND.sigma }
  const comparison = MUON_G_MINUS_2[gMinus2]
  const [measured, predicted] = [MUON_MOMENTS[comparison.experiment], MUON_MOMENTS[comparison.theory]]
  return { value: measured.value - predicted.value, sigma: Math.hypot(measured.sigma, predicted.sigma) }
}

/** The edges of the band of Δa at the chosen number of standard deviations. */
export function muonBand(assumptions: Assumptions): readonly [number, number] {
  const { deltaA, sigma } = muonComparison(assumptions)
  const half = Number(assumptions.gMinus2Sigma) * sigma
  return [deltaA - half, deltaA + half]
}

/** The coupling to muons that explains the middle of the band of Δa, at a mass [GeV]. */
export function favouredCoupling(mass: number, assumptions: Assumptions): number {
  const [low, high] = muonBand(assumptions)
  return couplingForMoment(mass, 0.5 * (low + high))
}

/** A boson of a model, by the model's name. */
export const bosonOf = (model: string, mass: number, coupling: number, assumptions: Assumptions): Boson =>
  bosonAt(resolveModel(model), mass, coupling, assumptions)

/** The lowest coupling a constraint excludes, as a function of the mass [GeV]; Infinity where it excludes none. */
export async function lowestExcluded(
  constraint: ConstraintSpec,
  model: string,
  assumptions: Assumptions,
): Promise<(mass: number) => number> {
  const [prepared, resolved] = [await new Session(assumptions).constraint(constraint), resolveModel(model)]
  return (mass) => {
    const result = prepared.intervals(couplingRay(resolved, mass, assumptions))
    return isSilent(result) || result.length === 0 ? Number.POSITIVE_INFINITY : result[0][0]
  }
}

/** How strongly a constraint speaks against a boson; Infinity where it has nothing to say. */
export async function strengthOf(constraint: ConstraintSpec, boson: Boson): Promise<number> {
  const verdict = (await new Session(boson.assumptions).constraint(constraint)).strength(boson)
  return isSilent(verdict) ? Number.POSITIVE_INFINITY : verdict
}

/** The share of ν_μ and ν_τ in the 862 keV line of ⁷Be at the Earth. */
export async function nonElectronShareOf862(assumptions: Assumptions): Promise<number> {
  const sun = await loadSun(assumptions)
  const spectrum = sun.spectrum('7Be')
  if (spectrum.kind !== 'lines') throw new TypeError('the ⁷Be spectrum is made of lines')
  const energy = Math.max(...spectrum.lines.map(({ energy_MeV }) => energy_MeV))
  return 1 - sun.probabilities('7Be', energy)[0]
}

/** The relative error of the survival probability Borexino measured in 2011, and the excess it allows at 90 %. */
export const SURVIVAL_ERROR = BOREXINO_2011_SURVIVAL.sigma / BOREXINO_2011_SURVIVAL.value
export const ALLOWED_EXCESS = SIGMAS_90 * SURVIVAL_ERROR

/** The excess and the share of ν_μ and ν_τ that the earlier limit was drawn with (gninenko-2020, section 3). */
export const EARLIER_EXCESS = 0.08
export const EARLIER_SHARE = 1 - BOREXINO_2011_SURVIVAL.value

/**
 * By how much gninenko-2020 weakens the earlier limit, eq. (6):
 * $\left(\frac{0.23 \times 0.49}{0.08 \times 0.47}\right)^{1/4}$, from unrounded numbers.
 */
export async function borexinoCorrection(assumptions: Assumptions): Promise<number> {
  const share = await nonElectronShareOf862({ ...assumptions, survival: 'msw' })
  return ((ALLOWED_EXCESS * EARLIER_SHARE) / (EARLIER_EXCESS * share)) ** 0.25
}

/** With a band of (g−2)_μ: the default comparison, of 2025, has none, and that of 2021 stands in for it. */
export const withMuonBand = (assumptions: Assumptions): Assumptions =>
  assumptions.gMinus2 === 'final-2025' ? { ...assumptions, gMinus2: 'fnal-2021' } : assumptions

/** The part of an interval of couplings, in their logarithm, that others cover. */
export function coveredShare([from, to]: Interval, others: readonly Interval[]): number {
  const covered = unionOfIntervals(others).map(([lo, hi]) => Math.log(Math.min(hi, to) / Math.max(lo, from)))
  return covered.reduce((sum, part) => sum + Math.max(0, part), 0) / Math.log(to / from)
}

/** What two sets of intervals have in common. */
export const intersection = (one: readonly Interval[], other: readonly Interval[]): readonly Interval[] =>
  one.flatMap(([a, b]) => other.map(([c, d]) => [Math.max(a, c), Math.min(b, d)] as const)).filter(([from, to]) => from < to)

/** What a constraint says, or nothing where it is silent. */
export const intervalsOrNone = (result: Silent | readonly Interval[]): readonly Interval[] => (isSilent(result) ? [] : result)

/** The part of the band of (g−2)_μ, in ln g, that constraints leave to a model, averaged over the masses [GeV] at which there is a band. */
export async function bandLeft(
  model: string,
  isMeant: (constraint: Constraint) => boolean,
  masses: readonly number[],
  assumptions: Assumptions,
): Promise<number> {
  const session = new Session(withMuonBand(assumptions))
  const exclusions = (await session.constraints()).filter(
    (one) => one.kind === 'exclusion' && one.entry.id !== 'g-2-muon' && !one.entry.isVariant && isMeant(one),
  )
  const [band, ...limits] = await session.limits(model, ['g-2-muon', ...exclusions.map(({ entry }) => entry)], masses)
  const left = masses.flatMap((_, i) => {
    const [favoured, ...excluded] = [band, ...limits].map(({ points }) => intervalsOrNone(points[i].result))
    return favoured.length === 0 ? [] : [1 - coveredShare(favoured[0], excluded.flat())]
  })
  return left.reduce((sum, part) => sum + part, 0) / left.length
}
