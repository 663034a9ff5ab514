import type { CatalogueRow } from '../engine/protocol.ts'
import type { View } from '../state/view.ts'

/** Whether a constraint is switched on in a view. */
export const isShown = ({ id, kind }: CatalogueRow, { projections, hidden, only }: View): boolean =>
  !hidden.includes(id) && (only.length > 0 ? only.includes(id) : projections || kind !== 'projection')

/** The view with constraints switched on or off. */
export function switched(view: View, rows: readonly CatalogueRow[], isOn: boolean): Partial<View> {
  const ids = rows.map(({ id }) => id)
  if (!isOn) return { hidden: [...new Set([...view.hidden, ...ids])].sort() }
  const hidden = view.hidden.filter((id) => !ids.includes(id))
  if (view.only.length > 0) return { hidden, only: [...new Set([...view.only, ...ids])] }
  return { hidden, projections: view.projections || rows.some(({ kind }) => kind === 'projection') }
}
