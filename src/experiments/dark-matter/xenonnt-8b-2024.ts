import type { Entry } from '../../constraints/constraint.ts'

/** XENONnT, coherent scattering of solar ⁸B neutrinos: one count. */
export const xenonnt8B2024: Entry = {
  id: 'xenonnt-8b-2024',
  label: 'XENONnT $^8$B',
  title: 'XENONnT, solar ⁸B neutrinos on nuclei (2024)',
  group: 'scattering',
  experiment: 'XENONnT',
  subjects: ['quarks', 'neutrinos'],
  source: {
    citations: ['xenonnt-2024-8b', 'b16-2017'],
    where: 'abstract: 37 observed, 26.4 +1.4 −1.3 expected without neutrinos',
    notes:
      'No efficiency against the recoil energy is used: all recoils above 0.5 keV count alike, scaled so that the Standard Model gives the collaboration’s signal. Heavy ' +
      'bosons are described well, light ones roughly.',
  },
  async prepare(assumptions) {
    const { xenonnt8BConstraint } = await import('./constraints.ts')
    return xenonnt8BConstraint(xenonnt8B2024, assumptions)
  },
}
