import { departures } from '../../assumptions.ts'
import { unknownWord } from '../../errors.ts'
import { FIGURES } from '../../papers/index.ts'
import { writeFiles } from '../io.ts'
import { type CommonOptions, chosenAssumptions, print, printJson } from '../options.ts'
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
  const outputs = await chosenOutputs(options.out, `${id}.svg`, FIGURE_FORMATS)
  const spec = await recipe.make(assumptions)
  await writeFiles(await figureFiles(spec, theme, outputs))
  const files = outputs.map(({ path }) => path)
  if (options.json)
    printJson({ id, paper: recipe.paper, title: recipe.title, assumptions, missing: recipe.missing, caption: spec.caption, files })
  else {
    const changed = Object.entries(departures(assumptions)).map(([key, value]) => `${key}=${value}`)
    print([`${recipe.title}`, `assumptions: ${changed.join(', ') || 'default'}`, spec.caption, `wrote ${files.join(', ')}`].join('\n'))
  }
}
