import type { Records } from './table.ts'

/** One resonance in the form factors of the kaons. */
export interface KaonResonance {
  /** Whether it carries isospin (with opposite signs for K⁺ and K⁰), or is made of light or of strange quarks. */
  readonly meson: 'rho' | 'omega' | 'phi'
  /** As the particle tables name it. */
  readonly name: string
  readonly mass_GeV: number
  readonly width_GeV: number
  /** In F = ½ρ + ⅙ω + ⅓φ for the K⁺. */
  readonly share: number
}

/** The ρ, ω and φ families in the form factors of the kaons. */
export const kaonFormFactor: Records<KaonResonance> = {
  title: 'Resonances in the form factors of the kaons',
  citation: ['pdg-2024', 'darkcast-2018'],
  where: 'masses and widths of the ground states from the meson listings; the excited ones as the note says',
  provenance: 'computed',
  units: { mass_GeV: 'GeV', width_GeV: 'GeV', share: '1' },
  note:
    'Ideal mixing and SU(3): shares of the ρ, as of the ω, add up to one, and the φ(1020) alone gives its measured width into K⁺K⁻. Shares of the excited ' +
    'states, and mass and width of the φ(1680), are effective: tuned so that K⁺K⁻ is half of the K K̄ of darkcast-2018 from 1.04 to 1.75 GeV ' +
    '(within 10 %; that program gives neutral pairs the size of the charged ones) and neutral pairs have 1.3 nb at 1.2 GeV and 0.8 nb at 1.5 GeV, ' +
    'measurements quoted from memory.',
  rows: [
    { meson: 'rho', name: 'ρ(770)', mass_GeV: 0.77526, width_GeV: 0.1491, share: 1.182 },
    { meson: 'rho', name: 'ρ(1450)', mass_GeV: 1.465, width_GeV: 0.461, share: -0.139 },
    { meson: 'rho', name: 'ρ(1700)', mass_GeV: 1.72, width_GeV: 0.25, share: -0.043 },
    { meson: 'omega', name: 'ω(782)', mass_GeV: 0.78266, width_GeV: 0.00868, share: 1.182 },
    { meson: 'omega', name: 'ω(1420)', mass_GeV: 1.41, width_GeV: 0.3, share: -0.139 },
    { meson: 'omega', name: 'ω(1650)', mass_GeV: 1.67, width_GeV: 0.3, share: -0.043 },
    { meson: 'phi', name: 'φ(1020)', mass_GeV: 1.019461, width_GeV: 0.004249, share: 1 },
    { meson: 'phi', name: 'φ(1680)', mass_GeV: 1.62, width_GeV: 0.202, share: -0.204 },
  ],
}
