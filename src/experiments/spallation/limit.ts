import type { Assumptions } from '../../assumptions.ts'
import type { CitationKey } from '../../citations.ts'
import { type BinnedData, binnedLimit } from '../../constraints/binned.ts'
import type { Constraint, Entry, Kind, Silent } from '../../constraints/constraint.ts'
import { type CountsGrowth, type CountsModel, type CountsPolynomials, polynomialAt } from '../../constraints/counts.ts'
import { binnedLikelihood } from '../../constraints/likelihood.ts'
import { plannedRule, sensitivityEdges, sensitivityLimit, soughtText } from '../../constraints/sensitivity.ts'
import type { Boson, Ray } from '../../couplings/boson.ts'
import { type NuclearScattering, nuclearScattering, nuclearScatteringAlong, POWERS, type RecoilCounts } from '../../processes/index.ts'
import { chosenStatistic, confidenceOf, DIRECTION_WORDS, type Statistic, TWO_SIDED_90 } from '../../statistics/index.ts'

/** 90 % two-sided from the best coupling, zero included. */
const OWN_STATISTIC: Statistic = { threshold: TWO_SIDED_90, reference: 'minimum', theoryError: 'scaled', direction: 'two-sided' }
/** The boson that is not there. */
const NONE: NuclearScattering = { neutrinos: [0, 0, 0], proton: 0, neutron: 0 }

/** The sum of counts. */
export const total = (counts: Float64Array): number => counts.reduce((sum, n) => sum + n, 0)

/** What follows from a ray, computed once for each: a ray object carries all that it depends on besides what the closure holds. */
function perRay<T>(compute: (ray: Ray) => T): (ray: Ray) => T {
  const known = new WeakMap<Ray, { readonly value: T }>()
  return (ray) => {
    let found = known.get(ray)
    if (found === undefined) known.set(ray, (found = { value: compute(ray) }))
    return found.value
  }
}

/** Counts of coherent scattering, then of backgrounds, as a {@link CountsModel}. */
export function coherentCounts(signal: RecoilCounts<NuclearScattering>, ...backgrounds: readonly ArrayLike<number>[]): CountsModel {
  const { bins } = signal
  const length = bins * (1 + backgrounds.length)
  const terms = new Float64Array(3 * bins)
  const add = (scattering: NuclearScattering, mass: number): void => {
    terms.fill(0)
    signal.add(scattering, mass, terms)
  }
  const standard = new Float64Array(length)
  add(NONE, 1)
  for (let b = 0; b < bins; b++) standard[b] = terms[3 * b]
  for (const [i, background] of backgrounds.entries()) standard.set(background, (i + 1) * bins)

  const growthOf = perRay((ray): CountsGrowth => {
    add(nuclearScattering(ray.unit as Boson), ray.mass)
    const linear = new Float64Array(length)
    const quadratic = new Float64Array(length)
    for (let b = 0; b < bins; b++) {
      linear[b] = terms[3 * b + 1]
      quadratic[b] = terms[3 * b + 2]
    }
    return { linear, quadratic }
  })
  const polynomialsOf = perRay((ray): CountsPolynomials => {
    const coefficients = new Float64Array(POWERS * length)
    const line = nuclearScatteringAlong(ray)
    signal.addAlong(line, ray.mass, coefficients)
    for (let i = bins; i < length; i++) coefficients[POWERS * i] = standard[i]
    const [slopes, offsets] = [line.slope, line.offset].map(({ neutrinos, proton, neutron }) => [
      neutrinos[0],
      neutrinos[1],
      proton,
      neutron,
    ])
    const zeros = slopes.map((slope, i) => -offsets[i] / slope).filter((coupling) => coupling > 0 && coupling < Infinity)
    return { coefficients, zeros }
  })
  return {
    standard,
    silence: perRay(({ unit, at, range }): Silent | undefined => {
      const { neutrinos, proton, neutron } = nuclearScattering(unit ?? at(range[1]))
      if (proton === 0 && neutron === 0) return { silent: 'no coupling to quarks, nor mixing with the photon' }
      return neutrinos[0] === 0 && neutrinos[1] === 0
        ? { silent: 'no coupling to the electron and muon neutrinos of stopped pions' }
        : undefined
    }),
    growth: (ray) => (ray.unit === undefined ? undefined : growthOf(ray)),
    polynomials: polynomialsOf,
    rough: polynomialsOf,
    counts({ ray, coupling }: Boson, out: Float64Array) {
      const { coefficients } = polynomialsOf(ray)
      for (let i = 0; i < length; i++) out[i] = polynomialAt(coefficients, i, coupling)
    },
  }
}

