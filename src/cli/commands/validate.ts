import { validateClaims } from '../../papers/index.ts'
import type { ClaimResult } from '../../papers/recipe.ts'
import { textTable, trim } from '../../reports/text.ts'
import { type CommonOptions, chosenAssumptions, print, printJson } from '../options.ts'

export async function validate(paper: string | undefined, options: CommonOptions): Promise<void> {
  await chosenAssumptions(options)
  const results = await validateClaims(paper)
  if (options.assume !== undefined || options.set !== undefined) {
    process.stderr.write(
      "warning: claims are compared under the default and under their paper's assumptions; --assume and --set change nothing here\n",
    )
  }
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
  const count = (verdict: ClaimResult['verdict']): number => results.filter((result) => result.verdict === verdict).length
  print(
    textTable([
      ['claim', 'where', 'printed', 'default', 'as paper', 'verdict', 'why'],
      ...results.map(({ claim, computed, computedAsPaper, verdict }) => [
        `${claim.id}: ${claim.what}${claim.unit === undefined ? '' : ` [${claim.unit}]`}`,
        claim.where,
        trim(claim.printed),
        trim(computed),
        trim(computedAsPaper),
        verdict === 'reproduced under assumptions' ? `reproduced under ${claim.assume}` : verdict,
        claim.reason ?? '',
      ]),
    ]),
  )
  print(
    `\n${results.length} claims: ${count('reproduced')} reproduced, ${count('reproduced under assumptions')} under the paper's assumptions, ${count('not reproduced')} not`,
  )
}
