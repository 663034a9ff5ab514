import { departures } from '../../assumptions.ts'
import { unknownWord } from '../../errors.ts'
import { figureCsv, figureJson } from '../../figures/data.ts'
import { FIGURES } from '../../papers/index.ts'
import { writeFiles } from '../io.ts'
import { type CommonOptions, chosenAssumptions, jsonText, print, printJson } from '../options.ts'
import { chosenOutputs, chosenTheme, FIGURE_FORMATS, figureFiles } from '../outputs.ts'

interface Options extends CommonOptions {
  out?: string
  theme: string
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
  const spec = await recipe.make(assumptions)
  const files = outputs.map(({ path }) => path)
  const report = () => {
    const { paper, title, missing } = recipe
    return { id, paper, title, assumptions, missing, caption: spec.caption, panels: figureJson(spec), files }
  }
  const pictures = outputs.filter(({ format }) => (FIGURE_FORMATS as readonly string[]).includes(format))
  const tables = outputs.flatMap(({ path, format }) => {
    if (format === 'csv') return [{ path, content: figureCsv(spec) }]
    return format === 'json' ? [{ path, content: jsonText(report()) }] : []
  })
  await writeFiles([...(pictures.length === 0 ? [] : await figureFiles(spec, theme, pictures)), ...tables])
  if (options.json) printJson(report())
  else {
    const changed = Object.entries(departures(assumptions)).map(([key, value]) => `${key}=${value}`)
    print([`${recipe.title}`, `assumptions: ${changed.join(', ') || 'default'}`, spec.caption, `wrote ${files.join(', ')}`].join('\n'))
  }
}
