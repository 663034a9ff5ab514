import type { CatalogueRow } from '../engine/protocol.ts'
import type { View } from '../state/view.ts'

/** Whether a constraint is switched on in a view; variants are where they are named. */
export const isShown = ({ id, kind, isVariant }: CatalogueRow, { projections, hidden, only }: View): boolean =>
  !hidden.includes(id) && (only.length > 0 ? only.includes(id) : !isVariant && (projections || kind !== 'projection'))

/** The view with constraints switched on or off; what is shown is named one by one from the first variant on. */
export function switched(view: View, rows: readonly CatalogueRow[], isOn: boolean, catalogue: readonly CatalogueRow[]): Partial<View> {
  const ids = rows.map(({ id }) => id)
  if (!isOn) return { hidden: [...new Set([...view.hidden, ...ids])].sort() }
  const hidden = view.hidden.filter((id) => !ids.includes(id))
  if (view.only.length > 0) return { hidden, only: [...new Set([...view.only, ...ids])] }
  if (rows.some(({ isVariant }) => isVariant)) {
    const shown = catalogue.filter((row) => isShown(row, view)).map(({ id }) => id)
    return { hidden: [], only: [...new Set([...shown, ...ids])] }
  }
  return { hidden, projections: view.projections || rows.some(({ kind }) => kind === 'projection') }
}
