import type { Entry, Subject } from '../../constraints/constraint.ts'
import type { Plan } from './plan.ts'

/** A future detector as an entry of the catalogue. */
export function projection(plan: Plan): Entry {
  const { id, label, title, isVariant, experiment, citations, notes } = plan
  const entry: Entry = {
    id,
    label,
    title,
    isVariant,
    isProjection: true,
    group: 'scattering',
    experiment,
    subjects: ['electron', 'neutrinos', 'quarks'] satisfies readonly Subject[],
    source: { citations: ['amaral-2020', 'b16-2017', ...citations], where: 'Table II of amaral-2020, but for what the notes say', notes },
    async prepare(assumptions) {
      const { plannedConstraint } = await import('./constraints.ts')
      return plannedConstraint(entry, assumptions, plan)
    },
  }
  return entry
}
