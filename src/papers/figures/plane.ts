import { type Assumptions, departuresText } from '../../assumptions.ts'
import { type Constraint, fullStatement } from '../../constraints/constraint.ts'
import { unverifiedLine, zeroLine } from '../../figures/exclusion.ts'
import type { LineLayer, Panel, Point } from '../../figures/spec.ts'
import type { ConstraintSpec } from '../../session.ts'
import { logGrid } from '../../units.ts'
import { lowestExcluded } from '../quantities.ts'

/** The plane that the papers on Lμ−Lτ draw: 1 MeV to 1 GeV, couplings from 1e-4 to 1e-2. */
export const MASSES = logGrid(1e-3, 1, 121)
export const COUPLINGS = [1e-4, 1e-2] as const

/** What was drawn, in sentences, each constraint once. */
export function drawnSentences(drawn: readonly Constraint[]): string[] {
  const sentence = (constraint: Constraint): string => {
    const [{ title }, statement] = [constraint.entry, fullStatement(constraint)]
    return statement.startsWith(title) ? `${statement}.` : `${title}: ${statement}.`
  }
  return [...new Set(drawn.map(sentence))]
}

/** The sentence that names what a published figure has beside. */
export const missingSentence = (missing: readonly string[]): string => `Not drawn here: ${missing.join('; ')}.`

/** The sentence that names what differs from the default assumptions. */
export const assumptionSentence = (assumptions: Assumptions): string => `Assumptions: ${departuresText(assumptions)}.`

/** A caption: what is shown, each constraint drawn, under which assumptions, and what the published figure has beside. */
export function captionOf(
  shown: readonly string[],
  drawn: readonly Constraint[],
  assumptions: Assumptions,
  missing: readonly string[],
): string {
  const rest = missing.length === 0 ? [] : [missingSentence(missing)]
  return [...shown, ...drawnSentences(drawn), assumptionSentence(assumptions), ...rest].join(' ')
}

/** The lines under the panels, where there is something to be said of what they draw. */
export function footnoteOf(panels: readonly Panel[], drawn: readonly Constraint[]): { readonly footnote?: string } {
  const lines = [...unverifiedLine(drawn), ...zeroLine(panels)]
  return lines.length === 0 ? {} : { footnote: lines.join('\n') }
}

/** The lowest coupling that a constraint excludes, as a line. */
export async function limitLine(
  constraint: ConstraintSpec,
  model: string,
  assumptions: Assumptions,
  masses: readonly number[],
  look: Pick<LineLayer, 'label' | 'dash' | 'colour'>,
): Promise<LineLayer> {
  const lowest = await lowestExcluded(constraint, model, assumptions)
  const path = masses.map((mass): Point => [mass, lowest(mass)]).filter(([, coupling]) => Number.isFinite(coupling))
  return { kind: 'line', id: `${typeof constraint === 'string' ? constraint : constraint.id}-line`, style: 'curve', paths: [path], ...look }
}