/**
 * One count against one expectation whose scale is known to a fraction, as amaral-2020 and others compare them:
 * $$\chi^2 = \min_\alpha\left[\frac{(N_{\rm meas} - N(1+\alpha))^2}{\sigma^2} + \frac{\alpha^2}{\sigma_\alpha^2}\right] .$$
 * With a fixed theory error $\sigma_\alpha N_{\rm SM}$ is part of σ instead.
 *
 * @param id of the nuisance
 * @example
 * const counts = { measured: 159, variance: 722, predicted: 128.2, systematic: 0.085 }
 * const { model, observed } = oneCount(counts, 'scale', assume())
 * profileLikelihood(model).minimum(observed, Float64Array.of(128.2)) // 1.128
 */
export function oneCount(
  counts: {
    readonly measured: number
    readonly variance: number
    readonly predicted: number
    readonly systematic: number
    readonly isCounting?: boolean
  },
  id: string,
  assumptions: Assumptions,
): BinnedData {
  const { measured, variance, predicted, systematic, isCounting } = counts
  const isScaled = chosenStatistic(OWN_STATISTIC, assumptions).theoryError === 'scaled'
  return {
    observed: Float64Array.of(measured),
    isCounting,
    model: {
      bins: 1,
      components: isScaled ? [[0]] : [[]],
      nuisances: isScaled ? [{ id, central: 1, sigma: systematic }] : [],
      sigmas: Float64Array.of(Math.sqrt(isScaled ? variance : variance + (systematic * predicted) ** 2)),
    },
  }
}

/** What makes counts a constraint, besides what they are compared with. */
interface About {
  readonly counts: CountsModel
  /** What was compared with what. */
  readonly statement: string
  readonly citations: readonly CitationKey[]
  readonly unverified?: string
}

/** A constraint from coherent scattering at a spallation source, under the statistic of the assumptions. */
export function spallationConstraint(
  entry: Entry,
  assumptions: Assumptions,
  about: About & { readonly data: BinnedData },
  kind: Kind = 'exclusion',
): Constraint {
  const { threshold, direction, reference } = chosenStatistic(OWN_STATISTIC, assumptions)
  const origin = reference === 'sm' ? 'the Standard Model' : 'the best coupling'
  const limit = binnedLimit(about.counts, about.data, { threshold, direction, reference: reference === 'sm' ? 'sm' : 'global' })
  const rule = `Δχ² ${threshold} from ${origin}, ${DIRECTION_WORDS[direction]}`
  return {
    ...constraintOf(entry, assumptions, about, limit),
    kind,
    confidence: confidenceOf(threshold),
    statement: `${about.statement}; ${rule}`,
  }
}

/**
 * A plan whose expectation is known to a fraction, with the counts of the Standard Model: by its own rule Δχ² with the scale profiled, which is the
 * median exclusion; or by that of `statistic.projection`.
 */
export function spallationPlan(entry: Entry, assumptions: Assumptions, about: About, systematic: number): Constraint {
  const { counts } = about
  const { threshold, direction, theoryError } = chosenStatistic(OWN_STATISTIC, assumptions)
  const { rule, words, confidence } = plannedRule('asimov', threshold, assumptions, { sigma: systematic, theoryError })
  const predicted = total(counts.standard)
  const expectation = { measured: predicted, variance: predicted, predicted, systematic, isCounting: true }
  const data = oneCount(expectation, `${entry.id}.scale`, assumptions)
  if (rule.kind === 'asimov') {
    return spallationConstraint(entry, assumptions, { ...about, data }, 'projection')
  }
  const sought = soughtText(sensitivityEdges(predicted, rule), direction)
  const statement = `${about.statement}; ${sought}: ${words}`
  return {
    ...constraintOf(entry, assumptions, about, sensitivityLimit(counts, rule, direction)),
    kind: 'projection',
    confidence,
    statement,
    likelihood: binnedLikelihood(counts, data),
  }
}

/** All but its kind, its confidence and what it says. */
const constraintOf = (
  entry: Entry,
  assumptions: Assumptions,
  { citations, unverified }: About,
  limit: Pick<Constraint, 'strength' | 'intervals' | 'likelihood'>,
) => ({ entry, assumptions, citations, unverified, ...limit })
