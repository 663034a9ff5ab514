import { anomalyConstraint } from '../constraints/anomalous-moment.ts'
import type { Entry } from '../constraints/constraint.ts'
import { muonComparison } from '../data/muon-g-2.ts'

/** The muon's g−2: a band where theory and experiment disagree, an upper limit where they agree (2025). */
export const gMinus2Muon: Entry = {
  id: 'g-2-muon',
  label: '$(g-2)_\\mu$',
  title: 'Anomalous magnetic moment of the muon',
  group: 'precision',
  subjects: ['muon'],
  colour: 2,
  source: {
    citations: ['bernal-2022', 'bnl-2006', 'fnal-2021', 'fnal-2023', 'fnal-2025', 'wp-2020', 'wp-2025'],
    where: 'Δa_μ of each comparison as its abstract prints it; the kernel is coy-2021 eq. (2.13) = amaral-2020 eq. (9)',
    notes: 'Against the 2025 theory there is no anomaly: the band reaches below zero, so its upper edge is a limit.',
  },
  async prepare(assumptions) {
    return anomalyConstraint(gMinus2Muon, assumptions, 'mu', muonComparison(assumptions))
  },
}
