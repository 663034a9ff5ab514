import type { Entry } from '../constraints/constraint.ts'

/** bernal-2022 eq. (17), and mirrored: what a global fit bounds is ε_ee − ε_μμ. */
const PRINTED = [-0.081, 1.422] as const
const CORRECTED = [-1.422, 0.081] as const

/** The potential that oscillation data allow with θ₁₂ below 45°. */
export const lma: Entry = {
  id: 'lma',
  label: 'LMA',
  title: 'Matter potential that oscillations allow, θ₁₂ below 45°',
  group: 'precision',
  subjects: ['neutrinos', 'quarks'],
  colour: 3,
  source: {
    citations: ['bernal-2022', 'esteban-2018'],
    where: 'bernal-2022 eq. (17), with the sign of a global fit, which bounds ε_ee − ε_μμ; recipe=as-printed takes it as printed',
    notes: 'Solar neutrinos alone say the same: at +1 times the standard potential P_ee at 10 MeV would be 0.53, and 0.32 is measured.',
  },
  async prepare(assumptions) {
    const { oscillationBand } = await import('./lma-bands.ts')
    return oscillationBand(lma, assumptions, assumptions.recipe === 'as-printed' ? PRINTED : CORRECTED, 'LMA')
  },
}
