import type { Entry } from '../../constraints/constraint.ts'
import { coherentPlans, type SpallationProjection, spallationProjections } from '../../data/spallation-projections.ts'
import type { Records } from '../../data/table.ts'

/** A future detector as an entry of the catalogue. */
function projection(about: SpallationProjection, { citation, where, provenance }: Records<SpallationProjection>): Entry {
  const { id, label, title, experiment } = about
  const isRemembered = provenance === 'from memory: check'
  const entry: Entry = {
    id,
    label,
    title,
    group: 'scattering',
    isProjection: true,
    experiment,
    subjects: ['quarks', 'neutrinos'],
    source: {
      citations: [citation].flat(),
      where,
      notes: 'One bin above a sharp threshold, no backgrounds; the median experiment (Asimov), or as `statistic.projection` says.',
    },
    async prepare(assumptions) {
      const { plannedConstraint } = await import('./constraints.ts')
      return plannedConstraint(entry, assumptions, about, isRemembered)
    },
  }
  return entry
}

/** The plans of foldenauer-2021, then those of COHERENT. */
export const SPALLATION_PROJECTIONS: readonly Entry[] = [spallationProjections, coherentPlans].flatMap((records) =>
  records.rows.map((row) => projection(row, records)),
)
