import { type Assumptions, departuresText } from '../assumptions.ts'
import { confidenceText, fullStatement, type Interval } from '../constraints/index.ts'
import { deltaChi2At, type Fit, type FitRegion, type Posterior, profileIntervals } from '../inference/index.ts'
import { curveJson } from './limits.ts'
import { type MockData, mockJson, mockText } from './mock.ts'
import { silenceLines, silencesJson } from './silences.ts'
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
  readonly mock?: MockData
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
    ...(mock && { mock: mockJson(mock) }),
    constraints: combination.constraints.map((constraint) => {
      const approximation = approximated.get(constraint)
      return { ...curveJson(constraint, assumptions), ...(approximation === undefined ? {} : { approximation }) }
    }),
    silent: silencesJson(found.silences),
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
      minus2LogL: finite(found.standard),
      delta_chi2: finite(found.improvement),
      p_local: found.pLocal,
      two_sided: found.isTwoSided,
      p_global: found.pGlobal,
      significance: finite(found.significance),
    },
    goodness_of_fit: goodness,
    table_error: surface.tableError,
    untabulated: [...surface.untabulated],
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

/** Relative to the end of a range: there. */
const AT_END = 1e-6

const shown = (name: string, value: number): string => (name === 'mass' ? formatEnergy(value) : trim(value))

/** A stretch of a parameter in words; an end of the range is none of the region's. */
function stretchText(name: string, interval: Interval, isLog: boolean): string {
  const [from, to] = ends(interval, isLog)
  if (from === null) return to === null ? 'all of the range' : `below ${shown(name, to)}`
  return to === null ? `above ${shown(name, from)}` : `${shown(name, from)} to ${shown(name, to)}`
}

/** A chance in words, where it is less than numbers go down to. */
const chanceText = (p: number): string => (p === 0 ? 'below 1e-300' : trim(p))

/** How the best point compares with the Standard Model. */
function comparison({ space, best, improvement, pLocal, isTwoSided, pGlobal, significance, origin, goodness }: Fit): string[] {
  const { degrees, p } = goodness
  const quality =
    degrees > 0
      ? `−2 ln L ${trim(origin)} for ${degrees} degree${degrees === 1 ? '' : 's'} of freedom: p ${chanceText(p)}`
      : `−2 ln L ${trim(origin)}, with no degree of freedom left to judge it by`
  if (improvement === 0) return ['No boson within these ranges describes the data better than the Standard Model.', quality]
  const point = space.parameters.map(({ name }, k) => `${name} ${shown(name, best.point[k])}`).join(', ')
  const against = Number.isFinite(improvement)
    ? `Δχ² against the Standard Model ${trim(improvement)}: p ${chanceText(pLocal)} for the coupling there (${trim(significance)}σ, ${isTwoSided ? 'two' : 'one'}-sided), ` +
      `${chanceText(pGlobal)} for ${space.parameters.length} parameters, look-elsewhere aside`
    : 'the Standard Model is excluded outright: there are events where it has none'
  const ended = space.parameters.filter(({ range: [lo, hi] }, k) =>
    [lo, hi].some((end) => Math.abs(best.point[k] - end) <= AT_END * Math.abs(end)),
  )
  const atEnd = ended.length === 0 ? [] : [`the best fit lies where the range of ${ended.map(({ name }) => name).join(' and ')} ends`]
  return [`best fit: ${point}`, ...atEnd, against, quality]
}

function intervalsTable({ found, intervals }: FitReport): string {
  const scales = new Map(found.space.parameters.map(({ name, scale }) => [name, scale]))
  return textTable(
    intervals.map(({ parameter, confidence, level, intervals }) => [
      `  ${parameter}`,
      confidenceText(confidence),
      `Δχ² ${trim(level)}`,
      intervals.length === 0 ? 'none' : intervals.map((one) => stretchText(parameter, one, scales.get(parameter) === 'log')).join('; '),
    ]),
  )
}

const nuisancesTable = ({ nuisances }: Fit): string =>
  textTable(
    nuisances.map(({ id, central, sigma, best }) => [
      `  ${id}`,
      trim(best),
      Number.isFinite(sigma) ? `${trim(central)} ± ${trim(sigma)}` : 'free',
    ]),
  )

function posteriorTable({ found, posterior }: FitReport & Pick<Required<FitReport>, 'posterior'>): string {
  const { of, regions } = posterior
  const ranges = new Map(found.space.parameters.map(({ name, range }) => [name, range]))
  /** An end of the range is told as that. */
  const open = (name: string, [lo, hi]: Interval): Interval => {
    const [from, to] = ranges.get(name)!
    return [lo <= from * (1 + AT_END) ? 0 : lo, hi >= to * (1 - AT_END) ? Number.POSITIVE_INFINITY : hi]
  }
  const row = (name: 'mass' | 'coupling', share: number): string[] => [
    `  ${name}`,
    confidenceText(share),
    of
      .intervals(name, share)
      .map((one) => stretchText(name, open(name, one), true))
      .join('; '),
  ]
  return textTable((['mass', 'coupling'] as const).flatMap((name) => regions.map(({ confidence }) => row(name, confidence))))
}

/** A fit in lines for a reader. */
export function fitText(report: FitReport, files: readonly string[]): string {
  const { found, assumptions, posterior, mock } = report
  const { constraints, approximations, bins } = found.combination
  const { untabulated } = found.surface
  const sources = numberedSources()
  const about = constraints.map((constraint) => [`  ${constraint.entry.id}`, `${fullStatement(constraint)} ${sources.cite(constraint)}`])
  const paragraphs = [
    [
      `${found.space.model.title}: ${constraints.length} constraint${constraints.length === 1 ? '' : 's'}, ${bins} number${bins === 1 ? '' : 's'} measured`,
      `assumptions: ${departuresText(assumptions)}`,
      ...(mock === undefined ? [] : [mockText(mock, found.space)]),
    ],
    [
      textTable(about),
      ...silenceLines(found.silences),
      ...approximations.map(({ constraint, statement }) => `  ${constraint.entry.id} is approximated: ${statement}`),
      ...(untabulated.length === 0 ? [] : [`  computed at every point, no table holds them: ${untabulated.join(', ')}`]),
    ],
    comparison(found),
    [intervalsTable(report)],
    found.nuisances.length === 0 ? [] : ['nuisances at the best fit:', nuisancesTable(found)],
    posterior === undefined
      ? []
      : [
          `posterior, ${posterior.of.prior === 'log' ? 'every decade' : 'every value'} of mass and coupling alike before:`,
          posteriorTable({ ...report, posterior }),
        ],
    files.length === 0 ? [] : [`wrote ${files.join(', ')}`],
    sources.lines(),
  ]
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}
