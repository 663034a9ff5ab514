import { departures } from '../../assumptions.ts'
import { validateClaims } from '../../papers/index.ts'
import type { ClaimResult } from '../../papers/recipe.ts'
import { claimText, printedText, verdictCounts, verdictText } from '../../reports/claims.ts'
import { textTable, trim } from '../../reports/text.ts'
import { checkNewFolder } from '../io.ts'
import { type CommonOptions, chosenAssumptions, print, printJson } from '../options.ts'

interface Options extends CommonOptions {
  book?: string
}

export async function validate(papers: readonly string[], options: Options): Promise<void> {
  const assumptions = await chosenAssumptions(options)
  if (options.book !== undefined) await checkNewFolder(options.book, 'book')
  const asked = papers.length === 0 ? [undefined] : [...new Set(papers)]
  const results = (await Promise.all(asked.map((paper) => validateClaims(paper, assumptions)))).flat()
  const written = options.book === undefined ? '' : await (await import('../book.ts')).writeBook(options.book, results, options)
  if (options.json) printJson(results.map(resultJson))
  else print(`${resultsText(results, Object.keys(departures(assumptions)).length === 0)}${written}`)
}

const resultJson = ({ claim: { compute: _, ...claim }, computed, computedAsPaper, verdict }: ClaimResult) => ({
  ...claim,
  computed,
  computed_as_paper: computedAsPaper,
  verdict,
})

function resultsText(results: readonly ClaimResult[], isDefault: boolean): string {
  const rows = textTable([
    ['printed', isDefault ? 'default' : 'as chosen', 'as paper', 'verdict', 'claim'],
    ...results.map((result) => {
      const { claim, computed, computedAsPaper } = result
      const what = `${claim.id} (${claim.where}): ${claimText(claim)}`
      return [printedText(claim), trim(computed), trim(computedAsPaper), verdictText(result), what]
    }),
  ]).split('\n')
  const margin = ' '.repeat(rows[0].indexOf('claim'))
  const lines = rows.flatMap((row, i) => {
    const reason = results[i - 1]?.claim.reason
    return reason === undefined ? [row] : [row, `${margin}why: ${reason}`]
  })
  const counts = verdictCounts(results)
  return (
    `${lines.join('\n')}\n\n${results.length} claims: ${counts.reproduced} reproduced, ` +
    `${counts['reproduced under assumptions']} under the paper's assumptions, ${counts['not reproduced']} not\n`
  )
}
