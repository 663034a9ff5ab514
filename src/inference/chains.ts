import { InputError } from '../errors.ts'
import { logUniformPrior, type SampledParameter, type Samples, uniformPrior } from './samplers/index.ts'

/** A text that belongs into a file. */
export interface ChainFile {
  readonly path: string
  readonly content: string
}

/** What GetDist reads of a chain, with what it does not mind left out. */
export interface Chain {
  readonly names: readonly string[]
  /** TeX without dollars. */
  readonly labels: readonly string[]
  /** Range of each parameter; ±Infinity where open. */
  readonly ranges: readonly (readonly [lo: number, hi: number])[]
  /** Values of the parameters, row by row. */
  readonly points: Float64Array
  readonly weights: Float64Array
  readonly logLikelihoods: Float64Array
  /** What is written beside it of how it was sampled; nothing in most. */
  readonly properties: ChainProperties
}

/** What is known of a chain as a whole, word by word. GetDist takes `sampler` and `burn_removed`; the others are for whoever reads them. */
export type ChainProperties = Readonly<Record<string, string>>

/** What separates columns, or marks a derived parameter. */
const NO_NAME = /\s|\*$|^#|^$/

/** A label as TeX throughout: what stands outside dollars upright. */
function texOf({ name, label = name }: SampledParameter): string {
  return label
    .split('$')
    .map((part, i) => (i % 2 === 1 || part === '' ? part : String.raw`\mathrm{${part.replaceAll(' ', String.raw`\ `)}}`))
    .join('')
}

const bound = (value: number): string => (Number.isFinite(value) ? `${value}` : 'N')

/**
 * Samples as the files that GetDist reads (Lewis 2019, arXiv:1910.13970), and with it Cobaya and CosmoMC: `root_1.txt` with weight, $-\ln L$ and the
 * parameters in each row, `root.paramnames` with their names and labels, `root.ranges` with the ranges of their priors, `N` where open. Numbers are
 * written to the last digit; rows of weight zero are left out. What is known of them goes to `root.properties.ini`, a line of `key = value` each.
 *
 * @param root where they lie and how they begin: `chains/mu-tau`
 * @param properties what is known of how they were sampled; no such file where nothing is
 * @throws InputError (field `parameters`) for a name that the format cannot hold; (field `properties`) for a property that it cannot; (field
 *   `root`) for a root without a name
 * @example
 * const x = { name: 'x', label: '$x$ [GeV]', prior: uniformPrior(0, 4) }
 * const samples = { parameters: [x], points: Float64Array.of(1, 2), weights: Float64Array.of(1, 3), logLikelihoods: Float64Array.of(-2, 0) }
 * chainFiles('x', samples)[0] // { path: 'x_1.txt', content: '1 2 1\n3 0 2\n' }
 */
export function chainFiles(
  root: string,
  { parameters, points, weights, logLikelihoods }: Samples,
  properties: ChainProperties = {},
): ChainFile[] {
  if (/(^|[\\/])$/.test(root)) throw new InputError(`'${root}' names no file; write a root such as chains/mu-tau`, 'root')
  const wrong = parameters.find(({ name }) => NO_NAME.test(name))
  if (wrong !== undefined)
    throw new InputError(`'${wrong.name}' is not allowed; allowed: names without blanks, no # before, no * behind`, 'parameters')
  const known = Object.entries(properties)
  const unfit = known.find(([key, value]) => !/^\w+$/.test(key) || /[\n\r]|\$\(/.test(value))
  if (unfit !== undefined) throw new InputError(`'${unfit.join(' = ')}' does not fit into one line of key = value`, 'properties')
  const count = parameters.length
  const rows: string[] = []
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue
    // No minus before a zero.
    rows.push(`${[weights[i], 0 - logLikelihoods[i], ...points.subarray(i * count, (i + 1) * count)].join(' ')}\n`)
  }
  return [
    { path: `${root}_1.txt`, content: rows.join('') },
    { path: `${root}.paramnames`, content: parameters.map((parameter) => `${parameter.name} ${texOf(parameter)}\n`).join('') },
    { path: `${root}.ranges`, content: parameters.map(({ name, prior }) => `${name} ${prior.range.map(bound).join(' ')}\n`).join('') },
    ...(known.length === 0
      ? []
      : [{ path: `${root}.properties.ini`, content: known.map(([key, value]) => `${key} = ${value}\n`).join('') }]),
  ]
}

/** Lines with something on them. */
const linesOf = (content: string): string[] => content.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'))

/**
 * The chain that files in the format of GetDist hold: one or more of `root_1.txt`, `root_2.txt`, …, with `root.paramnames` and, where there is one,
 * `root.ranges` and `root.properties.ini`. Derived parameters (`name*`) are read as others are.
 *
 * @throws InputError with the path and the line of what is missing or no number
 * @example
 * const files = [{ path: 'x_1.txt', content: '1 2 1\n3 0 2\n' }, { path: 'x.paramnames', content: 'x m_X\n' }]
 * readChain(files).weights // [1, 3]
 */
