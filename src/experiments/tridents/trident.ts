import type { Assumptions } from '../../assumptions.ts'
import { M_MUON } from '../../constants.ts'
import type { Constraint, CountsModel, Entry, Kind, Silent, Verdict } from '../../constraints/constraint.ts'
import { formulaConstraint } from '../../constraints/formula.ts'
import { quadraticIntervals } from '../../constraints/intervals.ts'
import { binnedLikelihood } from '../../constraints/likelihood.ts'
import type { Boson, Ray } from '../../couplings/boson.ts'
import { quadraticAlong, quadraticAt } from '../../couplings/quadratic.ts'
import type { TridentTable } from '../../data/trident-coefficients.ts'
import { monotoneLogLogInterpolator } from '../../numerics/index.ts'
import type { TridentCoefficients, TridentResponse } from '../../processes/trident.ts'

/**
 * The coefficients of a tabulated beam against the mass [GeV], within 3e-4 of the integrals. A lighter boson is answered as the lightest of the
 * table, whose effect is a little smaller; a heavier one as a contact interaction, in powers of 1/m².
 *
 * @example
 * tabulatedCoefficients(TRIDENT_TABLES['iron-160'])(0.1).vector.interference // 1.65e5
 */
export function tabulatedCoefficients({ rows }: TridentTable): (mass: number) => TridentCoefficients {
  const masses = rows.map(([mass]) => mass)
  const [vector, vectorSquare, axial, axialSquare] = [1, 2, 3, 4].map((column) =>
    monotoneLogLogInterpolator(
      masses,
      rows.map((row) => row[column]),
      'clamp',
    ),
  )
  const heaviest = masses[masses.length - 1]
  return (mass) => {
    const contact = Math.min(1, (heaviest / mass) ** 2)
    return {
      vector: { interference: contact * vector(mass), square: contact ** 2 * vectorSquare(mass) },
      axial: { interference: -contact * axial(mass), square: contact ** 2 * axialSquare(mass) },
    }
  }
}

/** What a measurement leaves of σ/σ_SM, around 1: so many standard deviations to either side of what was measured. */
export interface TridentBand {
  readonly kind: Kind
  readonly confidence: number
  readonly ratio: number
  readonly sigmaUp: number
  readonly sigmaDown: number
  readonly deviations: number
  readonly table: TridentTable
  readonly unverified: string
}

/** Of the couplings of muon and muon neutrino. */
function productOf(boson: Boson, part: 'vector' | 'axial'): number {
  const { mu, nu_mu } = boson.couplingsAt(-(M_MUON ** 2))
  return mu[part] * nu_mu.vector
}

const NOT_COUPLED: Silent = { silent: 'does not couple to both muons and muon neutrinos' }

/**
 * A band of $\sigma/\sigma_{SM}$ as a constraint. Where $c_\mu c_\nu$ is negative the boson first takes from the cross section, then adds to it: what
 * is excluded may come in two stretches.
 */
export function tridentConstraint(entry: Entry, assumptions: Assumptions, band: TridentBand): Constraint {
  const { kind, confidence, ratio, sigmaUp, sigmaDown, deviations, table, unverified } = band
  const [lower, upper] = [ratio - deviations * sigmaDown, ratio + deviations * sigmaUp]
  const coefficientsAt = tabulatedCoefficients(table)

  /** What is linear and what is quadratic in the product of couplings, σ/σ_SM − 1 their sum. */
  const response = (boson: Boson): TridentResponse =>
    responseOf(coefficientsAt(boson.mass), productOf(boson, 'vector'), productOf(boson, 'axial'))
  const responseOf = ({ vector, axial }: TridentCoefficients, v: number, a: number): TridentResponse => ({
    interference: assumptions.interference === 'none' ? 0 : vector.interference * v + axial.interference * a,
    square: vector.square * v * v + axial.square * a * a,
  })
  const counts: CountsModel = {
    standard: Float64Array.of(1),
    silence: ({ unit, at, range }) => (response(unit ?? at(range[1])).square === 0 ? NOT_COUPLED : undefined),
    growth({ unit }) {
      if (unit === undefined) return undefined
      const { interference, square } = response(unit)
      return { linear: Float64Array.of(interference), quadratic: Float64Array.of(square) }
    },
    counts(boson, out) {
      const { interference, square } = response(boson)
      out[0] = 1 + interference + square
    },
  }
  const strength = (boson: Boson): Verdict => strengthOf(response(boson))
  const strengthAlong = (ray: Ray): ((coupling: number) => Verdict) | undefined => {
    const [v, a] = (['vector', 'axial'] as const).map((part) => quadraticAlong(ray, (boson) => productOf(boson, part)))
    const coefficients = coefficientsAt(ray.mass)
    return v && a && ((coupling) => strengthOf(responseOf(coefficients, quadraticAt(v, coupling), quadraticAt(a, coupling))))
  }
  const strengthOf = ({ interference, square }: TridentResponse): Verdict => {
    if (square === 0) return NOT_COUPLED
    const change = interference + square
    return change >= 0 ? change / (upper - 1) : change / (lower - 1)
  }
  const range = lower > 0 ? `from ${lower.toPrecision(3)} to ${upper.toPrecision(3)}` : `below ${upper.toPrecision(3)}`
  return formulaConstraint(entry, assumptions, {
    kind,
    confidence,
    statement: `σ/σ_SM of ν_μ N → ν_μ N μ⁺μ⁻ ${range}`,
    unverified,
    strength,
    strengthAlong,
    likelihood: binnedLikelihood(counts, {
      observed: Float64Array.of(ratio),
      model: { bins: 1, components: [[]], nuisances: [], sigmas: Float64Array.of(sigmaUp), sigmasBelow: Float64Array.of(sigmaDown) },
    }),
    closedForm(unit) {
      const { interference, square } = response(unit)
      return quadraticIntervals(interference, square, lower, upper)
    },
  })
}
