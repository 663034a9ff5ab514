import type { Entry } from '../../constraints/constraint.ts'

/** XENONnT, electron recoils of the first science run. */
export const xenonntEr2022: Entry = {
  id: 'xenonnt-er-2022',
  label: 'XENONnT ER',
  title: 'XENONnT, electron recoils (2022)',
  group: 'scattering',
  experiment: 'XENONnT',
  subjects: ['electron', 'neutrinos'],
  source: {
    citations: ['xenonnt-2022', 'exo200-2014', 'xenon1t-2020', 'b16-2017'],
    where: 'Fig. 5, digitised: counts in bins of 2 keV and the background without solar neutrinos',
    notes:
      'The double β decay of ¹³⁶Xe is computed and held to its half-life; all else of the published background floats, and bins with lines of krypton and ¹²⁴Xe are ' +
      'left out.',
  },
  async prepare(assumptions) {
    const { xenonntErConstraint } = await import('./constraints.ts')
    return xenonntErConstraint(xenonntEr2022, assumptions)
  },
}
