import { type Constraint, isSilent, type Quantity } from '../constraints/constraint.ts'
import type { Boson, Coupling } from '../couplings/boson.ts'
import { branchingRatios, decayLength_m, lifetime_s, partialWidths } from '../decays/index.ts'
import { FERMIONS, type Fermion } from '../models/index.ts'
import { anomalousMoment } from '../processes/index.ts'
import type { PointResult } from '../session.ts'
import { sourceJson } from './sources.ts'

/** Infinity (a stable boson) has no place in JSON. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

function quantityJson({ quantity }: Constraint, boson: Boson): { quantity?: Quantity } {
  return quantity === undefined ? {} : { quantity: quantity(boson) }
}

/** The stable JSON of everything about one boson. */
export function pointJson(boson: Boson, results: readonly PointResult[]) {
  const { notes, ...widths_GeV } = partialWidths(boson)
  const branching = branchingRatios(widths_GeV)
  return {
    model: { id: boson.model.id, title: boson.model.title },
    mass_GeV: boson.mass,
    coupling: boson.coupling,
    assumptions: boson.assumptions,
    couplings: Object.fromEntries(FERMIONS.map((f): [Fermion, Coupling] => [f, boson.couplings[f]])),
    kinetic_mixing: boson.kineticMixing,
    widths_GeV,
    branching,
    lifetime_s: finite(lifetime_s(widths_GeV)),
    decay_length_m: finite(decayLength_m(widths_GeV)),
    g_minus_2: { electron: anomalousMoment(boson, 'e'), muon: anomalousMoment(boson, 'mu') },
    warnings: [...boson.model.warnings, ...boson.model.notes, ...notes],
    constraints: results.map(({ constraint, verdict, status }) => ({
      id: constraint.entry.id,
      title: constraint.entry.title,
      kind: constraint.kind,
      confidence: constraint.confidence,
      ...(isSilent(verdict) ? { status, reason: verdict.silent } : { strength: verdict, status, ...quantityJson(constraint, boson) }),
      statement: constraint.statement,
      ...sourceJson(constraint),
      ...(constraint.unverified === undefined ? {} : { unverified: constraint.unverified }),
    })),
  }
}
