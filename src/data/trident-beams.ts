import { tridentDuneFlux } from './trident-dune-flux.ts'

/** Neutrinos of one energy or of a spectrum on one kind of nucleus. */
export interface TridentBeam {
  readonly protons: number
  readonly nucleons: number
  /** Energies [GeV] and how many neutrinos have them, in any unit. */
  readonly spectrum: readonly (readonly [energy_GeV: number, neutrinos: number])[]
}

/** Where tridents were looked for: CCFR and NuTeV, CHARM-II, and DUNE in equal times of both modes. Mean energies and nuclei are from memory. */
export const TRIDENT_BEAMS = {
  'iron-160': { protons: 26, nucleons: 56, spectrum: [[160, 1]] },
  'glass-20': { protons: 14, nucleons: 28, spectrum: [[20, 1]] },
  'argon-dune': {
    protons: 18,
    nucleons: 40,
    spectrum: tridentDuneFlux.rows.map(([energy, neutrinos, antineutrinos]) => [energy, neutrinos + antineutrinos] as const),
  },
} as const satisfies Record<string, TridentBeam>

export type TridentBeamName = keyof typeof TRIDENT_BEAMS
