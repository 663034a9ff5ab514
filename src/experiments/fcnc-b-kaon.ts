import type { Entry } from '../constraints/constraint.ts'
import { flavourChangingConstraint } from './fcnc.ts'

/** B → K Z′: what quark families of different charge cannot avoid where CKM mixing rotates the down quarks. */
export const bKaon: Entry = {
  id: 'b-kaon',
  label: '$B\\to KZ^\\prime$',
  title: 'Flavour-changing decay of B mesons to kaons and the boson',
  group: 'flavour',
  subjects: ['quarks'],
  colour: 6,
  source: {
    citations: ['babar-2013', 'ball-zwicky-2005', 'pdg-2024', 'bernal-2022'],
    where: 'limit on B⁺ → K⁺ νν; couplings above bernal-2022 eq. (36), which the paper does not compare with decays to an on-shell boson',
    notes:
      'Two-body decays are compared with the limit on the three-body one, and the form factor is that at q² = 0: conservative on both counts. The longitudinal boson enhances the rate by the square of the mass ratio.',
  },
  async prepare(assumptions) {
    return flavourChangingConstraint(bKaon, assumptions, 'b-kaon')
  },
}
