import { M_ELECTRON } from '../constants.ts'
import type { Boson } from '../couplings/boson.ts'
import { fermionWidth } from '../decays/leptons.ts'
import type { ThermalBoson } from './n-eff.ts'

/**
 * A boson as the early universe sees it, lighter than two muons: its widths into electrons and left-handed neutrinos.
 *
 * @example
 * thermalBoson(bosonAt(resolveModel('b-l'), 0.01, 1e-6, assume())).electronNeutrinos // 1.32629e-16
 */
export function thermalBoson({ couplings, mass }: Boson): ThermalBoson {
  const neutrinos = (squares: number) => (mass * squares) / (24 * Math.PI)
  return {
    mass,
    electrons: fermionWidth(couplings.e, mass, M_ELECTRON),
    electronNeutrinos: neutrinos(couplings.nu_e.vector ** 2),
    otherNeutrinos: neutrinos(couplings.nu_mu.vector ** 2 + couplings.nu_tau.vector ** 2),
  }
}
