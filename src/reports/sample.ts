import { type Assumptions, departuresText } from '../assumptions.ts'
import { fullStatement } from '../constraints/index.ts'
import {
  type Combination,
  type EnsembleRun,
  effectiveSampleSize,
  type NestedRun,
  openEnds,
  type Silence,
  type Space,
  splitRhat,
  summaries,
  walkerChains,
} from '../inference/index.ts'
import { type MockData, mockJson, mockText } from './mock.ts'
import { silenceLines, silencesJson } from './silences.ts'
import { formatEnergy, textTable, trim } from './text.ts'

/** A sampled posterior and all that is told of it. */
export interface SampleReport {
  readonly combination: Combination
  readonly silences: readonly Silence[]
  readonly space: Space
  readonly assumptions: Assumptions
  readonly seed: number
  readonly run: NestedRun | EnsembleRun
  readonly mock?: MockData
}

/** Shares of the posterior below the quantiles that are told: the median, and the ends of 68 % and 95 %. */
const QUANTILES = [0.025, 0.16, 0.5, 0.84, 0.975] as const

/** What tells that an ensemble has forgotten where it began: R̂ below, effective samples above. */
const [LARGEST_R_HAT, FEWEST_SAMPLES] = [1.01, 400]

const isNested = (run: NestedRun | EnsembleRun): run is NestedRun => 'logEvidence' in run

/** What the chains of an ensemble tell of a parameter. */
function diagnosticsOf(run: EnsembleRun, k: number) {
  const chains = walkerChains(run, k)
  const { bulk, tail } = effectiveSampleSize(chains)
  return { r_hat: splitRhat(chains), ess_bulk: bulk, ess_tail: tail }
}

const isConverged = ({ r_hat, ess_bulk, ess_tail }: Partial<ReturnType<typeof diagnosticsOf>>): boolean =>
  r_hat! < LARGEST_R_HAT && ess_bulk! > FEWEST_SAMPLES && ess_tail! > FEWEST_SAMPLES

/** Outside of a limit. */
const OUTSIDE = 0.05

/** The limit of 95 % that stands in place of an interval where the posterior does not fall before the range ends: nothing on a side that is open, null there. */
function limitOf(run: NestedRun | EnsembleRun, k: number): { limit?: { above: number | null; below: number | null } } {
  const [isOpenBelow, isOpenAbove] = openEnds(run, k)
  if (!isOpenBelow && !isOpenAbove) return {}
  const { quantile } = summaries(run)[k]
  return { limit: { above: isOpenBelow ? null : quantile(OUTSIDE), below: isOpenAbove ? null : quantile(1 - OUTSIDE) } }
}

function limitText({ above, below }: NonNullable<ReturnType<typeof limitOf>['limit']>, show: (value: number) => string): string {
  if (below !== null) return `below ${show(below)} (95 %)`
  return above === null ? 'all of the range' : `above ${show(above)} (95 %)`
}

/** What nested sampling tells of the model as a whole. */
const evidenceOf = ({ logEvidence, logEvidenceError, information, kinship }: NestedRun, combination: Combination) => ({
  ln_z: logEvidence,
  error: logEvidenceError,
  information,
  ln_bayes_factor: logEvidence + 0.5 * combination.standard(),
  kinship,
})

/** The stable JSON of a sampled posterior. */
export function sampleJson({ combination, silences, space, assumptions, seed, run, mock }: SampleReport) {
  const found = summaries(run)
  return {
    model: { id: space.model.id, title: space.model.title },
    assumptions,
    ...(mock && { mock: mockJson(mock) }),
    constraints: combination.constraints.map((constraint) => ({ id: constraint.entry.id, statement: fullStatement(constraint) })),
    silent: silencesJson(silences),
    method: isNested(run) ? ('nested' as const) : ('ensemble' as const),
    seed,
    evaluations: run.evaluations,
    samples: run.weights.length,
    parameters: space.parameters.map(({ name, range, scale }, k) => ({
      name,
      unit: name === 'mass' ? 'GeV' : '',
      range: [...range],
      scale,
      mean: found[k].mean,
      standard_deviation: found[k].standardDeviation,
      quantiles: Object.fromEntries(QUANTILES.map((share) => [String(share), found[k].quantile(share)])),
      ...limitOf(run, k),
      ...(isNested(run) ? {} : diagnosticsOf(run, k)),
    })),
    ...(isNested(run)
      ? { evidence: evidenceOf(run, combination) }
      : {
          walkers: run.walkers,
          acceptance: run.acceptance,
          converged: space.parameters.every((_, k) => isConverged(diagnosticsOf(run, k))),
        }),
  }
}

/** The same in words. */
export function sampleText(report: SampleReport, files: readonly string[]): string {
  const { run, space, assumptions, seed, combination, mock } = report
  const { parameters, constraints } = sampleJson(report)
  const evidence = isNested(run) ? evidenceOf(run, combination) : undefined
  const show = (name: string, value: number): string => (name === 'mass' ? formatEnergy(value) : trim(value))
  const rows = parameters.map(({ name, quantiles, limit, ...diagnostics }) => {
    const [lowest, low, median, high, highest] = QUANTILES.map((share) => show(name, quantiles[String(share)]))
    const chains = 'r_hat' in diagnostics ? [`R̂ ${diagnostics.r_hat?.toFixed(3)}`, `ESS ${diagnostics.ess_bulk?.toFixed(0)}`] : []
    const told =
      limit === undefined
        ? [median, `68 %: ${low} to ${high}`, `95 %: ${lowest} to ${highest}`]
        : [limitText(limit, (value) => show(name, value)), 'the range ends before the posterior does', '']
    return [name, ...told, ...chains]
  })
  const unsure = parameters.flatMap(({ name, ...one }) =>
    'r_hat' in one && !isConverged(one) ? [`${name} (R̂ ${one.r_hat?.toFixed(3)}, ESS ${one.ess_bulk?.toFixed(0)})`] : [],
  )
  const method = isNested(run) ? 'nested sampling' : `an ensemble of ${run.walkers} walkers`
  return [
    `posterior of ${space.model.title} by ${method}, seed ${seed}: ${run.weights.length} samples of ${run.evaluations} evaluations`,
    `  from ${constraints.map(({ id }) => id).join(', ')}; every prior even, those of ${logs(space)} in the logarithm`,
    `assumptions: ${departuresText(assumptions)}`,
    ...(mock === undefined ? [] : [mockText(mock, space)]),
    ...silenceLines(report.silences),
    textTable(rows),
    ...(unsure.length === 0
      ? []
      : [
          `not converged in ${unsure.join(', ')}: wanted are R̂ below ${LARGEST_R_HAT} and ESS above ${FEWEST_SAMPLES}; walk more --steps, or nest`,
        ]),
    ...(evidence === undefined
      ? []
      : [
          `ln Z = ${evidence.ln_z.toFixed(2)} ± ${evidence.error.toFixed(2)}; ln Z/Z(Standard Model) = ${evidence.ln_bayes_factor.toFixed(2)}, for these ranges`,
        ]),
    ...(files.length === 0 ? [] : [`wrote ${files.join(', ')}`]),
  ].join('\n')
}

const logs = ({ parameters }: Space): string =>
  parameters
    .filter(({ scale }) => scale === 'log')
    .map(({ name }) => name)
    .join(', ')
