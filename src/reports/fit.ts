import type { Assumptions } from '../assumptions.ts'
import { confidenceText, fullStatement, type Interval } from '../constraints/index.ts'
import type { Boson } from '../couplings/index.ts'
import { deltaChi2At, type Fit, type FitRegion, type Posterior, profileIntervals } from '../inference/index.ts'
import { curveJson } from './limits.ts'
import { numberedSources } from './sources.ts'
import { formatEnergy, textTable, trim } from './text.ts'

/** Profile-likelihood intervals of one parameter. */
interface ParameterIntervals {
  readonly parameter: string
  readonly confidence: number
  readonly level: number
  readonly intervals: readonly Interval[]
}

/** A fit and all that is told of it. */
export interface FitReport {
  readonly found: Fit
  readonly assumptions: Assumptions
  readonly intervals: readonly ParameterIntervals[]
  readonly regions: readonly FitRegion[]
  readonly posterior?: { readonly of: Posterior; readonly regions: readonly FitRegion[] }
  /** What mock data are of, and their seed where they were drawn. */
  readonly mock?: { readonly boson: Boson; readonly seed?: number }
}

/** Intervals of every parameter at every level. */
export const allIntervals = (found: Fit, confidences: readonly number[]): ParameterIntervals[] =>
  found.space.parameters.flatMap(({ name }) =>
    confidences.map((confidence) => ({
      parameter: name,
      confidence,
      level: deltaChi2At(confidence, 1),
      intervals: profileIntervals(found, name, confidence),
    })),
  )

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
/** A stretch whose end is the end of what was looked at is open there: null. */
const ends = ([lo, hi]: Interval, isLog: boolean): [number | null, number | null] => [isLog && lo === 0 ? null : finite(lo), finite(hi)]
const columnsJson = ({ columns }: FitRegion) =>
  columns.map(({ at, result }) => ({ mass_GeV: at, allowed: 'silent' in result ? [] : result.map((one) => ends(one, true)) }))

/** The stable JSON of a fit. */
export function fitJson({ found, assumptions, intervals, regions, posterior, mock }: FitReport) {
  const { combination, space, best, nuisances, goodness, surface } = found
  const { model } = space
  const approximated = new Map(combination.approximations.map(({ constraint, statement }) => [constraint, statement]))
  const scaleOf = (name: string): boolean => space.parameters.find((parameter) => parameter.name === name)?.scale === 'log'
  return {
    model: { id: model.id, title: model.title },
    assumptions,
    ...(mock === undefined
      ? {}
      : {
          mock: {
            model: { id: mock.boson.model.id, title: mock.boson.model.title },
            mass_GeV: mock.boson.mass,
            coupling: mock.boson.coupling,
            data: mock.seed === undefined ? ('asimov' as const) : ('poisson' as const),
            ...(mock.seed === undefined ? {} : { seed: mock.seed }),
          },
        }),
    constraints: combination.constraints.map((constraint) => {
      const approximation = approximated.get(constraint)
      return { ...curveJson(constraint, assumptions), ...(approximation === undefined ? {} : { approximation }) }
    }),
    data: combination.bins,
    parameters: space.parameters.map(({ name, range, scale }) => ({ name, range: [...range], scale })),
    nuisances: nuisances.map(({ id, central, sigma, best }) => ({ id, central, sigma: finite(sigma), best })),
    best: {
      mass_GeV: best.point[0],
      coupling: best.point[1],
      others: Object.fromEntries(space.parameters.slice(2).map(({ name }, k) => [name, best.point[k + 2]])),
      minus2LogL: best.value,
    },
    standard_model: {
      minus2LogL: found.standard,
      delta_chi2: found.improvement,
      p_local: found.pLocal,
      p_global: found.pGlobal,
      significance: found.significance,
    },
    goodness_of_fit: goodness,
    table_error: surface.tableError,
    intervals: intervals.map(({ parameter, confidence, level, intervals }) => ({
      parameter,
      confidence,
      delta_chi2: level,
      intervals: intervals.map((one) => ends(one, scaleOf(parameter))),
    })),
    regions: regions.map((region) => ({ confidence: region.confidence, delta_chi2: region.level, columns: columnsJson(region) })),
    ...(posterior === undefined
      ? {}
      : {
          posterior: {
            prior: posterior.of.prior,
            log_evidence: posterior.of.grid.logEvidence,
            regions: posterior.regions.map((region) => ({
              share: region.confidence,
              delta_chi2: region.level,
              columns: columnsJson(region),
              mass_GeV: posterior.of.intervals('mass', region.confidence).map(([lo, hi]) => [lo, hi]),
              coupling: posterior.of.intervals('coupling', region.confidence).map(([lo, hi]) => [lo, hi]),
            })),
          },
        }),
  }
}

