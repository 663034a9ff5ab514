import type { Assumptions } from '../assumptions.ts'
import { binnedLikelihood, binnedLimit, binTotals, type Constraint } from '../constraints/index.ts'
import type { Boson } from '../couplings/index.ts'
import { InputError } from '../errors.ts'
import { poissonQuantile, type Random, randomStream } from '../numerics/index.ts'
import { type BinnedData, type Nuisance, TWO_SIDED_90 } from '../statistics/index.ts'

/** What mock data are drawn for. */
export interface MockOptions {
  /** Fluctuates the data, the same way whenever the seed is the same; where not given they are the expectation itself (Asimov). */
  readonly seed?: number
}

/** Drawn central values of nuisances stay above this share of the true ones. */
const LEAST = 1e-3

/**
 * Constraints as they would be if a boson were there: everything that was or is to be measured is replaced by what the boson gives. Asimov data are the expectation, not
 * whole; drawn ones are Poisson where counts are, Gaussian where errors are. Where these differ to either side, what comes out too high does so by the error below, too low by
 * that above: the truth then lies within one of its errors as often as within the other. Of drawn data the nuisances are measured anew as well, each once for all that share it:
 * their central values fluctuate by their errors. Errors of counting grow with the root of what is counted.
 *
 * What is drawn for a constraint depends on the seed and its id, not on the company it keeps. A constraint that knows nothing of the boson gets what is expected without one.
 *
 * @param bosonUnder the boson under the assumptions of a constraint
 * @returns constraints that exclude at 90 %, two-sided, from the best coupling
 * @throws InputError (field `constraint`) for a constraint whose data are not known, by name; (field `seed`) for a seed that is none
 * @example
 * const session = new Session(assume())
 * const [mocked] = mockConstraints([await session.constraint('ess')], () => session.boson('mu-tau', 0.02, 6e-4))
 * mocked.likelihood!.binned!.data.observed[0] // 1.21e4 counts
 */
export function mockConstraints(
  constraints: readonly Constraint[],
  bosonUnder: (assumptions: Assumptions) => Boson,
  { seed }: MockOptions = {},
): Constraint[] {
  const measured = new Map<string, number>()
  return constraints.map((constraint) => {
    const { entry, likelihood, assumptions } = constraint
    if (likelihood?.binned === undefined) throw new InputError(`${entry.id} has no data that a boson could be put into`, 'constraint')
    const { counts, data } = likelihood.binned
    const boson = bosonUnder(assumptions)
    const expected = counts.standard.slice()
    if (counts.silence(boson.ray) === undefined) counts.counts(boson, expected)
    const random = seed === undefined ? undefined : randomStream(seed, streamOf(entry.id, DATA))
    const drawn = mockData(counts.standard, expected, data, random, (nuisance) => {
      if (seed === undefined) return nuisance.central
      let central = measured.get(nuisance.id)
      if (central === undefined)
        measured.set(nuisance.id, (central = measuredAnew(nuisance, randomStream(seed, streamOf(nuisance.id, NUISANCES)))))
      return central
    })
    const how = seed === undefined ? 'Asimov data' : `data drawn with seed ${seed}`
    const limit = binnedLimit(counts, drawn, { threshold: TWO_SIDED_90, reference: 'global', direction: 'two-sided' })
    return {
      ...constraint,
      kind: 'exclusion',
      confidence: 0.9,
      statement: `${how} of the boson in place of: ${constraint.statement}`,
      ...limit,
      likelihood: binnedLikelihood(counts, drawn),
      spectra: undefined,
    }
  })
}

/** Data as expected, or drawn. */
function mockData(
  standard: Float64Array,
  expected: Float64Array,
  { model, isCounting }: BinnedData,
  random: Random | undefined,
  centralOf: (nuisance: Nuisance) => number,
): BinnedData {
  const totals = binTotals(expected, model, new Float64Array(model.bins))
  const before = binTotals(standard, model, new Float64Array(model.bins))
  const grown = (sigmas: Float64Array | undefined): Float64Array | undefined =>
    isCounting ? sigmas?.map((sigma, b) => (before[b] > 0 ? sigma * Math.sqrt(totals[b] / before[b]) : sigma)) : sigmas
  const [sigmas, sigmasBelow] = [grown(model.sigmas), grown(model.sigmasBelow)]
  const fluctuated = (mean: number, b: number, { uniform, normal }: Random): number => {
    if (sigmas === undefined) return poissonQuantile(uniform(), mean)
    const deviation = normal()
    return mean + deviation * (deviation > 0 ? (sigmasBelow ?? sigmas) : sigmas)[b]
  }
  const observed = random === undefined ? totals : totals.map((mean, b) => fluctuated(mean, b, random))
  const nuisances = model.nuisances.map((nuisance) => ({ ...nuisance, central: centralOf(nuisance) }))
  return { observed, isCounting, model: { ...model, nuisances, sigmas, sigmasBelow } }
}

/** A measurement of a nuisance whose true value is the central one. */
function measuredAnew({ central, sigma }: Nuisance, random: Random): number {
  if (sigma === Number.POSITIVE_INFINITY) return central
  for (;;) {
    const value = central + sigma * random.normal()
    if (value > LEAST * central) return value
  }
}

/** Streams of random numbers for data and for nuisances begin here. */
const [DATA, NUISANCES] = [2 ** 33, 2 ** 32]

/** A stream of its own for a name, so that what is drawn does not depend on what else is, nor on the order. */
function streamOf(id: string, first: number): number {
  let hash = 2166136261
  for (const letter of id) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619) >>> 0
  return first + hash
}
