import type { Records } from './table.ts'

/** A resonance of e⁺e⁻ annihilation, and one channel that it feeds. */
export interface VectorMesonChannel {
  readonly meson: 'rho' | 'omega' | 'phi'
  /** As the particle tables name it. */
  readonly name: 'ρ(770)' | 'ω(782)' | 'φ(1020)' | 'ω(1420)' | 'ω(1650)' | 'φ(1680)'
  readonly channel: '3π' | 'π⁰γ' | 'ηγ' | 'K*K' | 'ωππ'
  readonly mass_GeV: number
  readonly width_GeV: number
  /** Branching ratio into e⁺e⁻ times that into the channel. */
  readonly product: number
  /** Of the amplitude against that of the ω(782) in the same channel. */
  readonly phase_deg: number
}

/**
 * Poles of the ground states (pdg-2024, meson listings; from memory: check). The width of the ρ is that of charged and neutral together; the neutral
 * one alone is 1 % narrower.
 */
export const GROUND_STATES = {
  rho: { mass_GeV: 0.77526, width_GeV: 0.1491 },
  omega: { mass_GeV: 0.78266, width_GeV: 0.00868 },
  phi: { mass_GeV: 1.019461, width_GeV: 0.004249 },
} as const
const { rho, omega, phi } = GROUND_STATES

/** The larger shares of their widths, from the same listings. */
export const SHARES = {
  omega: { threePions: 0.892, pionPhoton: 0.0835, pionPair: 0.0153 },
  phi: { chargedKaons: 0.491, neutralKaons: 0.339, threePions: 0.154, etaPhoton: 0.013 },
} as const

/** Resonances whose amplitudes interfere, or that stand alone, in three pions, a photon with a pion or an eta, K*K and ωππ. */
export const vectorMesons: Records<VectorMesonChannel> = {
  title: 'ρ-, ω- and φ-like resonances in e⁺e⁻ annihilation',
  citation: ['pdg-2024', 'darkcast-2018'],
  where: 'meson listings: masses, widths, Γ(e⁺e⁻)Γ(channel)/Γ²; the excited ones as the note says',
  provenance: 'from memory: check',
  units: { mass_GeV: 'GeV', width_GeV: 'GeV', product: '1', phase_deg: '°' },
  note:
    'ρ(770), ω(782) and φ(1020) as measured, to 2 %. Effective: mass, width, product and phase of the ω(1420) and ω(1650) and the phase of the ' +
    'φ(1020), tuned so that 3π through the ω, and with the φ for the charges of the photon and of baryon number, comes out as in the cross sections that ' +
    'darkcast-2018 describes, within 8 % from 0.77 to 1.75 GeV; so the ω(1420) lies at 1.17 GeV. K*K of the φ(1680) likewise, within 20 % of its peak. The ' +
    'product of ωππ is uncertain by some 30 %.',
  rows: [
    { meson: 'rho', name: 'ρ(770)', channel: 'π⁰γ', ...rho, product: 4.72e-5 * 4.7e-4, phase_deg: 0 },
    { meson: 'omega', name: 'ω(782)', channel: 'π⁰γ', ...omega, product: 7.38e-5 * SHARES.omega.pionPhoton, phase_deg: 0 },
    { meson: 'omega', name: 'ω(782)', channel: '3π', ...omega, product: 7.38e-5 * SHARES.omega.threePions, phase_deg: 0 },
    { meson: 'omega', name: 'ω(1420)', channel: '3π', mass_GeV: 1.166, width_GeV: 0.411, product: 8.64e-8, phase_deg: 80 },
    { meson: 'omega', name: 'ω(1650)', channel: '3π', mass_GeV: 1.62, width_GeV: 0.1415, product: 2.72e-6, phase_deg: -92 },
    { meson: 'phi', name: 'φ(1020)', channel: '3π', ...phi, product: 2.979e-4 * SHARES.phi.threePions, phase_deg: 169 },
    { meson: 'phi', name: 'φ(1020)', channel: 'ηγ', ...phi, product: 2.979e-4 * SHARES.phi.etaPhoton, phase_deg: 0 },
    { meson: 'omega', name: 'ω(1650)', channel: 'ωππ', mass_GeV: 1.667, width_GeV: 0.222, product: 5.9e-7, phase_deg: 0 },
    { meson: 'phi', name: 'φ(1680)', channel: 'K*K', mass_GeV: 1.627, width_GeV: 0.186, product: 1.607e-6, phase_deg: 0 },
  ],
}
