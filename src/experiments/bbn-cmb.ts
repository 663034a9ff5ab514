import type { Entry, Verdict } from '../constraints/constraint.ts'
import { formulaConstraint, powerLawIntervals } from '../constraints/formula.ts'
import { signalAlong } from '../constraints/signal-along.ts'
import { decayOverExpansion, lowestThermalMass } from '../cosmos/bbn.ts'
import { thermalExpansionRate } from '../cosmos/expansion.ts'
import { makesRightHandedNeutrinos } from '../cosmos/thermal-boson.ts'
import type { Boson, Ray } from '../couplings/boson.ts'
import { quadraticAt } from '../couplings/quadratic.ts'
import { partialWidths } from '../decays/widths.ts'

/** Primordial abundances and the microwave background: a thermal boson lighter than a few MeV would have changed them. */
export const bbnCmb: Entry = {
  id: 'bbn-cmb',
  label: 'BBN + CMB',
  title: 'Lowest mass of a thermal boson from nucleosynthesis and the microwave background',
  group: 'cosmology',
  subjects: ['electron', 'neutrinos'],
  colour: 3,
  source: {
    citations: ['sabti-2020', 'coy-2021'],
    where: 'vector row of the BBN+Planck bound against the ratio of decays to electrons and to neutrinos, as coy-2021 uses it',
    notes:
      'Recomputed from the authors’ abundance tables for a thermal relic, not for decays of this boson: an error of order one MeV is possible. Holds where the boson was in equilibrium (Γ above H at T = m); `recipe=as-printed` drops that condition, as coy-2021 does.',
  },
  async prepare(assumptions) {
    const needsEquilibrium = assumptions.recipe === 'corrected'
    const massRatio = (boson: Boson): Verdict => {
      const { ee, neutrinos, hidden } = partialWidths(boson)
      if (hidden > 0) return { silent: 'decays to hidden particles: the bound knows electrons and neutrinos only' }
      if (makesRightHandedNeutrinos(boson))
        return { silent: 'makes right-handed neutrinos as well, and the bound is for left-handed ones only' }
      if (ee + neutrinos === 0) return { silent: 'decays neither to electrons nor to neutrinos' }
      return lowestThermalMass(ee / neutrinos) / boson.mass
    }
    const strength = (boson: Boson): Verdict => {
      const ratio = massRatio(boson)
      return typeof ratio === 'number' && needsEquilibrium ? Math.min(ratio, decayOverExpansion(boson)) : ratio
    }
    const strengthAlong = (ray: Ray): ((coupling: number) => Verdict) | undefined => {
      const signal = signalAlong(ray)
      return (
        signal &&
        ((coupling) => {
          const { ee, neutrinos } = signal.widthsAt(coupling)
          const ratio = lowestThermalMass(quadraticAt(ee, coupling) / quadraticAt(neutrinos, coupling)) / ray.mass
          return needsEquilibrium ? Math.min(ratio, signal.total(coupling) / thermalExpansionRate(ray.mass)) : ratio
        })
      )
    }
    return formulaConstraint(bbnCmb, assumptions, {
      kind: 'exclusion',
      unverified: 'recomputed from the authors’ abundance tables; the printed table was not seen',
      confidence: 0.9545,
      statement: needsEquilibrium ? 'a boson that was in equilibrium is heavier than the bound' : 'heavier than the bound, at any coupling',
      strength,
      strengthAlong,
      closedForm(unit) {
        if ((massRatio(unit) as number) < 1) return []
        return needsEquilibrium ? powerLawIntervals(decayOverExpansion(unit), 2) : [[0, Number.POSITIVE_INFINITY]]
      },
    })
  },
}
