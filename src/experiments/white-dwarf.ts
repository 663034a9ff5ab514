import type { Entry } from '../constraints/constraint.ts'
import { formulaConstraint } from '../constraints/formula.ts'
import { quadraticIntervals } from '../constraints/intervals.ts'
import { plasmonEmission, plasmonEmissionAlong } from '../cosmos/white-dwarf.ts'
import type { Boson } from '../couplings/boson.ts'

/** Below this mass [GeV] the boson is not far above plasma frequency and temperature: the contact form fails. */
const CONTACT_MASS_GeV = 1e-4

/** White-dwarf cooling: plasmons decaying to neutrinos through the boson may not outshine what is observed. */
export const whiteDwarf: Entry = {
  id: 'white-dwarf',
  label: 'White dwarfs',
  title: 'White-dwarf cooling by plasmon decay',
  group: 'astrophysics',
  subjects: ['electron', 'neutrinos'],
  colour: 5,
  source: {
    citations: ['white-dwarf-2013', 'white-dwarf-2024', 'bernal-2022'],
    where: 'extra neutrino luminosity below the Standard Model’s (2013), or 0.3 of it (2024); all three flavours with interference',
    notes: 'Contact regime only; an order-of-one astrophysical uncertainty is usual. bernal-2022 eq. (35) keeps one product of couplings.',
  },
  async prepare(assumptions) {
    const fraction = Number(assumptions.whiteDwarf)
    const silence = (boson: Boson) => {
      if (boson.mass < CONTACT_MASS_GeV) return { silent: 'mass below 100 keV: plasmon decay is no contact interaction there' }
      const { square } = plasmonEmission(boson)
      return square === 0 ? { silent: 'does not couple to both electrons and neutrinos' } : undefined
    }
    return formulaConstraint(whiteDwarf, assumptions, {
      kind: 'exclusion',
      citations: [fraction === 1 ? 'white-dwarf-2013' : 'white-dwarf-2024', 'bernal-2022'],
      confidence: null,
      statement: `neutrino emission below ${1 + fraction} times the Standard Model’s`,
      strength(boson) {
        const { interference, square } = plasmonEmission(boson)
        return silence(boson) ?? Math.max(0, (interference + square) / fraction)
      },
      strengthAlong(ray) {
        const emissionAt = plasmonEmissionAlong(ray)
        return (coupling) => {
          const { interference, square } = emissionAt(coupling)
          return Math.max(0, (interference + square) / fraction)
        }
      },
      closedForm(unit) {
        const { interference, square } = plasmonEmission(unit)
        return quadraticIntervals(interference, square, Number.NEGATIVE_INFINITY, 1 + fraction)
      },
    })
  },
}
