import { FIGURES } from '../papers/index.ts'
import type { ClaimResult, FigureRecipe } from '../papers/recipe.ts'
import { type BookFigure, bookPages } from '../reports/book.ts'
import { type OutputFile, writeFolder } from './io.ts'
import { type CommonOptions, chosenAssumptions } from './options.ts'
import { figureFiles } from './outputs.ts'

/**
 * The validation book of the papers that the results are of: its pages and pictures, in a new folder. Every figure is told on stderr when it is drawn.
 *
 * @returns a line that says what was written
 */
export async function writeBook(folder: string, results: readonly ClaimResult[], options: CommonOptions): Promise<string> {
  const papers = new Set(results.map(({ claim }) => claim.paper))
  const recipes = FIGURES.filter(({ paper }) => papers.has(paper))
  const figures: BookFigure[] = []
  const pictures: OutputFile[] = []
  for (const [i, recipe] of recipes.entries()) {
    const { figure, file } = await draw(recipe, options)
    figures.push(figure)
    pictures.push(file)
    process.stderr.write(`figure ${i + 1} of ${recipes.length}: ${recipe.id}\n`)
  }
  const pages = bookPages(results, await chosenAssumptions(options), figures)
  await writeFolder(folder, [...pages.map(({ name, content }) => ({ path: name, content })), ...pictures], 'book')
  return `wrote ${pages.length} pages and ${pictures.length} figures to ${folder}\n`
}

/** A figure under its paper's own assumptions, unless `--assume` or `--set` say otherwise. */
async function draw(recipe: FigureRecipe, options: CommonOptions): Promise<{ figure: BookFigure; file: OutputFile }> {
  const assumptions = await chosenAssumptions({ ...options, assume: options.assume ?? recipe.assume })
  const spec = await recipe.make(assumptions)
  const picture = `${recipe.id}.svg`
  const [file] = await figureFiles(spec, 'light', [{ path: picture, format: 'svg' }])
  return { figure: { recipe, assumptions, caption: spec.caption, picture }, file }
}
