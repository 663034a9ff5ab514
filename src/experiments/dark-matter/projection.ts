import type { Assumptions } from '../../assumptions.ts'
import type { CitationKey } from '../../citations.ts'
import type { Constraint, Entry, EventSpectrum, Subject } from '../../constraints/constraint.ts'
import {
  binsBetween,
  countsSpectrum,
  evenEdges,
  plannedRule,
  sensitivityEdges,
  sensitivityLimit,
  soughtText,
} from '../../constraints/index.ts'
import { fromMemory } from '../../detectors/backgrounds/index.ts'
import { ONE_SIDED_90, type Statistic } from '../../statistics/index.ts'
import { chosenStatistic } from '../../statistics/limits.ts'
import { solarCounts } from './solar-counts.ts'
import type { SolarFlux } from './solar-flux.ts'
import type { WindowChannel } from './windows.ts'

/** A future detector of dark matter that counts the recoils of solar neutrinos in one window. */
export interface Plan extends Pick<Entry, 'id' | 'label' | 'title' | 'isVariant'> {
  readonly experiment: string
  readonly citations: readonly CitationKey[]
  readonly notes?: string
  channels(assumptions: Assumptions): readonly WindowChannel[]
  /** What nobody has confirmed besides numbers from memory that backgrounds rest on, which mark themselves. */
  unverified?(assumptions: Assumptions): string
}

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
export function projection(plan: Plan): Entry {
  const { id, label, title, isVariant, experiment, citations, notes } = plan
  const entry: Entry = {
    id,
    label,
    title,
    isVariant,
    isProjection: true,
    group: 'scattering',
    experiment,
    subjects: ['electron', 'neutrinos', 'quarks'] satisfies readonly Subject[],
    source: { citations: ['amaral-2020', 'b16-2017', ...citations], where: 'Table II of amaral-2020, but for what the notes say', notes },
    prepare: (assumptions) => prepare(entry, plan, assumptions),
  }
  return entry
}

async function prepare(entry: Entry, plan: Plan, assumptions: Assumptions): Promise<Constraint> {
  const { solarFlux } = await import('./solar-flux.ts')
  const flux = await solarFlux(assumptions)
  const channels = plan.channels(assumptions)
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
    spectra: () => channels.map((channel) => spectrumOf(channel, flux, assumptions)),
  }
}

function unverifiedOf(plan: Plan, channels: readonly WindowChannel[], assumptions: Assumptions): string | undefined {
  const reasons = [fromMemory(channels.flatMap(({ background }) => background?.sources ?? [])), plan.unverified?.(assumptions)]
  const known = reasons.filter((reason) => reason !== undefined)
  return known.length === 0 ? undefined : known.join('; ')
}

/** Into how many bins a window is cut to show its spectrum. */
const BINS = 40

function spectrumOf(channel: WindowChannel, flux: SolarFlux, assumptions: Assumptions): EventSpectrum {
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
