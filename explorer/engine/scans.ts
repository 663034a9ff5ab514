import { confidenceText } from '../../src/constraints/index.ts'
import { type ScanOverlay, scanFigure, scanOverlay, scanRemarks, whyNotOver } from '../../src/figures/index.ts'
import { assume, CITATIONS, type CitationKey, departures, InputError, reference } from '../../src/index.ts'
import { bestPoint } from '../../src/inference/index.ts'
import { openScan, type Parameter, type ScanSamples, type ScanTable, scanSamples, scanUnder } from '../../src/scan/index.ts'
import { mass, number, shown } from '../format.ts'
import type { Range } from '../state/view.ts'
import type { AsideAnswer, FromScans, OpenedScan, ScanOver, ScanReach, ToScans } from './protocol.ts'
import { sketched } from './sketched.ts'

/** What `zest scan plot` draws: 1σ, 90 %, 2σ. */
const LEVELS = [0.6827, 0.9, 0.9545]
/** The axes of the plane that a scan lies over. */
const PLANE = ['mass', 'coupling'] as const
/** Numbers of more points do not fit into a page. */
const MOST_POINTS = 5_000_000
/** So many values of a list are named. */
const NAMED = 8

/** The scan that was read last. */
let last: { readonly scan: number; readonly table: Promise<ScanTable> } | undefined

async function tableOf(file: File): Promise<ScanTable> {
  const table = await openScan({ byteLength: file.size, slice: (start, end) => file.slice(start, end).arrayBuffer() })
  if (table.points > MOST_POINTS) {
    throw new InputError(`${table.points} points are more than a page holds (${MOST_POINTS}); zest scan plot draws them`, 'scan')
  }
  return table
}

/** A scan, read when it is first asked for. */
function opened({ scan, file }: ToScans): Promise<ScanTable> {
  if (last?.scan !== scan) last = { scan, table: tableOf(file) }
  return last.table
}

/** How a parameter runs, in words. */
function runOf({ name, axis }: Parameter, { samples }: ScanTable['spec']): string {
  const write = name === 'mass' ? (value: number) => mass(value) : (value: number) => number(value)
  switch (axis.kind) {
    case 'fixed':
      return write(axis.value)
    case 'list':
      return axis.values.length > NAMED ? `${axis.values.length} values` : axis.values.map(write).join(', ')
    case 'grid':
      return `${write(axis.from)} to ${write(axis.to)}, ${axis.points} values${axis.scale === 'log' ? ' evenly in the logarithm' : ''}`
    case 'sampled':
      return `${write(axis.from)} to ${write(axis.to)}, ${samples?.sequence ?? 'drawn'}${axis.scale === 'log' ? ' in the logarithm' : ''}`
  }
}

function reachesOf({ layers }: ScanOverlay): ScanReach[] {
  const ends = (values: readonly number[]): Range => [
    values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  ]
  return layers.flatMap((layer): ScanReach[] => {
    if (layer.kind !== 'region') return []
    const points = layer.polygons.flat()
    const level = LEVELS.map(confidenceText).find((text) => layer.label?.endsWith(text)) ?? ''
    return [{ id: layer.id, level, masses_GeV: ends(points.map(([x]) => x)), couplings: ends(points.map(([, y]) => y)) }]
  })
}

/** A title is no longer than this where it is shown. */
const LONGEST_TITLE = 200

const titleOf = ({ spec: { title } }: ScanTable): string => shown(title, LONGEST_TITLE)

const about = (table: ScanTable) => ({ title: titleOf(table), remarks: scanRemarks(table), levels: LEVELS })

function overOf(samples: ScanSamples, table: ScanTable): ScanOver {
  const { point, logLikelihood } = bestPoint(samples)
  const best = samples.parameters.map(({ name }, k) => [name, point[k]] as const)
  const overlay = scanOverlay(samples, PLANE, { ...about(table), of: scanUnder(table.spec, new Map(best)) })
  return { overlay, reaches: reachesOf(overlay), best, minus2LogL: -2 * logLikelihood }
}

async function over(table: ScanTable): Promise<OpenedScan['over']> {
  const why = whyNotOver(table, PLANE)
  if (why !== undefined) return { absent: `There is nothing to draw over the plot: ${why}.` }
  try {
    return overOf(await scanSamples(table), table)
  } catch (error) {
    // A file that is cut short is no scan; one without a likelihood is.
    if (!(error instanceof InputError) || table.columns.some(({ name }) => name === 'minus2LogL')) throw error
    return { absent: `There is nothing to draw over the plot: ${error.message.replace(/^scan: /, '')}.` }
  }
}

/** What a scan is of, and what the plane shows of it. */
async function told(question: ToScans): Promise<OpenedScan> {
  const table = await opened(question)
  const { spec, hash, version, points, columns, citations } = table
  const lain = await over(table)
  return {
    file: question.file.name,
    title: titleOf(table),
    points,
    hash: shown(hash, 64),
    version: shown(version),
    model: spec.model,
    bestModel: scanUnder(spec, new Map('best' in lain ? lain.best : [])).best,
    parameters: spec.parameters.map((parameter) => [parameter.name, runOf(parameter, spec)]),
    columns: columns.flatMap(({ name, type }, i) => (type === 'number' ? [{ name, isParameter: i < spec.parameters.length }] : [])),
    likelihood: spec.compute.likelihood,
    approximate: spec.compute.approximate,
    assumptions: departures(assume({ ...spec.assumptions })),
    references: citations.filter((key): key is CitationKey => Object.hasOwn(CITATIONS, key)).map(reference),
    over: lain,
  }
}

/** Two columns of a scan as a figure of its own. */
async function pair(question: ToScans & { readonly kind: 'pair' }): Promise<AsideAnswer> {
  const { names, sheet } = question
  const table = await opened(question)
  const derived = names.filter((name) => !table.spec.parameters.some((parameter) => parameter.name === name))
  const samples = await scanSamples(table, { derived })
  return { sketch: sketched(scanFigure(samples, names, { ...about(table), view: 'profile' }), sheet), remarks: [] }
}

const reply = (message: FromScans): void => self.postMessage(message)

/** Answers a message of the page. */
export async function take({ data: { id, question } }: MessageEvent<{ readonly id: number; readonly question: ToScans }>): Promise<void> {
  try {
    reply({ id, answer: question.kind === 'open' ? await told(question) : await pair(question) })
  } catch (error) {
    const message = (error as Error).message
    reply({ id, problem: error instanceof InputError ? message.replace(/^scan: /, '') : `it cannot be read (${message})` })
  }
}
