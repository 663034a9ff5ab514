import { SOLAR, THERMAL_HISTORY, TRIDENTS, WITH_SPECTRA } from '../../src/experiments/index.ts'
import type { Constraint, Session } from '../../src/index.ts'
import type { Query } from './protocol.ts'

/** What fetches tables or is profiled at each coupling: a first drawing does without, and it is computed last. */
const LATE: ReadonlySet<string> = new Set([...WITH_SPECTRA, ...TRIDENTS, ...THERMAL_HISTORY, ...SOLAR].map(({ id }) => id))

export const isLate = (id: string): boolean => LATE.has(id)

/** The constraints of a view for a first drawing, and the names of those that it waits for. */
export async function earlyConstraints(
  session: Session,
  { projections, hidden, only }: Query,
): Promise<{ readonly early: readonly Constraint[]; readonly late: readonly string[] }> {
  const isWanted = ({ id, isVariant }: Constraint['entry']): boolean =>
    !hidden.includes(id) && (only.length === 0 ? !isVariant : only.includes(id))
  const wanted = session.catalogue.filter(isWanted)
  const early = await session.constraints(wanted.filter(({ id }) => !LATE.has(id)))
  return {
    early: early.filter(({ kind }) => projections || only.length > 0 || kind !== 'projection'),
    late: wanted.flatMap(({ id }) => (LATE.has(id) ? [id] : [])),
  }
}
