import type { Entry } from '../../constraints/constraint.ts'

/** The discovery of coherent scattering, on CsI. */
export const coherentCsi2017: Entry = {
  id: 'coherent-csi-2017',
  label: 'COHERENT CsI 2017',
  title: 'COHERENT: neutrinos of stopped pions on CsI (2017)',
  group: 'scattering',
  experiment: 'COHERENT',
  subjects: ['quarks', 'neutrinos'],
  colour: 9,
  source: {
    citations: ['coherent-csi-2017'],
    where: 'Fig. 3, digitised; text and data release',
    notes: 'Counts with the beam on less those with it off, 6 to 30 photoelectrons; some six beam neutrons among them are left in.',
  },
  async prepare(assumptions) {
    const { csi2017Constraint } = await import('./constraints.ts')
    return csi2017Constraint(coherentCsi2017, assumptions)
  },
}
