import type { Records } from './table.ts'

/** A vector meson in the timelike form factor $F_1$ of the proton. */
export interface ProtonResonance {
  readonly family: 'rho' | 'omega'
  readonly mass_GeV: number
  readonly width_GeV: number
  readonly strength: number
}

/** Three ρ-like and three ω-like mesons: $F_1 = \sum_V f_V m_V^2/(m_V^2 - q^2 - i m_V \Gamma_V)$. */
export const protonBremFormFactor: Records<ProtonResonance> = {
  title: 'Vector mesons in the form factor of the proton',
  citation: ['faessler-2010', 'deniverville-2017'],
  where: 'parameters of the extended vector-meson dominance, as proton bremsstrahlung uses them',
  provenance: 'from memory: check',
  units: { mass_GeV: 'GeV', width_GeV: 'GeV', strength: '1' },
  note:
    'Each family adds up to one half, to 0.2 %. With widths that do not fade below threshold |F₁(0)|² = 1.02; proton bremsstrahlung scales it to 1. Ground states share one mass. Checked against the ratios of a ' +
    'form factor computed elsewhere, 40 MeV to 2.75 GeV: equal to 0.1 %.',
  rows: [
    { family: 'rho', mass_GeV: 0.77, width_GeV: 0.15, strength: 0.616 },
    { family: 'rho', mass_GeV: 1.25, width_GeV: 0.3, strength: 0.223 },
    { family: 'rho', mass_GeV: 1.45, width_GeV: 0.5, strength: -0.339 },
    { family: 'omega', mass_GeV: 0.77, width_GeV: 0.0085, strength: 1.011 },
    { family: 'omega', mass_GeV: 1.25, width_GeV: 0.3, strength: -0.881 },
    { family: 'omega', mass_GeV: 1.45, width_GeV: 0.5, strength: 0.369 },
  ],
}