/** A fit in lines for a reader. */
export function fitText({ found, intervals, posterior, mock }: FitReport, files: readonly string[]): string {
  const { space, combination, best, goodness } = found
  const { model } = space
  const sources = numberedSources()
  const shown = (name: string, value: number): string => (name === 'mass' ? formatEnergy(value) : trim(value))
  const print = (name: string, [lo, hi]: Interval): string => {
    const isLog = space.parameters.find((parameter) => parameter.name === name)?.scale === 'log'
    const [from, to] = ends([lo, hi], isLog === true)
    if (from === null && to === null) return 'all of the range'
    if (from === null) return `below ${shown(name, to!)}`
    return to === null ? `above ${shown(name, from)}` : `${shown(name, from)} to ${shown(name, to)}`
  }
  const lines = [`${model.title}: ${combination.constraints.length} constraints, ${combination.bins} numbers measured`]
  if (mock !== undefined) {
    const { boson, seed } = mock
    lines.push(
      `mock data (${seed === undefined ? 'Asimov' : `drawn, seed ${seed}`}) of ${boson.model.id}, ${formatEnergy(boson.mass)}, coupling ${trim(boson.coupling)}`,
    )
  }
  lines.push('')
  lines.push(
    textTable(
      combination.constraints.map((constraint) => [`  ${constraint.entry.id}`, `${fullStatement(constraint)} ${sources.cite(constraint)}`]),
    ),
  )
  for (const { constraint, statement } of combination.approximations) lines.push(`  ${constraint.entry.id} is approximated: ${statement}`)
  lines.push('')
  if (found.improvement === 0) lines.push('No boson of the space describes the data better than the Standard Model.')
  else {
    const point = space.parameters.map(({ name }, k) => `${name} ${shown(name, best.point[k])}`).join(', ')
    lines.push(`best fit: ${point}`)
    lines.push(
      `Δχ² against the Standard Model ${trim(found.improvement)}: p ${trim(found.pLocal)} for the coupling there (${trim(found.significance)}σ), ` +
        `${trim(found.pGlobal)} for ${space.parameters.length} parameters, look-elsewhere aside`,
    )
  }
  lines.push(`−2 ln L ${trim(found.origin)} for ${goodness.degrees} degrees of freedom: p ${trim(goodness.p)}`)
  lines.push('')
  lines.push(
    textTable(
      intervals.map(({ parameter, confidence, level, intervals }) => [
        `  ${parameter}`,
        confidenceText(confidence),
        `Δχ² ${trim(level)}`,
        intervals.length === 0 ? 'none' : intervals.map((one) => print(parameter, one)).join('; '),
      ]),
    ),
  )
  if (found.nuisances.length > 0) {
    lines.push('')
    lines.push(
      textTable(
        found.nuisances.map(({ id, central, sigma, best }) => [
          `  ${id}`,
          trim(best),
          Number.isFinite(sigma) ? `${trim(central)} ± ${trim(sigma)}` : 'free',
        ]),
      ),
    )
  }
  if (posterior !== undefined) {
    lines.push('')
    lines.push(`posterior, ${posterior.of.prior === 'log' ? 'every decade' : 'every value'} of mass and coupling alike before:`)
    lines.push(
      textTable(
        posterior.regions.flatMap(({ confidence }) =>
          (['mass', 'coupling'] as const).map((name) => [
            `  ${name}`,
            confidenceText(confidence),
            posterior.of
              .intervals(name, confidence)
              .map(([lo, hi]) => `${shown(name, lo)} to ${shown(name, hi)}`)
              .join('; '),
          ]),
        ),
      ),
    )
  }
  if (files.length > 0) lines.push('', `wrote ${files.join(', ')}`)
  return [...lines, '', ...sources.lines()].join('\n')
}
