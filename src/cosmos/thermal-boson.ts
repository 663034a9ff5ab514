import { M_ELECTRON } from '../constants.ts'
import type { Boson } from '../couplings/boson.ts'
import { fermionWidth } from '../decays/leptons.ts'
import type { ThermalBoson } from './n-eff.ts'

const NEUTRINOS = ['nu_e', 'nu_mu', 'nu_tau'] as const

/** Whether neutrinos have light right-handed partners that a boson would fill as well. */
export const makesRightHandedNeutrinos = ({ assumptions, model }: Boson): boolean =>
  assumptions.neutrinos === 'dirac' && NEUTRINOS.some((neutrino) => model.charges[neutrino].right !== 0)

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
