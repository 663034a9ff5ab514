import type { Assumptions } from '../../assumptions.ts'
import type { CitationKey } from '../../citations.ts'
import type { Constraint, Entry, EventSpectrum } from '../../constraints/constraint.ts'
import {
  asimovData,
  binnedLikelihood,
  binsBetween,
  countsSpectrum,
  evenEdges,
  plannedRule,
  sensitivityEdges,
  sensitivityLimit,
  soughtText,
} from '../../constraints/index.ts'
import { fromMemory, integratedRate, type Source } from '../../detectors/backgrounds/index.ts'
import { ONE_SIDED_90, type Statistic } from '../../statistics/index.ts'
import { chosenStatistic } from '../../statistics/limits.ts'
import { electronBackground } from './backgrounds.ts'
import type { Plan, PlannedWindow, Window } from './plan.ts'
import { solarCounts } from './solar-counts.ts'
import { type SolarFlux, solarFlux } from './solar-flux.ts'
import { electronWindow, nuclearWindow, type WindowChannel } from './windows.ts'

/** Departures both ways, or the excess alone that amaral-2020 looks for. */
const ownStatistic = ({ recipe }: Assumptions): Statistic => ({
  threshold: ONE_SIDED_90,
  reference: 'sm',
  theoryError: 'fixed',
  direction: recipe === 'as-printed' ? 'excess' : 'two-sided',
})

/** Numbers as sentences have them. */
const rounded = (count: number): string => String(Number(count.toPrecision(4)))

/**
 * A future detector as a constraint: by default 90 % of experiments see more, or fewer, recoils than the Standard Model gives (amaral-2020 section
 * III.3.2, which looks for more alone). Counts add up in one window; backgrounds have no systematic error.
 *
 * Where the boson interferes destructively with the Z, the counts first drop with the coupling: what is excluded then has a hole.
 */
export async function plannedConstraint(entry: Entry, assumptions: Assumptions, plan: Plan): Promise<Constraint> {
  const flux = await solarFlux(assumptions)
  const channels = plan.windows(assumptions).map((planned) => channelOf(planned, assumptions))
  const background = channels.reduce((sum, channel) => sum + (channel.background?.in(channel.window) ?? 0), 0)
  const counts = solarCounts(channels, flux, assumptions, [background])
  const { threshold, direction } = chosenStatistic(ownStatistic(assumptions), assumptions)
  const { rule, words, confidence } = plannedRule('ninety-percent', threshold, assumptions)
  const [neutrinos] = counts.standard
  const sought = soughtText(sensitivityEdges(neutrinos + background, rule), direction)
  return {
    entry,
    assumptions,
    kind: 'projection',
    confidence,
    statement: `${plan.title}: ${rounded(neutrinos)} solar neutrinos on ${rounded(background)} others expected; ${sought}: ${words}`,
    citations: [...new Set<CitationKey>(['amaral-2020', ...plan.citations, ...flux.sun.citations])],
    unverified: unverifiedOf(plan, channels, assumptions),
    ...sensitivityLimit(counts, rule, direction),
    likelihood: binnedLikelihood(counts, asimovData(counts, { bins: 1, components: [[], []], nuisances: [] })),
    spectra: () => channels.map((channel) => spectrumOf(channel, flux, assumptions)),
  }
}

/** Counts that are not neutrinos between two energies of a channel, and the numbers they rest on. */
interface BackgroundCounts {
  readonly sources: readonly Source[]
  in(window: Window): number
}

interface PlannedChannel extends WindowChannel, Pick<PlannedWindow, 'about'> {
  readonly background?: BackgroundCounts
}

function channelOf(
  { recoil, material, window, exposure_t_yr, background, about }: PlannedWindow,
  assumptions: Assumptions,
): PlannedChannel {
  const channel = (recoil === 'electron' ? electronWindow : nuclearWindow)(material, window, exposure_t_yr)
  return { ...channel, about, background: background && backgroundCounts(background, assumptions) }
}

/** What a background gives in its exposure. */
function backgroundCounts(background: NonNullable<PlannedWindow['background']>, assumptions: Assumptions): BackgroundCounts {
  const { of, exposure_t_yr, looksLike = (part: Window) => part } = background
  const rate = electronBackground(of, assumptions)
  return { sources: rate.sources, in: (part) => exposure_t_yr * integratedRate(rate, looksLike(part)) }
}

function unverifiedOf(plan: Plan, channels: readonly PlannedChannel[], assumptions: Assumptions): string | undefined {
  const reasons = [fromMemory(channels.flatMap(({ background }) => background?.sources ?? [])), plan.unverified?.(assumptions)]
  const known = reasons.filter((reason) => reason !== undefined)
  return known.length === 0 ? undefined : known.join('; ')
}

/** Into how many bins a window is cut to show its spectrum. */
const BINS = 40

function spectrumOf(channel: PlannedChannel, flux: SolarFlux, assumptions: Assumptions): EventSpectrum {
  const { recoil, response, background, about } = channel
  const edges = evenEdges(response.recoils_keV, BINS)
  const bins = binsBetween(edges)
  const counts = solarCounts(
    [{ ...channel, response: { ...response, edges } }],
    flux,
    assumptions,
    bins.map((bin) => background?.in(bin) ?? 0),
  )
  return countsSpectrum(
    recoil === 'electron' ? { channel: 'er', about, unit: 'keVee', bins } : { channel: 'nr', about, unit: 'keVnr', bins },
    counts,
  )
}
