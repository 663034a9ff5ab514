import type { Entry } from '../constraints/constraint.ts'
import { flavourChangingConstraint } from './fcnc.ts'

/** K → π Z′: what quark families of different charge cannot avoid where CKM mixing rotates the down quarks. */
export const kaonPion: Entry = {
  id: 'kaon-pion',
  label: '$K\\to\\pi Z^\\prime$',
  title: 'Flavour-changing decay of kaons to pions and the boson',
  group: 'flavour',
  subjects: ['quarks'],
  colour: 7,
  source: {
    citations: ['na62-2020', 'flag-2021', 'pdg-2024', 'bernal-2022'],
    where: 'limit on K⁺ → π⁺ νν; couplings above bernal-2022 eq. (36), which the paper does not compare with decays to an on-shell boson',
    notes:
      'The search leaves out missing masses from 100 to 161 MeV, where pions hide the signal, and above 261 MeV; there only the total width speaks. Short-distance flavour change at tree level only: loops of W bosons, which any model with quark charges has, are left out.',
  },
  async prepare(assumptions) {
    return flavourChangingConstraint(kaonPion, assumptions, 'kaon-pion')
  },
}
