import type { Entry } from '../constraints/constraint.ts'
import { BOREXINO_2017 } from '../data/borexino.ts'

/** Borexino phase II: both lines of ⁷Be, 48.3 per day and 100 t. */
export const borexino2017: Entry = {
  id: 'borexino-2017',
  label: 'Borexino 2017',
  title: 'Borexino, ⁷Be neutrinos on electrons (2017)',
  group: 'scattering',
  experiment: 'Borexino',
  subjects: ['electron', 'neutrinos'],
  colour: 0,
  source: {
    citations: ['borexino-2017', 'amaral-2020', 'b16-2017', 'bernal-2022'],
    where: 'rate and expectation of both lines, Table II',
    notes: 'Total cross section, no recoil window, tree level: the collaboration’s expectation is multiplied by the ratio.',
  },
  async prepare(assumptions) {
    const { borexinoConstraint } = await import('./borexino.ts')
    return borexinoConstraint(borexino2017, assumptions, BOREXINO_2017['7Be'], 'both')
  },
}
