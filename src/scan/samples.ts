import { InputError } from '../errors.ts'
import { type Cells, gridCells, logUniformPrior, type SampledParameter, type Samples, uniformPrior } from '../inference/index.ts'
import { resolveModel } from '../models/index.ts'
import { silenceText } from './silences.ts'
import type { Axis } from './spec.ts'
import type { ScanTable } from './table.ts'
import { filledModel } from './template.ts'

/** What is believed before: even as each parameter was run, or even in all of them, or in all of their logarithms. */
export const SCAN_PRIORS = ['scan', 'flat', 'log'] as const
export type ScanPrior = (typeof SCAN_PRIORS)[number]

/** A scan as weighted points, with the cells of those parameters that have values of a grid or a list. */
export interface ScanSamples extends Samples {
  readonly grids: ReadonlyMap<string, Cells>
  /** What is said where points have a likelihood and not all of what is asked for: without them all else is that of the others alone. */
  readonly leftOut?: string
  /** What is said where points have a likelihood that says nothing. */
  readonly silent?: string
}

/** Column of the likelihood. */
const LIKELIHOOD = 'minus2LogL'

/** How columns are named in figures: text with TeX between dollars. */
export function scanLabels({ spec, columns }: Pick<ScanTable, 'spec' | 'columns'>): ReadonlyMap<string, string> {
  const first = Object.fromEntries(
    spec.parameters.map(({ name, axis }) => [name, axis.kind === 'fixed' ? axis.value : axis.kind === 'list' ? axis.values[0] : axis.to]),
  )
  const model = resolveModel(filledModel(spec.model, first))
  const known: Readonly<Record<string, string>> = {
    mass: '$m_{Z^\\prime}$ [GeV]',
    coupling: `$${model.couplingTex}$`,
    minus2LogL: '$-2\\ln L$',
    deltaChi2: '$\\Delta\\chi^2$ against the Standard Model',
    lifetime_s: 'lifetime [s]',
    'g_minus_2.electron': '$\\Delta a_e$',
    'g_minus_2.muon': '$\\Delta a_\\mu$',
    kinetic_mixing: '$\\varepsilon$',
  }
  return new Map(columns.map(({ name }) => [name, known[name] ?? name]))
}

/** Columns of a scan as parameters, with the cells of those that have values of a grid or a list. */
export interface ScanColumns {
  readonly parameters: readonly SampledParameter[]
  /** The values of each, point by point; NaN where it has none. */
  readonly columns: readonly Float64Array[]
  readonly grids: ReadonlyMap<string, Cells>
  /** Names of the parameters of the scan that were drawn, at random or in a sequence. */
  readonly drawn: readonly string[]
}

/** From this ratio of the largest value to the smallest on, a column that is positive throughout is on a logarithmic scale. */
const DECADES = 100

/** Range and scale of a column: as a parameter was run (a list linearly), of anything else from its values. */
function rangeOf(axis: Axis | undefined, column: Float64Array): SampledParameter['prior'] | undefined {
  const isRun = axis?.kind === 'grid' || axis?.kind === 'sampled'
  const known = isRun ? Float64Array.of(axis.from, axis.to) : column.filter(Number.isFinite)
  const lo = known.reduce((least, value) => (value < least ? value : least), Number.POSITIVE_INFINITY)
  const hi = known.reduce((most, value) => (value > most ? value : most), Number.NEGATIVE_INFINITY)
  if (!(hi > lo)) return undefined
  const isLog = isRun ? axis.scale === 'log' : axis === undefined && lo > 0 && hi / lo > DECADES
  return isLog ? logUniformPrior(lo, hi) : uniformPrior(lo, hi)
}

/**
 * Columns of a scan, parameters or what was computed, as parameters of points.
 *
 * @throws InputError (field `column`) for a column that there is not; (field of its name) for one that is the same at every point
 */
export async function scanColumns(table: ScanTable, names: readonly string[]): Promise<ScanColumns> {
  const labels = scanLabels(table)
  const columns = await table.numbers(names)
  const axes = names.map((name) => table.spec.parameters.find((parameter) => parameter.name === name)?.axis)
  const parameters = names.map((name, k): SampledParameter => {
    const prior = rangeOf(axes[k], columns[k])
    if (prior === undefined) throw new InputError('it is the same at every point; name a column that varies', name)
    return { name, label: labels.get(name)!, prior }
  })
  const grids = parameters.flatMap((parameter, k) =>
    axes[k]?.kind === 'grid' || axes[k]?.kind === 'list'
      ? [[parameter.name, gridCells(parameter, [...new Set(columns[k].filter(Number.isFinite))])] as const]
      : [],
  )
  return { parameters, columns, grids: new Map(grids), drawn: drawnNames(table) }
}

/** Names of the parameters that vary. */
export const variedNames = ({ spec }: Pick<ScanTable, 'spec'>): string[] =>
  spec.parameters.flatMap(({ name, axis }) => {
    if (axis.kind === 'fixed') return []
    return (axis.kind === 'list' ? new Set(axis.values).size : axis.to - axis.from) > (axis.kind === 'list' ? 1 : 0) ? [name] : []
  })

