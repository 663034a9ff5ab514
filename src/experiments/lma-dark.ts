import type { Entry } from '../constraints/constraint.ts'

/** bernal-2022 eq. (15). */
const BAND = [2, 3] as const

/** The potential with which oscillation data allow θ₁₂ above 45°. */
export const lmaDark: Entry = {
  id: 'lma-dark',
  label: 'LMA-Dark',
  title: 'Matter potential that oscillations allow, θ₁₂ above 45°',
  group: 'precision',
  subjects: ['neutrinos', 'quarks'],
  colour: 4,
  source: {
    citations: ['bernal-2022', 'esteban-2018'],
    where: 'bernal-2022 eq. (15): the 2σ band of global fits',
    notes:
      'Twice the standard potential mirrors the solution with θ₁₂ below 45°. bernal-2022 compares the band with NSI normalised to half of what global fits use.',
  },
  async prepare(assumptions) {
    const { oscillationBand } = await import('./lma-bands.ts')
    return oscillationBand(lmaDark, assumptions, BAND, 'LMA-Dark')
  },
}
