import type { Assumptions } from '../assumptions.ts'
import type { Verdict } from '../constraints/constraint.ts'
import { N_EFF_WITHOUT_BOSON } from '../cosmos/n-eff.ts'
import { nEffInterpolator, tabulatedMasses } from '../cosmos/n-eff-table.ts'
import { thermalBoson } from '../cosmos/thermal-boson.ts'
import type { Boson } from '../couplings/boson.ts'
import { partialWidths } from '../decays/widths.ts'

const NEUTRINOS = ['nu_e', 'nu_mu', 'nu_tau'] as const

/**
 * The effective number of neutrinos without a boson, and how far one moves it; silent where that is not computed. Loads the table, once per assumptions.
 *
 * @example
 * const { extra } = await extraNeutrinos(assume())
 * extra(bosonAt(resolveModel('mu-tau'), 0.01, 5e-4, assume())) // 0.50
 */
export async function extraNeutrinos(
  assumptions: Assumptions,
): Promise<{ readonly standard: number; readonly extra: (boson: Boson) => Verdict }> {
  const { nEffTable } = await import('../data/n-eff-table.ts')
  const nEff = nEffInterpolator(nEffTable, assumptions.neutrinoTemperatures)
  const standard = N_EFF_WITHOUT_BOSON[assumptions.neutrinoTemperatures]
  const [lightest, heaviest] = tabulatedMasses(nEffTable)
  return {
    standard,
    extra(boson) {
      const { mass, model } = boson
      if (!(mass >= lightest && mass <= heaviest)) {
        return { silent: `mass not between ${1e3 * lightest} and ${1e3 * heaviest} MeV, where N_eff is computed` }
      }
      const { ee, neutrinos, hidden } = partialWidths(boson)
      if (hidden > 0) return { silent: 'decays to hidden particles: N_eff is computed for electrons and neutrinos only' }
      if (ee + neutrinos === 0) return { silent: 'decays neither to electrons nor to neutrinos' }
      if (assumptions.neutrinos === 'dirac' && NEUTRINOS.some((neutrino) => model.charges[neutrino].right !== 0)) {
        return { silent: 'makes right-handed neutrinos as well, and N_eff is computed without them' }
      }
      return nEff(thermalBoson(boson)) - standard
    },
  }
}
