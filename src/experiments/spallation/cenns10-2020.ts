import type { Entry } from '../../constraints/constraint.ts'

/** CENNS-10: the first coherent scattering on argon, analysis A. */
export const cenns10Of2020: Entry = {
  id: 'cenns10-2020',
  label: 'CENNS-10',
  title: 'COHERENT, CENNS-10: neutrinos of stopped pions on argon (2020)',
  group: 'scattering',
  experiment: 'COHERENT',
  subjects: ['quarks', 'neutrinos'],
  colour: 10,
  source: {
    citations: ['cenns10-2020', 'amaral-2020'],
    where: 'Table I and Fig. 3; data release; amaral-2020, section III.2',
    notes:
      'One bin with the numbers of amaral-2020 and 0.09 (release, cenns10=r0.09) or 0.08 (as printed, cenns10=r0.08) neutrinos of each kind per ' +
      'proton; or the energy spectrum of the release (cenns10=release).',
  },
  async prepare(assumptions) {
    const { cenns10Constraint } = await import('./constraints.ts')
    return cenns10Constraint(cenns10Of2020, assumptions)
  },
}