export function readChain(files: readonly ChainFile[]): Chain {
  const named = files.find(({ path }) => path.endsWith('.paramnames'))
  if (named === undefined) throw new InputError('there is no .paramnames among the files', 'chain')
  const entries = linesOf(named.content).map((line) => /^(\S+?)\*?(?:\s+(.*?))?\s*$/.exec(line.trim())!)
  const names = entries.map(([, name]) => name)
  const open = files
    .filter(({ path }) => path.endsWith('.ranges'))
    .flatMap(({ content }) => linesOf(content).map((line) => line.trim().split(/\s+/)))
  const ranges = names.map((name): [number, number] => {
    const [, lo = 'N', hi = 'N'] = open.find(([one]) => one === name) ?? []
    return [lo === 'N' ? -Infinity : Number(lo), hi === 'N' ? Infinity : Number(hi)]
  })
  const properties = files
    .filter(({ path }) => path.endsWith('.properties.ini'))
    .flatMap(({ content }) => linesOf(content).map((line) => /^\s*([^=]*?)\s*=\s*(.*?)\s*$/.exec(line)))
    .flatMap((pair): [string, string][] => (pair === null ? [] : [[pair[1], pair[2]]]))
  const tables = files.filter(({ path }) => /_\d+\.txt$/.test(path))
  if (tables.length === 0) throw new InputError('there is no _1.txt among the files', 'chain')
  const rows = tables.flatMap(({ path, content }) => linesOf(content).map((line, i) => rowOf(line, names.length, `${path}:${i + 1}`)))
  return {
    names,
    labels: entries.map(([, name, label]) => label ?? name),
    ranges,
    points: Float64Array.from(rows.flatMap(([, , ...values]) => values)),
    weights: Float64Array.from(rows, ([weight]) => weight),
    logLikelihoods: Float64Array.from(rows, ([, minusLogL]) => 0 - minusLogL),
    properties: Object.fromEntries(properties),
  }
}

/** A parameter over a decade or more, above zero, is looked at in its logarithm. */
const DECADE = 10

/** What runs over a range, or where that is open over its values; on a logarithmic scale where it spans a decade. */
function parameterOf(name: string, label: string, [lo, hi]: readonly [number, number], values: Float64Array): SampledParameter {
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))]
  // A range that its own values leave is none.
  const [from, to] = [Number.isFinite(lo) && lo <= least ? lo : least, Number.isFinite(hi) && hi >= most ? hi : most]
  return { name, label: `$${label}$`, prior: from > 0 && to / from >= DECADE ? logUniformPrior(from, to) : uniformPrior(from, to) }
}

/**
 * A chain as samples again, to be drawn or summed up. What it was sampled with is not in its files: priors are taken for even over the ranges, in the logarithm for what is above zero
 * and spans a decade or more, which decides how densities are shown and nothing else. Parameters that are the same at every point are left out.
 *
 * @throws InputError (field `chain`) for a chain without weight, or a weight below zero
 * @example
 * const files = [{ path: 'x_1.txt', content: '1 2 1\n3 0 20\n' }, { path: 'x.paramnames', content: 'x m_X\n' }]
 * chainSamples(readChain(files)).parameters[0].prior.scale // 'log'
 */
export function chainSamples({ names, labels, ranges, points, weights, logLikelihoods }: Chain): Samples {
  const wrong = weights.findIndex((weight) => weight < 0)
  if (wrong >= 0) throw new InputError(`the weight of point ${wrong + 1} is ${weights[wrong]}; allowed: zero or more`, 'chain')
  if (!weights.some((weight) => weight > 0)) throw new InputError('none of its points has a weight', 'chain')
  const columns = names.map((_, k) => weights.map((_, i) => points[i * names.length + k]))
  const varied = names.map((_, k) => k).filter((k) => columns[k].some((value) => value !== columns[k][0]))
  return {
    parameters: varied.map((k) => parameterOf(names[k], labels[k], ranges[k], columns[k])),
    points: Float64Array.from(Array.from(weights.keys()).flatMap((i) => varied.map((k) => columns[k][i]))),
    weights,
    logLikelihoods,
  }
}

function rowOf(line: string, parameters: number, where: string): number[] {
  const texts = line.trim().split(/\s+/)
  const row = texts.map(Number)
  if (row.length !== parameters + 2)
    throw new InputError(`${where}: ${row.length} columns; wanted: weight, -ln L and ${parameters} parameters`, 'chain')
  const wrong = row.findIndex((value) => !Number.isFinite(value))
  if (wrong >= 0) throw new InputError(`${where}: '${texts[wrong]}' is not a number`, 'chain')
  return row
}
