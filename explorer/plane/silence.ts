import { isShown } from '../constraints/shown.ts'
import type { CatalogueRow, ReachRow } from '../engine/protocol.ts'
import type { View } from '../state/view.ts'

/** Why a plot has nothing to show, where it has not: an empty plane looks as if all were allowed. */
export function silenceOf(
  view: View,
  catalogue: readonly CatalogueRow[],
  reaches: readonly ReachRow[],
  { isNeutral, missing }: { readonly isNeutral: boolean; readonly missing: number },
): string | undefined {
  if (catalogue.length === 0) return undefined
  if (isNeutral) return 'Every charge is zero: this boson couples to nothing, and nothing constrains it.'
  const shown = new Map(catalogue.filter((row) => isShown(row, view)).map((row) => [row.id, row]))
  if (shown.size === 0) return 'Every constraint is switched off.'
  if (reaches.length === 0) return undefined
  const isMeasured = ({ id, extent }: ReachRow): boolean => extent !== undefined && shown.has(id) && shown.get(id)!.group !== 'theory'
  if (reaches.some(isMeasured)) return undefined
  return `No measurement shown speaks of this boson at these masses; “The plot as a table” says why. That is not to say that none does: ${missing} known limits are without numbers here.`
}
