import { type Assumptions, departures } from '../../assumptions.ts'
import { type Constraint, fullStatement } from '../../constraints/constraint.ts'
import { logGrid } from '../../units.ts'

/** The plane that the papers on Lμ−Lτ draw: 1 MeV to 1 GeV, couplings from 1e-4 to 1e-2. */
export const MASSES = logGrid(1e-3, 1, 121)
export const COUPLINGS = [1e-4, 1e-2] as const

/** What was drawn, in sentences, each constraint once. */
export function drawnSentences(drawn: readonly Constraint[]): string[] {
  return [...new Set(drawn.map((constraint) => `${constraint.entry.title}: ${fullStatement(constraint)}.`))]
}

/** The sentence that names what a published figure has beside. */
export const missingSentence = (missing: readonly string[]): string => `Not drawn here: ${missing.join('; ')}.`

/** The sentence that names what differs from the default assumptions. */
export function assumptionSentence(assumptions: Assumptions): string {
  const changed = Object.entries(departures(assumptions)).map(([key, value]) => `${key}=${value}`)
  return `Assumptions: ${changed.length === 0 ? 'default' : changed.join(', ')}.`
}
