import type { Entry } from '../constraints/constraint.ts'
import { formulaConstraint, powerLawIntervals } from '../constraints/formula.ts'
import { type Boson, largestCoupling, type Span, STRONGEST } from '../couplings/boson.ts'
import { FERMIONS } from '../models/model.ts'

/** Perturbation theory holds: every coupling below √(4π), that of the hidden scalar included. */
export const perturbativity: Entry = {
  id: 'perturbativity',
  label: 'not perturbative',
  title: 'Perturbativity of every coupling',
  group: 'theory',
  subjects: ['electron', 'muon', 'neutrinos', 'quarks'],
  colour: 11,
  source: { citations: [], where: 'largest |c_f| below √(4π): a convention, not a measurement' },
  async prepare(assumptions) {
    const strength = ({ couplings, coupling, model }: Boson) =>
      Math.max(largestCoupling(couplings), coupling * Math.abs(model.hiddenScalar?.charge ?? 0)) / STRONGEST
    return formulaConstraint(perturbativity, assumptions, {
      kind: 'exclusion',
      confidence: null,
      statement: 'largest coupling below √(4π)',
      strength,
      strengthAlong: ({ span, model }) =>
        span && ((coupling) => Math.max(largestOfSpan(span, coupling), coupling * Math.abs(model.hiddenScalar?.charge ?? 0)) / STRONGEST),
      closedForm: (_unit, _ray, strength) => powerLawIntervals(strength, 1),
    })
  },
}

/** The largest coupling of left- or right-handed fermions, of lines. */
function largestOfSpan({ scale, growing, fixed }: Span, coupling: number): number {
  const share = coupling / scale
  let largest = 0
  for (const fermion of FERMIONS) {
    const [grown, still] = [growing.couplings[fermion], fixed.couplings[fermion]]
    const size = Math.abs(share * grown.vector + still.vector) + Math.abs(share * grown.axial + still.axial)
    if (size > largest) largest = size
  }
  return largest
}
