import type { Records } from './table.ts'

/** One resonance in the form factor of the charged pion. */
export interface PionResonance {
  readonly name: 'ρ(770)' | 'ρ(1450)' | 'ρ(1700)' | 'ρ(2150)' | 'ω(782)'
  readonly mass_GeV: number
  readonly width_GeV: number
  /** Size of the amplitude against that of the ρ(770); of the ω, in units of the ρ(770) it mixes with. */
  readonly strength: number
  readonly phase_rad: number
}

/** The ρ family, and the ω that mixes with the ρ(770), in the form factor of the charged pion. */
export const pionFormFactor: Records<PionResonance> = {
  title: 'Resonances in the form factor of the charged pion',
  citation: 'babar-2012-pions',
  where: 'table of the fit with Gounaris–Sakurai resonances',
  provenance: 'from memory: check',
  units: { mass_GeV: 'GeV', width_GeV: 'GeV', strength: '1', phase_rad: 'rad' },
  note:
    'F = [GS₀ (1 + c_ω e^{iφ_ω} P_ω)/(1 + c_ω e^{iφ_ω}) + Σ c_i e^{iφ_i} GS_i] / (1 + Σ c_i e^{iφ_i}). Checked: within 5 % of the π⁺π⁻ of ' +
    'darkcast-2018 from 0.32 to 1.5 GeV; B(ω → π⁺π⁻) = 1.5 %.',
  rows: [
    { name: 'ρ(770)', mass_GeV: 0.77502, width_GeV: 0.14959, strength: 1, phase_rad: 0 },
    { name: 'ρ(1450)', mass_GeV: 1.493, width_GeV: 0.427, strength: 0.158, phase_rad: 3.76 },
    { name: 'ρ(1700)', mass_GeV: 1.861, width_GeV: 0.316, strength: 0.068, phase_rad: 1.39 },
    { name: 'ρ(2150)', mass_GeV: 2.254, width_GeV: 0.109, strength: 0.0051, phase_rad: 0.7 },
    { name: 'ω(782)', mass_GeV: 0.78191, width_GeV: 0.00813, strength: 1.644e-3, phase_rad: -0.011 },
  ],
}
