import type { Entry } from '../constraints/constraint.ts'
import { formulaConstraint, powerLawIntervals } from '../constraints/formula.ts'
import type { Boson } from '../couplings/boson.ts'
import { FERMIONS } from '../models/model.ts'

/** The largest coupling of the boson to anything, the hidden scalar included. */
function largestCoupling(boson: Boson): number {
  const hidden = boson.coupling * Math.abs(boson.model.hiddenScalar?.charge ?? 0)
  return FERMIONS.reduce((largest, f) => {
    const { vector, axial } = boson.couplings[f]
    return Math.max(largest, Math.abs(vector - axial), Math.abs(vector + axial))
  }, hidden)
}

/** Perturbation theory holds: every coupling below √(4π). */
export const perturbativity: Entry = {
  id: 'perturbativity',
  label: 'not perturbative',
  title: 'Perturbativity of every coupling',
  group: 'theory',
  subjects: ['electron', 'muon', 'neutrinos', 'quarks'],
  colour: 11,
  source: { citations: [], where: 'largest |c_f| below √(4π): a convention, not a measurement' },
  async prepare(assumptions) {
    const strength = (boson: Boson) => largestCoupling(boson) / Math.sqrt(4 * Math.PI)
    return formulaConstraint(perturbativity, assumptions, {
      kind: 'exclusion',
      confidence: null,
      statement: 'largest coupling below √(4π)',
      strength,
      closedForm: (_unit, _ray, strength) => powerLawIntervals(strength, 1),
    })
  },
}