/** Names of the parameters that were drawn, at random or in a sequence. */
const drawnNames = ({ spec }: Pick<ScanTable, 'spec'>): string[] =>
  spec.parameters.flatMap(({ name, axis }) => (axis.kind === 'sampled' ? [name] : []))

/** What {@link scanSamples} may be told. */
export interface ScanSampleOptions {
  readonly prior?: ScanPrior
  /** Columns that were computed, to stand behind the parameters as others do: derived parameters. */
  readonly derived?: readonly string[]
}

/**
 * The points of a scan, each with the weight $e^{-\chi^2/2}\,p(\theta)$: as many of them as there are stand for a prior that is even as the parameters were run
 * (`scan`), those at the ends of a grid for half a step. Points that have no likelihood are left out, and those without all of what is
 * asked for, which is said.
 *
 * @throws InputError (field `scan`) where no likelihood was computed, or at no point, or one that says nothing or the same at all of them, or no parameter varies; (field `prior`) for a logarithmic one of a parameter that is not positive;
 *   as {@link scanColumns} does
 */
export async function scanSamples(table: ScanTable, { prior = 'scan', derived = [] }: ScanSampleOptions = {}): Promise<ScanSamples> {
  if (!table.columns.some(({ name }) => name === LIKELIHOOD)) {
    throw new InputError('no likelihood was computed; compute.likelihood of the scan file names what it is of', 'scan')
  }
  const own = variedNames(table)
  if (own.length === 0) throw new InputError('no parameter varies in it, so there is nothing to plot', 'scan')
  const names = [...own, ...derived.filter((name) => !own.includes(name))]
  const [chi2] = await table.numbers([LIKELIHOOD])
  const { parameters, columns, grids } = await scanColumns(table, names)
  const kept = Array.from(chi2.keys()).filter((i) => [chi2, ...columns].every((column) => Number.isFinite(column[i])))
  const known = chi2.filter(Number.isFinite)
  const likely = known.length
  if (likely === 0) throw new InputError('none of its points has a likelihood', 'scan')
  const silences = await table.silent()
  const silent = silenceText(silences, table.points)
  if (silences >= likely) throw new InputError('its likelihood has nothing to say at any point: there is nothing to draw', 'scan')
  if (isLevel(known)) throw new InputError('−2 ln L is the same at every point but for rounding: there is nothing to draw', 'scan')
  if (kept.length === 0) throw new InputError(`no point that has a likelihood has ${derived.join(' and ')}`, 'scan')
  const leftOut =
    kept.length < likely
      ? `${likely - kept.length} of ${likely} points have no ${derived.join(' or ')} and are left out: all that is shown is of the others`
      : undefined
  const least = kept.reduce((lowest, i) => Math.min(lowest, chi2[i]), Number.POSITIVE_INFINITY)
  const weights = Float64Array.from(kept, (i) => Math.exp(-0.5 * (chi2[i] - least)))
  for (const [k, parameter] of parameters.slice(0, own.length).entries()) {
    for (const factor of [gridFactor(grids.get(parameter.name)), priorFactor(parameter, prior)]) {
      if (factor === undefined) continue
      for (const [at, i] of kept.entries()) weights[at] *= factor(columns[k][i])
    }
  }
  const points = new Float64Array(kept.length * names.length)
  for (const [k, column] of columns.entries()) for (const [at, i] of kept.entries()) points[at * names.length + k] = column[i]
  return {
    parameters,
    points,
    weights,
    logLikelihoods: Float64Array.from(kept, (i) => -0.5 * chi2[i]),
    grids,
    ...(leftOut && { leftOut }),
    ...(silent && { silent }),
  }
}

/** Differences of −2 ln L that are rounding. */
const EVEN = 1e-9

/** Whether values differ by rounding alone. */
function isLevel(values: Float64Array): boolean {
  const least = values.reduce((a, b) => Math.min(a, b))
  const most = values.reduce((a, b) => Math.max(a, b))
  return values.length > 1 && most - least <= EVEN * Math.max(1, Math.abs(most))
}

/** How far a value of a grid reaches. */
function gridFactor(cells: Cells | undefined): ((value: number) => number) | undefined {
  if (cells === undefined) return undefined
  const widths = new Map(Array.from(cells.values, (value, i) => [value, cells.edges[i + 1] - cells.edges[i]]))
  return (value) => widths.get(value)!
}

/** What a prior adds to the weight of a point that was run evenly on the parameter's own scale. */
function priorFactor({ name, prior: { scale, range } }: SampledParameter, prior: ScanPrior): ((value: number) => number) | undefined {
  if (prior === 'flat' && scale === 'log') return (value) => value
  if (prior === 'log' && scale === 'linear') {
    if (!(range[0] > 0)) throw new InputError(`'log' does not go with ${name}, which reaches ${range[0]}; allowed: scan, flat`, 'prior')
    return (value) => 1 / value
  }
  return undefined
}
