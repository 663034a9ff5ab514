import type { Records } from './table.ts'

/** A resonance of e⁺e⁻ annihilation without isospin, and one channel that it feeds. */
export interface VectorMesonChannel {
  readonly meson: 'omega' | 'phi'
  /** As the particle tables name it. */
  readonly name: 'ω(782)' | 'φ(1020)' | 'ω(1420)' | 'ω(1650)' | 'φ(1680)'
  readonly channel: '3π' | 'π⁰γ' | 'ηγ' | 'K*K' | 'ωππ'
  readonly mass_GeV: number
  readonly width_GeV: number
  /** Branching ratio into e⁺e⁻ times that into the channel. */
  readonly product: number
}

/** What the ω and the φ families contribute to hadron production. */
export const vectorMesons: Records<VectorMesonChannel> = {
  title: 'ω- and φ-like resonances in e⁺e⁻ annihilation',
  citation: 'pdg-2024',
  where: 'meson listings: masses, widths, Γ(e⁺e⁻)Γ(channel)/Γ²',
  provenance: 'from memory: check',
  units: { mass_GeV: 'GeV', width_GeV: 'GeV', product: '1' },
  note:
    'ω(782) and φ(1020) as measured, to 2 %. The ω(1420) and ω(1650) are effective: mass, width and product were chosen near their ' +
    'measured ranges so that σ(3π) comes out within a fifth of 4 to 5 nb between 1.2 and 1.6 GeV, measurements quoted from memory. The products of ωππ ' +
    'and K*K are uncertain by some 30 %.',
  rows: [
    { meson: 'omega', name: 'ω(782)', channel: '3π', mass_GeV: 0.78266, width_GeV: 0.00868, product: 7.38e-5 * 0.892 },
    { meson: 'omega', name: 'ω(782)', channel: 'π⁰γ', mass_GeV: 0.78266, width_GeV: 0.00868, product: 7.38e-5 * 0.0835 },
    { meson: 'phi', name: 'φ(1020)', channel: '3π', mass_GeV: 1.019461, width_GeV: 0.004249, product: 2.979e-4 * 0.154 },
    { meson: 'phi', name: 'φ(1020)', channel: 'ηγ', mass_GeV: 1.019461, width_GeV: 0.004249, product: 2.979e-4 * 0.013 },
    { meson: 'omega', name: 'ω(1420)', channel: '3π', mass_GeV: 1.33, width_GeV: 0.4, product: 1.155e-6 },
    { meson: 'omega', name: 'ω(1650)', channel: '3π', mass_GeV: 1.646, width_GeV: 0.276, product: 1.4e-6 },
    { meson: 'omega', name: 'ω(1650)', channel: 'ωππ', mass_GeV: 1.67, width_GeV: 0.315, product: 5.5e-7 },
    { meson: 'phi', name: 'φ(1680)', channel: 'K*K', mass_GeV: 1.68, width_GeV: 0.15, product: 1.4e-6 },
  ],
}
