import { type Assumptions, assume } from '../assumptions.ts'
import { unknownWord } from '../errors.ts'
import { CLAIMS } from './claims.ts'
import type { Claim, ClaimResult, ClaimVerdict } from './recipe.ts'

/**
 * A preset with keys changed.
 *
 * @throws InputError for a preset, a key or a value that does not exist
 * @example
 * paperAssumptions('amaral-2020@oscillation=nufit-6.0').oscillation // 'nufit-6.0'
 */
export function paperAssumptions(text: string): Assumptions {
  const [preset, settings = ''] = text.split('@')
  const pairs = settings.split(',').filter((pair) => pair !== '')
  return assume(preset, Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string])))
}

/**
 * Every claim of a paper (or of all) against what Zest computes, and computes under the paper's own assumptions.
 *
 * @param assumptions Zest's defaults unless given
 * @throws InputError for a paper without claims
 * @example
 * (await validateClaims('gninenko-2020')).map(({ verdict }) => verdict)
 */
export async function validateClaims(paper?: string, assumptions: Assumptions = assume()): Promise<ClaimResult[]> {
  const papers = [...new Set(CLAIMS.map((claim) => claim.paper))]
  if (paper !== undefined && !papers.some((known) => known === paper)) throw unknownWord('paper', paper, papers, 'paper')
  return Promise.all(CLAIMS.filter((claim) => paper === undefined || claim.paper === paper).map((claim) => check(claim, assumptions)))
}

async function check(claim: Claim, assumptions: Assumptions): Promise<ClaimResult> {
  const [computed, computedAsPaper] = await Promise.all([claim.compute(assumptions), claim.compute(paperAssumptions(claim.assume))])
  return { claim, computed, computedAsPaper, verdict: verdictOf(claim, computed, computedAsPaper) }
}

/** Reproduced by default, else under the paper's assumptions, else not. The last digit's half unit gets 1e-12 for rounding. */
function verdictOf({ printed, tolerance, side }: Claim, computed: number, computedAsPaper: number): ClaimVerdict {
  const agrees = (value: number): boolean => {
    if (side !== undefined) return side === 'above' ? value > printed : value < printed
    return Math.abs(value - printed) <= tolerance * Math.abs(printed) * (1 + 1e-12)
  }
  if (agrees(computed)) return 'reproduced'
  return agrees(computedAsPaper) ? 'reproduced under assumptions' : 'not reproduced'
}
