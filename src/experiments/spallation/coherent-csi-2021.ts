import type { Entry } from '../../constraints/constraint.ts'

/** All data of COHERENT's CsI, by the time of the recoil. */
export const coherentCsi2021: Entry = {
  id: 'coherent-csi-2021',
  label: 'COHERENT CsI',
  title: 'COHERENT: neutrinos of stopped pions on CsI (2021)',
  group: 'scattering',
  experiment: 'COHERENT',
  subjects: ['quarks', 'neutrinos'],
  colour: 7,
  source: {
    citations: ['coherent-csi-2021'],
    where: 'data release; totals of backgrounds, exposure and errors from memory',
    notes:
      'Counts against time, which tells the prompt muon neutrinos from the others; photoelectrons and time together, as the collaboration ' +
      'has them, would measure the total by an eighth better.',
  },
  async prepare(assumptions) {
    const { csi2021Constraint } = await import('./constraints.ts')
    return csi2021Constraint(coherentCsi2021, assumptions)
  },
}
