import type { Entry } from '../constraints/constraint.ts'
import { BOREXINO_2011 } from '../data/borexino.ts'

/** Borexino phase I: the 862 keV line of ⁷Be, 46.0 per day and 100 t. */
export const borexino2011: Entry = {
  id: 'borexino-2011',
  label: 'Borexino 2011',
  title: 'Borexino, ⁷Be neutrinos on electrons (2011)',
  group: 'scattering',
  experiment: 'Borexino',
  subjects: ['electron', 'neutrinos'],
  colour: 1,
  source: {
    citations: ['borexino-2011', 'borexino-2017', 'amaral-2020', 'b16-2017', 'bernal-2022'],
    where: 'rate from the abstract; expectation: the 862 keV part of the collaboration’s 2017 expectation for both lines',
    notes:
      '46.0 is the 862 keV line only: `borexino2011=both-lines` compares it with both lines, as amaral-2020 seems to, and then looks stronger than 2017.',
  },
  async prepare(assumptions) {
    const { borexinoConstraint } = await import('./borexino.ts')
    return borexinoConstraint(borexino2011, assumptions, BOREXINO_2011, assumptions.borexino2011 === 'both-lines' ? 'both' : '862keV')
  },
}
