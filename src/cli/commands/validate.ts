import { departures } from '../../assumptions.ts'
import { validateClaims } from '../../papers/index.ts'
import type { ClaimResult } from '../../papers/recipe.ts'
import { textTable, trim } from '../../reports/text.ts'
import { type CommonOptions, chosenAssumptions, print, printJson } from '../options.ts'

export async function validate(papers: readonly string[], options: CommonOptions): Promise<void> {
  const assumptions = await chosenAssumptions(options)
  const asked = papers.length === 0 ? [undefined] : [...new Set(papers)]
  const results = (await Promise.all(asked.map((paper) => validateClaims(paper, assumptions)))).flat()
  if (options.json) {
    printJson(
      results.map(({ claim: { compute: _, ...claim }, computed, computedAsPaper, verdict }) => ({
        ...claim,
        computed,
        computed_as_paper: computedAsPaper,
        verdict,
      })),
    )
    return
  }
  const isDefault = Object.keys(departures(assumptions)).length === 0
  const rows = textTable([
    ['printed', isDefault ? 'default' : 'as chosen', 'as paper', 'verdict', 'claim'],
    ...results.map((result) => [
      printed(result),
      trim(result.computed),
      trim(result.computedAsPaper),
      verdictText(result),
      claimText(result),
    ]),
  ]).split('\n')
  const margin = ' '.repeat(rows[0].indexOf('claim'))
  const lines = rows.flatMap((row, i) => {
    const reason = results[i - 1]?.claim.reason
    return reason === undefined ? [row] : [row, `${margin}why: ${reason}`]
  })
  const count = (verdict: ClaimResult['verdict']): number => results.filter((result) => result.verdict === verdict).length
  print(
    `${lines.join('\n')}\n\n${results.length} claims: ${count('reproduced')} reproduced, ` +
      `${count('reproduced under assumptions')} under the paper's assumptions, ${count('not reproduced')} not`,
  )
}

const SIDES = { above: '> ', below: '< ' } as const

const printed = ({ claim }: ClaimResult): string => `${claim.side === undefined ? '' : SIDES[claim.side]}${trim(claim.printed)}`

const verdictText = ({ claim, verdict }: ClaimResult): string =>
  verdict === 'reproduced under assumptions' ? `under ${claim.assume}` : verdict

const claimText = ({ claim }: ClaimResult): string =>
  `${claim.id} (${claim.where}): ${claim.what}${claim.unit === undefined ? '' : ` [${claim.unit}]`}`
