import type { Kind } from '../../src/index.ts'
import { isShown } from '../constraints/shown.ts'
import type { CatalogueRow, PointRow } from '../engine/protocol.ts'
import type { View } from '../state/view.ts'

export interface Spoken extends PointRow {
  readonly strength: number
  readonly label: string
  readonly kind: Kind
}

export interface VerdictGroup {
  /** Absent for what the plot shows and was measured. */
  readonly heading: string | undefined
  readonly rows: readonly Spoken[]
}

/** What excludes comes first, the strongest before others; then bands, the nearest to their middle before others; then what has nothing against the boson. */
const byWeight = (a: Spoken, b: Spoken): number =>
  rankOf(a) - rankOf(b) || (a.kind === 'preferred' && b.kind === 'preferred' ? a.strength - b.strength : b.strength - a.strength)
const rankOf = ({ status, kind }: Spoken): number => (status === 'excluded' ? 0 : kind === 'preferred' ? 1 : 2)

/** What constraints say of a boson: those shown, projections apart, and what is switched off at the end. Variants are told of where they are named. */
export function verdictGroups(rows: readonly PointRow[], catalogue: readonly CatalogueRow[], view: View): VerdictGroup[] {
  const words = new Map(catalogue.map((row) => [row.id, row]))
  const measured: Spoken[] = []
  const projected: Spoken[] = []
  const off: Spoken[] = []
  for (const row of rows) {
    const known = words.get(row.id)
    if (row.strength === undefined || known === undefined) continue
    const spoken = { ...row, strength: row.strength, label: known.label, kind: known.kind }
    if (isShown(known, view)) (known.kind === 'projection' ? projected : measured).push(spoken)
    else if (known.kind !== 'projection' && !known.isVariant) off.push(spoken)
  }
  const groups: VerdictGroup[] = [
    { heading: undefined, rows: measured.sort(byWeight) },
    { heading: 'Projections', rows: projected.sort(byWeight) },
    { heading: 'Switched off', rows: off.sort(byWeight) },
  ]
  return groups.filter((group) => group.rows.length > 0)
}
