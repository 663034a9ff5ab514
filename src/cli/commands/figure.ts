import { departuresText } from '../../assumptions.ts'
import { InputError, unknownWord } from '../../errors.ts'
import { figureCsv, figureJson } from '../../figures/data.ts'
import { plainText } from '../../figures/plain-text.ts'
import { type Benchmark, FIGURES, type FigureRecipe } from '../../papers/index.ts'
import { writeFiles } from '../io.ts'
import { massAndCoupling } from '../mock.ts'
import { type CommonOptions, chosenAssumptions, jsonText, print, printJson } from '../options.ts'
import { chosenOutputs, chosenTheme, FIGURE_FORMATS, figureFiles } from '../outputs.ts'
import { signedNumber } from '../ranges.ts'

interface Options extends CommonOptions {
  benchmark?: string[]
  out?: string
  theme: string
}

/** Bosons in place of those that a figure assumes. */
function chosenBenchmarks(words: readonly string[] | undefined, { id, benchmarks }: FigureRecipe): Benchmark[] | undefined {
  if (words === undefined) return undefined
  if (benchmarks === undefined) {
    const ids = FIGURES.flatMap((one) => (one.benchmarks === undefined ? [] : [one.id]))
    throw new InputError(`${id} takes no boson of yours; figures that do: ${ids.join(', ')}`, 'benchmark')
  }
  if (benchmarks.length === 1 && words.length > 1) throw new InputError(`${words.length} are too many; ${id} shows one`, 'benchmark')
  return words.map((word) => benchmarkOf(word, Object.keys(benchmarks[0].others ?? {})))
}

/** `20MeV,5e-4`, and what else a figure shows of a boson: `20MeV,5e-4,ratio=2`. */
function benchmarkOf(word: string, names: readonly string[]): Benchmark {
  const parts = word.split(',')
  const others = parts.slice(2).map((part): [string, number] => {
    const [name, value = ''] = part.split('=').map((one) => one.trim())
    if (names.length === 0) throw new InputError(`'${word}' is not a mass and a coupling, such as 20MeV,5e-4`, 'benchmark')
    if (!names.includes(name)) throw unknownWord('parameter', name, names, 'benchmark')
    return [name, signedNumber('benchmark')(value)]
  })
  const { mass, coupling } = massAndCoupling(parts.slice(0, 2).join(), 'benchmark')
  return { mass_GeV: mass, coupling, ...(others.length > 0 && { others: Object.fromEntries(others) }) }
}

/** A published figure under the paper's own assumptions, unless `--assume` or `--set` say otherwise. */
export async function figure(id: string, options: Options): Promise<void> {
  const recipe = FIGURES.find((candidate) => candidate.id === id)
  if (recipe === undefined)
    throw unknownWord(
      'figure',
      id,
      FIGURES.map((candidate) => candidate.id),
      'figure',
    )
  const assumptions = await chosenAssumptions({ ...options, assume: options.assume ?? recipe.assume })
  const theme = chosenTheme(options.theme)
  const outputs = await chosenOutputs(options.out, `${id}.svg`, [...FIGURE_FORMATS, 'csv', 'json'])
  const spec = await recipe.make(assumptions, chosenBenchmarks(options.benchmark, recipe))
  const files = outputs.map(({ path }) => path)
  const report = () => {
    const { paper, title, missing } = recipe
    return { id, paper, title, assumptions, missing, caption: plainText(spec.caption), panels: figureJson(spec), files }
  }
  const pictures = outputs.filter(({ format }) => (FIGURE_FORMATS as readonly string[]).includes(format))
  const tables = outputs.flatMap(({ path, format }) => {
    if (format === 'csv') return [{ path, content: figureCsv(spec) }]
    return format === 'json' ? [{ path, content: jsonText(report()) }] : []
  })
  await writeFiles([...(pictures.length === 0 ? [] : await figureFiles(spec, theme, pictures)), ...tables])
  if (options.json) printJson(report())
  else {
    const lines = [recipe.title, `assumptions: ${departuresText(assumptions)}`, plainText(spec.caption), `wrote ${files.join(', ')}`]
    print(lines.join('\n'))
  }
}
