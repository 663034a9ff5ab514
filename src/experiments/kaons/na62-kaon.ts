import { M_KAON, M_MUON } from '../../constants.ts'
import type { Entry, Verdict } from '../../constraints/constraint.ts'
import { formulaConstraint, powerLawIntervals } from '../../constraints/formula.ts'
import type { Boson } from '../../couplings/boson.ts'

/** bernal-2022 eq. (32): |g_{ν_μ}| < 0.003 (m / 5 MeV). */
const LIMIT_PER_GeV = 0.003 / 5e-3

/** K⁺ → μ⁺ ν Z′ at NA62, in the one line bernal-2022 prints. */
export const na62Kaon: Entry = {
  id: 'na62-kaon',
  label: '$K\\to\\mu\\nu Z^\\prime$ (NA62)',
  title: 'Kaon decay to a muon, a neutrino and the boson',
  group: 'meson decays',
  experiment: 'NA62',
  subjects: ['muon', 'neutrinos'],
  colour: 4,
  source: {
    citations: ['bernal-2022', 'na62-2021'],
    where: 'bernal-2022 eq. (32), kept verbatim',
    notes:
      'A limit linear in the mass needs a rate that grows as 1/m², which only a non-conserved current gives. Where muon and neutrino carry the same charge the current is conserved and the line does not apply; na62-kaon-3nu holds what follows from the branching ratio.',
  },
  async prepare(assumptions) {
    const isAsPrinted = assumptions.recipe === 'as-printed'
    const strength = (boson: Boson): Verdict => {
      if (!isAsPrinted)
        return {
          silent:
            'the printed line does not hold for this model; na62-kaon-3nu computes the branching ratio (recipe=as-printed, formulas as printed, shows the line)',
        }
      if (boson.mass >= M_KAON - M_MUON) return { silent: 'mass above m_K − m_μ' }
      const coupling = Math.abs(boson.couplings.nu_mu.vector)
      return coupling === 0 ? { silent: 'no coupling to the muon neutrino' } : coupling / (LIMIT_PER_GeV * boson.mass)
    }
    return formulaConstraint(na62Kaon, assumptions, {
      kind: 'exclusion',
      confidence: 0.9,
      statement: '|g| < 0.003 (m / 5 MeV), as printed',
      strength,
      closedForm: (_unit, _ray, strength) => powerLawIntervals(strength, 1),
    })
  },
}
