import type { Records } from './table.ts'

/** A channel of many hadrons: R = size (1 − opening²/m²)^power, times |M²/(M² − m² − i m Γ)|² where it has a resonance. */
export interface ManyHadrons {
  readonly meson: 'rho' | 'phi'
  readonly channel: '2π⁺2π⁻' | 'π⁺π⁻2π⁰' | 'other'
  readonly size: number
  readonly opening_GeV: number
  readonly power: number
  readonly resonance?: { readonly mass_GeV: number; readonly width_GeV: number }
}

/** Four pions, and what else opens below 2 GeV: 6π, ηππ and more of the ρ, φππ, φη, K K̄ππ of the φ. */
export const manyHadrons: Records<ManyHadrons> = {
  title: 'Channels of many hadrons in e⁺e⁻ annihilation below 2 GeV',
  citation: ['darkcast-2018', 'pdg-2018-r'],
  where: 'formula with four effective numbers a channel',
  provenance: 'computed',
  units: { opening_GeV: 'GeV' },
  note:
    'Effective. Four pions: tuned to the cross sections that darkcast-2018 describes, within 8 % from 1.1 to 1.9 GeV (20 % below). `other`: the size and ' +
    'opening that bring the sum of all channels to the R data from 1.4 to 2 GeV, within 15 %.',
  rows: [
    {
      meson: 'rho',
      channel: '2π⁺2π⁻',
      size: 0.507,
      opening_GeV: 0.55828,
      power: 11.75,
      resonance: { mass_GeV: 1.4874, width_GeV: 0.4824 },
    },
    {
      meson: 'rho',
      channel: 'π⁺π⁻2π⁰',
      size: 0.559,
      opening_GeV: 0.55828,
      power: 7.84,
      resonance: { mass_GeV: 1.5332, width_GeV: 0.7179 },
    },
    { meson: 'rho', channel: 'other', size: 3, opening_GeV: 1.3, power: 2 },
    { meson: 'phi', channel: 'other', size: 1, opening_GeV: 1.4, power: 2 },
  ],
}
