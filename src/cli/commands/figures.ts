import { FIGURES } from '../../papers/index.ts'
import { textTable } from '../../reports/text.ts'
import { type CommonOptions, chosenAssumptions, print, printJson } from '../options.ts'

export async function figures(options: CommonOptions): Promise<void> {
  await chosenAssumptions(options)
  if (options.json) printJson(FIGURES.map(({ id, paper, title, missing }) => ({ id, paper, title, missing })))
  else print(textTable(FIGURES.map(({ id, title, missing }) => [id, title, missing.length === 0 ? '' : `without: ${missing.join('; ')}`])))
}
