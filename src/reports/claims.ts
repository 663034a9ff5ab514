import type { Claim, ClaimResult, ClaimVerdict } from '../papers/index.ts'
import { trim } from './text.ts'

const SIDES = { above: '> ', below: '< ' } as const

/** The number as the paper has it, `> ` or `< ` before it where the paper states an inequality. */
export const printedText = ({ printed, side }: Claim): string => `${side === undefined ? '' : SIDES[side]}${trim(printed)}`

/** The verdict in a few words: `reproduced`, `under coy-2021`, `not reproduced`. */
export const verdictText = ({ claim, verdict }: ClaimResult): string =>
  verdict === 'reproduced under assumptions' ? `under ${claim.assume}` : verdict

/** What was claimed, with its unit. */
export const claimText = ({ what, unit }: Claim): string => `${what}${unit === undefined ? '' : ` [${unit}]`}`

/** How many of the claims came to each verdict. */
export function verdictCounts(results: readonly ClaimResult[]): Readonly<Record<ClaimVerdict, number>> {
  const count = (verdict: ClaimVerdict): number => results.filter((result) => result.verdict === verdict).length
  return {
    reproduced: count('reproduced'),
    'reproduced under assumptions': count('reproduced under assumptions'),
    'not reproduced': count('not reproduced'),
  }
}
