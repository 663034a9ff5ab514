import type { Assumptions } from '../assumptions.ts'
import type { CitationKey } from '../citations.ts'
import type { Constraint, Entry, Verdict } from '../constraints/constraint.ts'
import { countingLimit, excessLimit, rateLikelihood } from '../constraints/counting.ts'
import { formulaConstraint, powerLawIntervals } from '../constraints/formula.ts'
import { solarLineRate, standardLineRate } from '../constraints/solar-lines.ts'
import type { Boson } from '../couplings/boson.ts'
import { contactNsi } from '../couplings/nsi.ts'
import { BOREXINO_2017, type BorexinoRate } from '../data/borexino.ts'
import type { SpectralLine } from '../neutrinos/solar/spectra.ts'
import { OF_SUN, type Sun, sharedSun } from '../neutrinos/solar/sun.ts'
import { OF_SCATTERING } from '../processes/neutrino-electron.ts'
import { sharedBy } from '../sharing.ts'
import { chosenStatistic, confidenceOf, DIRECTION_WORDS, ONE_SIDED_90, type Statistic } from '../statistics/limits.ts'

/** One-sided 90 % from the best rate, the theory error growing with the rate: reproduces the limits of amaral-2020. */
const OWN_STATISTIC: Statistic = { threshold: ONE_SIDED_90, reference: 'minimum', theoryError: 'scaled', direction: 'two-sided' }
/** The excess over the prediction that earlier papers allowed. */
const EIGHT_PERCENT = 0.08
/** |ε^e| of bernal-2022, section 3. */
const LARGEST_NSI = 2

/**
 * The ⁷Be rate of one Borexino data set as a constraint, by the rule that `assumptions.borexino` names.
 *
 * The collaboration's expectation R₀ for the chosen metallicity is multiplied by the ratio r of cross sections with and without the boson:
 * total, tree level, over the lines that the measurement counts. amaral-2020 eqs. (33)–(34).
 *
 * @param counted which of the two ⁷Be lines the prediction includes
 */
export async function borexinoConstraint(
  entry: Entry,
  assumptions: Assumptions,
  data: BorexinoRate,
  counted: 'both' | '862keV',
): Promise<Constraint> {
  if (assumptions.borexino === 'bernal-2022') return largestNsi(entry, assumptions)
  const { sun, all, lines, rate } = await BERYLLIUM[counted](assumptions)
  const solar = sun.citations
  if (assumptions.borexino === 'eight-percent') {
    const statement = `⁷Be rate at most ${100 * EIGHT_PERCENT} % above the prediction`
    const citations: CitationKey[] = [data.citation, 'amaral-2020', ...solar]
    return { entry, assumptions, kind: 'exclusion', confidence: 0.9, statement, citations, ...excessLimit(rate, EIGHT_PERCENT) }
  }
  const metallicity = assumptions.solarModel === 'b16-gs98' ? 'HZ' : 'LZ'
  const expected = BOREXINO_2017['7Be'].expected![metallicity]
  const share = counted === 'both' ? 1 : standardLineRate(sun, '7Be', lines, assumptions) / standardLineRate(sun, '7Be', all, assumptions)
  const statistic = chosenStatistic(OWN_STATISTIC, assumptions)
  const comparison = {
    predicted: expected.rate * share,
    predictedSigma: expected.sigma * share,
    measured: data.rate,
    measuredSigma: Math.hypot(data.statistical, Math.max(data.systematicUp, data.systematicDown)),
    theoryError: statistic.theoryError,
  }
  const statement =
    `${data.title}: ${data.rate} ± ${comparison.measuredSigma.toFixed(1)} against ${comparison.predicted.toFixed(1)} ± ` +
    `${comparison.predictedSigma.toFixed(1)} per day and 100 t (${metallicity}), Δχ² ${statistic.threshold}, ${DIRECTION_WORDS[statistic.direction]}`
  const confidence = confidenceOf(statistic.threshold)
  const citations = [...new Set<CitationKey>([data.citation, 'borexino-2017', 'amaral-2020', ...solar])]
  const unverified = `the expectation for both lines, ${expected.rate} ± ${expected.sigma}, is from memory of Table II of 2017`
  return {
    entry,
    assumptions,
    kind: 'exclusion',
    confidence,
    statement,
    citations,
    unverified,
    ...countingLimit(rate, comparison, statistic),
    likelihood: rateLikelihood(rate, comparison, 'flux.7Be'),
  }
}

/** The rates of all that agree on the Sun and on how neutrinos scatter. */
const berylliumRate = (counted: 'both' | '862keV') =>
  sharedBy([...OF_SUN, 'matterPotential', ...OF_SCATTERING], async (assumptions) => {
    const sun = await sharedSun(assumptions)
    const all = sevenBerylliumLines(sun)
    const lines = counted === 'both' ? all : [all[0]]
    return { sun, all, lines, rate: solarLineRate(sun, '7Be', lines, assumptions) }
  })
const BERYLLIUM = { both: berylliumRate('both'), '862keV': berylliumRate('862keV') }

/** The 862 keV line first, then the 384 keV one. */
function sevenBerylliumLines(sun: Sun): readonly SpectralLine[] {
  const spectrum = sun.spectrum('7Be')
  if (spectrum.kind !== 'lines') throw new TypeError('the ⁷Be spectrum is made of lines')
  return [...spectrum.lines].sort((a, b) => b.energy_MeV - a.energy_MeV)
}

/** The recipe of bernal-2022: |ε^e| below 2 for ν_μ and ν_τ, in the chosen normalisation. */
function largestNsi(entry: Entry, assumptions: Assumptions): Constraint {
  const strength = (boson: Boson): Verdict => {
    const largest = Math.max(Math.abs(contactNsi(boson, 'mu', 'e')), Math.abs(contactNsi(boson, 'tau', 'e')))
    return largest === 0 ? { silent: 'no coupling of ν_μ or ν_τ with electrons' } : largest / LARGEST_NSI
  }
  return formulaConstraint(entry, assumptions, {
    kind: 'exclusion',
    confidence: null,
    citations: ['bernal-2022'],
    statement: `|ε^e| below ${LARGEST_NSI}, as bernal-2022 uses it`,
    strength,
    closedForm: (_unit, _ray, strength) => powerLawIntervals(strength, 2),
  })
}
