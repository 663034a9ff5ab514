import type { Assumptions } from '../assumptions.ts'
import type { CitationKey } from '../citations.ts'
import type { Boson, Ray } from '../couplings/boson.ts'
import { quadraticAlong, quadraticAt } from '../couplings/quadratic.ts'
import type { Provenance } from '../data/table.ts'
import { normalCdf } from '../numerics/index.ts'
import { anomalousMoment } from '../processes/g-minus-2.ts'
import type { Constraint, CountsModel, Entry, Interval, Silent } from './constraint.ts'
import { formulaConstraint, powerLawIntervals } from './formula.ts'
import { binnedLikelihood } from './likelihood.ts'

/** A measured Δa = a(experiment) − a(Standard Model) and its error. */
export interface AnomalyData {
  readonly title: string
  readonly deltaA: number
  readonly sigma: number
  readonly citations: readonly CitationKey[]
  readonly provenance: Provenance
}

/**
 * g−2 of a lepton as a constraint: Δa within n σ of the measured difference.
 * A band that excludes zero is a preferred region, strength |Δa − Δa₀|/(nσ). One that holds zero is an exclusion on either side,
 * strength Δa over the edge on its own side of zero.
 */
export function anomalyConstraint(entry: Entry, assumptions: Assumptions, lepton: 'e' | 'mu', data: AnomalyData): Constraint {
  const n = Number(assumptions.gMinus2Sigma)
  const confidence = 1 - 2 * normalCdf(-n)
  const lower = data.deltaA - n * data.sigma
  const upper = data.deltaA + n * data.sigma
  const isBand = lower > 0 || upper < 0
  const uncharged = (boson: Boson): Silent | undefined => {
    const { vector, axial } = boson.couplingsAt(0)[lepton]
    return vector === 0 && axial === 0 ? { silent: `no coupling to the ${lepton === 'mu' ? 'muon' : 'electron'}` } : undefined
  }
  const strengthOf = (shift: number): number =>
    isBand ? Math.abs(shift - data.deltaA) / (n * data.sigma) : Math.max(shift / upper, shift / lower)
  return formulaConstraint(entry, assumptions, {
    kind: isBand ? 'preferred' : 'exclusion',
    confidence,
    citations: data.citations,
    unverified: data.provenance === 'from memory: check' ? 'Δa and its error are from memory' : undefined,
    statement: `Δa = ${inPowers(data, lepton)} at ${n}σ (${data.title})`,
    likelihood: binnedLikelihood(momentModel(lepton, uncharged), {
      observed: Float64Array.of(data.deltaA),
      model: { bins: 1, components: [[]], nuisances: [], sigmas: Float64Array.of(data.sigma) },
    }),
    strength: (boson) => uncharged(boson) ?? strengthOf(anomalousMoment(boson, lepton)),
    strengthAlong(ray) {
      const shift = quadraticAlong(ray, (boson) => anomalousMoment(boson, lepton))
      return shift && ((coupling) => strengthOf(quadraticAt(shift, coupling)))
    },
    closedForm(unit): readonly Interval[] {
      const perCoupling2 = anomalousMoment(unit, lepton)
      if (!isBand) return powerLawIntervals(perCoupling2 / (perCoupling2 > 0 ? upper : lower), 2)
      const [near, far] = lower > 0 ? [lower, upper] : [upper, lower]
      return near / perCoupling2 > 0 ? [[Math.sqrt(near / perCoupling2), Math.sqrt(far / perCoupling2)]] : []
    },
  })
}

/** What a boson adds to a lepton's moment: a "count" that is proportional to g² where couplings are to g. */
function momentModel(lepton: 'e' | 'mu', uncharged: (boson: Boson) => Silent | undefined): CountsModel {
  return {
    standard: Float64Array.of(0),
    silence: ({ unit, at, range }: Ray) => uncharged(unit ?? at(range[1])),
    growth: ({ unit }) => unit && { linear: Float64Array.of(anomalousMoment(unit, lepton)), quadratic: Float64Array.of(0) },
    counts(boson, out) {
      out[0] = anomalousMoment(boson, lepton)
    },
  }
}

/** Value and error as the field prints them: in 10⁻¹¹ for the muon, 10⁻¹³ for the electron. */
function inPowers({ deltaA, sigma }: AnomalyData, lepton: 'e' | 'mu'): string {
  const [unit, power] = lepton === 'mu' ? [1e-11, '10⁻¹¹'] : [1e-13, '10⁻¹³']
  const print = (value: number): string => String(Number((value / unit).toPrecision(4)))
  return `(${print(deltaA)} ± ${print(sigma)}) × ${power}`
}
